// SPDX-License-Identifier: Apache-2.0
#include "ui/automations/automationpages.h"

#include "app/bundles/bundle.h"
#include "models/times.h"
#include "ui/panes/inputpage.h"
#include "ui/panes/inspectorframe.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 40;

/// Scripts can be long: the inspector shows their beginning.
QString beginning(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    if (lines.size() <= mostLines)
        return text;
    return lines.mid(0, mostLines).join(u'\n') + u"\n…"_s;
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QCoreApplication::translate("ui::Parameters", "yes")
                              : QCoreApplication::translate("ui::Parameters", "no");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return beginning(value.toString());
    case QJsonValue::Array: {
        QStringList lines;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &entry : array)
            lines.append(valueText(entry));
        return beginning(lines.join(u'\n'));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    }
    return {};
}

/// Code is told by its size and its digest.
QString codeText(const QJsonValue &value)
{
    const base::Result<bundles::Bundle> bundle = bundles::Bundle::fromCode(value.toString());
    if (!bundle)
        return {};
    return models::sizeText(bundle->zip().size()) + u"\nSHA-256 "_s + bundle->digestText();
}

QString textOf(const domain::FieldSpec &field, const QJsonValue &value)
{
    return field.type == domain::FieldType::Bundle ? codeText(value) : valueText(value);
}

Fact::Form formOf(domain::FieldType type)
{
    const bool plain =
        type == domain::FieldType::Choice || type == domain::FieldType::Integer || type == domain::FieldType::Flag;
    return plain ? Fact::Form::Text : Fact::Form::Mono;
}

} // namespace

QList<Fact> parameterFacts(const domain::Catalog &catalog, const domain::Automation &automation)
{
    QList<Fact> facts;
    QJsonObject rest = automation.params;
    const auto add = [&facts](const QString &label, const QString &text, Fact::Form form) {
        if (!text.isEmpty())
            facts.append({label, text, {}, form});
    };
    if (const domain::KindInfo *kind = catalog.kindAnywhere(automation.type)) {
        for (const domain::FieldSpec &field : kind->fields)
            add(QCoreApplication::translate("catalog", field.label), textOf(field, rest.take(field.name)),
                formOf(field.type));
    }
    for (auto it = rest.constBegin(); it != rest.constEnd(); ++it)
        add(it.key(), valueText(it.value()), Fact::Form::Mono);
    return facts;
}

ParametersPage::ParametersPage(const Context &context, QWidget *parent) : QWidget(parent), m_context(context) {}

void ParametersPage::setAutomation(const domain::Automation &automation)
{
    m_automation = automation;
    if (isVisible())
        fill();
}

void ParametersPage::showEvent(QShowEvent *event)
{
    if (!m_input)
        build();
    fill();
    QWidget::showEvent(event);
}

void ParametersPage::build()
{
    m_room = new QWidget(this);
    m_parameters = new FactsList(m_context.look);
    m_parameters->setObjectName(u"parameters"_s);
    InspectorFrame::columnOf(m_room, 0)->addWidget(m_parameters);
    m_input = new InputPage(m_context, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_room);
    column->addWidget(m_input, 1);
}

void ParametersPage::fill()
{
    const QList<Fact> parameters = parameterFacts(m_context.catalog, m_automation);
    m_parameters->setFacts(parameters);
    m_room->setVisible(!parameters.isEmpty());
    m_input->setAutomation(m_automation);
}

} // namespace ui
