// SPDX-License-Identifier: Apache-2.0
// What is new since it last worked: a row over a log that says with which run it was compared and how many lines are
// new, and shows those alone or among all.
#pragma once

#include "models/several/lognews.h"
#include "ui/log/find/logsearch.h"
#include "ui/shell/context.h"

#include <QWidget>

class QToolButton;

namespace ui {

class TextLabel;

/// Hidden until begin().
class NewsRow : public QWidget
{
    Q_OBJECT

public:
    /// `search` must outlive it.
    NewsRow(const Context &context, LogSearch &search, QWidget *parent = nullptr);
    /// Compares with the last run of the same automation that was done.
    void begin(const domain::Run &run);

Q_SIGNALS:
    void said(const QString &text, const std::function<void()> &undo);
    void failed(const base::Error &error);
    /// Both logs side by side.
    void bothWanted(const domain::Run &run, const domain::Run &other);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showNews();
    void end();

    Context m_context;
    LogSearch &m_search;
    models::LogNews m_news;
    domain::Run m_run;
    bool m_over = false;
    TextLabel *m_text;
    QToolButton *m_only;
};

} // namespace ui
