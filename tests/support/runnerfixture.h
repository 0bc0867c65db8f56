// SPDX-License-Identifier: Apache-2.0
// A real runner with a recorder for what it tells, and the search for survivors: every program started here carries a
// marker in its environment that its descendants inherit.
#pragma once

#include "app/engine/outputpipe.h"
#include "app/engine/runner.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

#include <map>

namespace test {

class RunnerFixture
{
public:
    explicit RunnerFixture(const QString &program = engine::Runner::locate())
        : runner(program),
          marker("SIGNALBOX_TEST=" + QByteArray::number(QCoreApplication::applicationPid()) + '.' +
                 QByteArray::number(++lastFixture))
    {
        QObject::connect(&runner, &engine::Runner::started, &runner, [this](quint64 ticket, qint64 pid) {
            order += 's';
            pids.insert(ticket, pid);
        });
        QObject::connect(&runner, &engine::Runner::ended, &runner,
                         [this](quint64 ticket, const engine::ProcessEnd &end) {
                             order += 'e';
                             ++endings[ticket];
                             ends[ticket] = end;
                         });
    }

    bool open()
    {
        const base::Status status = runner.open();
        if (!status) {
            qWarning("%s", qPrintable(status.error().message()));
        }
        return status.has_value();
    }

    engine::ProcessSpec spec(const QByteArrayList &argv) const
    {
        engine::ProcessSpec wanted;
        wanted.argv = argv;
        wanted.environment = {"PATH=/usr/bin:/bin:/usr/sbin:/sbin", marker};
        wanted.killAfter = std::chrono::milliseconds(300);
        return wanted;
    }
    static QByteArrayList shellWords(const QByteArray &script) { return {"/bin/sh", "-c", script}; }
    engine::ProcessSpec shell(const QByteArray &script) const { return spec(shellWords(script)); }

    quint64 start(engine::ProcessSpec wanted)
    {
        const base::Result<quint64> ticket = runner.start(std::move(wanted));
        if (!ticket) {
            qWarning("%s", qPrintable(ticket.error().message()));
        }
        return ticket.value_or(0);
    }

    bool hasEnded(quint64 ticket) const { return ends.count(ticket) > 0; }

    /// Processes, not yet zombies, whose environment holds the marker.
    QList<qint64> survivors() const { return processesWith(marker); }

    static QList<qint64> processesWith(const QByteArray &variable)
    {
        QList<qint64> found;
        const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            if (name.at(0).isDigit() && hasVariable(QStringLiteral("/proc/") + name, variable)) {
                found.push_back(name.toLongLong());
            }
        }
        return found;
    }

    engine::Runner runner;
    QByteArray marker;
    QByteArray order; ///< `s` for a start, `e` for an end.
    QHash<quint64, qint64> pids;
    QHash<quint64, int> endings;
    std::map<quint64, engine::ProcessEnd> ends;

private:
    // By thread: a process whose main thread has left shows its environment in the others only.
    static bool hasVariable(const QString &process, const QByteArray &variable)
    {
        const QStringList threads =
            QDir(process + QStringLiteral("/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return std::any_of(threads.begin(), threads.end(), [&](const QString &thread) {
            QFile file(process + QStringLiteral("/task/") + thread + QStringLiteral("/environ"));
            return file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains(variable);
        });
    }

    static inline int lastFixture = 0;
};

/// A pipe whose output is collected.
class Output
{
public:
    Output() : pipe(engine::OutputPipe::create().value())
    {
        QObject::connect(pipe.get(), &engine::OutputPipe::read, pipe.get(), [this](const QByteArray &chunk) {
            bytes += chunk;
            ++reads;
        });
        QObject::connect(pipe.get(), &engine::OutputPipe::drained, pipe.get(), [this] { ++drained; });
        QObject::connect(pipe.get(), &engine::OutputPipe::closed, pipe.get(), [this] { ++closed; });
    }

    std::unique_ptr<engine::OutputPipe> pipe;
    QByteArray bytes;
    int reads = 0;
    int drained = 0;
    int closed = 0;
};

} // namespace test
