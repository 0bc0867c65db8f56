// SPDX-License-Identifier: Apache-2.0
// Searches a stored, compressed log and, beside it in the same run, the plain text: memmem on all cores, grep and
// ripgrep. Run: bench_find [rounds] [MiB] [folder] [words of a title]
#include "app/base/lines.h"
#include "app/search/matcher.h"
#include "app/store/logs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <deque>
#include <thread>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr qint64 batchSize = 1 << 20;
constexpr qint64 backPressure = 8 << 20;

struct Figure
{
    double milliseconds = 0;
    qint64 lines = 0;
    double cpu = 0; ///< Milliseconds of all cores: what a busy machine does not spoil.
};

double cpuOf(int who)
{
    rusage use{};
    getrusage(who, &use);
    const auto millis = [](const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return millis(use.ru_utime) + millis(use.ru_stime);
}

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// About 91 bytes a line, as services write them; one line in ten thousand has a status to look for.
void writeLog(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        std::abort();
    }
    const std::array levels{"INFO ", "DEBUG", "WARN ", "INFO "};
    const std::array verbs{"fetched page", "stored batch", "retried call", "released lease"};
    quint64 random = 88172645463325252;
    QByteArray block;
    qint64 written = 0;
    for (qint64 line = 0; written < bytes; ++line) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::array<char, 200> text{};
        const bool rare = random % 10000 == 0;
        const int length = std::snprintf(
            text.data(), text.size(), "2026-10-22T12:%02d:%02d.%03dZ %s worker-%02d %s id=%08x items=%d ms=%d %s\n",
            int(line / 60000 % 60), int(line / 1000 % 60), int(line % 1000), levels[random % 4], int(random >> 8 & 15),
            verbs[random >> 16 & 3], unsigned(random >> 24), int(random >> 20 & 1023), int(random >> 32 & 4095),
            rare ? "status=203 after timeout" : "status=200 ok");
        block.append(text.data(), length);
        if (block.size() > batchSize) {
            written += file.write(block);
            block.clear();
        }
    }
}

void storeLog(store::Logs &logs, const base::RunId &run, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::abort();
    }
    qint64 lines = 0;
    std::deque<QFuture<base::Result<store::LogInfo>>> waiting;
    while (!file.atEnd()) {
        QByteArray bytes = file.read(batchSize);
        bytes += file.readLine();
        const qint64 count = base::countLines(bytes);
        const store::LogSpan span{.lines = count, .at = base::SystemClock().now()};
        waiting.push_back(logs.append(run, {.firstLine = lines, .bytes = std::move(bytes), .spans = {span}}));
        lines += count;
        while (logs.pendingBytes() > backPressure && !waiting.empty()) {
            waiting.front().waitForFinished();
            waiting.pop_front();
        }
    }
    if (!logs.seal(run).result()) {
        std::abort();
    }
}

Figure ours(store::Logs &logs, const base::RunId &run, const search::Query &query)
{
    const double before = cpuOf(RUSAGE_SELF);
    const auto start = Clock::now();
    const auto matcher = search::Matcher::compile(query);
    if (!matcher) {
        std::abort();
    }
    const auto shared = std::make_shared<const search::Matcher>(*matcher);
    qint64 found = 0;
    const auto end = logs.find(run, {.matcher = shared}, [&found](const store::FoundPart &part) {
        found += part.found.size();
        return store::FindOn::Continue;
    });
    if (!end.result()) {
        std::abort();
    }
    return {since(start), found, cpuOf(RUSAGE_SELF) - before};
}

qint64 count(const char *at, const char *end, const QByteArray &wanted)
{
    qint64 lines = 0;
    while (at < end) {
        const void *hit = memmem(at, size_t(end - at), wanted.constData(), size_t(wanted.size()));
        if (!hit) {
            break;
        }
        ++lines;
        const void *newline = std::memchr(hit, '\n', size_t(end - static_cast<const char *>(hit)));
        at = newline ? static_cast<const char *>(newline) + 1 : end;
    }
    return lines;
}

