// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/arguments/argumentssection.h"

#include "app/domain/input/arguments.h"
#include "ui/forms/arguments/argumenttable.h"
#include "ui/forms/arguments/argumentwords.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/formrow.h"
#include "ui/widgets/labels.h"

#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using domain::FieldType;

namespace {

FieldForm::Plan argumentFields()
{
    FieldForm::Plan plan;
    plan.fields = {{.name = u"name"_s, .label = QT_TRANSLATE_NOOP("catalog", "Name")},
                   {.name = u"kind"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Kind"),
                    .type = FieldType::Choice,
                    .fallback = u"input"_s,
                    .choices = domain::argumentKindWords()},
                   {.name = u"label"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Label"),
                    .help = QT_TRANSLATE_NOOP("catalog", "What whoever runs it reads; empty is the name.")},
                   {.name = u"help"_s, .label = QT_TRANSLATE_NOOP("catalog", "Help")},
                   {.name = u"options"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Options"),
                    .help = QT_TRANSLATE_NOOP("catalog", "One a line."),
                    .type = FieldType::Texts},
                   {.name = u"default"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Default"),
                    .help = QT_TRANSLATE_NOOP("catalog", "A schedule runs with it. Of a secret: ${secret:NAME}.")},
                   {.name = u"pattern"_s,
                    .label = QT_TRANSLATE_NOOP("catalog", "Pattern"),
                    .help = QT_TRANSLATE_NOOP("catalog", "A regular expression that the whole value must match."),
                    .type = FieldType::Command},
                   {.name = u"required"_s, .label = QT_TRANSLATE_NOOP("catalog", "Required"), .type = FieldType::Flag}};
    plan.dresses = {{u"kind"_s, {.choiceWords = argumentKindTexts()}}};
    return plan;
}

} // namespace

ArgumentsSection::ArgumentsSection(const Look &look, QWidget *parent)
    : EditorSection(look, tr("Arguments"), parent),
      m_table(new ArgumentTable(look)),
      m_form(new FieldForm(look, argumentFields())),
      m_hint(new TextLabel(look, {TypeRole::Body, Colour::TextSecondary}))
{
    m_hint->setText(tr("What a run is asked for. A process gets the values in this order as arguments ($1, $2 …) and "
                       "as variables; a secret as a variable only."));
    m_hint->setWordWrap(true);
    m_form->setObjectName(u"argumentForm"_s);
    // The editor around has a field named name, too.
    for (QWidget *part : m_form->findChildren<QWidget *>(QRegularExpression(u"^field:"_s)))
        part->setObjectName(part->objectName().replace("field:"_L1, "argument:"_L1));
    column().addWidget(m_hint);
    column().addWidget(m_table);
    column().addSpacing(6);
    column().addWidget(m_form);
    column().addStretch(1);
    connect(m_table, &ArgumentTable::chosen, this, &ArgumentsSection::showChosen);
    connect(m_table, &ArgumentTable::edited, this, &EditorSection::edited);
    connect(m_form, &FieldForm::edited, this, &ArgumentsSection::takeEdit);
    showChosen(-1);
}

void ArgumentsSection::fill(const QJsonObject &automation)
{
    m_table->setArguments(automation.value(u"arguments").toArray());
}

QJsonObject ArgumentsSection::values() const
{
    return {{u"arguments"_s, m_table->arguments()}};
}

void ArgumentsSection::showChosen(int index)
{
    m_form->setVisible(index >= 0);
    m_form->clearErrors();
    if (index < 0)
        return;
    m_form->setParams(m_table->arguments().at(index).toObject());
    showFieldsOfKind();
    if (index == m_wrong)
        m_form->setError(m_wrongField, m_wrongText);
}

void ArgumentsSection::takeEdit()
{
    QJsonObject argument = m_form->params();
    if (argument.value(u"kind") != "options"_L1)
        argument.insert(u"options"_s, QJsonArray());
    m_table->replaceCurrent(argument);
    showFieldsOfKind();
    Q_EMIT edited();
}

void ArgumentsSection::showFieldsOfKind()
{
    const QString kind = m_form->params().value(u"kind").toString();
    const bool fixed = kind == "fixed"_L1;
    const auto show = [this](const QString &field, bool shown) {
        if (QWidget *control = m_form->control(field))
            control->parentWidget()->setVisible(shown);
    };
    show(u"options"_s, kind == "options"_L1);
    for (const QString &field : {u"label"_s, u"help"_s, u"required"_s})
        show(field, !fixed);
    show(u"pattern"_s, kind == "input"_L1 || kind == "secret"_L1 || kind == "file"_L1);
}

bool ArgumentsSection::showError(const base::Error &error)
{
    static const QRegularExpression path(u"^arguments\\[(\\d+)\\]\\.?([a-z]*)"_s);
    const QRegularExpressionMatch match = path.match(error.field);
    if (!match.hasMatch())
        return false;
    m_wrong = match.captured(1).toInt();
    m_wrongField = match.captured(2).isEmpty() ? u"name"_s : match.captured(2);
    m_wrongText = fieldErrorText(error);
    m_table->markWrong(m_wrong, true);
    if (m_table->current() == m_wrong)
        m_form->setError(m_wrongField, m_wrongText);
    return true;
}

void ArgumentsSection::goToError()
{
    if (m_wrong < 0)
        return;
    m_table->choose(m_wrong);
    if (QWidget *control = m_form->control(m_wrongField))
        control->setFocus();
}

void ArgumentsSection::clearErrors()
{
    m_table->markWrong(m_wrong, false);
    m_wrong = -1;
    m_form->clearErrors();
}

bool ArgumentsSection::hasError() const
{
    return m_wrong >= 0;
}

} // namespace ui
