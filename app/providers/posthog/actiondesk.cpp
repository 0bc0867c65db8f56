// SPDX-License-Identifier: Apache-2.0
#include "app/providers/posthog/actiondesk.h"

#include "app/providers/posthog/artifacts.h"
#include "app/providers/posthog/cancelling.h"
#include "app/providers/posthog/entries.h"
#include "app/providers/posthog/storedlog.h"
#include "app/providers/posthog/taskdeeds.h"
#include "app/sync/fields.h"

using namespace Qt::StringLiterals;

namespace providers::posthog {

namespace {

/// Of a field `run`; Invalid where it is none.
base::Result<RunPlace> runIn(const QJsonObject &given)
{
    const base::Result<RunPlace> place = placeOf(given.value("run"_L1).toString());
    return place ? place : base::invalid(u"run"_s, place.error().detail);
}

/// The path of a deed, and what of the fields is left for the request.
base::Result<QStringList> pathOf(const QString &pattern, QJsonObject &given)
{
    QStringList path;
    for (const QString &part : pattern.split(u'/', Qt::SkipEmptyParts)) {
        if (part == "{run}"_L1) {
            TRY(const RunPlace place, runIn(given));
            path += Service::runPath(place);
            given.remove("run"_L1);
        } else {
            const bool isField = part.startsWith(u'{');
            path.append(isField ? given.take(part.mid(1, part.size() - 2)).toString() : part);
        }
    }
    return path;
}

/// What was chosen between yes and no is told as such.
QJsonObject bodyOf(const Deed &deed, QJsonObject given)
{
    for (const domain::FieldSpec &spec : deed.action.fields) {
        if (spec.choices == yesOrNo() && given.contains(spec.name)) {
            given.insert(spec.name, given.value(spec.name).toString() == "true"_L1);
        }
    }
    return given;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// What came. Of any form nothing at all is one, and null.
base::Result<QJsonValue> valueOf(const rest::Reply &reply, Form form)
{
    if (form == Form::Any && reply.body.isEmpty()) {
        return QJsonValue();
    }
    TRY(const QJsonDocument document, rest::documentOf(reply));
    if (document.isArray() && form == Form::Any) {
        return QJsonValue(document.array());
    }
    TRY(const QJsonObject object, rest::objectOf(reply));
    return QJsonValue(object);
}

QJsonValue countOf(const rest::Reply &reply, const QByteArray &header)
{
    const QByteArray value = reply.header(header);
    return value.isEmpty() ? QJsonValue() : QJsonValue(value.toLongLong());
}

} // namespace

rest::Future<QJsonValue> ActionDesk::act(const QString &action, const QJsonObject &fields)
{
    static const QHash<QString, Method> methods{{u"create-task"_s, &ActionDesk::createTask},
                                                {u"cancel-run"_s, &ActionDesk::cancelRun},
                                                {u"append-log"_s, &ActionDesk::appendLog},
                                                {u"logs"_s, &ActionDesk::logs},
                                                {u"session-logs"_s, &ActionDesk::sessionLogs},
                                                {u"upload-artifact"_s, &ActionDesk::uploadArtifact},
                                                {u"download-artifact"_s, &ActionDesk::downloadArtifact},
                                                {u"command"_s, &ActionDesk::command},
                                                {u"answer-permission"_s, &ActionDesk::answerPermission}};
    const Deed *const deed = deedNamed(action);
    if (!deed) {
        return rest::settled<QJsonValue>(
            base::Error{.code = base::ErrorCode::Unsupported, .detail = u"there is no action named %1"_s.arg(action)});
    }
    const base::Result<QJsonObject> given = syncing::givenFields(deed->action.fields, fields);
    if (!given) {
        return rest::settled<QJsonValue>(given.error());
    }
    const Method method = methods.value(action, nullptr);
    const Outcome outcome = method ? (this->*method)(*given) : plain(*deed, *given);
    return outcome ? *outcome : rest::settled<QJsonValue>(outcome.error());
}

rest::Future<QJsonValue> ActionDesk::told(const rest::Future<QJsonObject> &answer)
{
    return rest::then<QJsonValue>(&m_service.client(), answer, [](const QJsonObject &object) {
        return base::Result<QJsonValue>(QJsonValue(object));
    });
}

ActionDesk::Outcome ActionDesk::plain(const Deed &deed, const QJsonObject &given)
{
    QJsonObject left = given;
    TRY(const QStringList path, pathOf(deed.path, left));
    const bool isRead = deed.method == "GET" || deed.method == "DELETE";
    rest::Call call = isRead ? m_service.call(deed.method, path, deed.root)
                             : m_service.send(deed.method, path, bodyOf(deed, left), deed.root);
    for (auto it = left.constBegin(); isRead && it != left.constEnd(); ++it) {
        call.ask(it.key(), textOf(it.value()));
    }
    call.repeat = deed.mayRepeat ? rest::Repeat::Safe : call.repeat;
    return rest::then<QJsonValue>(&m_service.client(), m_service.ask(call),
                                  [form = deed.answer](const rest::Reply &reply) { return valueOf(reply, form); });
}

/// Fields that servers pass over are named.
ActionDesk::Outcome ActionDesk::createTask(const QJsonObject &given)
{
    QJsonObject body = given;
    if (!body.contains("origin_product"_L1)) {
        body.insert("origin_product"_L1, u"user_created"_s);
    }
    const bool hasAssignee = given.contains("assignee"_L1);
    return rest::then<QJsonValue>(&m_service.client(), m_service.object(m_service.send("POST", {}, body)),
                                  [hasAssignee](QJsonObject task) {
                                      if (hasAssignee && !task.contains("assignee"_L1)) {
                                          task.insert("not_kept"_L1, QJsonArray{u"assignee"_s});
                                      }
                                      return base::Result<QJsonValue>(QJsonValue(task));
                                  });
}

ActionDesk::Outcome ActionDesk::cancelRun(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    const auto cancelled = posthog::cancelRun(m_service, place);
    return told(
        rest::chain<QJsonObject>(&m_service.client(), cancelled, [this, place] { return m_service.run(place); }));
}

ActionDesk::Outcome ActionDesk::appendLog(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    const QJsonValue entries = given.value("entries"_L1);
    const QString message = given.value("message"_L1).toString();
    if (entries.isUndefined() == message.isEmpty()) {
        return base::invalid(u"message"_s, u"either message or entries is wanted"_s);
    }
    if (!entries.isUndefined()) {
        return told(m_log.append(place, entries.toArray()));
    }
    const QString at = base::isoUtc(m_service.clock().now());
    return told(
        m_log.append(place, {consoleEntry(place.run, given.value("level"_L1).toString(u"info"_s), message, at)}));
}

ActionDesk::Outcome ActionDesk::logs(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    const bool isStorage = given.value("source"_L1).toString() == "storage"_L1;
    return rest::then<QJsonValue>(
        &m_service.client(), isStorage ? logInStorage(m_service, place) : wholeLog(m_service, place),
        [](const QByteArray &lines) { return base::Result<QJsonValue>(QJsonValue(QString::fromUtf8(lines))); });
}

/// How many there are stands in the headers, by other names on other servers.
ActionDesk::Outcome ActionDesk::sessionLogs(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    rest::Call call = m_service.call("GET", Service::runPath(place, {u"session_logs"_s}));
    for (const QString &name : given.keys()) {
        if (name != "run"_L1) {
            call.ask(name, textOf(given.value(name)));
        }
    }
    return rest::then<QJsonValue>(
        &m_service.client(), m_service.ask(call), [](const rest::Reply &reply) -> base::Result<QJsonValue> {
            TRY(const QJsonArray entries, rest::arrayOf(reply));
            const QByteArray more = reply.header("X-Has-More").toLower();
            return QJsonValue(QJsonObject{{u"entries"_s, entries},
                                          {u"total"_s, countOf(reply, "X-Total-Count")},
                                          {u"filtered"_s, countOf(reply, "X-Filtered-Count")},
                                          {u"matching"_s, countOf(reply, "X-Matching-Count")},
                                          {u"has_more"_s, more.isEmpty() ? QJsonValue() : QJsonValue(more == "true")}});
        });
}

ActionDesk::Outcome ActionDesk::uploadArtifact(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    const auto uploaded = rest::chain<QJsonObject>(
        &m_service.client(), withFile(m_service, place, given), [this, place](const QJsonObject &whole) {
            const base::Result<QJsonObject> file = artifactOf(whole);
            return file ? posthog::uploadArtifact(m_service, place, *file) : rest::settled<QJsonObject>(file.error());
        });
    const rest::Promise<QJsonObject> promise;
    base::onAnswer(&m_service.client(), uploaded, [promise, given](const base::Result<QJsonObject> &answer) {
        base::Result<QJsonObject> named = answer;
        if (!answer && answer.error().field == "content"_L1 && given.contains("path"_L1)) {
            base::Error error = answer.error();
            error.field = u"path"_s; // where it came from
            named = error;
        }
        promise.give(named);
    });
    return told(promise.future());
}

ActionDesk::Outcome ActionDesk::downloadArtifact(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    return told(posthog::downloadArtifact(m_service, place, given));
}

ActionDesk::Outcome ActionDesk::command(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    return posthog::command(m_service, place, given.value("method"_L1).toString(), given.value("params"_L1).toObject());
}

ActionDesk::Outcome ActionDesk::answerPermission(const QJsonObject &given)
{
    TRY(const RunPlace place, runIn(given));
    QJsonObject more;
    if (given.contains("custom_input"_L1)) {
        more.insert("customInput"_L1, given.value("custom_input"_L1));
    }
    if (given.contains("answers"_L1)) {
        more.insert("answers"_L1, given.value("answers"_L1));
    }
    return m_permissions.answer({place, given.value("request"_L1).toString()}, given.value("option"_L1).toString(),
                                more);
}

} // namespace providers::posthog
