// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsections.h"

#include "ui/forms/formrow.h"
#include "ui/forms/schedule/scheduleform.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A name with a dot is a field of an object: `limits.memory_mb`. Others of that object come along, for it is handed on
/// whole.
QJsonObject only(const QStringList &names, const QJsonObject &object)
{
    QJsonObject part;
    for (const QString &name : names) {
        const qsizetype dot = name.indexOf(u'.');
        if (dot < 0 && object.contains(name))
            part.insert(name, object.value(name));
        const QJsonObject holder = dot < 0 ? QJsonObject() : object.value(name.first(dot)).toObject();
        for (auto it = holder.constBegin(); it != holder.constEnd(); ++it)
            part.insert(name.first(dot + 1) + it.key(), it.value());
    }
    return part;
}

/// The other way round.
QJsonObject nested(const QJsonObject &flat)
{
    QJsonObject object;
    for (auto it = flat.constBegin(); it != flat.constEnd(); ++it) {
        const qsizetype dot = it.key().indexOf(u'.');
        if (dot < 0) {
            object.insert(it.key(), it.value());
            continue;
        }
        QJsonObject holder = object.value(it.key().first(dot)).toObject();
        holder.insert(it.key().sliced(dot + 1), it.value());
        object.insert(it.key().first(dot), holder);
    }
    return object;
}

QStringList namesOf(const FieldForm::Plan &plan)
{
    QStringList names;
    for (const domain::FieldSpec &field : plan.fields)
        names.append(field.name);
    return names;
}

} // namespace

FieldsSection::FieldsSection(const Look &look, const QString &title, const FieldForm::Plan &plan, QWidget *parent)
    : EditorSection(look, title, parent), m_names(namesOf(plan)), m_form(new FieldForm(look, plan))
{
    column().addWidget(m_form);
    column().addStretch(1);
    connect(m_form, &FieldForm::edited, this, &EditorSection::edited);
}

void FieldsSection::fill(const QJsonObject &automation)
{
    m_form->setParams(only(m_names, automation));
}

QJsonObject FieldsSection::values() const
{
    return nested(m_form->params());
}

bool FieldsSection::showError(const base::Error &error)
{
    // Lists name their element: tags[2].
    return m_form->setError(error.field.section(u'[', 0, 0), fieldErrorText(error));
}

QStringList FieldsSection::fields() const
{
    QStringList fields;
    for (const QString &name : m_names)
        fields.append(name.section(u'.', 0, 0));
    fields.removeDuplicates();
    return fields;
}

void FieldsSection::disable(const QStringList &fields, const QString &why)
{
    for (const QString &name : std::as_const(m_names))
        if (fields.contains(name.section(u'.', 0, 0)))
            m_form->disable(name, why);
}

void FieldsSection::clearErrors()
{
    m_form->clearErrors();
}

bool FieldsSection::hasError() const
{
    return m_form->hasError();
}

ScheduleSection::ScheduleSection(const Look &look, const base::Clock &clock, QWidget *parent)
    : EditorSection(look, tr("Schedule"), parent), m_clock(clock), m_form(new ScheduleForm(look, clock))
{
    head().addWidget(m_form->addButton());
    column().addWidget(m_form, 1);
    connect(m_form, &ScheduleForm::edited, this, &EditorSection::edited);
}

void ScheduleSection::fill(const QJsonObject &automation)
{
    const bool stored = automation.value(u"version").toInteger() > 0;
    const std::optional<base::Instant> created = base::parseIso(automation.value(u"created_at").toString());
    m_form->setTriggers(automation.value(u"triggers").toArray(), stored && created ? *created : m_clock.now(),
                        stored ? ScheduleForm::Origin::Stored : ScheduleForm::Origin::New);
}

QJsonObject ScheduleSection::values() const
{
    return {{u"triggers"_s, m_form->triggers()}};
}

void ScheduleSection::setWindows(const QList<domain::MaintenanceWindow> &windows, const domain::Automation &automation)
{
    m_form->setWindows(windows, automation);
}

void ScheduleSection::setFollowable(const Followable &automations)
{
    m_form->setFollowable(automations);
}

bool ScheduleSection::showError(const base::Error &error)
{
    static const QRegularExpression path(u"^triggers\\[(\\d+)\\]\\.?(.*)$"_s);
    const QRegularExpressionMatch match = path.match(error.field);
    if (!match.hasMatch())
        return false;
    base::Error inside = error;
    inside.field = match.captured(2);
    m_form->setError(match.captured(1).toInt(), inside);
    return true;
}

void ScheduleSection::goToError()
{
    m_form->goToError();
}

bool ScheduleSection::hasError() const
{
    return m_form->hasError();
}

} // namespace ui
