// SPDX-License-Identifier: Apache-2.0
// Puts a selection of any length on the clipboard, also lines that no view has loaded: they are read from the store
// bit by bit and made text in the pool.
#pragma once

#include "app/store/logs.h"
#include "ui/widgets/log/logview.h"

namespace ui {

struct CopyRequest
{
    base::RunId run;
    LogSelection selection; ///< Rows of the view.
    LogCopy form = LogCopy::Plain;
    QString heading;                               ///< Of a quote.
    std::function<qint64(qint64 row)> lineOf = {}; ///< The log's line of a row; empty: the same.
};

/// What was selected in lines of a chunk: as shown, or each after `> `. Pure.
QString copiedText(const QStringList &lines, LogCopy form);

/// Lives on the main thread.
class LogCopier : public QObject
{
    Q_OBJECT

public:
    /// Characters; what is beyond is left to saving.
    static constexpr qsizetype mostText = 64 * 1024 * 1024;

    /// `logs` must outlive it.
    explicit LogCopier(store::Logs &logs, QObject *parent = nullptr) : QObject(parent), m_logs(logs) {}
    /// What is still being copied is given up.
    void start(const CopyRequest &request);

Q_SIGNALS:
    /// The clipboard has it; `whole` unless it was too long.
    void copied(qint64 lines, bool whole);
    void failed(const base::Error &error);

private:
    qint64 lineOf(qint64 row) const { return m_request.lineOf ? m_request.lineOf(row) : row; }
    void readOn();
    void convert(const store::LogChunk &chunk);
    void finish();

    store::Logs &m_logs;
    CopyRequest m_request;
    qint64 m_row = 0; ///< The next one.
    QString m_text;
    int m_generation = 0;
};

} // namespace ui
