// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/defenderhouse.h"

#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;

namespace test {

QString someCode()
{
    return QStringLiteral("UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAA"
                          "AAFzWFSEyiyCiQAAAIkA"
                          "AAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3lu"
                          "YyBmdW5jdGlvbigpIHsK"
                          "ICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVBL"
                          "AQIUAAoAAAAAAAFzWFTA"
                          "91VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAAAgAAAAA"
                          "AAAAAAAAAAAAPAAAAGlu"
                          "ZGV4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA==");
}

domain::Automation someBundle()
{
    domain::Automation automation;
    automation.name = u"my task"_s;
    automation.type = u"bundle"_s;
    automation.params = {{u"code"_s, someCode()}};
    automation.triggers = {domain::Schedule{.everySeconds = 1500 * 60}};
    return automation;
}

DefenderHouse::DefenderHouse(const rest::Habits &habits, const QString &place)
    : remote(place), m_habits(habits), m_place(place)
{
    remote.items.insert(
        u"one"_s, QJsonObject{{remote.idName(), u"one"_s},
                              {u"name"_s, u"my task"_s},
                              {u"paused"_s, false},
                              {u"trigger"_s, QJsonObject{{u"type"_s, u"schedule"_s}, {u"frequencyMinutes"_s, 1500}}},
                              {u"relayerId"_s, u"f75701bb"_s},
                              {u"stackResourceId"_s, u"mystack.task-1"_s},
                              {u"createdAt"_s, u"2023-02-23T18:49:14.812Z"_s},
                              {u"codeDigest"_s, u"vy58bBc/IsNfBHiuXpXP+G/mrS++/uRBQyZlQT7FoUg="_s},
                              {u"encodedZippedCode"_s, someCode()},
                              {u"environmentVariables"_s, QJsonObject{{u"hello"_s, u"world"_s}}}});
    for (int i = 5; i > 0; --i) {
        remote.runs.append(QJsonObject{{remote.runIdName(), u"run-%1"_s.arg(i)},
                                       {remote.idName(), u"one"_s},
                                       {u"trigger"_s, u"schedule"_s},
                                       {u"status"_s, i == 5 ? u"pending"_s : u"success"_s},
                                       {u"createdAt"_s, u"2023-02-23T18:49:1%1.812Z"_s.arg(i)},
                                       {u"result"_s, u"{\"n\":42}"_s},
                                       {u"decodedLogs"_s, u"START\n42\n"_s}});
    }
    const bool isOld = place == "autotasks"_L1;
    connection.baseUrl = remote.server.url();
    connection.settings = {{u"generation"_s, place},
                           {u"login"_s, isOld ? u"cognito"_s : u"api"_s},
                           {u"cognito_url"_s, remote.cognitoUrl().toString()}};
    open({{u"api_key"_s, QLatin1StringView(DefenderDouble::apiKey)},
          {u"api_secret"_s, QLatin1StringView(DefenderDouble::secret)}});
}

void DefenderHouse::open(const QHash<QString, QString> &credential)
{
    const auto settings = providers::defender::settingsOf(connection);
    Q_ASSERT(settings);
    const syncing::AccountContext context{connection, credential, clock};
    box = std::make_unique<providers::defender::Account>(context, *settings, m_habits);
}

void DefenderHouse::empty()
{
    remote.items = {};
    remote.runs = {};
}

std::vector<Verb> DefenderHouse::verbs()
{
    std::vector<Verb> all = reads();
    const auto add = [&all](std::vector<Verb> more) {
        for (Verb &verb : more) {
            all.push_back(std::move(verb));
        }
    };
    add(changes());
    if (m_place == "actions"_L1) { // what is the same in both is walked once
        add(actionReads());
        add(actionChanges());
    }
    return all;
}

std::vector<Verb> DefenderHouse::reads()
{
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    return {
        {"facts", "GET", at(""), [&a, plain] { return plain(a.facts()); }},
        {"automations", "GET", at(""), [&a, plain] { return plain(a.automations({})); }},
        {"automation", "GET", at("/{}"), [&a, plain] { return plain(a.automation(u"one"_s)); }},
        {"runs", "GET", at("/{}/runs"), [&a, plain] { return plain(a.runs({.automationRemoteId = u"one"_s})); }},
        {"run of id", "GET", at("/runs/{}"), [&a, plain] { return plain(a.readRun(u"run-1"_s)); }},
        {"log", "GET", at("/runs/{}"), [&a, plain] { return plain(a.log(u"run-1"_s, {})); }},
    };
}

std::vector<Verb> DefenderHouse::actionReads()
{
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, const QJsonObject &fields) {
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const QJsonObject one{{u"id"_s, u"one"_s}};
    return {
        {"runs of a status", "GET", at("/{}/runs"), act(u"runs"_s, {{u"id"_s, u"one"_s}, {u"status"_s, u"pending"_s}})},
        {"show", "GET", at("/{}"), act(u"show"_s, one)},
        {"bring home", "GET", at("/{}"), act(u"bring-home"_s, one)},
        {"download code", "GET", at("/{}"), act(u"download-code"_s, one)},
        {"environment", "GET", at("/{}/environment"), act(u"environment"_s, one)},
        {"secrets", "GET", "/secrets", act(u"secrets"_s, {})},
        {"counts", "GET", at(""), act(u"counts"_s, {})},
        {"quotas", "GET", "/account/usage", act(u"quotas"_s, {{u"quotas"_s, u"runs"_s}})},
        {"capabilities", "GET", "/api-keys/{}/capabilities", act(u"capabilities"_s, {})},
    };
}

std::vector<Verb> DefenderHouse::changes()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto plain = [&a](const auto &answer) { return outcomeOf(&a, answer); };
    const auto update = [&a, plain] {
        domain::Automation wanted = someBundle();
        wanted.paused = true;
        return plain(a.update(u"one"_s, wanted, someBundle()));
    };
    return {
        {"create", "POST", at(""), [&a, plain] { return plain(a.create(someBundle())); }, Changes, Read, false},
        {"update", "PUT", at("/"), update, Changes, PassedOver},
        {"remove", "DELETE", at("/{}"), [&a] { return a.remove(u"one"_s); }, Changes, PassedOver},
        {"run", "POST", at("/{}/runs/manual"), [&a, plain] { return plain(a.run({.remoteId = u"one"_s})); }, Changes,
         Read, false},
    };
}

