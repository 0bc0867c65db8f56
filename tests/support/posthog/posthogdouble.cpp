// SPDX-License-Identifier: Apache-2.0
#include "tests/support/posthog/posthogdouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told notFound()
{
    return posthogError(404, u"invalid_request"_s, u"not_found"_s, u"Not found."_s);
}

Told wrong(const QString &attr, const QString &detail)
{
    return posthogError(400, u"validation_error"_s, u"invalid_input"_s, detail, attr);
}

} // namespace

Told posthogError(int status, const QString &type, const QString &code, const QString &detail, const QString &attr)
{
    return told({{u"type"_s, type},
                 {u"code"_s, code},
                 {u"detail"_s, detail},
                 {u"attr"_s, attr.isEmpty() ? QJsonValue() : QJsonValue(attr)}},
                status);
}

PosthogDouble::PosthogDouble(PosthogAge age) : m_age(age)
{
    serveTasks();
    serveTaskChanges();
    serveRuns();
    serveRunChanges();
    serveLogs();
    serveStream();
    serveArtifacts();
    serveCommands();
    if (isLater()) {
        serveLaterOnes();
        serveUploads();
        serveAutomations();
    }
}

void PosthogDouble::serve(const QByteArray &method, const QByteArray &path, const QString &scope,
                          const Handler &handler)
{
    server.route(method, at(path), guarded(scope, handler));
}

PosthogDouble::Handler PosthogDouble::guarded(const QString &scope, const Handler &handler) const
{
    return [this, scope, handler](const Asked &asked) {
        if (asked.headers.value("authorization") != QByteArray("Bearer ") + token) {
            return posthogError(401, u"authentication_error"_s, u"authentication_failed"_s,
                                u"Invalid personal API key."_s);
        }
        if (!scopes.contains(scope)) {
            return posthogError(403, u"authentication_error"_s, u"permission_denied"_s,
                                u"API key missing required scope '%1'"_s.arg(scope));
        }
        return hasFlag ? handler(asked)
                       : posthogError(403, u"authentication_error"_s, u"permission_denied"_s,
                                      u"You do not have permission to perform this action."_s);
    };
}

QString PosthogDouble::time()
{
    return u"2026-03-02T10:%1:00.123456Z"_s.arg(++m_made, 2, 10, QChar(u'0'));
}

qsizetype PosthogDouble::indexOf(const QString &task) const
{
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        if (tasks.at(i).value("id"_L1).toString() == task && !tasks.at(i).contains("deleted"_L1)) {
            return i;
        }
    }
    return -1;
}

QJsonObject PosthogDouble::addTask(const QString &id, const QString &title)
{
    const QString at = time();
    QJsonObject task{{u"id"_s, id},
                     {u"task_number"_s, m_made},
                     {u"slug"_s, u"OPS-%1"_s.arg(m_made)},
                     {u"title"_s, title},
                     {u"description"_s, u"What is to be done"_s},
                     {u"origin_product"_s, u"user_created"_s},
                     {u"repository"_s, u"acme/infra"_s},
                     {u"github_integration"_s, 41},
                     {u"json_schema"_s, QJsonValue()},
                     {u"created_at"_s, at},
                     {u"updated_at"_s, at},
                     {u"created_by"_s, QJsonObject{{u"id"_s, 7}, {u"email"_s, u"a@example.org"_s}}}};
    if (isLater()) {
        task.insert("runtime"_L1, u"acp"_s);
        task.insert("internal"_L1, false);
        task.insert("archived"_L1, false);
    }
    tasks.prepend(task);
    return task;
}

QJsonObject PosthogDouble::newRun(const QString &id, const QString &task, const QString &status) const
{
    const bool isOver = status == "completed"_L1 || status == "failed"_L1 || status == "cancelled"_L1;
    QJsonObject run{
        {u"id"_s, id},
        {u"task"_s, task},
        {u"stage"_s, u"build"_s},
        {u"branch"_s, u"ops/rotate-12"_s},
        {u"status"_s, status},
        {u"environment"_s, u"cloud"_s},
        {u"log_url"_s, hasStorage ? QJsonValue(storage.url().toString() + u"/logs/"_s + id + u"?X-Amz-Signature=good"_s)
                                  : QJsonValue()},
        {u"error_message"_s, status == "failed"_L1 ? QJsonValue(u"it broke"_s) : QJsonValue()},
        {u"output"_s, isOver ? QJsonValue(QJsonObject{{u"pr_url"_s, u"https://example.org/pr/9"_s}}) : QJsonValue()},
        {u"state"_s, QJsonObject{{u"mode"_s, u"background"_s}}},
        {u"artifacts"_s, QJsonArray()},
        {u"completed_at"_s, isOver ? QJsonValue(u"2026-03-02T11:00:00Z"_s) : QJsonValue()}};
    if (isLater()) {
        run.insert("runtime_adapter"_L1, u"claude"_s);
    }
    return run;
}

