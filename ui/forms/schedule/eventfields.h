// SPDX-License-Identifier: Apache-2.0
// What a trigger needs that is no schedule: whose runs it follows and which of their ends count, or which path it
// watches and for how long that must have rested, or with which secret requests are signed. Works on the JSON form.
#pragma once

#include "app/base/error.h"
#include "app/base/ids.h"
#include "ui/look/look.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace ui {

class FormRow;
class TextLabel;

/// Automations that a trigger may name: id and name.
using Followable = QList<std::pair<base::AutomationId, QString>>;

class EventFields : public QWidget
{
    Q_OBJECT

public:
    enum class Event { None, After, File, Webhook };

    explicit EventFields(const Look &look, QWidget *parent = nullptr);

    void setFollowable(const Followable &automations);
    /// Does not emit.
    void setTrigger(const QJsonObject &trigger);
    /// Only its fields are shown; none for None.
    void showFor(Event event);
    QJsonObject trigger() const;
    /// False when the field is none of these.
    bool setError(const base::Error &error);
    void clearErrors();
    /// Moves the keyboard to the first of them that is wrong; false where none is.
    bool goToError();

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void buildAfter();
    void choose(const QString &automation);
    void buildFile();
    void buildWebhook();
    void lookAtPath();
    void showFound();
    QList<FormRow *> rows() const { return {m_afterRow, m_onRow, m_pathRow, m_settleRow, m_secretRow}; }

    const Look &m_look;
    Event m_event = Event::None;
    QComboBox *m_after;
    QComboBox *m_on;
    QLineEdit *m_path;
    QSpinBox *m_settle;
    QLineEdit *m_secret;
    TextLabel *m_found; ///< What is at the path now.
    FormRow *m_afterRow = nullptr;
    FormRow *m_onRow = nullptr;
    FormRow *m_pathRow = nullptr;
    FormRow *m_settleRow = nullptr;
    FormRow *m_secretRow = nullptr;
    int m_looks = 0; ///< Of the last look at the path; what an older one finds is dropped.
};

} // namespace ui
