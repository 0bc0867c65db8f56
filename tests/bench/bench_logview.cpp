// SPDX-License-Identifier: Apache-2.0
// The log on the screen: frames while somebody jumps and scrolls anywhere in a long log, the first page of a long log
// beside that of a short one, and what following a flood costs the main thread. Painted offscreen; a frame is whatever
// keeps the main thread from the next event. Usage: bench_logview [lines] [jumps] [seconds of flood]
#include "app/store/store.h"
#include "models/logmodel.h"
#include "ui/log/logmodelsource.h"
#include "ui/widgets/log/logview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 batchLines = 16384;
constexpr qint64 mostPending = 8 << 20;
constexpr int framesASecond = 60;

double threadMillis()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QByteArray linesFrom(qint64 first, qint64 count)
{
    QByteArray bytes;
    for (qint64 line = first; line < first + count; ++line) {
        bytes += (line % 50 == 0 ? "\x1b[33mwarn\x1b[0m request " : "info request ") + QByteArray::number(line) +
                 " took 12 ms, 200 from source-" + QByteArray::number(line % 17) + '\n';
    }
    return bytes;
}

store::LogChunk batch(qint64 first, qint64 count)
{
    return {first, linesFrom(first, count), {{count, store::Stream::Out, base::fromMillis(first / 1000), false}}};
}

void write(store::Logs &logs, const base::RunId &run, qint64 lines)
{
    QFuture<base::Result<store::LogInfo>> last;
    for (qint64 line = 0; line < lines; line += batchLines) {
        last = logs.append(run, batch(line, std::min(batchLines, lines - line)));
        while (logs.pendingBytes() > mostPending) {
            QThread::usleep(200);
        }
    }
    if (!last.result()) {
        qFatal("the log is not written");
    }
}

/// One log in a view of its own.
struct Screen
{
    Screen(store::Store &store, const ui::Look &look, const base::RunId &run) : model(store), source(model), view(look)
    {
        view.resize(1200, 700);
        view.setSource(&source);
        view.show();
        model.setRun(run);
    }
    bool isWhole() const
    {
        const qint64 top = view.topLine();
        const qint64 end = std::min(source.lineCount(), top + view.visibleRows());
        bool whole = end > 0;
        for (qint64 line = top; whole && line < end; ++line) {
            whole = source.line(line) != nullptr;
        }
        return whole;
    }

    models::LogModel model;
    ui::LogModelSource source;
    ui::LogView view;
};

/// Handles events until `done`, and notes how long each turn took.
template <typename Done> void turns(std::vector<double> &frames, const Done &done)
{
    while (!done()) {
        const double begun = threadMillis();
        QCoreApplication::processEvents();
        const double took = threadMillis() - begun;
        if (took > 0.05) {
            frames.push_back(took);
        } else {
            QThread::usleep(100);
        }
    }
}

