// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/theeye/theeyehouse.h"

#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QString key = QString(64, u'a');

QJsonObject argument(int order, const QString &type, const QString &label, const QString &value)
{
    return {{u"id"_s, order + 1},   {u"order"_s, order},   {u"type"_s, type},     {u"label"_s, label},
            {u"value"_s, value},    {u"help"_s, u""_s},    {u"required"_s, true}, {u"readonly"_s, false},
            {u"multiple"_s, false}, {u"charset"_s, u""_s}, {u"pattern"_s, u""_s}, {u"options"_s, QJsonArray()}};
}

} // namespace

QHash<QString, QString> rightLogin()
{
    return {{u"username"_s, u"kim"_s}, {u"password"_s, QLatin1StringView(TheEyeDouble::password)}};
}

QJsonObject someTheEyeTask()
{
    QJsonObject environment = argument(1, u"select"_s, u"Env"_s, {});
    environment.insert("options"_L1, QJsonArray{QJsonObject{{u"id"_s, u"stg"_s}, {u"label"_s, u"Staging"_s}},
                                                QJsonObject{{u"id"_s, u"prd"_s}, {u"label"_s, u"Production"_s}}});
    return {{u"id"_s, u"one"_s},
            {u"_type"_s, u"ScriptTask"_s},
            {u"type"_s, u"script"_s},
            {u"name"_s, u"Rotate"_s},
            {u"description"_s, u"rotates"_s},
            {u"order"_s, 3},
            {u"enable"_s, true},
            {u"public"_s, false},
            {u"tags"_s, QJsonArray{u"logs"_s}},
            {u"triggers"_s, QJsonArray{u"event-1"_s}},
            {u"grace_time"_s, 30},
            {u"timeout"_s, QJsonValue()},
            {u"task_arguments"_s, QJsonArray{argument(0, u"fixed"_s, u"Place"_s, u"/var/log"_s), environment,
                                             argument(2, u"input"_s, u"Why"_s, {})}},
            {u"arguments_type"_s, u"legacy"_s},
            {u"multitasking"_s, false},
            {u"acl"_s, QJsonArray{u"kim@example.org"_s}},
            {u"cancellable"_s, true},
            {u"autoremove_completed_jobs_limit"_s, 5},
            {u"host_id"_s, u"host-1"_s},
            {u"script_id"_s, u"script-1"_s},
            {u"script_runas"_s, u"sudo -u deploy bash %script%"_s},
            {u"env"_s, QJsonObject{{u"HOME"_s, u"/srv"_s}}},
            {u"agent_logging"_s, true},
            {u"fingerprint"_s, u"f6b1b5a0-0000-4000-8000-000000000000"_s},
            {u"tide"_s, QJsonObject{{u"high"_s, true}}},
            {u"creation_date"_s, u"2025-01-01T00:00:00.000Z"_s},
            {u"last_update"_s, u"2025-02-01T12:00:00.000Z"_s},
            {u"secret"_s, key}};
}

domain::Automation someDummy()
{
    domain::Automation automation;
    automation.name = u"Meet"_s;
    automation.type = u"theeye_dummy"_s;
    automation.overlap = domain::Overlap::Parallel;
    return automation;
}

TheEyeHouse::TheEyeHouse(const rest::Habits &habits) : m_habits(habits)
{
    fill();
    connection.baseUrl = remote.server.url();
    connection.settings = {
        {u"organisation"_s, u"acme"_s}, {u"gateway_url"_s, remote.gatewayUrl().toString()}, {u"bot"_s, u"bot-1"_s}};
    open(rightLogin());
}

/// One task, and a second one after its success.
QJsonObject someTheEyeGraph()
{
    const auto node = [](const QString &task, const QString &type) {
        return QJsonObject{{u"v"_s, task}, {u"value"_s, QJsonObject{{u"id"_s, task}, {u"_type"_s, type}}}};
    };
    return {{u"nodes"_s, QJsonArray{node(u"one"_s, u"ScriptTask"_s), node(u"ask"_s, u"ApprovalTask"_s)}},
            {u"edges"_s, QJsonArray{QJsonObject{{u"v"_s, u"one"_s}, {u"w"_s, u"ask"_s}, {u"value"_s, u"success"_s}}}}};
}

