// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/command.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

base::Result<QJsonValue> resultOf(const QJsonObject &answer)
{
    const QJsonValue error = answer.value("error"_L1);
    if (!error.isUndefined() && !error.isNull()) {
        return base::conflict(error.isString() ? error.toString() : error["message"_L1].toString(u"it was refused"_s));
    }
    return answer.value("result"_L1);
}

} // namespace

rest::Future<QJsonValue> command(Service &service, const RunPlace &place, const QString &method,
                                 const QJsonObject &params)
{
    rest::Call call = service.send("POST", Service::runPath(place, {u"command"_s}),
                                   {{u"jsonrpc"_s, u"2.0"_s},
                                    {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                    {u"method"_s, method},
                                    {u"params"_s, params}});
    call.longest = 2 * service.client().remote().habits.longest; // it asks its sandbox in turn
    return rest::then<QJsonValue>(&service.client(), service.object(call), resultOf);
}

} // namespace providers::posthog