double at(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

double firstPage(store::Store &store, const ui::Look &look, const base::RunId &run)
{
    QElapsedTimer timer;
    timer.start();
    Screen screen(store, look, run);
    std::vector<double> frames;
    turns(frames, [&screen] { return screen.source.lineCount() > 0 && screen.isWhole(); });
    screen.view.viewport()->repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The one of 1 KB does not fill the page, the other one does.
void compareFirstPages(store::Store &store, const ui::Look &look, const base::RunId &longRun,
                       const std::array<base::RunId, 2> &shortRuns)
{
    std::vector<double> longOnes, kilobytes, pages;
    for (int round = 0; round < 21; ++round) {
        kilobytes.push_back(firstPage(store, look, shortRuns[0]));
        longOnes.push_back(firstPage(store, look, longRun));
        pages.push_back(firstPage(store, look, shortRuns[1]));
    }
    const double took = at(longOnes, 0.5), small = at(kilobytes, 0.5), filled = at(pages, 0.5);
    std::printf("  first page: %.2f ms, of 1 KB %.2f ms, ratio %.2f (goal 1.1), of a page %.2f ms, ratio %.2f\n", took,
                small, took / small, filled, took / filled);
}

void jumpAbout(store::Store &store, const ui::Look &look, const base::RunId &run, int jumps)
{
    Screen screen(store, look, run);
    std::vector<double> warm, frames;
    turns(warm, [&screen] { return screen.source.lineCount() > 0 && screen.isWhole(); });
    QRandomGenerator random(1);
    for (const ui::LogWrap wrap : {ui::LogWrap::Off, ui::LogWrap::On}) {
        screen.view.setWrap(wrap);
        frames.clear();
        for (int jump = 0; jump < jumps; ++jump) {
            const double begun = threadMillis();
            if (jump % 3 == 0) {
                screen.view.verticalScrollBar()->setValue(random.bounded(screen.view.verticalScrollBar()->maximum()));
            } else {
                screen.view.scrollTo(screen.view.topLine() + (jump % 3 == 1 ? 3 : screen.view.visibleRows()));
            }
            screen.view.viewport()->repaint();
            frames.push_back(threadMillis() - begun);
            turns(frames, [&screen] { return screen.isWhole(); });
            const double again = threadMillis();
            screen.view.viewport()->repaint();
            frames.push_back(threadMillis() - again);
        }
        std::printf("  %d jumps%s: %zu frames, median %.2f ms, p99 %.2f ms, longest %.2f ms (goal 16)\n", jumps,
                    wrap == ui::LogWrap::On ? ", wrapped" : "", frames.size(), at(frames, 0.5), at(frames, 0.99),
                    at(frames, 1));
    }
}

void follow(store::Store &store, const ui::Look &look, const base::RunId &run, int seconds)
{
    Screen screen(store, look, run);
    std::atomic<bool> over = false;
    std::atomic<qint64> written = 0;
    std::thread writer([&] {
        const qint64 step = 1'000'000 / framesASecond;
        QElapsedTimer timer;
        timer.start();
        for (qint64 line = 0; line < 1'000'000LL * seconds; line += step) {
            (void)store.logs().append(run, batch(line, step));
            written = line + step;
            const qint64 due = (line + step) / 1000;
            while (timer.elapsed() < due || store.logs().pendingBytes() > mostPending) {
                QThread::usleep(300);
            }
        }
        over = true;
    });
    QElapsedTimer timer;
    timer.start();
    const double begun = threadMillis();
    QTimer wake; // To see that it is over.
    wake.start(1000 / framesASecond);
    while (!over) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    const double cost = threadMillis() - begun;
    const double took = double(timer.elapsed());
    writer.join();
    const double frames = took / 1e3 * framesASecond;
    std::printf("  following %.0f lines/s: %.2f ms of the main thread a frame (goal 2)\n", double(written) / took * 1e3,
                cost / frames);
}

base::RunId runOf(store::Store &store, const base::AutomationId &automation)
{
    return store.runs().request(automation, u"bench"_s).result()->id;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const qint64 lines = arguments.value(1, u"10000000"_s).toLongLong();
    const int jumps = arguments.value(2, u"1000"_s).toInt();
    const int seconds = arguments.value(3, u"5"_s).toInt();
    const QTemporaryDir folder;
    const base::SystemClock clock;
    ui::Look look(application, ui::Follow::Nothing);
    store::Store store(folder.path(), clock);
    const QFuture<base::Result<void>> opened = store.open();
    while (!opened.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    domain::Automation automation;
    automation.name = u"Flood"_s;
    automation.type = u"script"_s;
    automation.params = {{u"command"_s, u"true"_s}};
    const base::AutomationId owner = store.automations().create({automation}, u"bench"_s).result()->first().id;
    const base::RunId longRun = runOf(store, owner), flood = runOf(store, owner);
    const std::array shortRuns{runOf(store, owner), runOf(store, owner)};
    write(store.logs(), longRun, lines);
    write(store.logs(), shortRuns[0], 20);
    write(store.logs(), shortRuns[1], 60);
    std::printf("a log of %lld lines\n", static_cast<long long>(lines));
    compareFirstPages(store, look, longRun, shortRuns);
    jumpAbout(store, look, longRun, jumps);
    follow(store, look, flood, seconds);
    store.close();
    return 0;
}
