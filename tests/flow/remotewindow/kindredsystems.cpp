// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/noba.h"
#include "app/providers/signalbox/signalbox.h"
#include "tests/flow/remotewindow/farsystem.h"
#include "tests/unit/providers/nobahouse.h"
#include "tests/unit/providers/signalboxhouse.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

QJsonArray withFirst(QJsonArray runs, const QJsonObject &changes)
{
    QJsonObject run = runs.first().toObject();
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        run.insert(it.key(), it.value());
    }
    runs.replace(0, run);
    return runs;
}

class FarNoba final : public FarSystem
{
public:
    FarNoba()
    {
        m_house.remote.runs = {};
        add(u"Too hot"_s, u"condition"_s, {{u"condition"_s, u"cpuPercent > 90"_s}, {u"tide"_s, 7}});
        add(u"Price page"_s, u"http"_s, {{u"url"_s, u"https://example.org"_s}, {u"body"_s, QJsonObject{{u"q"_s, 1}}}});
    }
    FarStory story() const override
    {
        return {.system = u"NOBA Command Center"_s,
                .form = {{u"base_url"_s, m_house.remote.server.url().toString()},
                         {u"credential.username"_s, u"kim"_s},
                         {u"credential.password"_s, m_house.remote.password}},
                .mistake = {u"credential.password"_s, u"wrong"_s},
                .refusal = u"Invalid credentials"_s,
                .welcome = u"kim, admin"_s,
                .automation = u"hello"_s,
                .edited = u"name"_s,
                .logWhileItRuns = u"The log comes when the run is over"_s,
                .lines = {u"hi"_s, u"and goodbye"_s},
                .trouble = u"Forbidden"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::Noba>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::noba::Account>(context, storyHabits());
        });
    }
    FaultServer &server() override { return m_house.remote.server; }
    QString told() const override { return m_house.remote.automations.first()["name"_L1].toString(); }
    int edits() const override { return m_house.remote.server.count("PUT", "/api/automations/{}"); }
    QList<FarWork> works() const override
    {
        return {
            {.automation = u"Too hot"_s,
             .kind = u"NOBA condition"_s,
             .typed = {{u"condition"_s, u"cpuPercent > 95"_s}},
             .expected = {{u"condition"_s, u"cpuPercent > 95"_s}, {u"tide"_s, 7}},
             .mistake = {},
             .refusal = {}},
            {.automation = u"Price page"_s,
             .kind = u"noba_http"_s, // nobody declares it
             .typed = {{u"config"_s, u"{\"url\": \"https://example.org\", \"body\": {\"q\": [2]}, \"more\": null}"_s}},
             .expected = {{u"url"_s, u"https://example.org"_s},
                          {u"body"_s, QJsonObject{{u"q"_s, QJsonArray{2}}}},
                          {u"more"_s, QJsonValue()}},
             .mistake = u"{\"url\": \"https://example.org\",\n \"body\": }"_s,
             .refusal = u"config must be a JSON object: line 2, column 11"_s}};
    }
    QJsonObject work(const QString &automation) const override
    {
        for (const QJsonValue one : m_house.remote.automations) {
            if (one["name"_L1].toString() == automation) {
                return one["config"_L1].toObject();
            }
        }
        return {};
    }
    int starts() const override { return m_house.remote.server.count("POST", "/api/automations/{}/run"); }
    void runs() override {} // at once
    void ends() override
    {
        m_house.remote.runs = withFirst(m_house.remote.runs, {{u"status"_s, u"done"_s},
                                                              {u"finished_at"_s, 1795334563},
                                                              {u"exit_code"_s, 0},
                                                              {u"output"_s, u"hi\nand goodbye\n"_s}});
    }
    void breaks() override { server().fault("PUT", "/api/automations/{}", Fault::Forbidden); }

private:
    void add(const QString &name, const QString &type, const QJsonObject &config)
    {
        m_house.remote.automations.append(QJsonObject{{u"id"_s, u"7e%1"_s.arg(m_house.remote.automations.size())},
                                                      {u"name"_s, name},
                                                      {u"type"_s, type},
                                                      {u"config"_s, config},
                                                      {u"enabled"_s, true}});
    }

    NobaHouse m_house;
};

class FarSignalbox final : public FarSystem
{
public:
    FarSignalbox() { m_house.remote.runs = {}; }
    FarStory story() const override
    {
        return {.system = u"Signalbox"_s,
                .form = {{u"base_url"_s, m_house.remote.server.url().toString()},
                         {u"credential.token"_s, QLatin1StringView(SignalboxDouble::token)}},
                .mistake = {u"credential.token"_s, u"sb_another"_s},
                .refusal = u"Unauthorized"_s,
                .welcome = u"operator"_s,
                .automation = u"Nightly"_s,
                .edited = u"description"_s,
                .isLive = true,
                .logWhileItRuns = u"Lines appear here as the run writes them"_s,
                .lines = {u"half of it"_s, u"all of it"_s},
                .trouble = u"starting"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::Signalbox>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::signalbox::Account>(context, storyHabits());
        });
    }
    FaultServer &server() override { return m_house.remote.server; }
    QString told() const override { return m_house.remote.automations.value("auto_a"_L1)["description"_L1].toString(); }
    int edits() const override { return m_house.remote.server.count("PUT", "/api/automations/{}"); }
    int starts() const override { return m_house.remote.server.count("POST", "/api/automations/auto_a/run"); }
    void runs() override
    {
        m_house.remote.log = "id: 0\ndata: half of it\n\n";
        change({{u"status"_s, u"running"_s}, {u"started_at"_s, u"2026-10-25T00:01:00.000Z"_s}});
    }
    void ends() override
    {
        const QByteArray rest = "id: 1\ndata: all of it\n\nevent: end\ndata: {\"status\":\"done\"}\n\n";
        m_house.remote.log += rest;
        change({{u"status"_s, u"done"_s}, {u"finished_at"_s, u"2026-10-25T01:00:00.000Z"_s}});
        server().push(rest);
    }
    void breaks() override { server().fault("PUT", "/api/automations/{}", Fault::Unavailable); }

private:
    void change(const QJsonObject &changes) { m_house.remote.runs = withFirst(m_house.remote.runs, changes); }

    SignalboxHouse m_house;
};

} // namespace

std::unique_ptr<FarSystem> farNoba()
{
    return std::make_unique<FarNoba>();
}

std::unique_ptr<FarSystem> farSignalbox()
{
    return std::make_unique<FarSignalbox>();
}

} // namespace test
