// SPDX-License-Identifier: Apache-2.0
#include "app/engine/runner.h"

#include "app/runner/protocol.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace engine {

namespace {

constexpr quint64 keeperKey = 0;
// The kernel bounds a user's descriptors in flight by RLIMIT_NOFILE (often 1024); a start has five.
constexpr int mostUnderway = 64;
constexpr std::chrono::milliseconds closeWithin(2000);
constexpr std::chrono::milliseconds shortLife(1000);

} // namespace

Runner::Runner(QString program, QObject *parent)
    : QObject(parent),
      m_program(std::move(program)),
      m_buffer(static_cast<qsizetype>(sizeof(runner::EndedMessage) + runner::maxKilled * sizeof(runner::KilledRecord)),
               Qt::Uninitialized)
{
}

Runner::~Runner()
{
    m_notifier.reset();
    const bool someSurvive = !m_unsettled.empty() || std::any_of(m_runs.begin(), m_runs.end(), [](const auto &entry) {
        return entry.second.survives;
    });
    m_runs.clear();
    m_unsettled.clear();
    if (m_keeper) {
        m_keeper->close(someSurvive ? closeWithin * 0 : closeWithin);
    }
}

QString Runner::locate()
{
    const QString given = qEnvironmentVariable("SIGNALBOX_RUNNER");
    if (!given.isEmpty()) {
        return given;
    }
    const QString folder = QCoreApplication::applicationDirPath();
    const QString beside = folder + "/signalbox-runner"_L1;
    return QFileInfo::exists(beside) ? beside : folder + "/../libexec/signalbox/signalbox-runner"_L1;
}

const Means &Runner::means()
{
    if (!m_means) {
        m_means = Means::ofThisMachine();
    }
    return *m_means;
}

base::Status Runner::open()
{
    if (m_keeper) {
        return {};
    }
    CHECK(preparePoller());
    TRY(RunnerKeeper keeper, RunnerKeeper::spawn(m_program));
    CHECK(watch(keeper.gone(), keeperKey));
    m_keeper = std::move(keeper);
    m_keeperAge.start();
    return {};
}

base::Status Runner::preparePoller()
{
    if (!m_poller.isOpen()) {
        m_poller.reset(::epoll_create1(EPOLL_CLOEXEC));
        if (!m_poller.isOpen()) {
            return base::unavailable(u"starting the runner"_s, qt_error_string(errno));
        }
        m_notifier = std::make_unique<QSocketNotifier>(m_poller.get(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Runner::onReady);
    }
    return {};
}

base::Result<quint64> Runner::start(ProcessSpec spec)
{
    TRY(wire::SocketPair channel, wire::makeSocketPair());
    TRY(wire::Start unsent, wire::encode(spec, std::move(channel.theirs)));
    if (!m_keeper) {
        return base::unavailable(u"starting a process"_s, u"the runner is not running"_s);
    }
    const quint64 ticket = m_lastTicket + 1;
    CHECK(watch(channel.ours.get(), ticket));
    m_lastTicket = ticket;
    const bool survives = !unsent.survival.empty();
    m_runs.emplace(ticket, Run{.channel = std::move(channel.ours), .unsent = std::move(unsent), .survives = survives});
    m_waiting.push_back(ticket);
    m_keeper->wake();
    sendWaiting();
    return ticket;
}

void Runner::stop(quint64 ticket)
{
    const auto found = m_runs.find(ticket);
    if (found == m_runs.end() || found->second.stopping) {
        return;
    }
    found->second.stopping = true;
    if (found->second.unsent) {
        std::erase(m_waiting, ticket);
        finishLater(ticket, "cancelled"_ba, ECANCELED);
        return;
    }
    if (m_keeper) {
        m_keeper->wake();
    }
    wire::sendStop(found->second.channel.get());
}

base::Result<quint64> Runner::adopt(wire::Fd channel)
{
    CHECK(preparePoller());
    const quint64 ticket = m_lastTicket + 1;
    CHECK(watch(channel.get(), ticket));
    m_lastTicket = ticket;
    m_runs.emplace(ticket, Run{.channel = std::move(channel), .told = true, .survives = true});
    return ticket;
}

void Runner::keep(quint64 ticket, const std::array<qint64, 2> &offsets)
{
    if (const auto found = m_runs.find(ticket); found != m_runs.end()) {
        wire::sendKept(found->second.channel.get(), offsets);
    }
}

void Runner::settle(quint64 ticket)
{
    if (const auto run = m_unsettled.extract(ticket)) {
        wire::sendSettled(run.mapped().get());
    }
}

base::Status Runner::watch(int fd, quint64 key)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = key;
    if (::epoll_ctl(m_poller.get(), EPOLL_CTL_ADD, fd, &event) < 0) {
        return base::unavailable(u"watching the runner"_s, qt_error_string(errno));
    }
    return {};
}

