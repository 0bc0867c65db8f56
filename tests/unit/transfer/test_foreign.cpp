// SPDX-License-Identifier: Apache-2.0
// Our own JSON, NOBA's YAML and TheEye's recipes: what becomes of good ones, and what is said of bad ones.
#include "app/bundles/formats/json/json.h"
#include "tests/support/registry.h"
#include "tests/unit/transfer/wrongthings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray noba = "automations:\n"
                        "- id: 0fe653c29f92\n  name: hello\n  type: script\n  config:\n    command: echo hi\n"
                        "  schedule: 0 3 13 * 5\n  enabled: true\n  created_at: 1795334528\n"
                        "- id: aaaaaaaaaaaa\n  name: ping\n  type: http\n  config:\n    url: https://example.org\n"
                        "    auth_type: bearer\n    auth_token: verysecret\n  schedule: null\n"
                        "- id: bbbbbbbbbbbb\n  name: both\n  type: workflow\n  config:\n    steps: [0fe653c29f92, "
                        "aaaaaaaaaaaa]\n    retries: 2\n"
                        "- name: host\n  type: agent_command\n  config: {hostname: a, command: b}\n";

QByteArray recipe()
{
    const QByteArray code = QByteArray("#!/bin/bash\necho \"$1\"\n").toBase64();
    return "{\"task\": {\"name\": \"Rotate\", \"type\": \"script\", \"script_runas\": \"sudo -u deploy bash "
           "%script%\", \"timeout\": 30000, \"multitasking\": false, \"grace_time\": 60, \"env\": {\"A\": \"1\"}, "
           "\"acl\": [\"x\"], \"tags\": [\"t\"], \"task_arguments\": [{\"order\": 1, \"type\": \"select\", \"label\": "
           "\"Env\", \"value\": \"stg\", \"required\": true, \"options\": [{\"id\": \"stg\", \"label\": \"S\"}, "
           "{\"id\": \"prd\", \"label\": \"P\"}]}, {\"order\": 0, \"type\": \"fixed\", \"label\": \"\", \"value\": "
           "\"-v\"}]}, \"file\": {\"data\": \"data:text/plain;base64," +
           code + "\"}, \"hostname\": \"bot-1\"}";
}

} // namespace

class ForeignTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobaIsCarried()
    {
        const auto plan = test::plan(noba, u"auto"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        QCOMPARE(plan->format, u"noba"_s);
        QCOMPARE(plan->items.size(), 3);
        const bundles::PlannedAutomation &hello = plan->items.at(0);
        // There both day fields must match.
        QCOMPARE(std::get<domain::Schedule>(hello.automation.triggers.first()).cron, u"0 3 13 * +5"_s);
        QVERIFY(hello.fires->same());
        QCOMPARE(plan->items.at(1).automation.params.value(u"auth"_s).toString(), u"Bearer ${secret:imported_token}"_s);
        const QJsonArray steps = plan->items.at(2).automation.params.value(u"steps"_s).toArray();
        QCOMPARE(steps.at(0).toObject().value(u"automation_id"_s).toString(), hello.automation.id.text());
        QCOMPARE(plan->left.size(), 1);
        QVERIFY(plan->left.first().reason.contains("agent_command"_L1));
        QVERIFY(!QJsonDocument(bundles::toJson(*plan)).toJson().contains("verysecret"));
    }
    void yamlFaultsNameTheirLine_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("words");
        QTest::newRow("alias") << QByteArray("a: &x 1\nb: *x\n") << u"line 1"_s;
        QTest::newRow("tag") << QByteArray("automations: !!python/object:os.system ls\n") << u"line 1"_s;
        QTest::newRow("no list") << QByteArray("automations:\n  a: 1\n") << u"automations"_s;
        QTest::newRow("no name") << QByteArray("automations:\n- type: script\n") << u"line 2"_s;
        QTest::newRow("twice") << QByteArray("automations: []\nautomations: []\n") << u"line 2"_s;
        QTest::newRow("deep") << QByteArray("automations: " + QByteArray(5000, '[')) << u"line 1"_s;
        QTest::newRow("bad indent") << QByteArray("automations:\n - a: 1\n   b\n  c: d\n") << u"line"_s;
        QTest::newRow("laughs") << QByteArray("a: &a [x,x]\nb: &b [*a,*a]\nautomations: []\n") << u"line 1"_s;
        QTest::newRow("zero") << QByteArray("automations:\n\0", 15) << u"line 2"_s;
        QTest::newRow("not utf-8") << QByteArray("automations:\n\n\xff\n") << u"line 3"_s;
        QTest::newRow("nothing") << QByteArray(" ") << u"line 1"_s;
    }
    void yamlFaultsNameTheirLine()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, words);
        const auto plan = test::plan(yaml, u"noba"_s);
        QVERIFY(!plan);
        QVERIFY2(test::namesThePlace(plan.error()), qPrintable(plan.error().message()));
        QVERIFY2((plan.error().message() + plan.error().field).contains(words), qPrintable(plan.error().message()));
    }

    void recipesAreCarried()
    {
        const auto plan = test::plan(recipe(), u"auto"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        QCOMPARE(plan->format, u"theeye"_s);
        const bundles::PlannedAutomation &item = plan->items.first();
        QCOMPARE(item.automation.runAs, u"sudo -u deploy"_s);
        QCOMPARE(item.automation.params.value(u"interpreter"_s).toString(), u"bash"_s);
        QVERIFY(item.automation.params.value(u"script"_s).toString().startsWith("#!/bin/bash"_L1));
        QCOMPARE(item.automation.timeoutSeconds, 30);
        QCOMPARE(item.automation.graceSeconds, 60);
        QCOMPARE(item.automation.overlap, domain::Overlap::Queue);
        QCOMPARE(item.automation.arguments.size(), 2);
        QCOMPARE(item.automation.arguments.at(0).kind, domain::ArgumentKind::Fixed); // by their order
        QCOMPARE(item.automation.arguments.at(1).options, (QStringList{u"stg"_s, u"prd"_s}));
        QVERIFY(item.notCarried.join(u' ').contains("acl"_L1));
    }
    void aShallowRecipeSaysThatItsScriptIsMissing()
    {
        const auto plan = test::plan("{\"name\": \"Far\", \"type\": \"script\", \"script_id\": \"x\", "
                                     "\"script_runas\": \"%script%\"}",
                                     u"theeye"_s);
        QVERIFY(plan);
        QVERIFY(plan->items.first().notCarried.first().contains("shallow"_L1));
        QVERIFY(plan->items.first().automation.params.value(u"command"_s).toString().contains("exit 1"_L1));
    }

    void fiveHundredMalformedFilesAreRefused_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("good");
        QTest::newRow("yaml") << u"noba"_s << noba;
        QTest::newRow("recipe") << u"theeye"_s << recipe();
    }
    void fiveHundredMalformedFilesAreRefused()
    {
        QFETCH(const QString, format);
        QFETCH(const QByteArray, good);
        QRandomGenerator random(11);
        const QList<QByteArray> pieces{"[",  "]",    "{",   "}",     ":",     "\"",       "- ", "&a ",  "*a",    "!!x ",
                                       "\n", "\t",   "|",   ">",     "\xff",  "\0",       "'",  "null", "1e999", "%",
                                       ",",  "\\u0", "...", "---\n", "<<: 1", "\xc3\x28", "#",  "? ",   "@"};
        int refused = 0;
        int tried = 0;
        for (; refused < 500 && tried < 20000; ++tried) {
            const QByteArray bytes = test::spoilt(random, {good}, pieces);
            base::Result<bundles::ImportPlan> plan = bundles::ImportPlan();
            QVERIFY2(test::inASecond([&] { plan = test::plan(bytes, format); }), bytes.toPercentEncoding(" {}:,"));
            if (!plan) {
                ++refused;
                QVERIFY2(test::namesThePlace(plan.error()), qPrintable(plan.error().message()));
            } else {
                for (const bundles::PlannedAutomation &item : plan->items) {
                    QVERIFY(item.automation.paused);
                }
            }
        }
        qInfo("%d of %d spoilt files were refused", refused, tried);
        QCOMPARE(refused, 500);
    }

    void hostileJsonIsRefusedByField()
    {
        const QJsonObject good = bundles::exportedJson(someWhole());
        const QList<QJsonValue> wrong{QJsonValue::Null,
                                      1e300,
                                      -1.5,
                                      u"\u202e"_s + QString(10000, u'x'),
                                      true,
                                      QJsonArray{QJsonArray{QJsonArray{}}},
                                      QJsonObject{{u"a"_s, QJsonObject{}}}};
        int refused = 0;
        const QStringList fields = good.keys();
        for (const QString &field : fields) {
            for (const QJsonValue &value : wrong) {
                QJsonObject bad = good;
                bad.insert(field, value);
                const auto plan = test::plan(QJsonDocument(QJsonArray{good, bad}).toJson(), u"json"_s);
                if (!plan) {
                    ++refused;
                    QVERIFY2(plan.error().field.startsWith("[1]"_L1),
                             qPrintable(field + u" "_s + plan.error().field + plan.error().message()));
                }
            }
        }
        qInfo("%d wrong values were refused", refused);
        QVERIFY(refused > 100);
        const auto deep = test::plan(QByteArray(100000, '['), u"json"_s);
        QVERIFY(!deep && test::namesThePlace(deep.error()));
        const auto cut = test::plan("[\n{\"name\": \"a\",\n \"type\": ]", u"json"_s);
        QVERIFY(!cut);
        QVERIFY2(cut.error().detail.contains("line 3"_L1), qPrintable(cut.error().detail));
        const auto same = test::plan("[{\"id\":\"a\",\"name\":\"x\",\"type\":\"script\"},{\"id\":\"a\"}]", u"json"_s);
        QCOMPARE(same.error().field, u"[1].id"_s);
    }

    void exportImportExportIsTheSame()
    {
        domain::Automation first = someWhole();
        first.id = base::AutomationId(u"auto_aaaaaaaaaaaa"_s);
        domain::Automation second = test::someAutomation(u"Second"_s);
        second.id = base::AutomationId(u"auto_bbbbbbbbbbbb"_s);
        second.triggers = {domain::After{.automation = first.id}};
        const QByteArray before = bundles::exported({first, second}, u"json"_s, {})->bytes;
        const auto plan = test::plan(before, u"json"_s);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message()));
        const QList<domain::Automation> made = plan->automations();
        QVERIFY(made.at(0).id != first.id);
        QCOMPARE(std::get<domain::After>(made.at(1).triggers.first()).automation, made.at(0).id);
        QByteArray after = bundles::exported(made, u"json"_s, {})->bytes;
        after.replace(made.at(0).id.text().toUtf8(), first.id.text().toUtf8());
        after.replace(made.at(1).id.text().toUtf8(), second.id.text().toUtf8());
        QCOMPARE(after, before);
        QVERIFY(made.at(0).paused && made.at(1).paused);
    }
    void referencesToNothingAreTakenOutAndTold()
    {
        auto plan = test::plan("[{\"name\":\"a\",\"type\":\"script\",\"params\":{\"command\":\"true\"},\"triggers\":"
                               "[{\"type\":\"after\",\"automation_id\":\"auto_gone\"}]},"
                               "{\"id\":\"w\",\"name\":\"w\",\"type\":\"workflow\",\"params\":{\"steps\":[{\"id\":"
                               "\"s\",\"automation_id\":\"auto_gone\"}]}},"
                               "{\"name\":\"v\",\"type\":\"workflow\",\"params\":{\"steps\":[{\"id\":\"s\","
                               "\"automation_id\":\"w\"}]}}]",
                               u"json"_s);
        QVERIFY(plan);
        bundles::ImportPlan settled = *plan;
        bundles::settleReferences(settled, {});
        QCOMPARE(settled.items.size(), 1);
        QVERIFY(settled.items.first().automation.triggers.isEmpty());
        QVERIFY(settled.items.first().notCarried.first().contains("auto_gone"_L1));
        QCOMPARE(settled.left.size(), 2);
        bundles::ImportPlan known = *plan;
        bundles::settleReferences(known, {u"auto_gone"_s});
        QCOMPARE(known.items.size(), 3);
    }

private:
    static domain::Automation someWhole()
    {
        domain::Automation automation = test::someAutomation(u"Whole"_s);
        automation.tags = {u"a"_s, u"b"_s};
        automation.env = {{u"TOKEN"_s, u"${secret:api}"_s}};
        automation.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = u"Europe/Berlin"_s},
                               domain::Startup{}};
        automation.arguments = {{.name = u"who"_s, .fallback = u"me"_s}};
        automation.retry = domain::Retry{};
        automation.approval = domain::ApprovalPolicy{};
        return automation;
    }
};

REGISTER_TEST(ForeignTest);
#include "test_foreign.moc"
