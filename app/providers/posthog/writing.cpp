// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/writing.h"

#include "app/providers/posthog/reading.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

constexpr qsizetype longestTitle = 255;

base::Status checkRepository(const QJsonValue &repository)
{
    const QStringList parts = repository.toString().split(u'/');
    const bool isSound = parts.size() == 2 && !parts.first().isEmpty() && !parts.last().isEmpty();
    return repository.isUndefined() || repository.isNull() || isSound
               ? base::Status()
               : base::invalid(u"params.repository"_s,
                               u"the repository must be ORGANISATION/NAME, such as acme/infra"_s);
}

base::Status checkIntegration(const QJsonValue &integration)
{
    const bool isNumber = integration.isDouble() && integration.toDouble() == double(integration.toInteger());
    return integration.isUndefined() || integration.isNull() || isNumber
               ? base::Status()
               : base::invalid(u"params.github_integration"_s, u"params.github_integration must be a whole number"_s);
}

/// What is to be sent; what stands there already is theirs to judge.
base::Status check(const QJsonObject &body)
{
    static const QStringList ours{u"title"_s, u"description"_s, u"json_schema"_s};
    static const QStringList params{u"origin_product"_s, u"repository"_s, u"github_integration"_s};
    for (const QString &name : body.keys()) {
        if (!ours.contains(name) && !params.contains(name)) {
            return base::invalid(u"params."_s + name,
                                 u"a task there has %1, and no %2"_s.arg(params.join(u", "_s), name));
        }
    }
    if (body.value("title"_L1).toString().size() > longestTitle) {
        return base::invalid(u"name"_s, u"a title there has at most %1 characters"_s.arg(longestTitle));
    }
    const QJsonValue origin = body.value("origin_product"_L1);
    if (!origin.isUndefined() && origin.toString().isEmpty()) {
        return base::invalid(u"params.origin_product"_s, u"a task there has an origin, such as user_created"_s);
    }
    CHECK(checkRepository(body.value("repository"_L1)));
    return checkIntegration(body.value("github_integration"_L1));
}

base::Status checkType(const domain::Automation &wanted)
{
    return wanted.type == QLatin1StringView(taskType)
               ? base::Status()
               : base::invalid(u"type"_s,
                               u"PostHog keeps tasks for its agent (type %1) and runs no %2; make a task with the "
                               "action create-task"_s.arg(QLatin1StringView(taskType), wanted.type));
}

QJsonValue schemaOf(const domain::Automation &automation)
{
    return automation.resultSchema.isEmpty() ? QJsonValue() : QJsonValue(automation.resultSchema);
}

/// In their words.
QJsonObject bodyOf(const domain::Automation &automation)
{
    QJsonObject body = automation.params;
    body.insert("title"_L1, automation.name);
    body.insert("description"_L1, automation.description);
    body.insert("json_schema"_L1, schemaOf(automation));
    return body;
}

} // namespace

base::Result<QJsonObject> createBody(const domain::Automation &wanted)
{
    CHECK(checkType(wanted));
    QJsonObject body = bodyOf(wanted);
    if (!body.contains("origin_product"_L1)) {
        body.insert("origin_product"_L1, u"user_created"_s); // other servers, other usual ones
    }
    CHECK(check(body));
    return body;
}

base::Result<QJsonObject> changesOf(const domain::Automation &wanted, const domain::Automation &base)
{
    CHECK(checkType(wanted));
    const QJsonObject before = bodyOf(base);
    const QJsonObject after = bodyOf(wanted);
    QJsonObject changes;
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        if (before.value(it.key()) != it.value()) {
            changes.insert(it.key(), it.value());
        }
    }
    for (const QString &name : before.keys()) {
        if (!after.contains(name)) {
            changes.insert(name, QJsonValue());
        }
    }
    CHECK(check(changes));
    return changes;
}

} // namespace providers::posthog
