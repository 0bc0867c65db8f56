// SPDX-License-Identifier: Apache-2.0
#include "tests/support/theeye/theeyedouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

Told bare(const QByteArray &text, int status)
{
    return {.status = status, .body = '"' + text + '"'};
}

Told absent(const QString &what)
{
    return told({{u"statusCode"_s, 404}, {u"message"_s, what + u" not found"_s}}, 404);
}

QJsonObject without(QJsonObject object, const QStringList &names)
{
    for (const QString &name : names) {
        object.remove(name);
    }
    return object;
}

/// What a check finds, as it says it.
QJsonArray faultsOf(const QJsonObject &body)
{
    QStringList needed{u"name"_s, u"type"_s};
    const QString type = body.value("type"_L1).toString();
    if (type == "script"_L1 || type == "nodejs"_L1) {
        needed += {u"script"_s, u"script_runas"_s};
    }
    if (type == "script"_L1 || type == "scraper"_L1) {
        needed += u"host"_s;
    }
    if (type == "approval"_L1) {
        needed += u"approvers"_s;
    }
    if (type == "notification"_L1) {
        needed += u"subject"_s;
    }
    QJsonArray faults;
    for (const QString &field : needed) {
        const QJsonValue value = body.value(field);
        if (value.isUndefined() || value.isNull() || value == QJsonValue(u""_s)) {
            faults.append(QJsonObject{
                {u"name"_s, u"ExtendedError"_s}, {u"statusCode"_s, 400}, {u"field"_s, field}, {u"code"_s, u"EREQ"_s}});
        }
    }
    return faults;
}

/// As the server fills up what a replacement left out.
QJsonObject withDefaults(QJsonObject task)
{
    static const QJsonObject defaults{{u"description"_s, u""_s},
                                      {u"order"_s, 0},
                                      {u"enable"_s, true},
                                      {u"public"_s, false},
                                      {u"tags"_s, QJsonArray()},
                                      {u"triggers"_s, QJsonArray()},
                                      {u"grace_time"_s, 0},
                                      {u"timeout"_s, QJsonValue()},
                                      {u"task_arguments"_s, QJsonArray()},
                                      {u"arguments_type"_s, u"legacy"_s},
                                      {u"multitasking"_s, true},
                                      {u"env"_s, QJsonObject()},
                                      {u"acl"_s, QJsonArray()},
                                      {u"cancellable"_s, true},
                                      {u"autoremove_completed_jobs_limit"_s, 5}};
    for (auto it = defaults.begin(); it != defaults.end(); ++it) {
        if (!task.contains(it.key())) {
            task.insert(it.key(), *it);
        }
    }
    return task;
}

QString typeWord(const QString &type)
{
    return type == "nodejs"_L1 ? u"NodejsTask"_s : type.left(1).toUpper() + type.sliced(1) + u"Task"_s;
}

} // namespace

TheEyeDouble::TheEyeDouble()
{
    serveTasks();
    serveTaskChanges();
    serveJobs();
    serveJobChanges();
    serveDecisions();
    serveStarts();
    serveKeys();
    serveSchedules();
    serveWorkflows();
    serveWebhooks();
    serveRecipes(); // later ones win, and `import` is no id
    serveGateway();
    serveResults();
}

QUrl TheEyeDouble::gatewayUrl() const
{
    QUrl url = server.url();
    url.setPath(u"/gw"_s);
    return url;
}

void TheEyeDouble::serve(const QByteArray &method, const QByteArray &path, const Handler &handler)
{
    server.route(method, path, guarded(handler));
}

TheEyeDouble::Handler TheEyeDouble::guarded(const Handler &handler) const
{
    return [this, handler](const Asked &asked) {
        const QByteArray given = asked.headers.value("authorization");
        if (given.isEmpty()) {
            return bare("Unauthorized", 401);
        }
        const bool isKnown = given == QByteArray("Bearer ") + integrationToken ||
                             (!token.isEmpty() && given == "Bearer " + token.toUtf8());
        if (!isKnown) {
            return told({{u"message"_s, u"jwt expired"_s}, {u"name"_s, u"TokenExpiredError"_s}, {u"statusCode"_s, 401}},
                        401);
        }
        if (isOtherOrganisation || (organisation != "acme"_L1 && !asked.path.startsWith("/gw/"))) {
            return told({{u"message"_s, u"Incorrect Organizations. Session conflict"_s}}, 409);
        }
        return handler(asked);
    };
}

