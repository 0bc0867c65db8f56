// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/templates/template.h"

#include "app/base/jsonreader.h"
#include "app/bundles/formats/json/json.h"
#include "app/bundles/templates/place.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype mostFields = 50;
constexpr qsizetype longestValue = 4096;

base::Result<TemplateField> fieldFromJson(const QJsonValue &value)
{
    TemplateField field;
    base::JsonReader reader(value.toObject());
    reader.text("name"_L1, field.name);
    reader.text("label"_L1, field.label);
    reader.text("help"_L1, field.help);
    reader.text("default"_L1, field.fallback);
    reader.texts("choices"_L1, field.choices);
    reader.text("into"_L1, field.into);
    if (!value.isObject() || field.name.isEmpty() || field.into.isEmpty()) {
        reader.fail(base::invalid(u"name"_s, u"a field must have a name, and a place in into"_s));
    }
    CHECK(reader.finish());
    return field;
}

QJsonObject toJson(const TemplateField &field)
{
    return {{u"name"_s, field.name}, {u"label"_s, field.label},
            {u"help"_s, field.help}, {u"default"_s, field.fallback},
            {u"into"_s, field.into}, {u"choices"_s, QJsonArray::fromStringList(field.choices)}};
}

base::Status checkValue(const TemplateField &field, const QString &value)
{
    const QString path = u"values."_s + field.name;
    if (value.size() > longestValue || value.contains(QChar())) {
        return base::invalid(path, u"%1 must be text of at most %2 characters"_s.arg(field.name).arg(longestValue));
    }
    if (!field.choices.isEmpty() && !field.choices.contains(value)) {
        return base::invalid(path, u"%1 must be one of %2"_s.arg(field.name, field.choices.join(u", "_s)));
    }
    return {};
}

base::Status checkNames(const Template &one, const TemplateFilling &filling)
{
    for (auto it = filling.values.begin(); it != filling.values.end(); ++it) {
        const bool known = std::any_of(one.fields.begin(), one.fields.end(),
                                       [&](const TemplateField &field) { return field.name == it.key(); });
        if (!known) {
            return base::invalid(u"values."_s + it.key(), u"the template has no field %1"_s.arg(it.key().left(100)));
        }
    }
    return {};
}

const QString windowId = u"window"_s;
const QString mainId = u"main"_s;

/// All of them as one array, whose ids are made anew together; in front of them the window, where there is one.
base::Result<QJsonArray> filled(const Template &one, const TemplateFilling &filling)
{
    CHECK(checkNames(one, filling));
    QJsonArray all = one.others;
    if (!one.window.isEmpty()) {
        QJsonObject window = one.window;
        window.insert("id"_L1, windowId);
        all.prepend(window);
    }
    QJsonObject main = one.automation;
    main.insert("id"_L1, mainId);
    main.insert("name"_L1, filling.name.isEmpty() ? main.value("name"_L1).toString(one.name) : filling.name);
    all.append(main);
    for (const TemplateField &field : one.fields) {
        const QString value = filling.values.value(field.name, field.fallback);
        CHECK(checkValue(field, value));
        for (const QString &place : field.into.split(u' ', Qt::SkipEmptyParts)) {
            if (!fill(all, place, value)) {
                return base::invalid(u"fields."_s + field.name, u"the template has no place %1"_s.arg(place));
            }
        }
    }
    return all;
}

/// Whom it concerns, or spares, by the ids that they have now.
base::Result<domain::MaintenanceWindow> windowOf(QJsonObject window, const QHash<QString, QString> &ids)
{
    QJsonArray scope;
    for (const QJsonValue entry : window.value("scope"_L1).toArray()) {
        const QString text = entry.toString();
        const bool spared = text.startsWith(u'!');
        const QString id = spared ? text.mid(1) : text;
        scope.append((spared ? u"!"_s : QString()) + ids.value(id, id));
    }
    window.insert("scope"_L1, scope);
    window.remove("id"_L1);
    base::Result<domain::MaintenanceWindow> made = domain::windowFromJson(window);
    return made ? std::move(made) : made.error().inField(windowId);
}

QString cronOf(const QJsonObject &automation)
{
    for (const QJsonValue trigger : automation.value("triggers"_L1).toArray()) {
        if (const QJsonValue cron = trigger.toObject().value("cron"_L1); cron.isString()) {
            return cron.toString();
        }
    }
    return {};
}

