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
    std::vector<Fd> survival; ///< Empty where the run ends with its engine.
    Fd group;
};

/// Checks the specification and packs it. Takes the streams of `spec` over in any case. Invalid names the field.
base::Result<Start> encode(ProcessSpec &spec, Fd channel);

/// 0, or the errno of sendmsg. On success the descriptors are closed on this side.
int send(int control, Start &start);

struct Report
{
    std::optional<qint64> pid; ///< The program was executed.
    std::optional<std::array<qint64, 2>> spooled;
    std::optional<ProcessEnd> end;
};

/// Both where the program ended at once. Nothing is set where the packet makes no sense.
Report decode(const QByteArray &packet);

/// Messages to the worker of a run. One that can't be sent is lost: the worker is gone, or hears of it by the end of
/// the channel.
void sendStop(int channel);
void sendKept(int channel, const std::array<qint64, 2> &offsets);
void sendSettled(int channel);

/// Where a run stands that went on without an engine.
struct Adopted
{
    qint64 pid = 0; ///< Of its main process, which may be gone.
    std::chrono::milliseconds elapsed{0};
    std::array<qint64, 2> spooled{};
    Fd output; ///< The spools and their ledger.
    Fd error;
    Fd ledger;
};
/// The first packet of a worker that is asked for its run. Unavailable where there is none, Unsupported where the
/// worker speaks another version: then it can only be stopped.
base::Result<Adopted> receiveAdopted(int channel);

} // namespace engine::wire
