// SPDX-License-Identifier: Apache-2.0
// All triggers of an automation: a list, and the one that is chosen. None means that it runs only when somebody asks.
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "ui/look/look.h"

#include <QJsonArray>
#include <QWidget>

class QListWidget;
class QPushButton;
class QToolButton;

namespace ui {

class TextLabel;
class TriggerForm;

class ScheduleForm : public QWidget
{
    Q_OBJECT

public:
    ScheduleForm(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// As in the automation's JSON; intervals without an anchor count from `created`.
    void setTriggers(const QJsonArray &triggers, base::Instant created);
    QJsonArray triggers() const { return m_triggers; }
    /// Chooses trigger `index` and shows the error at its field.
    void setError(int index, const base::Error &error);
    /// Whether a trigger could not be saved as it is.
    bool hasError() const;
    /// For the head of whoever shows the form; taken over there.
    QPushButton *addButton() const { return m_add; }

public Q_SLOTS:
    void addTrigger();
    void removeTrigger();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void buildList();
    void showList();
    void showChosen(int row);
    void takeEdit();
    void showItem(int row);

    const Look &m_look;
    QJsonArray m_triggers;
    QJsonArray m_saved;
    base::Instant m_created;
    QPushButton *m_add;
    QWidget *m_listPlace = nullptr;
    QListWidget *m_list = nullptr;
    QToolButton *m_remove = nullptr;
    TextLabel *m_manual;
    TriggerForm *m_form;
};

} // namespace ui
