// SPDX-License-Identifier: Apache-2.0
// Handlers of code bundles, run by the Node of this machine through a real engine.
#include "app/bundles/bundles.h"
#include "app/bundles/keyvaluestore.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// The sample of Defender's documentation.
const QString published =
    u"UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAAAAFzWFSEyiyCiQAAAIk"
    "AAAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3luYyBmdW5jdGlvbigpIHsK"
    "ICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVBLAQIUAAoAAAAAAAFzWFTA9"
    "1VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAAAgAAAAAAAAAAAAAAAAAPAAAAGluZG"
    "V4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA=="_s;

QString handler(const QString &body)
{
    return u"exports.handler = async (event, context) => { %1 };"_s.arg(body);
}

} // namespace

class BundleRunsTest : public QObject
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
        const domain::Run run = runCode(house, published);
        QCOMPARE(domain::statusWord(run.status), u"done"_s);
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

    void theKeyValueStoreIsShared()
    {
        test::EngineHouse house;
        bundles::KeyValueStore store(house.store.directory(), m_clock);
        QVERIFY(store.put(u"from outside"_s, u"\u00fc"_s).has_value());
        const QString code = u"const { KeyValueStoreClient } = require('defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  const seen = await store.get('from outside');"
                             "  await store.put('from inside', 'i');"
                             "  await store.del('from outside');"
                             "  return [seen, await store.get('from inside'), await store.get('none') === undefined];"
                             "};"_s;
        const domain::Run run = runJs(house, code);
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(run.result, QJsonValue(QJsonArray{u"\u00fc"_s, u"i"_s, true}));
        const auto inside = store.get(u"from inside"_s);
        QVERIFY(inside.has_value());
        QCOMPARE(inside->value_or(QString()), u"i"_s);
        QVERIFY(!store.get(u"from outside"_s)->has_value());
        const auto kept = store.all();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->size(), 1);
    }
    void keysAndValuesHaveLimits()
    {
        test::EngineHouse house;
        const QString code = u"const { KeyValueStoreClient } = require('@openzeppelin/defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  const failed = [];"
                             "  for (const [k, v] of [['', 'v'], ['k'.repeat(1025), 'v'], ['k', 'v'.repeat(307201)],"
                             "                        ['k', 1], ['k'.repeat(1024), 'v'.repeat(307200)]]) {"
                             "    try { await store.put(k, v); failed.push(false); } catch { failed.push(true); }"
                             "  }"
                             "  return failed;"
                             "};"_s;
        QCOMPARE(runJs(house, code).result, QJsonValue(QJsonArray{true, true, true, true, false}));
    }
    void manyWritersLoseNothing()
    {
        test::EngineHouse house;
        const QString code = u"const { KeyValueStoreClient } = require('defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  await Promise.all([...Array(15).keys()].map((i) => store.put(`js${i}`, `${i}`)));"
                             "};"_s;
        house.start();
        const domain::Automation automation = add(house, packed(code), {});
        const auto requested = test::await(house.store->runs().request(automation.id, u"tester"_s));
        bundles::KeyValueStore store(house.store.directory(), m_clock);
        for (int i = 0; i < 40; ++i) {
            QVERIFY(store.put(u"cpp%1"_s.arg(i), QString::number(i)).has_value());
        }
        const domain::Run run = finished(house, requested->id);
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(store.all()->size(), 55);
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

private:
    using Change = std::function<void(domain::Automation &)>;

    QString packed(const QString &code)
    {
        const bundles::Bundles workshop(bundles::Archiver::locate(), m_cache.path());
        const auto made = test::await(workshop.pack({{u"index.js"_s, code.toUtf8()}}));
        return made ? made->bundle.code() : QString();
    }
    domain::Automation add(test::EngineHouse &house, const QString &code, const Change &change)
    {
        return house.add({}, [&](domain::Automation &automation) {
            automation.type = u"bundle"_s;
            automation.params = {{u"code"_s, code}};
            if (change) {
                change(automation);
            }
        });
    }
    domain::Run finished(test::EngineHouse &house, const base::RunId &id)
    {
        domain::Run run;
        const bool ended = QTest::qWaitFor(
            [&] {
                const auto read = test::await(house.store->runs().get(id));
                run = read.value_or(domain::Run());
                return domain::isFinal(run.status);
            },
            20000);
        return ended ? run : domain::Run();
    }
    domain::Run again(test::EngineHouse &house, const domain::Run &run)
    {
        const auto requested = test::await(house.store->runs().request(run.automationId, u"tester"_s));
        return finished(house, requested->id);
    }
    domain::Run runCode(test::EngineHouse &house, const QString &code, const Change &change = {})
    {
        house.start();
        domain::Run run;
        run.automationId = add(house, code, change).id;
        return again(house, run);
    }
    domain::Run runJs(test::EngineHouse &house, const QString &code, const Change &change = {})
    {
        return runCode(house, packed(code), change);
    }

    QTemporaryDir m_cache;
    base::SystemClock m_clock;
};

REGISTER_TEST(BundleRunsTest);
#include "test_bundleruns.moc"
