// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/pauseroutes.h"

#include "app/server/limits.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonObject runsItem(const store::RunCounts &counts)
{
    return {{u"total"_s, counts.total},     {u"queued"_s, counts.queued},
            {u"held"_s, counts.held},       {u"awaiting_approval"_s, counts.awaitingApproval},
            {u"running"_s, counts.running}, {u"unacknowledged"_s, counts.unnoted}};
}

QJsonObject statusItem(const store::AllPaused &paused, const store::RunCounts &counts)
{
    const bool ever = !paused.by.isEmpty();
    return {{u"paused"_s, paused.state == store::Pausing::On},
            {u"paused_by"_s, paused.by},
            {u"paused_at"_s, ever ? QJsonValue(base::isoUtc(paused.at)) : QJsonValue(QJsonValue::Null)},
            {u"runs"_s, runsItem(counts)}};
}

/// `paused_by` and `paused_at` tell of the last word, also where that was to go on.
void answerStatus(Tools &tools, const CallPtr &call, const base::Result<store::AllPaused> &paused)
{
    if (!paused) {
        call->fail(paused.error());
        return;
    }
    whenDone(tools.store.runs().counts(), tools.loop,
             [call, paused = *paused](const base::Result<store::RunCounts> &counts) {
                 if (!counts) {
                     call->fail(counts.error());
                     return;
                 }
                 call->answer(200, statusItem(paused, *counts));
             });
}

void status(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.pauses().allPaused(), tools.loop,
             [&tools, call](const base::Result<store::AllPaused> &paused) { answerStatus(tools, call, paused); });
}

void setPaused(Tools &tools, const CallPtr &call, store::Pausing state)
{
    whenDone(tools.store.pauses().setAllPaused(state, call->by), tools.loop,
             [&tools, call](const base::Result<store::AllPaused> &paused) { answerStatus(tools, call, paused); });
}

void pause(Tools &tools, const CallPtr &call)
{
    setPaused(tools, call, store::Pausing::On);
}

void resume(Tools &tools, const CallPtr &call)
{
    setPaused(tools, call, store::Pausing::Off);
}

} // namespace

QList<Route> pauseRoutes()
{
    using enum Subject;
    return {
        {Method::Get, u"/api/status"_s, Right::View, u"Whether everything is paused, and how many runs wait"_s, status,
         None, BodyKind::Nothing, smallBody},
        {Method::Post, u"/api/pause"_s, Right::Edit, u"Stop every schedule"_s, pause, None, BodyKind::Nothing,
         smallBody},
        {Method::Post, u"/api/resume"_s, Right::Edit, u"Let schedules go on"_s, resume, None, BodyKind::Nothing,
         smallBody},
    };
}

} // namespace server
