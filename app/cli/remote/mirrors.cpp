// SPDX-License-Identifier: Apache-2.0
#include "app/cli/remote/remoteparts.h"
#include "app/cli/remote/remoterows.h"
#include "app/cli/text/table.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void post(Session &session, const QByteArray &path, const QByteArray &body, const QString &said)
{
    ApiRequest request;
    request.method = "POST";
    request.path = path;
    request.body = body;
    session.send(request, [&session, said](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(said);
        }
        session.finish();
    });
}

void syncNow(Session &session)
{
    if (session.operand(0).isEmpty()) {
        post(session, "/api/connections/sync", {}, u"looking everywhere"_s);
        return;
    }
    post(session, connectionPath(session.operand(0), "/sync"), {}, u"looking at "_s + session.operand(0));
}

QString inWords(const QJsonObject &conflict)
{
    const QString what = conflict.value("what"_L1).toString();
    if (what == "removed_there"_L1) {
        return u"edited here, removed there"_s;
    }
    if (what == "removed_here"_L1) {
        return u"edited there, removed here"_s;
    }
    QStringList fields;
    for (const QJsonValue field : conflict.value("fields"_L1).toArray()) {
        fields.append(field.toObject().value("field"_L1).toString());
    }
    return fields.join(u", "_s);
}

void listConflicts(Session &session)
{
    session.get("/api/conflicts", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            Table table({u"ID"_s, u"NAME"_s, u"REMOTE ID"_s, u"WHAT"_s, u"SINCE"_s, u"SEEN"_s});
            for (const QJsonValue value : answer.toArray()) {
                const QJsonObject one = value.toObject();
                table.add({one.value("automation_id"_L1).toString(), one.value("automation_name"_L1).toString(),
                           one.value("remote_id"_L1).toString(), inWords(one), localSeconds(one.value("since"_L1)),
                           u"%1:%2"_s.arg(one.value("local_version"_L1).toInteger())
                               .arg(one.value("remote_version"_L1).toString())});
            }
            table.print(session.out());
        }
        session.finish();
    });
}

/// `side` for the whole, and `--field NAME=SIDE` for single fields.
base::Result<QJsonObject> choiceOf(Session &session)
{
    QJsonObject fields;
    const QStringList given = session.asked().lists.value(u"field"_s);
    for (const QString &one : given) {
        const qsizetype sign = one.lastIndexOf(u'=');
        if (sign <= 0) {
            return base::invalid(u"field"_s, u"--field needs NAME=local or NAME=remote, not %1"_s.arg(one));
        }
        fields.insert(one.left(sign), one.sliced(sign + 1));
    }
    return QJsonObject{{u"side"_s, session.operand(1)}, {u"fields"_s, fields}};
}

/// `--seen LOCAL:REMOTE`, as the list of conflicts says it.
base::Status addSeen(const QString &seen, QJsonObject &choice)
{
    const qsizetype sign = seen.indexOf(u':');
    bool isNumber = false;
    const qint64 local = seen.left(std::max<qsizetype>(sign, 0)).toLongLong(&isNumber);
    if (sign <= 0 || !isNumber || sign + 1 == seen.size()) {
        return base::invalid(u"seen"_s,
                             u"--seen needs VERSION:VERSION as the list of conflicts has it, not %1"_s.arg(seen));
    }
    choice.insert("local_version"_L1, local);
    choice.insert("remote_version"_L1, seen.sliced(sign + 1));
    return {};
}

void postChoice(Session &session, const QJsonObject &choice)
{
    post(session, "/api/conflicts/" + QUrl::toPercentEncoding(session.operand(0)) + "/resolve", compact(choice),
         u"resolved "_s + session.operand(0));
}

/// What stands on both sides now is what it is decided by: whatever changes before the answer is seen first.
void resolveAsItStands(Session &session, const QJsonObject &choice)
{
    session.get("/api/conflicts", [&session, choice](const QJsonValue &answer) {
        QJsonObject whole = choice;
        for (const QJsonValue value : answer.toArray()) {
            const QJsonObject one = value.toObject();
            if (one.value("automation_id"_L1).toString() == session.operand(0) ||
                one.value("remote_id"_L1).toString() == session.operand(0)) {
                whole.insert("local_version"_L1, one.value("local_version"_L1));
                whole.insert("remote_version"_L1, one.value("remote_version"_L1));
                break;
            }
        }
        postChoice(session, whole);
    });
}

