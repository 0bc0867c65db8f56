// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// One automation, or everything with --all. `verb` is `pause` or `resume`.
void setPaused(Session &session, const QString &verb)
{
    const QString id = session.operand(0);
    const bool all = session.asked().has("all"_L1);
    if (all == !id.isEmpty()) {
        session.fail(base::invalid({}, u"%1 needs either ID or --all"_s.arg(verb)));
        return;
    }
    if (const auto ok = all ? base::Status() : checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    const QByteArray word = verb.toLatin1();
    ApiRequest request;
    request.method = "POST";
    request.path = all ? "/api/" + word : automationPath(id, '/' + word);
    session.send(request, [&session, verb, what = all ? u"everything"_s : id](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"%1d %2"_s.arg(verb, what));
        }
        session.finish();
    });
}

} // namespace

void pauseAutomation(Session &session)
{
    setPaused(session, u"pause"_s);
}

void resumeAutomation(Session &session)
{
    setPaused(session, u"resume"_s);
}

void showStatus(Session &session)
{
    session.get("/api/status", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            printObject(session.out(), answer.toObject(), {u"paused"_s, u"paused_by"_s, u"paused_at"_s, u"runs"_s});
        }
        session.finish();
    });
}

void showAudit(Session &session)
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

} // namespace cli
