// SPDX-License-Identifier: Apache-2.0
// Writes the log of a run into a file in one of its forms, page by page: never more than a page of it is in memory, and
// what a page becomes is worked out in the pool. The file appears whole or not at all.
#pragma once

#include "ui/log/out/logformats.h"

#include <QObject>
#include <QSaveFile>

#include <atomic>
#include <memory>

namespace ui {

/// Which log, where to.
struct SaveRequest
{
    base::RunId run;
    QString path;
    LogFormat format = {.body = writtenBytes};
    /// What is done with the file once it is whole, in the pool; empty: nothing.
    std::function<base::Status()> then = {};
    /// Set when it is given up.
    std::shared_ptr<std::atomic<bool>> cancelled = std::make_shared<std::atomic<bool>>(false);
};

/// Lives on the main thread. Exactly one of saved(), failed() and cancelled() comes.
class LogSaver : public QObject
{
    Q_OBJECT

public:
    /// `logs` must outlive it.
    LogSaver(store::Logs &logs, SaveRequest request, QObject *parent = nullptr);
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
    bool write(const QByteArray &bytes);
    void finish();
    void fail(const base::Error &error);

    store::Logs &m_logs;
    SaveRequest m_request;
    QSaveFile m_file;
    qint64 m_next = 0;
    qint64 m_end = 0;
    qint64 m_bytes = 0;
    bool m_over = false;
};

} // namespace ui
