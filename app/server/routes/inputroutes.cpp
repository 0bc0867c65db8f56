// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/inputroutes.h"

#include "app/base/jsonreader.h"
#include "app/domain/hooks/signature.h"
#include "app/domain/input/environment.h"
#include "app/domain/notices/lateness.h"
#include "app/domain/windows/advice.h"
#include "app/secrets/secretstore.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// Every value that the body has, still with the secrets that were given as such.
base::Result<domain::ArgumentValues> givenValues(const Call &call)
{
    if (call.body.isUndefined()) {
        return domain::ArgumentValues();
    }
    if (!call.body.isObject()) {
        return base::invalid({}, u"the body must be an object with arguments"_s);
    }
    const QJsonObject body = call.body.toObject();
    base::JsonReader reader(body);
    QString override;
    reader.text("override"_L1, override);
    reader.ignore({u"arguments"_s});
    CHECK(reader.finish());
    if (!override.isEmpty()) {
        CHECK(domain::authorize(call.by, Right::Edit));
    }
    const QJsonValue values = body.value("arguments"_L1);
    return domain::argumentValuesFromJson(call.automation->arguments,
                                          values.isUndefined() ? QJsonValue(QJsonObject()) : values);
}

/// Of a request with the header `Idempotency-Key`. Defaults don't count: they may change before it is sent again.
base::Result<std::optional<store::RunKey>> keyOf(const Call &call, const domain::ArgumentValues &given)
{
    const QString sent = QString::fromLatin1(call.exchange->request().header("idempotency-key"));
    TRY(const QString key, domain::deliveryIdOf({{u"idempotency-key"_s, sent}}));
    if (key.isEmpty()) {
        return std::optional<store::RunKey>();
    }
    QJsonObject wanted = domain::toJson(given);
    for (const domain::Argument &argument : call.automation->arguments) {
        if (argument.kind == domain::ArgumentKind::Secret) {
            wanted.remove(argument.name); // a digest of a short one would give it away
        }
    }
    const QByteArray text = QJsonDocument(wanted).toJson(QJsonDocument::Compact);
    return std::optional(store::RunKey{key, QCryptographicHash::hash(text, QCryptographicHash::Sha256)});
}

void answerWith(const CallPtr &call, const domain::Run &run, const QStringList &warnings)
{
    QJsonObject item = runItem(run);
    if (!warnings.isEmpty()) {
        item.insert("warnings"_L1, QJsonArray::fromStringList(warnings));
    }
    call->answer(200, item);
}

/// It was asked for, whatever can be said about it: where the windows can't be read, nothing is.
void advise(Tools &tools, const CallPtr &call, const domain::Run &run)
{
    using Windows = base::Result<QList<domain::MaintenanceWindow>>;
    whenDone(tools.store.windows().list(), tools.loop, [&tools, call, run](const Windows &windows) {
        if (!windows || windows->isEmpty()) {
            answerWith(call, run, {});
            return;
        }
        store::RunQuery query;
        query.automation = run.automationId;
        query.statuses = {domain::RunStatus::Done};
        query.limit = domain::mostDurations;
        whenDone(tools.store.runs().page(query), tools.loop,
                 [&tools, call, run, windows = *windows](const base::Result<QList<domain::Run>> &ended) {
                     const auto longest = ended ? domain::usualLongest(*ended) : std::nullopt;
                     domain::RunAdvice advice =
                         domain::adviseRun(windows, *call->automation, tools.clock.now(), longest);
                     if (!run.overrideReason.isEmpty()) {
                         advice.says = domain::ManualRuns::Allow;
                     }
                     answerWith(call, run, inWords(advice));
                 });
    });
}

/// The run of an earlier request with the same key has what that one lent it.
void takeBack(Tools &tools, const QStringList &lent, const std::function<void()> &then)
{
    if (lent.isEmpty()) {
        then();
    } else {
        whenDone(tools.secrets->takeBack(lent), tools.loop, [then](const base::Status &) { then(); });
    }
}

