// SPDX-License-Identifier: Apache-2.0
// Where a command writes: results to one stream, messages to another. Knows whether a person reads along, and ends
// quietly when the reader has gone.
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace cli {

/// The three standard streams of a command. They are not owned.
struct Streams
{
    std::FILE *in = stdin;
    std::FILE *out = stdout;
    std::FILE *err = stderr;
};

class Output
{
public:
    /// From now on a vanished reader is an error of a write, not the end of the process (SIGPIPE is ignored).
    explicit Output(Streams streams);

    /// Bytes as they are. All of these answer by lost() whether the reader is still there.
    void bytes(const QByteArray &bytes);
    /// A line of text, as it is.
    void line(const QString &text);
    /// A line of a run's log: as it is, or with harmless escapes only where a person reads at a terminal.
    void logLine(const QString &text);
    void json(const QJsonObject &object);
    /// One object, one line.
    void jsonLine(const QJsonObject &object);
    /// An array with an object a line.
    void json(const QJsonArray &array);
    /// `signalbox: TEXT` on the error stream, control characters made visible.
    void message(const QString &text);
    void message(const base::Error &error);
    void flush();

    /// The reader has gone or the disk is full; whatever is written from here on is dropped.
    bool lost() const { return m_lost; }
    /// errno of the first failed write, 0 if there was none. EPIPE is the reader that left.
    int problem() const { return m_problem; }
    /// Results go to a terminal.
    bool isTerminal() const { return m_terminal; }
    Streams streams() const { return m_streams; }

private:
    void noteFailure();

    Streams m_streams;
    bool m_terminal = false;
    bool m_lost = false;
    int m_problem = 0;
};

/// One line for an error: the sentence, then the field and position it is about.
QString errorText(const base::Error &error);

} // namespace cli
