// SPDX-License-Identifier: Apache-2.0
// A connection to a port of this machine, for clients that choose and see every byte. Blocks until it stands or is
// refused.
#pragma once

#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test {

class LoopbackSocket
{
public:
    /// A `receiveBuffer` of 0 is the system's own.
    LoopbackSocket(quint16 port, int receiveBuffer) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (receiveBuffer > 0) {
            ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~LoopbackSocket() { ::close(m_fd); }
    Q_DISABLE_COPY_MOVE(LoopbackSocket)

    int descriptor() const { return m_fd; }
    bool isConnected() const { return m_connected; }

private:
    int m_fd;
    bool m_connected = false;
};

} // namespace test
