// SPDX-License-Identifier: Apache-2.0
#include "app/server/hooks/hookroutes.h"

#include "app/domain/admission.h"
#include "app/secrets/secretstore.h"
#include "app/server/hooks/hookcheck.h"
#include "app/server/limits.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qsizetype quickBody = 64 * 1024; ///< What is looked at where it arrived.

/// A signature that does not fit is no token: 401.
Response responseTo(const base::Error &error)
{
    return error.code == base::ErrorCode::Denied ? refusal(401, u"unauthorized"_s, error.message())
                                                 : errorResponse(error);
}

void answerTaken(const CallPtr &call, const store::HookAnswer &taken)
{
    const store::Delivery &delivery = taken.delivery;
    if (!taken.refusal) {
        const bool held = domain::graceHold(*call->automation, delivery.receivedAt).has_value();
        call->answer(202,
                     {{u"run_id"_s, delivery.run.text()},
                      {u"status"_s, domain::statusWord(held ? domain::RunStatus::Held : domain::RunStatus::Queued)},
                      {u"delivery_id"_s, delivery.id}});
        return;
    }
    call->fail(*taken.refusal);
}

store::IncomingHook incoming(const CallPtr &call, const HookFinding &finding)
{
    return {.automation = call->automation->id,
            .token = call->path.value(u"token"_s).toUtf8(),
            .senderId = finding.senderId,
            .arguments = finding.arguments,
            .request = finding.request};
}

void conclude(Tools &tools, const CallPtr &call, const HookFinding &finding)
{
    if (!finding.refusal) {
        whenDone(tools.store.webhooks().deliver(incoming(call, finding)), tools.loop,
                 [call](const base::Result<store::HookAnswer> &taken) {
                     taken ? answerTaken(call, *taken) : call->fail(taken.error());
                 });
        return;
    }
    const Response response = responseTo(*finding.refusal);
    whenDone(tools.store.webhooks().noteRefused(incoming(call, finding), finding.refusal->message()), tools.loop,
             [call, response](const base::Status &) { call->exchange->answer(response); });
}

void examineAndConclude(Tools &tools, const CallPtr &call, const HookQuestion &question)
{
    if (question.request.body.size() <= quickBody) {
        conclude(tools, call, examineHook(question));
        return;
    }
    offload(
        tools.pool, tools.loop, [question] { return examineHook(question); },
        [&tools, call](const HookFinding &finding) { conclude(tools, call, finding); });
}

void take(Tools &tools, const CallPtr &call, Door door)
{
    HookQuestion question{.request = hookRequestOf(call->exchange->request()),
                          .automation = *call->automation,
                          .secret = {},
                          .door = door,
                          .now = tools.clock.now()};
    const QString secret = domain::webhookOf(call->automation->triggers).value_or(domain::Webhook{}).hmacSecret;
    if (secret.isEmpty()) {
        examineAndConclude(tools, call, question);
        return;
    }
    if (!tools.secrets) {
        call->fail(base::unavailable({}, u"there is no keyring here"_s));
        return;
    }
    whenDone(tools.secrets->read({secret}), tools.loop,
             [&tools, call, question, secret](const base::Result<secrets::Values> &values) mutable {
                 if (!values) {
                     call->fail(base::unavailable({}, u"the secret it is signed with can't be read"_s));
                     return;
                 }
                 question.secret = values->value(secret);
                 examineAndConclude(tools, call, question);
             });
}

void takeHook(Tools &tools, const CallPtr &call)
{
    take(tools, call, Door::Webhook);
}

void takeKey(Tools &tools, const CallPtr &call)
{
    take(tools, call, Door::SecretKey);
}

Route hook(const QString &pattern, const QString &summary, void (*handle)(Tools &, const CallPtr &))
{
    Route route{Method::Post, pattern, Right::Run, summary, handle, Subject::Hook, BodyKind::Raw, hookBody};
    route.guard = Guard::Path;
    return route;
}

} // namespace

QList<Route> hookRoutes()
{
    return {
        hook(u"/api/automations/webhook/{token}"_s, u"Set off a run; the token is the secret"_s, takeHook),
        hook(u"/job/secret/{token}"_s, u"The same, as a secret key of TheEye; task must be its automation"_s, takeKey),
        hook(u"/{customer}/task/{id}/secret/{token}/job"_s, u"The same with the automation in the path"_s, takeKey),
    };
}

} // namespace server
