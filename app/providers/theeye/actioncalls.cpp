// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/actioncalls.h"

#include "app/providers/theeye/redacting.h"
#include "app/sync/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

/// What goes by another name there.
QString theirKey(const QString &name)
{
    static const QHash<QString, QString> keys{{u"run_date"_s, u"runDate"_s}, {u"repeat_every"_s, u"repeatEvery"_s}};
    return keys.value(name, name);
}

/// A date that is no text is never answered there; cron of another length is refused.
base::Status checkSchedule(const QJsonObject &body)
{
    const QString date = body.value("runDate"_L1).toString();
    const QString cron = body.value("repeatEvery"_L1).toString();
    if (date.isEmpty() && cron.isEmpty()) {
        return base::invalid(u"run_date"_s, u"a first time, or cron, is needed"_s);
    }
    if (!date.isEmpty() && !base::parseIso(date)) {
        return base::invalid(u"run_date"_s, u"a time such as 2026-11-01T12:00:00Z is wanted"_s);
    }
    if (!cron.isEmpty() && cron.simplified().count(u' ') != 4) {
        return base::invalid(u"repeat_every"_s, u"TheEye's cron has exactly five fields"_s);
    }
    return {};
}

/// What a recipe has beside the task, and the bot it is for.
QJsonObject importBody(const QJsonObject &body, const QString &bot)
{
    const QJsonObject recipe = body.value("recipe"_L1).toObject();
    QJsonObject sent = recipe.value("task"_L1).isObject() ? recipe : QJsonObject{{u"task"_s, recipe}};
    const QString hostname = body.value("hostname"_L1).toString(sent.value("hostname"_L1).toString());
    if (!hostname.isEmpty() || !bot.isEmpty()) {
        sent.insert("hostname"_L1, hostname.isEmpty() ? bot : hostname);
    }
    return sent;
}

bool isNumbered(const QJsonValue &list)
{
    return list.isUndefined() || list.isArray();
}

/// The key of a whole workflow is used elsewhere than that of a task; as documented, both ways are one.
void useKey(const Settings &settings, rest::Call &call, QJsonObject &body)
{
    const Target target = targetOf(call.path.at(2));
    const QString key = call.path.at(4);
    if (settings.dialect == Dialect::Documented) {
        call.path = {u"job"_s, u"secret"_s, key};
        body.insert("customer"_L1, settings.organisation);
        body.insert("task"_L1, target.id);
    } else if (target.isWorkflow) {
        call.path = {u"workflows"_s, target.id, u"secret"_s, key, u"job"_s};
    }
}

/// What one action is besides its row.
base::Status adapt(const QString &action, const Settings &settings, rest::Call &call, QJsonObject &body)
{
    const bool isDocumented = settings.dialect == Dialect::Documented;
    if (!isNumbered(body.value("task_arguments"_L1))) {
        return base::invalid(u"task_arguments"_s, u"task_arguments must be a list"_s);
    }
    if (action == "recipe"_L1 && isDocumented) {
        call.path.back() = u"recipe"_s;
    } else if (action == "recipe"_L1) {
        call.ask(u"mode"_s, body.value("mode"_L1).toString(u"deep"_s));
    } else if (action == "import-recipe"_L1) {
        if (!body.value("recipe"_L1).isObject()) {
            return base::invalid(u"recipe"_s, u"recipe must be a JSON object"_s);
        }
        body = importBody(body, settings.bot);
        call.method = isDocumented ? "GET" : "POST";
    } else if (action == "schedule"_L1) {
        return checkSchedule(body);
    } else if (action == "run-with-key"_L1) {
        useKey(settings, call, body);
    } else if (action == "workflow-jobs"_L1) {
        call.path[1] = targetOf(call.path.at(1)).id;
    } else if (action == "fire-webhook"_L1 && body.contains("key"_L1)) {
        call.path += {u"secret"_s, body.take("key"_L1).toString()};
        call.identity = rest::Identity::None;
    }
    return {};
}

/// Fields that stand in the path go there; the others are left in `body`.
base::Status place(const Row &row, const QJsonObject &fields, rest::Call &call, QJsonObject &body)
{
    TRY(const QJsonObject given, syncing::givenFields(row.action.fields, fields));
    for (auto field = given.constBegin(); field != given.constEnd(); ++field) {
        const qsizetype at = call.path.indexOf(u"{%1}"_s.arg(field.key()));
        if (at >= 0) {
            call.path[at] = field->toString();
        } else {
            body.insert(theirKey(field.key()), *field);
        }
    }
    return {};
}

base::Error wrongForm(const rest::Reply &reply, const QString &wanted)
{
    return {.code = base::ErrorCode::Corrupt,
            .detail = u"%1 answered %2 with something else than %3"_s.arg(reply.url.host(), reply.url.path(), wanted)};
}

} // namespace

base::Result<Wanted> wantedBy(const QString &action, const QJsonObject &fields, const Settings &settings)
{
    const auto row =
        std::find_if(rows().begin(), rows().end(), [&action](const Row &one) { return one.action.name == action; });
    if (row == rows().end()) {
        return base::Error{.code = base::ErrorCode::Unsupported, .detail = u"TheEye has no action %1"_s.arg(action)};
    }
    rest::Call call = rest::plainCall(row->path.split(u'/'), row->method);
    call.path.replaceInStrings(u"{c}"_s, settings.organisation);
    call.identity = row->who == Who::Key ? rest::Identity::None : rest::Identity::Ours;
    QJsonObject body;
    CHECK(place(*row, fields, call, body));
    CHECK(adapt(action, settings, call, body));
    const bool isSent = row->method == "POST" || (row->method == "PUT" && !body.isEmpty());
    if (isSent) {
        call.headers = {{"Content-Type", "application/json"}};
        call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    if (row->action.changes && row->method != "DELETE") {
        call.repeat = rest::Repeat::Never; // a second restart is another run
    }
    return Wanted{&*row, call};
}

base::Result<QJsonValue> shown(const Row &row, const rest::Reply &reply)
{
    // Within brackets a bare text is a document, too.
    const QJsonArray answer = QJsonDocument::fromJson('[' + reply.body + ']').array();
    const QJsonValue value = answer.size() == 1 ? answer.first() : QJsonValue(QJsonValue::Undefined);
    switch (row.answers) {
    case Answers::Nothing:
        return QJsonValue(QJsonObject{{u"done"_s, true}});
    case Answers::Text:
        return value.isString() ? base::Result<QJsonValue>(value) : wrongForm(reply, u"one word"_s);
    case Answers::List:
        return value.isArray() ? base::Result<QJsonValue>(redacted(value)) : wrongForm(reply, u"a list"_s);
    case Answers::Object:
        break;
    }
    if (!value.isObject()) {
        return wrongForm(reply, u"an object"_s);
    }
    if (row.action.name == "recipe"_L1) {
        QJsonObject recipe = value.toObject(); // which is nothing without its variables
        recipe.remove("secret"_L1);
        return QJsonValue(recipe);
    }
    static const QStringList open{u"secret-key"_s, u"webhook"_s, u"create-webhook"_s};
    return open.contains(row.action.name) ? value : redacted(value);
}

} // namespace providers::theeye
