// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/remotecommands/farsystem.h"
#include "tests/support/brahmadouble.h"
#include "tests/support/defenderdouble.h"
#include "tests/support/nobadouble.h"
#include "tests/support/posthog/posthogdouble.h"
#include "tests/support/theeye/theeyedouble.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace test {

namespace {

const QString line = u"all is rotated"_s;
/// `index.js` alone, another one than someCode().
const QString codeThere =
    u"UEsDBBQAAAAAAAAAIQAmIRLtGgAAABoAAAAIAAAAaW5kZXguanNleHBvcnRzLmhhbmRsZXIgPSAoKSA9PiAxO1BLAQIUAxQAAAAA"
    u"AAAAIQAmIRLtGgAAABoAAAAIAAAAAAAAAAAAAACAAQAAAABpbmRleC5qc1BLBQYAAAAAAQABADYAAABAAAAAAAA="_s;

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

QJsonObject with(QJsonObject object, const QJsonObject &changes)
{
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

void changeFirst(QJsonArray &items, const QJsonObject &changes)
{
    items.replace(0, with(items.first().toObject(), changes));
}

FarSystem defender(const QString &place)
{
    const auto there = std::make_shared<DefenderDouble>(place);
    there->items.insert(
        u"one"_s, QJsonObject{{there->idName(), u"one"_s},
                              {u"name"_s, u"Rotate"_s},
                              {u"paused"_s, false},
                              {u"encodedZippedCode"_s, codeThere},
                              {u"trigger"_s, QJsonObject{{u"type"_s, u"schedule"_s}, {u"frequencyMinutes"_s, 1500}}},
                              {u"relayerId"_s, u"f75701bb"_s}});
    there->runs.append(QJsonObject{{there->runIdName(), u"run-0"_s},
                                   {there->idName(), u"one"_s},
                                   {u"trigger"_s, u"schedule"_s},
                                   {u"status"_s, u"success"_s},
                                   {u"createdAt"_s, now()},
                                   {u"decodedLogs"_s, line + u'\n'}});
    DefenderDouble *const far = there.get();
    const QString key = u"api_key="_s + QLatin1StringView(DefenderDouble::apiKey);
    return {.provider = u"defender"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->server.url().toString(), u"generation="_s + place, u"login=api"_s},
            .wrong = {key, u"api_secret=guessed"_s},
            .right = {key, u"api_secret="_s + QLatin1StringView(DefenderDouble::secret)},
            .automation = u"Rotate"_s,
            .listing = {"GET", '/' + place.toLatin1()},
            .sending = {"PUT", '/' + place.toLatin1() + '/'},
            .nameThere = [far] { return far->items.value("one"_L1)["name"_L1].toString(); },
            .runsThere = [far] { return int(far->runs.size()); },
            .endRun =
                [far] {
                    changeFirst(far->runs, {{u"status"_s, u"success"_s}, {u"decodedLogs"_s, line + u'\n'}});
                },
            .holds = there};
}

FarSystem posthog()
{
    const auto there = std::make_shared<PosthogDouble>();
    there->addTask(u"one"_s, u"Rotate"_s);
    there->addRun(u"one"_s, u"r1"_s, u"completed"_s);
    PosthogDouble *const far = there.get();
    const auto endRun = [far] {
        const QString run = far->runs.value(u"one"_s).first()["id"_L1].toString();
        const QJsonObject said{{u"jsonrpc"_s, u"2.0"_s},
                               {u"method"_s, u"_posthog/console"_s},
                               {u"params"_s, QJsonObject{{u"level"_s, u"info"_s}, {u"message"_s, line}}}};
        far->write(run, {{u"type"_s, u"notification"_s}, {u"timestamp"_s, now()}, {u"notification"_s, said}});
        far->setRun(u"one"_s, run, {{u"status"_s, u"completed"_s}, {u"completed_at"_s, now()}});
        far->streamHead = "event: stream-end\ndata: {}\n\n"; // of those that are opened again
        far->server.closeStreams();
    };
    return {.provider = u"posthog"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->server.url().toString(), u"project_id=7"_s},
            .wrong = {u"token=phx_guessed"_s},
            .right = {u"token="_s + QLatin1StringView(PosthogDouble::token)},
            .automation = u"Rotate"_s,
            .listing = {"GET", PosthogDouble::at("")},
            .sending = {"PATCH", PosthogDouble::at("one/")},
            .nameThere = [far] { return far->tasks.first().value("title"_L1).toString(); },
            .runsThere = [far] { return int(far->runs.value(u"one"_s).size()); },
            .endRun = endRun,
            .holds = there};
}

