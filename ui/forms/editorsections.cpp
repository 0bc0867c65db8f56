// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/editorsections.h"

#include "ui/forms/environmenttable.h"
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

FieldForm::Plan planOf(const domain::KindInfo &kind, const bundles::Bundles *bundles)
{
    FieldForm::Plan plan{.fields = kind.fields,
                         .oneOf = kind.oneOf,
                         .dresses = {},
                         .check = [kind](const QJsonObject &params, const QString &field) {
                             return domain::checkParam(kind, params, field);
                         }};
    for (const domain::FieldSpec &field : kind.fields)
        if (field.type == domain::FieldType::Bundle)
            plan.dresses[field.name].bundles = bundles;
    return plan;
}

FieldForm::Plan aroundFields()
{
    using domain::FieldType;
    return {.fields = {{.name = u"working_directory"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Working directory"),
                        .help = QT_TRANSLATE_NOOP("catalog", "Empty is the home folder."),
                        .type = FieldType::Command},
                       {.name = u"run_as"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Run as"),
                        .help = QT_TRANSLATE_NOOP("catalog", "A command put in front, for instance sudo -u deploy."),
                        .type = FieldType::Command},
                       {.name = u"result_schema"_s,
                        .label = QT_TRANSLATE_NOOP("catalog", "Result schema"),
                        .help = QT_TRANSLATE_NOOP(
                            "catalog", "A JSON Schema. A run whose result does not fit it has failed. Empty: none."),
                        .type = FieldType::Script,
                        .fallback = QJsonValue()}},
            .oneOf = {},
            .dresses = {{u"result_schema"_s, {.shape = FieldDress::Shape::Document}}}};
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

void FieldsSection::clearErrors()
{
    m_form->clearErrors();
}

bool FieldsSection::hasError() const
{
    return m_form->hasError();
}

WorkSection::WorkSection(const Look &look, const domain::Catalog &catalog, const bundles::Bundles *bundles,
                         QWidget *parent)
    : EditorSection(look, tr("What runs"), parent),
      m_catalog(catalog),
      m_bundles(bundles),
      m_place(new QVBoxLayout),
      m_around(new FieldForm(look, aroundFields())),
      m_environment(new EnvironmentTable(look))
{
    column().addLayout(m_place);
    column().addWidget(m_around);
    m_environmentRow = new FormRow(
        look, {tr("Environment"), tr("A value may refer to a stored secret: ${secret:NAME}."), m_environment, nullptr});
    column().addWidget(m_environmentRow);
    column().addStretch(1);
    connect(m_around, &FieldForm::edited, this, &EditorSection::edited);
    connect(m_environment, &EnvironmentTable::edited, this, &EditorSection::edited);
}

void WorkSection::makeParamsForm(const QString &type)
{
    if (m_params && m_type == type)
        return;
    delete m_params;
    m_type = type;
    const domain::KindInfo *kind = m_catalog.kind(type);
    m_params = new FieldForm(look(), kind ? planOf(*kind, m_bundles) : FieldForm::Plan{});
    m_params->setObjectName(u"params"_s);
    m_params->setAutomations(m_automations);
    m_place->addWidget(m_params);
    const bool fills = m_params->fills();
    column().setStretch(column().indexOf(m_place), fills ? 1 : 0);
    column().setStretch(column().count() - 1, fills ? 0 : 1); // the room below
    showRest(true);
    connect(m_params, &FieldForm::edited, this, &EditorSection::edited);
    connect(m_params, &FieldForm::pageWanted, this, [this](bool wanted) { showRest(!wanted); });
}

void WorkSection::showRest(bool shown)
{
    m_around->setVisible(shown);
    m_environmentRow->setVisible(shown);
}

void WorkSection::setKind(const QString &type)
{
    if (type == m_type)
        return;
    makeParamsForm(type);
    m_params->setParams({});
}

void WorkSection::setAutomations(const Followable &automations)
{
    m_automations = automations;
    m_params->setAutomations(automations);
}

void WorkSection::fill(const QJsonObject &automation)
{
    makeParamsForm(automation.value(u"type").toString());
    m_params->setParams(automation.value(u"params").toObject());
    m_around->setParams(only(namesOf(aroundFields()), automation));
    m_environment->setEnvironment(automation.value(u"env").toObject());
}

QJsonObject WorkSection::values() const
{
    QJsonObject values = m_around->params();
    values.insert(u"params"_s, m_params->params());
    values.insert(u"env"_s, m_environment->environment());
    return values;
}

bool WorkSection::showError(const base::Error &error)
{
    if (error.field == "env"_L1 || error.field.startsWith("env."_L1)) {
        m_environment->setError(error.field.mid(4), fieldErrorText(error));
        return true;
    }
    if (error.field.startsWith("params."_L1)) {
        const QString field = error.field.mid(7).section(u'[', 0, 0);
        return m_params->setError(field, fieldErrorText(error), error.field.mid(7 + field.size()));
    }
    return m_around->setError(error.field.section(u'.', 0, 0), fieldErrorText(error));
}

void WorkSection::clearErrors()
{
    if (m_params)
        m_params->clearErrors();
    m_around->clearErrors();
    m_environment->setError({}, {});
}

bool WorkSection::hasError() const
{
    return m_params->hasError() || m_around->hasError() || m_environment->hasError();
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
