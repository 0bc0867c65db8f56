// SPDX-License-Identifier: Apache-2.0
// The calendars that are read again and again as maintenance windows: where they are, when they were read, what keeps
// one from being read; new ones, and away with old ones.
#pragma once

#include "app/domain/windows/subscription.h"
#include "ui/shell/context.h"

#include <QDialog>
#include <QStandardItemModel>

class QBoxLayout;
class QPushButton;

namespace ui {

class TableView;
class TextLabel;

class CalendarsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CalendarsDialog(const Context &context, QWidget *parent);

Q_SIGNALS:
    void failed(const base::Error &error);

private:
    void buildTable();
    QPushButton *addVerb(QBoxLayout &row, const char *name, const QString &text, const std::function<void()> &act);
    void read();
    void fill();
    void followChoice();
    const domain::CalendarSubscription *chosen() const;
    void subscribe();
    void readAgain();
    void remove();

    const Context &m_context;
    QList<domain::CalendarSubscription> m_calendars;
    QStandardItemModel m_model;
    TableView *m_table;
    TextLabel *m_empty;
    QPushButton *m_new = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace ui
