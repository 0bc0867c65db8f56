// SPDX-License-Identifier: Apache-2.0
// Turns the output of one run into numbered lines in the store: one line buffer a stream, a batch every 50 ms or 256
// KiB, leftovers flushed at the end. Secrets are masked first. When the store lags or fails, the source is held back
// and nothing is thrown away.
#pragma once

#include "app/base/clock.h"
#include "app/engine/masking/maskstream.h"
#include "app/store/logs.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <deque>

namespace engine {

/// Lives on the engine thread.
class LogWriter : public QObject
{
    Q_OBJECT

public:
    /// `lines` is how many its log has already.
    LogWriter(store::Logs &logs, const base::Clock &clock, base::RunId run, qint64 lines = 0);

    /// Before the first write(): what `secrets` finds is masked in both streams.
    void mask(const std::shared_ptr<const Matcher> &secrets);

    /// See store::Logs::append(); from the next batch on.
    void keepAtMost(std::optional<qint64> bytes) { m_most = bytes; }

    /// Lines of the log, those on their way to the store included.
    qint64 lines() const { return m_lines; }

    void write(store::Stream stream, const QByteArray &bytes);
    /// A line of our own between the others.
    void note(const QString &text);
    /// No more will come: flushes, seals, then closed().
    void close();
    /// The run goes on, but not here: whole lines are stored, then closed(). The rest of a line is thrown away.
    void leave();

Q_SIGNALS:
    void heldBack(bool held);
    /// In order; these are on the disk.
    void stored(const store::LogChunk &chunk);
    /// Everything is stored, or `problem` says what could not be.
    void closed(const store::LogInfo &info, const std::optional<base::Error> &problem);

private:
    void take(store::Stream stream, const QByteArray &bytes);
    void releaseMasked();
    void addLines(store::Stream stream, const QByteArray &bytes, qint64 lines, bool open);
    void flush();
    void finish();
    void send(const store::LogChunk &chunk);
    void onStored(const base::Result<store::LogInfo> &result);
    void retry();
    void holdBackAsNeeded();
    void sealWhenDone();
    void seal();

    store::Logs &m_logs;
    const base::Clock &m_clock;
    const base::RunId m_run;
    std::optional<qint64> m_most;
    std::array<std::optional<MaskStream>, 3> m_masks; // by stream
    QTimer m_idle;                                    // nothing came for a while: lines that wait there are let go
    std::array<QByteArray, 3> m_partial;              // by stream: bytes after the last newline
    store::LogChunk m_batch;
    std::deque<store::LogChunk> m_unstored; // handed to the store, not yet durable, in order
    qint64 m_lines = 0;                     // handed to the store
    qint64 m_unstoredBytes = 0;
    int m_requests = 0;
    int m_failures = 0; // in a row
    bool m_held = false;
    bool m_closing = false;
    bool m_leaving = false;
    store::LogInfo m_stored;
    std::optional<base::Error> m_problem;
    QTimer m_timer;
    QTimer m_retry;
};

} // namespace engine
