// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/brahmahouse.h"

#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QByteArray vendor = "/v1/vendor";

QJsonObject someRegistration()
{
    return {{u"config"_s, QJsonObject{{u"feeInBPS"_s, 0},
                                      {u"feeReceiver"_s, u"0x"_s + QString(40, u'0')},
                                      {u"feeToken"_s, u"0x"_s + QString(40, u'0')},
                                      {u"limitPerExecution"_s, true},
                                      {u"inputTokens"_s, QJsonArray{brahmaToken}},
                                      {u"hopAddresses"_s, QJsonArray()}}},
            {u"executor"_s, brahmaExecutor},
            {u"signature"_s, u"0x"_s},
            {u"chainId"_s, BrahmaDouble::chain},
            {u"timestamp"_s, 1},
            {u"executorMetadata"_s,
             QJsonObject{
                 {u"id"_s, u"refuel"_s}, {u"name"_s, u"Refuel"_s}, {u"logo"_s, u""_s}, {u"metadata"_s, QJsonObject()}}},
            {u"id"_s, u"registry-1"_s},
            {u"status"_s, 1}};
}

} // namespace

QJsonObject someSubscription(const QString &id, const QString &account, int status)
{
    return {{u"chainId"_s, BrahmaDouble::chain},
            {u"commitHash"_s, u"0x7f8c52bd5e691fd15398eb8097585d1572152defeb2b42e2f34c6f4b20cea15e"_s},
            {u"createdAt"_s, u"2024-07-31T08:25:48.469066Z"_s},
            {u"duration"_s, 0},
            {u"feeAmount"_s, u"0"_s},
            {u"feeToken"_s, brahmaToken},
            {u"id"_s, id},
            {u"metadata"_s, QJsonObject{{u"amount"_s, u"1000000000000000"_s}, {u"chains"_s, QJsonArray{8453, 34443}}}},
            {u"registryId"_s, u"registry-1"_s},
            {u"status"_s, status},
            {u"subAccountAddress"_s, account},
            {u"tokenInputs"_s, QJsonObject{{u"0x"_s + QString(40, u'0'), u"2000000000000000"_s}}},
            {u"tokenLimits"_s, QJsonObject{{u"0x"_s + QString(40, u'0'), u"0.001"_s}}}};
}

domain::ArgumentValues someTransfer()
{
    return {{u"to"_s, brahmaToken},
            {u"value"_s, u"0"_s},
            {u"data"_s, u"0xa9059cbb"_s + QString(24, u'0') + QString(40, u'2') + QString(59, u'0') + u"f4240"_s},
            {u"call_type"_s, u"call"_s}};
}

BrahmaHouse::BrahmaHouse(const rest::Habits &habits) : m_habits(habits)
{
    remote.registrations.insert(brahmaExecutor, someRegistration());
    remote.subscriptions = {someSubscription(u"sub-1"_s, brahmaSubscriber),
                            someSubscription(u"sub-2"_s, u"0x"_s + QString(40, u'1')),
                            someSubscription(u"sub-3"_s, u"0x"_s + QString(40, u'3'), 4)};
    remote.becomes(u"task-0"_s, u"executing"_s);
    remote.kernelExecutors.insert(u"registry-1"_s,
                                  QJsonObject{{u"registryId"_s, u"registry-1"_s}, {u"enabled"_s, true}});
    remote.kernelTasks = {QJsonObject{{u"id"_s, u"k-1"_s}}, QJsonObject{{u"id"_s, u"k-2"_s}}};
    remote.kernelStates = {{u"k-0"_s, 2}};
    remote.kernelLogs = {QJsonObject{{u"id"_s, u"log-1"_s}, {u"message"_s, u"executed"_s}, {u"sub_id"_s, u"sub-1"_s}}};
    connection.baseUrl = remote.url();
    connection.settings = {{u"chain_id"_s, BrahmaDouble::chain}};
    open();
}

void BrahmaHouse::open(const QHash<QString, QString> &credential)
{
    const auto settings = providers::brahma::settingsOf(connection);
    Q_ASSERT(settings);
    const syncing::AccountContext context{connection, credential, clock};
    box = std::make_unique<providers::brahma::Account>(context, *settings, m_habits);
}

