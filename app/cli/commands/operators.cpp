// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/operators.h"

#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray named(const QByteArray &path, const QString &id)
{
    return path + '/' + QUrl::toPercentEncoding(id);
}

ApiRequest asking(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    if (!body.isEmpty()) {
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

/// Sends it and says `done`, or the object with --json.
void sendAndSay(Session &session, const ApiRequest &request, const QString &done)
{
    session.send(request, [&session, done](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(done);
        }
        session.finish();
    });
}

using Field = std::pair<QString, QLatin1StringView>;

/// A column for each of the fields; those that end in `_at` are times.
void list(Session &session, const QByteArray &path, const QList<Field> &fields)
{
    session.get(path, [&session, fields](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        QStringList heading;
        for (const Field &field : fields) {
            heading.append(field.first);
        }
        Table table(heading);
        for (const QJsonValue value : answer.toArray()) {
            QStringList cells;
            for (const Field &field : fields) {
                const QJsonValue cell = value.toObject().value(field.second);
                cells.append(field.second.endsWith("_at"_L1) ? localSeconds(cell) : cell.toString());
            }
            table.add(cells);
        }
        table.print(session.out());
        session.finish();
    });
}

} // namespace

void listOperators(Session &session)
{
    list(session, "/api/operators",
         {{u"NAME"_s, "name"_L1}, {u"ROLE"_s, "role"_L1}, {u"SINCE"_s, "created_at"_L1}, {u"BY"_s, "created_by"_L1}});
}

void addOperator(Session &session)
{
    const QString name = session.operand(0);
    const QString role = session.asked().option("role"_L1);
    sendAndSay(session, asking("POST", "/api/operators", {{u"name"_s, name}, {u"role"_s, role}}),
               u"added %1 as %2"_s.arg(name, role));
}

void setOperatorRole(Session &session)
{
    const QString name = session.operand(0);
    const QString role = session.operand(1);
    sendAndSay(session, asking("PUT", named("/api/operators", name), {{u"role"_s, role}}),
               u"%1 is %2"_s.arg(name, role));
}

void removeOperator(Session &session)
{
    const QString name = session.operand(0);
    sendAndSay(session, asking("DELETE", named("/api/operators", name)), u"removed "_s + name);
}

void listTokens(Session &session)
{
    list(session, "/api/tokens",
         {{u"ID"_s, "id"_L1},
          {u"NAME"_s, "name"_L1},
          {u"OPERATOR"_s, "operator"_L1},
          {u"ROLE"_s, "role"_L1},
          {u"EXPIRES"_s, "expires_at"_L1},
          {u"REVOKED"_s, "revoked_at"_L1}});
}

void createToken(Session &session)
{
    QJsonObject body{{u"name"_s, session.asked().option("name"_L1)}, {u"role"_s, session.asked().option("role"_L1)}};
    if (session.asked().has("operator"_L1)) {
        body.insert("operator"_L1, session.asked().option("operator"_L1));
    }
    if (session.asked().has("expires"_L1)) {
        body.insert("expires_days"_L1, session.asked().number("expires"_L1, 0));
    }
    session.send(asking("POST", "/api/tokens", body), [&session](const QJsonValue &answer) {
        const QJsonObject token = answer.toObject();
        if (session.asked().json) {
            session.out().json(token);
        } else {
            printObject(session.out(), token, {u"id"_s, u"name"_s, u"role"_s, u"expires_at"_s, u"token"_s});
            session.out().message(u"the token is shown this once"_s);
        }
        session.finish();
    });
}

void revokeToken(Session &session)
{
    const QString id = session.operand(0);
    sendAndSay(session, asking("DELETE", named("/api/tokens", id)), u"revoked "_s + id);
}

QList<CommandSpec> operatorRows()
{
    using Kind = OptionSpec::Kind;
    const OptionSpec role{u"role"_s, Kind::Text, u"R"_s, u"viewer, user, operator or admin"_s, {}};
    return {
        {u"operator list"_s,
         Right::Admin,
         {},
         0,
         0,
         u"Who works here; first the account at the desk, who is admin."_s,
         {},
         listOperators},
        {u"operator add"_s,
         Right::Admin,
         u"NAME"_s,
         1,
         1,
         u"Adds an operator, who acts by tokens."_s,
         {role},
         addOperator},
        {u"operator set-role"_s,
         Right::Admin,
         u"NAME ROLE"_s,
         2,
         2,
         u"Gives an operator another role."_s,
         {},
         setOperatorRole},
        {u"operator remove"_s,
         Right::Admin,
         u"NAME"_s,
         1,
         1,
         u"Removes an operator; their tokens count no more."_s,
         {},
         removeOperator},
        {u"token list"_s, Right::Admin, {}, 0, 0, u"The tokens, newest first; never what they are."_s, {}, listTokens},
        {u"token create"_s,
         Right::Admin,
         {},
         0,
         0,
         u"Makes a token of an operator and prints it, this once. It has the lesser of its role and theirs."_s,
         {{u"name"_s, Kind::Text, u"N"_s, u"what it is for"_s, {}},
          role,
          {u"operator"_s, Kind::Text, u"NAME"_s, u"whose it is; the account at the desk where not given"_s, {}},
          {u"expires"_s, Kind::Number, u"DAYS"_s, u"for so many days; for ever where not given"_s, {}}},
         createToken},
        {u"token revoke"_s, Right::Admin, u"ID"_s, 1, 1, u"A token counts no more."_s, {}, revokeToken},
    };
}

} // namespace cli
