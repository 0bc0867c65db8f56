// SPDX-License-Identifier: Apache-2.0
#include "app/cli/maintenance/windows.h"

#include "app/cli/commands/session.h"
#include "app/cli/commands/versions.h"
#include "app/cli/text/input.h"
#include "app/cli/text/table.h"
#include "app/domain/windows/icalendar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QByteArray windowPath(const QString &id, const QByteArray &rest = {})
{
    return "/api/maintenance/" + QUrl::toPercentEncoding(id) + rest;
}

void print(Session &session, const QJsonObject &window)
{
    if (session.asked().json) {
        QJsonObject fields = window;
        fields.remove("status"_L1);
        session.out().json(fields);
    } else {
        session.out().line(u"%1 %2"_s.arg(window.value("status"_L1).toString(), window.value("id"_L1).toString()));
    }
}

/// Asks for something about one window, and says what became of it.
void ask(Session &session, const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    session.send(request, [&session](const QJsonValue &answer) {
        print(session, answer.toObject());
        session.finish();
    });
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The events of an iCalendar file as windows; what is left out is told.
base::Result<QJsonDocument> fromCalendar(Session &session, const QByteArray &file)
{
    TRY(const domain::ReadCalendar calendar, domain::readCalendar(file));
    for (const QString &line : calendar.leftOut) {
        session.out().message(u"left out: "_s + line);
    }
    QJsonArray windows;
    for (const domain::MaintenanceWindow &window : calendar.windows) {
        windows.append(toJson(window));
    }
    return QJsonDocument(windows);
}

QString whenText(const QJsonObject &window)
{
    if (window.value("open"_L1).toBool()) {
        return u"open until "_s + localSeconds(window.value("open_until"_L1));
    }
    return localSeconds(window.value("next_start"_L1));
}

void listWindows(Session &session)
{
    session.get("/api/maintenance", [&session](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            Table table({u"ID"_s, u"NAME"_s, u"EFFECT"_s, u"SCOPE"_s, u"RECURRING"_s, u"NEXT"_s});
            for (const QJsonValue value : answer.toArray()) {
                const QJsonObject window = value.toObject();
                QStringList scope;
                for (const QJsonValue entry : window.value("scope"_L1).toArray()) {
                    scope.append(entry.toString());
                }
                table.add({window.value("id"_L1).toString(), window.value("name"_L1).toString(),
                           window.value("autonomy_override"_L1).toString(), scope.join(u' '),
                           window.value("recurring"_L1).toString(), whenText(window)});
            }
            table.print(session.out());
        }
        session.finish();
    });
}

void createWindows(Session &session)
{
    const auto file = readInput(session.operand(0), session.out().streams().in);
    if (!file) {
        session.fail(file.error());
        return;
    }
    const auto document =
        domain::looksLikeCalendar(*file) ? fromCalendar(session, *file) : parseJson(session.operand(0), *file);
    if (!document) {
        session.fail(document.error());
        return;
    }
    ApiRequest request;
    request.method = "POST";
    request.path = "/api/maintenance";
    request.body = document->toJson(QJsonDocument::Compact);
    session.send(request, [&session](const QJsonValue &answer) {
        if (answer.isArray() && session.asked().json) {
            session.out().json(answer.toArray());
        } else {
            for (const QJsonValue window : answer.isArray() ? answer.toArray() : QJsonArray{answer}) {
                print(session, window.toObject());
            }
        }
        session.finish();
    });
}

void editWindow(Session &session)
{
    const auto document = readJson(session.operand(1), session.out().streams().in);
    if (!document) {
        session.fail(document.error());
        return;
    }
    if (!document->isObject()) {
        session.fail(base::invalid({}, u"%1 must hold one JSON object"_s.arg(session.operand(1))));
        return;
    }
    ask(session, "PUT", windowPath(session.operand(0)), compact(document->object()));
}

void activateWindow(Session &session)
{
    ask(session, "POST", windowPath(session.operand(0), "/activate"));
}

void deactivateWindow(Session &session)
{
    ask(session, "POST", windowPath(session.operand(0), "/deactivate"));
}

void extendWindow(Session &session)
{
    const QString until = session.asked().option("until"_L1);
    const std::optional<base::Instant> read = base::parseIso(until);
    if (!read) {
        session.fail(base::invalid(u"until"_s, u"--until needs an ISO 8601 time such as 2026-10-22T15:30, not %1"_s.arg(
                                                   until.isEmpty() ? u"nothing"_s : until)));
        return;
    }
    ask(session, "POST", windowPath(session.operand(0), "/extend"), compact({{u"until"_s, base::isoUtc(*read)}}));
}

void deleteWindow(Session &session)
{
    const QString id = session.operand(0);
    ApiRequest request;
    request.method = "DELETE";
    request.path = windowPath(id);
    session.send(request, [&session, id](const QJsonValue &answer) {
        if (session.asked().json) {
            session.out().json(answer.toObject());
        } else {
            session.out().line(u"deleted "_s + id);
        }
        session.finish();
    });
}

void showWindowHistory(Session &session)
{
    showVersions(session, windowPath(session.operand(0), "/history"));
}

void restoreWindow(Session &session)
{
    const base::Result<qint64> version = versionOperand(session);
    if (!version) {
        session.fail(version.error());
        return;
    }
    ask(session, "POST", windowPath(session.operand(0), "/restore"), compact({{u"version"_s, *version}}));
}

QList<CommandSpec> listRows()
{
    return {
        {u"windows"_s,
         Right::View,
         {},
         0,
         0,
         u"The maintenance windows, by name: which are open, and when they are next."_s,
         {},
         listWindows},
        {u"window create"_s,
         Right::Edit,
         u"FILE|-"_s,
         1,
         1,
         u"Makes a maintenance window from a JSON object, or several from an array or from an iCalendar file."_s,
         {},
         createWindows},
        {u"window edit"_s,
         Right::Edit,
         u"ID FILE|-"_s,
         2,
         2,
         u"Replaces the fields that the JSON object gives. With a version that is not the current one it changes "
         u"nothing and ends with 5."_s,
         {},
         editWindow},
    };
}

QList<CommandSpec> handRows()
{
    return {
        {u"window activate"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Opens a window now, for as long as it is long."_s,
         {},
         activateWindow},
        {u"window deactivate"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Closes an open window until it begins again."_s,
         {},
         deactivateWindow},
        {u"window extend"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Lets an open window end at another time."_s,
         {OptionSpec{u"until"_s,
                     OptionSpec::Kind::Text,
                     u"TIME"_s,
                     u"an ISO 8601 time such as 2026-10-22T15:30; without an offset it is local"_s,
                     {}}},
         extendWindow},
        {u"window delete"_s,
         Right::Edit,
         u"ID"_s,
         1,
         1,
         u"Removes a window; what it holds has its turn."_s,
         {},
         deleteWindow},
    };
}

QList<CommandSpec> versionRows()
{
    return {
        {u"window history"_s,
         Right::View,
         u"ID"_s,
         1,
         1,
         u"The versions of a maintenance window, newest first, and which fields each changed. Opening and closing it "
         u"by "
         u"hand are versions, too."_s,
         {diffOption()},
         showWindowHistory},
        {u"window restore"_s,
         Right::Edit,
         u"ID VERSION"_s,
         2,
         2,
         u"Makes a version of a maintenance window the newest one; a window that was deleted is there again."_s,
         {},
         restoreWindow},
    };
}

} // namespace

QList<CommandSpec> windowRows()
{
    return listRows() + handRows() + versionRows();
}

} // namespace cli
