// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/reading.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/signalboxhouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::SignalboxHouse;

namespace {

/// A house whose answers may take their time, for what is not about time.
std::unique_ptr<SignalboxHouse> calmHouse()
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    habits.streamSilence = base::Millis(5000);
    return std::make_unique<SignalboxHouse>(habits);
}

} // namespace

class SignalboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesAndGoes()
    {
        const auto house = calmHouse();
        domain::Automation wanted = test::someAutomation();
        wanted.icon = u"fa-database"_s;
        wanted.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s}, domain::Startup{}};
        wanted.env = {{u"A"_s, u"${secret:a}"_s}};
        wanted.retry = domain::Retry{};
        const auto made = answerOf(house->account().create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        domain::Automation back = made->automation;
        back.remote = {};
        QCOMPARE(domain::toJson(back), domain::toJson(wanted));
        const QJsonObject kept = house->remote.automations.value(made->remoteId).toObject();
        for (const QString &field : providers::signalbox::allCapabilities().carries) {
            QVERIFY2(kept.contains(field), qPrintable(field));
        }
        QVERIFY(!house->server().asked.last().json().contains("connection_id"_L1));
    }

    void whatIsNotKnownIsKeptAndNotSentBack()
    {
        const auto house = calmHouse();
        QJsonObject item = house->remote.automations.value(u"auto_a"_s).toObject();
        item.insert("tide"_L1, QJsonObject{{u"high"_s, true}});
        item.insert("overlap"_L1, u"interleave"_s);
        item.insert("triggers"_L1, QJsonArray{QJsonObject{{u"type"_s, u"moon"_s}}});
        item.insert("schedule"_L1, u"0 3 * * *"_s);
        house->remote.automations.insert(u"auto_a"_s, item);
        const auto read = answerOf(house->account().automation(u"auto_a"_s));
        QVERIFY(read);
        QCOMPARE(read->automation.remote, (QJsonObject{{u"tide"_s, item.value("tide"_L1)},
                                                       {u"overlap"_s, u"interleave"_s},
                                                       {u"triggers"_s, item.value("triggers"_L1)},
                                                       {u"version"_s, 3}}));
        QCOMPARE(read->lastStatus, u"done"_s);
        domain::Automation wanted = read->automation;
        wanted.name = u"Other"_s;
        QVERIFY(answerOf(house->account().update(u"auto_a"_s, wanted, read->automation)));
        QCOMPARE(house->server().asked.at(1).json(), (QJsonObject{{u"name"_s, u"Other"_s}, {u"version"_s, 3}}));
        const QJsonObject kept = house->remote.automations.value(u"auto_a"_s).toObject();
        QCOMPARE(kept.value("overlap"_L1).toString(), u"interleave"_s);
    }

    void whatChangedThereMeanwhileIsAConflict()
    {
        const auto house = calmHouse();
        const auto read = answerOf(house->account().automation(u"auto_a"_s));
        QJsonObject item = house->remote.automations.value(u"auto_a"_s).toObject();
        item.insert("version"_L1, 4);
        house->remote.automations.insert(u"auto_a"_s, item);
        domain::Automation wanted = read->automation;
        wanted.name = u"Other"_s;
        const auto updated = answerOf(house->account().update(u"auto_a"_s, wanted, read->automation));
        QCOMPARE(updated.error().code, base::ErrorCode::Conflict);
        const qsizetype asked = house->server().asked.size();
        QVERIFY(answerOf(house->account().update(u"auto_a"_s, read->automation, read->automation)));
        QCOMPARE(house->server().asked.size(), asked + 1); // nothing to send, only to read
    }

    void aRunWhoseAnswerIsLostIsAskedForAgainByItsKey()
    {
        const auto house = calmHouse();
        const qsizetype before = house->remote.runs.size();
        house->server().fault("POST", "/api/automations/{}/run", test::Fault::Truncated, 1);
        const auto run = answerOf(house->account().run({.remoteId = u"auto_a"_s, .key = u"run_ours"_s}));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(house->remote.runs.size(), before + 1);
        QCOMPARE(house->server().count("POST", "/api/automations/{}/run"), 2);
        QCOMPARE(run->key, std::optional(u"run_ours"_s));
        // One that has no key is asked for once.
        house->server().fault("POST", "/api/automations/{}/run", test::Fault::Truncated, 1);
        QCOMPARE(answerOf(house->account().run({.remoteId = u"auto_a"_s})).error().code, base::ErrorCode::Timeout);
        QCOMPARE(house->remote.runs.size(), before + 2);
    }

    void rightsAreFoundWithoutDoingAnything_data()
    {
        QTest::addColumn<bool>("runs");
        QTest::addColumn<bool>("edits");
        QTest::newRow("viewer") << false << false;
        QTest::newRow("user") << true << false;
        QTest::newRow("operator") << true << true;
        QTest::newRow("admin") << true << true;
    }
    void rightsAreFoundWithoutDoingAnything()
    {
        QFETCH(const bool, runs);
        QFETCH(const bool, edits);
        const auto house = calmHouse();
        house->remote.role = QString::fromLatin1(QTest::currentDataTag());
        const auto facts = answerOf(house->account().facts());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message()));
        QCOMPARE(facts->role, house->remote.role);
        QCOMPARE(facts->capabilities.has(domain::Capability::Run), runs);
        QCOMPARE(facts->capabilities.has(domain::Capability::Update), edits);
        QVERIFY(facts->capabilities.has(domain::Capability::List));
    }

    void runsAreReadWithTheirWords()
    {
        using providers::signalbox::runOf;
        const auto run = runOf({{u"id"_s, u"run_1"_s},
                                {u"automation_id"_s, u"auto_a"_s},
                                {u"status"_s, u"timed_out"_s},
                                {u"started_at"_s, u"2026-10-22T12:00:00.000Z"_s},
                                {u"exit_code"_s, 3},
                                {u"requested_by"_s, u"kim"_s},
                                {u"result"_s, QJsonObject{{u"n"_s, 1}}}});
        QVERIFY(run);
        QCOMPARE(run->status, domain::RunStatus::TimedOut);
        QCOMPARE(base::isoUtc(*run->startedAt), u"2026-10-22T12:00:00.000Z"_s);
        QCOMPARE(run->exitCode, std::optional(3));
        QVERIFY(!run->finishedAt);
        QCOMPARE(runOf({{u"id"_s, u"r"_s}, {u"status"_s, u"dreaming"_s}})->status, domain::RunStatus::Running);
        QCOMPARE(runOf({{u"id"_s, u"r"_s}, {u"status"_s, u"dreamt"_s}, {u"finished_at"_s, u"2026-10-22T12:00:00Z"_s}})
                     ->status,
                 domain::RunStatus::Failed);
        QCOMPARE(runOf({}).error().code, base::ErrorCode::Corrupt);
    }

    void theLogComesByStreamAndGoesOnWhereItWas()
    {
        const auto house = calmHouse();
        house->remote.log.clear();
        const auto first = house->account().log(u"run_5"_s, {});
        QTRY_COMPARE(house->server().streams(), 1);
        house->server().push("id: 0\ndata: one\n\nid: 1\ndata: 10 %\ndata: 20 %\n\n");
        const auto part = answerOf(first);
        QVERIFY(part);
        QCOMPARE(part->bytes, "one\n10 %\r20 %\n"_ba);
        QCOMPARE(part->next, u"1"_s);
        QVERIFY(!part->complete);
        const auto second = house->account().log(u"run_5"_s, part->next);
        house->server().closeStreams(); // the connection breaks
        QTRY_COMPARE(house->server().streams(), 1);
        QCOMPARE(house->server().asked.last().headers.value("last-event-id"), "1"_ba);
        house->server().push("id: 2\ndata: \n\nevent: end\ndata: {\"status\":\"done\"}\n\n");
        const auto end = answerOf(second);
        QVERIFY(end);
        QCOMPARE(end->bytes, "\n"_ba);
        QVERIFY(end->complete);
    }

    void aLogCanBeReadFromTheMiddle()
    {
        const auto house = calmHouse();
        const auto part = answerOf(house->account().log(u"run_1"_s, u"0"_s));
        QVERIFY(part);
        QCOMPARE(part->bytes, "two\n"_ba);
        QVERIFY(part->complete);
        const auto whole = answerOf(house->account().log(u"run_1"_s, {}));
        QCOMPARE(whole->bytes, "one\ntwo\n"_ba);
    }

    void aLogThatCannotBeHadIsAnError()
    {
        const auto house = calmHouse();
        house->server().fault("GET", "/api/automations/runs/{}/stream", test::Fault::NotFound);
        QCOMPARE(answerOf(house->account().log(u"run_1"_s, {})).error().code, base::ErrorCode::NotFound);
    }

    void windowsComeAndGoWhole()
    {
        const auto house = calmHouse();
        const auto windows = answerOf(house->account().windows());
        QVERIFY(windows);
        QCOMPARE(windows->size(), 1);
        QVERIFY(windows->first().active);
        QCOMPARE(windows->first().window.recurring, u"0 3 * * 0"_s);
        QCOMPARE(windows->first().remote, QJsonObject());
        QVERIFY(answerOf(house->account().createWindow(windows->first().window)));
        QVERIFY(!house->server().asked.last().json().contains("created_by"_L1));
    }

    void actionsNameWhatTheyMiss()
    {
        const auto house = calmHouse();
        QCOMPARE(answerOf(house->account().act(u"dance"_s, {})).error().code, base::ErrorCode::Unsupported);
        QCOMPARE(answerOf(house->account().act(u"pause"_s, {})).error().field, u"id"_s);
        QCOMPARE(answerOf(house->account().act(u"import"_s, {{u"automations"_s, u"{}"_s}})).error().field,
                 u"automations"_s);
        const auto imported = answerOf(house->account().act(u"import"_s, {{u"automations"_s, u"[{}, {}]"_s}}));
        QCOMPARE(imported->toObject().value("imported"_L1).toInt(), 2);
        QCOMPARE(house->server().asked.size(), 1);
    }

    void aTokenThatIsNoneIsNotSent()
    {
        base::SystemClock clock;
        test::SignalboxDouble remote;
        domain::Connection connection;
        connection.baseUrl = remote.server.url();
        providers::signalbox::Account account({connection, {{u"token"_s, u"a\r\nX-Evil: b"_s}}, clock},
                                              test::hastyHabits());
        QCOMPARE(answerOf(account.automations({})).error().code, base::ErrorCode::Denied);
        QVERIFY(!remote.server.asked.last().headers.contains("x-evil"));
    }
};

REGISTER_TEST(SignalboxTest);
#include "test_signalbox.moc"
