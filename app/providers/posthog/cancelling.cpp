// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/cancelling.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

rest::Future<void> bySetting(Service &service, const RunPlace &place)
{
    return service.done(service.send("PATCH", Service::runPath(place), {{u"status"_s, u"cancelled"_s}}));
}

rest::Future<void> byRoute(Service &service, const RunPlace &place)
{
    rest::Call call = service.call("POST", Service::runPath(place, {u"cancel"_s}));
    call.repeat = rest::Repeat::Safe; // what is cancelled stays so
    const rest::Promise<void> promise;
    const auto give = [promise](const base::Status &status) { promise.give(status); };
    base::onAnswer(&service.client(), service.done(call), [&service, place, give](const base::Status &status) {
        const base::ErrorCode code = status ? base::ErrorCode::Internal : status.error().code;
        const bool hasRoute = code != base::ErrorCode::NotFound && code != base::ErrorCode::Unsupported;
        if (hasRoute) {
            give(status);
        } else {
            base::onAnswer(&service.client(), bySetting(service, place), give);
        }
    });
    return promise.future();
}

} // namespace

rest::Future<void> cancelRun(Service &service, const RunPlace &place)
{
    return rest::chain<void>(&service.client(), service.run(place), [&service, place](const QJsonObject &run) {
        if (isOver(run)) {
            return rest::settled<void>(
                base::conflict(u"the run is over already: %1"_s.arg(run.value("status"_L1).toString())));
        }
        // The route is for what runs in the cloud.
        const bool isLocal = run.value("environment"_L1).toString() == "local"_L1;
        return isLocal || service.generation() == Generation::Early ? bySetting(service, place)
                                                                    : byRoute(service, place);
    });
}

} // namespace providers::posthog