void TheEyeHouse::fill()
{
    remote.tasks.insert(u"one"_s, someTheEyeTask());
    remote.tasks.insert(u"ask"_s, QJsonObject{{u"id"_s, u"ask"_s},
                                              {u"type"_s, u"approval"_s},
                                              {u"name"_s, u"May it?"_s},
                                              {u"approvers"_s, QJsonArray{u"u1"_s}},
                                              {u"approvals_target"_s, u"fixed"_s},
                                              {u"secret"_s, key}});
    remote.workflows.insert(u"flow"_s, QJsonObject{{u"id"_s, u"flow"_s},
                                                   {u"name"_s, u"Rotate and tell"_s},
                                                   {u"start_task_id"_s, u"one"_s},
                                                   {u"graph"_s, someTheEyeGraph()},
                                                   {u"tags"_s, QJsonArray{u"night"_s}},
                                                   {u"tide"_s, 7},
                                                   {u"secret"_s, key}});
    remote.webhooks.insert(u"hook"_s, QJsonObject{{u"id"_s, u"hook"_s}, {u"name"_s, u"git"_s}, {u"secret"_s, key}});
    remote.schedules.insert(u"nightly"_s, QJsonObject{{u"_id"_s, u"nightly"_s},
                                                      {u"data"_s, QJsonObject{{u"task_id"_s, u"one"_s}}},
                                                      {u"repeatInterval"_s, u"0 6 * * 1"_s},
                                                      {u"repeatTimezone"_s, u"Europe/Madrid"_s},
                                                      {u"nextRunAt"_s, u"2025-02-03T05:00:00.000Z"_s},
                                                      {u"disabled"_s, false}});
    const QJsonObject result{{u"code"_s, 0},
                             {u"log"_s, u"rotated\n{\"state\":\"success\",\"data\":[\"42\"]}\n"_s},
                             {u"times"_s, QJsonObject{{u"seconds"_s, 1}, {u"nanoseconds"_s, 2500}}}};
    for (int i = 0; i < 3; ++i) {
        remote.addJob(u"one"_s, u"finished"_s, u"success"_s,
                      {{u"result"_s, result}, {u"output"_s, QJsonArray{u"42"_s, u"{\"n\":1}"_s, u"plain"_s}}});
    }
    remote.addJob(u"one"_s, u"started"_s, u"in_progress"_s);
    remote.addJob(u"ask"_s, u"onhold"_s, u"in_progress"_s, {{u"approvers"_s, QJsonArray{u"u1"_s}}});
}

void TheEyeHouse::open(const QHash<QString, QString> &credential)
{
    const auto settings = providers::theeye::settingsOf(connection);
    Q_ASSERT(settings);
    const syncing::AccountContext context{connection, credential, clock};
    box = std::make_unique<providers::theeye::Account>(context, *settings, m_habits);
}

void TheEyeHouse::empty()
{
    remote.tasks = {};
    remote.workflows = {};
    remote.jobs = {};
}

std::vector<Verb> TheEyeHouse::verbs()
{
    std::vector<Verb> all = reads();
    for (std::vector<Verb> more : {changes(), decisions(), actionReads(), actionChanges(), scheduleChanges()}) {
        for (Verb &verb : more) {
            all.push_back(std::move(verb));
        }
    }
    return all;
}

