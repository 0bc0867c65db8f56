// SPDX-License-Identifier: Apache-2.0
#include "app/domain/workflow/steps.h"

#include "app/base/jsonreader.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

const QStringList onWords{u"success"_s, u"failure"_s, u"any"_s};

base::Result<StepAfter> edgeFromJson(const QJsonValue &json)
{
    if (!json.isObject()) {
        return base::invalid({}, u"must be an object with a step"_s);
    }
    StepAfter edge;
    int on = 0;
    base::JsonReader reader(json.toObject());
    reader.text("step"_L1, edge.step);
    reader.word("on"_L1, onWords, on);
    CHECK(reader.finish());
    edge.on = static_cast<AfterOn>(on);
    return edge;
}

base::Status checkId(const QString &id)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_-]{1,64}"_s));
    if (!form.match(id).hasMatch()) {
        return base::invalid(u"id"_s, u"id must be 1 to 64 letters, digits, - or _"_s);
    }
    return {};
}

/// Numbers and flags as they are written in JSON, as with the arguments of a run.
ArgumentValues valuesFrom(const QJsonObject &given)
{
    ArgumentValues values;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const QJsonValue value = it.value();
        if (value.isString()) {
            values.insert(it.key(), value.toString());
        } else if (!value.isNull()) {
            const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
            values.insert(it.key(), QString::fromUtf8(list.sliced(1, list.size() - 2)));
        }
    }
    return values;
}

base::Result<Step> stepFromJson(const QJsonValue &json)
{
    if (!json.isObject()) {
        return base::invalid({}, u"must be an object with an id and an automation_id"_s);
    }
    Step step;
    QString automation;
    QJsonObject arguments;
    base::JsonReader reader(json.toObject());
    reader.text("id"_L1, step.id);
    reader.text("automation_id"_L1, automation);
    reader.object("arguments"_L1, arguments);
    reader.array("after"_L1, [&step](const QJsonValue &value, int) -> base::Status {
        TRY(const StepAfter edge, edgeFromJson(value));
        step.after.append(edge);
        return {};
    });
    CHECK(reader.finish());
    CHECK(checkId(step.id));
    if (automation.isEmpty()) {
        return base::invalid(u"automation_id"_s, u"automation_id must name the automation that the step runs"_s);
    }
    step.automation = base::AutomationId(automation);
    step.arguments = valuesFrom(arguments);
    return step;
}

base::Status checkEdges(const Steps &steps)
{
    QSet<QString> ids;
    for (const Step &step : steps) {
        ids.insert(step.id);
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QSet<QString> before;
        for (qsizetype k = 0; k < steps.at(i).after.size(); ++k) {
            const QString name = steps.at(i).after.at(k).step;
            const QString field = u"[%1].after[%2].step"_s.arg(i).arg(k);
            if (!ids.contains(name)) {
                return base::invalid(field, u"there is no step named \"%1\""_s.arg(name));
            }
            if (before.contains(name)) {
                return base::invalid(field, u"%1 is named twice"_s.arg(name));
            }
            before.insert(name);
        }
    }
    return {};
}

base::Status checkIds(const Steps &steps)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (ids.contains(steps.at(i).id)) {
            return base::invalid(u"[%1].id"_s.arg(i), u"another step is named %1 already"_s.arg(steps.at(i).id));
        }
        ids.insert(steps.at(i).id);
    }
    return {};
}

/// Takes away, as long as there are any, steps that wait for none of those left or that none of them waits for. What
/// stays waits for itself.
Steps knotOf(Steps left)
{
    qsizetype removed = 0;
    do {
        QSet<QString> ids;
        QSet<QString> waitedFor;
        for (const Step &step : std::as_const(left)) {
            ids.insert(step.id);
            for (const StepAfter &edge : step.after) {
                waitedFor.insert(edge.step);
            }
        }
        removed = left.removeIf([&](const Step &step) {
            const bool waits = std::any_of(step.after.begin(), step.after.end(),
                                           [&ids](const StepAfter &edge) { return ids.contains(edge.step); });
            return !waits || !waitedFor.contains(step.id);
        });
    } while (removed > 0);
    return left;
}

base::Status checkCycles(const Steps &steps)
{
    const Steps knot = knotOf(steps);
    if (knot.isEmpty()) {
        return {};
    }
    QStringList names;
    std::transform(knot.begin(), knot.end(), std::back_inserter(names), [](const Step &s) { return s.id; });
    return base::invalid(u"[%1].after"_s.arg(steps.indexOf(knot.first())),
                         knot.size() == 1 ? u"the step %1 waits for itself"_s.arg(names.first())
                                          : u"these steps wait for each other: %1"_s.arg(names.join(u", "_s)));
}

QJsonObject toJson(const Step &step)
{
    QJsonObject json{{u"id"_s, step.id}, {u"automation_id"_s, step.automation.text()}};
    if (!step.arguments.isEmpty()) {
        json.insert("arguments"_L1, domain::toJson(step.arguments));
    }
    QJsonArray after;
    for (const StepAfter &edge : step.after) {
        after.append(QJsonObject{{u"step"_s, edge.step}, {u"on"_s, onWords.at(static_cast<int>(edge.on))}});
    }
    if (!after.isEmpty()) {
        json.insert("after"_L1, after);
    }
    return json;
}

} // namespace

base::Result<Steps> stepsFromJson(const QJsonValue &json)
{
    const QJsonArray list = json.toArray();
    if (!json.isArray() || list.isEmpty() || list.size() > mostSteps) {
        return base::invalid({}, u"must be a list of 1 to %1 steps"_s.arg(mostSteps));
    }
    Steps steps;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const base::Result<Step> step = stepFromJson(list.at(i));
        if (!step) {
            return step.error().inField(u"[%1]"_s.arg(i));
        }
        steps.append(*step);
    }
    CHECK(checkIds(steps));
    CHECK(checkEdges(steps));
    CHECK(checkCycles(steps));
    return steps;
}

QJsonArray toJson(const Steps &steps)
{
    QJsonArray list;
    for (const Step &step : steps) {
        list.append(toJson(step));
    }
    return list;
}

QList<base::AutomationId> automationsOf(const QJsonObject &params)
{
    QList<base::AutomationId> automations;
    for (const QJsonValue step : params.value("steps"_L1).toArray()) {
        const base::AutomationId id(step["automation_id"_L1].toString());
        if (!id.isEmpty() && !automations.contains(id)) {
            automations.append(id);
        }
    }
    return automations;
}

} // namespace domain
