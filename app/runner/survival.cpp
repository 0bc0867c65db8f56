// SPDX-License-Identifier: Apache-2.0
#include "app/runner/survival.h"

#include "app/runner/ender.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace runner {

namespace {

bool mayAdopt(int channel)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(channel, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           (peer.uid == ::geteuid() || peer.uid == 0);
}

} // namespace

Survival::Survival(Descriptor (&fds)[mostStartDescriptors], std::int64_t timeoutMillis)
    : m_output(std::move(fds[OutputSpool])),
      m_error(std::move(fds[ErrorSpool])),
      m_ledger(std::move(fds[Ledger])),
      m_listener(std::move(fds[Listener])),
      m_timeoutMillis(timeoutMillis)
{
}

bool Survival::open(Descriptor (&standard)[3])
{
    m_startedAt = nowMillis();
    standard[1] = m_output.open();
    standard[2] = m_error.open();
    return standard[1] && standard[2];
}

std::int64_t Survival::sinceStart() const
{
    return nowMillis() - m_startedAt;
}

std::int64_t Survival::untilLimit() const
{
    return m_timeoutMillis > 0 ? std::max<std::int64_t>(0, m_timeoutMillis - sinceStart()) : -1;
}

Descriptor Survival::adopt(std::int32_t mainProcess)
{
    Descriptor channel(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!channel || !mayAdopt(channel.get())) {
        return {};
    }
    AdoptedMessage adopted;
    adopted.pid = mainProcess;
    adopted.elapsedMillis = sinceStart();
    adopted.spooled[0] = m_output.written();
    adopted.spooled[1] = m_error.written();
    const int fds[AdoptedDescriptorCount] = {m_output.file(), m_error.file(), m_ledger.get()};
    alignas(cmsghdr) char ancillary[CMSG_SPACE(sizeof fds)] = {};
    iovec part{&adopted, sizeof adopted};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary;
    message.msg_controllen = sizeof ancillary;
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fds);
    std::memcpy(CMSG_DATA(header), fds, sizeof fds);
    return ::sendmsg(channel.get(), &message, MSG_NOSIGNAL) < 0 ? Descriptor() : std::move(channel);
}

} // namespace runner
