// SPDX-License-Identifier: Apache-2.0
#include "app/domain/automation.h"

#include "app/base/jsonreader.h"
#include "app/base/wordtable.h"
#include "app/domain/input/secretrefs.h"
#include "app/domain/rights/rights.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qint64 longest = 366LL * 24 * 3600; // a year in seconds: the upper end of every duration here

constexpr base::WordTable<Overlap, Overlap::Replace> overlapWords({{
    {Overlap::Parallel, u"parallel"},
    {Overlap::Queue, u"queue"},
    {Overlap::Skip, u"skip"},
    {Overlap::Replace, u"replace"},
}});
constexpr base::WordTable<Misfire, Misfire::Ask> misfireWords({{
    {Misfire::Skip, u"skip"},
    {Misfire::Once, u"once"},
    {Misfire::All, u"all"},
    {Misfire::Ask, u"ask"},
}});
const QStringList readOnly{u"id"_s,       u"created_at"_s, u"updated_at"_s,  u"updated_by"_s,
                           u"schedule"_s, u"last_run"_s,   u"last_status"_s, u"next_run"_s};

void readEnvironment(base::JsonReader &reader, QMap<QString, QString> &into)
{
    QJsonObject object;
    if (!reader.has("env"_L1)) {
        return;
    }
    reader.object("env"_L1, object);
    into.clear();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString path = u"env."_s + it.key();
        if (it.key().isEmpty() || it.key().contains(u'=') || it.key().contains(QChar())) {
            reader.fail(base::invalid(path, u"a name in env must not be empty or hold = or a zero byte"_s));
        } else if (!it->isString() || it->toString().contains(QChar())) {
            reader.fail(base::invalid(path, u"%1 must be text without a zero byte"_s.arg(path)));
        } else if (const base::Status references = checkReferences(it->toString()); !references) {
            reader.fail(references.error().inField(path));
        }
        into.insert(it.key(), it->toString());
    }
}

void readTriggers(base::JsonReader &reader, QList<Trigger> &into, Provenance provenance)
{
    QList<Trigger> triggers;
    const bool given = reader.has("triggers"_L1);
    reader.array("triggers"_L1, [&triggers, provenance](const QJsonValue &value, int) -> base::Status {
        TRY(const Trigger trigger, triggerFromJson(value, provenance));
        triggers.append(trigger);
        return {};
    });
    if (given) {
        into = triggers;
    }
}

void readArguments(base::JsonReader &reader, QList<Argument> &into)
{
    QList<Argument> arguments;
    const bool given = reader.has("arguments"_L1);
    reader.array("arguments"_L1, [&arguments](const QJsonValue &value, int) -> base::Status {
        TRY(const Argument argument, argumentFromJson(value));
        arguments.append(argument);
        return {};
    });
    if (given) {
        into = arguments;
    }
}

/// The result of the run that another one follows may answer, and so may a request.
bool startsUnasked(const Trigger &trigger)
{
    return !std::holds_alternative<After>(trigger) && !std::holds_alternative<Webhook>(trigger);
}

/// There is one token for each automation.
base::Status checkWebhooks(const QList<Trigger> &triggers)
{
    const auto isWebhook = [](const Trigger &trigger) { return std::holds_alternative<Webhook>(trigger); };
    if (std::count_if(triggers.begin(), triggers.end(), isWebhook) > 1) {
        return base::invalid(u"triggers"_s, u"an automation has one webhook at most"_s);
    }
    return {};
}

base::Status checkArguments(const Automation &a)
{
    CHECK(checkWebhooks(a.triggers));
    CHECK(checkTogether(a.arguments));
    for (const Argument &argument : a.arguments) {
        if (const QString variable = argumentVariable(argument.name); a.env.contains(variable)) {
            return base::invalid(u"env."_s + variable,
                                 u"%1 is the variable of the argument %2"_s.arg(variable, argument.name));
        }
    }
    const bool unasked = std::any_of(a.triggers.begin(), a.triggers.end(), startsUnasked);
    if (const qsizetype index = firstUnanswered(a.arguments); unasked && index >= 0) {
        return base::invalid(u"arguments[%1].default"_s.arg(index),
                             u"the argument %1 is required, and nobody is asked when a schedule starts a run: give "
                             "it a default or make it not required"_s.arg(a.arguments.at(index).name));
    }
    return {};
}

void readRetry(base::JsonReader &reader, std::optional<Retry> &into)
{
    if (reader.isNull("retry"_L1)) {
        into.reset();
        return;
    }
    QJsonObject object;
    if (!reader.has("retry"_L1)) {
        return;
    }
    reader.object("retry"_L1, object);
    const base::Result<Retry> retry = retryFromJson(object);
    if (retry) {
        into = *retry;
    } else {
        reader.fail(retry.error().inField(u"retry"_s));
    }
}

