// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/secretroutes.h"

#include "app/base/jsonreader.h"
#include "app/domain/input/secretrefs.h"
#include "app/secrets/secretstore.h"
#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonObject item(const store::SecretRecord &record, const Call &call)
{
    QJsonArray uses;
    for (const store::SecretUse &use : record.uses) {
        if (!call.sees(use.automation)) {
            continue;
        }
        uses.append(QJsonObject{{u"automation_id"_s, use.automation.text()},
                                {u"automation_name"_s, use.automationName},
                                {u"fields"_s, QJsonArray::fromStringList(use.fields)}});
    }
    return {{u"name"_s, record.name},
            {u"written_at"_s, record.writtenAt ? QJsonValue(base::isoUtc(*record.writtenAt)) : QJsonValue::Null},
            {u"written_by"_s, record.writtenBy},
            {u"uses"_s, uses}};
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.secretRecords().list(), tools.loop,
             [call](const base::Result<QList<store::SecretRecord>> &records) {
                 if (!records) {
                     call->fail(records.error());
                     return;
                 }
                 QJsonArray items;
                 for (const store::SecretRecord &record : *records) {
                     items.append(item(record, *call));
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

/// The name is one, and there is where to keep it.
base::Status checkCall(const Tools &tools, const Call &call)
{
    CHECK(domain::checkSecretName(call.id));
    if (!tools.secrets) {
        return base::unavailable({}, u"there is no keyring here"_s);
    }
    return {};
}

base::Result<QString> valueOf(const QJsonValue &body)
{
    QString value;
    const QJsonObject object = body.toObject();
    base::JsonReader reader(object);
    reader.text("value"_L1, value);
    CHECK(reader.finish());
    if (value.isEmpty()) {
        return base::invalid(u"value"_s, u"value must be given and not empty"_s);
    }
    return value;
}

void set(Tools &tools, const CallPtr &call)
{
    if (const base::Status fits = checkCall(tools, *call); !fits) {
        call->fail(fits.error());
        return;
    }
    const base::Result<QString> value = valueOf(call->body);
    if (!value) {
        call->fail(value.error());
        return;
    }
    const bool masked = domain::canBeMasked(*value);
    whenDone(tools.secrets->set(call->id, *value, call->by), tools.loop, [call, masked](const base::Status &status) {
        if (!status) {
            call->fail(status.error());
            return;
        }
        call->answer(200, {{u"name"_s, call->id}, {u"status"_s, u"set"_s}, {u"masked"_s, masked}});
    });
}

void remove(Tools &tools, const CallPtr &call)
{
    if (const base::Status fits = checkCall(tools, *call); !fits) {
        call->fail(fits.error());
        return;
    }
    whenDone(tools.secrets->remove(call->id, call->by), tools.loop, [call](const base::Status &status) {
        if (!status) {
            call->fail(status.error());
            return;
        }
        call->answer(200, {{u"status"_s, u"deleted"_s}});
    });
}

} // namespace

QList<Route> secretRoutes()
{
    using enum Subject;
    const QString all = u"/api/secrets"_s;
    const QString one = u"/api/secrets/{id}"_s;
    return {
        {Method::Get, all, Right::Edit, u"The names of the secrets and what refers to them"_s, list, None,
         BodyKind::Nothing, smallBody},
        {Method::Put, one, Right::Admin, u"Put its value into the keyring"_s, set, None, BodyKind::Json, smallBody},
        {Method::Delete, one, Right::Admin, u"Take it out of the keyring"_s, remove, None, BodyKind::Nothing,
         smallBody},
    };
}

} // namespace server
