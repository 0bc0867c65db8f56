// SPDX-License-Identifier: Apache-2.0
// What others notice while a big log is removed: how long small appends take meanwhile, beside a quiet time in the same
// run. Run: bench_removal [MiB] [folder]
#include "app/store/logs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr qint64 lineBytes = 1024;
constexpr double quietMillis = 3000;
constexpr qint64 kept = 8 << 20;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <typename Future> void must(Future future)
{
    future.waitForFinished();
    if (future.resultCount() == 0 || !future.result()) {
        std::abort();
    }
}

store::LogChunk noise(qint64 first, QRandomGenerator &random)
{
    constexpr qint64 count = 1024;
    QByteArray bytes(count * lineBytes, Qt::Uninitialized);
    random.generate(reinterpret_cast<quint32 *>(bytes.data()),
                    reinterpret_cast<quint32 *>(bytes.data() + bytes.size()));
    bytes.replace('\n', ' ');
    for (qint64 line = 1; line <= count; ++line) {
        bytes[line * lineBytes - 1] = '\n';
    }
    return {.firstLine = first, .bytes = bytes, .spans = {{.lines = count, .at = base::SystemClock().now()}}};
}

class Bench
{
public:
    explicit Bench(store::Logs &logs) : m_logs(logs) {}

    void fill(const base::RunId &run, int megabytes)
    {
        QRandomGenerator random(1);
        for (int i = 0; i < megabytes; ++i) {
            must(m_logs.append(run, noise(qint64(i) * 1024, random)));
        }
    }

    /// One append after the other until `over`; prints how long they took.
    void append(const char *title, const std::function<bool()> &over)
    {
        const auto start = Clock::now();
        std::vector<double> waits;
        while (waits.empty() || !over()) {
            const auto began = Clock::now();
            must(m_logs.append(m_run, {m_lines++, "x\n", {{.lines = 1, .at = base::SystemClock().now()}}}));
            waits.push_back(since(began));
        }
        std::sort(waits.begin(), waits.end());
        std::printf("%-12s %7.0f ms  %4zu appends  median %6.1f ms  longest %6.1f ms\n", title, since(start),
                    waits.size(), waits[waits.size() / 2], waits.back());
        std::fflush(stdout);
    }

private:
    store::Logs &m_logs;
    const base::RunId m_run = base::RunId::make();
    qint64 m_lines = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int size = std::max(1, arguments.value(1, u"1000"_s).toInt());
    const QTemporaryDir folder(arguments.value(2, QDir::tempPath()) + u"/bench_removal-XXXXXX"_s);
    const QString path = folder.filePath(u"logs.db"_s);
    store::Logs logs(path);
    must(logs.open());
    const base::RunId run = base::RunId::make();
    Bench bench(logs);
    bench.fill(run, size);
    ::sync(); // Runs that are removed were written long ago.
    const auto start = Clock::now();
    bench.append("quiet", [start] { return since(start) > quietMillis; });
    const auto removed = logs.remove({run});
    bench.append("removing", [&removed] { return removed.isFinished(); });
    must(removed);
    bench.append("giving back", [&logs] { return logs.usage().result()->free <= kept; });
    logs.close();
    std::printf("%d MB were removed, the file has %.1f MB\n", size, double(QFileInfo(path).size()) / 1e6);
    return 0;
}
