// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/noba/noba.h"

#include "app/bundles/formats/noba/nobakinds.h"
#include "app/bundles/formats/noba/nobatimes.h"
#include "app/bundles/formats/noba/yaml.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qsizetype mostYaml = 4LL * 1024 * 1024;

QString withLine(const YamlDocument &document, const QString &path)
{
    const int line = document.lines.value(path, document.lines.value(path.section(u'.', 0, -2), 1));
    return u"line %1"_s.arg(line);
}

base::Error wrongField(const YamlDocument &document, const QString &path, const QString &detail)
{
    return base::invalid(path, u"%1: %2"_s.arg(withLine(document, path), detail));
}

/// The schedule as a trigger of ours, and how its times are theirs.
void tellSchedule(const QString &cron, const Surroundings &around, QJsonObject &automation, NobaTold &told,
                  std::optional<FireTimes> &original)
{
    if (cron.trimmed().isEmpty()) {
        return;
    }
    const base::Result<domain::Zone> zone = domain::Zone::load(around.zone);
    const base::Result<NobaTimes> times = nobaTimes(cron);
    if (!times || !zone) {
        told.notCarried.append(
            u"the schedule %1: %2"_s.arg(shortened(cron), times ? zone.error().message() : times.error().message()));
        return;
    }
    QJsonObject trigger{{u"type"_s, u"schedule"_s},
                        {u"cron"_s, nobaExpression(*times)},
                        {u"dst"_s, QJsonObject{{u"gap"_s, u"skip"_s}, {u"overlap"_s, u"both"_s}}}};
    if (!around.zone.isEmpty()) {
        trigger.insert("timezone"_L1, around.zone);
    }
    if (!domain::triggerFromJson(trigger, domain::Provenance::Outside)) {
        told.notCarried.append(u"the schedule %1 never fires"_s.arg(shortened(cron)));
        return;
    }
    automation.insert("triggers"_L1, QJsonArray{trigger});
    original = nobaFireTimes(*times, *zone);
}

base::Result<PlannedAutomation> plannedItem(const QJsonObject &item, const QString &origin, const NobaIds &ids,
                                            const Surroundings &around, FireComparer &comparer)
{
    NobaTold told;
    TRY(QJsonObject automation, nobaAutomation(item, ids, told));
    const QJsonValue name = item.value("name"_L1);
    automation.insert("name"_L1, name);
    automation.insert("timeout_s"_L1, 300); // of that server, for every run
    automation.insert("overlap"_L1, u"parallel"_s);
    automation.insert("misfire"_L1, u"skip"_s);
    std::optional<FireTimes> original;
    tellSchedule(item.value("schedule"_L1).toString(), around, automation, told, original);
    TRY(PlannedAutomation planned, bundles::planned(origin, automation));
    planned.notCarried = told.notCarried;
    planned.notes = told.notes;
    if (original) {
        TRY(const FireTimes ours, fireTimesOf(planned.automation.triggers, around.now));
        planned.fires = comparer.compare(*original, ours, around.zone);
        if (!planned.fires) {
            planned.notes.append(QLatin1StringView(FireComparer::tooMany));
        }
    }
    return planned;
}

base::Status checkItem(const YamlDocument &document, const QJsonValue &value, const QString &path)
{
    if (!value.isObject()) {
        return wrongField(document, path, u"an automation must be a mapping"_s);
    }
    const QJsonObject item = value.toObject();
    for (const QString &field : {u"name"_s, u"type"_s}) {
        if (!item.value(field).isString() || item.value(field).toString().trimmed().isEmpty()) {
            return wrongField(document, path + u'.' + field, u"%1 must be text"_s.arg(field));
        }
    }
    const QJsonValue config = item.value("config"_L1);
    if (!config.isObject() && !config.isUndefined() && !config.isNull()) {
        return wrongField(document, path + u".config"_s, u"config must be a mapping"_s);
    }
    const QJsonValue schedule = item.value("schedule"_L1);
    if (!schedule.isString() && !schedule.isUndefined() && !schedule.isNull()) {
        return wrongField(document, path + u".schedule"_s, u"schedule must be text"_s);
    }
    return {};
}

base::Result<QJsonArray> itemsOf(const YamlDocument &document)
{
    if (!document.value.isObject() || !document.value.toObject().contains("automations"_L1)) {
        return base::invalid(u"automations"_s, u"line 1: a mapping with a list automations is wanted"_s);
    }
    const QJsonValue list = document.value.toObject().value("automations"_L1);
    if (!list.isArray()) {
        return wrongField(document, u"automations"_s, u"automations must be a list"_s);
    }
    const QJsonArray items = list.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        CHECK(checkItem(document, items.at(i), u"automations[%1]"_s.arg(i)));
    }
    return items;
}

} // namespace

bool isNoba(const Source &source)
{
    static const QRegularExpression key(u"(^|\\n)\\s*\"?automations\"?\\s*:"_s);
    return key.match(QString::fromUtf8(source.bytes.left(4096))).hasMatch();
}

base::Result<ImportPlan> readNoba(const Source &source, const Surroundings &around)
{
    if (source.bytes.size() > mostYaml) {
        return base::invalid({}, u"YAML of more than %1 MiB is not read (line 1)"_s.arg(mostYaml / 1024 / 1024));
    }
    CHECK(textOf(source.bytes));
    TRY(const YamlDocument document, yamlOf(source.bytes));
    TRY(const QJsonArray items, itemsOf(document));
    NobaIds ids;
    for (const QJsonValue item : items) {
        const QString id = item.toObject().value("id"_L1).toString();
        if (!id.isEmpty()) {
            ids.insert(id, base::AutomationId::make().text());
        }
    }
    ImportPlan plan{.format = u"noba"_s, .items = {}, .left = {}};
    FireComparer comparer(around.now, around.cancelled);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString path = u"automations[%1]"_s.arg(i);
        const QJsonObject item = items.at(i).toObject();
        base::Result<PlannedAutomation> made = plannedItem(item, path, ids, around, comparer);
        if (!made) {
            plan.left.append(
                {withLine(document, path), shortened(item.value("name"_L1).toString()), made.error().message()});
            continue;
        }
        if (const QString id = item.value("id"_L1).toString(); ids.contains(id)) {
            made->automation.id = base::AutomationId(ids.value(id));
        }
        plan.items.append(*std::move(made));
    }
    return plan;
}

} // namespace bundles
