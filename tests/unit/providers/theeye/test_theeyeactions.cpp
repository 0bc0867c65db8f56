// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/actions.h"
#include "app/providers/theeye/arguments.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::TheEyeHouse;
using enum base::ErrorCode;

namespace {

const QString rightKey = QString(64, u'a');
const QString rightValues = u"[null, \"prd\", \"full\"]"_s;

std::unique_ptr<TheEyeHouse> calmHouse(const QString &dialect = u"actual"_s)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    auto house = std::make_unique<TheEyeHouse>(habits);
    house->connection.settings.insert("dialect"_L1, dialect);
    house->open(test::rightLogin());
    return house;
}

base::Result<QJsonValue> done(TheEyeHouse &house, const QString &action, QJsonObject fields = {})
{
    if (!fields.contains("id"_L1)) {
        fields.insert("id"_L1, u"one"_s);
    }
    return answerOf(house.account().act(action, fields));
}

} // namespace

class TheEyeActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsKnownAndNamesWhatItMisses()
    {
        const auto house = calmHouse();
        for (const domain::RemoteAction &action : providers::theeye::actions()) {
            const auto answer = answerOf(house->account().act(action.name, {}));
            const auto first = std::find_if(action.fields.begin(), action.fields.end(),
                                            [](const domain::FieldSpec &field) { return field.required; });
            if (first == action.fields.end()) {
                QVERIFY2(answer, qPrintable(action.name));
            } else {
                QVERIFY2(!answer && answer.error().code == Invalid, qPrintable(action.name));
                QCOMPARE(answer.error().field, first->name);
            }
        }
        QCOMPARE(done(*house, u"dance"_s).error().code, Unsupported);
    }

    void trapARecipeIsNotWhereItIsDocumented()
    {
        const auto house = calmHouse();
        const auto deep = done(*house, u"recipe"_s);
        QVERIFY2(deep, deep ? "" : qPrintable(deep.error().message()));
        QVERIFY(deep->toObject().value("script"_L1)["data"_L1].toString().startsWith("data:text/plain;base64,"_L1));
        QCOMPARE(house->server().asked.last().value(u"mode"_s),
                 u"deep"_s); // it is not `recipe`, whatever the documents say
        const auto shallow = done(*house, u"recipe"_s, {{u"mode"_s, u"shallow"_s}});
        QVERIFY(!shallow->toObject().contains("script"_L1));
        QCOMPARE(done(*house, u"recipe"_s, {{u"mode"_s, u"flat"_s}}).error().field, u"mode"_s);
    }

    void trapRecipesAreImportedByPost()
    {
        const auto house = calmHouse();
        const auto recipe = done(*house, u"recipe"_s);
        const auto made = done(*house, u"import-recipe"_s,
                               {{u"recipe"_s, QJsonObject{{u"task"_s, recipe->toObject()}, {u"file"_s, u"ZWNobw=="_s}}},
                                {u"hostname"_s, u"bot-7"_s}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->toObject().value("name"_L1).toString(), u"Rotate"_s);
        const QJsonObject sent = house->server().asked.last().json();
        QCOMPARE(sent.keys(), (QStringList{u"file"_s, u"hostname"_s, u"task"_s}));
        QCOMPARE(sent.value("hostname"_L1).toString(), u"bot-7"_s);
        QVERIFY(done(*house, u"import-recipe"_s, {{u"recipe"_s, u"{\"name\":\"n\",\"type\":\"dummy\"}"_s}}));
        QCOMPARE(house->server().asked.last().json().value("task"_L1)["name"_L1].toString(), u"n"_s);
        QCOMPARE(house->server().asked.last().json().value("hostname"_L1).toString(), u"bot-1"_s);
        for (const QString &wrong : {u"no JSON"_s, u"[1]"_s}) {
            QCOMPARE(done(*house, u"import-recipe"_s, {{u"recipe"_s, wrong}}).error().field, u"recipe"_s);
        }
    }

    void whatComesHomeCanBeCreated()
    {
        const auto house = calmHouse();
        const auto home = done(*house, u"bring-home"_s);
        QVERIFY2(home, home ? "" : qPrintable(home.error().message()));
        const auto automation = domain::automationFromJson(home->toObject());
        QVERIFY2(automation, automation ? "" : qPrintable(automation.error().message()));
        QCOMPARE(automation->type, u"script"_s);
        QCOMPARE(automation->params.value("script"_L1).toString(), u"echo rotate\n"_s);
        QVERIFY(automation->paused); // there it still runs
        QVERIFY(automation->description.contains("Not brought along"_L1));
        QCOMPARE(done(*house, u"bring-home"_s, {{u"id"_s, u"ask"_s}}).error().code, Unsupported);
    }

    void trapTheSecretKeyIsForAdmins()
    {
        const auto house = calmHouse();
        QCOMPARE(done(*house, u"secret-key"_s)->toObject().value("secret"_L1).toString(), rightKey);
        house->remote.rank = u"user"_s;
        const auto refused = done(*house, u"secret-key"_s);
        QCOMPARE(refused.error().code, Denied);
        QVERIFY(refused.error().field.isEmpty() && refused.error().detail.contains("forbidden"_L1));
    }

    void trapTheDocumentedPathOfAKeyWantsTheTaskBeside_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a task") << u"actual"_s << u"one"_s << "/acme/task/one/secret/" + rightKey.toLatin1() + "/job";
        QTest::newRow("a workflow") << u"actual"_s << u"workflow:flow"_s
                                    << "/workflows/flow/secret/" + rightKey.toLatin1() + "/job";
        QTest::newRow("as documented") << u"documented"_s << u"one"_s << "/job/secret/" + rightKey.toLatin1();
    }
    void trapTheDocumentedPathOfAKeyWantsTheTaskBeside()
    {
        QFETCH(const QString, dialect);
        QFETCH(const QString, id);
        QFETCH(const QByteArray, path);
        const auto house = calmHouse(dialect);
        const auto run =
            done(*house, u"run-with-key"_s, {{u"id"_s, id}, {u"key"_s, rightKey}, {u"task_arguments"_s, rightValues}});
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        const test::Asked asked = house->server().asked.last();
        QCOMPARE(asked.path, path);
        QVERIFY(!asked.headers.contains("authorization"));
        QCOMPARE(house->remote.logins, 0);
        // The whole job comes back, its own key with it.
        QCOMPARE(run->toObject().value("secret"_L1).toString(), u"********"_s);
        QVERIFY(!QJsonDocument(run->toObject()).toJson().contains("job-key"));
        if (dialect == "documented"_L1) {
            QCOMPARE(asked.json().value("customer"_L1).toString(), u"acme"_s);
            QCOMPARE(asked.json().value("task"_L1).toString(), id);
        }
    }

    void aWrongKeyIsDenied()
    {
        const auto house = calmHouse();
        for (const QString &key : {u"short"_s, QString(64, u'x')}) {
            const auto refused = done(*house, u"run-with-key"_s, {{u"key"_s, key}});
            QCOMPARE(refused.error().code, Denied);
            QVERIFY(refused.error().detail.contains("invalid secret"_L1));
        }
    }

    void aRunCanBeHeldBack()
    {
        const auto house = calmHouse();
        const auto run =
            done(*house, u"run-otherwise"_s,
                 {{u"task_arguments"_s, rightValues}, {u"lifecycle"_s, u"onhold"_s}, {u"assignee"_s, u"u1, u2"_s}});
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(run->toObject().value("lifecycle"_L1).toString(), u"onhold"_s);
        const QJsonObject sent = house->server().asked.last().json();
        QCOMPARE(sent.value("assignee"_L1).toArray(), (QJsonArray{u"u1"_s, u"u2"_s}));
        QCOMPARE(done(*house, u"run-otherwise"_s, {{u"task_arguments"_s, u"{}"_s}}).error().field, u"task_arguments"_s);
    }

    void jobsAreLookedAtAndChanged()
    {
        const auto house = calmHouse();
        const QJsonObject four{{u"id"_s, u"job-4"_s}};
        QCOMPARE(*done(*house, u"lifecycle"_s, four), QJsonValue(u"started"_s));
        QCOMPARE(done(*house, u"job"_s, four)->toObject().value("name"_L1).toString(), u"Rotate"_s);
        QCOMPARE(done(*house, u"running"_s)->toArray().size(), 2);
        QCOMPARE(done(*house, u"running-count"_s)->toArray().first()["count"_L1].toInt(), 1);
        QVERIFY(done(*house, u"give-input"_s, {{u"id"_s, u"job-4"_s}, {u"args"_s, QJsonArray{u"a"_s, u"b"_s}}}));
        QCOMPARE(done(*house, u"job-input"_s, four)->toArray(), (QJsonArray{u"a"_s, u"b"_s}));
        QVERIFY(done(*house, u"hold"_s, four));
        QCOMPARE(*done(*house, u"lifecycle"_s, four), QJsonValue(u"onhold"_s));
        QVERIFY(done(*house, u"assign"_s, {{u"id"_s, u"job-4"_s}, {u"assignee"_s, u"u2"_s}}));
        QVERIFY(done(*house, u"job-acl"_s, {{u"id"_s, u"job-4"_s}, {u"acl"_s, u"kim"_s}}));
        QCOMPARE(house->remote.job(u"job-4"_s).value("acl"_L1).toArray(), QJsonArray{u"kim"_s});
        QVERIFY(done(*house, u"restart"_s, {{u"id"_s, u"job-1"_s}}));
        QCOMPARE(*done(*house, u"lifecycle"_s, {{u"id"_s, u"job-1"_s}}), QJsonValue(u"ready"_s));
        QCOMPARE(done(*house, u"restart"_s, {{u"id"_s, u"none"_s}}).error().code, NotFound);
        QCOMPARE(done(*house, u"give-input"_s, {{u"id"_s, u"job-4"_s}, {u"args"_s, QJsonArray{1}}}).error().field,
                 u"args"_s);
    }

    void schedulesComeAndGo()
    {
        const auto house = calmHouse();
        const auto made = done(*house, u"schedule"_s,
                               {{u"run_date"_s, u"2025-02-01T12:00:00Z"_s},
                                {u"repeat_every"_s, u"0 6 * * 1"_s},
                                {u"timezone"_s, u"Europe/Madrid"_s}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        const QString id = made->toObject().value("_id"_L1).toString();
        QCOMPARE(house->server().asked.last().json().keys(),
                 (QStringList{u"repeatEvery"_s, u"runDate"_s, u"timezone"_s}));
        QCOMPARE(done(*house, u"schedules"_s)->toArray().size(), 2);
        QCOMPARE(*done(*house, u"stop-schedule"_s, {{u"id"_s, id}}), QJsonValue(u"ok"_s));
        QVERIFY(house->remote.schedules.value(id)["disabled"_L1].toBool());
        QCOMPARE(*done(*house, u"start-schedule"_s, {{u"id"_s, id}}), QJsonValue(u"ok"_s));
        QCOMPARE(done(*house, u"remove-schedule"_s, {{u"id"_s, id}})->toObject().value("numRemoved"_L1).toInt(), 1);
    }

    void aScheduleThatWouldBeRefusedIsNotSent_data()
    {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QString>("field");
        QTest::newRow("neither") << QJsonObject() << u"run_date"_s;
        QTest::newRow("no time") << QJsonObject{{u"run_date"_s, u"tomorrow"_s}} << u"run_date"_s;
    }
    void aScheduleThatWouldBeRefusedIsNotSent()
    {
        QFETCH(const QJsonObject, fields);
        QFETCH(const QString, field);
        const auto house = calmHouse();
        QCOMPARE(done(*house, u"schedule"_s, fields).error().field, field);
        QCOMPARE(house->server().asked.size(), 0);
    }

    void webhooksComeGoAndFire()
    {
        const auto house = calmHouse();
        const auto made = done(*house, u"create-webhook"_s, {{u"name"_s, u"ci"_s}});
        const QString id = made->toObject().value("id"_L1).toString();
        const QString key = made->toObject().value("secret"_L1).toString();
        QCOMPARE(key.size(), 64); // told where one is asked for, and not in lists
        QVERIFY(!QJsonDocument(done(*house, u"webhooks"_s)->toArray()).toJson().contains(key.toLatin1()));
        QVERIFY(done(*house, u"rename-webhook"_s, {{u"id"_s, id}, {u"name"_s, u"cd"_s}}));
        QCOMPARE(done(*house, u"webhook"_s, {{u"id"_s, id}})->toObject().value("name"_L1).toString(), u"cd"_s);
        QVERIFY(done(*house, u"fire-webhook"_s, {{u"id"_s, id}}));
        QVERIFY(done(*house, u"fire-webhook"_s, {{u"id"_s, id}, {u"key"_s, key}}));
        QVERIFY(!house->server().asked.last().headers.contains("authorization"));
        QVERIFY(!house->server().asked.last().json().contains("key"_L1));
        QVERIFY(done(*house, u"remove-webhook"_s, {{u"id"_s, id}}));
        QVERIFY(!house->remote.webhooks.contains(id));
    }

    void theJobsOfAWorkflowAreToldByItsJob()
    {
        const auto house = calmHouse();
        house->remote.addJob(u"one"_s, u"ready"_s, u"in_progress"_s, {{u"workflow_job_id"_s, u"flow-1"_s}});
        const auto jobs =
            done(*house, u"workflow-jobs"_s, {{u"workflow"_s, u"workflow:flow"_s}, {u"id"_s, u"flow-1"_s}});
        QVERIFY2(jobs, jobs ? "" : qPrintable(jobs.error().message()));
        QCOMPARE(jobs->toArray().size(), 1);
    }

    void argumentsHaveNamesOfTheirOwnInTheirOrder()
    {
        using domain::ArgumentKind;
        const auto theirs = [](int order, const QString &type, const QString &label, const QJsonObject &more = {}) {
            QJsonObject argument{{u"order"_s, order}, {u"type"_s, type}, {u"label"_s, label}};
            for (auto it = more.begin(); it != more.end(); ++it) {
                argument.insert(it.key(), *it);
            }
            return argument;
        };
        const QJsonArray options{QJsonObject{{u"id"_s, u"a"_s}}, QJsonObject{{u"id"_s, u"b"_s}}};
        const QJsonArray list{theirs(2, u"select"_s, u"Env"_s, {{u"options"_s, options}, {u"value"_s, u"b"_s}}),
                              theirs(0, u"fixed"_s, u"a=b/c"_s, {{u"value"_s, u"x"_s}}),
                              theirs(1, u"input"_s, u"env"_s, {{u"pattern"_s, u"[0-9"_s}}),
                              theirs(3, u"select"_s, u"Many"_s, {{u"options"_s, options}, {u"multiple"_s, true}}),
                              theirs(4, u"date"_s, u"?"_s, {{u"value"_s, u"soon"_s}}),
                              theirs(5, u"file"_s, u"Report"_s),
                              theirs(6, u"remote-options"_s, u"Host"_s)};
        const QList<domain::Argument> ours = providers::theeye::argumentsOf(list);
        QStringList names;
        QList<ArgumentKind> kinds;
        for (const domain::Argument &argument : ours) {
            names.append(argument.name);
            kinds.append(argument.kind);
            QVERIFY(domain::argumentFromJson(domain::toJson({argument}).first()));
        }
        QCOMPARE(names,
                 (QStringList{u"a b c"_s, u"env"_s, u"Env 2"_s, u"Many"_s, u"argument 5"_s, u"Report"_s, u"Host"_s}));
        using enum ArgumentKind;
        QCOMPARE(kinds, (QList<ArgumentKind>{Fixed, Input, Options, Input, Date, Input, Input}));
        QVERIFY(domain::checkTogether(ours));
        QCOMPARE(ours.at(2).fallback, u"b"_s);
        QVERIFY(ours.at(1).pattern.isEmpty() && ours.at(4).fallback.isEmpty()); // what makes no sense here
        const auto values = providers::theeye::runValues(list, {{u"Env 2"_s, u"a"_s}, {u"Host"_s, u"h"_s}});
        QCOMPARE(*values, (QJsonArray{QJsonValue(), u""_s, u"a"_s, u""_s, u""_s, u""_s, u"h"_s}));
    }

    void editedArgumentsKeepWhatIsNotKnownHere()
    {
        using providers::theeye::Dialect;
        const QJsonArray kept = test::someTheEyeTask().value("task_arguments"_L1).toArray();
        QList<domain::Argument> wanted = providers::theeye::argumentsOf(kept);
        QCOMPARE(*providers::theeye::theirArguments(wanted, {kept, wanted}, Dialect::Actual), kept);
        const QList<domain::Argument> known = wanted;
        wanted.removeFirst();
        wanted[0].options.append(u"dev"_s);
        const auto theirs = providers::theeye::theirArguments(wanted, {kept, known}, Dialect::Actual);
        QCOMPARE(theirs->size(), 2);
        QCOMPARE(theirs->first()["type"_L1].toString(), u"select"_s);
        QCOMPARE(theirs->first()["options"_L1].toArray().size(), 3);
        QCOMPARE(theirs->first()["options"_L1][0]["label"_L1].toString(), u"Staging"_s);
        QCOMPARE(theirs->first()["order"_L1].toInt(), 0);
        QCOMPARE(theirs->at(1)["charset"_L1], kept.at(2)["charset"_L1]);
        QCOMPARE(providers::theeye::argumentsOf(*theirs), wanted);
    }
};

REGISTER_TEST(TheEyeActionsTest);
#include "test_theeyeactions.moc"
