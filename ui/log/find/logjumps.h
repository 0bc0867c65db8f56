// SPDX-License-Identifier: Apache-2.0
// Going somewhere in a log without looking for words: to a line, to a time, to the next error or warning.
#pragma once

#include "ui/log/find/logsearch.h"
#include "ui/shell/context.h"

#include <QTime>

#include <variant>

namespace ui {

/// A line (from 0), or a time of day.
using LogTarget = std::variant<qint64, QTime>;
/// `18,588`, `14:05`, `14:05:39.457`; nothing when it is neither. Pure.
std::optional<LogTarget> logTarget(const QString &text);

class LogJumps : public QObject
{
    Q_OBJECT

public:
    enum class Way { Forward, Back };

    /// Both and the model must outlive it.
    LogJumps(const Context &context, models::LogModel &model, LogSearch &search, QObject *parent = nullptr);

    /// Asks where to.
    void ask(QWidget *parent);
    void goTo(const LogTarget &target);
    void toProblem(Way way);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);

private:
    struct Range
    {
        qint64 first = 0;
        qint64 end = 0;
    };
    void seek(base::Instant time, Range range);
    void seekOnDay(const QTime &time);

    Context m_context;
    models::LogModel &m_model;
    LogSearch &m_search;
    int m_generation = 0; ///< Of questions to the store; only the latest answer counts.
};

} // namespace ui