std::vector<Verb> BrahmaHouse::verbs()
{
    std::vector<Verb> all = reads();
    for (auto more : {actionReads(), changes()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::vector<Verb> BrahmaHouse::reads()
{
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const QByteArray list = vendor + "/automations/executor/{}/subscriptions";
    return {
        {"facts", "GET", list, [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", list, [&a, plain] { return plain(a.automations({})); }},
        {"automation", "GET", list, [&a, plain] { return plain(a.automation(u"sub-1"_s)); }},
        {"run of id", "GET", vendor + "/relayer/tasks/status/{}",
         [&a, plain] { return plain(a.readRun(u"task-0"_s)); }},
        {"run of the kernel", "GET", vendor + "/kernel/tasks/status/{}",
         [&a, plain] { return plain(a.readRun(u"kernel:k-0"_s)); }},
    };
}

std::vector<Verb> BrahmaHouse::actionReads()
{
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QJsonObject &fields = {}) {
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const QJsonObject account{{u"account"_s, brahmaSubscriber}};
    const QJsonObject wish{{u"account"_s, brahmaSubscriber}, {u"to"_s, brahmaToken}};
    const QByteArray executor = vendor + "/automations/executor/{}/{}";
    const QByteArray nonce = vendor + "/automations/executor/nonce/{}/{}/{}";
    return {
        {"registration", "GET", executor, act(u"registration"_s)},
        {"subscriptions", "GET", vendor + "/automations/executor/{}/subscriptions", act(u"subscriptions"_s)},
        {"of an account", "GET", vendor + "/automations/subscriptions/console/{}/{}",
         act(u"subscriptions-of-account"_s, account)},
        {"of an owner", "GET", vendor + "/automations/subscriptions/owner/{}/{}",
         act(u"subscriptions-of-owner"_s, {{u"owner"_s, brahmaExecutor}})},
        {"nonce", "GET", nonce, act(u"nonce"_s, account)},
        {"what to sign", "GET", nonce, act(u"execution-to-sign"_s, wish)},
        {"task status", "GET", vendor + "/relayer/tasks/status/{}",
         act(u"task-status"_s, {{u"task_id"_s, u"task-0"_s}})},
        {"what to sign for the kernel", "GET", executor, act(u"kernel-to-sign"_s)},
        {"kernel registration", "GET", vendor + "/kernel/executor/{}", act(u"kernel-registration"_s)},
        {"kernel tasks", "GET", vendor + "/kernel/tasks/{}", act(u"kernel-tasks"_s)},
        {"kernel status", "GET", vendor + "/kernel/tasks/status/{}",
         act(u"kernel-status"_s, {{u"task_id"_s, u"k-0"_s}})},
        {"kernel logs", "GET", vendor + "/kernel/logs/{}", act(u"kernel-logs"_s, {{u"id"_s, u"sub-1"_s}})},
    };
}

std::vector<Verb> BrahmaHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QJsonObject &fields) {
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const auto run = [&a](const QString &kernelTask) {
        domain::ArgumentValues values = someTransfer();
        values.insert(u"kernel_task"_s, kernelTask);
        return outcomeOf(&a, a.run({.remoteId = u"sub-1"_s, .arguments = values}));
    };
    const QJsonObject wish{{u"account"_s, brahmaSubscriber}, {u"to"_s, brahmaToken}};
    const QJsonObject skip{
        {u"task_id"_s, u"k-1"_s}, {u"account"_s, brahmaSubscriber}, {u"reason"_s, u"nothing to do"_s}};
    return {
        {"run", "POST", vendor + "/automations/tasks/execute/{}", [run] { return run({}); }, Changes, Read, false},
        {"run for the kernel", "POST", vendor + "/kernel/tasks", [run] { return run(u"k-1"_s); }, Changes, Read, false},
        {"register", "POST", vendor + "/automations/executor", act(u"register"_s, {{u"client_id"_s, u"refuel"_s}}),
         Changes, Read, false},
        {"validate", "POST", vendor + "/automations/tasks/validate/{}", act(u"validate"_s, wish), Changes},
        {"register at the kernel", "POST", vendor + "/kernel/executor", act(u"kernel-register"_s, {}), Changes,
         PassedOver, false},
        {"skip", "POST", vendor + "/kernel/tasks", act(u"kernel-skip"_s, skip), Changes, Read, false},
    };
}

} // namespace test
