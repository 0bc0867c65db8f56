// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/stallwatch.h"

#include <QAbstractItemView>
#include <QFile>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int beatMillis = 2;
constexpr int paintMillis = 16;
constexpr double worthTelling = 1; // where it is part of a long frame
constexpr double worthNoting = 10;
constexpr double longFrame = 12;
constexpr size_t mostFrames = 5;
constexpr qsizetype mostTold = 8;

double millisOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double wallNow()
{
    return millisOf(CLOCK_MONOTONIC);
}

double busyNow()
{
    return millisOf(CLOCK_THREAD_CPUTIME_ID);
}

double at(const std::vector<double> &sorted, double share)
{
    return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread() || m_inside) { // every thread's events come along here
        return QApplication::notify(receiver, event);
    }
    m_inside = true;
    const QString who = QString::fromLatin1(receiver->metaObject()->className()) + u' ' + receiver->objectName();
    const QEvent::Type type = event->type();
    const double wall = wallNow();
    const double busy = busyNow();
    const bool taken = QApplication::notify(receiver, event);
    const double took = wallNow() - wall;
    m_inside = false;
    if (took >= worthTelling) {
        note(who + u' ' + QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)), took,
             busyNow() - busy);
    }
    return taken;
}

void WatchedApplication::note(const QString &what, double millis, double busyMillis)
{
    frame.append(u"%1 ms %2"_s.arg(millis, 0, 'f', 1).arg(what));
    if (millis >= worthNoting) {
        Longest &longest = events[what];
        longest.busyMillis = std::max(longest.busyMillis, busyMillis);
        longest.millis = std::max(longest.millis, millis);
        ++longest.times;
    }
}

StallWatch::StallWatch(WatchedApplication &application, QWidget &window) : m_application(application), m_window(window)
{
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(beatMillis);
    m_paint.setTimerType(Qt::PreciseTimer);
    m_paint.setInterval(paintMillis);
    QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] { beat(); });
    QObject::connect(&m_paint, &QTimer::timeout, &m_paint, [this] { paint(); });
}

void StallWatch::begin()
{
    m_frames.clear();
    m_application.events.clear();
    m_application.frame.clear();
    m_since.start();
    m_lastWall = wallNow();
    m_lastBusy = busyNow();
    m_beat.start();
    m_paint.start();
}

void StallWatch::end()
{
    beat();
    m_beat.stop();
    m_paint.stop();
}

void StallWatch::beat()
{
    const double wall = wallNow();
    const double busy = busyNow();
    const double longer = std::max(0.0, wall - m_lastWall - beatMillis);
    const QStringList ran = std::exchange(m_application.frame, {});
    m_frames.push_back({longer, busy - m_lastBusy, longer >= longFrame ? ran : QStringList()});
    m_lastWall = wall;
    m_lastBusy = busy;
}

void StallWatch::paint()
{
    for (auto *view : m_window.findChildren<QAbstractItemView *>()) {
        if (view->isVisible()) {
            view->viewport()->update();
        }
    }
}

void StallWatch::print() const
{
    std::vector<double> walls, busy;
    for (const Frame &frame : m_frames) {
        walls.push_back(frame.wall);
        busy.push_back(frame.busy);
    }
    std::sort(walls.begin(), walls.end());
    std::sort(busy.begin(), busy.end());
    const auto over = std::count_if(walls.begin(), walls.end(), [](double wall) { return wall > 50; });
    std::printf(
        "  %zu frames: longest %.1f ms (goal 50), %zd over 50 ms, p99 %.1f ms; by the processor's clock longest "
        "%.1f ms, p99 %.1f ms\n",
        walls.size(), at(walls, 1), over, at(walls, 0.99), at(busy, 1), at(busy, 0.99));
    QStringList names = m_application.events.keys();
    std::sort(names.begin(), names.end(), [this](const QString &a, const QString &b) {
        return m_application.events.value(a).millis > m_application.events.value(b).millis;
    });
    for (const QString &name : names.mid(0, mostTold)) {
        const WatchedApplication::Longest longest = m_application.events.value(name);
        std::printf("    %6.1f ms (busy %6.1f), %3d over 10 ms: %s\n", longest.millis, longest.busyMillis,
                    longest.times, qPrintable(name));
    }
    printLongest();
}

void StallWatch::printLongest() const
{
    std::vector<Frame> longest = m_frames;
    std::sort(longest.begin(), longest.end(), [](const Frame &a, const Frame &b) { return a.wall > b.wall; });
    longest.resize(std::min(longest.size(), mostFrames));
    for (const Frame &frame : longest) {
        std::printf("    frame of %.1f ms (busy %.1f): %s\n", frame.wall, frame.busy,
                    qPrintable(frame.events.join(u"; "_s)));
    }
}

double mostMebibytes()
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
            }
        }
    }
    return 0;
}

} // namespace bench
