// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsections.h"

#include "ui/forms/formrow.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using domain::FieldType;

namespace {

constexpr qint64 yearSeconds = 366LL * 24 * 3600;

FieldForm::Plan retryFields()
{
    FieldForm::Plan plan;
    plan.fields = {
        {.name = u"attempts"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Attempts in all"),
         .help = QT_TRANSLATE_NOOP("catalog", "The first one counts: 3 is tried again twice."),
         .type = FieldType::Integer,
         .fallback = 1,
         .least = 1,
         .most = 1000},
        {.name = u"on"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Try again &after"),
         .help = QT_TRANSLATE_NOOP("catalog", "any, timeout, interrupted or exit codes, with commas between them. Only "
                                              "interrupted does a run again that an engine died under."),
         .type = FieldType::Texts,
         .fallback = QJsonArray{u"any"_s}},
        {.name = u"delay_s"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "&Wait before"),
         .type = FieldType::Integer,
         .fallback = 0,
         .least = 0,
         .most = yearSeconds},
        {.name = u"backoff"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "Each &time"),
         .type = FieldType::Choice,
         .fallback = u"fixed"_s,
         .choices = {u"fixed"_s, u"exponential"_s}},
        {.name = u"max_delay_s"_s,
         .label = QT_TRANSLATE_NOOP("catalog", "But at &most"),
         .type = FieldType::Integer,
         .fallback = QJsonValue(),
         .least = 0,
         .most = yearSeconds}};
    const QString unit = RetrySection::tr(" s");
    plan.dresses = {{u"on"_s, {.shape = FieldDress::Shape::CommaList}},
                    {u"delay_s"_s, {.unit = unit}},
                    {u"backoff"_s, {.choiceWords = {RetrySection::tr("the same"), RetrySection::tr("twice as long")}}},
                    {u"max_delay_s"_s, {.unit = unit, .none = RetrySection::tr("however long")}}};
    return plan;
}

/// Exit codes are numbers in the document and words in the field.
QJsonArray asWords(const QJsonArray &on)
{
    QJsonArray words;
    for (const QJsonValue &one : on)
        words.append(one.isDouble() ? QString::number(one.toInt()) : one.toString());
    return words;
}

QJsonArray fromWords(const QJsonArray &words)
{
    QJsonArray on;
    for (const QJsonValue &one : words) {
        bool isNumber = false;
        const int code = one.toString().toInt(&isNumber);
        on.append(isNumber ? QJsonValue(code) : one);
    }
    return on;
}

} // namespace

RetrySection::RetrySection(const Look &look, QWidget *parent)
    : EditorSection(look, tr("Retries"), parent), m_form(new FieldForm(look, retryFields()))
{
    m_form->setObjectName(u"retryFields"_s);
    column().addWidget(m_form);
    column().addStretch(1);
    connect(m_form, &FieldForm::edited, this, &EditorSection::edited);
}

void RetrySection::fill(const QJsonObject &automation)
{
    QJsonObject retry = automation.value(u"retry").toObject();
    if (retry.contains(u"on"))
        retry.insert(u"on"_s, asWords(retry.value(u"on").toArray()));
    m_form->setParams(retry);
}

QJsonObject RetrySection::values() const
{
    QJsonObject retry = m_form->params();
    if (retry.value(u"attempts").toInt(1) < 2)
        return {{u"retry"_s, QJsonValue::Null}};
    if (retry.contains(u"on"))
        retry.insert(u"on"_s, fromWords(retry.value(u"on").toArray()));
    return {{u"retry"_s, retry}};
}

bool RetrySection::showError(const base::Error &error)
{
    if (error.field != "retry"_L1 && !error.field.startsWith("retry."_L1))
        return false;
    const QString field = error.field.mid(6).section(u'[', 0, 0);
    return m_form->setError(field.isEmpty() ? u"attempts"_s : field, fieldErrorText(error));
}

void RetrySection::clearErrors()
{
    m_form->clearErrors();
}

bool RetrySection::hasError() const
{
    return m_form->hasError();
}

} // namespace ui
