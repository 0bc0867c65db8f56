// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/json/json.h"

#include "app/bundles/transfer/gathering.h"
#include "app/bundles/transfer/jsontext.h"
#include "app/bundles/transfer/source.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

/// How it stands in one workspace, not what it is.
const QStringList standing{u"version"_s, u"created_at"_s, u"updated_at"_s, u"updated_by"_s, u"paused"_s};

using NewIds = QHash<QString, QString>;

void follow(QJsonObject &object, const NewIds &ids)
{
    const QString old = object.value("automation_id"_L1).toString();
    if (ids.contains(old)) {
        object.insert("automation_id"_L1, ids.value(old));
    }
}

QJsonArray followed(const QJsonArray &array, const NewIds &ids)
{
    QJsonArray all;
    for (const QJsonValue value : array) {
        QJsonObject object = value.toObject();
        if (value.isObject()) {
            follow(object, ids);
            all.append(object);
        } else {
            all.append(value);
        }
    }
    return all;
}

/// Triggers and steps that name another automation name its new id.
void followAll(QJsonObject &automation, const NewIds &ids)
{
    if (automation.value("triggers"_L1).isArray()) {
        automation.insert("triggers"_L1, followed(automation.value("triggers"_L1).toArray(), ids));
    }
    QJsonObject params = automation.value("params"_L1).toObject();
    if (automation.value("type"_L1) == u"workflow"_s && params.value("steps"_L1).isArray()) {
        params.insert("steps"_L1, followed(params.value("steps"_L1).toArray(), ids));
        automation.insert("params"_L1, params);
    }
}

/// A webhook's token belongs to the automation it was made for.
QJsonArray withoutTokens(const QJsonArray &triggers)
{
    QJsonArray all;
    for (const QJsonValue value : triggers) {
        QJsonObject trigger = value.toObject();
        if (trigger.value("type"_L1) == u"webhook"_s) {
            trigger.remove("token"_L1);
        }
        all.append(value.isObject() ? QJsonValue(trigger) : value);
    }
    return all;
}

/// Has something of an automation.
bool couldBeOurs(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return object.contains("params"_L1) || (object.contains("name"_L1) && object.contains("type"_L1));
}

base::Result<NewIds> newIds(const QJsonArray &array)
{
    NewIds ids;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject()) {
            return base::invalid(u"[%1]"_s.arg(i), u"each element must be an object, an automation"_s);
        }
        const QString id = array.at(i).toObject().value("id"_L1).toString();
        if (!id.isEmpty() && ids.contains(id)) {
            return base::invalid(u"[%1].id"_s.arg(i), u"another one before has the same id"_s);
        }
        ids.insert(id, base::AutomationId::make().text());
    }
    ids.remove(QString());
    return ids;
}

} // namespace

bool isJson(const Source &source)
{
    // Sections of units begin like lists.
    const bool isUnit = hasSection(source.bytes, "Unit"_ba) || hasSection(source.bytes, "Service"_ba);
    return looksLikeJson(source.bytes) && !isUnit;
}

base::Result<ImportPlan> planJson(const QJsonArray &array)
{
    constexpr qsizetype most = 100000;
    if (array.size() > most) {
        return base::invalid({}, u"more than %1 automations are not imported at once"_s.arg(most));
    }
    TRY(const NewIds ids, newIds(array));
    ImportPlan plan{.format = u"json"_s, .items = {}, .left = {}};
    for (qsizetype i = 0; i < array.size(); ++i) {
        QJsonObject object = array.at(i).toObject();
        const QString old = object.value("id"_L1).toString();
        followAll(object, ids);
        if (object.value("triggers"_L1).isArray()) {
            object.insert("triggers"_L1, withoutTokens(object.value("triggers"_L1).toArray()));
        }
        const QString origin = u"[%1]"_s.arg(i);
        base::Result<PlannedAutomation> item = planned(origin, object);
        if (!item) {
            return item.error().inField(origin);
        }
        if (ids.contains(old)) {
            item->automation.id = base::AutomationId(ids.value(old));
        }
        plan.items.append(*std::move(item));
    }
    return plan;
}

base::Result<ImportPlan> readJson(const Source &source, const Surroundings &)
{
    TRY(const QJsonDocument document, jsonOf(source.bytes));
    const QJsonValue inside = document.object().value("automations"_L1);
    const QJsonArray all = document.isArray() ? document.array()
                           : inside.isArray() ? inside.toArray()
                                              : QJsonArray{document.object()};
    if (!all.isEmpty() && std::none_of(all.begin(), all.end(), couldBeOurs)) {
        return wrongLine(1, u"this is JSON, but neither automations (with name, type and params), nor autotasks of "
                            u"Defender, nor recipes of TheEye"_s);
    }
    return planJson(all);
}

QJsonObject exportedJson(const domain::Automation &automation)
{
    QJsonObject object = domain::toJson(automation);
    for (const QString &field : standing) {
        object.remove(field);
    }
    object.insert("triggers"_L1, withoutTokens(object.value("triggers"_L1).toArray()));
    return object;
}

Exported writeJson(const QList<domain::Automation> &automations, const ExportAround &)
{
    QJsonArray array;
    for (const domain::Automation &automation : automations) {
        array.append(exportedJson(automation));
    }
    return {.bytes = QJsonDocument(array).toJson(QJsonDocument::Indented), .left = {}};
}

} // namespace bundles
