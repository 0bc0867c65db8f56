// SPDX-License-Identifier: Apache-2.0
// A form made from a list of fields, and the document it edits. Fields of which only one may be given are chosen by
// segments; those of a group stand under its heading; what a person has changed is checked while they write.
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class FormRow;
class Segments;

class FieldForm : public QWidget
{
    Q_OBJECT

public:
    struct Plan
    {
        QList<domain::FieldSpec> fields;
        QStringList oneOf; ///< Names of fields of which exactly one is given.
        QHash<QString, FieldDress> dresses;
        /// What is wrong with one field of the document; its own name leads the field of the error.
        std::function<base::Status(const QJsonObject &params, const QString &field)> check = {};
    };
    FieldForm(const Look &look, const Plan &plan, QWidget *parent = nullptr);

    /// Keys that are no fields of the form are kept as they are.
    void setParams(const QJsonObject &params);
    QJsonObject params() const;

    /// What is wrong with what the person has changed, as the plan's check says it; Ok where it has none.
    base::Status check() const;
    /// The field can't be changed; `why` is said where the mouse rests on it.
    void disable(const QString &field, const QString &why);

    /// False when the form has no such field. An empty text takes its error away. `inside` is the place in a field of
    /// many parts: `[2].automation_id`.
    bool setError(const QString &field, const QString &text, const QString &inside = {});
    void clearErrors();
    bool hasError() const;
    /// It holds a field that takes all the room there is.
    bool fills() const { return m_fills; }
    /// For the names of the automations that steps run.
    void setAutomations(const Followable &automations);
    /// The field's control; null when there is none.
    QWidget *control(const QString &field) const;

Q_SIGNALS:
    /// By the person.
    void edited();
    /// A field wants to be alone on its page, or not any more.
    void pageWanted(bool wanted);

private:
    void addSegments();
    void addGroup(const QString &title);
    void addField(const domain::FieldSpec &spec);
    void onFieldEdited(const QString &field);
    void checkEdited();
    void chooseOne(int index);

    const Look &m_look;
    Plan m_plan;
    QVBoxLayout *m_column;
    Segments *m_segments = nullptr;
    bool m_fills = false;
    QHash<QString, FieldEditor *> m_editors;
    QHash<QString, FormRow *> m_rows;
    QJsonObject m_params;
    QSet<QString> m_edited;
    QTimer m_pause; ///< Nobody is told in the middle of a word.
    int m_chosen = 0;
    int m_chosenFirst = 0; ///< When the params were set.
};

} // namespace ui
