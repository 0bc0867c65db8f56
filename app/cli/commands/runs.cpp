// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/interrupt.h"
#include "app/cli/net/runfollower.h"
#include "app/cli/text/table.h"
#include "app/domain/run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

enum class Show { Lines, Nothing };

/// A run that was started here, watched until it is over.
class Watch : public QObject
{
public:
    Watch(Session &session, QString runId, Show what)
        : QObject(&session),
          m_session(session),
          m_runId(std::move(runId)),
          m_what(what),
          m_follower(session.http(), m_runId)
    {
        connect(&m_follower, &RunFollower::line, this, &Watch::printLine);
        connect(&m_follower, &RunFollower::ended, this, &Watch::tellEnd);
        connect(&m_follower, &RunFollower::failed, this, [this](const base::Error &error) { m_session.fail(error); });
        connect(&m_interrupt, &Interrupt::pressed, this, &Watch::leave);
        m_follower.start();
    }

private:
    void printLine(qint64 number, const QString &text)
    {
        if (m_what == Show::Nothing) {
            return;
        }
        Output &output = m_session.out();
        if (m_session.asked().json) {
            output.jsonLine({{u"number"_s, number}, {u"text"_s, text}});
        } else {
            output.logLine(text);
        }
        output.flush();
        if (output.lost()) {
            m_follower.stop();
            m_session.finish(Exit::Failed);
        }
    }

    void tellEnd(const QString &status)
    {
        m_session.get(runPath(m_runId), [this, status](const QJsonValue &answer) {
            const QJsonObject run = answer.toObject();
            if (m_session.asked().json) {
                m_what == Show::Lines ? m_session.out().jsonLine(run) : m_session.out().json(run);
            }
            QString text = u"%1 is %2"_s.arg(m_runId, status);
            for (const QLatin1StringView field : {"reason"_L1, "error_message"_L1}) {
                if (const QString why = run.value(field).toString(); !why.isEmpty()) {
                    text += u": "_s + why;
                    break;
                }
            }
            m_session.out().message(text);
            m_session.finish(status == "done"_L1 ? Exit::Ok : Exit::Failed);
        });
    }

    void leave()
    {
        m_follower.stop();
        m_session.out().message(m_session.engine() == Engine::Running
                                    ? u"no longer following; %1 goes on"_s.arg(m_runId)
                                    : u"no longer waiting; %1 ends with this program"_s.arg(m_runId));
        m_session.finish(Exit::Failed);
    }

    Session &m_session;
    QString m_runId;
    Show m_what;
    RunFollower m_follower;
    Interrupt m_interrupt;
};

void started(Session &session, const QString &runId)
{
    const Invocation &asked = session.asked();
    if (asked.has("follow"_L1)) {
        session.out().message(u"started %1"_s.arg(runId));
        new Watch(session, runId, Show::Lines);
        return;
    }
    if (!asked.json) {
        session.out().line(runId);
        session.out().flush();
    }
    if (asked.has("wait"_L1) || session.engine() == Engine::Own) {
        new Watch(session, runId, Show::Nothing);
        return;
    }
    if (!asked.json) {
        session.finish();
        return;
    }
    session.get(runPath(runId), [&session](const QJsonValue &run) {
        session.out().json(run.toObject());
        session.finish();
    });
}

