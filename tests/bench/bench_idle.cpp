// SPDX-License-Identifier: Apache-2.0
// A service with many schedules and nothing due: how often any of its threads wakes up, and the memory it holds. Also
// after it was asked over HTTP, which leaves no timer behind. Usage: bench_idle [schedules] [seconds] [signalbox]
#include "app/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(const QFuture<base::Result<T>> &future)
{
    const base::Result<T> result = future.result(); // waits; the verbs do not need this thread
    if (!result) {
        qFatal("%s", qPrintable(result.error().message()));
    }
    return *result;
}

void fill(const QString &folder, int count)
{
    const base::SystemClock clock;
    store::Store store(folder, clock);
    const QFuture<base::Result<void>> opened = store.open();
    while (!opened.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (!opened.result()) {
        qFatal("the store does not open");
    }
    // Due once a year, half a year from now.
    const QDateTime due = QDateTime::currentDateTimeUtc().addDays(180);
    QList<domain::Automation> batch;
    for (int i = 0; i < count; ++i) {
        domain::Automation automation;
        automation.name = u"Yearly %1"_s.arg(i);
        automation.type = u"script"_s;
        automation.params = {{u"command"_s, u"true"_s}};
        automation.triggers = {domain::Schedule{
            .cron = u"%1 %2 %3 %4 *"_s.arg(i % 60).arg(i / 60 % 24).arg(due.date().day()).arg(due.date().month()),
            .timezone = u"UTC"_s}};
        batch.append(automation);
        if (batch.size() == 5000 || i + 1 == count) {
            must(store.automations().create(std::exchange(batch, {}), u"bench"_s));
        }
    }
    store.settings().set(QLatin1StringView(store::setting::samplesMade), true).waitForFinished();
    store.close();
}

qint64 statusSum(const QString &path, const char *name)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name)) {
                return line.mid(qstrlen(name)).simplified().split(' ').first().toLongLong();
            }
        }
    }
    return 0;
}

/// Of all threads, by their names.
QMap<QString, qint64> switchesOf(qint64 pid)
{
    QMap<QString, qint64> switches;
    const QDir tasks(u"/proc/%1/task"_s.arg(pid));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile name(tasks.filePath(task + u"/comm"_s));
        if (name.open(QIODevice::ReadOnly)) {
            switches[QString::fromUtf8(name.readAll().trimmed())] +=
                statusSum(tasks.filePath(task + u"/status"_s), "voluntary_ctxt_switches:");
        }
    }
    return switches;
}

/// Of all threads, in ticks of the kernel.
qint64 processorTime(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    const QList<QByteArray> fields =
        file.open(QIODevice::ReadOnly) ? file.readAll().split(')').last().simplified().split(' ') : QList<QByteArray>();
    return fields.value(11).toLongLong() + fields.value(12).toLongLong();
}

/// Waits until what follows a start or a request is over: nothing works or wakes for three seconds, within two minutes.
/// A thread that works without a pause does not wake.
void settle(qint64 pid)
{
    constexpr int enough = 6;
    constexpr int most = 240;
    QMap<QString, qint64> before = switchesOf(pid);
    qint64 used = processorTime(pid);
    int calm = 0;
    int looks = 0;
    for (; calm < enough && looks < most; ++looks) {
        QThread::msleep(500);
        const QMap<QString, qint64> now = switchesOf(pid);
        const qint64 usedNow = processorTime(pid);
        calm = now == before && usedNow == used ? calm + 1 : 0;
        before = now;
        used = usedNow;
    }
    std::printf("  at rest after %.1f s\n", double(looks - calm) / 2);
}

/// Of each thread that woke, and in all.
qint64 countWakeUps(qint64 pid, int seconds)
{
    const QMap<QString, qint64> before = switchesOf(pid);
    QThread::sleep(static_cast<unsigned long>(seconds));
    const QMap<QString, qint64> after = switchesOf(pid);
    qint64 all = 0;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        const qint64 here = it.value() - before.value(it.key());
        all += here;
        if (here > 0) {
            std::printf("  %-16s %lld\n", qPrintable(it.key()), static_cast<long long>(here));
        }
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int schedules = arguments.value(1, u"100000"_s).toInt();
    const int seconds = arguments.value(2, u"30"_s).toInt();
    const QString program =
        arguments.value(3, QDir(QCoreApplication::applicationDirPath()).filePath(u"../bin/signalbox"_s));
    const QTemporaryDir folder;
    fill(folder.path(), schedules);
    QProcess service;
    service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    service.start(program, {u"--store"_s, folder.path(), u"serve"_s});
    if (!service.waitForReadyRead(60000)) {
        qFatal("the service does not start");
    }
    std::printf("%d schedules, ready after %lld ms\n", schedules, static_cast<long long>(timer.elapsed()));
    settle(service.processId());
    const qint64 started = countWakeUps(service.processId(), seconds);
    std::printf("wake-ups of all threads in %d s: %lld (goal 0)\n", seconds, static_cast<long long>(started));
    if (QProcess::execute(program, {u"--store"_s, folder.path(), u"status"_s}) != 0) {
        qFatal("the service does not answer");
    }
    settle(service.processId());
    const qint64 asked = countWakeUps(service.processId(), seconds);
    std::printf("after it was asked: %lld (goal 0)\n", static_cast<long long>(asked));
    std::printf("resident: %.1f MiB\n",
                double(statusSum(u"/proc/%1/status"_s.arg(service.processId()), "VmRSS:")) / 1024);
    service.terminate();
    service.waitForFinished();
    return 0;
}
