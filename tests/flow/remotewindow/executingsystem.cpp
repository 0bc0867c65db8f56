// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/brahma.h"
#include "tests/flow/remotewindow/farsystem.h"
#include "tests/unit/providers/brahmahouse.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

/// Nobody is registered there at first, and nobody subscribes.
class FarBrahma final : public FarSystem
{
public:
    FarStory story() const override
    {
        return {.system = u"Brahma Console"_s,
                .form = {{u"base_url"_s, m_remote.url().toString()},
                         {u"credential.api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)},
                         {u"credential.executor_key"_s, brahmaKey}},
                .mistake = {u"credential.api_key"_s, u"vendor-key-0"_s},
                .refusal = u"invalid api key"_s,
                .welcome = u"not registered"_s,
                .deed = u"register"_s,
                .deedFields = {{u"client_id"_s, u"refuel"_s}},
                .automation = u"refuel"_s,
                .barred = u"Docks can't do this: Change automations"_s,
                .arguments = {{u"to"_s, brahmaToken}, {u"value"_s, u"5"_s}},
                .asksFirst = true,
                .logWhileItRuns = u"Docks keeps no logs of runs"_s,
                .noLog = u"Docks keeps no logs of runs"_s,
                .result = u"0xfeed"_s,
                .cannot = u"cancelRun"_s,
                .whyNot = u"Docks can't do this: Cancel runs"_s,
                .trouble = u"policy: token limit exceeded"_s};
    }
    std::unique_ptr<syncing::Provider> provider() const override
    {
        return opening(std::make_unique<providers::Brahma>(), [](const syncing::AccountContext &context) {
            return std::make_unique<providers::brahma::Account>(
                context, *providers::brahma::settingsOf(context.connection), storyHabits());
        });
    }
    FaultServer &server() override { return m_remote.server; }
    void followDeed() override
    {
        QJsonObject subscription = someSubscription(u"sub-1"_s, brahmaSubscriber);
        subscription.insert("registryId"_L1, m_remote.registrations.value(brahmaExecutor)["id"_L1]);
        m_remote.subscriptions = {subscription};
    }
    int starts() const override { return m_remote.server.count("POST", "/v1/vendor/automations/tasks/execute/{}"); }
    void runs() override { m_remote.becomes(newest(), u"executing"_s); }
    void ends() override { m_remote.becomes(newest(), u"successful"_s, u"0xfeed"_s); }
    void breaks() override { m_remote.refusal = u"policy: token limit exceeded"_s; }
    void heals() override
    {
        m_remote.refusal.clear();
        server().heal();
    }

private:
    QString newest() const { return m_remote.tasks.keys().last(); }

    BrahmaDouble m_remote;
};

} // namespace

std::unique_ptr<FarSystem> farBrahma()
{
    return std::make_unique<FarBrahma>();
}

} // namespace test
