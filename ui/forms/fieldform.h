// SPDX-License-Identifier: Apache-2.0
// A form made from a list of fields, and the document it edits. Fields of a group of which only one may be given are
// chosen by segments.
#pragma once

#include "ui/forms/fieldeditor.h"

#include <QHash>
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
    };
    FieldForm(const Look &look, const Plan &plan, QWidget *parent = nullptr);

    /// Keys that are no fields of the form are kept as they are.
    void setParams(const QJsonObject &params);
    QJsonObject params() const;

    /// False when the form has no such field. An empty text takes its error away.
    bool setError(const QString &field, const QString &text);
    void clearErrors();
    bool hasError() const;
    /// For the names of the automations that steps run.
    void setAutomations(const Followable &automations);
    /// The field's control; null when there is none.
    QWidget *control(const QString &field) const;

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    void addSegments();
    void addField(const domain::FieldSpec &spec);
    void chooseOne(int index);

    const Look &m_look;
    Plan m_plan;
    QVBoxLayout *m_column;
    Segments *m_segments = nullptr;
    QHash<QString, FieldEditor *> m_editors;
    QHash<QString, FormRow *> m_rows;
    QJsonObject m_params;
    int m_chosen = 0;
    int m_chosenFirst = 0; ///< When the params were set.
};

} // namespace ui