Figure plainMemmem(const QByteArrayView text, const QByteArray &wanted)
{
    const double before = cpuOf(RUSAGE_SELF);
    const auto start = Clock::now();
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<qint64> lines(cores);
    std::vector<std::thread> threads;
    const char *at = text.data();
    const char *const end = at + text.size();
    for (unsigned i = 0; i < cores; ++i) {
        const char *stop = i + 1 == cores ? end : text.data() + text.size() / cores * (i + 1);
        while (stop < end && stop[-1] != '\n') {
            ++stop;
        }
        threads.emplace_back([&lines, i, at, stop, &wanted] { lines[i] = count(at, stop, wanted); });
        at = stop;
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    qint64 sum = 0;
    for (const qint64 part : lines) {
        sum += part;
    }
    return {since(start), sum, cpuOf(RUSAGE_SELF) - before};
}

Figure program(const QString &name, const QStringList &arguments)
{
    if (QStandardPaths::findExecutable(name).isEmpty()) {
        return {};
    }
    const double before = cpuOf(RUSAGE_CHILDREN);
    const auto start = Clock::now();
    QProcess process;
    process.start(name, arguments);
    process.waitForFinished(-1);
    const qint64 lines = process.readAllStandardOutput().trimmed().toLongLong();
    return {since(start), lines, cpuOf(RUSAGE_CHILDREN) - before};
}

struct Case
{
    const char *title;
    search::Query query;
    QByteArray literal; ///< Empty: memmem has nothing to say.
    QStringList options;
    QString pattern;
};

/// What a machine that is also doing other work spoils least.
double best(const std::vector<double> &values)
{
    return *std::min_element(values.begin(), values.end());
}

class Bench
{
public:
    Bench(store::Logs &logs, base::RunId run, QString path, QString only)
        : m_logs(logs), m_run(std::move(run)), m_path(std::move(path)), m_only(std::move(only))
    {
        m_file.setFileName(m_path);
        if (!m_file.open(QIODevice::ReadOnly)) {
            std::abort();
        }
        m_text = {m_file.map(0, m_file.size()), m_file.size()};
    }

    void compare(const Case &one, int rounds)
    {
        if (!QString::fromLatin1(one.title).contains(m_only)) {
            return;
        }
        const QStringList rest{one.pattern, m_path};
        Columns columns;
        for (int round = 0; round < rounds; ++round) {
            const std::array figures{
                ours(m_logs, m_run, one.query), plain(one),
                program(u"grep"_s,
                        QStringList{u"-c"_s} + (one.options.isEmpty() ? QStringList{u"-E"_s} : one.options) + rest),
                program(u"rg"_s, QStringList{u"-c"_s} + one.options + rest)};
            for (size_t i = 0; i < figures.size(); ++i) {
                columns[i].wall.push_back(figures[i].milliseconds);
                columns[i].cpu.push_back(figures[i].cpu);
                columns[i].lines = figures[i].lines;
            }
        }
        print(one, columns);
    }

private:
    struct Column
    {
        std::vector<double> wall;
        std::vector<double> cpu;
        qint64 lines = 0;
    };
    using Columns = std::array<Column, 4>;

    Figure plain(const Case &one) const { return one.literal.isEmpty() ? Figure() : plainMemmem(m_text, one.literal); }

    static void print(const Case &one, const Columns &columns)
    {
        const std::array names{"ours", "memmem", "grep", "rg"};
        std::printf("%s\n", one.title);
        for (size_t i = 0; i < names.size(); ++i) {
            const double wall = best(columns[i].wall);
            const double cpu = best(columns[i].cpu);
            if (wall > 0) {
                std::printf("  %-7s %8.1f ms  cpu %8.1f ms  %9lld lines   ours: %.2f of its time, %.2f of its cpu\n",
                            names[i], wall, cpu, static_cast<long long>(columns[i].lines), best(columns[0].wall) / wall,
                            best(columns[0].cpu) / cpu);
            }
        }
        std::fflush(stdout);
    }

    store::Logs &m_logs;
    base::RunId m_run;
    QString m_path;
    QString m_only;
    QFile m_file;
    QByteArrayView m_text;
};

search::Query query(const QString &text, search::Syntax syntax, search::Case letters = search::Case::Sensitive)
{
    return {.terms = {{.text = text, .syntax = syntax, .letters = letters}}};
}

QList<Case> literals()
{
    QList<Case> cases;
    const auto add = [&cases](const char *title, const char *text) {
        const QString wanted = QString::fromLatin1(text);
        cases.append({title, query(wanted, search::Syntax::Literal), text, {u"-F"_s}, wanted});
    };
    add("literal, rare", "after timeout");
    add("literal, none, no block holds its words", "no such words");
    add("literal, none, each block holds its words", "worker-07 stored page");
    add("literal, digits only, none", " 98765 ");
    add("literal, each 16th line", "worker-07");
    add("literal, each line", " status=");
    const QString any = u"AFTER timeout"_s;
    cases.append({"literal, ignoring case",
                  query(any, search::Syntax::Literal, search::Case::Insensitive),
                  {},
                  {u"-iF"_s},
                  any});
    return cases;
}

QList<Case> expressions()
{
    QList<Case> cases;
    const auto add = [&cases](const char *title, const char *pattern) {
        const QString wanted = QString::fromLatin1(pattern);
        cases.append({title, query(wanted, search::Syntax::Regex), {}, {}, wanted});
    };
    add("regex, known text in each line", "status=20[34].*(timeout|refused)");
    add("regex, alternatives", "ms=40[0-9]{2} |worker-1[0-2] stored.*items=9[0-9]{2} ");
    add("regex, alternatives of words", "timeout|refused|retried|denied");
    add("regex, alternatives, none", "timed out|refused|broken pipe|no route");
    add("regex, classes first", "[a-f]{6}[0-9]{2} items=[0-9]+ ms=77[0-9] ");
    add("regex, classes only", "[a-f]{5,}[0-9]{3} ");
    add("regex, each line", "id=[0-9a-f]+ items=[0-9]+ ");
    return cases;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    qputenv("LC_ALL", "C.UTF-8");
    const QStringList arguments = application.arguments();
    const int rounds = std::max(1, arguments.value(1, u"5"_s).toInt());
    const qint64 size = qint64(std::max(1, arguments.value(2, u"911"_s).toInt())) << 20;
    const QTemporaryDir folder(arguments.value(3, QDir::tempPath()) + u"/bench_find-XXXXXX"_s);
    const QString path = folder.filePath(u"plain.log"_s);
    writeLog(path, size);
    store::Logs logs(folder.filePath(u"logs.db"_s));
    if (!logs.open().result()) {
        std::abort();
    }
    const base::RunId run = base::RunId::make();
    storeLog(logs, run, path);
    std::printf("plain %.0f MB, stored %.0f MB\n", double(QFile(path).size()) / 1e6,
                double(QFile(folder.filePath(u"logs.db"_s)).size()) / 1e6);
    Bench bench(logs, run, path, arguments.value(4));
    for (const Case &one : literals() + expressions()) {
        bench.compare(one, rounds);
    }
    logs.close();
    return 0;
}
