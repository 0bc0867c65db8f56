// SPDX-License-Identifier: Apache-2.0
// What the runner costs: start, capture and reap of a do-nothing program, against posix_spawn with a pipe, from a small
// engine and from one that holds a lot of memory. And by how much a job that writes without end delays the first output
// of a quiet one. Rounds alternate, so that what else the machine does hits both alike.
// Usage: bench_spawn [--rounds N] [--resident MiB]
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

// Few, so that some rounds find a busy machine idle.
constexpr int perRound = 10;

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

double runnerMicros(engine::Runner &runner, int inFlight)
{
    return RunnerRound(runner, inFlight).micros();
}

// From the start of a quiet job until its first output is read.
class QuietRound
{
public:
    explicit QuietRound(engine::Runner &runner) : m_runner(runner)
    {
        m_connection = QObject::connect(&runner, &engine::Runner::ended, &m_loop, [this](quint64 ticket) {
            if (ticket == m_ticket) {
                m_loop.quit();
            }
        });
    }
    ~QuietRound() { QObject::disconnect(m_connection); }

    double micros()
    {
        const std::unique_ptr<engine::OutputPipe> pipe = engine::OutputPipe::create().value();
        QElapsedTimer timer;
        qint64 first = 0;
        QObject::connect(pipe.get(), &engine::OutputPipe::read, &m_loop, [&] { first = timer.nsecsElapsed(); });
        engine::ProcessSpec spec;
        spec.argv = {"/bin/echo", "hello"};
        spec.out = pipe->takeWriteEnd();
        timer.start();
        m_ticket = m_runner.start(std::move(spec)).value();
        m_loop.exec();
        pipe->drain();
        return static_cast<double>(first) / 1000;
    }

private:
    engine::Runner &m_runner;
    QEventLoop m_loop;
    QMetaObject::Connection m_connection;
    quint64 m_ticket = 0;
};

// Its output is read as fast as this process can, and dropped.
class NoisyJob
{
public:
    explicit NoisyJob(engine::Runner &runner) : m_runner(runner), m_pipe(engine::OutputPipe::create().value())
    {
        engine::ProcessSpec spec;
        spec.argv = {"/usr/bin/yes"};
        spec.out = m_pipe->takeWriteEnd();
        m_ticket = runner.start(std::move(spec)).value();
        waitFor(&engine::OutputPipe::read);
    }
    ~NoisyJob()
    {
        QEventLoop loop;
        QObject::connect(&m_runner, &engine::Runner::ended, &loop, &QEventLoop::quit);
        m_runner.stop(m_ticket);
        loop.exec();
    }

private:
    void waitFor(void (engine::OutputPipe::*signal)(const QByteArray &))
    {
        QEventLoop loop;
        QObject::connect(m_pipe.get(), signal, &loop, &QEventLoop::quit);
        loop.exec();
    }

    engine::Runner &m_runner;
    std::unique_ptr<engine::OutputPipe> m_pipe;
    quint64 m_ticket = 0;
};

double quantile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<size_t>(static_cast<double>(values.size()) * part));
}

// The median, and the fastest tenth, which other work on the machine disturbs least.
void print(const char *name, const std::vector<double> &values, const std::vector<double> &base)
{
    const double half = quantile(values, 0.5);
    const double tenth = quantile(values, 0.1);
    std::printf("  %-25s%8.1f ratio %.3f, fastest tenth %8.1f ratio %.3f\n", name, half, half / quantile(base, 0.5),
                tenth, tenth / quantile(base, 0.1));
}

void compareStarts(engine::Runner &runner, int rounds, const char *size)
{
    std::vector<double> bare;
    std::vector<double> ours;
    std::vector<double> eight;
    for (int round = -2; round < rounds; ++round) {
        const double values[] = {bareMicros(), runnerMicros(runner, 1), runnerMicros(runner, 8)};
        if (round >= 0) { // the first two warm up
            bare.push_back(values[0]);
            ours.push_back(values[1]);
            eight.push_back(values[2]);
        }
    }
    std::printf("%s engine\n", size);
    print("posix_spawn with a pipe", bare, bare);
    print("runner, one at a time", ours, bare);
    print("runner, eight in flight", eight, bare);
}

void compareNeighbours(engine::Runner &runner, int rounds)
{
    constexpr int perNeighbour = 5;
    std::vector<double> alone;
    std::vector<double> beside;
    QuietRound quiet(runner);
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < perNeighbour; ++i) {
            alone.push_back(quiet.micros());
        }
        const NoisyJob noise(runner);
        for (int i = 0; i < perNeighbour; ++i) {
            beside.push_back(quiet.micros());
        }
    }
    std::printf("first output of a quiet job\n");
    print("alone", alone, alone);
    print("beside a flood", beside, alone);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"rounds"_s, u"Rounds of each, default 200."_s, u"n"_s, u"200"_s});
    parser.addOption({u"resident"_s, u"MiB of memory the large engine holds, default 2048."_s, u"mib"_s, u"2048"_s});
    parser.process(application);
    const int rounds = parser.value(u"rounds"_s).toInt();

    engine::Runner runner(engine::Runner::locate());
    if (const base::Status opened = runner.open(); !opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message()));
        return 1;
    }
    std::printf("start, capture, reap of /bin/echo; us per process\n");
    compareStarts(runner, rounds, "small");
    compareNeighbours(runner, rounds);
    const auto resident = parser.value(u"resident"_s).toULongLong() << 20U;
    const std::unique_ptr<char[]> memory(new char[resident]);
    std::memset(memory.get(), 1, resident);
    compareStarts(runner, rounds, "large");
    std::printf("the large engine held %llu MiB, byte %d\n", resident >> 20U, memory[resident / 2]);
    return 0;
}