void Runner::sendWaiting()
{
    while (m_keeper && !m_waiting.empty() && m_underway < mostUnderway) {
        const quint64 ticket = m_waiting.front();
        Run &run = m_runs.at(ticket);
        const int error = wire::send(m_keeper->control(), *run.unsent);
        const bool full = error == EAGAIN || error == ETOOMANYREFS || error == ENOBUFS;
        if (full && m_underway > 0) {
            return; // the next acknowledgement comes back here
        }
        m_waiting.pop_front();
        if (error != 0) {
            finishLater(ticket, "send"_ba, error);
            continue;
        }
        run.unsent.reset();
        run.underway = true;
        ++m_underway;
    }
}

void Runner::onReady()
{
    epoll_event events[64];
    const int count = ::epoll_wait(m_poller.get(), events, 64, 0);
    for (int i = 0; i < count; ++i) {
        if (events[i].data.u64 == keeperKey) {
            onKeeperGone();
        } else {
            onChannel(events[i].data.u64);
        }
    }
    sendWaiting();
}

void Runner::onChannel(quint64 ticket)
{
    for (;;) {
        const auto found = m_runs.find(ticket);
        if (found == m_runs.end()) {
            return;
        }
        const auto room = static_cast<size_t>(m_buffer.size());
        const ssize_t n = ::recv(found->second.channel.get(), m_buffer.data(), room, MSG_DONTWAIT);
        if (n < 0 && errno == ECONNRESET) {
            continue; // it left a stop unread; its report is still to be had
        }
        if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        const wire::Report report =
            wire::decode(QByteArray::fromRawData(m_buffer.constData(), std::max<ssize_t>(n, 0)));
        const bool stopping = found->second.stopping;
        if (report.pid && !std::exchange(found->second.told, true)) {
            acknowledge(found->second);
            Q_EMIT started(ticket, *report.pid);
        }
        if (report.spooled) {
            Q_EMIT spooled(ticket, *report.spooled);
        }
        if ((report.pid || report.spooled) && !report.end) {
            continue;
        }
        if (report.end && found->second.survives) {
            ::epoll_ctl(m_poller.get(), EPOLL_CTL_DEL, found->second.channel.get(), nullptr);
            m_unsettled.emplace(ticket, std::move(found->second.channel));
        }
        ProcessEnd died;
        died.how = ProcessEnd::How::RunnerDied;
        died.stopped = stopping;
        finish(ticket, report.end.value_or(died));
        return;
    }
}

void Runner::onKeeperGone()
{
    m_keeper->reap();
    m_keeper.reset();
    Q_EMIT lost(u"signalbox-runner has ended"_s);
    // One that ends as soon as it is started is not started over and over.
    const bool lived = m_keeperAge.elapsed() > shortLife.count();
    if (!m_waiting.empty() && lived && open()) {
        return; // onReady() sends them
    }
    for (const quint64 ticket : std::exchange(m_waiting, {})) {
        finishLater(ticket, "send"_ba, ECONNRESET);
    }
}

void Runner::acknowledge(Run &run)
{
    if (std::exchange(run.underway, false)) {
        --m_underway;
    }
}

void Runner::finish(quint64 ticket, const ProcessEnd &end)
{
    const auto run = m_runs.extract(ticket);
    if (run.empty()) {
        return;
    }
    acknowledge(run.mapped());
    run.mapped().channel.reset();
    Q_EMIT ended(ticket, end);
}

void Runner::finishLater(quint64 ticket, const QByteArray &stage, int error)
{
    ProcessEnd end;
    end.how = ProcessEnd::How::NotStarted;
    end.stage = stage;
    end.code = error;
    // The worker's end goes with the run, so the channel must not report its own end before that.
    ::epoll_ctl(m_poller.get(), EPOLL_CTL_DEL, m_runs.at(ticket).channel.get(), nullptr);
    QMetaObject::invokeMethod(
        this, [this, ticket, end] { finish(ticket, end); }, Qt::QueuedConnection);
}

} // namespace engine
