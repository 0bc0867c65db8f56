// SPDX-License-Identifier: Apache-2.0
// A template: automations with some places to fill. Filled with nothing but its defaults it applies as it is. A value.
#pragma once

#include "app/bundles/transfer/plan.h"
#include "app/store/templates/templates.h"

#include <QJsonArray>

namespace bundles {

struct TemplateField
{
    QString name;
    QString label; ///< English source text; the window translates it.
    QString help;
    QString fallback;    ///< JSON `default`.
    QStringList choices; ///< Empty is any text.
    /// Where it goes: `env.FROM`, `params.url`, `triggers[0].cron`, `probe:env.FROM`, `window:recurring`; several
    /// places have a space between them.
    QString into;
};

struct Template
{
    QString id;
    QString name;
    QString description;
    QString icon;
    QString category;
    QStringList needs; ///< Programs that a plain machine may not have.
    QList<TemplateField> fields;
    QJsonObject automation; ///< As `create` takes it.
    QJsonArray others;      ///< Those it refers to, each with an `id` of its own.
    QJsonObject window;     ///< A maintenance window that comes along; its scope names them by these ids, and `main`.
    bool builtIn = true;
};

/// What fills a template: its name, and values by the names of fields.
struct TemplateFilling
{
    QString name;
    QMap<QString, QString> values;
};

/// Invalid names the field.
base::Result<Template> templateFromJson(const QJsonObject &object);
/// As the API answers it: `{id, name, description, icon, category, type, schedule, needs, fields, automation, others,
/// window, built_in}`.
QJsonObject toJson(const Template &one);

/// The same as templateFromJson() reads it.
QJsonObject templateDocument(const Template &one);

/// What comes of it, the automation it is about last. Invalid names the field of the filling or of what comes out.
base::Result<store::OfTemplate> applied(const Template &one, const TemplateFilling &filling);
/// `{"name", "values": {}}`, or nothing. Invalid names the field.
base::Result<TemplateFilling> fillingFromJson(const QJsonObject &object);

/// A template without fields that makes the same automation again. Secrets stay references.
Template templateOf(const domain::Automation &automation);

/// Those that come with the program, by category and name.
const QList<Template> &builtInTemplates();

} // namespace bundles
