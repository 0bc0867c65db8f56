// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"
#include "app/domain/audit/chain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray sinceOf(Session &session)
{
    return session.asked().has("since"_L1) ? query({{u"since"_s, session.asked().option("since"_L1)}}) : QByteArray();
}

void listEntries(Session &session)
{
    QList<std::pair<QString, QString>> parameters{
        {u"limit"_s, QString::number(session.asked().number("limit"_L1, 100))}};
    if (session.asked().has("since"_L1)) {
        parameters.append({u"since"_s, session.asked().option("since"_L1)});
    }
    session.get("/api/audit" + query(parameters), [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            Table table({u"WHEN"_s, u"WHO"_s, u"WHAT"_s, u"SUBJECT"_s, u"DETAIL"_s});
            for (const QJsonValue value : answer.toArray()) {
                const QJsonObject entry = value.toObject();
                table.add({localSeconds(entry.value("at"_L1)), entry.value("by"_L1).toString(),
                           entry.value("action"_L1).toString(), entry.value("subject"_L1).toString(),
                           entry.value("detail"_L1).toString()});
            }
            table.print(session.out());
        }
        session.finish();
    });
}

/// The bytes as the API sends them, since every one of them counts.
void exportEntries(Session &session)
{
    ApiRequest request;
    request.path = "/api/audit/export" + sinceOf(session);
    session.http().send(request, [&session](const base::Result<QByteArray> &text) {
        if (!text) {
            session.fail(text.error());
            return;
        }
        const QString name = session.operand(1);
        if (name.isEmpty()) {
            session.out().bytes(*text);
            session.finish();
            return;
        }
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(*text) != text->size()) {
            session.fail(base::unavailable(u"writing %1"_s.arg(name), file.errorString()));
            return;
        }
        session.finish();
    });
}

void answerVerified(Session &session, const base::Result<qint64> &rows)
{
    if (!rows && rows.error().code != base::ErrorCode::Corrupt) {
        session.fail(rows.error());
        return;
    }
    if (session.asked().json) {
        session.out().json(QJsonObject{{u"ok"_s, rows.has_value()},
                                       {u"rows"_s, rows ? QJsonValue(*rows) : QJsonValue(QJsonValue::Null)},
                                       {u"problem"_s, rows ? QString() : rows.error().detail}});
    } else if (rows) {
        session.out().line(u"%1 rows, none changed or missing"_s.arg(*rows));
    }
    if (!rows) {
        session.out().message(rows.error());
    }
    session.finish(rows ? Exit::Ok : Exit::Failed);
}

base::Result<qint64> verifiedFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::notFound(name);
    }
    const QByteArray text = file.readAll();
    return domain::verifyExport(text);
}

void verifyEntries(Session &session)
{
    if (const QString name = session.operand(1); !name.isEmpty()) {
        answerVerified(session, verifiedFile(name));
        return;
    }
    session.get("/api/audit/verify", [&session](const QJsonValue &answer) {
        const QJsonObject report = answer.toObject();
        answerVerified(session, report.value("ok"_L1).toBool()
                                    ? base::Result<qint64>(report.value("rows"_L1).toInteger())
                                    : base::Error{.code = base::ErrorCode::Corrupt,
                                                  .context = {},
                                                  .detail = report.value("problem"_L1).toString(),
                                                  .field = {}});
    });
}

} // namespace

void showAudit(Session &session)
{
    const QString verb = session.operand(0);
    if (verb.isEmpty()) {
        listEntries(session);
    } else if (verb == "export"_L1) {
        exportEntries(session);
    } else if (verb == "verify"_L1) {
        verifyEntries(session);
    } else {
        session.fail(base::invalid({}, u"audit knows export and verify, not %1"_s.arg(verb)));
    }
}

} // namespace cli
