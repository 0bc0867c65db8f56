// SPDX-License-Identifier: Apache-2.0
// The jobs of TheEyeDouble.
#include "tests/support/theeye/theeyedouble.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QStringList over{u"finished"_s, u"completed"_s, u"terminated"_s, u"canceled"_s, u"expired"_s};

Told bare(const QByteArray &text, int status)
{
    return {.status = status, .body = '"' + text + '"'};
}

Told nothing()
{
    return {.status = 204, .body = {}, .type = {}};
}

Told absent()
{
    return told({{u"statusCode"_s, 404}, {u"message"_s, u"job not found"_s}}, 404);
}

bool isOver(const QJsonObject &job)
{
    return over.contains(job.value("lifecycle"_L1).toString());
}

QString jobType(const QString &taskType)
{
    return taskType == "nodejs"_L1 ? u"NodejsJob"_s : taskType.left(1).toUpper() + taskType.sliced(1) + u"Job"_s;
}

enum class Given { Enough, TooFew, Wrong };

/// Counts what is asked for, and then looks for it by order.
Given judge(const QJsonArray &asked, const QJsonArray &given)
{
    qsizetype wanted = 0;
    bool isFound = true;
    for (const QJsonValue argument : asked) {
        if (argument["type"_L1].toString() == "fixed"_L1) {
            continue;
        }
        ++wanted;
        const int order = argument["order"_L1].toInt();
        bool found = order < given.size() && !given.at(order).isNull() && !given.at(order).isObject();
        for (const QJsonValue value : given) {
            found = found || (order != 0 && value.isObject() && value["order"_L1].toInt() == order);
        }
        isFound = isFound && found;
    }
    return given.size() < wanted ? Given::TooFew : isFound ? Given::Enough : Given::Wrong;
}

} // namespace

QString TheEyeDouble::addJob(const QString &task, const QString &lifecycle, const QString &state,
                             const QJsonObject &more)
{
    const QString id = u"job-%1"_s.arg(++m_made);
    const QString second = QString::number(m_made % 60).rightJustified(2, u'0');
    QJsonObject job{{u"id"_s, id},
                    {u"task_id"_s, task},
                    {u"_type"_s, jobType(tasks.value(task)["type"_L1].toString(u"script"_s))},
                    {u"name"_s, tasks.value(task)["name"_L1].toString(task)},
                    {u"state"_s, state},
                    {u"lifecycle"_s, lifecycle},
                    {u"origin"_s, u"user"_s},
                    {u"creation_date"_s, u"2025-02-01T12:00:%1.000Z"_s.arg(second)},
                    {u"last_update"_s, u"2025-02-01T12:05:%1.000Z"_s.arg(second)},
                    {u"timeout"_s, 600000},
                    {u"task_arguments_values"_s, QJsonArray()},
                    {u"output"_s, QJsonArray()},
                    {u"cancellable"_s, true},
                    {u"secret"_s, u"job-key-%1-0123456789"_s.arg(m_made)},
                    {u"env"_s, QJsonObject{{u"THEEYE_JOB"_s, u"{\"secret\":\"hidden\"}"_s}}},
                    {u"user"_s, QJsonObject{{u"id"_s, userId}, {u"username"_s, u"kim"_s}}}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        job.insert(it.key(), *it);
    }
    jobs.prepend(job);
    forget();
    return id;
}

/// Of what is over the newest of each task are kept, so many as it says.
void TheEyeDouble::forget()
{
    QHash<QString, int> kept;
    QJsonArray left;
    for (const QJsonValue each : jobs) {
        const QString task = each["task_id"_L1].toString();
        const int most = tasks.value(task)["autoremove_completed_jobs_limit"_L1].toInt(5);
        if (!isOver(each.toObject()) || kept[task]++ < most) {
            left.append(each);
        }
    }
    jobs = left;
}

QJsonObject TheEyeDouble::job(const QString &id) const
{
    for (const QJsonValue each : jobs) {
        if (each["id"_L1].toString() == id) {
            return each.toObject();
        }
    }
    return {};
}

