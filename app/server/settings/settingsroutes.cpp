// SPDX-License-Identifier: Apache-2.0
#include "app/server/settings/settingsroutes.h"

#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// Those that are people's business.
QList<store::SettingSpec> specs()
{
    QList<store::SettingSpec> all = store::settingSpecs();
    all.removeIf([](const store::SettingSpec &spec) { return spec.whose == store::SettingOf::Program; });
    return all;
}

QString typeOf(const store::SettingSpec &spec)
{
    switch (spec.fallback.type()) {
    case QJsonValue::Bool:
        return u"flag"_s;
    case QJsonValue::Double:
        return u"number"_s;
    case QJsonValue::Array:
        return u"list"_s;
    default:
        return u"word"_s;
    }
}

QJsonObject item(const store::SettingSpec &spec, const QJsonValue &value)
{
    QJsonObject object{
        {u"key"_s, spec.key}, {u"type"_s, typeOf(spec)}, {u"value"_s, value}, {u"default"_s, spec.fallback}};
    if (spec.fallback.isDouble()) {
        object.insert("least"_L1, qint64(spec.least));
        object.insert("most"_L1, qint64(spec.most));
    }
    if (!spec.words.isEmpty()) {
        object.insert("words"_L1, QJsonArray::fromStringList(spec.words));
    }
    return object;
}

void list(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.settings().all(), tools.loop, [call](const base::Result<QJsonObject> &values) {
        if (!values) {
            call->fail(values.error());
            return;
        }
        QJsonArray items;
        for (const store::SettingSpec &spec : specs()) {
            items.append(item(spec, values->value(spec.key)));
        }
        Response response;
        response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
        call->exchange->answer(response);
    });
}

/// NotFound tells which there are.
base::Result<store::SettingSpec> specOf(const QString &key)
{
    QStringList keys;
    for (const store::SettingSpec &spec : specs()) {
        if (spec.key == key) {
            return spec;
        }
        keys.append(spec.key);
    }
    base::Error error = base::notFound(u"setting "_s + key.left(100));
    error.detail += u"; there are %1"_s.arg(keys.join(u", "_s));
    return error;
}

base::Result<QJsonValue> valueOf(const QJsonValue &body)
{
    const QJsonObject object = body.toObject();
    if (object.size() != 1 || !object.contains("value"_L1)) {
        return base::invalid(u"value"_s, u"the body must be an object with value, and nothing else"_s);
    }
    return object.value("value"_L1);
}

void set(Tools &tools, const CallPtr &call)
{
    const base::Result<store::SettingSpec> spec = specOf(call->id);
    const base::Result<QJsonValue> value = spec ? valueOf(call->body) : base::Result<QJsonValue>(spec.error());
    if (!value) {
        call->fail(value.error());
        return;
    }
    whenDone(tools.store.settings().set(spec->key, *value, call->by), tools.loop,
             [call, spec = *spec, value = *value](const base::Status &kept) {
                 if (!kept) {
                     call->fail(kept.error());
                     return;
                 }
                 call->answer(200, item(spec, value));
             });
}

} // namespace

QList<Route> settingsRoutes()
{
    using enum Subject;
    return {
        {Method::Get, u"/api/settings"_s, Right::Admin, u"The settings: what each is and may be"_s, list, None,
         BodyKind::Nothing, smallBody},
        {Method::Put, u"/api/settings/{id}"_s, Right::Admin, u"Change a setting"_s, set, None, BodyKind::Json,
         smallBody},
    };
}

} // namespace server
