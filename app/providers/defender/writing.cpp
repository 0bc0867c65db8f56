// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/writing.h"

#include "app/domain/input/secretrefs.h"
#include "app/providers/defender/reading.h"

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

/// What stands in answers and is nobody's to write, or is written elsewhere.
const QStringList &answersOnly()
{
    static const QStringList names{u"actionId"_s,  u"autotaskId"_s,           u"createdAt"_s,    u"updatedAt"_s,
                                   u"tenantId"_s,  u"environmentVariables"_s, u"codeDigest"_s,   u"lastRun"_s,
                                   u"createdBy"_s, u"encodedZippedCode"_s,    u"lastRunStatus"_s};
    return names;
}

base::Error wrongTrigger(const QString &field, const QString &detail)
{
    return base::invalid(u"triggers[0]"_s + field, detail);
}

base::Result<QJsonObject> scheduleBody(const domain::Schedule &schedule)
{
    static const QStringList known{u"cron"_s, u"every_minutes"_s, u"every_seconds"_s, u"timezone"_s};
    for (const QString &field : domain::toJson(schedule).keys()) {
        if (!known.contains(field)) {
            return wrongTrigger(u'.' + field, u"Defender's schedules have no %1"_s.arg(field));
        }
    }
    QJsonObject body{{u"type"_s, u"schedule"_s}};
    if (schedule.everySeconds > 0) {
        const bool minutes = schedule.everySeconds % 60 == 0;
        body.insert(minutes ? u"frequencyMinutes"_s : u"frequencySeconds"_s,
                    schedule.everySeconds / (minutes ? 60 : 1));
        return body;
    }
    if (schedule.timezone != "UTC"_L1 && schedule.timezone != "Etc/UTC"_L1) {
        return wrongTrigger(u".timezone"_s, u"Defender reads cron in UTC; say so, and write the hours in it"_s);
    }
    if (schedule.cron.simplified().count(u' ') != 4) {
        return wrongTrigger(u".cron"_s, u"Defender's cron has five fields"_s);
    }
    body.insert("cron"_L1, schedule.cron);
    return body;
}

/// `kept` is the one that stands there.
base::Result<QJsonObject> triggerBody(const QList<domain::Trigger> &triggers, const QJsonObject &kept)
{
    if (!kept.isEmpty() && triggers == triggersOf(kept)) {
        return kept;
    }
    if (triggers.size() != 1) {
        return base::invalid(u"triggers"_s, u"Defender wants exactly one trigger: a schedule or a webhook"_s);
    }
    if (const auto *schedule = std::get_if<domain::Schedule>(&triggers.first())) {
        return scheduleBody(*schedule);
    }
    const auto *webhook = std::get_if<domain::Webhook>(&triggers.first());
    if (!webhook || !webhook->hmacSecret.isEmpty()) {
        return wrongTrigger({}, webhook ? u"Defender's webhooks are not signed"_s
                                        : u"Defender has no such trigger; it has schedules and webhooks"_s);
    }
    return QJsonObject{{u"type"_s, u"webhook"_s}};
}

/// Of a bundle; it may have none, where the service did not tell it either.
base::Result<QString> codeOf(const domain::Automation &automation)
{
    const QString code = automation.params.value("code"_L1).toString();
    if (automation.type != "bundle"_L1) {
        return base::invalid(u"type"_s, u"Defender runs code bundles only; type must be bundle"_s);
    }
    if (code.size() > documentedMost) {
        return base::invalid(u"params.code"_s, u"the code has %1 MB in base64; Defender takes 50 MB at most"_s.arg(
                                                   code.size() / 1'000'000));
    }
    return code;
}

/// All that is sent but the code.
base::Result<QJsonObject> bodyOf(const domain::Automation &wanted, const QJsonObject &kept)
{
    QJsonObject body;
    for (const QJsonObject &fields : {kept, wanted.remote}) {
        // By name, also what stands there: Qt takes one that begins with a byte order mark for another one.
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            body.insert(it.key(), it.value());
        }
    }
    TRY(const QJsonObject trigger, triggerBody(wanted.triggers, body.value("trigger"_L1).toObject()));
    body = withoutAnswers(body);
    body.insert("name"_L1, wanted.name);
    body.insert("paused"_L1, wanted.paused);
    body.insert("trigger"_L1, trigger);
    return body;
}

} // namespace

QString sizeWarning(qsizetype base64Size)
{
    if (base64Size <= safeMost) {
        return {};
    }
    return u"the code has %1 MB in base64; 50 MB are documented, but the service took 5 MB in the end"_s.arg(
        double(base64Size) / 1e6, 0, 'f', 1);
}

base::Result<QJsonObject> createBody(const domain::Automation &wanted)
{
    TRY(const QString code, codeOf(wanted));
    if (code.isEmpty()) {
        return base::invalid(u"params.code"_s, u"the code is needed: a zip file in base64"_s);
    }
    CHECK(variablesOf(wanted.env));
    TRY(QJsonObject body, bodyOf(wanted, {}));
    body.insert("encodedZippedCode"_L1, code);
    return body;
}

base::Result<QJsonObject> updateBody(const domain::Automation &wanted, const domain::Automation &base)
{
    TRY(const QString code, codeOf(wanted));
    CHECK(variablesOf(wanted.env));
    TRY(QJsonObject body, bodyOf(wanted, base.remote));
    if (!code.isEmpty() && code != base.params.value("code"_L1).toString()) {
        body.insert("encodedZippedCode"_L1, code);
    }
    return body;
}

QJsonObject withoutAnswers(const QJsonObject &item)
{
    QJsonObject sent = item;
    for (const QString &name : answersOnly()) {
        sent.remove(name);
    }
    QJsonObject trigger = sent.value("trigger"_L1).toObject();
    if (trigger.contains("token"_L1)) {
        trigger.remove("token"_L1);
        sent.insert("trigger"_L1, trigger);
    }
    return sent;
}

base::Result<QJsonObject> variablesOf(const QMap<QString, QString> &environment)
{
    QJsonObject variables;
    for (auto it = environment.constBegin(); it != environment.constEnd(); ++it) {
        if (!domain::secretsIn(*it).isEmpty()) {
            return base::invalid(u"env."_s + it.key(),
                                 u"Defender's variables are not secret; put the value into its "
                                 u"secrets, which event.secrets has, and leave %1 out"_s.arg(it.key()));
        }
        variables.insert(it.key(), *it);
    }
    return variables;
}

} // namespace providers::defender
