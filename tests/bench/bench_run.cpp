// SPDX-License-Identifier: Apache-2.0
// What a whole run costs: asked for, admitted, started, captured, two state changes on the disk, reaped; beside a bare
// posix_spawn with a pipe. Rounds alternate. And what the whole path takes in of a child that writes as fast as it can,
// beside copying its output to a file. Figures, not a test. Usage: bench_run [runs a round] [rounds] [rounds of
// the latter]
#include "app/base/answer.h"
#include "app/engine/engine.h"
#include "app/kinds/kinds.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

pid_t spawnWithPipe(char *const arguments[], int &readEnd)
{
    int fds[2] = {-1, -1};
    if (pipe2(fds, O_CLOEXEC) != 0) {
        return -1;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fds[1], 1);
    pid_t pid = -1;
    posix_spawn(&pid, arguments[0], &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(fds[1]);
    readEnd = fds[0];
    return pid;
}

/// Microseconds a process.
double bareSpawn(int count)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        char name[] = "/bin/true";
        char *arguments[] = {name, nullptr};
        int out = -1;
        const pid_t pid = spawnWithPipe(arguments, out);
        char buffer[4096];
        while (read(out, buffer, sizeof buffer) > 0) {
        }
        close(out);
        waitpid(pid, nullptr, 0);
    }
    return double(timer.nsecsElapsed()) / 1e3 / count;
}

/// Seconds to copy the output of `seq` to a file.
double copyToFile(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    char name[] = "/usr/bin/seq", from[] = "1", to[] = "20000000";
    char *arguments[] = {name, from, to, nullptr};
    int out = -1;
    const pid_t pid = spawnWithPipe(arguments, out);
    fcntl(out, F_SETPIPE_SZ, 1 << 20);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        std::vector<char> buffer(65536);
        for (ssize_t size = 0; (size = read(out, buffer.data(), buffer.size())) > 0;) {
            file.write(buffer.data(), size);
        }
    }
    close(out);
    waitpid(pid, nullptr, 0);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    file.remove();
    return seconds;
}

long peakKib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').first().toLong();
        }
    }
    return 0;
}

class Bench : public QObject
{
public:
    Bench(int runs, int rounds, int floods)
        : m_runs(runs), m_rounds(rounds), m_floods(floods), m_store(m_folder.filePath(u"store"_s), m_clock)
    {
        base::onAnswer(this, m_store.open(), [this](const base::Result<void> &) { startEngine(); });
        connect(&m_store, &store::Store::changed, this, &Bench::onChanged);
    }

    ~Bench() override
    {
        m_thread.quit();
        m_thread.wait();
        m_store.close();
    }

private:
    void startEngine()
    {
        m_store.takeEngine();
        m_engine = new engine::Engine(m_store, kinds::all(), m_clock, {.runnerProgram = engine::Runner::locate()});
        m_engine->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        connect(m_engine, &engine::Engine::started, this, &Bench::create);
        connect(m_engine, &engine::Engine::failed, this, [](const base::Error &error) {
            std::fprintf(stderr, "the engine failed: %s\n", qUtf8Printable(error.message()));
            QCoreApplication::exit(1);
        });
        m_thread.start();
        QMetaObject::invokeMethod(m_engine, &engine::Engine::start, Qt::QueuedConnection);
    }

    void create()
    {
        domain::Automation noop;
        noop.name = u"noop"_s;
        noop.type = u"script"_s;
        noop.params = {{u"argv"_s, QJsonArray{u"/bin/true"_s}}};
        noop.overlap = domain::Overlap::Parallel;
        noop.maxQueued = 1000000;
        domain::Automation flood = noop;
        flood.name = u"flood"_s;
        flood.params = {{u"argv"_s, QJsonArray{u"/usr/bin/seq"_s, u"1"_s, u"20000000"_s}}};
        base::onAnswer(this, m_store.automations().create({noop, flood}, u"bench"_s),
                       [this](const base::Result<QList<domain::Automation>> &made) {
                           m_noop = made->at(0).id;
                           m_flood = made->at(1).id;
                           round();
                       });
    }

    void round()
    {
        if (int(m_whole.size()) == m_rounds) {
            floodRound();
            return;
        }
        m_bare.push_back(bareSpawn(m_runs));
        m_open = m_runs;
        m_timer.start();
        for (int i = 0; i < m_runs; ++i) {
            m_store.runs().request(m_noop, u"bench"_s);
        }
    }

    void floodRound()
    {
        if (int(m_flooded.size()) == m_floods) {
            report();
            return;
        }
        m_copied.push_back(copyToFile(m_folder.filePath(u"copy"_s)));
        m_open = 1;
        m_peakBefore = m_peakBefore ? m_peakBefore : peakKib();
        m_timer.start();
        m_store.runs().request(m_flood, u"bench"_s);
    }

    void onChanged(const store::Changes &changes)
    {
        // Only when all may be over is it looked at; the counters are cheap.
        if (m_open == 0 || changes.isEmpty()) {
            return;
        }
        base::onAnswer(this, m_store.runs().counts(), [this](const base::Result<store::RunCounts> &counts) {
            if (m_open > 0 && counts && counts->total >= m_expected + m_open && counts->running + counts->queued == 0) {
                m_expected += std::exchange(m_open, 0);
                const double seconds = double(m_timer.nsecsElapsed()) / 1e9;
                if (int(m_whole.size()) < m_rounds) {
                    m_whole.push_back(seconds * 1e6 / m_runs);
                    round();
                } else {
                    m_flooded.push_back(seconds);
                    floodRound();
                }
            }
        });
    }

    void report()
    {
        const double megabytes = 168.888897;
        std::printf("a whole run, %d at a time asked for, medians of %d rounds\n", m_runs, m_rounds);
        std::printf("  bare posix_spawn + pipe  %8.0f us\n  whole run                %8.0f us\n  ratio %.2f\n",
                    median(m_bare), median(m_whole), median(m_whole) / median(m_bare));
        if (m_floods > 0) {
            std::printf("seq 1 20000000, medians of %d rounds\n", m_floods);
            std::printf("  copied to a file         %8.0f MB/s\n  stored through the engine %7.0f MB/s\n  ratio %.2f\n",
                        megabytes / median(m_copied), megabytes / median(m_flooded),
                        median(m_copied) / median(m_flooded));
            std::printf("  peak memory grew by %ld MiB\n", (peakKib() - m_peakBefore) / 1024);
        }
        connect(m_engine, &engine::Engine::stopped, qApp, &QCoreApplication::quit);
        QMetaObject::invokeMethod(m_engine, &engine::Engine::stop, Qt::QueuedConnection);
    }

    const int m_runs;
    const int m_rounds;
    const int m_floods;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    store::Store m_store;
    QThread m_thread;
    engine::Engine *m_engine = nullptr;
    base::AutomationId m_noop, m_flood;
    QElapsedTimer m_timer;
    int m_open = 0;
    qint64 m_expected = 0;
    long m_peakBefore = 0;
    std::vector<double> m_bare, m_whole, m_copied, m_flooded;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
    Bench bench(argc > 1 ? std::atoi(argv[1]) : 200, rounds, argc > 3 ? std::atoi(argv[3]) : rounds);
    return QCoreApplication::exec();
}
