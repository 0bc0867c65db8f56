// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/worksection.h"

#include "app/base/jsontext.h"
#include "ui/forms/environmenttable.h"
#include "ui/forms/formrow.h"

#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString wholeField = u"config"_s; ///< All params as one document.

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

base::Status checkWhole(const QJsonObject &form)
{
    const QJsonValue all = form.value(wholeField);
    if (all.isObject() || all.isNull())
        return {};
    const base::Result<QJsonDocument> read = base::jsonFromText(all.toString().toUtf8());
    const QString why = all.isArray() || read ? u"this is none"_s : read.error().detail;
    return base::invalid(wholeField, u"%1 must be a JSON object: %2"_s.arg(wholeField, why));
}

/// For a kind that nobody declares.
FieldForm::Plan wholePlan()
{
    return {.fields = {{.name = wholeField,
                        .label = QT_TRANSLATE_NOOP("catalog", "Config"),
                        .help = QT_TRANSLATE_NOOP("catalog", "A JSON object, as the system where it lives keeps it. "
                                                             "That system decides which fields it takes."),
                        .type = domain::FieldType::Document,
                        .fallback = QJsonObject()}},
            .dresses = {{wholeField, {.shape = FieldDress::Shape::Page}}},
            .check = [](const QJsonObject &form, const QString &) { return checkWhole(form); }};
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
                        .type = FieldType::Document,
                        .fallback = QJsonValue()}},
            .oneOf = {},
            .dresses = {}};
}

QJsonObject aroundOf(const QJsonObject &automation)
{
    QJsonObject part;
    const FieldForm::Plan plan = aroundFields();
    for (const domain::FieldSpec &field : plan.fields)
        if (automation.contains(field.name))
            part.insert(field.name, automation.value(field.name));
    return part;
}

/// What was emptied is not given any more: other systems know no null and no empty text for that.
QJsonObject withoutEmptied(QJsonObject params, const QJsonObject &before)
{
    const QStringList names = params.keys();
    for (const QString &name : names) {
        const QJsonValue now = params.value(name);
        const bool isEmpty = now.isNull() || (now.isString() && now.toString().isEmpty());
        if (isEmpty && now != before.value(name))
            params.remove(name);
    }
    return params;
}

} // namespace

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
    const bool mayChange = !m_params || m_params->isEnabled();
    delete m_params;
    m_type = type;
    const domain::KindInfo *kind = m_catalog.kindAnywhere(type);
    m_kindOf = !kind ? KindOf::Nobody : m_catalog.kind(type) ? KindOf::Here : KindOf::There;
    m_params = new FieldForm(look(), kind ? planOf(*kind, m_bundles) : wholePlan());
    m_params->setObjectName(u"params"_s);
    m_params->setAutomations(m_automations);
    m_params->setEnabled(mayChange);
    m_place->addWidget(m_params);
    const bool fills = m_params->fills();
    column().setStretch(column().indexOf(m_place), fills ? 1 : 0);
    column().setStretch(column().count() - 1, fills ? 0 : 1); // the room below
    showRest(true);
    connect(m_params, &FieldForm::edited, this, &EditorSection::edited);
    connect(m_params, &FieldForm::pageWanted, this, [this](bool wanted) { showRest(!wanted); });
}

void WorkSection::showParams(const QJsonObject &params)
{
    m_given = params;
    m_params->setParams(m_kindOf == KindOf::Nobody ? QJsonObject{{wholeField, params}} : params);
}

/// As they are now; text that is no JSON changes nothing, and check() refuses it.
QJsonObject WorkSection::params() const
{
    const QJsonObject now = m_params->params();
    if (m_kindOf == KindOf::Nobody)
        return m_params->check() ? now.value(wholeField).toObject() : m_given;
    return m_kindOf == KindOf::There ? withoutEmptied(now, m_given) : now;
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
    showParams({});
}

void WorkSection::setAutomations(const Followable &automations)
{
    m_automations = automations;
    m_params->setAutomations(automations);
}

void WorkSection::fill(const QJsonObject &automation)
{
    makeParamsForm(automation.value(u"type").toString());
    showParams(automation.value(u"params").toObject());
    m_around->setParams(aroundOf(automation));
    m_environment->setEnvironment(automation.value(u"env").toObject());
}

QJsonObject WorkSection::values() const
{
    QJsonObject values = m_around->params();
    values.insert(u"params"_s, params());
    values.insert(u"env"_s, m_environment->environment());
    return values;
}

base::Status WorkSection::check() const
{
    if (m_kindOf == KindOf::Here)
        return {}; // the catalog checks all of it
    const base::Status fits = m_params->check();
    return fits ? fits : base::Status(fits.error().inField(u"params"_s));
}

void WorkSection::disable(const QStringList &fields, const QString &why)
{
    for (const QString &field : fields)
        m_around->disable(field, why);
    if (fields.contains("params"_L1)) {
        m_params->setEnabled(false);
        m_params->setToolTip(why);
    }
    if (fields.contains("env"_L1)) {
        m_environmentRow->setEnabled(false);
        m_environmentRow->setToolTip(why);
    }
}

bool WorkSection::showError(const base::Error &error)
{
    if (error.field == "env"_L1 || error.field.startsWith("env."_L1)) {
        m_environment->setError(error.field.mid(4), fieldErrorText(error));
        return true;
    }
    if (error.field.startsWith("params."_L1)) {
        const QString inside = m_kindOf == KindOf::Nobody ? wholeField : error.field.mid(7);
        const QString field = inside.section(u'[', 0, 0);
        return m_params->setError(field, fieldErrorText(error), inside.mid(field.size()));
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

} // namespace ui
