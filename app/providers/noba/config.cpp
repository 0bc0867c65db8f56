// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/config.h"

#include "app/providers/noba/cron.h"
#include "app/providers/noba/masking.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

const QString foreign = u"noba_"_s;
const QString sequential = u"sequential"_s;
const QString parallel = u"parallel"_s;
const QString usualAction = u"restart"_s;

/// A type that is a kind of ours, and the keys that go by the same name on both sides.
struct Alike
{
    QString theirs;
    QString ours;
    QStringList same;
};

const QList<Alike> &alikes()
{
    static const QList<Alike> all{{u"script"_s, u"script"_s, {u"command"_s}},
                                  {u"service"_s, u"service_control"_s, {u"service"_s, u"action"_s}},
                                  {u"http"_s, u"http"_s, {u"url"_s, u"method"_s, u"headers"_s, u"body"_s}},
                                  {u"delay"_s, u"delay"_s, {u"seconds"_s}},
                                  {u"notify"_s, u"notify"_s, {u"message"_s, u"level"_s}},
                                  {u"workflow"_s, u"workflow"_s, {}}};
    return all;
}

/// A text, or not given.
bool isTextIfAny(const QJsonObject &config, const QString &key)
{
    return !config.contains(key) || config.value(key).isString();
}

bool hasPlainSteps(const QJsonObject &config)
{
    const QJsonArray steps = config.value("steps"_L1).toArray();
    const bool areIds = std::all_of(steps.begin(), steps.end(), [](const QJsonValue &id) { return id.isString(); });
    const QString mode = config.value("mode"_L1).toString(sequential);
    return !steps.isEmpty() && areIds && !config.contains("nodes"_L1) && isTextIfAny(config, u"mode"_s) &&
           (mode == sequential || mode == parallel);
}

/// Whether the config is one that our kind can show: a script of its own, not one of the server's; steps, no graph.
bool isShowable(const QString &type, const QJsonObject &config)
{
    if (type == "script"_L1) {
        return config.value("command"_L1).isString();
    }
    if (type == "service"_L1) {
        return isTextIfAny(config, u"action"_s) &&
               (!config.contains("is_user"_L1) || config.value("is_user"_L1).isBool());
    }
    if (type == "http"_L1) {
        return isTextIfAny(config, u"body"_s);
    }
    if (type == "delay"_L1) {
        return config.value("seconds"_L1).isDouble();
    }
    return type != "workflow"_L1 || hasPlainSteps(config);
}

QJsonArray ourSteps(const QJsonObject &config)
{
    const bool isParallel = config.value("mode"_L1).toString() == parallel;
    QJsonArray steps;
    for (const QJsonValue id : config.value("steps"_L1).toArray()) {
        QJsonObject step{{u"id"_s, u"step%1"_s.arg(steps.size() + 1)}, {u"automation_id"_s, id.toString()}};
        if (!steps.isEmpty() && !isParallel) {
            step.insert("after"_L1,
                        QJsonArray{QJsonObject{{u"step"_s, u"step%1"_s.arg(steps.size())}, {u"on"_s, u"success"_s}}});
        }
        steps.append(step);
    }
    return steps;
}

/// A chain, or all at once; a single step is both, and leaves the mode that is there.
base::Status addSteps(const QJsonArray &steps, QJsonObject &config)
{
    QJsonArray ids;
    QString before;
    bool isChain = true;
    bool isParallel = true;
    for (const QJsonValue step : steps) {
        const QJsonArray after = step["after"_L1].toArray();
        const QString on = after.first()["on"_L1].toString(u"success"_s);
        const bool follows = after.size() == 1 && after.first()["step"_L1].toString() == before && on == "success"_L1;
        isParallel = isParallel && after.isEmpty();
        isChain = isChain && (ids.isEmpty() ? after.isEmpty() : follows);
        if (!step["arguments"_L1].toObject().isEmpty()) {
            return base::invalid(u"params.steps[%1].arguments"_s.arg(ids.size()), u"NOBA's steps take no arguments"_s);
        }
        ids.append(step["automation_id"_L1]);
        before = step["id"_L1].toString();
    }
    if (ids.isEmpty() || (!isChain && !isParallel)) {
        return base::invalid(u"params.steps"_s,
                             u"NOBA runs steps one after the other or all at once, nothing between"_s);
    }
    const QString there = config.value("mode"_L1).toString(sequential);
    const QString wanted = isChain && isParallel ? there : isChain ? sequential : parallel;
    config.insert("steps"_L1, ids);
    if (wanted != there) {
        config.insert("mode"_L1, wanted);
    }
    return {};
}

