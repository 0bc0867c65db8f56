// SPDX-License-Identifier: Apache-2.0
// The lines of one run's log as a view reads them: the log on the disk is the model, a range is fetched when it is
// asked for, and never all of it. Follows a log that grows.
#pragma once

#include "models/parts/changebatch.h"
#include "models/parts/logpages.h"

#include "app/store/store.h"

namespace models {

/// Lives on the main thread. Lines are numbered from 0.
class LogModel : public QObject
{
    Q_OBJECT

public:
    /// Empty until setRun(). `store` must outlive the model.
    explicit LogModel(store::Store &store, QObject *parent = nullptr);

    /// Shows another run; what is still read for the one before is dropped.
    void setRun(const base::RunId &id);
    const base::RunId &runId() const { return m_id; }
    /// The run as it is now; empty until it is read, or where it does not exist.
    const std::optional<domain::Run> &run() const { return m_run; }

    qint64 lineCount() const { return m_info.lines; }
    /// Bytes of the whole log, unclipped.
    qint64 byteCount() const { return m_info.bytes; }
    /// The line, or null where it has not been read (any more). Valid until control goes back to the event loop.
    const LogLine *line(qint64 number) const { return m_pages.line(number); }
    /// Asks for lines that a view is about to show; linesLoaded() tells them. The newest request replaces what an
    /// earlier one still waits for. Out of range is cut off.
    void request(qint64 first, qint64 count);
    /// The same for lines that need not follow each other.
    void requestLines(const QList<qint64> &lines);

Q_SIGNALS:
    void lineCountChanged();
    void linesLoaded(qint64 first, int count);
    /// Status, exit code … of the run itself.
    void runChanged();
    void failed(const base::Error &error);

private:
    void readRun();
    void readInfo();
    void setInfo(const store::LogInfo &info);
    void readNextPage();
    void takeLines(qint64 page, const store::LogChunk &chunk);

    store::Store &m_store;
    ChangeBatch m_changes;
    base::RunId m_id;
    std::optional<domain::Run> m_run;
    store::LogInfo m_info;
    LogPages m_pages;
    QList<qint64> m_wanted; ///< Pages to read, the next one first.
    bool m_reading = false;
    int m_generation = 0;
};

} // namespace models
