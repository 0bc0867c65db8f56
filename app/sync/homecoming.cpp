// SPDX-License-Identifier: Apache-2.0
#include "app/sync/homecoming.h"

#include "app/store/store.h"
#include "app/sync/rest/promise.h"

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

using domain::Automation;

base::Result<Automation> automationIn(const QJsonValue &document)
{
    base::Result<Automation> read = domain::automationFromJson(document.toObject());
    if (!read) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"what came home"_s,
                           .detail = read.error().detail,
                           .field = read.error().field};
    }
    read->connectionId = {};
    read->remoteId.clear();
    read->remote = {};
    return read;
}

QJsonValue madeOf(const Automation &automation)
{
    return QJsonObject{{u"id"_s, automation.id.text()}, {u"name"_s, automation.name}, {u"paused"_s, automation.paused}};
}

} // namespace

Answer<QJsonValue> makeHere(QObject *context, store::Store &store, const Answer<QJsonValue> &document,
                            const domain::Actor &by)
{
    return rest::chain<QJsonValue>(context, document, [context, &store, by](const QJsonValue &told) {
        const base::Result<Automation> automation = automationIn(told);
        return automation ? rest::then<QJsonValue>(context, store.automations().create({*automation}, by),
                                                   [](const QList<Automation> &made) {
                                                       return base::Result<QJsonValue>(madeOf(made.first()));
                                                   })
                          : rest::settled<QJsonValue>(automation.error());
    });
}

} // namespace syncing