void TheEyeDouble::serveTasks()
{
    serve("GET", "/acme/task", [this](const Asked &asked) {
        QJsonArray list;
        for (const QJsonValue value : tasks) {
            const QJsonObject task = value.toObject();
            const bool isAssigned = !task.value("host_id"_L1).toString().isEmpty();
            const bool runsNothing = task.value("type"_L1) != "script"_L1;
            if (isAssigned || runsNothing || asked.value(u"unassigned"_s) == "true"_L1) {
                list.append(without(task, {u"secret"_s}));
            }
        }
        return toldList(list);
    });
    serve("GET", "/acme/task/{}", [this](const Asked &asked) {
        const QJsonObject task = without(tasks.value(asked.parts.first()).toObject(), {u"secret"_s});
        return task.isEmpty() ? absent(u"task"_s) : isDocumented ? toldList({task}) : told(task);
    });
    serve("GET", "/acme/task/{}/credentials", [this](const Asked &asked) {
        const QString id = asked.parts.first();
        const QJsonValue key = tasks.value(id)["secret"_L1];
        return rank == "user"_L1   ? bare("forbidden", 403)
               : key.isUndefined() ? absent(u"task"_s)
                                   : told({{u"id"_s, id}, {u"secret"_s, key}});
    });
}

Told TheEyeDouble::keepTask(const QString &id, QJsonObject body, const QJsonObject &before)
{
    const QJsonArray faults = faultsOf(body);
    if (!faults.isEmpty()) {
        return toldList(faults, 400);
    }
    if (!before.isEmpty() && body.value("type"_L1) != before.value("type"_L1)) {
        return toldList({QJsonObject{{u"name"_s, u"ExtendedError"_s},
                                     {u"statusCode"_s, 400},
                                     {u"field"_s, u"type"_s},
                                     {u"code"_s, u"EVALID"_s},
                                     {u"value"_s, body.value("type"_L1)}}},
                        400);
    }
    const QString type = body.value("type"_L1).toString();
    const bool isScripted = type == "script"_L1 || type == "nodejs"_L1;
    const QString runAs = body.value("script_runas"_L1).toString();
    if (isScripted && !runAs.contains("%script%"_L1)) {
        body.insert("script_runas"_L1, runAs + u" %script%"_s);
    }
    body.insert("id"_L1, id);
    body.insert("_type"_L1, typeWord(type));
    body.insert("last_update"_L1, u"2025-02-01T12:00:00.000Z"_s);
    body.insert("secret"_L1, before.value("secret"_L1).toString(QString(64, u'a')));
    tasks.insert(id, withDefaults(body));
    return told(without(tasks.value(id).toObject(), {u"secret"_s}));
}

void TheEyeDouble::serveTaskChanges()
{
    serve("POST", "/acme/task",
          [this](const Asked &asked) { return keepTask(u"made-%1"_s.arg(++m_made), asked.json(), {}); });
    serve("PUT", "/acme/task/{}", [this](const Asked &asked) {
        const QJsonObject before = tasks.value(asked.parts.first()).toObject();
        return before.isEmpty() ? absent(u"task"_s) : keepTask(asked.parts.first(), asked.json(), before);
    });
    serve("DELETE", "/acme/task/{}", [this](const Asked &asked) {
        const bool there = tasks.contains(asked.parts.first());
        tasks.remove(asked.parts.first());
        return there ? told(QJsonObject()) : absent(u"task"_s);
    });
    serve("DELETE", "/acme/task/{}/job", [this](const Asked &asked) {
        QJsonArray left;
        for (const QJsonValue job : jobs) {
            const QString lifecycle = job["lifecycle"_L1].toString();
            const bool isOver = lifecycle == "finished"_L1 || lifecycle == "terminated"_L1;
            if (job["task_id"_L1].toString() != asked.parts.first() || !isOver) {
                left.append(job);
            }
        }
        const qsizetype removed = jobs.size() - left.size();
        jobs = left;
        return told({{u"deletedCount"_s, removed}});
    });
}