void readLocks(base::JsonReader &reader, QStringList &into)
{
    constexpr qsizetype longestName = 200;
    reader.texts("resource_locks"_L1, into);
    for (QString &name : into) {
        name = name.trimmed();
        if (name.isEmpty() || name.size() > longestName || name.contains(QChar())) {
            reader.fail(
                base::invalid(u"resource_locks"_s, u"a name in resource_locks must have 1 to 200 characters"_s));
        }
    }
    into.removeDuplicates();
}

void readNotify(base::JsonReader &reader, NoticeRule &into)
{
    if (reader.isNull("notify"_L1)) {
        into = {};
        return;
    }
    if (!reader.has("notify"_L1)) {
        return;
    }
    QJsonObject object;
    reader.object("notify"_L1, object);
    const base::Result<NoticeRule> rule = noticeRuleFromJson(object);
    if (rule) {
        into = *rule;
    } else {
        reader.fail(rule.error().inField(u"notify"_s));
    }
}

void readApproval(base::JsonReader &reader, std::optional<ApprovalPolicy> &into)
{
    if (reader.isNull("approval"_L1)) {
        into.reset();
        return;
    }
    if (!reader.has("approval"_L1)) {
        return;
    }
    QJsonObject object;
    reader.object("approval"_L1, object);
    const base::Result<ApprovalPolicy> policy = approvalPolicyFromJson(object);
    if (policy) {
        into = *policy;
    } else {
        reader.fail(policy.error().inField(u"approval"_s));
    }
}

void readAcl(base::JsonReader &reader, QStringList &into)
{
    if (reader.isNull("acl"_L1)) {
        into.clear();
        return;
    }
    reader.texts("acl"_L1, into);
    into.removeDuplicates();
    if (const base::Status known = checkPeople(u"acl"_s, into); !known) {
        reader.fail(known.error());
    }
}

void readRules(base::JsonReader &reader, Automation &a)
{
    reader.integer("timeout_s"_L1, a.timeoutSeconds, 0, longest);
    reader.integer("kill_after_s"_L1, a.killAfterSeconds, 0, 3600);
    reader.word("overlap"_L1, overlapWords, a.overlap);
    reader.integer("max_parallel"_L1, a.maxParallel, 1, 100000);
    reader.integer("max_queued"_L1, a.maxQueued, 0, 1000000);
    reader.word("misfire"_L1, misfireWords, a.misfire);
    reader.integer("max_catch_up"_L1, a.maxCatchUp, 1, 1000);
    reader.integer("catch_up_spacing_s"_L1, a.catchUpSpacingSeconds, 0, 86400);
    reader.integer("start_deadline_s"_L1, a.startDeadlineSeconds, 1, longest);
    reader.flag("paused"_L1, a.paused);
    readLimits(reader, a.limits);
    readRetention(reader, a.retention);
    reader.flag("survives_engine"_L1, a.survivesEngine);
    reader.integer("grace_s"_L1, a.graceSeconds, -1, longest);
    readRetry(reader, a.retry);
    readLocks(reader, a.resourceLocks);
    readNotify(reader, a.notify);
    readApproval(reader, a.approval);
    readAcl(reader, a.acl);
}

/// Where it lives is no one's to type: only what was stored says so.
void readHome(base::JsonReader &reader, Automation &a, Provenance provenance)
{
    reader.object("remote"_L1, a.remote);
    if (provenance == Provenance::Outside || reader.isNull("connection_id"_L1)) {
        reader.ignore({u"connection_id"_s, u"remote_id"_s});
        return;
    }
    QString connection;
    reader.text("connection_id"_L1, connection);
    a.connectionId = base::ConnectionId(connection);
    if (!reader.isNull("remote_id"_L1)) {
        reader.text("remote_id"_L1, a.remoteId);
    }
}

base::Status checkWhole(const Automation &a)
{
    if (a.name.trimmed().isEmpty()) {
        return base::invalid(u"name"_s, u"name must not be empty"_s);
    }
    if (a.type.isEmpty()) {
        return base::invalid(u"type"_s, u"type must name a kind such as script"_s);
    }
    for (const QString *text : {&a.name, &a.runAs, &a.workingDirectory}) {
        if (text->contains(QChar())) {
            return base::invalid(u"name"_s, u"text must not hold a zero byte"_s);
        }
    }
    return checkArguments(a);
}

