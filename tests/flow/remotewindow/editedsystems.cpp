// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/defender.h"
#include "app/providers/posthog/entries.h"
#include "app/providers/posthog/posthog.h"
#include "app/providers/theeye/theeye.h"
#include "tests/flow/remotewindow/farsystem.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/posthog/posthoghouse.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

/// As TheEye tells it.
QJsonObject taskOf(const QString &id, const QString &kind, const QString &name, QJsonObject own)
{
    own.insert("id"_L1, id);
    own.insert("type"_L1, kind);
    own.insert("name"_L1, name);
    return own;
}

class FarDefender final : public FarSystem
{
public:
    FarStory story() const override
    {
        return {.system = u"OpenZeppelin Defender"_s,
                .form = {{u"base_url"_s, m_house.remote.server.url().toString()},
                         {u"credential.api_key"_s, QLatin1StringView(DefenderDouble::apiKey)},
                         {u"credential.api_secret"_s, QLatin1StringView(DefenderDouble::secret)}},
                .mistake = {u"credential.api_secret"_s, u"another secret"_s},
                .refusal = u"Incorrect username or password."_s,
                .welcome = u"Actions"_s,
                .automation = u"my task"_s,
                .edited = u"name"_s,
                .logWhileItRuns = u"The log comes when the run is over"_s,
                .lines = {u"START"_s, u"all refuelled"_s},
                .cannot = u"cancelRun"_s,
                .whyNot = u"Docks can't do this: Cancel runs"_s,
                .trouble = u"it broke"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::Defender>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::defender::Account>(
                context, *providers::defender::settingsOf(context.connection), storyHabits());
        });
    }
    FaultServer &server() override { return m_house.remote.server; }
    QString told() const override { return m_house.remote.items.value("one"_L1)["name"_L1].toString(); }
    int edits() const override { return m_house.remote.server.count("PUT", "/actions/"); }
    int starts() const override { return m_house.remote.server.count("POST", "/actions/{}/runs/manual"); }
    void runs() override {} // a run is pending until it is over
    void ends() override
    {
        QJsonObject run = m_house.remote.runs.first().toObject();
        run.insert("status"_L1, u"success"_s);
        run.insert("decodedLogs"_L1, u"START\nall refuelled\n"_s);
        m_house.remote.runs.replace(0, run);
    }
    void breaks() override { server().fault("PUT", "/actions/", Fault::ServerError); }

private:
    DefenderHouse m_house;
};

class FarPosthog final : public FarSystem
{
public:
    FarPosthog() { m_remote.addTask(u"t1"_s, u"Rotate staging credentials"_s); }
    FarStory story() const override
    {
        return {.system = u"PostHog Tasks"_s,
                .form = {{u"base_url"_s, m_remote.server.url().toString()},
                         {u"settings.project_id"_s, u"7"_s},
                         {u"credential.token"_s, QLatin1StringView(PosthogDouble::token)}},
                .mistake = {u"credential.token"_s, u"phx_old"_s},
                .refusal = u"Invalid personal API key."_s,
                .welcome = u"task:read, task:write"_s,
                .automation = u"Rotate staging credentials"_s,
                .edited = u"description"_s,
                .isLive = true,
                .logWhileItRuns = u"Lines appear here as the run writes them"_s,
                .lines = {u"step 1 done"_s, u"step 2 done"_s},
                .result = u"https://example.org/pr/12"_s,
                .trouble = u"API key missing required scope 'task:write'"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::Posthog>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::posthog::Account>(context, storyHabits());
        });
    }
    FaultServer &server() override { return m_remote.server; }
    QString told() const override { return m_remote.tasks.first().value("description"_L1).toString(); }
    int edits() const override { return m_remote.server.count("PATCH", PosthogDouble::at("t1/")); }
    QList<FarWork> works() const override
    {
        return {{.automation = u"Rotate staging credentials"_s,
                 .kind = u"PostHog task"_s,
                 .typed = {{u"repository"_s, u"acme/infra"_s}, {u"github_integration"_s, u"12"_s}},
                 .expected = {{u"repository"_s, u"acme/infra"_s},
                              {u"github_integration"_s, 12},
                              {u"origin_product"_s, u"user_created"_s}},
                 .mistake = {},
                 .refusal = {}}};
    }
    QJsonObject work(const QString &) const override { return m_remote.tasks.first(); }
    int starts() const override { return static_cast<int>(m_remote.runs.value(u"t1"_s).size()); }
    void runs() override
    {
        change({{u"status"_s, u"in_progress"_s}});
        write(u"step 1 done"_s);
    }
    void ends() override
    {
        write(u"step 2 done"_s);
        change({{u"status"_s, u"completed"_s},
                {u"completed_at"_s, u"2026-10-25T01:00:00Z"_s},
                {u"output"_s, QJsonObject{{u"pr_url"_s, u"https://example.org/pr/12"_s}}}});
    }
    void breaks() override { m_remote.scopes = {u"task:read"_s}; }
    void heals() override
    {
        m_remote.scopes = {u"task:read"_s, u"task:write"_s};
        server().heal();
    }

