// SPDX-License-Identifier: Apache-2.0
// Answers of remote systems: whatever comes, it is read without harm; what is read is bounded and can be said again; no
// secret is shown; events come out the same in whichever pieces they arrive.
#include "app/providers/defender/reading.h"
#include "app/providers/defender/writing.h"
#include "app/providers/noba/config.h"
#include "app/providers/noba/cron.h"
#include "app/providers/noba/documented.h"
#include "app/providers/noba/masking.h"
#include "app/providers/noba/reading.h"
#include "app/providers/noba/windows.h"
#include "app/providers/noba/workflows.h"
#include "app/providers/signalbox/reading.h"
#include "app/providers/theeye/jobs.h"
#include "app/providers/theeye/reading.h"
#include "app/providers/theeye/redacting.h"
#include "app/providers/theeye/writing.h"
#include "app/sync/rest/errorreader.h"
#include "app/sync/rest/eventreader.h"
#include "app/sync/rest/pages.h"
#include "app/sync/rest/retryafter.h"
#include "tests/fuzz/mutator.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace providers;

namespace {

QByteArray automation(const char *type, const QByteArray &config)
{
    return QByteArray("{\"id\":\"0fe653c29f92\",\"name\":\"hello\",\"type\":\"") + type + "\",\"config\":" + config +
           R"(,"schedule":"0 3 * * *","enabled":true,"created_at":1795334528,"updated_at":1795334528})";
}

fuzz::Mutator make(quint32 seed)
{
    return {
        seed,
        {automation("script", R"({"command":"echo","hmac_secret":"h1dd3n"})"),
         automation("http", R"({"url":"https://a","headers":{"X-Api-Key":"h1dd3n"},"auth_token":"h1dd3n"})"),
         automation("workflow", R"({"steps":["a","b"],"mode":"sequential","retries":2})"),
         automation("service", R"({"service":"nginx","action":"stop","is_user":true})"),
         R"({"id":"auto_1","name":"n","type":"script","params":{"command":"x"},"triggers":[{"type":"schedule","cron":"@daily"}],"version":3})",
         R"([{"id":5,"trigger":"workflow:w:step2:retry1","status":"failed","started_at":1795334562,"finished_at":null},{"id":4,"trigger":"workflow:w:step1","status":"done","started_at":1795334561,"finished_at":1795334562}])",
         R"({"id":1,"name":"W","schedule":"0 3 1 * 0","duration_min":60,"one_off_start":1795334562,"one_off_end":"2026-01-01T00:00:00"})",
         R"({"id":"w","name":"W","start":"2026-03-22T03:00:00","end":"2026-03-22T04:00:00","recurring":"0 3 * * 0","scope":["*"]})",
         R"({"autotaskId":"a","name":"n","paused":false,"trigger":{"type":"schedule","frequencyMinutes":5},"relayerId":"r","encodedZippedCode":"UEsF","environmentVariables":{"a":"b"}})",
         R"({"actionId":"a","trigger":{"type":"webhook","token":"h1dd3n"},"codeDigest":"x"})",
         R"({"autotaskRunId":"r","autotaskId":"a","status":"error","errorType":"PROGRAM","message":"m","result":"{}","encodedLogs":"QQ=="})",
         R"({"id":"t","type":"script","name":"n","timeout":90000,"host_id":"h","script_id":"s","script_runas":"sh","env":{"A":"b"},"task_arguments":[{"order":1,"type":"select","label":"Env","options":[{"id":"a"}]},{"order":0,"type":"fixed","value":"x"}],"tide":1,"secret":"h1dd3n"})",
         R"({"id":"j","task_id":"t","_type":"ApprovalJob","lifecycle":"onhold","state":"in_progress","secret":"h1dd3n-and-long","creation_date":"2025-02-01T12:00:00.000Z","result":{"code":0,"log":"h1dd3n-and-long","times":{"seconds":1}},"output":["{}","x"]})",
         R"({"detail":[{"loc":["path","id"],"msg":"no"}],"error":{"message":"x"}})",
         "<html><title>x &amp; y</title><p>z",
         "id: 1\ndata: one\n\n: c\nevent: end\r\ndata: {\"status\":\"done\"}\r\n\r\nretry: 50\rdata: x\r\r",
         "automations:\n- id: a\n  config:\n    hmac_secret: h1dd3n\n    secret: |\n      h1dd3n\n",
         "<https://a.example/api?p=2>; rel=\"next\", </x>; rel=last",
         "Sun, 06 Nov 1994 08:49:37 GMT",
         "0 3 1 * 1",
         "*/5 8-18/2 1,15 jan +MON"},
        {"\"id\":",
         "null",
         "1e308",
         "-9223372036854775808",
         "\"\\u0000\"",
         "[[[[",
         "{\"a\":",
         "\xff\xfe",
         "\xef\xbb\xbf",
         "data:",
         "id",
         "\r",
         "\n\n",
         "retry: 99999999999999999999",
         ": ",
         "step99999999999999999999",
         "workflow:",
         "node:",
         "7",
         "*/0",
         "+",
         "L",
         "@reboot",
         "rel=next",
         "<",
         ">",
         "&amp;",
         "<script>",
         QByteArray(300, '['),
         QByteArray(400, 'x'),
         QByteArray(1, '\0')}};
}

bool readsEventsInAnyPieces(const QByteArray &bytes, QRandomGenerator &random)
{
    rest::EventReader whole;
    rest::EventReader pieces;
    const auto expected = whole.read(bytes);
    QList<rest::Event> events;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = random.bounded(1, 20);
        const auto part = pieces.read(bytes.mid(at, size));
        events += part.value_or({});
        at += size;
    }
    return expected && *expected == events && whole.lastId() == pieces.lastId() && whole.retry() == pieces.retry();
}

bool readsHeaders(const QByteArray &bytes)
{
    const rest::Reply reply{.status = 500,
                            .headers = {{"Link", bytes}, {"Retry-After", bytes}, {"Content-Type", "text/html"}},
                            .body = bytes,
                            .url = QUrl(u"https://a.example/api"_s)};
    const auto next = rest::nextLink(reply);
    const auto pause = rest::retryAfter(bytes, bytes, base::Instant());
    return (!next || next->isEmpty() || next->host() == "a.example"_L1) &&
           (!pause || (pause->count() >= 0 && *pause <= base::Seconds(366LL * 86400))) &&
           rest::errorOf(reply, {}).detail.size() < 400 && rest::saidIn(bytes, {}).size() <= rest::longestSaying;
}

bool readsCron(const QString &text)
{
    const auto ours = noba::cronOfTheirs(text);
    const auto theirs = noba::theirCron(text);
    return (!ours || (domain::Cron::parse(*ours) && noba::theirCron(*ours))) &&
           (!theirs || noba::cronOfTheirs(*theirs));
}

/// As it reads: a byte order mark before a name is seen by Qt's look-ups only.
QJsonObject asRead(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson()).object();
}

