// SPDX-License-Identifier: Apache-2.0
// What the runner costs: start, capture and reap of a do-nothing program, against posix_spawn with a pipe. Rounds
// alternate, so that what else the machine does hits both alike. Usage: bench_spawn [--rounds N] [--resident MiB]
#include "app/engine/outputpipe.h"
#include "app/engine/runner.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int perRound = 100;

double bareMicros()
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < perRound; ++i) {
        int fds[2];
        if (::pipe2(fds, O_CLOEXEC) < 0) {
            return 0;
        }
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, fds[1], 1);
        char name[] = "/bin/echo";
        char text[] = "hello";
        char *arguments[] = {name, text, nullptr};
        char *environment[] = {nullptr};
        pid_t pid = -1;
        ::posix_spawn(&pid, name, &actions, nullptr, arguments, environment);
        posix_spawn_file_actions_destroy(&actions);
        ::close(fds[1]);
        char buffer[4096];
        while (::read(fds[0], buffer, sizeof buffer) > 0) {
        }
        ::close(fds[0]);
        ::waitpid(pid, nullptr, 0);
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1000 / perRound;
}

// `inFlight` at once, a new one for each that ended.
class RunnerRound
{
public:
    RunnerRound(engine::Runner &runner, int inFlight) : m_runner(runner), m_inFlight(inFlight)
    {
        m_connection =
            QObject::connect(&runner, &engine::Runner::ended, &m_loop, [this](quint64 ticket) { ended(ticket); });
    }
    ~RunnerRound() { QObject::disconnect(m_connection); }

    double micros()
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < m_inFlight; ++i) {
            startOne();
        }
        m_loop.exec();
        return static_cast<double>(timer.nsecsElapsed()) / 1000 / perRound;
    }

private:
    void startOne()
    {
        std::unique_ptr<engine::OutputPipe> pipe = engine::OutputPipe::create().value();
        QObject::connect(pipe.get(), &engine::OutputPipe::read, &m_loop,
                         [this](const QByteArray &bytes) { m_bytes += bytes.size(); });
        engine::ProcessSpec spec;
        spec.argv = {"/bin/echo", "hello"};
        spec.out = pipe->takeWriteEnd();
        const quint64 ticket = m_runner.start(std::move(spec)).value();
        m_pipes.emplace(ticket, std::move(pipe));
        ++m_started;
    }
    void ended(quint64 ticket)
    {
        m_pipes.at(ticket)->drain();
        m_pipes.erase(ticket);
        if (m_started < perRound) {
            startOne();
        } else if (m_pipes.empty()) {
            if (m_bytes != perRound * 6) {
                qFatal("output is missing");
            }
            m_loop.quit();
        }
    }

    engine::Runner &m_runner;
    int m_inFlight;
    QEventLoop m_loop;
    QMetaObject::Connection m_connection;
    std::unordered_map<quint64, std::unique_ptr<engine::OutputPipe>> m_pipes;
    qint64 m_bytes = 0;
    int m_started = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"rounds"_s, u"Rounds of each, default 21."_s, u"n"_s, u"21"_s});
    parser.addOption({u"resident"_s, u"MiB of memory this process holds, default 0."_s, u"mib"_s, u"0"_s});
    parser.process(application);

    const auto resident = parser.value(u"resident"_s).toULongLong() << 20U;
    const std::unique_ptr<char[]> memory(resident > 0 ? new char[resident] : nullptr);
    if (memory) {
        std::memset(memory.get(), 1, resident);
    }
    engine::Runner runner(engine::Runner::locate());
    if (const base::Status opened = runner.open(); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message()));
        return 1;
    }
    std::vector<double> bare;
    std::vector<double> ours;
    std::vector<double> eight;
    for (int round = -2; round < parser.value(u"rounds"_s).toInt(); ++round) {
        const double values[] = {bareMicros(), RunnerRound(runner, 1).micros(), RunnerRound(runner, 8).micros()};
        if (round >= 0) { // the first two warm up
            bare.push_back(values[0]);
            ours.push_back(values[1]);
            eight.push_back(values[2]);
        }
    }
    const double base = median(bare);
    std::printf("start, capture, reap; medians in us per process; %llu MiB resident\n", resident >> 20U);
    std::printf("posix_spawn with a pipe  %8.1f\n", base);
    std::printf("runner, one at a time    %8.1f  ratio %.3f\n", median(ours), median(ours) / base);
    std::printf("runner, eight in flight  %8.1f  ratio %.3f\n", median(eight), median(eight) / base);
    return 0;
}