QJsonObject PosthogDouble::addRun(const QString &task, const QString &id, const QString &status)
{
    QJsonObject run = newRun(id, task, status);
    run.insert("created_at"_L1, time());
    run.insert("updated_at"_L1, run.value("created_at"_L1));
    runs[task].prepend(run);
    return run;
}

void PosthogDouble::setRun(const QString &task, const QString &id, const QJsonObject &fields)
{
    QJsonArray &all = runs[task];
    for (qsizetype i = 0; i < all.size(); ++i) {
        QJsonObject run = all.at(i).toObject();
        if (run.value("id"_L1).toString() == id) {
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
                run.insert(it.key(), it.value());
            }
            all.replace(i, run);
        }
    }
}

QJsonObject PosthogDouble::runOf(const QString &task, const QString &id) const
{
    for (const QJsonValue run : runs.value(task)) {
        if (run["id"_L1].toString() == id) {
            return run.toObject();
        }
    }
    return {};
}

QJsonObject PosthogDouble::shown(const QJsonObject &task) const
{
    QJsonObject shown = task;
    if (tellsLatestRun) {
        const QJsonArray all = runs.value(task.value("id"_L1).toString());
        shown.insert("latest_run"_L1, all.isEmpty() ? QJsonValue() : all.first());
    }
    return shown;
}

bool PosthogDouble::fits(const Asked &asked, const QJsonObject &task) const
{
    const auto is = [&](const QString &name, const QString &value) {
        const QString wanted = asked.value(name);
        return wanted.isEmpty() || wanted == value;
    };
    const QString repository = task.value("repository"_L1).toString();
    const QJsonArray all = runs.value(task.value("id"_L1).toString());
    const bool stageFits = asked.value(u"stage"_s).isEmpty() || std::any_of(all.begin(), all.end(), [&](auto run) {
                               return run["stage"_L1].toString() == asked.value(u"stage"_s);
                           });
    const QString wanted = asked.value(u"repository"_s);
    const bool repositoryFits = wanted.isEmpty() || wanted == repository || repository.endsWith(u'/' + wanted);
    const bool statusFits =
        !isLater() || is(u"status"_s, all.isEmpty() ? QString() : all.first()["status"_L1].toString());
    return !task.contains("deleted"_L1) && stageFits && repositoryFits && statusFits &&
           is(u"origin_product"_s, task.value("origin_product"_L1).toString()) &&
           is(u"organization"_s, repository.section(u'/', 0, 0)) &&
           is(u"created_by"_s, QString::number(task.value("created_by"_L1)["id"_L1].toInt()));
}

/// Its links are those of a proxy: the wrong scheme and another host.
Told PosthogDouble::part(const Asked &asked, const QList<QJsonObject> &all) const
{
    const qsizetype offset = asked.value(u"offset"_s).toInt();
    const int wanted = asked.value(u"limit"_s).toInt();
    const qsizetype limit = std::min(wanted > 0 ? wanted : shortestDefault, 100);
    QJsonArray items;
    for (const QJsonObject &item : all.mid(offset, limit)) {
        items.append(item);
    }
    const bool goesOn = offset + limit < all.size();
    const QString next = u"http://inside:8000%1?limit=%2&offset=%3"_s.arg(QString::fromLatin1(asked.path))
                             .arg(limit)
                             .arg(offset + limit);
    return told({{u"count"_s, all.size()},
                 {u"next"_s, goesOn ? QJsonValue(next) : QJsonValue()},
                 {u"previous"_s, QJsonValue()},
                 {u"results"_s, items}});
}

