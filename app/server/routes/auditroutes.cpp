// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/auditroutes.h"

#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

base::Result<std::optional<base::Instant>> sinceOf(const Query &given)
{
    const std::optional<QString> text = given.value(u"since"_s);
    const std::optional<base::Instant> since = text ? base::parseIso(*text) : std::nullopt;
    if (text && !since) {
        return base::invalid(u"since"_s, u"since must be an ISO 8601 time with its offset"_s);
    }
    return since;
}

base::Result<store::AuditQuery> auditQueryOf(const Query &given)
{
    store::AuditQuery query;
    query.words = given.value(u"q"_s).value_or(QString());
    TRY(query.limit, given.number(u"limit"_s, 100));
    if (given.value(u"before"_s)) {
        TRY(query.before, given.number(u"before"_s, 0));
    }
    TRY(query.since, sinceOf(given));
    return query;
}

QJsonValue documentOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject auditItem(const store::AuditEntry &entry)
{
    return {{u"seq"_s, entry.seq},
            {u"at"_s, base::isoUtc(entry.at)},
            {u"by"_s, entry.by.name},
            {u"from"_s, entry.by.from.isEmpty() ? QJsonValue() : QJsonValue(entry.by.from)},
            {u"action"_s, entry.action},
            {u"subject"_s, entry.subject},
            {u"detail"_s, entry.detail},
            {u"before"_s, documentOf(entry.before)},
            {u"after"_s, documentOf(entry.after)}};
}

void audit(Tools &tools, const CallPtr &call)
{
    const base::Result<store::AuditQuery> query = auditQueryOf(call->query);
    if (!query) {
        call->fail(query.error());
        return;
    }
    whenDone(tools.store.audit().page(*query), tools.loop,
             [call](const base::Result<QList<store::AuditEntry>> &entries) {
                 if (!entries) {
                     call->fail(entries.error());
                     return;
                 }
                 QJsonArray items;
                 for (const store::AuditEntry &entry : *entries) {
                     items.append(auditItem(entry));
                 }
                 Response response;
                 response.body = QJsonDocument(items).toJson(QJsonDocument::Compact);
                 call->exchange->answer(response);
             });
}

void exportAudit(Tools &tools, const CallPtr &call)
{
    const auto since = sinceOf(call->query);
    if (!since) {
        call->fail(since.error());
        return;
    }
    whenDone(tools.store.audit().exported(*since), tools.loop,
             [call](const base::Result<store::AuditExport> &exported) {
                 if (!exported) {
                     call->fail(exported.error());
                     return;
                 }
                 Response response;
                 response.type = "application/x-ndjson"_ba;
                 response.body = exported->text;
                 call->exchange->answer(response);
             });
}

void verifyAudit(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.audit().verify(), tools.loop, [call](const base::Result<qint64> &rows) {
        const bool corrupt = !rows && rows.error().code == base::ErrorCode::Corrupt;
        if (!rows && !corrupt) {
            call->fail(rows.error());
            return;
        }
        call->answer(200, {{u"ok"_s, rows.has_value()},
                           {u"rows"_s, rows ? QJsonValue(*rows) : QJsonValue(QJsonValue::Null)},
                           {u"problem"_s, corrupt ? rows.error().detail : QString()}});
    });
}

} // namespace

QList<Route> auditRoutes()
{
    using enum Subject;
    return {
        {Method::Get,
         u"/api/audit"_s,
         Right::Admin,
         u"Who did what, newest first; limit 0 is all of it"_s,
         audit,
         None,
         BodyKind::Nothing,
         smallBody,
         {u"since"_s, u"limit"_s, u"before"_s, u"q"_s}},
        {Method::Get,
         u"/api/audit/export"_s,
         Right::Admin,
         u"The audit, oldest first, a line of JSON each with its hash"_s,
         exportAudit,
         None,
         BodyKind::Nothing,
         smallBody,
         {u"since"_s}},
        {Method::Get, u"/api/audit/verify"_s, Right::Admin, u"Whether every row of the audit is what was written"_s,
         verifyAudit, None, BodyKind::Nothing, smallBody},
    };
}

} // namespace server