FarSystem theEye(const QString &dialect)
{
    const auto there = std::make_shared<TheEyeDouble>();
    there->isDocumented = dialect == "documented"_L1;
    there->tasks.insert(u"one"_s, QJsonObject{{u"id"_s, u"one"_s},
                                              {u"type"_s, u"dummy"_s},
                                              {u"_type"_s, u"DummyTask"_s},
                                              {u"name"_s, u"Rotate"_s},
                                              {u"multitasking"_s, true},
                                              {u"secret"_s, QString(64, u'a')}});
    TheEyeDouble *const far = there.get();
    const auto endRun = [far] {
        const QJsonObject result{{u"code"_s, 0}, {u"log"_s, line + u'\n'}};
        far->changeJob(far->jobs.first()["id"_L1].toString(), {{u"lifecycle"_s, u"finished"_s},
                                                               {u"state"_s, u"success"_s},
                                                               {u"last_update"_s, now()},
                                                               {u"result"_s, result}});
    };
    return {.provider = u"theeye"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->server.url().toString(), u"organisation=acme"_s,
                         u"gateway_url="_s + far->gatewayUrl().toString(), u"dialect="_s + dialect},
            .wrong = {u"username=kim"_s, u"password=guessed"_s},
            .right = {u"username=kim"_s, u"password="_s + QLatin1StringView(TheEyeDouble::password)},
            .automation = u"Rotate"_s,
            .listing = {"GET", "/acme/task"},
            .sending = {"PUT", "/acme/task/{}"},
            .nameThere = [far] { return far->tasks.value("one"_L1)["name"_L1].toString(); },
            .runsThere = [far] { return int(far->jobs.size()); },
            .endRun = endRun,
            .staysThere = "a dummy task does nothing",
            .holds = there};
}

FarSystem noba()
{
    const auto there = std::make_shared<NobaDouble>();
    there->credential = "ApiKey good-key";
    there->automations.append(QJsonObject{{u"id"_s, u"0fe653c29f92"_s},
                                          {u"name"_s, u"Rotate"_s},
                                          {u"type"_s, u"script"_s},
                                          {u"config"_s, QJsonObject{{u"command"_s, u"echo hi"_s}}},
                                          {u"schedule"_s, u"0 3 * * *"_s},
                                          {u"enabled"_s, true},
                                          {u"created_at"_s, 1795334528},
                                          {u"updated_at"_s, 1795334528}});
    NobaDouble *const far = there.get();
    return {.provider = u"noba"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->server.url().toString()},
            .wrong = {u"api_key=guessed"_s},
            .right = {u"api_key=good-key"_s},
            .automation = u"Rotate"_s,
            .listing = {"GET", "/api/automations"},
            .sending = {"PUT", "/api/automations/{}"},
            .nameThere = [far] { return far->automations.first()["name"_L1].toString(); },
            .runsThere = [far] { return int(far->runs.size()); },
            .endRun =
                [far] {
                    changeFirst(far->runs, {{u"status"_s, u"done"_s},
                                            {u"finished_at"_s, QDateTime::currentSecsSinceEpoch()},
                                            {u"exit_code"_s, 0},
                                            {u"output"_s, line + u'\n'}});
                },
            .holds = there};
}

