// SPDX-License-Identifier: Apache-2.0
#include "tests/kinds/kindhouse.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using test::await;

class DelayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTakesItsLength()
    {
        test::KindHouse house;
        house.start();
        QElapsedTimer timer;
        timer.start();
        const domain::Run run = house.run(u"delay"_s, {{u"seconds"_s, 1}});
        QCOMPARE(test::KindHouse::word(run), u"done"_s);
        QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(house.log(run.id), QByteArray("waits for 1 s\n"));
    }

    void noneAtAllIsDoneAtOnce()
    {
        test::KindHouse house;
        house.start();
        QCOMPARE(test::KindHouse::word(house.run(u"delay"_s, {{u"seconds"_s, 0}})), u"done"_s);
    }

    void aSetClockDoesNotMoveIt()
    {
        test::KindHouse house;
        house.start();
        const base::RunId id = house.request(house.addKind(u"delay"_s, {{u"seconds"_s, 40}}));
        QVERIFY(house.waitForLog(id, "waits"));
        house.setClock(std::chrono::hours(5));
        house.setClock(-std::chrono::hours(10));
        QCOMPARE(test::KindHouse::word(house.get(id)), u"running"_s);
        QVERIFY(await(house.store->runs().cancel(id, u"ann"_s)));
        const domain::Run run = house.ended(id);
        QCOMPARE(test::KindHouse::word(run), u"cancelled"_s);
        QVERIFY2(house.log(id).contains(" of 40 s"), house.log(id).constData());
    }

    void manyWaitAtOnceWithoutAProcess()
    {
        test::KindHouse house;
        QVERIFY(await(house.store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 300)));
        const domain::Automation automation = house.addKind(
            u"delay"_s, {{u"seconds"_s, 1}}, [](domain::Automation &a) { a.overlap = domain::Overlap::Parallel; });
        house.start();
        QElapsedTimer timer;
        timer.start();
        QList<base::RunId> ids;
        for (int i = 0; i < 200; ++i) {
            ids.append(house.request(automation));
        }
        for (const base::RunId &id : std::as_const(ids)) {
            QCOMPARE(test::KindHouse::word(house.ended(id)), u"done"_s);
        }
        QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    }

    void itEndsAtTheTimeLimitAndWithTheEngine()
    {
        test::KindHouse house;
        house.start();
        const domain::Run late =
            house.run(u"delay"_s, {{u"seconds"_s, 60}}, [](domain::Automation &a) { a.timeoutSeconds = 1; });
        QCOMPARE(test::KindHouse::word(late), u"timed_out"_s);
        const base::RunId id = house.request(house.addKind(u"delay"_s, {{u"seconds"_s, 60}}));
        QVERIFY(house.waitForLog(id, "waits"));
        house.stop();
        QCOMPARE(test::KindHouse::word(house.get(id)), u"interrupted"_s);
        QCOMPARE(house.get(id).reason, u"the engine was stopped"_s);
    }

    void wrongParamsAreNamed()
    {
        QCOMPARE(test::complaint(u"delay"_s, {}), u"params.seconds: seconds must be given"_s);
        QVERIFY(test::complaint(u"delay"_s, {{u"seconds"_s, -1}}).startsWith(u"params.seconds: "_s));
        QVERIFY(test::complaint(u"delay"_s, {{u"seconds"_s, 1.5}}).startsWith(u"params.seconds: "_s));
        QVERIFY(test::complaint(u"delay"_s, {{u"minutes"_s, 1}}).startsWith(u"params.minutes: "_s));
        domain::Automation automation;
        automation.type = u"delay"_s;
        automation.survivesEngine = true;
        const engine::Kinds all = kinds::all();
        QCOMPARE(kinds::checkMachine(all, automation).error().field, u"survives_engine"_s);
        automation.survivesEngine = false;
        QVERIFY(kinds::checkMachine(all, automation));
        automation.runAs = u"sudo"_s;
        QCOMPARE(kinds::checkMachine(all, automation).error().field, u"run_as"_s);
    }

    void aKindOfAnotherSystemIsLookedAtThere()
    {
        const engine::Kinds all = kinds::all();
        domain::Automation automation;
        automation.name = u"n"_s;
        automation.type = u"theirs_script"_s;
        const domain::Catalog catalog = kinds::catalog(all);
        QCOMPARE(kinds::checkMachine(all, automation).error().field, u"type"_s);
        QCOMPARE(domain::checkAgainst(catalog, automation).error().field, u"type"_s);
        automation.connectionId = base::ConnectionId(u"conn_000000000000"_s);
        QVERIFY(kinds::checkMachine(all, automation));
        QVERIFY(domain::checkAgainst(catalog, automation));
    }

    void aKindOfThisMachineThatRunsElsewhereNeedsNothingHere()
    {
        domain::Automation automation;
        automation.type = u"bundle"_s;
        automation.runAs = u"sudo"_s; // what no bundle may have here
        const engine::Kinds all = kinds::all();
        QVERIFY(!kinds::checkMachine(all, automation));
        automation.connectionId = base::ConnectionId(u"conn_000000000000"_s);
        QVERIFY(kinds::checkMachine(all, automation));
    }
};

REGISTER_TEST(DelayTest);
#include "test_delay.moc"
