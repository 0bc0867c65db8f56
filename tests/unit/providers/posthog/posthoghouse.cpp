// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/posthog/posthoghouse.h"

#include "app/providers/posthog/entries.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;

namespace test {

domain::Automation someTask()
{
    domain::Automation automation;
    automation.name = u"Rotate staging credentials"_s;
    automation.type = QLatin1StringView(providers::posthog::taskType);
    automation.description = u"What is to be done"_s;
    automation.params = {{u"repository"_s, u"acme/infra"_s}, {u"origin_product"_s, u"user_created"_s}};
    return automation;
}

PosthogHouse::PosthogHouse(PosthogAge age, const rest::Habits &habits) : remote(age), m_habits(habits)
{
    remote.addTask(u"t0"_s, u"Never run"_s);
    remote.addTask(u"t1"_s, u"Rotate staging credentials"_s);
    for (int i = 1; i <= 5; ++i) {
        remote.addRun(u"t1"_s, u"r%1"_s.arg(i), i == 5 ? u"in_progress"_s : u"completed"_s);
        for (const QString &line : {u"one"_s, u"two"_s}) {
            remote.write(u"r%1"_s.arg(i), providers::posthog::consoleEntry(u"r%1"_s.arg(i), u"info"_s, line,
                                                                           u"2026-03-02T10:16:01.250Z"_s));
        }
    }
    connection.baseUrl = remote.server.url();
    open();
}

void PosthogHouse::open(const QJsonObject &settings, const QString &key)
{
    connection.settings = settings;
    connection.settings.insert("project_id"_L1, u"7"_s);
    box = std::make_unique<providers::posthog::Account>(syncing::AccountContext{connection, {{u"token"_s, key}}, clock},
                                                        m_habits);
}

void PosthogHouse::empty()
{
    remote.tasks = {};
    remote.runs = {};
}

std::vector<Verb> PosthogHouse::verbs()
{
    std::vector<Verb> all = reads();
    const auto add = [&all](std::vector<Verb> more) {
        for (Verb &verb : more) {
            all.push_back(std::move(verb));
        }
    };
    add(changes());
    if (remote.isLater()) { // what is the same in both is walked once
        add(actionReads());
        add(actionChanges());
    }
    return all;
}

std::vector<Verb> PosthogHouse::reads()
{
    syncing::Account &a = account();
    const auto at = PosthogDouble::at;
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    return {
        {"facts", "GET", at(""), [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", at(""), [&a, plain] { return plain(a.automations({})); }},
        {"automation", "GET", at("{}/"), [&a, plain] { return plain(a.automation(u"t1"_s)); }},
        {"runs", "GET", at("{}/runs/"), [&a, plain] { return plain(a.runs({.automationRemoteId = u"t1"_s})); }},
        {"run of id", "GET", at("{}/runs/{}/"), [&a, plain] { return plain(a.readRun(u"t1/r1"_s)); }},
        {"log", "GET", at("{}/runs/{}/"), [&a, plain] { return plain(a.log(u"t1/r1"_s, {})); }},
    };
}

std::vector<Verb> PosthogHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto at = PosthogDouble::at;
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        domain::Automation wanted = someTask();
        wanted.description = u"new"_s;
        return plain(a.update(u"t1"_s, wanted, someTask()));
    };
    std::vector<Verb> all{
        {"create", "POST", at(""), [&a, plain] { return plain(a.create(someTask())); }, Changes, Read, false},
        {"update", "PATCH", at("{}/"), update, Changes},
        {"remove", "DELETE", at("{}/"), [&a] { return a.remove(u"t0"_s); }, Changes, None},
        {"run", "POST", at("{}/run/"), [&a, plain] { return plain(a.run({.remoteId = u"t1"_s})); }, Changes, Read,
         false},
    };
    if (!remote.isLater()) { // on later ones there are two ways, each the other's help
        all.push_back(
            {"cancel", "PATCH", at("{}/runs/{}/"), [&a] { return a.cancel(u"t1/r5"_s); }, Changes, PassedOver});
    }
    return all;
}

std::vector<Verb> PosthogHouse::actionReads()
{
    syncing::Account &a = account();
    const auto at = PosthogDouble::at;
    const auto act = [&a](const QString &name, const QJsonObject &fields) {
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const QJsonObject run{{u"run"_s, u"t1/r1"_s}};
    return {
        {"approvals", "GET", at(""), [&a] { return outcomeOf(&a, a.approvals()); }},
        {"tasks", "GET", at(""), act(u"tasks"_s, {})},
        {"task", "GET", at("{}/"), act(u"task"_s, {{u"task"_s, u"t1"_s}})},
        {"runs of a task", "GET", at("{}/runs/"), act(u"runs"_s, {{u"task"_s, u"t1"_s}})},
        {"show a run", "GET", at("{}/runs/{}/"), act(u"show-run"_s, run)},
        {"task automations", "GET", PosthogDouble::automationsAt(""), act(u"automations"_s, {})},
        {"entries of a log", "GET", at("{}/runs/{}/session_logs/"), act(u"session-logs"_s, run)},
    };
}

std::vector<Verb> PosthogHouse::actionChanges()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto at = PosthogDouble::at;
    const auto act = [&a](const QString &name, QJsonObject fields) {
        fields.insert("run"_L1, u"t1/r5"_s);
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const QJsonObject answer{{u"request"_s, u"q1"_s}, {u"option"_s, u"yes"_s}};
    return {
        {"change a run", "PATCH", at("{}/runs/{}/"), act(u"update-run"_s, {{u"stage"_s, u"plan"_s}}), Changes},
        {"set the output", "PATCH", at("{}/runs/{}/set_output/"), act(u"set-output"_s, {{u"output"_s, u"{}"_s}}),
         Changes},
        {"write to a log", "POST", at("{}/runs/{}/append_log/"), act(u"append-log"_s, {{u"message"_s, u"x"_s}}),
         Changes, Read, false},
        {"upload a file", "POST", at("{}/runs/{}/artifacts/"), act(u"upload-artifact"_s, {{u"name"_s, u"x"_s}}),
         Changes, Read, false},
        {"answer a question", "POST", at("{}/runs/{}/command/"), act(u"answer-permission"_s, answer), Changes, Read,
         false},
    };
}

} // namespace test
