// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/inputroutes.h"

#include "app/base/jsonreader.h"
#include "app/domain/input/environment.h"
#include "app/domain/notices/lateness.h"
#include "app/domain/windows/advice.h"
#include "app/secrets/secretstore.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/store/store.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// Every value, defaults included, still with the secrets that were given as such.
base::Result<domain::ArgumentValues> givenValues(const Call &call)
{
    const QList<domain::Argument> &arguments = call.automation->arguments;
    if (call.body.isUndefined()) {
        return domain::completed(arguments, {});
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
    TRY(const domain::ArgumentValues given,
        domain::argumentValuesFromJson(arguments, body.value("arguments"_L1).isUndefined()
                                                      ? QJsonValue(QJsonObject())
                                                      : body.value("arguments"_L1)));
    return domain::completed(arguments, given);
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

void request(Tools &tools, const CallPtr &call, const store::RunInput &input)
{
    whenDone(tools.store.runs().request(call->automation->id, call->by, input), tools.loop,
             [&tools, call](const base::Result<domain::Run> &requested) {
                 if (!requested) {
                     call->fail(requested.error());
                     return;
                 }
                 advise(tools, call, *requested);
             });
}

void run(Tools &tools, const CallPtr &call)
{
    const base::Result<domain::ArgumentValues> values = givenValues(*call);
    if (!values) {
        call->fail(values.error());
        return;
    }
    const base::RunId id = base::RunId::make();
    const domain::SplitValues split = domain::splitSecrets(call->automation->arguments, *values, id.text());
    const store::RunInput input{
        .arguments = split.stored, .id = id, .overrideReason = call->body.toObject().value("override"_L1).toString()};
    if (split.lent.isEmpty()) {
        request(tools, call, input);
    } else if (!tools.secrets) {
        call->fail(base::unavailable({}, u"secrets can't be given here"_s));
    } else {
        whenDone(tools.secrets->lend(split.lent, call->by), tools.loop,
                 [&tools, call, input](const base::Status &lent) {
                     lent ? request(tools, call, input) : call->fail(lent.error());
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
        {Method::Post, one + u"/run"_s, Right::Run, u"Run it now, with arguments by name where it asks for any"_s, run,
         Automation, BodyKind::MaybeJson, smallBody},
        {Method::Get, one + u"/environment"_s, Right::View,
         u"The variables a run would get and where each comes from; of secrets the reference"_s, environment,
         Automation, BodyKind::Nothing, smallBody},
        {Method::Get, u"/api/automations/runs/{id}/environment"_s, Right::View,
         u"The variables of a run and where each comes from; of secrets the reference"_s, runEnvironment, Run,
         BodyKind::Nothing, smallBody},
    };
}

} // namespace server
