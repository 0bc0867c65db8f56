// SPDX-License-Identifier: Apache-2.0
// What keeps a main thread from the next event: a timer that beats, the visible table painted anew as often as a screen
// would, and the time of each event by who received it. Lives on the main thread.
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace bench {

/// Notes how long events take, from outside the first one.
class WatchedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

    struct Longest
    {
        double millis = 0;
        double busyMillis = 0; ///< Of the processor.
        int times = 0;         ///< Over 10 ms.
    };
    QHash<QString, Longest> events; ///< By receiver and kind.
    QStringList frame;              ///< What took a millisecond or more since it was emptied, each with its figure.

private:
    void note(const QString &what, double millis, double busyMillis);

    bool m_inside = false; // of the main thread alone
};

class StallWatch
{
public:
    StallWatch(WatchedApplication &application, QWidget &window);

    void begin();
    void end();
    double seconds() const { return double(m_since.nsecsElapsed()) / 1e9; }
    /// Of what was between begin() and end().
    void print() const;

private:
    void beat();
    void paint();

    struct Frame
    {
        double wall = 0;
        double busy = 0;
        QStringList events; ///< Of a long one.
    };
    void printLongest() const;

    WatchedApplication &m_application;
    QWidget &m_window;
    QTimer m_beat;
    QTimer m_paint;
    QElapsedTimer m_since;
    double m_lastWall = 0;
    double m_lastBusy = 0;
    std::vector<Frame> m_frames; // milliseconds
};

/// The largest resident set of this process so far.
double mostMebibytes();

} // namespace bench