void TheEyeDouble::changeJob(const QString &id, const QJsonObject &changes)
{
    for (QJsonValueRef each : jobs) {
        QJsonObject job = each.toObject();
        if (job.value("id"_L1).toString() == id) {
            for (auto it = changes.begin(); it != changes.end(); ++it) {
                job.insert(it.key(), *it);
            }
            each = job;
        }
    }
    forget();
}

/// Filters and a limit, and no way to go on behind it; what a job was given and what came of it is left out.
Told TheEyeDouble::listedJobs(const Asked &asked) const
{
    const int limit = asked.value(u"limit"_s).toInt();
    QJsonArray list;
    for (const QJsonValue each : jobs) {
        QJsonObject job = each.toObject();
        bool fits = limit == 0 || list.size() < limit;
        for (const QString &field : {u"task_id"_s, u"workflow_id"_s, u"_type"_s, u"lifecycle"_s}) {
            const QString wanted = asked.value(u"where[%1]"_s.arg(field));
            fits = fits && (wanted.isEmpty() || job.value(field).toString() == wanted);
        }
        for (const QString &name : {u"task_arguments_values"_s, u"output"_s, u"result"_s, u"env"_s}) {
            job.remove(name);
        }
        if (fits) {
            list.append(job);
        }
    }
    return toldList(list);
}

void TheEyeDouble::serveJobs()
{
    serve("GET", "/acme/job", [this](const Asked &asked) { return listedJobs(asked); });
    const auto part = [this](const QByteArray &path, const QString &name) {
        serve("GET", "/acme/job/{}/" + path, [this, name](const Asked &asked) {
            const QJsonObject one = job(asked.parts.first());
            return one.isEmpty() ? absent() : toldList(one.value(name).toArray());
        });
    };
    part("input", u"task_arguments_values"_s);
    part("output", u"output"_s);
    part("participants", u"participants"_s);
    serve("GET", "/acme/job/{}", [this](const Asked &asked) {
        const QJsonObject one = job(asked.parts.first());
        return one.isEmpty() ? absent() : told(one);
    });
    serve("GET", "/acme/job/{}/lifecycle", [this](const Asked &asked) {
        const QJsonObject one = job(asked.parts.first());
        return one.isEmpty() ? absent() : bare(one.value("lifecycle"_L1).toString().toUtf8(), 200);
    });
    serve("GET", "/job/running", [this](const Asked &) {
        QJsonArray running;
        for (const QJsonValue each : jobs) {
            if (!isOver(each.toObject())) {
                running.append(each);
            }
        }
        return toldList(running);
    });
    serve("GET", "/job/running_count", [](const Asked &) {
        return toldList({QJsonObject{{u"_id"_s, QJsonObject{{u"task"_s, u"one"_s}, {u"workflow"_s, QJsonValue()}}},
                                     {u"count"_s, 1}}});
    });
}

/// Yes, whatever there was to cancel.
Told TheEyeDouble::cancel(const Asked &, const QString &id)
{
    const QJsonObject one = job(id);
    if (one.isEmpty()) {
        return absent();
    }
    const QString lifecycle = one.value("lifecycle"_L1).toString();
    if (lifecycle == "ready"_L1 || lifecycle == "onhold"_L1) {
        changeJob(id, {{u"lifecycle"_s, u"canceled"_s}, {u"state"_s, u"canceled"_s}});
    } else if (!isOver(one) && one.value("cancellable"_L1).toBool()) {
        changeJob(id, {{u"lifecycle"_s, u"terminated"_s}, {u"state"_s, u"canceled"_s}});
    }
    return nothing();
}

void TheEyeDouble::serveJobChanges()
{
    serve("PUT", "/acme/job/{}/cancel", [this](const Asked &asked) { return cancel(asked, asked.parts.first()); });
    const auto done = [this](const Asked &asked, const QJsonObject &changes) {
        if (job(asked.parts.first()).isEmpty()) {
            return absent();
        }
        changeJob(asked.parts.first(), changes);
        return told(job(asked.parts.first()));
    };
    serve("PUT", "/acme/job/{}/restart", [done](const Asked &asked) {
        return done(asked, {{u"lifecycle"_s, u"ready"_s}, {u"state"_s, u"in_progress"_s}});
    });
    serve("PUT", "/acme/job/{}/input", [done](const Asked &asked) {
        return done(asked, {{u"task_arguments_values"_s, asked.json().value("args"_L1)}, {u"lifecycle"_s, u"ready"_s}});
    });
    serve("PUT", "/job/{}/hold", [done](const Asked &asked) { return done(asked, {{u"lifecycle"_s, u"onhold"_s}}); });
    serve("PUT", "/job/{}/assignee", [done](const Asked &asked) { return done(asked, asked.json()); });
    serve("PUT", "/job/{}/acl", [done](const Asked &asked) { return done(asked, asked.json()); });
}