void request(Tools &tools, const CallPtr &call, const store::RunInput &input, const QStringList &lent)
{
    whenDone(tools.store.runs().request(call->automation->id, call->by, input), tools.loop,
             [&tools, call, lent, id = input.id](const base::Result<domain::Run> &requested) {
                 if (!requested) {
                     call->fail(requested.error());
                     return;
                 }
                 const bool isNew = requested->id == id;
                 takeBack(tools, isNew ? QStringList() : lent,
                          [&tools, call, run = *requested] { advise(tools, call, run); });
             });
}

base::Result<domain::SplitValues> inputOf(const Call &call, store::RunInput &input)
{
    TRY(const domain::ArgumentValues given, givenValues(call));
    TRY(input.key, keyOf(call, given));
    TRY(const domain::ArgumentValues values, domain::completed(call.automation->arguments, given));
    input.id = base::RunId::make();
    input.overrideReason = call.body.toObject().value("override"_L1).toString();
    const domain::SplitValues split = domain::splitSecrets(call.automation->arguments, values, input.id.text());
    input.arguments = split.stored;
    return split;
}

void run(Tools &tools, const CallPtr &call)
{
    store::RunInput input;
    const base::Result<domain::SplitValues> split = inputOf(*call, input);
    if (!split) {
        call->fail(split.error());
    } else if (split->lent.isEmpty()) {
        request(tools, call, input, {});
    } else if (!tools.secrets) {
        call->fail(base::unavailable({}, u"secrets can't be given here"_s));
    } else {
        whenDone(tools.secrets->lend(split->lent, call->by), tools.loop,
                 [&tools, call, input, names = QStringList(split->lent.keys())](const base::Status &lent) {
                     lent ? request(tools, call, input, names) : call->fail(lent.error());
                 });
    }
}

void answerEnvironment(const CallPtr &call, const domain::Automation &automation, const domain::ArgumentValues &values)
{
    const QString runId = call->run ? call->run->id.text() : QString();
    Response response;
    response.body = QJsonDocument(toJson(domain::effectiveEnvironment(automation, values, runId,
                                                                      QProcessEnvironment::systemEnvironment())))
                        .toJson(QJsonDocument::Compact);
    call->exchange->answer(response);
}

/// What a run would get now that is given nothing but defaults.
void environment(Tools &, const CallPtr &call)
{
    domain::ArgumentValues values;
    for (const domain::Argument &argument : call->automation->arguments) {
        values.insert(argument.name, argument.fallback);
    }
    answerEnvironment(call, *call->automation, values);
}

/// Of the version it ran, over the engine's environment of today.
void runEnvironment(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.automations().version(call->run->automationId, call->run->automationVersion), tools.loop,
             [call](const base::Result<domain::Automation> &version) {
                 if (!version) {
                     call->fail(version.error());
                     return;
                 }
                 answerEnvironment(call, *version, call->run->arguments);
             });
}

} // namespace

QList<Route> inputRoutes()
{
    using enum Subject;
    const QString one = u"/api/automations/{id}"_s;
    return {
        {.method = Method::Post,
         .pattern = one + u"/run"_s,
         .right = Right::Run,
         .summary = u"Run it now, with arguments by name where it asks for any; the same Idempotency-Key again is "
                    "answered with the same run"_s,
         .handle = run,
         .subject = Automation,
         .body = BodyKind::MaybeJson,
         .bodyLimit = smallBody,
         .headers = {u"Idempotency-Key"_s}},
        {Method::Get, one + u"/environment"_s, Right::View,
         u"The variables a run would get and where each comes from; of secrets the reference"_s, environment,
         Automation, BodyKind::Nothing, smallBody},
        {Method::Get, u"/api/automations/runs/{id}/environment"_s, Right::View,
         u"The variables of a run and where each comes from; of secrets the reference"_s, runEnvironment, Run,
         BodyKind::Nothing, smallBody},
    };
}

} // namespace server