void PosthogDouble::serveTasks()
{
    serve("GET", "", u"task:read"_s, [this](const Asked &asked) {
        QList<QJsonObject> found;
        for (const QJsonObject &task : tasks) {
            if (fits(asked, task)) {
                found.append(shown(task));
            }
        }
        return part(asked, found);
    });
    serve("GET", "{}/", u"task:read"_s, [this](const Asked &asked) {
        const qsizetype index = indexOf(asked.parts.first());
        return index < 0 ? notFound() : told(shown(tasks.at(index)));
    });
    serve("PUT", "{}/", u"task:write"_s, [](const Asked &) {
        return posthogError(405, u"invalid_request"_s, u"method_not_allowed"_s, u"Method \"PUT\" not allowed."_s);
    });
}

/// Fields that it does not have it passes over, `assignee` among them.
Told PosthogDouble::changed(const QString &id, const QJsonObject &body)
{
    static const QStringList reserved{u"signal_report"_s, u"loop"_s, u"workflow"_s};
    const QString repository = body.value("repository"_L1).toString();
    if (!body.value("repository"_L1).isNull() && body.contains("repository"_L1) && repository.split(u'/').size() != 2) {
        return wrong(u"repository"_s, u"Repository must be in the format organization/repository"_s);
    }
    if (isLater() && reserved.contains(body.value("origin_product"_L1).toString())) {
        return wrong(u"origin_product"_s, u"This origin is reserved"_s);
    }
    if (body.value("title"_L1).toString().size() > 255) {
        return wrong(u"title"_s, u"Ensure this field has no more than 255 characters."_s);
    }
    QJsonObject &task = tasks[indexOf(id)];
    for (const QString &name : {u"title"_s, u"description"_s, u"origin_product"_s, u"repository"_s,
                                u"github_integration"_s, u"json_schema"_s}) {
        if (body.contains(name)) {
            task.insert(name, body.value(name));
        }
    }
    if (!repository.isEmpty()) {
        task.insert("repository"_L1, repository.toLower());
    }
    if (task.value("title"_L1).toString().isEmpty()) {
        task.insert("title"_L1, task.value("description"_L1).toString().left(20));
    }
    task.insert("updated_at"_L1, time());
    return told(shown(task));
}

void PosthogDouble::serveTaskChanges()
{
    serve("POST", "", u"task:write"_s, [this](const Asked &asked) {
        const QString id = u"made-%1"_s.arg(m_made);
        QJsonObject bare = addTask(id, {});
        for (const QString &name : {u"description"_s, u"repository"_s}) {
            bare.insert(name, name == "description"_L1 ? QJsonValue(QString()) : QJsonValue());
        }
        tasks.first() = bare;
        Told made = changed(id, asked.json());
        if (made.status != 200) {
            tasks.removeFirst();
            return made;
        }
        if (asked.json().contains("github_integration"_L1) || isLater()) {
            tasks.first().insert("github_integration"_L1, asked.json().value("github_integration"_L1));
            made = told(shown(tasks.first())); // early ones fill in the first of the team
        }
        made.status = 201;
        return made;
    });
    serve("PATCH", "{}/", u"task:write"_s, [this](const Asked &asked) {
        return indexOf(asked.parts.first()) < 0 ? notFound() : changed(asked.parts.first(), asked.json());
    });
    serve("DELETE", "{}/", u"task:write"_s, [this](const Asked &asked) {
        const qsizetype index = indexOf(asked.parts.first());
        if (index < 0) {
            return notFound();
        }
        tasks[index].insert("deleted"_L1, true);
        return Told{.status = 204, .body = {}, .type = {}};
    });
    serve("POST", "{}/run/", u"task:write"_s, [this](const Asked &asked) {
        const qsizetype index = indexOf(asked.parts.first());
        if (index < 0) {
            return notFound();
        }
        if (usageIsUp) {
            return told({{u"type"_s, u"rate_limited"_s},
                         {u"code"_s, u"usage_limit_exceeded"_s},
                         {u"error"_s, u"You have reached your usage limit"_s},
                         {u"is_pro"_s, false},
                         {u"limit_type"_s, u"burst"_s},
                         {u"reset_at"_s, u"2026-05-01T00:00:00Z"_s}},
                        429);
        }
        const QJsonObject run = addRun(asked.parts.first(), u"run-%1"_s.arg(m_made), u"queued"_s);
        setRun(asked.parts.first(), run.value("id"_L1).toString(), {{u"state"_s, asked.json()}});
        return told(shown(tasks.at(index)));
    });
}

} // namespace test
