// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/whyroutes.h"

#include "app/domain/why/json.h"
#include "app/server/limits.h"
#include "app/store/evidence.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

using Reading = QFuture<base::Result<domain::WhyInput>>;

base::Result<Reading> reading(Tools &tools, const Call &call)
{
    const std::optional<QString> at = call.query.value(u"at"_s);
    if (call.id.startsWith("run_"_L1)) {
        if (at) {
            return base::invalid(u"at"_s, u"at goes with the id of an automation; a run has its own time"_s);
        }
        return tools.store.evidence().about(base::RunId(call.id));
    }
    const base::AutomationId id(call.id);
    if (!at) {
        return tools.store.evidence().about(id);
    }
    TRY(const domain::Zone zone, domain::Zone::load({}));
    TRY(const domain::AskedTime asked, domain::readAskedTime(*at, zone, u"at"_s));
    return tools.store.evidence().about(id, asked);
}

/// Counting slots is arithmetic, but may be much of it: it is done on the pool.
void explain(Tools &tools, const CallPtr &call)
{
    const base::Result<Reading> rows = reading(tools, *call);
    if (!rows) {
        call->fail(rows.error());
        return;
    }
    whenDone(*rows, tools.loop, [&tools, call](const base::Result<domain::WhyInput> &input) {
        if (!input) {
            call->fail(input.error());
            return;
        }
        const base::AutomationId about = input->run ? input->run->automationId : input->versions.constFirst().id;
        if (!call->sees(about)) {
            call->fail(base::notFound(call->id));
            return;
        }
        offload(
            tools.pool, tools.loop,
            [input = *input] { return domain::toJson(domain::why(input), domain::plainVoice()); },
            [call](const QJsonObject &why) { call->answer(200, why); });
    });
}

} // namespace

QList<Route> whyRoutes()
{
    return {{Method::Get,
             u"/api/why/{id}"_s,
             Right::View,
             u"Why an automation did, or did not, run at a time; why a run ran as it did"_s,
             explain,
             Subject::None,
             BodyKind::Nothing,
             smallBody,
             {u"at"_s}}};
}

} // namespace server