/// The first one counts, and only those who are listed are asked.
Told TheEyeDouble::decide(const Asked &asked, const QString &state)
{
    const QJsonObject one = job(asked.parts.first());
    if (one.isEmpty()) {
        return absent();
    }
    if (one.value("_type"_L1).toString() != "ApprovalJob"_L1) {
        return bare("this is not an approval job", 400);
    }
    if (isOver(one)) {
        return bare("already decided", 409);
    }
    if (!one.value("approvers"_L1).toArray().contains(userId)) {
        return bare("unauthorized approver", 403);
    }
    const QJsonObject decider{{u"id"_s, userId}, {u"username"_s, u"kim"_s}};
    QJsonArray output = one.value("output"_L1).toArray();
    output.append(decider); // as it is, not as text
    changeJob(asked.parts.first(), {{u"lifecycle"_s, u"finished"_s},
                                    {u"state"_s, state},
                                    {u"output"_s, output},
                                    {u"result"_s, QJsonObject{{u"user"_s, decider}}}});
    return nothing();
}

void TheEyeDouble::serveDecisions()
{
    serve("PUT", "/acme/job/{}/approve", [this](const Asked &asked) { return decide(asked, u"success"_s); });
    serve("PUT", "/acme/job/{}/reject", [this](const Asked &asked) { return decide(asked, u"failure"_s); });
}

Told TheEyeDouble::start(const QString &task, const QJsonObject &body, const QString &origin)
{
    const QJsonObject one = tasks.value(task).toObject();
    if (one.isEmpty()) {
        return told({{u"statusCode"_s, 404}, {u"message"_s, u"task not found"_s}}, 404);
    }
    const QJsonArray given = body.value("task_arguments"_L1).toArray();
    const QJsonObject more{{u"origin"_s, origin}, {u"task_arguments_values"_s, given}};
    switch (judge(one.value("task_arguments"_L1).toArray(), given)) {
    case Given::TooFew:
        return told({{u"statusCode"_s, 400}, {u"message"_s, u"Task arguments are missing"_s}}, 400);
    case Given::Wrong: {
        QJsonObject dead = more;
        dead.insert("result"_L1, QJsonObject{{u"log"_s, u"InvalidTaskArguments"_s}});
        return told(job(addJob(task, u"terminated"_s, u"error"_s, dead)));
    }
    case Given::Enough:
        break;
    }
    return told(job(addJob(task, body.value("lifecycle"_L1).toString(u"ready"_s), u"in_progress"_s, more)));
}

void TheEyeDouble::serveStarts()
{
    serve("POST", "/acme/task/{}/job",
          [this](const Asked &asked) { return start(asked.parts.first(), asked.json(), u"user"_s); });
    serve("POST", "/acme/job", [this](const Asked &asked) {
        return start(asked.json().value("task"_L1).toString(), asked.json(), u"api"_s);
    });
}

void TheEyeDouble::serveKeys()
{
    const auto run = [this](const QString &task, const QString &key, const QJsonObject &body) {
        const bool isRight = key.size() == 64 && tasks.value(task)["secret"_L1].toString() == key;
        return isRight ? start(task, body, u"secret"_s) : bare("invalid secret", 403);
    };
    const auto inPath = [run](const Asked &asked) {
        return run(asked.parts.first(), asked.parts.last(), asked.json());
    };
    server.route("POST", "/acme/task/{}/secret/{}/job", inPath);
    server.route("POST", "/task/{}/secret/{}/job", inPath);
    server.route("POST", "/job/secret/{}", [run](const Asked &asked) {
        const QJsonObject body = asked.json();
        return body.value("customer"_L1).toString().isEmpty()
                   ? bare("organization is required", 403)
                   : run(body.value("task"_L1).toString(), asked.parts.first(), body);
    });
}

