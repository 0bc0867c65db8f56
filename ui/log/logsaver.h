// SPDX-License-Identifier: Apache-2.0
// Writes the log of a run into a file, byte for byte as the run wrote it, page by page: never more than a page of it is
// in memory. The file appears whole or not at all.
#pragma once

#include "app/store/logs.h"

#include <QObject>
#include <QSaveFile>

namespace ui {

/// What a run really wrote: line ends that were added to open lines are left out.
QByteArray writtenBytes(const store::LogChunk &chunk);

/// Lives on the main thread. Exactly one of saved(), failed() and cancelled() comes.
class LogSaver : public QObject
{
    Q_OBJECT

public:
    /// `logs` must outlive it.
    LogSaver(store::Logs &logs, const base::RunId &run, const QString &path, QObject *parent = nullptr);
    /// Saves the lines that are there now; later ones are not waited for.
    void start();
    /// The file is left as it was before.
    void cancel();

Q_SIGNALS:
    void progressed(qint64 lines, qint64 of);
    void saved(qint64 bytes);
    void failed(const base::Error &error);
    void cancelled();

private:
    void readOn();
    void take(const base::Result<store::LogChunk> &chunk);
    void finish();
    void fail(const base::Error &error);

    store::Logs &m_logs;
    base::RunId m_run;
    QSaveFile m_file;
    qint64 m_next = 0;
    qint64 m_end = 0;
    qint64 m_bytes = 0;
    bool m_over = false;
};

} // namespace ui