/// Null asks for nothing, as an empty schema does.
void readSchema(base::JsonReader &reader, QJsonObject &schema)
{
    if (reader.isNull("result_schema"_L1)) {
        schema = {};
    } else {
        reader.object("result_schema"_L1, schema);
    }
}

base::Result<Automation> readInto(Automation a, const QJsonObject &object, Provenance provenance)
{
    base::JsonReader reader(object);
    reader.ignore(readOnly);
    reader.ignore({u"version"_s});
    reader.text("name"_L1, a.name);
    reader.text("description"_L1, a.description);
    reader.text("icon"_L1, a.icon);
    reader.texts("tags"_L1, a.tags);
    reader.text("type"_L1, a.type);
    reader.object("params"_L1, a.params);
    readTriggers(reader, a.triggers, provenance);
    readArguments(reader, a.arguments);
    readEnvironment(reader, a.env);
    reader.text("run_as"_L1, a.runAs);
    reader.text("working_directory"_L1, a.workingDirectory);
    readRules(reader, a);
    readSchema(reader, a.resultSchema);
    readHome(reader, a, provenance);
    CHECK(reader.finish());
    CHECK(checkWhole(a));
    return a;
}

template <typename Number> QJsonValue orNull(const std::optional<Number> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Automation &a)
{
    QJsonArray triggers;
    for (const Trigger &trigger : a.triggers) {
        triggers.append(toJson(trigger));
    }
    QJsonObject env;
    for (auto it = a.env.constBegin(); it != a.env.constEnd(); ++it) {
        env.insert(it.key(), it.value());
    }
    return {
        {u"id"_s, a.id.text()},
        {u"name"_s, a.name},
        {u"description"_s, a.description},
        {u"icon"_s, a.icon},
        {u"tags"_s, QJsonArray::fromStringList(a.tags)},
        {u"type"_s, a.type},
        {u"params"_s, a.params},
        {u"triggers"_s, triggers},
        {u"arguments"_s, toJson(a.arguments)},
        {u"env"_s, env},
        {u"run_as"_s, a.runAs},
        {u"working_directory"_s, a.workingDirectory},
        {u"timeout_s"_s, a.timeoutSeconds},
        {u"kill_after_s"_s, a.killAfterSeconds},
        {u"overlap"_s, overlapWords.of(a.overlap)},
        {u"max_parallel"_s, orNull(a.maxParallel)},
        {u"max_queued"_s, a.maxQueued},
        {u"misfire"_s, misfireWords.of(a.misfire)},
        {u"max_catch_up"_s, a.maxCatchUp},
        {u"catch_up_spacing_s"_s, a.catchUpSpacingSeconds},
        {u"start_deadline_s"_s, orNull(a.startDeadlineSeconds)},
        {u"grace_s"_s, a.graceSeconds},
        {u"retry"_s, a.retry ? QJsonValue(toJson(*a.retry)) : QJsonValue(QJsonValue::Null)},
        {u"resource_locks"_s, QJsonArray::fromStringList(a.resourceLocks)},
        {u"paused"_s, a.paused},
        {u"limits"_s, toJson(a.limits)},
        {u"survives_engine"_s, a.survivesEngine},
        {u"retention"_s, toJson(a.retention)},
        {u"notify"_s, toJson(a.notify)},
        {u"approval"_s, a.approval ? QJsonValue(toJson(*a.approval)) : QJsonValue(QJsonValue::Null)},
        {u"acl"_s, QJsonArray::fromStringList(a.acl)},
        {u"result_schema"_s, a.resultSchema.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(a.resultSchema)},
        {u"connection_id"_s, a.connectionId.isEmpty() ? QJsonValue() : QJsonValue(a.connectionId.text())},
        {u"remote_id"_s, a.remoteId.isEmpty() ? QJsonValue() : QJsonValue(a.remoteId)},
        {u"remote"_s, a.remote},
        {u"version"_s, a.version},
        {u"created_at"_s, base::isoUtc(a.createdAt)},
        {u"updated_at"_s, base::isoUtc(a.updatedAt)},
        {u"updated_by"_s, a.updatedBy},
    };
}

base::Result<Automation> automationFromJson(const QJsonObject &object, Provenance provenance)
{
    return readInto(Automation{}, object, provenance);
}

base::Result<Automation> edited(const Automation &current, const QJsonObject &changes)
{
    const QJsonValue version = changes.value("version"_L1);
    if (!version.isUndefined() && version.toInteger(-1) != current.version) {
        return base::Error{.code = base::ErrorCode::Conflict,
                           .detail = u"the automation is at version %1 now; read it again and repeat the change"_s.arg(
                               current.version),
                           .field = u"version"_s};
    }
    return readInto(current, changes, Provenance::Outside);
}

} // namespace domain
