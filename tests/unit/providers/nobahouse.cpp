// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/nobahouse.h"

#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/signalboxhouse.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QString known = u"0fe653c29f92"_s;

domain::Connection connectionTo(const QUrl &url, const QString &dialect)
{
    domain::Connection connection;
    connection.baseUrl = url;
    connection.settings = {{u"dialect"_s, dialect}};
    return connection;
}

domain::Automation sendable()
{
    domain::Automation automation = someAutomation();
    automation.tags.clear();
    return automation;
}

domain::MaintenanceWindow withoutZone()
{
    domain::MaintenanceWindow window = someWindow();
    window.timezone.clear();
    return window;
}

} // namespace

NobaHouse::NobaHouse(const NobaWay &way)
{
    remote.automations.append(
        QJsonObject{{u"id"_s, known},
                    {u"name"_s, u"hello"_s},
                    {u"type"_s, u"script"_s},
                    {u"config"_s, QJsonObject{{u"command"_s, u"echo hi"_s}, {u"trigger_key"_s, u"hidden"_s}}},
                    {u"schedule"_s, u"0 3 * * *"_s},
                    {u"enabled"_s, true},
                    {u"created_at"_s, 1795334528},
                    {u"updated_at"_s, 1795334528}});
    for (int i = 5; i > 0; --i) {
        remote.runs.append(QJsonObject{{u"id"_s, i},
                                       {u"automation_id"_s, known},
                                       {u"trigger"_s, u"auto:script:hello"_s},
                                       {u"status"_s, i == 5 ? u"running"_s : u"done"_s},
                                       {u"started_at"_s, 1795334562},
                                       {u"finished_at"_s, i == 5 ? QJsonValue() : QJsonValue(1795334563)},
                                       {u"exit_code"_s, i == 5 ? QJsonValue() : QJsonValue(0)},
                                       {u"output"_s, i == 5 ? QJsonValue() : QJsonValue(u"out\nerr\n"_s)},
                                       {u"triggered_by"_s, u"admin"_s}});
    }
    remote.approvals.append(QJsonObject{{u"id"_s, 1}, {u"status"_s, u"pending"_s}, {u"action_type"_s, u"deploy"_s}});
    remote.windows.append(QJsonObject{{u"id"_s, 7},
                                      {u"name"_s, u"Weekly"_s},
                                      {u"schedule"_s, u"0 3 * * 0"_s},
                                      {u"duration_min"_s, 60},
                                      {u"enabled"_s, true},
                                      {u"created_at"_s, 1795334671}});
    noba = std::make_unique<providers::noba::Account>(
        syncing::AccountContext{connectionTo(remote.server.url(), way.dialect), way.credential, clock}, way.habits);
}

std::vector<Verb> NobaHouse::verbs()
{
    std::vector<Verb> all = reads();
    for (Verb &verb : changes()) {
        all.push_back(std::move(verb));
    }
    return all;
}

std::vector<Verb> NobaHouse::reads()
{
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    return {
        {"facts", "GET", "/api/me", [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", "/api/automations", [&a, plain] { return plain(a.automations({})); }},
        {"runs", "GET", "/api/runs", [&a, plain] { return plain(a.runs({})); }},
        {"run of id", "GET", "/api/runs/{}", [&a, plain] { return plain(a.readRun(u"1"_s)); }},
        {"log", "GET", "/api/runs/{}", [&a, plain] { return plain(a.log(u"1"_s, {})); }},
        {"approvals", "GET", "/api/approvals", [&a, plain] { return plain(a.approvals()); }},
        {"windows", "GET", "/api/maintenance-windows", [&a, plain] { return plain(a.windows()); }},
        {"export", "GET", "/api/automations/export", [&a, plain] { return plain(a.act(u"export"_s, {})); }},
    };
}

std::vector<Verb> NobaHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        domain::Automation wanted = sendable();
        wanted.name = u"new"_s;
        return plain(a.update(known, wanted, sendable()));
    };
    return {
        {"create", "POST", "/api/automations", [&a, plain] { return plain(a.create(sendable())); }, Changes, Read,
         false},
        {"update", "PUT", "/api/automations/{}", update, Changes, PassedOver},
        {"remove", "DELETE", "/api/automations/{}", [&a] { return a.remove(known); }, Changes, PassedOver},
        {"run", "POST", "/api/automations/{}/run", [&a, plain] { return plain(a.run({.remoteId = known})); }, Changes,
         Read, false},
        {"cancel", "POST", "/api/runs/{}/cancel", [&a] { return a.cancel(u"5"_s); }, Changes, PassedOver, false},
        {"approve", "POST", "/api/approvals/{}/decide",
         [&a] { return a.decide(u"1"_s, domain::Judgement::Approve, {}); }, Changes, PassedOver, false},
        {"make a window", "POST", "/api/maintenance-windows",
         [&a, plain] { return plain(a.createWindow(someWindow())); }, Changes, Read, false},
        {"change a window", "PUT", "/api/maintenance-windows/{}", [&a] { return a.updateWindow(u"7"_s, someWindow()); },
         Changes, PassedOver},
        {"remove a window", "DELETE", "/api/maintenance-windows/{}", [&a] { return a.removeWindow(u"7"_s); }, Changes,
         PassedOver},
    };
}

