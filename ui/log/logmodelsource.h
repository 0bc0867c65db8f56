// SPDX-License-Identifier: Apache-2.0
// Hands the lines of a models::LogModel to a LogView. Nothing is kept here: lines are lent until the event loop runs
// again.
#pragma once

#include "models/logmodel.h"
#include "ui/widgets/log/logsource.h"

#include <QTimer>

#include <unordered_map>

namespace ui {

class LogModelSource : public LogSource
{
    Q_OBJECT

public:
    /// `model` must outlive the source.
    explicit LogModelSource(models::LogModel &model, QObject *parent = nullptr);

    /// Which of several logs this is, for the colour of its lines.
    void setGroup(int group) { m_group = group; }
    qint64 lineCount() const override { return m_model.lineCount(); }
    const LogLine *line(qint64 number) const override;
    void request(qint64 first, int count) override { m_model.request(first, count); }

private:
    models::LogModel &m_model;
    int m_group = -1;
    mutable std::unordered_map<qint64, LogLine> m_lent;
    mutable QTimer m_takeBack;
};

} // namespace ui
