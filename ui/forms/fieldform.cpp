// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/fieldform.h"

#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segments.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds afterTyping{400};

} // namespace

FieldForm::FieldForm(const Look &look, const Plan &plan, QWidget *parent)
    : QWidget(parent), m_look(look), m_plan(plan), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(9);
    if (plan.oneOf.size() > 1)
        addSegments();
    QString group;
    for (const domain::FieldSpec &spec : plan.fields) {
        if (const QString title = catalogText(spec.group); title != group && !title.isEmpty())
            addGroup(group = title);
        addField(spec);
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(afterTyping);
    connect(&m_pause, &QTimer::timeout, this, &FieldForm::checkEdited);
    chooseOne(0);
}

void FieldForm::addGroup(const QString &title)
{
    auto *heading = new TextLabel(m_look, {TypeRole::Strong, Colour::TextPrimary});
    heading->setText(title);
    m_column->addSpacing(6);
    m_column->addWidget(heading);
    m_column->addWidget(new Hairline(m_look, Qt::Horizontal));
}

void FieldForm::onFieldEdited(const QString &field)
{
    m_edited.insert(field);
    if (m_plan.check)
        m_pause.start();
    Q_EMIT edited();
}

void FieldForm::checkEdited()
{
    const QJsonObject now = params();
    for (const QString &field : std::as_const(m_edited)) {
        const base::Status status = m_plan.check(now, field);
        const QString inside = status ? QString() : status.error().field.mid(field.size());
        setError(field, status ? QString() : fieldErrorText(status.error()), inside);
    }
}

base::Status FieldForm::check() const
{
    const QJsonObject now = params();
    if (m_plan.check)
        for (const QString &field : m_edited)
            CHECK(m_plan.check(now, field));
    return {};
}

void FieldForm::disable(const QString &field, const QString &why)
{
    if (FormRow *row = m_rows.value(field)) {
        row->setEnabled(false);
        row->setToolTip(why);
        m_editors.value(field)->widget()->setToolTip(why);
    }
}

void FieldForm::addSegments()
{
    m_segments = new Segments(m_look);
    m_segments->setObjectName(u"oneOf"_s);
    for (qsizetype i = 0; i < m_plan.oneOf.size(); ++i) {
        const auto spec = std::find_if(m_plan.fields.cbegin(), m_plan.fields.cend(),
                                       [&](const domain::FieldSpec &field) { return field.name == m_plan.oneOf[i]; });
        m_segments->add(int(i), spec == m_plan.fields.cend() ? m_plan.oneOf[i] : catalogText(spec->label));
    }
    connect(m_segments, &Segments::chosen, this, [this](int index) {
        chooseOne(index);
        Q_EMIT edited();
    });
    auto *row = new FormRow(m_look, {tr("Given as"), {}, m_segments, new QWidget});
    m_column->addWidget(row);
}

void FieldForm::addField(const domain::FieldSpec &spec)
{
    auto *editor = new FieldEditor(m_look, spec, m_plan.dresses.value(spec.name), this);
    const bool flag = spec.type == domain::FieldType::Flag;
    const bool wide = editor->isWide();
    m_fills = m_fills || wide;
    auto *row =
        new FormRow(m_look, {flag ? QString() : catalogText(spec.label), catalogText(spec.help), editor->widget(),
                             nullptr, wide ? FormRow::LabelPlace::Above : FormRow::LabelPlace::Beside});
    connect(editor, &FieldEditor::edited, this, [this, name = spec.name] { onFieldEdited(name); });
    connect(editor, &FieldEditor::pageWanted, this, [this, row](bool wanted) {
        for (FormRow *other : std::as_const(m_rows))
            other->setVisible(other == row || !wanted);
        if (!wanted)
            chooseOne(m_chosen);
        Q_EMIT pageWanted(wanted);
    });
    m_editors.insert(spec.name, editor);
    m_rows.insert(spec.name, row);
    m_column->addWidget(row, wide ? 1 : 0);
}

void FieldForm::chooseOne(int index)
{
    m_chosen = index;
    if (m_segments)
        m_segments->choose(index);
    for (qsizetype i = 0; m_segments && i < m_plan.oneOf.size(); ++i)
        if (FormRow *row = m_rows.value(m_plan.oneOf[i]))
            row->setVisible(int(i) == index);
}

void FieldForm::setParams(const QJsonObject &params)
{
    m_params = params;
    m_edited.clear();
    m_pause.stop();
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it)
        it.value()->setValue(params.value(it.key()));
    const auto given = std::find_if(m_plan.oneOf.cbegin(), m_plan.oneOf.cend(),
                                    [&](const QString &name) { return params.contains(name); });
    m_chosenFirst = given == m_plan.oneOf.cend() ? 0 : int(given - m_plan.oneOf.cbegin());
    chooseOne(m_chosenFirst);
}

QJsonObject FieldForm::params() const
{
    QJsonObject params = m_params;
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        const bool others =
            m_chosen != m_chosenFirst && m_plan.oneOf.contains(it.key()) && m_plan.oneOf.indexOf(it.key()) != m_chosen;
        const QJsonValue value = others ? QJsonValue(QJsonValue::Undefined) : it.value()->value();
        if (value.isUndefined())
            params.remove(it.key());
        else
            params.insert(it.key(), value);
    }
    return params;
}

bool FieldForm::setError(const QString &field, const QString &text, const QString &inside)
{
    FormRow *row = m_rows.value(field);
    if (!row)
        return false;
    const qsizetype one = m_plan.oneOf.indexOf(field);
    if (one >= 0 && !text.isEmpty() && int(one) != m_chosen)
        row = m_rows.value(m_plan.oneOf[m_chosen], row);
    const QString place = text.isEmpty() || inside.isEmpty() ? QString() : m_editors.value(field)->pointAt(inside);
    row->setError(place.isEmpty() ? text : u"%1: %2"_s.arg(place, text));
    return true;
}

void FieldForm::setAutomations(const Followable &automations)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setAutomations(automations);
}

void FieldForm::clearErrors()
{
    for (FormRow *row : std::as_const(m_rows))
        row->setError({});
}

bool FieldForm::hasError() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [](const FormRow *row) { return row->hasError(); });
}

QWidget *FieldForm::control(const QString &field) const
{
    const FieldEditor *editor = m_editors.value(field);
    return editor ? editor->widget() : nullptr;
}

} // namespace ui
