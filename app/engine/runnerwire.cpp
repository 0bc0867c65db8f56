// SPDX-License-Identifier: Apache-2.0
#include "app/engine/runnerwire.h"

#include "app/runner/protocol.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace engine::wire {

namespace {

base::Status checkText(const QByteArrayList &texts, const QString &field)
{
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts.at(i).contains('\0')) {
            return base::invalid(u"%1[%2]"_s.arg(field).arg(i), u"must not contain a NUL byte"_s);
        }
    }
    return {};
}

base::Status check(const ProcessSpec &spec)
{
    if (spec.argv.isEmpty() || !spec.argv.first().startsWith('/')) {
        return base::invalid(u"argv[0]"_s, u"must be the absolute path of a program"_s);
    }
    CHECK(checkText(spec.argv, u"argv"_s));
    CHECK(checkText(spec.environment, u"environment"_s));
    CHECK(checkText({spec.workingDirectory}, u"workingDirectory"_s));
    for (qsizetype i = 0; i < spec.environment.size(); ++i) {
        if (spec.environment.at(i).indexOf('=') <= 0) {
            return base::invalid(u"environment[%1]"_s.arg(i), u"must have the form NAME=value"_s);
        }
    }
    if (spec.killAfter.count() < 0 || spec.killAfter > std::chrono::hours(24)) {
        return base::invalid(u"killAfter"_s, u"must be between 0 and 24 hours"_s);
    }
    return {};
}

void appendText(QByteArray &out, const QByteArray &text)
{
    out.append(text);
    out.append('\0');
}

QByteArray strings(const ProcessSpec &spec)
{
    QByteArray all;
    appendText(all, spec.workingDirectory);
    for (const QByteArrayList &list : {spec.argv, spec.environment}) {
        for (const QByteArray &text : list) {
            appendText(all, text);
        }
    }
    return all;
}

base::Result<Fd> memoryFile(const QByteArray &bytes)
{
    Fd file(::memfd_create("signalbox-spec", MFD_CLOEXEC));
    qsizetype written = 0;
    while (file.isOpen() && written < bytes.size()) {
        const ssize_t n = ::write(file.get(), bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (n < 0) {
            file.reset();
        }
        written += n;
    }
    if (!file.isOpen()) {
        return base::unavailable(u"starting a process"_s, qt_error_string(errno));
    }
    return file;
}

QByteArray stageName(runner::Stage stage)
{
    switch (stage) {
    case runner::Stage::None:
        return {};
    case runner::Stage::Protocol:
        return "protocol"_ba;
    case runner::Stage::Cancelled:
        return "cancelled"_ba;
    case runner::Stage::Fork:
        return "fork"_ba;
    case runner::Stage::Limits:
        return "limits"_ba;
    case runner::Stage::Descriptors:
        return "descriptors"_ba;
    case runner::Stage::Directory:
        return "chdir"_ba;
    case runner::Stage::Exec:
        return "exec"_ba;
    }
    return "unknown"_ba;
}

ProcessEnd::How outcome(runner::Outcome outcome)
{
    switch (outcome) {
    case runner::Outcome::Exited:
        return ProcessEnd::How::Exited;
    case runner::Outcome::Signalled:
        return ProcessEnd::How::Signalled;
    case runner::Outcome::OutOfReach:
        return ProcessEnd::How::OutOfReach;
    case runner::Outcome::NotStarted:
        break;
    }
    return ProcessEnd::How::NotStarted;
}

QByteArray signalName(int signal)
{
    return signal == SIGTERM ? "TERM"_ba : signal == SIGKILL ? "KILL"_ba : QByteArray::number(signal);
}

Report decodeEnd(const QByteArray &packet)
{
    runner::EndedMessage message;
    std::memcpy(&message, packet.constData(), sizeof message);
    Report report;
    if (message.pid > 0) {
        report.pid = message.pid;
    }
    ProcessEnd &end = report.end.emplace();
    end.how = outcome(message.outcome);
    end.code = message.code;
    end.stage = stageName(message.stage);
    end.coreDumped = message.coreDumped != 0;
    end.stopped = message.stopped != 0;
    end.timedOut = message.timedOut != 0;
    end.abandoned = message.abandoned != 0;
    end.usage = {message.cpuMicros, message.peakKib, message.blocksIn * 512, message.blocksOut * 512};
    end.killedTotal = message.killedTotal;
    const auto room = (static_cast<size_t>(packet.size()) - sizeof message) / sizeof(runner::KilledRecord);
    for (size_t i = 0; i < std::min<size_t>(room, message.killedListed); ++i) {
        runner::KilledRecord record;
        std::memcpy(&record, packet.constData() + sizeof message + i * sizeof record, sizeof record);
        const auto length = static_cast<qsizetype>(::strnlen(record.name, sizeof record.name));
        end.killed.push_back({record.pid, QByteArray(record.name, length), signalName(record.signal), record.atMillis,
                              record.denied != 0});
    }
    return report;
}

} // namespace

void Fd::reset(int fd)
{
    if (m_fd >= 0) {
        ::close(m_fd);
    }
    m_fd = fd;
}

base::Result<SocketPair> makeSocketPair()
{
    int fds[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds) < 0) {
        return base::unavailable(u"talking to the runner"_s, qt_error_string(errno));
    }
    return SocketPair{Fd(fds[0]), Fd(fds[1])};
}

