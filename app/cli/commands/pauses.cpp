// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

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

} // namespace cli
