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
    for (Verb &verb : changes()) {
        all.push_back(std::move(verb));
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

} // namespace test
