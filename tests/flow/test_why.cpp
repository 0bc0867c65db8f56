// SPDX-License-Identifier: Apache-2.0
// What a real engine writes about slots and runs must be what why() can tell: every reason is recognised, none is
// repeated as mere text.
#include "app/domain/why/json.h"
#include "app/store/evidence.h"
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void everyMinute(domain::Automation &automation)
{
    automation.triggers = {domain::Schedule{.cron = u"* * * * *"_s, .timezone = u"UTC"_s}};
}

QString steps(const base::Result<domain::WhyInput> &input)
{
    QStringList words;
    const domain::Why why = domain::why(input.value());
    for (const domain::WhyStep &step : why.steps) {
        words.append(domain::stepWord(step.kind));
    }
    return domain::verdictWord(why.verdict) + u": "_s + words.join(u' ');
}

struct Asking
{
    test::EngineHouse house;

    QString slot(const domain::Automation &automation, base::Millis afterStart)
    {
        const auto asked = domain::AskedTime::exactly(test::tempStoreStart + afterStart);
        return steps(test::await(house.store->evidence().about(automation.id, asked)));
    }
    QString run(const base::RunId &id) { return steps(test::await(house.store->evidence().about(id))); }
    domain::Run request(const domain::Automation &automation)
    {
        return test::await(house.store->runs().request(automation.id, u"tester"_s)).value();
    }
};

} // namespace

class WhyFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsThatAreSkippedAtOnce()
    {
        Asking asking;
        const auto paused = asking.house.add(u"true"_s, [](auto &a) {
            everyMinute(a);
            a.paused = true;
        });
        const auto strict = asking.house.add(u"true"_s, [](auto &a) {
            everyMinute(a);
            a.startDeadlineSeconds = 5;
        });
        asking.house.start();
        asking.house.pass(90s);
        QTRY_COMPARE_WITH_TIMEOUT(asking.house.statuses().size(), 2, 10000);
        QCOMPARE(asking.slot(paused, 60s), u"skipped: planned paused"_s);
        QCOMPARE(asking.slot(strict, 60s), u"skipped: planned deadline"_s);
        QCOMPARE(asking.slot(strict, 120s), u"will_run: planned will_start"_s);
        QCOMPARE(asking.slot(paused, 120s), u"will_be_skipped: planned paused"_s);
    }

    void slotsThatNobodyLookedAt()
    {
        Asking asking;
        const auto once = asking.house.add(u"true"_s, everyMinute);
        const auto ofSaved = asking.house.add(u"true"_s, everyMinute);
        asking.house.start();
        asking.house.pass(60s);
        QTRY_COMPARE_WITH_TIMEOUT(asking.house.statuses().count(u"done"_s), 2, 10000);
        asking.house.stop();
        asking.house.store.clock.advance(300s);
        QCOMPARE(asking.slot(once, 180s), u"will_be_skipped: planned not_looked_at misfire"_s);
        domain::Automation saved = test::await(asking.house.store->automations().get(ofSaved.id)).value();
        saved.description = u"another"_s;
        QVERIFY(test::await(asking.house.store->automations().update(saved, u"kim"_s)));
        asking.house.store.clock.advance(330s);
        asking.house.start();
        QTRY_COMPARE_WITH_TIMEOUT(asking.house.statuses().count(u"done"_s), 4, 10000);
        QCOMPARE(asking.slot(once, 180s), u"skipped: planned no_engine misfire covered"_s);
        QCOMPARE(asking.slot(ofSaved, 180s), u"skipped: planned no_engine changed_since covered"_s);
    }

    void waysToEnd_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("steps");
        QTest::newRow("well") << u"true"_s << u"ran: requested started ended"_s;
        QTest::newRow("exit code") << u"exit 3"_s << u"ran: requested started exit_code"_s;
        QTest::newRow("signal") << u"kill -9 $$"_s << u"ran: requested started signal"_s;
        QTest::newRow("timeout") << u"sleep 300"_s << u"ran: requested started timed_out"_s;
    }
    void waysToEnd()
    {
        QFETCH(QString, command);
        QFETCH(QString, steps);
        Asking asking;
        const auto automation = asking.house.add(command, [](auto &a) { a.timeoutSeconds = 1; });
        asking.house.start();
        const domain::Run run = asking.request(automation);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(run.id), steps, 15000);
    }

    void runsThatAreEndedByOthers()
    {
        Asking asking;
        const auto slow = asking.house.add(u"sleep 300"_s, [](auto &a) { a.overlap = domain::Overlap::Replace; });
        const auto skip = asking.house.add(u"sleep 300"_s, [](auto &a) { a.overlap = domain::Overlap::Skip; });
        const auto broken = asking.house.add({}, [](auto &a) {
            a.params = {{u"script"_s, u"x"_s}, {u"interpreter"_s, u"no-such-interpreter"_s}};
        });
        asking.house.start();
        const domain::Run first = asking.request(slow);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(first.id), u"running: requested started still_runs"_s, 10000);
        const domain::Run second = asking.request(slow);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(first.id), u"ran: requested started replaced_by"_s, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(second.id), u"running: requested replaces started still_runs"_s, 10000);
        QVERIFY(test::await(asking.house.store->runs().cancel(second.id, u"kim"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(second.id), u"ran: requested replaces started cancelled_by"_s, 10000);

        const domain::Run open = asking.request(skip);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(open.id), u"running: requested started still_runs"_s, 10000);
        const domain::Run skipped = asking.request(skip);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(skipped.id), u"skipped: requested overlap"_s, 10000);
        const domain::Run failed = asking.request(broken);
        QTRY_COMPARE_WITH_TIMEOUT(asking.run(failed.id), u"ran: requested started not_started"_s, 10000);
        asking.house.stop();
        QCOMPARE(asking.run(open.id), u"ran: requested started interrupted"_s);
    }
};

REGISTER_TEST(WhyFlowTest);
#include "test_why.moc"