base::Result<Start> encode(ProcessSpec &spec, Fd channel)
{
    Start start;
    start.channel = std::move(channel);
    const std::array<int *, 3> streams{&spec.in, &spec.out, &spec.err};
    for (size_t i = 0; i < 3; ++i) {
        start.standard[i].reset(std::exchange(*streams[i], -1));
    }
    if (spec.survival) {
        for (int *fd :
             {&spec.survival->output, &spec.survival->error, &spec.survival->ledger, &spec.survival->listener}) {
            start.survival.emplace_back(std::exchange(*fd, -1));
        }
    }
    start.group.reset(std::exchange(spec.group, -1));
    CHECK(check(spec));
    for (Fd &stream : start.standard) {
        if (!stream.isOpen()) {
            stream.reset(::open("/dev/null", O_RDWR | O_CLOEXEC));
        }
    }
    const QByteArray bytes = strings(spec);
    if (bytes.size() > qsizetype{runner::maxSpecBytes}) {
        return base::invalid(u"argv"_s, u"arguments and environment must stay below 8 MiB together"_s);
    }
    TRY(start.spec, memoryFile(bytes));
    runner::StartMessage message;
    message.killAfterMillis = static_cast<quint32>(spec.killAfter.count());
    message.argumentCount = static_cast<quint32>(spec.argv.size());
    message.environmentCount = static_cast<quint32>(spec.environment.size());
    message.specBytes = static_cast<quint32>(bytes.size());
    if (spec.survival) {
        message.flags |= runner::survivesEngine;
        message.timeoutMillis = spec.survival->timeout.count();
    }
    if (start.group.isOpen()) {
        message.flags |= runner::inGroup;
    }
    message.memoryBytes = spec.memoryBytes;
    start.packet = QByteArray(reinterpret_cast<const char *>(&message), sizeof message);
    return start;
}

int send(int control, Start &start)
{
    std::vector<int> fds{start.channel.get(), start.spec.get(), start.standard[0].get(), start.standard[1].get(),
                         start.standard[2].get()};
    for (const Fd &fd : start.survival) {
        fds.push_back(fd.get());
    }
    if (start.group.isOpen()) {
        fds.push_back(start.group.get());
    }
    const size_t bytes = fds.size() * sizeof(int);
    alignas(cmsghdr) char ancillary[CMSG_SPACE(sizeof(int) * runner::mostStartDescriptors)] = {};
    iovec part{start.packet.data(), static_cast<size_t>(start.packet.size())};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary;
    message.msg_controllen = CMSG_SPACE(bytes);
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(bytes);
    std::memcpy(CMSG_DATA(header), fds.data(), bytes);
    if (::sendmsg(control, &message, MSG_NOSIGNAL | MSG_DONTWAIT) < 0) {
        return errno;
    }
    start = Start();
    return 0;
}

void sendStop(int channel)
{
    const runner::StopMessage message;
    ::send(channel, &message, sizeof message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void sendKept(int channel, const std::array<qint64, 2> &offsets)
{
    const runner::OffsetsMessage message{runner::MessageKind::Kept, 0, {offsets[0], offsets[1]}};
    ::send(channel, &message, sizeof message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void sendSettled(int channel)
{
    const runner::SettledMessage message;
    ::send(channel, &message, sizeof message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

base::Result<Adopted> receiveAdopted(int channel)
{
    runner::AdoptedMessage adopted;
    alignas(cmsghdr) char ancillary[CMSG_SPACE(sizeof(int) * runner::AdoptedDescriptorCount)];
    iovec part{&adopted, sizeof adopted};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = ancillary;
    message.msg_controllen = sizeof ancillary;
    const ssize_t n = ::recvmsg(channel, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    std::array<Fd, runner::AdoptedDescriptorCount> fds;
    const cmsghdr *header = n > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) {
        const size_t count = std::min(fds.size(), (header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
            fds[i].reset(fd);
        }
    }
    const QString context = u"adopting a run"_s;
    if (n < qsizetype{2 * sizeof(quint32)} || adopted.kind != runner::MessageKind::Adopted) {
        return base::unavailable(context, u"its worker does not answer"_s);
    }
    if (adopted.version != runner::protocolVersion || n != sizeof adopted || !fds.back().isOpen()) {
        return base::Error{.code = base::ErrorCode::Unsupported,
                           .context = context,
                           .detail = u"another version of Signalbox started it"_s};
    }
    return Adopted{.pid = adopted.pid,
                   .elapsed = std::chrono::milliseconds(adopted.elapsedMillis),
                   .spooled = {adopted.spooled[0], adopted.spooled[1]},
                   .output = std::move(fds[0]),
                   .error = std::move(fds[1]),
                   .ledger = std::move(fds[2])};
}

Report decode(const QByteArray &packet)
{
    Report report;
    runner::MessageKind kind{};
    if (packet.size() < qsizetype{sizeof kind}) {
        return report;
    }
    std::memcpy(&kind, packet.constData(), sizeof kind);
    if (kind == runner::MessageKind::Started && packet.size() == qsizetype{sizeof(runner::StartedMessage)}) {
        runner::StartedMessage started;
        std::memcpy(&started, packet.constData(), sizeof started);
        report.pid = started.pid;
    } else if (kind == runner::MessageKind::Spooled && packet.size() == qsizetype{sizeof(runner::OffsetsMessage)}) {
        runner::OffsetsMessage spooled;
        std::memcpy(&spooled, packet.constData(), sizeof spooled);
        report.spooled = {spooled.offsets[0], spooled.offsets[1]};
    } else if (kind == runner::MessageKind::Ended && packet.size() >= qsizetype{sizeof(runner::EndedMessage)}) {
        return decodeEnd(packet);
    }
    return report;
}

} // namespace engine::wire
