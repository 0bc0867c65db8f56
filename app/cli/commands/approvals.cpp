// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/approvals.h"

#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"
#include "app/domain/versions/difference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray approvalPath(const QString &id, const QByteArray &rest = {})
{
    return "/api/approvals/" + QUrl::toPercentEncoding(id) + rest;
}

QString progressOf(const QJsonObject &approval)
{
    return u"%1 of %2"_s.arg(approval.value("approvals"_L1).toInteger()).arg(approval.value("quorum"_L1).toInteger());
}

/// What is different from what was let through last.
void printDifference(Session &session, const QJsonObject &difference)
{
    const QJsonObject last = difference.value("last"_L1).toObject();
    if (last.isEmpty()) {
        session.out().line(u"nothing of it was approved before"_s);
        return;
    }
    const QStringList lines = domain::inLines(domain::changesFromJson(difference.value("changes"_L1).toArray()));
    const QString since =
        u"version %1 in %2"_s.arg(last.value("version"_L1).toInteger()).arg(last.value("run_id"_L1).toString());
    session.out().line(lines.isEmpty() ? u"as approved last: %1"_s.arg(since)
                                       : u"different from what was approved last, %1:"_s.arg(since));
    for (const QString &line : lines) {
        session.out().line(u"  "_s + line);
    }
}

void printApproval(Session &session, const QJsonObject &approval)
{
    if (session.asked().json) {
        session.out().json(approval);
    } else {
        printObject(session.out(), approval,
                    {u"id"_s, u"title"_s, u"status"_s, u"run_id"_s, u"requested_by"_s, u"requested_at"_s,
                     u"expires_at"_s, u"approvals"_s, u"quorum"_s});
        printDifference(session, approval.value("difference"_L1).toObject());
    }
    session.finish();
}

void decide(Session &session, const QByteArray &verb, const QString &done)
{
    const QString id = session.operand(0);
    ApiRequest request;
    request.method = "POST";
    request.path = approvalPath(id, '/' + verb);
    request.body =
        QJsonDocument(QJsonObject{{u"comment"_s, session.asked().option("comment"_L1)}}).toJson(QJsonDocument::Compact);
    session.send(request, [&session, id, done](const QJsonValue &answer) {
        const QJsonObject approval = answer.toObject();
        if (session.asked().json) {
            session.out().json(approval);
        } else {
            session.out().line(
                u"%1 %2, %3, %4"_s.arg(done, id, progressOf(approval), approval.value("status"_L1).toString()));
        }
        session.finish();
    });
}

} // namespace

bool isApprovalId(const QString &id)
{
    return id.startsWith("req_"_L1);
}

void showApproval(Session &session, const QString &id)
{
    session.get(approvalPath(id), [&session](const QJsonValue &answer) { printApproval(session, answer.toObject()); });
}

void listApprovals(Session &session)
{
    QByteArray path = "/api/approvals";
    if (session.asked().has("status"_L1)) {
        path += query({{u"status"_s, session.asked().option("status"_L1)}, {u"limit"_s, u"0"_s}});
    }
    session.get(path, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        Table table(
            {u"ID"_s, u"WHAT"_s, u"RUN"_s, u"ASKED BY"_s, u"ASKED"_s, u"EXPIRES"_s, u"APPROVED"_s, u"STATUS"_s});
        for (const QJsonValue value : answer.toArray()) {
            const QJsonObject approval = value.toObject();
            table.add({approval.value("id"_L1).toString(), approval.value("title"_L1).toString(),
                       approval.value("run_id"_L1).toString(), approval.value("requested_by"_L1).toString(),
                       localSeconds(approval.value("requested_at"_L1)), localSeconds(approval.value("expires_at"_L1)),
                       progressOf(approval), approval.value("status"_L1).toString()});
        }
        table.print(session.out());
        session.finish();
    });
}

void approveRequest(Session &session)
{
    decide(session, "approve", u"approved"_s);
}

void rejectRequest(Session &session)
{
    if (session.asked().option("comment"_L1).trimmed().isEmpty()) {
        session.fail(base::invalid(u"comment"_s, u"reject needs --comment T: why it must not run"_s));
        return;
    }
    decide(session, "reject", u"rejected"_s);
}

QList<CommandSpec> approvalRows()
{
    using Kind = OptionSpec::Kind;
    const OptionSpec comment{u"comment"_s, Kind::Text, u"T"_s, u"what there is to say about it"_s, {}};
    return {
        {u"approvals"_s,
         Right::View,
         {},
         0,
         0,
         u"The requests that wait for a decision, newest first; show REQ tells what exactly would run."_s,
         {{u"status"_s,
           Kind::Text,
           u"S"_s,
           u"those in another status: pending, approved, rejected, expired, withdrawn or all"_s,
           {}}},
         listApprovals},
        {u"approve"_s,
         Right::Edit,
         u"REQ"_s,
         1,
         1,
         u"Agrees to what would run. Enough approvals release it."_s,
         {comment},
         approveRequest},
        {u"reject"_s,
         Right::Edit,
         u"REQ"_s,
         1,
         1,
         u"Refuses it: the run is rejected. Needs --comment."_s,
         {comment},
         rejectRequest},
    };
}

} // namespace cli
