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

base::Status checkParams(const QJsonObject &params)
{
    static const QStringList known{u"origin_product"_s, u"repository"_s, u"github_integration"_s};
    for (const QString &name : params.keys()) {
        if (!known.contains(name)) {
            return base::invalid(u"params."_s + name,
                                 u"a task there has %1, and no %2"_s.arg(known.join(u", "_s), name));
        }
    }
    CHECK(checkRepository(params.value("repository"_L1)));
    const QJsonValue integration = params.value("github_integration"_L1);
    const bool isNumber = integration.isDouble() && integration.toDouble() == double(integration.toInteger());
    if (!integration.isUndefined() && !integration.isNull() && !isNumber) {
        return base::invalid(u"params.github_integration"_s, u"params.github_integration must be a whole number"_s);
    }
    const QJsonValue origin = params.value("origin_product"_L1);
    if (!origin.isUndefined() && !origin.isString()) {
        return base::invalid(u"params.origin_product"_s, u"params.origin_product must be a text"_s);
    }
    return {};
}

base::Status check(const domain::Automation &wanted)
{
    if (wanted.type != QLatin1StringView(taskType)) {
        return base::invalid(u"type"_s,
                             u"PostHog keeps tasks for its agent (type %1) and runs no %2; make a task with the "
                             "action create-task"_s.arg(QLatin1StringView(taskType), wanted.type));
    }
    if (wanted.name.size() > longestTitle) {
        return base::invalid(u"name"_s, u"a title there has at most %1 characters"_s.arg(longestTitle));
    }
    return checkParams(wanted.params);
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
    CHECK(check(wanted));
    QJsonObject body = bodyOf(wanted);
    if (!body.contains("origin_product"_L1)) {
        body.insert("origin_product"_L1, u"user_created"_s); // other servers, other usual ones
    }
    return body;
}

base::Result<QJsonObject> changesOf(const domain::Automation &wanted, const domain::Automation &base)
{
    CHECK(check(wanted));
    const QJsonObject before = bodyOf(base);
    const QJsonObject after = bodyOf(wanted);
    QJsonObject changes;
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        if (before.value(it.key()) != it.value()) {
            changes.insert(it.key(), it.value());
        }
    }
    for (const QString &name : before.keys()) {
        if (!after.contains(name) && name == "origin_product"_L1) {
            return base::invalid(u"params.origin_product"_s, u"a task there has an origin, such as user_created"_s);
        }
        if (!after.contains(name)) {
            changes.insert(name, QJsonValue());
        }
    }
    return changes;
}

} // namespace providers::posthog