FarSystem brahma()
{
    const auto there = std::make_shared<BrahmaDouble>();
    const QString executor = u"0x7e5f4552091a69125d5dfcb7b8c2659029395bdf"_s; // of the key with the number 1
    there->registrations.insert(executor, QJsonObject{{u"executor"_s, executor},
                                                      {u"chainId"_s, BrahmaDouble::chain},
                                                      {u"executorMetadata"_s, QJsonObject{{u"id"_s, u"refuel"_s}}},
                                                      {u"id"_s, u"registry-1"_s},
                                                      {u"status"_s, 1}});
    there->subscriptions.append(QJsonObject{{u"id"_s, u"sub-1"_s},
                                            {u"chainId"_s, BrahmaDouble::chain},
                                            {u"createdAt"_s, u"2024-07-31T08:25:48.469066Z"_s},
                                            {u"duration"_s, 0},
                                            {u"registryId"_s, u"registry-1"_s},
                                            {u"status"_s, 2},
                                            {u"subAccountAddress"_s, u"0x3e26fe336ebae6135a3ae1600f13a01a1d2510c4"_s}});
    there->becomes(u"task-0"_s, u"executing"_s);
    BrahmaDouble *const far = there.get();
    const QString one = QString(63, u'0') + u'1';
    return {.provider = u"brahma"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->url().toString(), u"chain_id=42161"_s, u"status_s=1"_s},
            .wrong = {u"api_key=guessed"_s, u"executor_key="_s + one},
            .right = {u"api_key="_s + QLatin1StringView(BrahmaDouble::apiKey), u"executor_key="_s + one},
            .automation = {},
            .listing = {"GET", "/v1/vendor/automations/executor/{}/subscriptions"},
            .sending = {"POST", "/v1/vendor/automations/tasks/execute/{}"},
            .runOptions = {u"--arg"_s, u"to=0xaf88d065e77c8cc2239327c5edb3a432268e5831"_s, u"--arg"_s, u"value=5"_s},
            .edits = Edits::KeptHere,
            .nameThere = [] { return QString(); },
            .runsThere = [far] { return int(far->tasks.size()); },
            .endRun = [far] { far->becomes(far->tasks.keys().last(), u"successful"_s, u"0xfeed"_s); },
            .said = {},
            .setRegistered = [far, kept = there->registrations](
                                 bool isRegistered) { far->registrations = isRegistered ? kept : QJsonObject(); },
            .holds = there};
}

/// Which no server was seen to speak.
FarSystem documentedNoba()
{
    const auto there = std::make_shared<DocumentedNobaDouble>();
    there->server.demand({}, {}); // its webhooks are asked by whoever has their address
    there->automations.append(QJsonObject{{u"id"_s, u"auto_backup_nas"_s},
                                          {u"name"_s, u"Rotate"_s},
                                          {u"type"_s, u"script"_s},
                                          {u"icon"_s, u"fa-database"_s},
                                          {u"schedule"_s, u"0 3 * * *"_s},
                                          {u"last_run"_s, 1718000000},
                                          {u"last_status"_s, u"done"_s}});
    there->run = {{u"run_id"_s, u"run_abc123"_s},
                  {u"automation_id"_s, u"auto_backup_nas"_s},
                  {u"status"_s, u"running"_s},
                  {u"started"_s, QDateTime::currentSecsSinceEpoch()}};
    for (const QString &id : {u"req_1"_s, u"req_2"_s}) {
        there->approvals.append(
            QJsonObject{{u"id"_s, id}, {u"run_id"_s, u"run_abc123"_s}, {u"status"_s, u"pending"_s}});
    }
    DocumentedNobaDouble *const far = there.get();
    return {.provider = u"noba"_s,
            .server = &far->server,
            .settings = {u"base_url="_s + far->server.url().toString(), u"dialect=documented"_s},
            .wrong = {u"api_key=guessed"_s},
            .right = {u"api_key=good-key"_s},
            .automation = u"Rotate"_s,
            .listing = {"GET", "/api/automations"},
            .sending = {"PUT", "/api/automations/{}"},
            .holds = there};
}

} // namespace

/// A bundle that exports a handler.
QString someCode()
{
    return u"UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAAAAFzWFSEyiyCiQ"
           u"AA"
           "AIkAAAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3luYyBmdW5jdGl"
           "v"
           "bigpIHsKICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVBLAQIUAAo"
           "A"
           "AAAAAAFzWFTA91VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAAAgAAAAAAAA"
           "A"
           "AAAAAAAAPAAAAGluZGV4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA=="_s;
}

std::vector<FarSystem> farSystems()
{
    return {defender(u"actions"_s), posthog(), theEye(u"actual"_s), noba(), brahma()};
}

std::vector<FarSystem> documentedSystems()
{
    FarSystem asItIs = theEye(u"actual"_s);
    asItIs.called = u"theeye as it is"_s;
    return {documentedNoba(), defender(u"autotasks"_s), posthog(), theEye(u"documented"_s), asItIs, brahma()};
}

} // namespace test
