// SPDX-License-Identifier: Apache-2.0
// A child that writes as fast as it can: its output copied to a file, and stored through Logs, in alternate rounds.
// Prints medians in MB/s, their ratio and how much memory storing took. Usage: bench_logstore [rounds] [folder]
#include "app/base/lines.h"
#include "app/store/logs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readSize = 64 << 10;
constexpr qsizetype batchSize = 256 << 10;
constexpr qint64 backPressure = 4 << 20;
constexpr qint64 realisticBytes = qint64(300) << 20;

/// A started program whose output comes through a pipe of 1 MiB.
class Child
{
public:
    explicit Child(const QList<QByteArray> &command)
    {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0) {
            std::abort();
        }
        fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::vector<char *> arguments;
        for (const QByteArray &word : command) {
            arguments.push_back(const_cast<char *>(word.constData()));
        }
        arguments.push_back(nullptr);
        if (posix_spawnp(&m_process, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
            std::abort();
        }
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        m_output = ends[0];
    }
    ~Child()
    {
        close(m_output);
        waitpid(m_process, nullptr, 0);
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    qsizetype readInto(char *at, qsizetype room) const { return read(m_output, at, static_cast<size_t>(room)); }

private:
    pid_t m_process = -1;
    int m_output = -1;
};

struct Figure
{
    double megabytesPerSecond = 0;
    double memoryGrowth = 0; ///< MiB
};

using Clock = std::chrono::steady_clock;

double speed(qint64 bytes, Clock::time_point start)
{
    return static_cast<double>(bytes) / 1e6 / std::chrono::duration<double>(Clock::now() - start).count();
}

double statusMiB(const char *name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name)) {
            return line.mid(qstrlen(name)).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

void resetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly)) {
        refs.write("5");
    }
}

Figure copyToFile(const QList<QByteArray> &command, const QString &path)
{
    const auto start = Clock::now();
    const Child child(command);
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    std::vector<char> buffer(readSize);
    qint64 bytes = 0;
    for (qsizetype got = 0; (got = child.readInto(buffer.data(), readSize)) > 0; bytes += got) {
        if (write(file, buffer.data(), static_cast<size_t>(got)) != got) {
            std::abort();
        }
    }
    close(file);
    const double rate = speed(bytes, start);
    QFile::remove(path);
    return {rate, 0};
}

/// Reads whole lines in batches, as the engine does, and hands them on.
class Feeder
{
public:
    Feeder(store::Logs &logs, const base::RunId &run) : m_logs(logs), m_run(run) {}

    qint64 feed(const Child &child)
    {
        QByteArray batch(batchSize, Qt::Uninitialized);
        qsizetype have = 0;
        for (;;) {
            const qsizetype got = child.readInto(batch.data() + have, std::min(readSize, batchSize - have));
            have += std::max<qsizetype>(got, 0);
            if (got <= 0 || have == batchSize) {
                const qsizetype whole = batch.lastIndexOf('\n', have - 1) + 1;
                QByteArray next(batchSize, Qt::Uninitialized);
                std::copy(batch.constData() + whole, batch.constData() + have, next.data());
                batch.truncate(whole);
                have -= whole;
                send(std::move(batch));
                batch = std::move(next);
            }
            if (got <= 0) {
                break;
            }
        }
        m_last = m_logs.seal(m_run);
        m_last.waitForFinished();
        return m_bytes;
    }

    bool complete() { return m_last.result() && *m_last.result() == store::LogInfo{m_lines, m_bytes}; }

private:
    void send(QByteArray bytes)
    {
        if (bytes.isEmpty()) {
            return;
        }
        const qint64 lines = base::countLines(bytes);
        const qint64 size = bytes.size();
        const store::LogSpan span{.lines = lines, .at = base::SystemClock().now()};
        m_waiting.push_back(m_logs.append(m_run, {.firstLine = m_lines, .bytes = std::move(bytes), .spans = {span}}));
        m_lines += lines;
        m_bytes += size;
        while (m_logs.pendingBytes() > backPressure && !m_waiting.empty()) {
            m_waiting.front().waitForFinished();
            m_waiting.pop_front();
        }
    }

    store::Logs &m_logs;
    base::RunId m_run;
    qint64 m_lines = 0;
    qint64 m_bytes = 0;
    std::deque<QFuture<base::Result<store::LogInfo>>> m_waiting;
    QFuture<base::Result<store::LogInfo>> m_last;
};

Figure storeInLogs(const QList<QByteArray> &command, const QString &folder)
{
    store::Logs logs(folder + u"/logs.db"_s);
    if (!logs.open().result()) {
        std::abort();
    }
    resetPeak();
    const double before = statusMiB("VmRSS:");
    const auto start = Clock::now();
    Feeder feeder(logs, base::RunId::make());
    const Child child(command);
    const qint64 bytes = feeder.feed(child);
    const double rate = speed(bytes, start);
    const double growth = statusMiB("VmHWM:") - before;
    if (!feeder.complete()) {
        std::fprintf(stderr, "what was stored is not what was read\n");
        std::exit(1);
    }
    logs.close();
    QFile::remove(folder + u"/logs.db"_s);
    return {rate, growth};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const char *title, const QList<QByteArray> &command, const QString &folder, int rounds)
{
    std::vector<double> file;
    std::vector<double> stored;
    std::vector<double> ratios;
    double growth = 0;
    for (int i = 0; i < rounds; ++i) {
        file.push_back(copyToFile(command, folder + u"/copy"_s).megabytesPerSecond);
        const Figure figure = storeInLogs(command, folder);
        stored.push_back(figure.megabytesPerSecond);
        ratios.push_back(stored.back() / file.back());
        growth = std::max(growth, figure.memoryGrowth);
    }
    const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
    std::printf("%-12s file %6.0f MB/s   logs %6.0f MB/s   ratio %.2f (rounds %.2f to %.2f)   memory +%.1f MiB\n",
                title, median(file), median(stored), median(stored) / median(file), *least, *most, growth);
    std::fflush(stdout);
}

/// About 91 bytes a line, with times, levels, ids and numbers, as services write them.
void writeRealistic(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::abort();
    }
    const std::array levels{"INFO ", "DEBUG", "WARN ", "INFO "};
    const std::array verbs{"fetched page", "stored batch", "retried call", "released lease"};
    quint64 random = 88172645463325252;
    QByteArray block;
    for (qint64 written = 0, line = 0; written < realisticBytes; ++line) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::array<char, 160> text{};
        const int length = std::snprintf(
            text.data(), text.size(), "2026-10-22T12:%02d:%02d.%03dZ %s worker-%02d %s id=%08x items=%d ms=%d ok\n",
            int(line / 60000 % 60), int(line / 1000 % 60), int(line % 1000), levels[random % 4], int(random >> 8 & 15),
            verbs[random >> 16 & 3], unsigned(random >> 24), int(random >> 20 & 1023), int(random >> 32 & 4095));
        block.append(text.data(), length);
        if (block.size() > (1 << 20)) {
            written += file.write(block);
            block.clear();
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int rounds = std::max(1, arguments.value(1, u"5"_s).toInt());
    const QTemporaryDir folder(arguments.value(2, QDir::tempPath()) + u"/bench_logstore-XXXXXX"_s);
    if (!folder.isValid()) {
        std::fprintf(stderr, "no folder to work in\n");
        return 1;
    }
    compare("seq", {"seq", "1", "20000000"}, folder.path(), rounds);
    const QString realistic = folder.filePath(u"realistic.log"_s);
    writeRealistic(realistic);
    compare("realistic", {"cat", QFile::encodeName(realistic)}, folder.path(), rounds);
    return 0;
}
