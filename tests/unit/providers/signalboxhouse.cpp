// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/signalboxhouse.h"

#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;

namespace test {

domain::Automation someAutomation()
{
    domain::Automation automation;
    automation.name = u"Nightly"_s;
    automation.type = u"script"_s;
    automation.params = {{u"command"_s, u"true"_s}};
    automation.tags = {u"night"_s};
    return automation;
}

domain::MaintenanceWindow someWindow()
{
    return *domain::windowFromJson({{u"name"_s, u"Weekly"_s},
                                    {u"start"_s, u"2026-03-22T03:00:00"_s},
                                    {u"end"_s, u"2026-03-22T04:00:00"_s},
                                    {u"timezone"_s, u"UTC"_s},
                                    {u"recurring"_s, u"0 3 * * 0"_s}});
}

SignalboxHouse::SignalboxHouse(const rest::Habits &habits)
{
    QJsonObject item = domain::toJson(someAutomation());
    item.insert("id"_L1, u"auto_a"_s);
    item.insert("version"_L1, 3);
    item.insert("last_status"_L1, u"done"_s);
    remote.automations.insert(u"auto_a"_s, item);
    for (int i = 5; i > 0; --i) {
        remote.runs.append(QJsonObject{{u"id"_s, u"run_%1"_s.arg(i)},
                                       {u"automation_id"_s, u"auto_a"_s},
                                       {u"status"_s, i == 5 ? u"running"_s : u"done"_s},
                                       {u"started_at"_s, u"2026-10-22T12:00:00.000Z"_s}});
    }
    remote.approvals.insert(u"req_1"_s, QJsonObject{{u"id"_s, u"req_1"_s}, {u"status"_s, u"pending"_s}});
    QJsonObject window = domain::toJson(someWindow());
    window.insert("id"_L1, u"window_a"_s);
    window.insert("open"_L1, true);
    remote.windows.insert(u"window_a"_s, window);
    remote.log = "id: 0\ndata: one\n\nid: 1\ndata: two\n\nevent: end\ndata: {\"status\":\"done\"}\n\n";
    domain::Connection connection;
    connection.baseUrl = remote.server.url();
    const syncing::AccountContext context{connection, {{u"token"_s, QLatin1StringView(SignalboxDouble::token)}}, clock};
    box = std::make_unique<providers::signalbox::Account>(context, habits);
}

std::vector<Verb> SignalboxHouse::verbs()
{
    std::vector<Verb> all = reads();
    for (Verb &verb : changes()) {
        all.push_back(std::move(verb));
    }
    return all;
}

std::vector<Verb> SignalboxHouse::reads()
{
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    return {
        {"facts", "GET", "/api/status", [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", "/api/automations", [&a, plain] { return plain(a.automations({})); }},
        {"automation", "GET", "/api/automations/{}", [&a, plain] { return plain(a.automation(u"auto_a"_s)); }},
        {"runs", "GET", "/api/automations/runs", [&a, plain] { return plain(a.runs({})); }},
        {"run of id", "GET", "/api/automations/runs/{}", [&a, plain] { return plain(a.readRun(u"run_1"_s)); }},
        {"approvals", "GET", "/api/approvals", [&a, plain] { return plain(a.approvals()); }},
        {"windows", "GET", "/api/maintenance", [&a, plain] { return plain(a.windows()); }},
        {"export", "GET", "/api/automations/export", [&a, plain] { return plain(a.act(u"export"_s, {})); }},
        {"templates", "GET", "/api/automations/templates", [&a, plain] { return plain(a.act(u"templates"_s, {})); }},
    };
}

std::vector<Verb> SignalboxHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        domain::Automation wanted = someAutomation();
        wanted.description = u"new"_s;
        return plain(a.update(u"auto_a"_s, wanted, someAutomation()));
    };
    const QString window = u"window_a"_s;
    return {
        {"create", "POST", "/api/automations", [&a, plain] { return plain(a.create(someAutomation())); }, Changes, Read,
         false},
        {"update", "PUT", "/api/automations/{}", update, Changes, PassedOver, false},
        {"remove", "DELETE", "/api/automations/{}", [&a] { return a.remove(u"auto_a"_s); }, Changes, PassedOver},
        {"run", "POST", "/api/automations/{}/run", [&a, plain] { return plain(a.run({.remoteId = u"auto_a"_s})); },
         Changes, Read, false},
        {"cancel", "POST", "/api/automations/runs/{}/cancel", [&a] { return a.cancel(u"run_5"_s); }, Changes,
         PassedOver},
        {"approve", "POST", "/api/approvals/{}/approve",
         [&a] { return a.decide(u"req_1"_s, domain::Judgement::Approve, u"yes"_s); }, Changes, PassedOver, false},
        {"reject", "POST", "/api/approvals/{}/reject",
         [&a] { return a.decide(u"req_1"_s, domain::Judgement::Reject, u"no"_s); }, Changes, PassedOver, false},
        {"make a window", "POST", "/api/maintenance", [&a, plain] { return plain(a.createWindow(someWindow())); },
         Changes, Read, false},
        {"change a window", "PUT", "/api/maintenance/{}", [&a, window] { return a.updateWindow(window, someWindow()); },
         Changes, PassedOver},
        {"remove a window", "DELETE", "/api/maintenance/{}", [&a, window] { return a.removeWindow(window); }, Changes,
         PassedOver},
        {"apply a template", "POST", "/api/automations/templates/{}/apply",
         [&a, plain] {
             return plain(a.act(u"apply-template"_s, {{u"id"_s, u"disk-space"_s}}));
         },
         Changes, Read, false},
    };
}

} // namespace test
