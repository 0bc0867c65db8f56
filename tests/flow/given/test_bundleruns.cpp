// SPDX-License-Identifier: Apache-2.0
// Handlers of code bundles, run by the Node of this machine through a real engine.
#include "app/bundles/autotask.h"
#include "tests/flow/given/bundleruns.h"
#include "tests/support/registry.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using test::handler;

namespace {

/// The sample of Defender's documentation.
const QString published =
    u"UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAAAAFzWFSEyiyCiQAAAIk"
    "AAAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3luYyBmdW5jdGlvbigpIHsK"
    "ICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVBLAQIUAAoAAAAAAAFzWFTA9"
    "1VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAAAgAAAAAAAAAAAAAAAAAPAAAAGluZG"
    "V4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA=="_s;

} // namespace

class BundleRunsTest : public test::BundleRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
            QSKIP("there is no Node on this machine");
        }
    }

    void thePublishedSampleLogs42()
    {
        test::EngineHouse house;
        house.start();
        const QJsonObject answer{{u"autotaskId"_s, u"671d1f80-99e3-4829-aa15-f01e3298e428"_s},
                                 {u"name"_s, u"my-autotask"_s},
                                 {u"paused"_s, false},
                                 {u"trigger"_s, QJsonObject{{u"type"_s, u"schedule"_s}, {u"frequencyMinutes"_s, 1500}}},
                                 {u"encodedZippedCode"_s, published}};
        const auto imported =
            bundles::importAll(QJsonDocument(answer).toJson(), bundles::Archiver(bundles::Archiver::locate()));
        QVERIFY2(imported.has_value(), imported ? "" : qPrintable(imported.error().message()));
        QCOMPARE(imported->first().listing.files.size(), 2);
        const auto wanted = domain::automationFromJson(bundles::carriedOver(imported->first(), {}).automation);
        const auto stored = test::await(house.store->automations().create({*wanted}, u"tester"_s));
        domain::Run run;
        run.automationId = stored->first().id;
        run = again(house, run);
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        QCOMPARE(run.automationName, u"my-autotask"_s);
        QCOMPARE(run.result, QJsonValue(42));
        QCOMPARE(house.log(run.id), QByteArray("42\n"));
        QCOMPARE(run.errorMessage, QString());
    }

    void results_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QJsonValue>("result");
        QTest::newRow("nothing") << u""_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("null") << u"return null"_s << QJsonValue(QJsonValue::Null);
        QTest::newRow("text") << u"return 'caf\u00e9 \"x\" \\n'"_s << QJsonValue(u"caf\u00e9 \"x\" \n"_s);
        QTest::newRow("zero") << u"return 0"_s << QJsonValue(0);
        QTest::newRow("object") << u"return {a: [1, {b: null}]}"_s
                                << QJsonValue(QJsonObject{
                                       {u"a"_s, QJsonArray{1, QJsonObject{{u"b"_s, QJsonValue(QJsonValue::Null)}}}}});
        QTest::newRow("what looks like a result on standard output")
            << u"console.log('{\"result\":\"7\"}'); return 8"_s << QJsonValue(8);
        QTest::newRow("work left over") << u"setInterval(() => {}, 1000); return 1"_s << QJsonValue(1);
        QTest::newRow("later") << u"await new Promise((r) => setTimeout(r, 20)); return 2"_s << QJsonValue(2);
        QTest::newRow("just small enough")
            << u"return 'x'.repeat(1024 * 1024 - 2)"_s << QJsonValue(QString(1024 * 1024 - 2, u'x'));
    }
    void results()
    {
        QFETCH(const QString, body);
        QFETCH(const QJsonValue, result);
        test::EngineHouse house;
        const domain::Run run = runJs(house, handler(body));
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(run.result, result);
    }

    void failures_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("logged");
        const auto row = [](const char *name, const QString &code, const QString &message, const QByteArray &logged) {
            QTest::newRow(name) << code << message << logged;
        };
        row("thrown", handler(u"throw new Error('no gas')"_s), u"no gas"_s, "Error: no gas\n    at exports.handler");
        row("thrown text", handler(u"throw 'plain'"_s), u"plain"_s, "plain");
        row("thrown nothing", handler(u"throw undefined"_s), u"undefined"_s, "undefined");
        row("rejected", handler(u"return Promise.reject(new TypeError('bad'))"_s), u"bad"_s, "TypeError: bad");
        row("rejected aside", handler(u"Promise.reject(new Error('aside')); await new Promise(() => {})"_s), u"aside"_s,
            "Error: aside");
        row("thrown aside", handler(u"setTimeout(() => { throw new Error('late') }, 1); await new Promise(() => {})"_s),
            u"late"_s, "Error: late");
        row("no handler", u"exports.main = 1"_s, u"index.js exports no function named handler"_s, "no function named");
        row("handler that is no function", u"exports.handler = 42"_s, u"index.js exports no function"_s, "no function");
        row("syntax", u"exports.handler = ("_s, u"Unexpected"_s, "index.js:1");
        row("missing module", u"require('ethers'); exports.handler = 1"_s, u"the module ethers is not installed"_s,
            "npm install --prefix");
        row("missing scoped module", handler(u"require('@acme/tool')"_s), u"the module @acme/tool is not installed"_s,
            "Cannot find module '@acme/tool'");
        row("missing file", u"require('./lib/x'); exports.handler = 1"_s, u"the file ./lib/x is required"_s, "lib/x");
        row("exit 0", handler(u"process.exit(0)"_s), u"ended the process with exit code 0 before it returned"_s, "");
        row("exit 7", handler(u"process.exit(7)"_s), u"ended the process with exit code 7 before it returned"_s, "");
        row("never settled", handler(u"await new Promise(() => {})"_s), u"the handler never finished"_s, "never");
        row("huge", handler(u"return 'x'.repeat(1024 * 1024)"_s),
            u"the result has 1048578 bytes as JSON, at most 1048576 are kept"_s, "1048578");
        row("circular", handler(u"const a = {}; a.a = a; return a"_s), u"the result can't be written as JSON"_s,
            "circular");
        row("big number", handler(u"return 1n"_s), u"the result can't be written as JSON"_s, "BigInt");
        row("killed", handler(u"process.kill(process.pid, 'SIGKILL'); await new Promise(() => {})"_s),
            u"ended by signal KILL"_s, "");
    }
    void failures()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, message);
        QFETCH(const QByteArray, logged);
        test::EngineHouse house;
        const domain::Run run = runJs(house, code);
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QVERIFY2(run.errorMessage.contains(message), qPrintable(run.errorMessage));
        QVERIFY(!run.reason.isEmpty() && !run.reason.contains(u'\n'));
        QVERIFY2(house.log(run.id).contains(logged), house.log(run.id).constData());
        QVERIFY(run.result.isUndefined());
    }

    void anEndlessLoopIsTimedOut()
    {
        test::EngineHouse house;
        const domain::Run run = runJs(house, handler(u"for (;;) {}"_s), [](domain::Automation &automation) {
            automation.timeoutSeconds = 1;
            automation.killAfterSeconds = 1;
        });
        QCOMPARE(domain::statusWord(run.status), u"timed_out"_s);
    }

    void theEventIsThatOfTheContract()
    {
        test::EngineHouse house;
        const QString code = handler(u"if (event.previousRun) return event; throw new Error('first')"_s);
        const domain::Run first = runJs(house, code);
        const domain::Run second = again(house, first);
        QCOMPARE(domain::statusWord(second.status), u"done"_s);
        const QJsonObject event = second.result.toObject();
        for (const QString &prefix : {u"autotask"_s, u"action"_s}) {
            QCOMPARE(event.value(prefix + u"Id"_s).toString(), second.automationId.text());
            QCOMPARE(event.value(prefix + u"RunId"_s).toString(), second.id.text());
            QCOMPARE(event.value(prefix + u"Name"_s).toString(), second.automationName);
        }
        QCOMPARE(event.value(u"secrets"_s), QJsonValue(QJsonObject()));
        QVERIFY(!event.contains(u"request"_s));
        const QJsonObject previous = event.value(u"previousRun"_s).toObject();
        QCOMPARE(previous.value(u"autotaskRunId"_s).toString(), first.id.text());
        QCOMPARE(previous.value(u"autotaskId"_s).toString(), first.automationId.text());
        QCOMPARE(previous.value(u"status"_s).toString(), u"error"_s);
        QCOMPARE(previous.value(u"message"_s).toString(), u"first"_s);
        QCOMPARE(previous.value(u"trigger"_s).toString(), u"manual"_s);
        QCOMPARE(previous.value(u"createdAt"_s).toString(), base::isoUtc(first.queuedAt));
    }

    void argumentsAreTheBodyOfTheRequest()
    {
        test::EngineHouse house;
        house.start();
        const domain::Automation automation =
            add(house, packed(handler(u"return event.request"_s)), [](domain::Automation &wanted) {
                wanted.arguments = {{.name = u"amount"_s, .kind = domain::ArgumentKind::Fixed, .fallback = u"7"_s}};
            });
        domain::Run run;
        run.automationId = automation.id;
        run = again(house, run);
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        const QJsonObject request{{u"body"_s, QJsonObject{{u"amount"_s, u"7"_s}}},
                                  {u"headers"_s, QJsonObject()},
                                  {u"queryParameters"_s, QJsonObject()}};
        QCOMPARE(run.result, QJsonValue(request));
    }

    void secretsAreThoseThatItMayHave_data()
    {
        QTest::addColumn<QJsonValue>("wanted");
        QTest::addColumn<QStringList>("handed");
        QTest::newRow("all where nothing is said")
            << QJsonValue(QJsonValue::Undefined) << QStringList{u"api.token"_s, u"asked"_s, u"other"_s};
        QTest::newRow("all") << QJsonValue(QJsonArray{u"*"_s}) << QStringList{u"api.token"_s, u"asked"_s, u"other"_s};
        QTest::newRow("one") << QJsonValue(QJsonArray{u"other"_s}) << QStringList{u"asked"_s, u"other"_s};
        QTest::newRow("none") << QJsonValue(QJsonArray()) << QStringList{u"asked"_s};
    }
    void secretsAreThoseThatItMayHave()
    {
        QFETCH(const QJsonValue, wanted);
        QFETCH(const QStringList, handed);
        test::EngineHouse house;
        QVERIFY(test::await(house.secrets->set(u"api.token"_s, u"correct horse"_s, {})));
        QVERIFY(test::await(house.secrets->set(u"other"_s, u"battery staple"_s, {})));
        house.start();
        const QString code = handler(u"console.log(Object.values(event.secrets).join());"
                                     "return [Object.keys(event.secrets).sort(), event.secrets.asked.length]"_s);
        const domain::Automation automation = add(house, packed(code), [&](domain::Automation &a) {
            if (!wanted.isUndefined()) {
                a.params.insert(u"secrets"_s, wanted);
            }
            a.arguments = {{.name = u"asked"_s, .kind = domain::ArgumentKind::Secret}};
        });
        const base::RunId id = base::RunId::make();
        const auto split = domain::splitSecrets(automation.arguments, {{u"asked"_s, u"tiger lily"_s}}, id.text());
        QVERIFY(test::await(house.secrets->lend(split.lent, {})));
        QVERIFY(test::await(house.store->runs().request(automation.id, u"tester"_s, {split.stored, id})));
        const domain::Run run = finished(house, id);
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(run.result, QJsonValue(QJsonArray{QJsonArray::fromStringList(handed), 10}));
        for (const char *value : {"correct horse", "battery staple", "tiger lily"}) {
            QVERIFY2(!house.log(run.id).contains(value), house.log(run.id).constData());
        }
    }

    void aSchemaJudgesWhatItReturns()
    {
        test::EngineHouse house;
        const domain::Run run = runJs(house, handler(u"return {gas: 'much'}"_s), [](domain::Automation &automation) {
            automation.resultSchema = {
                {u"properties"_s, QJsonObject{{u"gas"_s, QJsonObject{{u"type"_s, u"number"_s}}}}}};
        });
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QVERIFY2(run.reason.contains(u"/gas"_s), qPrintable(run.reason));
        QCOMPARE(run.result, QJsonValue(QJsonObject{{u"gas"_s, u"much"_s}}));
    }

    void nodeGetsNothingItShouldNot()
    {
        test::EngineHouse house;
        const domain::Run run =
            runJs(house,
                  handler(u"return {env: process.env, argv: process.argv, cwd: process.cwd(), "
                          "stdin: require('fs').readFileSync('/proc/self/fd/0', 'utf8'), "
                          "child: require('child_process').spawnSync('cat', {stdio: [0, 'pipe', 2]})"
                          ".stdout.toString(), main: require.main === module}"_s),
                  [](domain::Automation &automation) { automation.env.insert(u"COLOUR"_s, u"blue"_s); });
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
        const QJsonObject seen = run.result.toObject();
        QCOMPARE(seen.value(u"env"_s).toObject().value(u"COLOUR"_s).toString(), u"blue"_s);
        QCOMPARE(seen.value(u"stdin"_s).toString(), QString());
        QCOMPARE(seen.value(u"child"_s).toString(), QString());
        QCOMPARE(seen.value(u"main"_s), QJsonValue(false));
        QVERIFY(seen.value(u"argv"_s).toArray().at(1).toString().endsWith(u"/code/index.js"_s));
        QVERIFY(seen.value(u"cwd"_s).toString().endsWith(u"/code"_s));
        QCOMPARE(QDir(house.store->runtimeDirectory() + u"/scratch"_s).entryList(QDir::Files), QStringList());
    }

    void notificationsAreLogged()
    {
        test::EngineHouse house;
        const domain::Run run = runJs(
            house, handler(u"await context.notificationClient.send({channelAlias: 'ops', subject: 's', message: 'm'}); "
                           "await context.notificationClient.send({channelAlias: 'ops'})"_s));
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QCOMPARE(run.errorMessage, u"notification needs subject"_s);
        QVERIFY(house.log(run.id).startsWith("notification: ops: s: m\n"));
    }

    void aHostileBundleDoesNotStart()
    {
        test::EngineHouse house;
        const domain::Run run = runCode(house, u"UEsDBAoAAAA="_s);
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QVERIFY2(run.reason.contains(u"the bundle is refused"_s), qPrintable(run.reason));
    }

    void aMachineWithoutNodeSaysSo()
    {
        qputenv("SIGNALBOX_NODE", "/no/such/node");
        test::EngineHouse house;
        const domain::Run run = runCode(house, published);
        qunsetenv("SIGNALBOX_NODE");
        QCOMPARE(domain::statusWord(run.status), u"failed"_s);
        QVERIFY2(run.reason.contains(u"nodejs"_s), qPrintable(run.reason));
    }
};

REGISTER_TEST(BundleRunsTest);
#include "test_bundleruns.moc"
