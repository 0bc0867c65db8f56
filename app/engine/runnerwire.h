// SPDX-License-Identifier: Apache-2.0
// The engine's half of the runner's wire: values to packets and back. Functions, safe on every thread.
#pragma once

#include "app/base/result.h"
#include "app/engine/runnertypes.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace engine::wire {

/// Owns a file descriptor.
class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd &&other) noexcept : m_fd(other.release()) {}
    Fd &operator=(Fd &&other) noexcept
    {
        reset(other.release());
        return *this;
    }
    Q_DISABLE_COPY(Fd)
    ~Fd() { reset(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }
    void reset(int fd = -1);

private:
    int m_fd = -1;
};

struct SocketPair
{
    Fd ours;
    Fd theirs;
};

/// A SOCK_SEQPACKET pair, closed on exec. Unavailable where descriptors ran out.
base::Result<SocketPair> makeSocketPair();

/// A start ready to be sent: the packet and the descriptors that go with it.
struct Start
{
    QByteArray packet;
    Fd channel; ///< The worker's end.
    Fd spec;
    std::array<Fd, 3> standard;
};

/// Checks the specification and packs it. Takes the streams of `spec` over in any case. Invalid names the field.
base::Result<Start> encode(ProcessSpec &spec, Fd channel);

/// 0, or the errno of sendmsg. On success the descriptors are closed on this side.
int send(int control, Start &start);

struct Report
{
    std::optional<qint64> pid; ///< The program was executed.
    std::optional<ProcessEnd> end;
};

/// Both where the program ended at once. Neither is set where the packet makes no sense.
Report decode(const QByteArray &packet);

} // namespace engine::wire
