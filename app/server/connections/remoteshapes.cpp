// SPDX-License-Identifier: Apache-2.0
#include "app/server/connections/remoteshapes.h"

#include "app/base/jsonreader.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace server {

namespace {

const QStringList sides{u"local"_s, u"remote"_s};

QString fieldTypeWord(domain::FieldType type)
{
    switch (type) {
    case domain::FieldType::Text:
    case domain::FieldType::Command:
    case domain::FieldType::Script:
    case domain::FieldType::Bundle:
        return u"text"_s;
    case domain::FieldType::Texts:
        return u"texts"_s;
    case domain::FieldType::Choice:
        return u"choice"_s;
    case domain::FieldType::Integer:
        return u"integer"_s;
    case domain::FieldType::Flag:
        return u"flag"_s;
    case domain::FieldType::StepList:
        return u"steps"_s;
    case domain::FieldType::Pairs:
        return u"pairs"_s;
    case domain::FieldType::Ranges:
        return u"ranges"_s;
    case domain::FieldType::Document:
        return u"document"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray fieldItems(const QList<domain::FieldSpec> &fields)
{
    QJsonArray items;
    for (const domain::FieldSpec &field : fields) {
        QJsonObject item{{u"name"_s, field.name},
                         {u"label"_s, QString::fromUtf8(field.label)},
                         {u"help"_s, QString::fromUtf8(field.help)},
                         {u"type"_s, fieldTypeWord(field.type)},
                         {u"required"_s, field.required}};
        if (!field.choices.isEmpty()) {
            item.insert("choices"_L1, QJsonArray::fromStringList(field.choices));
        }
        if (!field.fallback.isUndefined() && !field.fallback.isNull()) {
            item.insert("default"_L1, field.fallback);
        }
        items.append(item);
    }
    return items;
}

QJsonArray kindItems(const QList<domain::KindInfo> &kinds)
{
    QJsonArray items;
    for (const domain::KindInfo &kind : kinds) {
        QJsonObject item{{u"type"_s, kind.type},
                         {u"label"_s, QString::fromUtf8(kind.label)},
                         {u"fields"_s, fieldItems(kind.fields)}};
        if (!kind.oneOf.isEmpty()) {
            item.insert("one_of"_L1, QJsonArray::fromStringList(kind.oneOf));
        }
        items.append(item);
    }
    return items;
}

QJsonObject fieldConflictItem(const domain::FieldConflict &conflict)
{
    QJsonObject item{{u"field"_s, domain::fieldText(conflict)}};
    const std::initializer_list<std::pair<QLatin1StringView, QJsonValue>> values{
        {"base"_L1, conflict.base}, {"local"_L1, conflict.local}, {"remote"_L1, conflict.remote}};
    for (const auto &[name, value] : values) {
        if (!value.isUndefined()) {
            item.insert(name, value);
        }
    }
    return item;
}

} // namespace

QJsonArray actionItems(const domain::ProviderInfo &info)
{
    QJsonArray items;
    for (const domain::RemoteAction &action : info.actions) {
        items.append(QJsonObject{{u"name"_s, action.name},
                                 {u"label"_s, QString::fromUtf8(action.label)},
                                 {u"help"_s, QString::fromUtf8(action.help)},
                                 {u"changes"_s, action.changes},
                                 {u"fields"_s, fieldItems(action.fields)}});
    }
    return items;
}

QJsonObject providerItem(const domain::ProviderInfo &info)
{
    return {{u"provider"_s, info.provider},
            {u"label"_s, QString::fromUtf8(info.label)},
            {u"usual_url"_s, info.usualUrl},
            {u"settings"_s, fieldItems(info.fields)},
            {u"credential"_s, fieldItems(info.credentials)},
            {u"capabilities"_s, toJson(info.capabilities)},
            {u"actions"_s, actionItems(info)},
            {u"kinds"_s, kindItems(info.kinds)}};
}

QJsonObject accountItem(const domain::AccountFacts &facts)
{
    return {{u"who"_s, facts.who},
            {u"role"_s, facts.role},
            {u"remote_version"_s, facts.version},
            {u"capabilities"_s, toJson(facts.capabilities)}};
}

QJsonObject conflictItem(const store::Conflict &conflict)
{
    QJsonArray fields;
    for (const domain::FieldConflict &field : conflict.fields) {
        fields.append(fieldConflictItem(field));
    }
    return {{u"automation_id"_s, conflict.automation.text()},    {u"automation_name"_s, conflict.name},
            {u"connection_id"_s, conflict.connection.text()},    {u"remote_id"_s, conflict.remoteId},
            {u"what"_s, store::disagreementWord(conflict.what)}, {u"fields"_s, fields},
            {u"since"_s, base::isoUtc(conflict.since)},          {u"local_version"_s, conflict.sides.local},
            {u"remote_version"_s, conflict.sides.remote}};
}

QJsonObject outboxItem(const store::OutboxEntry &entry)
{
    return {{u"id"_s, entry.id},
            {u"connection_id"_s, entry.connection.text()},
            {u"task"_s, store::taskWord(entry.kind)},
            {u"state"_s, store::taskStateWord(entry.state)},
            {u"automation_id"_s, entry.automation.text()},
            {u"automation_name"_s, entry.name},
            {u"run_id"_s, entry.run.isEmpty() ? QJsonValue() : QJsonValue(entry.run.text())},
            {u"made_at"_s, base::isoUtc(entry.madeAt)},
            {u"made_by"_s, entry.madeBy},
            {u"attempts"_s, entry.attempts},
            {u"due_at"_s, entry.dueAt ? QJsonValue(base::isoUtc(*entry.dueAt)) : QJsonValue()},
            {u"waits_for"_s, entry.waitsFor}};
}

QJsonArray lossItems(const QList<domain::Loss> &losses)
{
    QJsonArray items;
    for (const domain::Loss &loss : losses) {
        items.append(QJsonObject{{u"field"_s, loss.field}, {u"what"_s, loss.what}});
    }
    return items;
}

base::Result<store::Choice> choiceFrom(const QJsonObject &body)
{
    base::JsonReader reader(body);
    int side = -1;
    QJsonObject fields;
    store::Sides seen;
    reader.word("side"_L1, sides, side);
    reader.object("fields"_L1, fields);
    reader.integer("local_version"_L1, seen.local, 0, std::numeric_limits<qint64>::max());
    reader.text("remote_version"_L1, seen.remote);
    CHECK(reader.finish());
    if (side < 0) {
        return base::invalid(u"side"_s, u"side must be local or remote"_s);
    }
    store::Choice choice{.side = static_cast<domain::Side>(side)};
    const bool toldHere = body.contains("local_version"_L1);
    if (toldHere != body.contains("remote_version"_L1)) {
        return base::invalid(toldHere ? u"remote_version"_s : u"local_version"_s,
                             u"local_version and remote_version say together what was looked at: give both"_s);
    }
    if (toldHere) {
        choice.seen = seen;
    }
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const qsizetype one = sides.indexOf(it->toString());
        if (one < 0) {
            return base::invalid(u"fields."_s + it.key(), u"%1 must be local or remote"_s.arg(it.key()));
        }
        choice.fields.insert(it.key(), static_cast<domain::Side>(one));
    }
    return choice;
}

} // namespace server
