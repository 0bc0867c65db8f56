// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/keyvaluestore.h"
#include "app/cli/code/codecommands.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"

#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

base::Result<Exit> get(const bundles::KeyValueStore &store, const Invocation &asked, Output &output)
{
    const QString key = asked.arguments.first();
    TRY(const std::optional<QString> value, store.get(key));
    if (!value) {
        return base::notFound(u"the key %1"_s.arg(key));
    }
    if (asked.json) {
        output.json(QJsonObject{{u"key"_s, key}, {u"value"_s, *value}});
    } else {
        output.line(*value);
    }
    return Exit::Ok;
}

base::Result<Exit> put(bundles::KeyValueStore &store, const Invocation &asked, const Output &output)
{
    QString value = asked.arguments.at(1);
    if (value == "-"_L1) {
        TRY(const QByteArray bytes, readInput(value, output.streams().in));
        QStringDecoder decode(QStringDecoder::Utf8);
        value = decode(bytes);
        if (decode.hasError()) {
            return base::invalid(u"value"_s, u"a value must be text in UTF-8"_s);
        }
    }
    CHECK(store.put(asked.arguments.first(), value));
    return Exit::Ok;
}

base::Result<Exit> remove(bundles::KeyValueStore &store, const Invocation &asked)
{
    const QString key = asked.arguments.first();
    TRY(const bool there, store.remove(key));
    if (!there) {
        return base::notFound(u"the key %1"_s.arg(key));
    }
    return Exit::Ok;
}

base::Result<Exit> list(const bundles::KeyValueStore &store, const Invocation &asked, Output &output)
{
    TRY(const QList<bundles::KeptValue> values, store.all());
    QJsonArray items;
    for (const bundles::KeptValue &kept : values) {
        items.append(QJsonObject{{u"key"_s, kept.key},
                                 {u"value"_s, kept.value},
                                 {u"written_at"_s, base::isoUtc(kept.writtenAt)},
                                 {u"expires_at"_s, base::isoUtc(kept.expiresAt)}});
    }
    if (asked.json) {
        output.json(items);
        return Exit::Ok;
    }
    Table table({u"KEY"_s, u"LENGTH"_s, u"WRITTEN"_s, u"EXPIRES"_s});
    for (const QJsonValue value : std::as_const(items)) {
        const QJsonObject item = value.toObject();
        table.add({item.value("key"_L1).toString(), QString::number(item.value("value"_L1).toString().size()),
                   localSeconds(item.value("written_at"_L1)), localSeconds(item.value("expires_at"_L1))});
    }
    table.print(output);
    return Exit::Ok;
}

} // namespace

base::Result<Exit> runKv(const Invocation &asked, const base::Clock &clock, Output &output)
{
    if (!QFileInfo(asked.store).isDir()) {
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        if (!QDir().mkpath(asked.store) || !QFile::setPermissions(asked.store, owner)) {
            return base::unavailable({}, u"the folder %1 can't be made"_s.arg(asked.store));
        }
    }
    bundles::KeyValueStore store(asked.store, clock);
    if (asked.command == "kv get"_L1) {
        return get(store, asked, output);
    }
    if (asked.command == "kv put"_L1) {
        return put(store, asked, output);
    }
    return asked.command == "kv del"_L1 ? remove(store, asked) : list(store, asked, output);
}

} // namespace cli