/// What goes by another name. What is not given there, and means the same, stays so.
base::Status addOthers(const QString &ours, const QJsonObject &params, const QJsonObject &real, QJsonObject &config)
{
    if (ours == "workflow"_L1) {
        return addSteps(params.value("steps"_L1).toArray(), config);
    }
    if (ours != "service_control"_L1) {
        return {};
    }
    static const QStringList actions{u"start"_s, u"stop"_s, usualAction};
    const QString action = params.value("action"_L1).toString(usualAction);
    if (!actions.contains(action)) {
        return base::invalid(u"params.action"_s, u"NOBA can start, stop and restart"_s);
    }
    if (!real.contains("action"_L1) && action == usualAction) {
        config.remove("action"_L1);
    }
    const bool isUser = params.value("scope"_L1).toString() == "user"_L1;
    if (isUser != config.value("is_user"_L1).toBool()) {
        config.insert("is_user"_L1, isUser);
    }
    return {};
}

base::Result<TheirKind> foreignKind(const QString &type, const QJsonObject &params, const QJsonObject &real)
{
    const QString theirs = type.sliced(foreign.size());
    base::Result<QJsonValue> config = unmasked(params, real);
    if (!config) {
        return config.error().inField(u"params"_s);
    }
    return TheirKind{theirs, config->toObject()};
}

} // namespace

OurKind ourKind(const QString &type, const QJsonObject &config)
{
    const QJsonObject shown = masked(config).toObject();
    for (const Alike &alike : alikes()) {
        if (alike.theirs != type || !isShowable(type, config)) {
            continue;
        }
        OurKind kind{.type = alike.ours, .params = {}, .rest = shown};
        for (const QString &key : alike.same) {
            if (shown.contains(key)) {
                kind.params.insert(key, kind.rest.take(key));
            }
        }
        if (alike.ours == "service_control"_L1) {
            kind.params.insert("scope"_L1, kind.rest.take("is_user"_L1).toBool() ? u"user"_s : u"system"_s);
            kind.params.insert("action"_L1, kind.params.value("action"_L1).toString(usualAction));
        } else if (alike.ours == "workflow"_L1) {
            kind.params.insert("steps"_L1, ourSteps(kind.rest));
            kind.rest.remove("steps"_L1);
            kind.rest.remove("mode"_L1);
        }
        return kind;
    }
    return {.type = foreign + type, .params = shown, .rest = {}};
}

base::Result<TheirKind> theirKind(const QString &type, const QJsonObject &params, const QJsonObject &real)
{
    if (type.startsWith(foreign)) {
        return foreignKind(type, params, real);
    }
    const auto alike =
        std::find_if(alikes().begin(), alikes().end(), [&](const Alike &one) { return one.ours == type; });
    if (alike == alikes().end()) {
        return base::invalid(u"type"_s, u"NOBA has nothing like %1"_s.arg(type));
    }
    TheirKind theirs{alike->theirs, real};
    QStringList known = alike->same;
    known << (type == "service_control"_L1 ? u"scope"_s : type == "workflow"_L1 ? u"steps"_s : QString());
    for (auto it = params.constBegin(); it != params.constEnd(); ++it) {
        if (!known.contains(it.key())) {
            return base::invalid(u"params."_s + it.key(), u"NOBA has no place for %1"_s.arg(it.key()));
        }
    }
    for (const QString &key : alike->same) {
        const base::Result<QJsonValue> value = unmasked(params.value(key), real.value(key));
        if (!value) {
            return value.error().inField(u"params."_s + key);
        }
        value->isUndefined() ? theirs.config.remove(key) : (theirs.config.insert(key, *value), void());
    }
    CHECK(addOthers(type, params, real, theirs.config));
    return theirs;
}

base::Result<QJsonValue> theirSchedule(const QList<domain::Trigger> &triggers, const QString &zone)
{
    if (triggers.isEmpty()) {
        return QJsonValue(QJsonValue::Null);
    }
    const auto *schedule = std::get_if<domain::Schedule>(&triggers.first());
    if (triggers.size() > 1 || !schedule) {
        return base::invalid(u"triggers"_s, u"NOBA knows one schedule and no other triggers"_s);
    }
    if (!(*schedule == domain::Schedule{.cron = schedule->cron, .timezone = schedule->timezone}) ||
        schedule->cron.isEmpty()) {
        return base::invalid(u"triggers[0]"_s, u"NOBA knows cron expressions and nothing that goes with them"_s);
    }
    if (schedule->timezone != zone) {
        return base::invalid(u"triggers[0].timezone"_s, u"NOBA goes by the time zone of its server"_s);
    }
    const base::Result<QString> cron = theirCron(schedule->cron);
    if (!cron) {
        return cron.error().inField(u"triggers[0]"_s);
    }
    return QJsonValue(*cron);
}

} // namespace providers::noba