void TheEyeDouble::serveRecipes()
{
    const auto recipe = [this](const Asked &asked, bool deep) {
        QJsonObject task = without(tasks.value(asked.parts.first()).toObject(), {u"secret"_s, u"id"_s});
        if (task.isEmpty()) {
            return absent(u"task"_s);
        }
        if (deep) {
            task.insert("script"_L1,
                        QJsonObject{{u"filename"_s, u"rotate.sh"_s},
                                    {u"data"_s, u"data:text/plain;base64,"_s +
                                                    QString::fromLatin1(QByteArray("echo rotate\n").toBase64())}});
        }
        return told(task);
    };
    serve("GET", "/acme/task/{}/serialize",
          [recipe](const Asked &asked) { return recipe(asked, asked.value(u"mode"_s) == "deep"_L1); });
    serve("GET", "/acme/task/{}/recipe", [this, recipe](const Asked &asked) {
        return isDocumented
                   ? recipe(asked, true)
                   : told({{u"code"_s, u"ResourceNotFound"_s}, {u"message"_s, QString::fromLatin1(asked.path)}}, 404);
    });
    const auto import = [this](const Asked &asked) {
        QJsonObject task = asked.json().value("task"_L1).toObject();
        task.insert("host"_L1, u"host-of-"_s + asked.json().value("hostname"_L1).toString());
        task.insert("host_id"_L1, task.value("host"_L1));
        task.insert("script"_L1, u"file-%1"_s.arg(++m_made));
        task.insert("script_id"_L1, task.value("script"_L1));
        return keepTask(u"made-%1"_s.arg(++m_made), task, {});
    };
    serve("POST", "/acme/task/import", import);
    serve("GET", "/acme/task/import",
          [this, import](const Asked &asked) { return isDocumented ? import(asked) : absent(u"task"_s); });
}

void TheEyeDouble::serveSchedules()
{
    serve("GET", "/acme/task/{}/schedule", [this](const Asked &asked) {
        QJsonArray list;
        for (const QJsonValue schedule : schedules) {
            if (schedule["data"_L1]["task_id"_L1].toString() == asked.parts.first()) {
                list.append(schedule);
            }
        }
        return toldList(list);
    });
    serve("POST", "/acme/task/{}/schedule", [this](const Asked &asked) {
        const QJsonObject body = asked.json();
        if (!body.value("runDate"_L1).isUndefined() && !body.value("runDate"_L1).isString()) {
            return Told{.open = true}; // and nothing more, ever
        }
        const QString id = u"schedule-%1"_s.arg(++m_made);
        const QJsonObject schedule{
            {u"_id"_s, id},
            {u"name"_s, u"task"_s},
            {u"data"_s, QJsonObject{{u"task_id"_s, asked.parts.first()}, {u"origin"_s, u"scheduler"_s}}},
            {u"nextRunAt"_s, body.value("runDate"_L1)},
            {u"lastRunAt"_s, QJsonValue()},
            {u"repeatInterval"_s, body.value("repeatEvery"_L1)},
            {u"repeatTimezone"_s, body.value("timezone"_L1)},
            {u"disabled"_s, false}};
        schedules.insert(id, schedule);
        return told(schedule);
    });
    serve("DELETE", "/acme/scheduler/{}", [this](const Asked &asked) {
        const bool there = schedules.contains(asked.parts.first());
        schedules.remove(asked.parts.first());
        return told({{u"numRemoved"_s, there ? 1 : 0}});
    });
    const auto turn = [this](const Asked &asked, bool isStopped) {
        QJsonObject schedule = schedules.value(asked.parts.first()).toObject();
        schedule.insert("disabled"_L1, isStopped);
        schedules.insert(asked.parts.first(), schedule);
        return bare("ok", 200);
    };
    serve("PUT", "/scheduler/{}/stop", [turn](const Asked &asked) { return turn(asked, true); });
    serve("PUT", "/scheduler/{}/start", [turn](const Asked &asked) { return turn(asked, false); });
}