bool isSame(const QJsonObject &one, const QJsonObject &other)
{
    return one == other || asRead(one) == asRead(other);
}

bool showsNoSecret(const QJsonObject &object)
{
    const QJsonObject config = object.value("config"_L1).toObject();
    const QJsonValue masked = noba::masked(config);
    const auto back = noba::unmasked(masked, config);
    const bool comesBack = back && isSame(back->toObject(), config);
    const QString type = object.value("type"_L1).toString();
    const noba::OurKind kind = noba::ourKind(type, config);
    const auto theirs = noba::theirKind(kind.type, kind.params, config);
    return comesBack && (!theirs || (theirs->type == type && isSame(theirs->config, config)));
}

/// What was read is sent back as it was, without what is nobody's to send.
bool sendsBackWhole(const QJsonObject &object)
{
    const auto read = defender::automationOf(object);
    if (!read) {
        return defender::idIn(object).isEmpty();
    }
    const auto body = defender::updateBody(read->automation, read->automation);
    if (!body) {
        return !body.error().field.isEmpty();
    }
    QJsonObject sent = *body;
    QJsonObject kept = defender::withoutAnswers(asRead(object));
    for (const QString &name : {u"name"_s, u"paused"_s}) {
        sent.remove(name);
        kept.remove(name);
    }
    return !sent.contains("encodedZippedCode"_L1) && isSame(sent, kept);
}

