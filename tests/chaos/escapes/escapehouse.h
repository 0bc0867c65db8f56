// SPDX-License-Identifier: Apache-2.0
// A runner, programs that want to escape it, and innocents beside them who must live through everything.
#pragma once

#include "tests/chaos/escapes/ownnamespace.h"
#include "tests/support/runnerfixture.h"

#include <QProcess>

#include <csignal>
#include <poll.h>
#include <sys/syscall.h>

namespace test {

/// What an escapee says; floods are thrown away.
class Voice
{
public:
    Voice() : pipe(engine::OutputPipe::create().value())
    {
        QObject::connect(pipe.get(), &engine::OutputPipe::read, pipe.get(), [this](const QByteArray &chunk) {
            if (m_heard.size() < mostHeard) {
                m_heard += chunk;
            }
        });
    }

    QList<pid_t> ups() const
    {
        QList<pid_t> pids;
        for (const QByteArray &line : m_heard.split('\n')) {
            if (line.startsWith("up ")) {
                pids.append(line.mid(3).toInt());
            }
        }
        return pids;
    }
    /// Why this machine does not permit the pattern; empty where it does.
    QByteArray skipped() const
    {
        const qsizetype at = m_heard.indexOf("skip ");
        return at < 0 ? QByteArray() : m_heard.mid(at + 5).trimmed();
    }

    std::unique_ptr<engine::OutputPipe> pipe;

private:
    static constexpr qsizetype mostHeard = 64 << 10;
    QByteArray m_heard;
};

class Innocents
{
public:
    ~Innocents()
    {
        for (const Innocent &each : m_all) {
            ::syscall(SYS_pidfd_send_signal, each.handle.get(), SIGKILL, nullptr, 0);
        }
        for (const std::unique_ptr<QProcess> &each : m_processes) {
            each->waitForFinished();
        }
    }

    /// False where one of them did not come up.
    bool start()
    {
        return add("innocent", 1) && add("innocent daemon", 1) && add("innocent family", 3) &&
               add("innocent coming and going", 1);
    }
    /// Numbers of those who are gone.
    QList<pid_t> missing() const
    {
        QList<pid_t> gone;
        for (const Innocent &each : m_all) {
            pollfd handle{each.handle.get(), POLLIN, 0};
            if (::poll(&handle, 1, 0) != 0) {
                gone.append(each.pid);
            }
        }
        return gone;
    }

private:
    struct Innocent
    {
        pid_t pid;
        engine::wire::Fd handle;
    };

    bool add(const char *pattern, int ups)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(ESCAPEE), {QString::fromLatin1(pattern)});
        for (int i = 0; i < ups; ++i) {
            while (!process->canReadLine()) {
                if (!process->waitForReadyRead(30000)) {
                    return false;
                }
            }
            const pid_t pid = process->readLine().mid(3).trimmed().toInt();
            m_all.push_back({pid, engine::wire::Fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)))});
        }
        m_processes.push_back(std::move(process));
        return true;
    }

    std::vector<std::unique_ptr<QProcess>> m_processes;
    std::vector<Innocent> m_all;
};

class EscapeHouse
{
public:
    explicit EscapeHouse(const QString &program = engine::Runner::locate()) : fixture(program) {}

    engine::ProcessSpec escapee(const char *pattern) const { return fixture.spec({ESCAPEE, pattern}); }
    quint64 start(engine::ProcessSpec spec, Voice &voice)
    {
        spec.out = voice.pipe->takeWriteEnd();
        return fixture.start(std::move(spec));
    }
    /// Whoever is left of any run.
    QList<qint64> survivors() const { return inOwnNamespace() ? strangers() : fixture.survivors(); }

    RunnerFixture fixture;
    Innocents innocents;
};

} // namespace test