/// Nothing where no argument and no override is given.
base::Result<QByteArray> runBody(const Invocation &asked)
{
    QJsonObject arguments;
    for (const QString &given : asked.lists.value(u"arg"_s)) {
        const qsizetype equals = given.indexOf(u'=');
        const QString name = given.left(equals);
        if (equals <= 0) {
            return base::invalid(u"arg"_s, u"--arg needs NAME=VALUE, not %1"_s.arg(given));
        }
        if (arguments.contains(name)) {
            return base::invalid(u"arg"_s, u"%1 is given twice"_s.arg(name));
        }
        arguments.insert(name, given.mid(equals + 1));
    }
    QJsonObject body;
    if (!arguments.isEmpty()) {
        body.insert("arguments"_L1, arguments);
    }
    if (asked.has("override"_L1)) {
        body.insert("override"_L1, asked.option("override"_L1));
    }
    return body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// Pages by the last id seen, so that a list of any length takes little memory here and short reads there.
class RunList : public QObject
{
public:
    explicit RunList(Session &session)
        : QObject(&session), m_session(session), m_left(session.asked().number("limit"_L1, 100))
    {
    }

    void next()
    {
        const qint64 page = std::min<qint64>(m_left, 1000);
        QList<std::pair<QString, QString>> parameters{{u"limit"_s, QString::number(page)}};
        const Invocation &asked = m_session.asked();
        if (asked.has("automation"_L1)) {
            parameters.append({u"automation_id"_s, asked.option("automation"_L1)});
        }
        for (const QString &name : {u"status"_s, u"trigger"_s, u"since"_s, u"until"_s}) {
            if (asked.has(QLatin1StringView(name.toLatin1()))) {
                parameters.append({name, asked.option(QLatin1StringView(name.toLatin1()))});
            }
        }
        if (!m_last.isEmpty()) {
            parameters.append({u"before"_s, m_last});
        }
        m_session.get("/api/automations/runs" + query(parameters),
                      [this, page](const QJsonValue &answer) { take(answer.toArray(), page); });
    }

private:
    void take(const QJsonArray &runs, qint64 page)
    {
        for (const QJsonValue run : runs) {
            m_runs.append(run);
        }
        m_left -= runs.size();
        m_last = runs.isEmpty() ? QString() : runs.last().toObject().value("id"_L1).toString();
        if (runs.size() < page || m_left <= 0 || m_last.isEmpty()) {
            print();
            m_session.finish();
        } else {
            next();
        }
    }

    void print()
    {
        if (m_session.asked().json) {
            m_session.out().json(m_runs);
            return;
        }
        Table table({u"ID"_s, u"AUTOMATION"_s, u"STATUS"_s, u"PLANNED"_s, u"STARTED"_s, u"FINISHED"_s, u"REASON"_s});
        for (const QJsonValue value : std::as_const(m_runs)) {
            const QJsonObject r = value.toObject();
            const QString name = r.value("automation_name"_L1).toString(r.value("automation_id"_L1).toString());
            table.add({r.value("id"_L1).toString(), name, r.value("status"_L1).toString(),
                       localSeconds(r.value("planned_for"_L1)), localSeconds(r.value("started_at"_L1)),
                       localSeconds(r.value("finished_at"_L1)), r.value("reason"_L1).toString()});
        }
        table.print(m_session.out());
    }

    Session &m_session;
    qint64 m_left;
    QString m_last;
    QJsonArray m_runs;
};

} // namespace

void runAutomation(Session &session)
{
    const QString id = session.operand(0);
    if (const auto ok = checkId(id); !ok) {
        session.fail(ok.error());
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = automationPath(id, "/run");
    const base::Result<QByteArray> body = runBody(session.asked());
    if (!body) {
        session.fail(body.error());
        return;
    }
    request.body = *body;
    session.send(request, [&session](const QJsonValue &answer) {
        const QString runId = answer.toObject().value("run_id"_L1).toString();
        if (runId.isEmpty()) {
            session.fail(base::unavailable(u"starting the run"_s, u"the engine's answer names no run"_s));
            return;
        }
        for (const QJsonValue warning : answer.toObject().value("warnings"_L1).toArray()) {
            session.out().message(u"warning: "_s + warning.toString());
        }
        started(session, runId);
    });
}

void listRuns(Session &session)
{
    const QString status = session.asked().option("status"_L1);
    if (!status.isEmpty() && !domain::statusFromWord(status)) {
        QStringList words;
        for (const domain::RunStatus one : domain::allStatuses()) {
            words.append(domain::statusWord(one));
        }
        session.fail(base::invalid(u"status"_s, u"there is no status %1, only %2"_s.arg(status, words.join(u", "_s))));
        return;
    }
    (new RunList(session))->next();
}

void cancelRun(Session &session)
{
    const QString id = session.operand(0);
    ApiRequest request;
    request.method = "POST";
    request.path = runPath(id, "/cancel");
    session.send(request, [&session, id](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"cancelled %1"_s.arg(id));
        }
        session.finish();
    });
}

} // namespace cli
