// SPDX-License-Identifier: Apache-2.0
// A child that writes as fast as it can: its output copied to a file, stored through Logs, and stored while somebody
// reads the last lines again and again, as a viewer that follows does; in alternate rounds. Prints medians in MB/s, of
// the processor's time too, which a busy machine spoils less, their ratios and how much memory storing took.
// Usage: bench_logstore [rounds] [folder] [MiB of the realistic log]
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
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readSize = 64 << 10;
constexpr qsizetype batchSize = 256 << 10;
constexpr qint64 backPressure = 4 << 20;
constexpr qint64 linesSeen = 60;

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
    double cpuSeconds = 0;   ///< Of this process and the child.
    double memoryGrowth = 0; ///< MiB
};

using Clock = std::chrono::steady_clock;

double cpuSeconds()
{
    double seconds = 0;
    for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage use{};
        getrusage(who, &use);
        for (const timeval &time : {use.ru_utime, use.ru_stime}) {
            seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        }
    }
    return seconds;
}

/// From its beginning to stop().
class Watch
{
public:
    Figure stop(qint64 bytes) const
    {
        const double seconds = std::chrono::duration<double>(Clock::now() - m_start).count();
        return {.megabytesPerSecond = static_cast<double>(bytes) / 1e6 / seconds, .cpuSeconds = cpuSeconds() - m_cpu};
    }

private:
    Clock::time_point m_start = Clock::now();
    double m_cpu = cpuSeconds();
};

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
    const Watch watch;
    auto child = std::make_unique<Child>(command);
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    std::vector<char> buffer(readSize);
    qint64 bytes = 0;
    for (qsizetype got = 0; (got = child->readInto(buffer.data(), readSize)) > 0; bytes += got) {
        if (write(file, buffer.data(), static_cast<size_t>(got)) != got) {
            std::abort();
        }
    }
    close(file);
    child.reset();
    const Figure figure = watch.stop(bytes);
    QFile::remove(path);
    return figure;
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

/// Reads the last lines whenever the log has grown, as text, one reading after the other.
class Follower
{
public:
    Follower(const store::Logs &logs, base::RunId run)
        : m_logs(logs), m_run(std::move(run)), m_thread([this] { loop(); })
    {
    }
    ~Follower()
    {
        m_over = true;
        m_thread.join();
    }
    Follower(const Follower &) = delete;
    Follower &operator=(const Follower &) = delete;

    qint64 readings() const { return m_readings; }

private:
    void loop()
    {
        for (qint64 seen = 0; !m_over;) {
            const base::Result<store::LogInfo> info = m_logs.info(m_run).result();
            if (info && info->lines > seen) {
                seen = info->lines;
                const auto chunk = m_logs.read(m_run, std::max<qint64>(seen - linesSeen, 0), linesSeen).result();
                m_readings += chunk && !QString::fromUtf8(chunk->bytes).isEmpty() ? 1 : 0;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(16));
        }
    }

    const store::Logs &m_logs;
    const base::RunId m_run;
    std::atomic<bool> m_over = false;
    std::atomic<qint64> m_readings = 0;
    std::thread m_thread;
};

enum class Follow { No, Yes };

Figure storeInLogs(const QList<QByteArray> &command, const QString &folder, Follow follow)
{
    store::Logs logs(folder + u"/logs.db"_s);
    if (!logs.open().result()) {
        std::abort();
    }
    resetPeak();
    const double before = statusMiB("VmRSS:");
    const base::RunId run = base::RunId::make();
    const auto follower = follow == Follow::Yes ? std::make_unique<Follower>(logs, run) : nullptr;
    const Watch watch;
    Feeder feeder(logs, run);
    auto child = std::make_unique<Child>(command);
    const qint64 bytes = feeder.feed(*child);
    child.reset();
    Figure figure = watch.stop(bytes);
    figure.memoryGrowth = statusMiB("VmHWM:") - before;
    if (!feeder.complete()) {
        std::fprintf(stderr, "what was stored is not what was read\n");
        std::exit(1);
    }
    if (follower && follower->readings() == 0) {
        std::fprintf(stderr, "nobody followed\n");
        std::exit(1);
    }
    logs.close();
    QFile::remove(folder + u"/logs.db"_s);
    return figure;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Column
{
    std::vector<double> speed;
    std::vector<double> cpu;
    double growth = 0;

    void add(const Figure &figure)
    {
        speed.push_back(figure.megabytesPerSecond);
        cpu.push_back(figure.cpuSeconds);
        growth = std::max(growth, figure.memoryGrowth);
    }
};

void compare(const char *title, const QList<QByteArray> &command, const QString &folder, int rounds)
{
    Column file;
    Column stored;
    Column followed;
    std::vector<double> ratios;
    for (int i = 0; i < rounds; ++i) {
        file.add(copyToFile(command, folder + u"/copy"_s));
        stored.add(storeInLogs(command, folder, Follow::No));
        followed.add(storeInLogs(command, folder, Follow::Yes));
        ratios.push_back(stored.speed.back() / file.speed.back());
    }
    const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
    std::printf("%-10s file %5.0f MB/s   logs %5.0f MB/s   ratio %.2f (rounds %.2f to %.2f)   of cpu %.2f   "
                "memory +%.1f MiB\n",
                title, median(file.speed), median(stored.speed), median(stored.speed) / median(file.speed), *least,
                *most, median(file.cpu) / median(stored.cpu), std::max(stored.growth, followed.growth));
    std::printf("%-10s followed %5.0f MB/s   %.2f of not followed   of cpu %.2f\n", "", median(followed.speed),
                median(followed.speed) / median(stored.speed), median(stored.cpu) / median(followed.cpu));
    std::fflush(stdout);
}

/// About 91 bytes a line, with times, levels, ids and numbers, as services write them.
void writeRealistic(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::abort();
    }
    const std::array levels{"INFO ", "DEBUG", "WARN ", "INFO "};
    const std::array verbs{"fetched page", "stored batch", "retried call", "released lease"};
    quint64 random = 88172645463325252;
    QByteArray block;
    for (qint64 written = 0, line = 0; written < bytes; ++line) {
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
    writeRealistic(realistic, qint64(std::max(1, arguments.value(3, u"300"_s).toInt())) << 20);
    compare("realistic", {"cat", QFile::encodeName(realistic)}, folder.path(), rounds);
    return 0;
}
