// SPDX-License-Identifier: Apache-2.0
#include "models/parts/cronwords.h"
#include "models/parts/ranges.h"
#include "models/parts/usualtimes.h"
#include "models/parts/words.h"
#include "models/times.h"
#include "tests/support/registry.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

base::Instant at(const QString &local)
{
    return base::fromMillis(QDateTime::fromString(local, Qt::ISODate).toMSecsSinceEpoch());
}

class TestTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        tzset();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void cleanupTestCase()
    {
        qunsetenv("TZ");
        tzset();
    }

    void durationsAreWrittenAsTheTableSays_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("counter");
        QTest::addColumn<QString>("words");
        QTest::newRow("negative") << -5000LL << "0.0 s"_L1.toString() << u"0.0 s"_s << u"0:00"_s << u"0 s"_s;
        QTest::newRow("part of a second") << 812LL << u"0.8 s"_s << u"0.8 s"_s << u"0:00"_s << u"0 s"_s;
        QTest::newRow("just below one") << 960LL << u"1 s"_s << u"1 s"_s << u"0:00"_s << u"0 s"_s;
        QTest::newRow("six") << 6200LL << u"6 s"_s << u"6 s"_s << u"0:06"_s << u"6 s"_s;
        QTest::newRow("41 s") << 41000LL << u"41 s"_s << u"0:41"_s << u"0:41"_s << u"41 s"_s;
        QTest::newRow("rounds to a minute") << 59600LL << u"1:00"_s << u"1:00"_s << u"0:59"_s << u"59 s"_s;
        QTest::newRow("2:52") << 172000LL << u"2:52"_s << u"2:52"_s << u"2:52"_s << u"2 min 52 s"_s;
        QTest::newRow("3 min") << 180000LL << u"3:00"_s << u"3:00"_s << u"3:00"_s << u"3 min"_s;
        QTest::newRow("21 min") << 1264000LL << u"21 min"_s << u"21:04"_s << u"21:04"_s << u"21 min"_s;
        QTest::newRow("an hour") << 3900000LL << u"1 h 05"_s << u"1:05:00"_s << u"1:05:00"_s << u"1 h 5 min"_s;
        QTest::newRow("two hours") << 7200000LL << u"2 h 00"_s << u"2:00:00"_s << u"2:00:00"_s << u"2 h"_s;
        QTest::newRow("days") << 273600000LL << u"3 d 4 h"_s << u"76:00:00"_s << u"76:00:00"_s << u"3 d 4 h"_s;
    }
    void durationsAreWrittenAsTheTableSays()
    {
        QFETCH(qint64, ms);
        QTEST(models::durationShort(base::Millis(ms)), "brief");
        QTEST(models::durationExact(base::Millis(ms)), "exact");
        QTEST(models::durationCounter(base::Millis(ms)), "counter");
        QTEST(models::durationWords(base::Millis(ms)), "words");
    }

    void instantsAreAsShortAsTheyStayClear()
    {
        const base::Instant now = at(u"2026-10-22T14:32:08"_s); // a Thursday
        QCOMPARE(models::pastShort(at(u"2026-10-22T14:05:00"_s), now), u"14:05"_s);
        QCOMPARE(models::pastShort(at(u"2026-10-21T23:59:00"_s), now), u"Wed"_s);
        QCOMPARE(models::pastShort(at(u"2026-09-12T10:00:00"_s), now), u"12 Sept"_s);
        QCOMPARE(models::pastShort(at(u"2025-11-02T10:00:00"_s), now), u"2 Nov 2025"_s);
        QCOMPARE(models::pastExact(at(u"2026-10-22T14:05:31"_s), now), u"14:05:31"_s);
        QCOMPARE(models::pastExact(at(u"2026-10-21T14:05:31"_s), now), u"Wed 14:05"_s);
        QCOMPARE(models::futureShort(at(u"2026-10-22T15:05:00"_s), now), u"15:05"_s);
        QCOMPARE(models::futureShort(at(u"2026-10-23T01:30:00"_s), now), u"Fri 01:30"_s);
        QCOMPARE(models::futureShort(at(u"2026-11-05T01:30:00"_s), now), u"5 Nov 01:30"_s);
        QCOMPARE(models::futureLong(at(u"2026-10-22T16:00:00"_s), now), u"Today 16:00"_s);
        QCOMPARE(models::futureLong(at(u"2026-10-23T16:00:00"_s), now), u"Tomorrow 16:00"_s);
        QCOMPARE(models::distance(now + 88min, now), u"in 1 h 28 min"_s);
        QCOMPARE(models::distance(now, now), u"now"_s);
        QCOMPARE(models::distance(now - 28min, now), u"28 min ago"_s);
        QCOMPARE(models::nextMidnight(now), at(u"2026-10-23T00:00:00"_s));
    }

    void theDayOfAClockChangeIsOneDay()
    {
        const base::Instant evening = at(u"2026-10-24T23:30:00"_s);
        QCOMPARE(models::futureLong(at(u"2026-10-25T23:45:00"_s), evening), u"Tomorrow 23:45"_s);
        QCOMPARE(models::nextMidnight(at(u"2026-10-25T00:10:00"_s)) - at(u"2026-10-25T00:10:00"_s), 24h + 50min);
    }

    void sizesCountByThousands()
    {
        QCOMPARE(models::sizeText(0), u"0 B"_s);
        QCOMPARE(models::sizeText(812), u"812 B"_s);
        QCOMPARE(models::sizeText(2'431'000), u"2.4 MB"_s);
        QCOMPARE(models::sizeText(212'300'000), u"212 MB"_s);
        QCOMPARE(models::sizeText(999'900), u"1.0 MB"_s);
        QCOMPARE(models::numberText(48210), u"48,210"_s);
    }

    void everydayCronsHaveWords_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("words");
        const QList<std::pair<QString, QString>> table{
            {u"* * * * *"_s, u"Every minute"_s},
            {u"*/5 * * * *"_s, u"Every 5 min"_s},
            {u"*/7 * * * *"_s, u"*/7 * * * *"_s},
            {u"0 */2 * * *"_s, u"Every 2 h"_s},
            {u"5 * * * *"_s, u"Hourly at :05"_s},
            {u"30 1 * * *"_s, u"Daily 01:30"_s},
            {u"0 30 1 * * *"_s, u"Daily 01:30"_s},
            {u"0 8,20 * * *"_s, u"Daily 08:00, 20:00"_s},
            {u"0 18 * * 1-5"_s, u"Mon–Fri 18:00"_s},
            {u"0 18 * * MON-FRI"_s, u"Mon–Fri 18:00"_s},
            {u"0 8 * * 1,3"_s, u"Mon, Wed 08:00"_s},
            {u"0 3 * * 0"_s, u"Sun 03:00"_s},
            {u"0 3 * * 7"_s, u"Sun 03:00"_s},
            {u"0 14 22 * ?"_s, u"Day 22, 14:00"_s},
            {u"@daily"_s, u"Daily 00:00"_s},
            {u"@hourly"_s, u"Hourly at :00"_s},
            {u"  0   3 L * *"_s, u"0 3 L * *"_s},
            {u"0 3 * 6 *"_s, u"0 3 * 6 *"_s},
            {u"0 3 * * 5#L"_s, u"0 3 * * 5#L"_s},
            {u"0 3 1 * 1"_s, u"0 3 1 * 1"_s},
            {u"0 3,,5 * * *"_s, u"0 3,,5 * * *"_s},
            {u"*/0 * * * *"_s, u"*/0 * * * *"_s},
            {QString(), QString()},
        };
        for (const auto &[cron, words] : table) {
            QTest::newRow(qPrintable(u"“%1”"_s.arg(cron))) << cron << words;
        }
    }
    void everydayCronsHaveWords()
    {
        QFETCH(QString, cron);
        QTEST(models::cronShort(cron), "words");
    }

    void triggersHaveShortWords()
    {
        domain::Automation automation;
        const models::NameOf nobody = [](const base::AutomationId &) { return QString(); };
        QCOMPARE(models::triggersText(automation, nobody), u"Manual"_s);
        automation.triggers = {domain::Schedule{.everySeconds = 1500}};
        QCOMPARE(models::triggersText(automation, nobody), u"Every 25 min"_s);
        automation.triggers.append(domain::Schedule{.cron = u"@daily"_s});
        QCOMPARE(models::triggersText(automation, nobody), u"Every 25 min +1"_s);
        const base::AutomationId feed(u"auto_feed"_s);
        const models::NameOf names = [feed](const base::AutomationId &id) {
            return id == feed ? u"Price feed"_s : QString();
        };
        automation.triggers = {domain::After{feed, domain::AfterOn::Failure}};
        QCOMPARE(models::triggersText(automation, names), u"After Price feed failed"_s);
        QCOMPARE(models::triggersText(automation, nobody), u"After one that is gone failed"_s);
        automation.triggers = {domain::FileChange{u"~/inbox"_s, 100}};
        QCOMPARE(models::triggersText(automation, nobody), u"When ~/inbox changes"_s);
        QCOMPARE(models::scheduleText(domain::Schedule{.everySeconds = 7200}), u"Every 2 h"_s);
        QCOMPARE(models::scheduleText(domain::Schedule{.everySeconds = 90}), u"Every 90 s"_s);
        QCOMPARE(models::scheduleText(domain::Schedule{.everySeconds = 172800}), u"Every 2 d"_s);
        QCOMPARE(models::scheduleText(domain::Schedule{.at = at(u"2026-10-22T14:00:00"_s)}),
                 u"Once 22 Oct 2026 14:00"_s);
    }

    void rangesCoverExactlyTheirRows()
    {
        using Ranges = QList<models::RowRange>;
        QCOMPARE(models::exactRanges({5, 1, 2, 2, 9}), (Ranges{{1, 2}, {5, 5}, {9, 9}}));
        QCOMPARE(models::exactRanges({}), Ranges());
        QList<int> scattered;
        for (int row = 0; row < 100; row += 2) {
            scattered.append(row);
        }
        QCOMPARE(models::repaintRanges(scattered), (Ranges{{0, 98}}));
    }

    void usualTimesAreOfRunsThatAreDone()
    {
        QList<domain::Run> runs;
        for (int i = 1; i <= 20; ++i) {
            domain::Run run;
            run.startedAt = base::fromMillis(0);
            run.finishedAt = base::fromMillis(i * 1000);
            run.status = domain::RunStatus::Done;
            runs.append(run);
        }
        runs[0].status = domain::RunStatus::Failed;
        const auto usual = models::usualTime(runs);
        QVERIFY(usual);
        QCOMPARE(usual->median, 11s);
        QCOMPARE(usual->high, 20s);
        QCOMPARE(usual->longest, 20s);
        QVERIFY(!models::usualTime(QList<domain::Run>()));
        QCOMPARE(models::share(3s, 0s), 0.0);
        QCOMPARE(models::share(30s, 20s), 1.0);
    }
};

REGISTER_TEST(TestTimes);

} // namespace

#include "test_times.moc"