bool readsRuns(const QJsonObject &object)
{
    const auto run = defender::runOf(object);
    return defender::logIn(object).size() <= 4 * QJsonDocument(object).toJson().size() &&
           (!run || (!run->remoteId.isEmpty() && !run->finishedAt));
}

/// A task is sent back with all that has no word here, or refused by name; a job never tells its key.
bool readsTheEye(const QJsonObject &object)
{
    const auto task = theeye::automationOf(object, theeye::Dialect::Actual);
    const auto body = task ? theeye::taskBody(task->automation, task->automation, theeye::Dialect::Actual)
                           : base::Result<QJsonObject>(QJsonObject());
    const bool isWhole = !body ? !body.error().field.isEmpty()
                               : !task || body->value("tide"_L1) == task->automation.remote.value("tide"_L1);
    const QString key = object.value("secret"_L1).toString();
    const bool isKey = key.size() >= 8;
    const auto run = theeye::runOf(object);
    const QByteArray log = theeye::logOf(object, {}).bytes;
    const QJsonObject shown = theeye::redacted(object).toObject();
    return isWhole && (!body || !body->contains("secret"_L1)) && (!run || !run->remoteId.isEmpty()) &&
           (!isKey || !log.contains(key.toUtf8())) && (!isKey || shown.value("secret"_L1).toString() != key) &&
           theeye::approvalOf(object).has_value() == run.has_value();
}

bool readsObject(const QJsonObject &object)
{
    const auto theirs = signalbox::automationOf(object);
    const bool isUnchanged = !theirs || signalbox::changesOf(theirs->automation, theirs->automation).isEmpty();
    const auto window = noba::windowOf(object);
    const auto sent = window ? noba::theirWindow(window->window) : base::Result<QJsonObject>(QJsonObject());
    const bool hasNumbers = !sent || !sent->value("one_off_start"_L1).isString();
    return isUnchanged && hasNumbers && sendsBackWhole(object) && readsTheEye(object) && readsRuns(object) &&
           showsNoSecret(object) &&
           noba::automationOf(object, {}).has_value() == !noba::idText(object.value("id"_L1)).isEmpty() &&
           (!noba::runOf(object) || !noba::runOf(object)->remoteId.isEmpty()) &&
           (!signalbox::runOf(object) || !signalbox::runOf(object)->remoteId.isEmpty()) &&
           (!signalbox::windowOf(object) || !signalbox::windowOf(object)->remoteId.isEmpty()) &&
           (!noba::documentedWindow(object) || !noba::documentedWindow(object)->remoteId.isEmpty()) &&
           (!noba::documentedAutomation(object, {}) || !noba::documentedAutomation(object, {})->remoteId.isEmpty()) &&
           noba::approvalOf(object).has_value() == !noba::idText(object.value("id"_L1)).isEmpty();
}

bool rebuildsWorkflows(const QJsonArray &runs)
{
    const auto all = noba::executionsIn(runs, false, base::fromMillis(1795339999000));
    qsizetype steps = 0;
    for (const syncing::RemoteRun &run : all.runs) {
        steps += all.steps.value(run.remoteId).size();
        if (noba::workflowOf(run.remoteId).isEmpty()) {
            return false;
        }
    }
    return steps <= runs.size();
}

bool one(const QByteArray &bytes, fuzz::Mutator &mutator)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    noba::maskedYaml(QString::fromUtf8(bytes));
    return readsEventsInAnyPieces(bytes, mutator.random()) && readsHeaders(bytes) &&
           readsCron(QString::fromUtf8(bytes)) && readsObject(document.object()) && rebuildsWorkflows(document.array());
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
