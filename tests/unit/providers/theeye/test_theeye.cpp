// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/reading.h"
#include "app/providers/theeye/theeye.h"
#include "app/providers/theeye/writing.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using providers::theeye::Dialect;
using test::answerOf;
using test::Fault;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

std::unique_ptr<TheEyeHouse> calmHouse(const QString &dialect = u"actual"_s)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    auto house = std::make_unique<TheEyeHouse>(habits);
    house->connection.settings.insert("dialect"_L1, dialect);
    house->remote.isDocumented = dialect == "documented"_L1;
    house->open(test::rightLogin());
    return house;
}

domain::Automation read(TheEyeHouse &house, const QString &id = u"one"_s)
{
    const auto found = answerOf(house.account().automation(id));
    return found ? found->automation : domain::Automation();
}

/// The body of the last request to a route.
QJsonObject sent(TheEyeHouse &house, const QByteArray &method, const QByteArray &path)
{
    for (auto asked = house.server().asked.crbegin(); asked != house.server().asked.crend(); ++asked) {
        if (asked->method == method && asked->path == path) {
            return asked->json();
        }
    }
    return {};
}

QByteArray word(const base::Error &error)
{
    return base::errorCodeName(error.code).toUtf8() + ' ' + error.message().toUtf8();
}

} // namespace

class TheEyeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskIsToldInOurWords()
    {
        const auto house = calmHouse();
        const domain::Automation task = read(*house);
        QCOMPARE(task.name, u"Rotate"_s);
        QCOMPARE(task.description, u"rotates"_s);
        QCOMPARE(task.type, u"theeye_script"_s);
        QCOMPARE(task.tags, QStringList{u"logs"_s});
        QCOMPARE(
            task.params,
            (QJsonObject{{u"host_id"_s, u"host-1"_s}, {u"script_id"_s, u"script-1"_s}, {u"agent_logging"_s, true}}));
        QCOMPARE(task.runAs, u"sudo -u deploy bash %script%"_s);
        QCOMPARE(task.env, (QMap<QString, QString>{{u"HOME"_s, u"/srv"_s}}));
        QCOMPARE(task.graceSeconds, 30);
        QCOMPARE(task.overlap, domain::Overlap::Queue); // multitasking is off
        QVERIFY(!task.paused);
        QCOMPARE(task.remote.value("tide"_L1).toObject(), (QJsonObject{{u"high"_s, true}}));
        QVERIFY(!task.remote.contains("secret"_L1) && !task.remote.contains("last_update"_L1));
    }

    void trapTheTimeoutIsInMillisecondsAndNullIsTenMinutes()
    {
        using providers::theeye::timeoutOf;
        QCOMPARE(timeoutOf(90000, Dialect::Actual), 90);
        QCOMPARE(timeoutOf(1, Dialect::Actual), 1);
        QCOMPARE(timeoutOf(QJsonValue(), Dialect::Actual), 600);
        QCOMPARE(timeoutOf(u"90000"_s, Dialect::Actual), 90);
        QCOMPARE(timeoutOf(-5, Dialect::Actual), 600);
        QCOMPARE(timeoutOf(90, Dialect::Documented), 90); // the documents say seconds
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.description = u"other"_s;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QVERIFY(sent(*house, "PUT", "/acme/task/one").value("timeout"_L1).isNull()); // it was not touched
        wanted.timeoutSeconds = 90;
        QVERIFY(answerOf(house->account().update(u"one"_s, wanted, before)));
        QCOMPARE(sent(*house, "PUT", "/acme/task/one").value("timeout"_L1).toInt(), 90000);
        QCOMPARE(read(*house).timeoutSeconds, 90);
    }

    void allSixKindsComeAndGo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("own");
        QTest::newRow("script") << u"script"_s
                                << QJsonObject{
                                       {u"host_id"_s, u"h"_s}, {u"script_id"_s, u"s"_s}, {u"agent_logging"_s, false}};
        QTest::newRow("nodejs") << u"nodejs"_s << QJsonObject{{u"script_id"_s, u"s"_s}};
        QTest::newRow("scraper") << u"scraper"_s << QJsonObject{{u"host_id"_s, u"h"_s},   {u"url"_s, u"https://x"_s},
                                                                {u"method"_s, u"GET"_s},  {u"body"_s, u""_s},
                                                                {u"parser"_s, u"text"_s}, {u"pattern"_s, u"ok"_s},
                                                                {u"status_code"_s, 200},  {u"gzip"_s, true},
                                                                {u"json"_s, false}};
        QTest::newRow("approval") << u"approval"_s
                                  << QJsonObject{
                                         {u"approvers"_s, QJsonArray{u"u1"_s}}, {u"approvals_target"_s, u"fixed"_s},
                                         {u"success_label"_s, u"Go"_s},         {u"failure_label"_s, u"Stop"_s},
                                         {u"cancel_label"_s, u"Leave it"_s},    {u"ignore_label"_s, u"Not me"_s}};
        QTest::newRow("notification") << u"notification"_s
                                      << QJsonObject{{u"subject"_s, u"done"_s},
                                                     {u"body"_s, u"all of it"_s},
                                                     {u"recipients"_s, QJsonArray{u"kim@example.org"_s}},
                                                     {u"notificationTypes"_s, QJsonObject{{u"email"_s, true}}}};
        QTest::newRow("dummy") << u"dummy"_s << QJsonObject();
    }
    void allSixKindsComeAndGo()
    {
        QFETCH(const QString, kind);
        QFETCH(const QJsonObject, own);
        const auto house = calmHouse();
        domain::Automation wanted = test::someDummy();
        wanted.type = u"theeye_"_s + kind;
        wanted.params = own;
        wanted.runAs = kind == "script"_L1 || kind == "nodejs"_L1 ? u"bash"_s : QString();
        const auto made = answerOf(house->account().create(wanted));
        QVERIFY2(made, made ? "" : word(made.error()));
        QCOMPARE(made->automation.type, wanted.type);
        QCOMPARE(made->automation.params, own);
        const domain::Automation seen = read(*house, made->remoteId);
        QCOMPARE(seen.params, own);
        domain::Automation changed = seen;
        changed.name = u"Other"_s;
        const auto updated = answerOf(house->account().update(made->remoteId, changed, seen));
        QVERIFY2(updated, updated ? "" : word(updated.error()));
        QCOMPARE(updated->automation.name, u"Other"_s);
        QCOMPARE(updated->automation.params, own);
        QVERIFY(answerOf(house->account().remove(made->remoteId)));
        QCOMPARE(answerOf(house->account().remove(made->remoteId)).error().code, NotFound);
    }

    void trapAReplacementTakesAwayWhatItLeavesOut()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.paused = true;
        const auto after = answerOf(house->account().update(u"one"_s, wanted, before));
        QVERIFY2(after, after ? "" : word(after.error()));
        QVERIFY(after->automation.paused);
        const QJsonObject body = sent(*house, "PUT", "/acme/task/one");
        const QJsonObject task = test::someTheEyeTask();
        for (const QString &field :
             {u"tide"_s, u"triggers"_s, u"acl"_s, u"order"_s, u"task_arguments"_s, u"fingerprint"_s,
              u"autoremove_completed_jobs_limit"_s, u"agent_logging"_s, u"env"_s, u"type"_s}) {
            QCOMPARE(body.value(field), task.value(field));
        }
        QCOMPARE(body.value("host"_L1).toString(), u"host-1"_s); // asked for by one name and told by another
        QCOMPARE(body.value("enable"_L1), QJsonValue(false));
        for (const QString &field : {u"secret"_s, u"id"_s, u"creation_date"_s, u"last_update"_s, u"_type"_s}) {
            QVERIFY2(!body.contains(field), qPrintable(field));
        }
        QCOMPARE(after->automation.remote, before.remote);
    }

    void trapTheServerAddsAMarkToWhatIsRunAs()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        domain::Automation wanted = before;
        wanted.runAs = u"bash"_s;
        QCOMPARE(answerOf(house->account().update(u"one"_s, wanted, before))->automation.runAs, u"bash %script%"_s);
        QCOMPARE(sent(*house, "PUT", "/acme/task/one").value("script_runas"_L1).toString(), u"bash %script%"_s);
    }

    void whatCanNotBeSaidThereIsRefusedByName_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("no timeout") << u"timeout_s"_s << QJsonObject{{u"timeout_s"_s, 0}};
        QTest::newRow("skip") << u"overlap"_s << QJsonObject{{u"overlap"_s, u"skip"_s}};
        QTest::newRow("a secret") << u"env.T"_s << QJsonObject{{u"env"_s, QJsonObject{{u"T"_s, u"${secret:t}"_s}}}};
        QTest::newRow("a kind of ours") << u"type"_s << QJsonObject{{u"type"_s, u"delay"_s}};
        QTest::newRow("a field of none") << u"params.tide"_s << QJsonObject{{u"params"_s, QJsonObject{{u"tide"_s, 1}}}};
        QTest::newRow("a secret argument")
            << u"arguments[0].kind"_s
            << QJsonObject{{u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"key"_s}, {u"kind"_s, u"secret"_s}}}}};
    }
    void whatCanNotBeSaidThereIsRefusedByName()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonObject, change);
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        const auto wanted = domain::edited(before, change);
        QVERIFY2(wanted, wanted ? "" : word(wanted.error()));
        const qsizetype asked = house->server().asked.size();
        const auto refused = answerOf(house->account().update(u"one"_s, *wanted, before));
        QCOMPARE(refused.error().code, Invalid);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(house->server().asked.size(), asked);
    }

    void aTaskThatStartsNoProgramIsRunAsNobody()
    {
        domain::Automation wanted = test::someDummy();
        wanted.runAs = u"bash"_s;
        QCOMPARE(providers::theeye::taskBody(wanted, {}, Dialect::Actual).error().field, u"run_as"_s);
    }

    void trapTasksWithoutAHostAreHidden()
    {
        const auto house = calmHouse();
        QJsonObject task = test::someTheEyeTask();
        task.remove("host_id"_L1);
        task.insert("id"_L1, u"two"_s);
        house->remote.tasks.insert(u"two"_s, task);
        const auto page = answerOf(house->account().automations({}));
        QVERIFY2(page, page ? "" : word(page.error()));
        QCOMPARE(page->items.size(), 4); // three tasks and a workflow
        QVERIFY(page->next.isEmpty());
    }

    void workflowsStandBesideTasksAndAskForWhatTheirFirstTaskAsks()
    {
        const auto house = calmHouse();
        const auto page = answerOf(house->account().automations({}));
        const syncing::RemoteAutomation flow = page->items.last();
        QCOMPARE(flow.remoteId, u"workflow:flow"_s);
        QCOMPARE(flow.automation.type, u"theeye_workflow"_s);
        QCOMPARE(flow.automation.arguments.size(), 3);
        QCOMPARE(read(*house, flow.remoteId), flow.automation);
        QCOMPARE(flow.automation.tags, QStringList{u"night"_s});
        QCOMPARE(flow.automation.params.value("graph"_L1).toObject(), test::someTheEyeGraph());
        house->remote.knowsWorkflows = false;
        QCOMPARE(answerOf(house->account().automations({}))->items.size(), 2);
    }

    void aWorkflowIsCalledAndBegunOtherwise()
    {
        const auto house = calmHouse();
        const QString id = u"workflow:flow"_s;
        const domain::Automation base = read(*house, id);
        domain::Automation wanted = base;
        wanted.name = u"Rotate, then ask"_s;
        wanted.description = u"Every night"_s;
        wanted.tags = {u"night"_s, u"keys"_s};
        wanted.params.insert("start_task_id"_L1, u"ask"_s);
        const auto kept = answerOf(house->account().update(id, wanted, base));
        QVERIFY2(kept, kept ? "" : word(kept.error()));
        QCOMPARE(kept->automation.name, wanted.name);
        QCOMPARE(kept->automation.tags, wanted.tags);
        const QJsonObject flow = house->remote.workflows.value("flow"_L1).toObject();
        QCOMPARE(flow.value("start_task_id"_L1).toString(), u"ask"_s);
        QCOMPARE(flow.value("description"_L1).toString(), wanted.description);
        QCOMPARE(flow.value("tide"_L1).toInt(), 7);
        QCOMPARE(flow.value("secret"_L1).toString(), QString(64, u'a'));
    }

    void whatAWorkflowCantBeToldIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("steps") << u"params.graph"_s << QJsonObject{{u"graph"_s, QJsonObject()}};
        QTest::newRow("another beginning") << u"params.start_task_id"_s << QJsonObject{{u"start_task_id"_s, u"two"_s}};
        QTest::newRow("unknown") << u"params.speed"_s << QJsonObject{{u"speed"_s, 2}};
        QTest::newRow("variables") << u"env"_s << QJsonObject();
    }
    void whatAWorkflowCantBeToldIsNamed()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonObject, change);
        const auto house = calmHouse();
        const QString id = u"workflow:flow"_s;
        const domain::Automation base = read(*house, id);
        domain::Automation wanted = base;
        for (auto it = change.begin(); it != change.end(); ++it) {
            wanted.params.insert(it.key(), it.value());
        }
        if (field == "env"_L1) {
            wanted.env.insert(u"A"_s, u"b"_s);
        }
        const auto refused = answerOf(house->account().update(id, wanted, base));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Invalid);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(house->server().count("PUT", "/workflows/{}"), 0);
    }

    void trapAStepThatIsTakenOutIsDeletedAsATask()
    {
        const auto house = calmHouse();
        const QString id = u"workflow:flow"_s;
        const domain::Automation base = read(*house, id);
        domain::Automation wanted = base;
        wanted.name = u"Night"_s;
        QVERIFY(answerOf(house->account().update(id, wanted, base)));
        QCOMPARE(sent(*house, "PUT", "/workflows/flow").value("graph"_L1).toObject(), test::someTheEyeGraph());
        QCOMPARE(house->remote.tasks.size(), 2);
    }

    void trapARemovedWorkflowTakesItsTasksAlong()
    {
        const auto house = calmHouse();
        QVERIFY(answerOf(house->account().remove(u"workflow:flow"_s)));
        QVERIFY(house->remote.workflows.isEmpty());
        QCOMPARE(house->remote.tasks.size(), 2);
    }

    void aSecondLookIsTheSame()
    {
        const auto house = calmHouse();
        const domain::Automation before = read(*house);
        QJsonObject task = house->remote.tasks.value("one"_L1).toObject();
        task.insert("last_update"_L1, u"2025-03-01T12:00:00.000Z"_s); // changes with every run
        house->remote.tasks.insert(u"one"_s, task);
        QCOMPARE(read(*house), before);
    }

    void aScriptOfThisMachineGoesThereAsARecipe()
    {
        const auto house = calmHouse();
        domain::Automation script = test::someDummy();
        script.type = u"script"_s;
        script.params = {{u"script"_s, u"print(1)"_s}, {u"interpreter"_s, u"python3"_s}};
        script.runAs = u"sudo -u deploy"_s;
        const auto made = answerOf(house->account().create(script));
        QVERIFY2(made, made ? "" : word(made.error()));
        QCOMPARE(made->automation.type, u"theeye_script"_s);
        QCOMPARE(made->automation.runAs, u"sudo -u deploy python3 %script%"_s);
        const QJsonObject body = sent(*house, "POST", "/acme/task/import");
        QCOMPARE(body.value("hostname"_L1).toString(), u"bot-1"_s);
        QCOMPARE(body.value("file"_L1)["data"_L1].toString(),
                 u"data:text/plain;base64,"_s + QString::fromLatin1(QByteArray("print(1)").toBase64()));
        house->connection.settings.remove("bot"_L1);
        house->open(test::rightLogin());
        QCOMPARE(answerOf(house->account().create(script)).error().field, u"settings.bot"_s);
        script.type = u"delay"_s;
        QCOMPARE(answerOf(house->account().create(script)).error().field, u"type"_s);
    }

    void trapTheDocumentsHaveOtherNames()
    {
        const auto house = calmHouse(u"documented"_s);
        const domain::Automation before = read(*house); // which comes as a list of one
        QCOMPARE(before.name, u"Rotate"_s);
        domain::Automation wanted = before;
        wanted.timeoutSeconds = 90;
        wanted.arguments[1].options.append(u"dev"_s);
        wanted.arguments.append({.name = u"Which"_s, .kind = domain::ArgumentKind::Options, .options = {u"a"_s}});
        const auto body = providers::theeye::taskBody(wanted, before, Dialect::Documented);
        QVERIFY2(body, body ? "" : word(body.error()));
        QCOMPARE(body->value("timeout"_L1).toInt(), 90);
        QCOMPARE(body->value("run_as"_L1).toString(), before.runAs);
        QCOMPARE(body->value("acls"_L1).toArray().size(), 1);
        QCOMPARE(body->value("task_arguments"_L1).toArray().last()["type"_L1].toString(), u"options"_s);
        QVERIFY(!body->contains("script_runas"_L1) && !body->contains("acl"_L1));
        QVERIFY(answerOf(
            house->account().run({.remoteId = u"one"_s, .arguments = {{u"Env"_s, u"prd"_s}, {u"Why"_s, u"full"_s}}})));
        QCOMPARE(sent(*house, "POST", "/acme/job").value("task"_L1).toString(), u"one"_s);
        QVERIFY(answerOf(house->account().act(u"recipe"_s, {{u"id"_s, u"one"_s}})));
        QCOMPARE(house->server().count("GET", "/acme/task/{}/recipe"), 1);
        QVERIFY(answerOf(
            house->account().act(u"import-recipe"_s, {{u"recipe"_s, u"{\"name\":\"n\",\"type\":\"dummy\"}"_s}})));
        QCOMPARE(house->server().count("GET", "/acme/task/import"), 1);
        QCOMPARE(providers::theeye::automationOf({{u"id"_s, u"x"_s}, {u"type"_s, u"script"_s}, {u"run_as"_s, u"sh"_s}},
                                                 Dialect::Documented)
                     ->automation.runAs,
                 u"sh"_s);
    }

    void trapLoginsGoToAnotherAddress()
    {
        domain::Connection connection;
        connection.baseUrl = QUrl(u"https://supervisor.theeye.io"_s);
        QCOMPARE(providers::theeye::settingsOf(connection)->gateway, QUrl(u"https://app.theeye.io"_s));
        connection.baseUrl = QUrl(u"http://eye.example.org:60080"_s);
        QCOMPARE(providers::theeye::settingsOf(connection)->gateway, QUrl(u"http://eye.example.org:6080"_s));
        connection.settings = {{u"gateway_url"_s, u"no address"_s}};
        QCOMPARE(providers::TheEye().check(connection).error().field, u"settings.gateway_url"_s);
        connection.settings = {{u"dialect"_s, u"spoken"_s}};
        QCOMPARE(providers::TheEye().check(connection).error().field, u"settings.dialect"_s);
    }
};

REGISTER_TEST(TheEyeTest);
#include "test_theeye.moc"