private:
    QString newest() const { return m_remote.runs.value(u"t1"_s).first()["id"_L1].toString(); }
    void change(const QJsonObject &fields) { m_remote.setRun(u"t1"_s, newest(), fields); }
    void write(const QString &line)
    {
        m_remote.write(newest(),
                       providers::posthog::consoleEntry(newest(), u"info"_s, line, u"2026-10-25T00:16:01Z"_s));
    }

    PosthogDouble m_remote;
};

class FarTheEye final : public FarSystem
{
public:
    FarTheEye()
    {
        m_house.remote.tasks.insert("two"_L1, taskOf(u"two"_s, u"scraper"_s, u"Price page"_s,
                                                     {{u"host_id"_s, u"host-1"_s},
                                                      {u"url"_s, u"https://example.org/old"_s},
                                                      {u"method"_s, u"POST"_s},
                                                      {u"status_code"_s, 200},
                                                      {u"tide"_s, 7}}));
        m_house.remote.tasks.insert(
            "three"_L1, taskOf(u"three"_s, u"notification"_s, u"Tell"_s,
                               {{u"subject"_s, u"Done"_s}, {u"notificationTypes"_s, QJsonObject{{u"push"_s, true}}}}));
    }
    FarStory story() const override
    {
        return {.system = u"TheEye"_s,
                .form = {{u"base_url"_s, m_house.remote.server.url().toString()},
                         {u"settings.organisation"_s, u"acme"_s},
                         {u"settings.gateway_url"_s, m_house.remote.gatewayUrl().toString()},
                         {u"credential.username"_s, u"kim"_s},
                         {u"credential.password"_s, QLatin1StringView(TheEyeDouble::password)}},
                .mistake = {u"credential.password"_s, u"wrong"_s},
                .refusal = u"Unauthorized"_s,
                .welcome = u"kim, admin"_s,
                .automation = u"Rotate"_s,
                .edited = u"description"_s,
                .arguments = {{u"Env"_s, u"prd"_s}, {u"Why"_s, u"the disk is full"_s}},
                .logWhileItRuns = u"The log comes when the run is over"_s,
                .lines = {u"rotated"_s, u"nothing is left"_s},
                .trouble = u"Forbidden"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::TheEye>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::theeye::Account>(
                context, *providers::theeye::settingsOf(context.connection), storyHabits());
        });
    }
    FaultServer &server() override { return m_house.remote.server; }
    QString told() const override { return m_house.remote.tasks.value("one"_L1)["description"_L1].toString(); }
    int edits() const override { return m_house.remote.server.count("PUT", "/acme/task/{}"); }
    QList<FarWork> works() const override
    {
        return {{.automation = u"Price page"_s,
                 .kind = u"TheEye scraper"_s,
                 .typed = {{u"url"_s, u"https://example.org/new"_s}, {u"status_code"_s, u"204"_s}},
                 .expected = {{u"url"_s, u"https://example.org/new"_s},
                              {u"status_code"_s, 204},
                              {u"method"_s, u"POST"_s},
                              {u"tide"_s, 7}},
                 .mistake = {},
                 .refusal = {}},
                {.automation = u"Tell"_s,
                 .kind = u"TheEye notification"_s,
                 .typed = {{u"notificationTypes"_s, u"{\"email\": true}"_s}},
                 .expected = {{u"subject"_s, u"Done"_s}, {u"notificationTypes"_s, QJsonObject{{u"email"_s, true}}}},
                 .mistake = u"{\"email\": yes}"_s,
                 .refusal = u"line 1, column 11"_s},
                {.automation = u"Rotate and tell"_s,
                 .kind = u"TheEye workflow"_s,
                 .typed = {{u"start_task_id"_s, u"ask"_s}},
                 .expected = {{u"start_task_id"_s, u"ask"_s},
                              {u"name"_s, u"Rotate and tell"_s},
                              {u"graph"_s, someTheEyeGraph()},
                              {u"tide"_s, 7}},
                 .mistake = {},
                 .refusal = {}}};
    }
    QJsonObject work(const QString &automation) const override
    {
        return automation == "Rotate and tell"_L1
                   ? m_house.remote.workflows.value("flow"_L1).toObject()
                   : m_house.remote.tasks.value(automation == "Tell"_L1 ? "three"_L1 : "two"_L1).toObject();
    }
    int starts() const override { return m_house.remote.server.count("POST", "/acme/task/{}/job"); }
    void runs() override { m_house.remote.changeJob(newest(), {{u"lifecycle"_s, u"started"_s}}); }
    void ends() override
    {
        const QJsonObject result{{u"code"_s, 0}, {u"log"_s, u"rotated\nnothing is left\n"_s}};
        m_house.remote.changeJob(newest(), {{u"lifecycle"_s, u"finished"_s},
                                            {u"state"_s, u"success"_s},
                                            {u"last_update"_s, u"2026-10-25T00:01:00.000Z"_s},
                                            {u"result"_s, result}});
    }
    void breaks() override { server().fault("PUT", "/acme/task/{}", Fault::Forbidden); }

private:
    QString newest() const { return m_house.remote.jobs.first()["id"_L1].toString(); }

    TheEyeHouse m_house;
};

} // namespace

std::unique_ptr<FarSystem> farDefender()
{
    return std::make_unique<FarDefender>();
}

std::unique_ptr<FarSystem> farPosthog()
{
    return std::make_unique<FarPosthog>();
}

std::unique_ptr<FarSystem> farTheEye()
{
    return std::make_unique<FarTheEye>();
}

} // namespace test
