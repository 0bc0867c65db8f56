// SPDX-License-Identifier: Apache-2.0
#include "app/server/hooks/hookcheck.h"

#include "app/domain/hooks/signature.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// What old scripts send with `--data-urlencode` under the name of JSON.
base::Result<QJsonValue> valueOf(domain::HookRequest &request, Door door)
{
    const base::Result<QJsonValue> value = domain::bodyValue(request);
    if (value || door != Door::SecretKey || !request.body.contains('=')) {
        return value;
    }
    domain::FormItems items = domain::formItems(request.body);
    for (auto &[name, text] : items) {
        name = name.trimmed();
        text = text.trimmed();
    }
    request.type = domain::BodyType::Form;
    return QJsonValue(domain::formObject(items));
}

base::Status checkTask(const QJsonValue &body, const HookQuestion &question)
{
    const QString task = body.toObject().value("task"_L1).toString();
    const bool meant = question.door == Door::Webhook || task.isEmpty() || task == question.automation.id.text();
    return meant ? base::Status() : base::Status(base::notFound(u"task "_s + task));
}

base::Status examine(const HookQuestion &question, HookFinding &finding)
{
    TRY(finding.senderId, domain::deliveryIdOf(finding.request.headers));
    if (question.secret) {
        const auto signedAs = domain::verifyHook(finding.request, domain::hookKeys(*question.secret), question.now);
        if (!signedAs) {
            return signedAs.error();
        }
        finding.senderId = *signedAs;
    }
    TRY(const QJsonValue body, valueOf(finding.request, question.door));
    CHECK(checkTask(body, question));
    finding.arguments = domain::argumentsIn(body, question.automation.arguments);
    return {};
}

} // namespace

domain::HookRequest hookRequestOf(const Request &request)
{
    domain::HookRequest hook;
    hook.type = request.hasBody()
                    ? domain::bodyTypeOf(request.header("content-type"_ba)).value_or(domain::BodyType::Text)
                    : domain::BodyType::None;
    for (const Header &header : request.headers) {
        if (domain::isHeaderForRuns(header.name)) {
            hook.headers.append({QString::fromLatin1(header.name), QString::fromUtf8(header.value.trimmed())});
        }
    }
    hook.query = domain::formItems(request.query);
    hook.body = request.body;
    return hook;
}

HookFinding examineHook(const HookQuestion &question)
{
    HookFinding finding{.refusal = {}, .senderId = {}, .arguments = {}, .request = question.request};
    if (const base::Status fine = examine(question, finding); !fine) {
        finding.refusal = fine.error();
    }
    return finding;
}

} // namespace server