std::vector<Verb> TheEyeHouse::reads()
{
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    return {
        {"facts", "GET", "/acme/task", [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", "/acme/task", [&a, plain] { return plain(a.automations({})); }},
        {"automation", "GET", "/acme/task/{}", [&a, plain] { return plain(a.automation(u"one"_s)); }},
        {"workflow", "GET", "/workflows/{}", [&a, plain] { return plain(a.automation(u"workflow:flow"_s)); }},
        {"runs", "GET", "/acme/job", [&a, plain] { return plain(a.runs({.automationRemoteId = u"one"_s})); }},
        {"run of id", "GET", "/acme/job/{}", [&a, plain] { return plain(a.readRun(u"job-1"_s)); }},
        {"log", "GET", "/acme/job/{}", [&a, plain] { return plain(a.log(u"job-1"_s, {})); }},
        {"approvals", "GET", "/acme/job", [&a, plain] { return plain(a.approvals()); }},
    };
}

std::vector<Verb> TheEyeHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        return plain(rest::chain<syncing::RemoteAutomation>(&a, a.automation(u"ask"_s),
                                                            [&a](const syncing::RemoteAutomation &seen) {
                                                                domain::Automation wanted = seen.automation;
                                                                wanted.paused = true;
                                                                return a.update(u"ask"_s, wanted, seen.automation);
                                                            }));
    };
    const auto publish = [&a, plain] {
        domain::Automation script = someDummy();
        script.type = u"script"_s;
        script.params = {{u"command"_s, u"true"_s}};
        return plain(a.create(script));
    };
    const auto run = [&a, plain] {
        return plain(a.run({.remoteId = u"one"_s, .arguments = {{u"Env"_s, u"prd"_s}, {u"Why"_s, u"full"_s}}}));
    };
    const auto runFlow = [&a, plain] {
        return plain(a.run({.remoteId = u"workflow:flow"_s, .arguments = {{u"Env"_s, u"prd"_s}}}));
    };
    return {
        {"create", "POST", "/acme/task", [&a, plain] { return plain(a.create(someDummy())); }, Changes, Read, false},
        {"publish", "POST", "/acme/task/import", publish, Changes, Read, false},
        {"update", "PUT", "/acme/task/{}", update, Changes, PassedOver},
        {"remove", "DELETE", "/acme/task/{}", [&a] { return a.remove(u"one"_s); }, Changes, PassedOver},
        {"run", "POST", "/acme/task/{}/job", run, Changes, Read, false},
        {"run a workflow", "POST", "/workflows/{}/job", runFlow, Changes, Read, false},
    };
}

std::vector<Verb> TheEyeHouse::decisions()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    return {
        {"cancel", "PUT", "/acme/job/{}/cancel", [&a] { return a.cancel(u"job-4"_s); }, Changes, None},
        {"approve", "PUT", "/acme/job/{}/approve",
         [&a] { return a.decide(u"job-5"_s, domain::Judgement::Approve, {}); }, Changes, None},
        {"reject", "PUT", "/acme/job/{}/reject", [&a] { return a.decide(u"job-5"_s, domain::Judgement::Reject, {}); },
         Changes, None},
    };
}

std::vector<Verb> TheEyeHouse::actionReads()
{
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QString &id) {
        return [&a, name, id] { return outcomeOf(&a, a.act(name, {{u"id"_s, id}, {u"workflow"_s, u"flow"_s}})); };
    };
    return {
        {"recipe", "GET", "/acme/task/{}/serialize", act(u"recipe"_s, u"one"_s)},
        {"bring home", "GET", "/acme/task/{}/serialize", act(u"bring-home"_s, u"one"_s)},
        {"secret key", "GET", "/acme/task/{}/credentials", act(u"secret-key"_s, u"one"_s)},
        {"job", "GET", "/acme/job/{}", act(u"job"_s, u"job-1"_s)},
        {"result of a job", "GET", "/acme/job/{}", act(u"job-result"_s, u"job-1"_s)},
        {"life cycle", "GET", "/acme/job/{}/lifecycle", act(u"lifecycle"_s, u"job-1"_s)},
        {"input of a job", "GET", "/acme/job/{}/input", act(u"job-input"_s, u"job-1"_s)},
        {"output of a job", "GET", "/acme/job/{}/output", act(u"job-output"_s, u"job-1"_s)},
        {"participants", "GET", "/acme/job/{}/participants", act(u"participants"_s, u"job-1"_s)},
        {"at work", "GET", "/job/running", act(u"running"_s, {})},
        {"number at work", "GET", "/job/running_count", act(u"running-count"_s, {})},
        {"schedules", "GET", "/acme/task/{}/schedule", act(u"schedules"_s, u"one"_s)},
        {"webhooks", "GET", "/acme/webhook", act(u"webhooks"_s, {})},
        {"webhook", "GET", "/acme/webhook/{}", act(u"webhook"_s, u"hook"_s)},
        {"jobs of a workflow", "GET", "/workflows/{}/job/{}/jobs", act(u"workflow-jobs"_s, u"job-1"_s)},
        {"profile", "GET", "/gw/api/session/profile", act(u"profile"_s, {})},
        {"inbox", "GET", "/gw/api/inbox", act(u"inbox"_s, {})},
    };
}