std::vector<Verb> DefenderHouse::actionChanges()
{
    using enum Effect;
    using enum Body;
    syncing::Account &a = account();
    const auto act = [&a](const QString &name, QJsonObject fields) {
        fields.insert("id"_L1, u"one"_s);
        return [&a, name, fields] { return outcomeOf(&a, a.act(name, fields)); };
    };
    const auto upload = [this, act] {
        QJsonObject item = remote.items.value("one"_L1).toObject();
        item.remove("encodedZippedCode"_L1);
        item.remove("codeDigest"_L1);
        remote.items.insert(u"one"_s, item);
        return act(u"upload-code"_s, {{u"code"_s, someCode()}})();
    };
    return {
        {"run with a body", "POST", at("/{}/runs/manual"), act(u"run"_s, {{u"body"_s, u"{}"_s}}), Changes, Read, false},
        {"upload code", "PUT", at("/{}/code"), upload, Changes, PassedOver},
        {"set the relayer", "PUT", at("/"), act(u"set-relayer"_s, {{u"relayer_id"_s, u"r"_s}}), Changes, PassedOver},
        {"set variables", "PUT", at("/{}/environment"), act(u"set-environment"_s, {}), Changes, PassedOver},
        {"set secrets", "POST", "/secrets", act(u"set-secrets"_s, {{u"deletes"_s, u"old"_s}}), Changes, Read, false},
    };
}

} // namespace test