void TheEyeDouble::serveWebhooks()
{
    serve("GET", "/acme/webhook", [this](const Asked &) {
        QJsonArray list;
        for (const QJsonValue webhook : webhooks) {
            list.append(webhook);
        }
        return toldList(list);
    });
    const auto put = [this](const QString &id, const QJsonObject &body) {
        QJsonObject webhook = body;
        webhook.insert("id"_L1, id);
        webhook.insert("secret"_L1, webhooks.value(id)["secret"_L1].toString(QString(64, u'b')));
        webhooks.insert(id, webhook);
        return told(webhook);
    };
    serve("POST", "/acme/webhook",
          [this, put](const Asked &asked) { return put(u"hook-%1"_s.arg(++m_made), asked.json()); });
    serve("GET", "/acme/webhook/{}",
          [this](const Asked &asked) { return told(webhooks.value(asked.parts.first()).toObject()); });
    serve("PUT", "/acme/webhook/{}", [put](const Asked &asked) { return put(asked.parts.first(), asked.json()); });
    serve("DELETE", "/acme/webhook/{}", [this](const Asked &asked) {
        webhooks.remove(asked.parts.first());
        return told(QJsonObject());
    });
    const auto fired = [](const Asked &) { return told({{u"message"_s, u"success"_s}}); };
    serve("POST", "/acme/webhook/{}/trigger", fired);
    server.route("POST", "/acme/webhook/{}/trigger/secret/{}", [this, fired](const Asked &asked) {
        const bool isRight = webhooks.value(asked.parts.first())["secret"_L1].toString() == asked.parts.last();
        return isRight ? fired(asked) : bare("invalid secret", 403);
    });
}

void TheEyeDouble::serveGateway()
{
    server.route("POST", "/gw/api/auth/login", [this](const Asked &asked) {
        const QByteArray who = "Basic " + (QByteArray("kim:") + password).toBase64();
        if (asked.headers.value("authorization") != who || asked.value(u"customer"_s) != "acme"_L1) {
            return bare("Unauthorized", 401);
        }
        token = u"session-%1"_s.arg(++logins);
        organisation = u"acme"_s;
        return told({{u"access_token"_s, token}});
    });
    serve("GET", "/gw/api/session/profile", [this](const Asked &) {
        return told({{u"id"_s, userId},
                     {u"username"_s, u"kim"_s},
                     {u"credential"_s, rank},
                     {u"customers"_s, QJsonArray{QJsonObject{{u"id"_s, u"c1"_s}, {u"name"_s, u"acme"_s}},
                                                 QJsonObject{{u"id"_s, u"c2"_s}, {u"name"_s, u"umbrella"_s}}}},
                     {u"current_customer"_s, QJsonObject{{u"name"_s, organisation}}}});
    });
    serve("PUT", "/gw/api/session/customer/{}", [this](const Asked &asked) {
        const QString id = asked.parts.first();
        if (id != "c1"_L1 && id != "c2"_L1) {
            return told({{u"message"_s, u"Forbidden"_s}, {u"code"_s, u"UserIsNoMember"_s}, {u"statusCode"_s, 403}},
                        403);
        }
        organisation = id == "c1"_L1 ? u"acme"_s : u"umbrella"_s;
        token = u"session-%1"_s.arg(++logins);
        return told({{u"access_token"_s, token}});
    });
    serve("POST", "/gw/api/session/logout", [this](const Asked &) {
        token.clear();
        return Told{.body = "\"OK\""};
    });
    serve("GET", "/gw/api/inbox", [](const Asked &) { return toldList({QJsonObject{{u"id"_s, u"message-1"_s}}}); });
}

} // namespace test
