// SPDX-License-Identifier: Apache-2.0
// What waits to be sent to one system: why, until when, and what can be done about it.
#pragma once

#include "models/connections/outboxmodel.h"
#include "ui/shell/context.h"

#include <QAction>
#include <QWidget>

namespace ui {

class TableView;
class TextLabel;

class OutboxPage : public QWidget
{
    Q_OBJECT

public:
    /// `context` must outlive it.
    explicit OutboxPage(const Context &context, QWidget *parent = nullptr);

    void setEntries(const QList<store::OutboxEntry> &entries);

Q_SIGNALS:
    void automationWanted(const base::AutomationId &automation);
    void said(const QString &text);
    void failed(const base::Error &error);

private:
    void buildTable();
    QWidget *makeFoot();
    void follow();
    const store::OutboxEntry *chosen() const;
    void retry();
    void giveUp();
    void tell(const base::Status &done, const QString &text);

    const Context &m_context;
    models::OutboxModel m_model;
    TableView *m_table;
    TextLabel *m_empty;
    TextLabel *m_why; ///< Of the chosen one, whole: a cell has no room for what a system says.
    QAction *m_retry;
    QAction *m_giveUp;
    QAction *m_show;
    qint64 m_task = 0; ///< The chosen one; stays so when others come and go.
};

} // namespace ui