void TheEyeDouble::removeSteps(const QJsonObject &graph, const QJsonObject &kept)
{
    QStringList stay;
    for (const QJsonValue node : kept.value("nodes"_L1).toArray()) {
        stay.append(node["v"_L1].toString());
    }
    for (const QJsonValue node : graph.value("nodes"_L1).toArray()) {
        if (!stay.contains(node["v"_L1].toString())) {
            tasks.remove(node["v"_L1].toString());
        }
    }
}

/// What is given is set; a step that is not in the new graph is deleted.
Told TheEyeDouble::changeWorkflow(const Asked &asked)
{
    QJsonObject workflow = workflows.value(asked.parts.first()).toObject();
    const QJsonObject body = asked.json();
    const QJsonObject graph = body.value("graph"_L1).toObject();
    if (workflow.isEmpty()) {
        return absent();
    }
    if (asked.headers.value("accept-version") != "2.9.0") {
        return told({{u"code"_s, u"InvalidVersion"_s}, {u"message"_s, u"PUT /workflows supports versions: 2.9.0"_s}},
                    400);
    }
    if (graph.value("nodes"_L1).toArray().isEmpty()) {
        return told({{u"statusCode"_s, 400}, {u"message"_s, u"invalid graph definition"_s}}, 400);
    }
    removeSteps(workflow.value("graph"_L1).toObject(), graph);
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.key() != "tasks"_L1) {
            workflow.insert(it.key(), it.value());
        }
    }
    workflows.insert(asked.parts.first(), workflow);
    return told(workflow);
}

void TheEyeDouble::serveWorkflows()
{
    const auto ifKnown = [this](const Handler &handler) -> Handler {
        return [this, handler](const Asked &asked) {
            return knowsWorkflows ? handler(asked)
                                  : told({{u"code"_s, u"ResourceNotFound"_s}, {u"message"_s, u"/workflows"_s}}, 404);
        };
    };
    const auto begin = [this](const Asked &asked, const QString &origin) {
        const QString id = asked.parts.first();
        const QString made = addJob({}, u"ready"_s, u"in_progress"_s,
                                    {{u"_type"_s, u"WorkflowJob"_s},
                                     {u"workflow_id"_s, id},
                                     {u"origin"_s, origin},
                                     {u"name"_s, workflows.value(id)["name"_L1]}});
        return told(job(made));
    };
    serve("GET", "/workflows", ifKnown([this](const Asked &) {
              QJsonArray list;
              for (const QJsonValue workflow : workflows) {
                  list.append(workflow);
              }
              return toldList(list);
          }));
    serve("GET", "/workflows/{}", ifKnown([this](const Asked &asked) {
              const QJsonObject workflow = workflows.value(asked.parts.first()).toObject();
              return workflow.isEmpty() ? absent() : told(workflow);
          }));
    serve("PUT", "/workflows/{}", ifKnown([this](const Asked &asked) { return changeWorkflow(asked); }));
    serve("DELETE", "/workflows/{}", ifKnown([this](const Asked &asked) {
              const QJsonObject gone = workflows.take(asked.parts.first()).toObject();
              if (asked.value(u"keepTasks"_s) != "true"_L1) {
                  removeSteps(gone.value("graph"_L1).toObject(), {});
              }
              return gone.isEmpty() ? absent() : told(QJsonObject());
          }));
    serve("POST", "/workflows/{}/job", [begin](const Asked &asked) { return begin(asked, u"user"_s); });
    server.route("POST", "/workflows/{}/secret/{}/job",
                 [begin](const Asked &asked) { return begin(asked, u"secret"_s); });
    serve("GET", "/workflows/{}/job/{}/jobs", [this](const Asked &asked) {
        QJsonArray list;
        for (const QJsonValue each : jobs) {
            if (each["workflow_job_id"_L1].toString() == asked.parts.last()) {
                list.append(each);
            }
        }
        return toldList(list);
    });
    serve("PUT", "/workflows/{}/job/{}/cancel",
          [this](const Asked &asked) { return cancel(asked, asked.parts.last()); });
}

} // namespace test
