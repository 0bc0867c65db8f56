// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/runroutes.h"

#include "app/domain/workflow/standing.h"
#include "app/server/limits.h"
#include "app/server/shapes.h"
#include "app/server/streams/feeds.h"
#include "app/server/streams/logpage.h"
#include "app/server/streams/plainlog.h"
#include "app/server/streams/runpages.h"
#include "app/server/streams/tail.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

base::Result<QList<domain::RunStatus>> statusesOf(const QStringList &values)
{
    QList<domain::RunStatus> statuses;
    for (const QString &value : values) {
        for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
            const std::optional<domain::RunStatus> status = domain::statusFromWord(word.trimmed());
            if (!status) {
                QStringList known;
                for (const domain::RunStatus each : domain::allStatuses()) {
                    known.append(domain::statusWord(each));
                }
                return base::invalid(u"status"_s, u"status must be among %1"_s.arg(known.join(u", "_s)));
            }
            statuses.append(*status);
        }
    }
    return statuses;
}

base::Result<QList<domain::TriggerKind>> triggersOf(const QStringList &values)
{
    QList<domain::TriggerKind> triggers;
    for (const QString &value : values) {
        for (const QString &word : value.split(u',', Qt::SkipEmptyParts)) {
            const std::optional<domain::TriggerKind> trigger = domain::triggerFromWord(word.trimmed());
            if (!trigger) {
                return base::invalid(u"trigger"_s,
                                     u"trigger must be among %1"_s.arg(domain::allTriggerWords().join(u", "_s)));
            }
            triggers.append(*trigger);
        }
    }
    return triggers;
}

base::Result<std::optional<base::Instant>> timeOf(const Query &given, const QString &name)
{
    const std::optional<QString> value = given.value(name);
    if (!value) {
        return std::optional<base::Instant>();
    }
    const std::optional<base::Instant> time = base::parseIso(*value);
    if (!time) {
        return base::invalid(name,
                             u"%1 must be an ISO 8601 time with an offset, such as 2026-10-22T03:00:00Z"_s.arg(name));
    }
    return time;
}

base::Result<store::RunQuery> runQueryOf(const Query &given, const domain::Operator &who)
{
    store::RunQuery query;
    query.seenBy = who;
    TRY(query.statuses, statusesOf(given.values(u"status"_s)));
    TRY(query.triggers, triggersOf(given.values(u"trigger"_s)));
    TRY(query.since, timeOf(given, u"since"_s));
    TRY(query.until, timeOf(given, u"until"_s));
    TRY(query.limit, given.number(u"limit"_s, 100));
    if (const std::optional<QString> automation = given.value(u"automation_id"_s)) {
        query.automation = base::AutomationId(*automation);
    }
    if (const std::optional<QString> before = given.value(u"before"_s)) {
        query.before = base::RunId(*before);
    }
    return query;
}

void list(Tools &tools, const CallPtr &call)
{
    const base::Result<store::RunQuery> query = runQueryOf(call->query, call->by);
    if (!query) {
        call->fail(query.error());
        return;
    }
    sendRuns(tools, call, *query);
}

/// The steps of a run of a workflow that has begun any, as its version has them.
void answerWithSteps(Tools &tools, const CallPtr &call, QJsonObject item, const QList<domain::Run> &runs)
{
    whenDone(tools.store.automations().version(call->run->automationId, call->run->automationVersion), tools.loop,
             [call, item = std::move(item), runs](const base::Result<domain::Automation> &version) mutable {
                 if (!version) {
                     call->fail(version.error());
                     return;
                 }
                 if (const auto steps = domain::stepsFromJson(version->params.value("steps"_L1))) {
                     item.insert("steps"_L1, domain::toJson(domain::standings(*steps, *call->run, runs)));
                 }
                 call->answer(200, item);
             });
}

void answerRun(Tools &tools, const CallPtr &call, const QJsonObject &item)
{
    whenDone(tools.store.runs().stepsOf(call->run->id), tools.loop,
             [&tools, call, item](const base::Result<QList<domain::Run>> &runs) {
                 if (!runs) {
                     call->fail(runs.error());
                 } else if (runs->isEmpty()) {
                     call->answer(200, item);
                 } else {
                     answerWithSteps(tools, call, item, *runs);
                 }
             });
}

void show(Tools &tools, const CallPtr &call)
{
    readTail(tools, call->run->id, [&tools, call](const base::Result<QByteArray> &tail) {
        if (!tail) {
            call->fail(tail.error());
            return;
        }
        QJsonObject item = runItem(*call->run);
        item.insert("output"_L1, textOfTail(*tail));
        answerRun(tools, call, item);
    });
}

void cancel(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().cancel(call->run->id, call->by), tools.loop,
             [call](const base::Result<domain::Run> &run) {
                 if (!run) {
                     call->fail(run.error());
                     return;
                 }
                 call->answer(200, runItem(*run));
             });
}

void answerDecided(const CallPtr &call, const base::Result<QList<domain::Run>> &runs)
{
    if (!runs) {
        call->fail(runs.error());
        return;
    }
    call->answer(200, runItem(runs->first()));
}

void release(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().release({call->run->id}, call->by), tools.loop,
             [call](const base::Result<QList<domain::Run>> &runs) { answerDecided(call, runs); });
}

void dismiss(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.runs().dismiss({call->run->id}, call->by), tools.loop,
             [call](const base::Result<QList<domain::Run>> &runs) { answerDecided(call, runs); });
}

void log(Tools &tools, const CallPtr &call)
{
    const base::Result<bool> plain = call->query.flag(u"plain"_s);
    if (!plain) {
        call->fail(plain.error());
    } else if (*plain) {
        sendPlainLog(tools, call);
    } else {
        sendLogPage(tools, call);
    }
}

void stream(Tools &tools, const CallPtr &call)
{
    openRunFeed(tools, call);
}

} // namespace

QList<Route> runRoutes()
{
    using enum Subject;
    const QString all = u"/api/automations/runs"_s;
    const QString one = u"/api/automations/runs/{id}"_s;
    return {
        {Method::Get,
         all,
         Right::View,
         u"Runs, newest first; limit 0 is all of them"_s,
         list,
         None,
         BodyKind::Nothing,
         smallBody,
         {u"automation_id"_s, u"status"_s, u"trigger"_s, u"since"_s, u"until"_s, u"limit"_s, u"before"_s}},
        {Method::Get, one, Right::View, u"One run with the end of its output; of a workflow with its steps"_s, show,
         Run, BodyKind::Nothing, smallBody},
        {Method::Post, one + u"/cancel"_s, Right::Run, u"Cancel or stop it"_s, cancel, Run, BodyKind::Nothing,
         smallBody},
        {Method::Post, one + u"/release"_s, Right::Run, u"Let a held run have its turn at once"_s, release, Run,
         BodyKind::Nothing, smallBody},
        {Method::Post, one + u"/dismiss"_s, Right::Run, u"Skip a missed slot that waits for a decision"_s, dismiss, Run,
         BodyKind::Nothing, smallBody},
        {Method::Get,
         one + u"/log"_s,
         Right::View,
         u"Lines of its log; plain=1 is the stored bytes"_s,
         log,
         Run,
         BodyKind::Nothing,
         smallBody,
         {u"from"_s, u"lines"_s, u"grep"_s, u"plain"_s}},
        {Method::Get,
         one + u"/stream"_s,
         Right::View,
         u"Its lines as they come, as server-sent events"_s,
         stream,
         Run,
         BodyKind::Nothing,
         smallBody,
         {},
         TokenPlace::Query,
         Guard::Token,
         Pages::Listed},
    };
}

} // namespace server
