// SPDX-License-Identifier: Apache-2.0
// All triggers of an automation: a list, and the one that is chosen. None means that it runs only when somebody asks.
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/domain/automation.h"
#include "app/domain/windows/maintenance.h"
#include "ui/forms/schedule/eventfields.h"
#include "ui/forms/schedule/next/firechanges.h"
#include "ui/look/look.h"

#include <QJsonArray>
#include <QTimer>
#include <QWidget>

#include <optional>

class QListWidget;
class QPushButton;
class QToolButton;

namespace ui {

class ChangePanel;
class NextPanel;
class TextLabel;
class TriggerForm;

class ScheduleForm : public QWidget
{
    Q_OBJECT

public:
    ScheduleForm(const Look &look, const base::Clock &clock, QWidget *parent = nullptr);

    /// Of one that is stored, what saving would do is shown.
    enum class Origin { New, Stored };
    /// As in the automation's JSON; intervals without an anchor count from `created`.
    void setTriggers(const QJsonArray &triggers, base::Instant created, Origin origin = Origin::New);
    QJsonArray triggers() const { return m_triggers; }
    /// The automations that a trigger may follow.
    void setFollowable(const Followable &automations);
    /// What maintenance windows do to the times of this automation.
    void setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation);
    /// Shows the error at its field, now or when goToError() leads to trigger `index`.
    void setError(int index, const base::Error &error);
    void goToError();
    /// Whether a trigger could not be saved as it is.
    bool hasError() const;
    /// For the head of whoever shows the form; taken over there.
    QPushButton *addButton() const { return m_add; }

protected:
    void showEvent(QShowEvent *event) override;

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
    int rowHeight() const;
    void showNext();
    QString wordsOf(const QJsonObject &trigger) const;
    void showChange();
    QList<SchedulePair> pairs() const;

    const Look &m_look;
    const base::Clock &m_clock;
    Followable m_followable;
    QJsonArray m_triggers;
    QJsonArray m_saved;   ///< Of each trigger; empty for one that was added.
    QJsonArray m_removed; ///< Saved ones that are no longer listed.
    Origin m_origin = Origin::New;
    base::Instant m_created;
    std::optional<std::pair<int, base::Error>> m_error;
    QPushButton *m_add;
    QWidget *m_listPlace = nullptr;
    QListWidget *m_list = nullptr;
    QToolButton *m_remove = nullptr;
    TextLabel *m_manual;
    TriggerForm *m_form;
    NextPanel *m_next;
    ChangePanel *m_change;
    QTimer m_pause; ///< After the last key, until the change is compared.
};

} // namespace ui