std::vector<Verb> TheEyeHouse::actionChanges()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QString &id, QJsonObject fields = {}) {
        fields.insert("id"_L1, id);
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const QString values = u"[null,\"prd\",\"full\"]"_s;
    return {
        {"import a recipe", "POST", "/acme/task/import",
         act(u"import-recipe"_s, {}, {{u"recipe"_s, u"{\"name\":\"n\",\"type\":\"dummy\"}"_s}}), Changes, Read, false},
        {"run otherwise", "POST", "/acme/task/{}/job",
         act(u"run-otherwise"_s, u"one"_s, {{u"task_arguments"_s, values}, {u"lifecycle"_s, u"onhold"_s}}), Changes,
         Read, false},
        {"run and wait", "POST", "/acme/task/{}/job", act(u"run-and-wait"_s, u"one"_s, {{u"task_arguments"_s, values}}),
         Changes, Read, false},
        {"empty the queue", "DELETE", "/acme/task/{}/job", act(u"empty-queue"_s, u"one"_s), Changes, Read},
        {"restart", "PUT", "/acme/job/{}/restart", act(u"restart"_s, u"job-1"_s), Changes, PassedOver, false},
        {"give input", "PUT", "/acme/job/{}/input", act(u"give-input"_s, u"job-4"_s, {{u"args"_s, u"a,b"_s}}), Changes,
         PassedOver, false},
        {"hold", "PUT", "/job/{}/hold", act(u"hold"_s, u"job-4"_s), Changes, PassedOver, false},
        {"assign", "PUT", "/job/{}/assignee", act(u"assign"_s, u"job-4"_s, {{u"assignee"_s, u"u2"_s}}), Changes,
         PassedOver, false},
        {"change of organisation", "PUT", "/gw/api/session/customer/{}",
         act(u"change-organisation"_s, {}, {{u"organisation"_s, u"acme"_s}}), Changes, Read, false},
        {"logout", "POST", "/gw/api/session/logout", act(u"logout"_s, {}), Changes, PassedOver, false},
        {"access list", "PUT", "/job/{}/acl", act(u"job-acl"_s, u"job-4"_s, {{u"acl"_s, u"u2"_s}}), Changes, PassedOver,
         false},
    };
}

std::vector<Verb> TheEyeHouse::scheduleChanges()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QString &id, QJsonObject fields = {}) {
        fields.insert("id"_L1, id);
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    return {
        {"add a schedule", "POST", "/acme/task/{}/schedule",
         act(u"schedule"_s, u"one"_s, {{u"repeat_every"_s, u"0 6 * * 1"_s}}), Changes, Read, false},
        {"remove a schedule", "DELETE", "/acme/scheduler/{}", act(u"remove-schedule"_s, u"nightly"_s), Changes, Read},
        {"stop a schedule", "PUT", "/scheduler/{}/stop", act(u"stop-schedule"_s, u"nightly"_s), Changes, Read, false},
        {"start a schedule", "PUT", "/scheduler/{}/start", act(u"start-schedule"_s, u"nightly"_s), Changes, Read,
         false},
        {"add a webhook", "POST", "/acme/webhook", act(u"create-webhook"_s, {}, {{u"name"_s, u"n"_s}}), Changes, Read,
         false},
        {"rename a webhook", "PUT", "/acme/webhook/{}", act(u"rename-webhook"_s, u"hook"_s, {{u"name"_s, u"n"_s}}),
         Changes, Read, false},
        {"remove a webhook", "DELETE", "/acme/webhook/{}", act(u"remove-webhook"_s, u"hook"_s), Changes, PassedOver},
        {"fire a webhook", "POST", "/acme/webhook/{}/trigger", act(u"fire-webhook"_s, u"hook"_s), Changes, Read, false},
    };
}

} // namespace test