void resolve(Session &session)
{
    base::Result<QJsonObject> choice = choiceOf(session);
    if (!choice) {
        session.fail(choice.error());
    } else if (!session.asked().has("seen"_L1)) {
        resolveAsItStands(session, *choice);
    } else if (const base::Status seen = addSeen(session.asked().option("seen"_L1), *choice); !seen) {
        session.fail(seen.error());
    } else {
        postChoice(session, *choice);
    }
}

/// Why a task waits, and when it is tried again where that is a matter of time.
QString waitOf(const QJsonObject &task)
{
    const QString due = localSeconds(task.value("due_at"_L1));
    const QString cause = task.value("waits_for"_L1).toString();
    if (due.isEmpty()) {
        return cause;
    }
    return (cause.isEmpty() ? QString() : cause + u"; "_s) + u"tried again at "_s + due;
}

void listOutbox(Session &session)
{
    session.get("/api/outbox", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            Table table({u"ID"_s, u"TASK"_s, u"NAME"_s, u"STATE"_s, u"TRIED"_s, u"SINCE"_s, u"WHY"_s});
            for (const QJsonValue value : answer.toArray()) {
                const QJsonObject one = value.toObject();
                table.add({QString::number(one.value("id"_L1).toInteger()), one.value("task"_L1).toString(),
                           one.value("automation_name"_L1).toString(), one.value("state"_L1).toString(),
                           QString::number(one.value("attempts"_L1).toInt()), localSeconds(one.value("made_at"_L1)),
                           waitOf(one)});
            }
            table.print(session.out());
        }
        session.finish();
    });
}

void retryTask(Session &session)
{
    post(session, "/api/outbox/" + QUrl::toPercentEncoding(session.operand(0)) + "/retry", {},
         u"trying "_s + session.operand(0));
}

void dropTask(Session &session)
{
    ApiRequest request;
    request.method = "DELETE";
    request.path = "/api/outbox/" + QUrl::toPercentEncoding(session.operand(0));
    session.send(request, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"given up "_s + session.operand(0));
        }
        session.finish();
    });
}

void publish(Session &session)
{
    post(session, automationPath(session.operand(0), "/publish"),
         compact(
             {{u"connection_id"_s, session.operand(1)}, {u"accept_losses"_s, session.asked().has("accept-losses"_L1)}}),
         u"publishing %1 at %2"_s.arg(session.operand(0), session.operand(1)));
}

} // namespace

QList<CommandSpec> mirrorRows()
{
    using Kind = OptionSpec::Kind;
    return {
        {u"sync"_s, Right::Run, u"[ID]"_s, 0, 1, u"Looks at one connection now, or at all of them."_s, {}, syncNow},
        {u"conflicts"_s,
         Right::View,
         {},
         0,
         0,
         u"What was changed both here and at a remote system."_s,
         {},
         listConflicts},
        {u"resolve"_s,
         Right::Edit,
         u"ID local|remote"_s,
         2,
         2,
         u"Decides a conflict: what is here, or what is there."_s,
         {{u"field"_s, Kind::Texts, u"NAME=SIDE"_s, u"another side for one field; may be given often"_s, {}},
          {u"seen"_s,
           Kind::Text,
           u"VERSION:VERSION"_s,
           u"what it is decided by, as conflicts lists it; ends with 5 where either side is at another one by now"_s,
           {}}},
         resolve},
        {u"outbox"_s, Right::View, {}, 0, 0, u"What waits to be sent to remote systems, and why."_s, {}, listOutbox},
        {u"task retry"_s,
         Right::Edit,
         u"TASK"_s,
         1,
         1,
         u"Tries at once what was refused or waits for a time."_s,
         {},
         retryTask},
        {u"task drop"_s,
         Right::Edit,
         u"TASK"_s,
         1,
         1,
         u"Gives up what was not sent: what is here is as it is there."_s,
         {},
         dropTask},
        {u"publish"_s,
         Right::Edit,
         u"ID CONNECTION"_s,
         2,
         2,
         u"Lets an automation live at a remote system from now on. Where that does not keep all of it, says so and "
         u"ends "
         u"with 5."_s,
         {{u"accept-losses"_s, Kind::Switch, {}, u"publish it nevertheless"_s, {}}},
         publish},
    };
}

} // namespace cli
