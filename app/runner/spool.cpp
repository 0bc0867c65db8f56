// SPDX-License-Identifier: Apache-2.0
#include "app/runner/spool.h"

#include <fcntl.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <cerrno>

namespace runner {

namespace {

constexpr int pipeBytes = 1 << 20;
constexpr int movesPerTurn = 4;
// A program that is further ahead of every engine than this has to wait.
constexpr std::int64_t mostAhead = std::int64_t{1} << 30;
// Space is given back in steps.
constexpr std::int64_t keepStep = std::int64_t{1} << 20;

} // namespace

Descriptor Spool::open()
{
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) < 0) {
        return {};
    }
    ::fcntl(fds[0], F_SETFL, O_NONBLOCK);
    ::fcntl(fds[0], F_SETPIPE_SZ, pipeBytes); // above the user's limit it keeps its size
    m_pipe.reset(fds[0]);
    return Descriptor(fds[1]);
}

int Spool::pollable() const
{
    return m_stuck || isFinished() ? -1 : m_pipe.get();
}

void Spool::take()
{
    m_stuck = false;
    for (int i = 0; m_pipe && i < movesPerTurn && !isFinished(); ++i) {
        const std::int64_t room = m_finishing ? m_left : m_kept + mostAhead - m_written;
        if (room <= 0) {
            m_stuck = true;
            return;
        }
        loff_t offset = m_written;
        const auto atMost = static_cast<std::size_t>(std::min<std::int64_t>(room, pipeBytes));
        const ssize_t n =
            ::splice(m_pipe.get(), nullptr, m_file.get(), &offset, atMost, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
        if (n > 0) {
            m_written += n;
            m_left -= m_finishing ? n : 0;
        } else if (n == 0) {
            m_pipe.reset();
            m_left = 0;
        } else if (errno != EINTR) {
            m_stuck = errno != EAGAIN;
            return;
        }
    }
}

void Spool::keep(std::int64_t offset)
{
    const std::int64_t whole = std::min(offset, m_written) / keepStep * keepStep;
    if (whole > m_kept) {
        ::fallocate(m_file.get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, m_kept, whole - m_kept);
        m_kept = whole;
    }
}

void Spool::finish()
{
    int left = 0;
    if (m_pipe) {
        ::ioctl(m_pipe.get(), FIONREAD, &left);
    }
    m_finishing = true;
    m_left = left;
    take();
}

} // namespace runner