QList<Template> readAll()
{
    QList<Template> all;
    const QDir folder(u":/templates"_s);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const base::Result<Template> one = templateFromJson(QJsonDocument::fromJson(file.readAll()).object());
        if (!one) {
            qFatal("the template %s that was compiled in is wrong: %s", qPrintable(name),
                   qPrintable(one.error().message()));
        }
        all.append(*one);
    }
    std::stable_sort(all.begin(), all.end(), [](const Template &a, const Template &b) {
        return std::tie(a.category, a.name) < std::tie(b.category, b.name);
    });
    return all;
}

} // namespace

base::Result<Template> templateFromJson(const QJsonObject &object)
{
    Template one;
    base::JsonReader reader(object);
    reader.text("id"_L1, one.id);
    reader.text("name"_L1, one.name);
    reader.text("description"_L1, one.description);
    reader.text("icon"_L1, one.icon);
    reader.text("category"_L1, one.category);
    reader.texts("needs"_L1, one.needs);
    reader.object("automation"_L1, one.automation);
    reader.object("window"_L1, one.window);
    reader.array("others"_L1, [&one](const QJsonValue &value, int) -> base::Status {
        one.others.append(value);
        return {};
    });
    reader.array("fields"_L1, [&one](const QJsonValue &value, int) -> base::Status {
        TRY(const TemplateField field, fieldFromJson(value));
        one.fields.append(field);
        return {};
    });
    if (one.name.trimmed().isEmpty() || one.fields.size() > mostFields) {
        reader.fail(base::invalid(u"name"_s, u"a template must have a name and at most %1 fields"_s.arg(mostFields)));
    }
    CHECK(reader.finish());
    return one;
}

QJsonObject toJson(const Template &one)
{
    QJsonArray fields;
    for (const TemplateField &field : one.fields) {
        fields.append(toJson(field));
    }
    const QString cron = cronOf(one.automation);
    QJsonObject object{{u"id"_s, one.id},
                       {u"name"_s, one.name},
                       {u"description"_s, one.description},
                       {u"icon"_s, one.icon},
                       {u"category"_s, one.category},
                       {u"type"_s, one.automation.value("type"_L1)},
                       {u"schedule"_s, cron.isEmpty() ? QJsonValue::Null : QJsonValue(cron)},
                       {u"needs"_s, QJsonArray::fromStringList(one.needs)},
                       {u"fields"_s, fields},
                       {u"automation"_s, one.automation},
                       {u"others"_s, one.others},
                       {u"built_in"_s, one.builtIn}};
    if (!one.window.isEmpty()) {
        object.insert("window"_L1, one.window);
    }
    return object;
}

QJsonObject templateDocument(const Template &one)
{
    QJsonObject object = toJson(one);
    for (const QString &field : {u"type"_s, u"schedule"_s, u"built_in"_s}) {
        object.remove(field);
    }
    return object;
}

base::Result<store::OfTemplate> applied(const Template &one, const TemplateFilling &filling)
{
    TRY(QJsonArray all, filled(one, filling));
    const QJsonObject window = one.window.isEmpty() ? QJsonObject() : all.takeAt(0).toObject();
    TRY(ImportPlan plan, planJson(all));
    store::OfTemplate made;
    QHash<QString, QString> ids;
    for (qsizetype i = 0; i < plan.items.size(); ++i) {
        const QJsonObject written = all.at(i).toObject();
        domain::Automation automation = plan.items.at(i).automation;
        // What a template makes was asked for by a person, here and now.
        automation.paused = written.value("paused"_L1).toBool();
        ids.insert(written.value("id"_L1).toString(), automation.id.text());
        made.automations.append(automation);
    }
    if (!window.isEmpty()) {
        TRY(const domain::MaintenanceWindow along, windowOf(window, ids));
        made.windows.append(along);
    }
    return made;
}

base::Result<TemplateFilling> fillingFromJson(const QJsonObject &object)
{
    TemplateFilling filling;
    QJsonObject values;
    base::JsonReader reader(object);
    reader.text("name"_L1, filling.name);
    reader.object("values"_L1, values);
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it->isString()) {
            reader.fail(base::invalid(u"values."_s + it.key(), u"a value must be text"_s));
        }
        filling.values.insert(it.key(), it->toString());
    }
    CHECK(reader.finish());
    return filling;
}

Template templateOf(const domain::Automation &automation)
{
    QJsonObject object = exportedJson(automation);
    object.remove("id"_L1);
    return {.id = {},
            .name = automation.name,
            .description = automation.description,
            .icon = automation.icon,
            .category = u"own"_s,
            .needs = {},
            .fields = {},
            .automation = object,
            .others = {},
            .window = {},
            .builtIn = false};
}

const QList<Template> &builtInTemplates()
{
    static const QList<Template> all = readAll();
    return all;
}

} // namespace bundles