DocumentedNobaHouse::DocumentedNobaHouse(const QString &dialect)
{
    remote.automations.append(QJsonObject{{u"id"_s, u"auto_backup_nas"_s},
                                          {u"name"_s, u"NAS Backup"_s},
                                          {u"type"_s, u"script"_s},
                                          {u"icon"_s, u"fa-database"_s},
                                          {u"schedule"_s, u"0 3 * * *"_s},
                                          {u"last_run"_s, 1718000000},
                                          {u"last_status"_s, u"done"_s}});
    remote.run = {{u"run_id"_s, u"run_abc123"_s}, {u"automation_id"_s, u"auto_backup_nas"_s},
                  {u"status"_s, u"done"_s},       {u"started"_s, 1718000000},
                  {u"finished"_s, 1718000042},    {u"output"_s, u"Backup completed.\n"_s}};
    remote.approvals.append(QJsonObject{{u"id"_s, u"req_1"_s}, {u"status"_s, u"pending"_s}});
    remote.windows.append(QJsonObject{{u"id"_s, u"mw_1"_s},
                                      {u"name"_s, u"Weekly reboot"_s},
                                      {u"start"_s, u"2026-03-22T03:00:00"_s},
                                      {u"end"_s, u"2026-03-22T04:00:00"_s},
                                      {u"recurring"_s, u"0 3 * * 0"_s},
                                      {u"scope"_s, QJsonArray{u"monitor_abc"_s}},
                                      {u"autonomy_override"_s, u"disabled"_s}});
    noba = std::make_unique<providers::noba::Account>(
        syncing::AccountContext{connectionTo(remote.server.url(), dialect), {{u"token"_s, u"good-token"_s}}, clock},
        hastyHabits());
}

std::vector<Verb> DocumentedNobaHouse::verbs()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        domain::Automation wanted = sendable();
        wanted.name = u"new"_s;
        return plain(a.update(u"auto_backup_nas"_s, wanted, sendable()));
    };
    const QString run = u"run_abc123"_s;
    return {
        {"facts", "GET", "/api/automations", [&a, plain] { return plain(a.facts()); }},
        {"run of id", "GET", "/api/automations/runs/{}", [&a, plain, run] { return plain(a.readRun(run)); }},
        {"log", "GET", "/api/automations/runs/{}", [&a, plain, run] { return plain(a.log(run, {})); }},
        {"approvals", "GET", "/api/approvals", [&a, plain] { return plain(a.approvals()); }},
        {"windows", "GET", "/api/maintenance", [&a, plain] { return plain(a.windows()); }},
        {"create", "POST", "/api/automations", [&a, plain] { return plain(a.create(sendable())); }, Changes, Read,
         false},
        {"update", "PUT", "/api/automations/{}", update, Changes, PassedOver},
        {"remove", "DELETE", "/api/automations/{}", [&a] { return a.remove(u"auto_backup_nas"_s); }, Changes,
         PassedOver},
        {"run", "POST", "/api/automations/{}/run",
         [&a, plain] { return plain(a.run({.remoteId = u"auto_backup_nas"_s})); }, Changes, Read, false},
        {"reject", "POST", "/api/approvals/{}/reject",
         [&a] { return a.decide(u"req_1"_s, domain::Judgement::Reject, u"no"_s); }, Changes, PassedOver, false},
        {"make a window", "POST", "/api/maintenance", [&a, plain] { return plain(a.createWindow(withoutZone())); },
         Changes, Read, false},
        {"activate", "POST", "/api/maintenance/{}/activate",
         [&a, plain] {
             return plain(a.act(u"activate-window"_s, {{u"id"_s, u"mw_1"_s}}));
         },
         Changes, Read, false},
    };
}

} // namespace test
