// SPDX-License-Identifier: Apache-2.0
// The engine's client of signalbox-runner: starts processes, stops their whole trees, tells how they ended.
// Lives on the engine thread and never blocks there, but for the destructor.
#pragma once

#include "app/base/result.h"
#include "app/engine/limits/confinement.h"
#include "app/engine/runnerkeeper.h"
#include "app/engine/runnertypes.h"
#include "app/engine/runnerwire.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QString>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>

namespace engine {

class Runner : public QObject
{
    Q_OBJECT

public:
    /// `program` is the path of signalbox-runner, usually locate()'s.
    explicit Runner(QString program, QObject *parent = nullptr);
    /// Ends every run still going; returns when their processes are gone, after 2 s at the latest.
    ~Runner() override;

    /// $SIGNALBOX_RUNNER; else beside the application; else in ../libexec/signalbox from there.
    static QString locate();

    /// Starts the keeper, on first use and again after lost(). Unavailable where the program can't be executed.
    base::Status open();
    bool isOpen() const { return m_keeper.has_value(); }
    /// What this machine has to hold runs to limits; looked for at the first call.
    const Means &means();
    /// The keeper's process, or -1.
    qint64 keeperPid() const { return m_keeper ? m_keeper->pid() : -1; }

    /// Hands a process over. The answer is a ticket, never used twice; ended() comes exactly once for it, and before it
    /// started(), where the program was executed and its worker lived to tell. Signals are emitted later, never from
    /// within. Invalid names the field at fault; Unavailable where the keeper is lost or descriptors ran out. Closes
    /// the streams of `spec` in any case.
    base::Result<quint64> start(ProcessSpec spec);
    /// TERM to the run's tree now, KILL after its `killAfter`. Does nothing for a run that has ended or is stopped.
    void stop(quint64 ticket);

    /// Takes over a run that went on without its engine; what it has to tell follows as for any other. Unavailable
    /// where descriptors ran out.
    base::Result<quint64> adopt(wire::Fd channel);
    /// Of a run that survives its engine: what is below these offsets in its spools is on record.
    void keep(quint64 ticket, const std::array<qint64, 2> &offsets);
    /// The end of such a run is on record. Without it the next engine is told of it again.
    void settle(quint64 ticket);

Q_SIGNALS:
    void started(quint64 ticket, qint64 pid);
    /// There is more in the spools of a run that survives its engine: these are their lengths.
    void spooled(quint64 ticket, const std::array<qint64, 2> &lengths);
    void ended(quint64 ticket, const engine::ProcessEnd &end);
    /// The keeper is gone. Its workers are ending the runs; ended() follows for each of them. open() starts another.
    void lost(const QString &why);

private:
    struct Run
    {
        wire::Fd channel;
        std::optional<wire::Start> unsent;
        bool underway = false; ///< Sent and not yet taken by a worker, as far as we know.
        bool told = false;     ///< started() was emitted.
        bool stopping = false;
        bool survives = false;
    };

    base::Status preparePoller();
    base::Status watch(int fd, quint64 key);
    void sendWaiting();
    void onReady();
    void onChannel(quint64 ticket);
    void onKeeperGone();
    void acknowledge(Run &run);
    void finish(quint64 ticket, const ProcessEnd &end);
    void finishLater(quint64 ticket, const QByteArray &stage, int error);

    QString m_program;
    std::optional<Means> m_means;
    std::optional<RunnerKeeper> m_keeper;
    QElapsedTimer m_keeperAge;
    wire::Fd m_poller; ///< One epoll for all channels, so that the event loop looks at one descriptor only.
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unordered_map<quint64, Run> m_runs;
    std::unordered_map<quint64, wire::Fd> m_unsettled; ///< Ended, and their workers wait until that is on record.
    std::deque<quint64> m_waiting;
    QByteArray m_buffer;
    quint64 m_lastTicket = 0;
    int m_underway = 0;
};

} // namespace engine
