// SPDX-License-Identifier: Apache-2.0
#include "app/cli/maintenance/calendars.h"

#include "app/cli/commands/session.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr char calendarsPath[] = "/api/maintenance/calendars";

void listCalendars(Session &session)
{
    session.get(calendarsPath, [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
            session.finish();
            return;
        }
        Table table({u"ID"_s, u"NAME"_s, u"SOURCE"_s, u"READ"_s, u"PROBLEM"_s});
        for (const QJsonValue value : answer.toArray()) {
            const QJsonObject calendar = value.toObject();
            table.add({calendar.value("id"_L1).toString(), calendar.value("name"_L1).toString(),
                       calendar.value("source"_L1).toString(), localSeconds(calendar.value("read_at"_L1)),
                       calendar.value("error"_L1).toString()});
        }
        table.print(session.out());
        session.finish();
    });
}

void tell(Session &session, const QString &done, const QJsonObject &calendar)
{
    if (session.asked().json) {
        session.out().json(calendar);
    } else {
        session.out().line(u"%1 %2"_s.arg(done, calendar.value("id"_L1).toString()));
    }
    session.finish();
}

void subscribe(Session &session)
{
    const auto document = readJson(session.operand(0), session.out().streams().in);
    if (!document) {
        session.fail(document.error());
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = calendarsPath;
    request.body = document->toJson(QJsonDocument::Compact);
    session.send(request, [&session](const QJsonValue &answer) { tell(session, u"subscribed"_s, answer.toObject()); });
}

QByteArray onePath(const Session &session, const QByteArray &rest = {})
{
    return QByteArray(calendarsPath) + '/' + QUrl::toPercentEncoding(session.operand(0)) + rest;
}

void refresh(Session &session)
{
    ApiRequest request;
    request.method = "POST";
    request.path = onePath(session, "/refresh");
    session.send(request, [&session](const QJsonValue &answer) { tell(session, u"reads"_s, answer.toObject()); });
}

void unsubscribe(Session &session)
{
    ApiRequest request;
    request.method = "DELETE";
    request.path = onePath(session);
    session.send(request, [&session](const QJsonValue &) {
        tell(session, u"deleted"_s, {{u"id"_s, session.operand(0)}, {u"status"_s, u"deleted"_s}});
    });
}

} // namespace

QList<CommandSpec> calendarRows()
{
    return {
        {u"calendars"_s,
         Right::View,
         {},
         0,
         0,
         u"The calendars that are read again and again as maintenance windows, and what keeps one from being read."_s,
         {},
         listCalendars},
        {u"calendar subscribe"_s,
         Right::Edit,
         u"FILE|-"_s,
         1,
         1,
         u"Subscribes to an iCalendar file. The JSON object gives name, source (an http or https URL, or an absolute "
         u"path), every_s, and what its windows are: scope, autonomy_override, manual_runs and so on."_s,
         {},
         subscribe},
        {u"calendar refresh"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Has a running engine read a calendar now."_s,
         {},
         refresh},
        {u"calendar delete"_s, Right::Edit, u"ID"_s, 1, 1, u"Removes a calendar and its windows."_s, {}, unsubscribe},
    };
}

} // namespace cli
