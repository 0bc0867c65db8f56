// SPDX-License-Identifier: Apache-2.0
// Where a LogView gets its lines from: a count, and lines that may not be here yet. Whoever implements it decides what
// is kept in memory; the view only ever asks for what it shows.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QObject>

namespace ui {

enum class LogStream { Out, Error };

struct LogLine
{
    QByteArray text; ///< As it was written, without its line end.
    LogStream stream = LogStream::Out;
    base::Instant time;
    bool noEol = false; ///< The stream ended in the middle of this line.
    qint64 number = -1; ///< In the log, from 0, where it is not its place in the source.
    int group = -1;     ///< Which of several logs it is from; -1: there is one.
};

class LogSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual qint64 lineCount() const = 0;
    /// How many lines the numbers in the margin go up to.
    virtual qint64 numberCount() const { return lineCount(); }
    /// Null when the line is not loaded. Valid until control returns to the event loop.
    virtual const LogLine *line(qint64 number) const = 0;
    /// Lines from `first` (from 0) are wanted; linesLoaded() follows. Asking again for the same is cheap.
    virtual void request(qint64 first, int count) = 0;

Q_SIGNALS:
    /// May come as often as it likes; the view repaints once a frame.
    void lineCountChanged();
    void linesLoaded(qint64 first, int count);
};

} // namespace ui
