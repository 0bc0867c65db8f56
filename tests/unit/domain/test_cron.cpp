// SPDX-License-Identifier: Apache-2.0
#include "app/domain/cron.h"
#include "app/domain/croninwords.h"
#include "app/domain/zone.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Cron;
using domain::GapRule;
using domain::OverlapRule;
using domain::Zone;

namespace {

base::Instant utc(const QString &text)
{
    return base::parseIso(text + u'Z').value();
}

/// The next `count` times, as `2026-01-01T00:00:00 …`, UTC.
QString times(const QString &expression, const QString &zone, const QString &from, int count,
              GapRule gap = GapRule::Auto, OverlapRule overlap = OverlapRule::Auto)
{
    const auto cron = Cron::parse(expression);
    if (!cron) {
        return cron.error().message();
    }
    const Zone loaded = Zone::load(zone).value();
    base::Instant at = utc(from);
    QStringList found;
    while (found.size() < count) {
        const auto next = cron->next(at, loaded, gap, overlap);
        if (!next) {
            found.append(u"never"_s);
            break;
        }
        at = *next;
        found.append(base::isoUtc(at).first(19));
    }
    return found.join(u' ');
}

} // namespace

class TestCron : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressionsMatchTheirTimes_data();
    void expressionsMatchTheirTimes();
    void wrongExpressionsNameFieldAndPosition_data();
    void wrongExpressionsNameFieldAndPosition();
    void clockChangesFollowTheirRule_data();
    void clockChangesFollowTheirRule();
    void impossibleDatesAreNever_data();
    void impossibleDatesAreNever();
    void endsOfTimeAreSafe();
    void nicknamesEqualTheirMeaning();
    void garbageNeverCrashes();
    void sentencesAreWords_data();
    void sentencesAreWords();
    void fieldsAreExplained();
};

void TestCron::expressionsMatchTheirTimes_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *expression, const char *from, const char *expected) {
        QTest::addRow("%s from %s", expression, from)
            << QString::fromLatin1(expression) << QString::fromLatin1(from) << QString::fromLatin1(expected);
    };
    row("* * * * *", "2026-01-01T00:00:00", "2026-01-01T00:01:00 2026-01-01T00:02:00");
    row("* * * * * *", "2026-01-01T00:00:00", "2026-01-01T00:00:01 2026-01-01T00:00:02");
    row("* * * * *", "2026-01-01T00:00:59.999", "2026-01-01T00:01:00");
    row("* * * * *", "2026-01-01T00:01:00.001", "2026-01-01T00:02:00");
    row("15 10 * * *", "2025-03-10T10:14:00", "2025-03-10T10:15:00 2025-03-11T10:15:00");
    row("  15\t 10 *   * * ", "2025-03-10T10:14:00", "2025-03-10T10:15:00");
    row("30 8 * jan Mon", "2025-01-01T00:00:00", "2025-01-06T08:30:00");
    row("5-59/15 9 * * *", "2025-03-10T09:00:00",
        "2025-03-10T09:05:00 2025-03-10T09:20:00 2025-03-10T09:35:00 2025-03-10T09:50:00 2025-03-11T09:05:00");
    row("*/25 * * * *", "2026-01-01T00:00:00", "2026-01-01T00:25:00 2026-01-01T00:50:00 2026-01-01T01:00:00");
    row("*/70 * * * *", "2026-01-01T00:00:00", "2026-01-01T01:00:00");
    row("0 12 1 * MON", "2025-10-01T00:00:00", "2025-10-01T12:00:00 2025-10-06T12:00:00 2025-10-13T12:00:00");
    row("0 12 * * MON", "2025-10-01T00:00:00", "2025-10-06T12:00:00 2025-10-13T12:00:00");
    row("0 12 ? * MON", "2025-10-01T00:00:00", "2025-10-06T12:00:00");
    row("0 12 1 * ?", "2025-10-01T13:00:00", "2025-11-01T12:00:00");
    row("0 12 1-31 * MON", "2025-10-06T00:00:00", "2025-10-06T12:00:00 2025-10-07T12:00:00");
    row("0 0 */2 * MON", "2026-01-01T00:00:00", "2026-01-03T00:00:00 2026-01-05T00:00:00 2026-01-07T00:00:00");
    row("0 12 1 * +MON", "2025-09-01T00:00:00", "2025-09-01T12:00:00 2025-12-01T12:00:00");
    row("0 12 * * +MON", "2025-09-01T13:00:00", "2025-09-08T12:00:00");
    row("0 0 * * 7", "2025-10-01T00:00:00", "2025-10-05T00:00:00");
    row("0 0 * * 0", "2025-10-01T00:00:00", "2025-10-05T00:00:00");
    row("0 0 * * 5-7", "2025-10-01T00:00:00",
        "2025-10-03T00:00:00 2025-10-04T00:00:00 2025-10-05T00:00:00 2025-10-10T00:00:00");
    row("0 0 1,15 FEB,mar *", "2026-01-20T00:00:00", "2026-02-01T00:00:00 2026-02-15T00:00:00 2026-03-01T00:00:00");
    row("0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00 2032-02-29T00:00:00");
    row("0 0 29 2 *", "2096-02-29T00:00:00", "2104-02-29T00:00:00");
    row("0 0 31 * *", "2026-01-31T00:00:00", "2026-03-31T00:00:00 2026-05-31T00:00:00");
    row("0 0 L * *", "2025-02-01T00:00:00", "2025-02-28T00:00:00 2025-03-31T00:00:00");
    row("0 0 L 2 *", "2027-03-01T00:00:00", "2028-02-29T00:00:00");
    row("0 0 L-3 * *", "2025-02-01T00:00:00", "2025-02-25T00:00:00 2025-03-28T00:00:00");
    row("0 0 L-30 * *", "2025-02-01T00:00:00", "2025-03-01T00:00:00 2025-05-01T00:00:00");
    row("0 0 15,L * *", "2025-02-01T00:00:00", "2025-02-15T00:00:00 2025-02-28T00:00:00");
    row("0 0 LW * *", "2025-05-01T00:00:00", "2025-05-30T00:00:00 2025-06-30T00:00:00");
    row("0 0 * * FRI#L", "2025-02-01T00:00:00", "2025-02-28T00:00:00 2025-03-28T00:00:00");
    row("0 0 * * 5L", "2025-02-01T00:00:00", "2025-02-28T00:00:00 2025-03-28T00:00:00");
    row("0 0 * * 5#L", "2025-02-01T00:00:00", "2025-02-28T00:00:00 2025-03-28T00:00:00");
    row("0 0 * * TUE#3", "2025-06-01T00:00:00", "2025-06-17T00:00:00");
    row("0 0 * * 5#5", "2025-06-01T00:00:00", "2025-08-29T00:00:00 2025-10-31T00:00:00");
    row("0 0 * * 1#1,3#2", "2025-06-01T00:00:00", "2025-06-02T00:00:00 2025-06-11T00:00:00 2025-07-07T00:00:00");
    row("0 0 * * 7#1", "2025-06-02T00:00:00", "2025-07-06T00:00:00");
    row("0 12 15W * *", "2025-06-01T00:00:00", "2025-06-16T12:00:00 2025-07-15T12:00:00 2025-08-15T12:00:00");
    row("0 12 1W * *", "2025-02-01T00:00:00", "2025-02-03T12:00:00");
    row("0 12 31W * *", "2025-05-01T00:00:00", "2025-05-30T12:00:00 2025-07-31T12:00:00 2025-08-29T12:00:00");
    row("0 12 30W * *", "2025-11-01T00:00:00", "2025-11-28T12:00:00");
    row("0 15 10 * * * 2025", "2025-12-31T10:14:00", "2025-12-31T10:15:00 never");
    row("0 0 0 1 1 * */2", "2025-01-01T00:00:00", "2026-01-01T00:00:00 2028-01-01T00:00:00");
    row("0 0 0 1 1 * 2190-2199", "2199-01-01T00:00:00", "never");
    row("59 59 23 31 12 ? 2199", "2026-01-01T00:00:00", "2199-12-31T23:59:59 never");
    row("0 0 0 1 1 ? 1970", "1969-12-31T23:00:00", "1970-01-01T00:00:00 never");
    row("0 0 8 * +FRI#2", "2026-01-01T00:00:00", "2026-05-08T00:00:00");
    row("0 0 13 * +FRI", "2026-01-01T00:00:00", "2026-02-13T00:00:00 2026-03-13T00:00:00 2026-11-13T00:00:00");
    row("0 0 29 2 +MON", "2026-01-01T00:00:00", "2044-02-29T00:00:00");
}

void TestCron::expressionsMatchTheirTimes()
{
    QFETCH(QString, expression);
    QFETCH(QString, from);
    QFETCH(QString, expected);
    QCOMPARE(times(expression, u"UTC"_s, from, int(expected.count(u' ')) + 1), expected);
}

void TestCron::wrongExpressionsNameFieldAndPosition_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("position");
    const auto row = [](const char *expression, const char *field, int position) {
        QTest::addRow("“%s”", expression) << QString::fromUtf8(expression) << QString::fromLatin1(field) << position;
    };
    row("", "cron", 0);
    row("   ", "cron", 0);
    row("* * * *", "cron", 7);
    row("* * * * * * * *", "cron", 14);
    row("60 0 * * *", "minute", 0);
    row("0 24 * * *", "hour", 2);
    row("0 0 32 * *", "day_of_month", 4);
    row("0 0 0 * *", "day_of_month", 4);
    row("0 0 * 13 *", "month", 6);
    row("0 0 * 0 *", "month", 6);
    row("0 0 * * 8", "day_of_week", 8);
    row("60 * * * * *", "second", 0);
    row("0 0 0 1 1 * 1969", "year", 12);
    row("0 0 0 1 1 * 2200", "year", 12);
    row("0 0 10-5 * *", "day_of_month", 7);
    row("0 0 * * FRI-SUN", "day_of_week", 12);
    row("0 0 * * SAT-MON", "day_of_week", 12);
    row("0 0 /30 * *", "day_of_month", 4);
    row("0/15 * * * *", "minute", 1);
    row("10/10 * * * *", "minute", 2);
    row("*/0 * * * *", "minute", 2);
    row("*/ * * * *", "minute", 2);
    row("1-5/0 * * * *", "minute", 4);
    row("*/-1 * * * *", "minute", 2);
    row("1, * * * *", "minute", 2);
    row(",1 * * * *", "minute", 0);
    row("1,,2 * * * *", "minute", 2);
    row("1- * * * *", "minute", 2);
    row("-1 * * * *", "minute", 0);
    row("1-2-3 * * * *", "minute", 3);
    row("** * * * *", "minute", 1);
    row("*5 * * * *", "minute", 1);
    row("1.5 * * * *", "minute", 1);
    row("a * * * *", "minute", 0);
    row("99999999999999999999 * * * *", "minute", 0);
    row("0 0 * JANUARY *", "month", 9);
    row("0 0 * * MONDAY", "day_of_week", 11);
    row("0 0 * MON *", "month", 6);
    row("0 0 l * *", "day_of_month", 4);
    row("0 0 15w * *", "day_of_month", 6);
    row("0 0 * * L", "day_of_week", 8);
    row("0 0 L-0 * *", "day_of_month", 6);
    row("0 0 L-31 * *", "day_of_month", 6);
    row("0 12 1-15W * *", "day_of_month", 9);
    row("0 12 15W,20 * *", "day_of_month", 5);
    row("0 12 1,LW * *", "day_of_month", 5);
    row("0 12 W * *", "day_of_month", 5);
    row("0 12 32W * *", "day_of_month", 5);
    row("0 0 * * 5#6", "day_of_week", 10);
    row("0 0 * * 5#0", "day_of_week", 10);
    row("0 0 * * 5#", "day_of_week", 10);
    row("0 0 * * 1-5#2", "day_of_week", 11);
    row("0 0 * * #2", "day_of_week", 8);
    row("0 12 +1 * MON", "day_of_month", 5);
    row("0 12 1 * MON+", "day_of_week", 12);
    row("0 12 1 * ++MON", "day_of_week", 10);
    row("0 12 1 * +", "day_of_week", 10);
    row("? 12 * * *", "minute", 0);
    row("0 12 * ? *", "month", 7);
    row("0 12 ?,5 * *", "day_of_month", 5);
    row("0 12 ?/2 * *", "day_of_month", 5);
    row("0 0 0 1 5 L", "day_of_week", 10);
    row("@Daily", "cron", 0);
    row("  @dayly", "cron", 2);
    row("@", "cron", 0);
    row("@daily 0 0 * * *", "cron", 7);
    row("0 0 * * @daily", "day_of_week", 8);
    row("0 0 * * 1\n", "day_of_week", 9);
    row("0\xc2\xa0 0 * * 1", "minute", 1);
    row("0 0 * * \xe2\x9c\x93", "day_of_week", 8);
    row("H * * * *", "minute", 0);
}

void TestCron::wrongExpressionsNameFieldAndPosition()
{
    QFETCH(QString, expression);
    QFETCH(QString, field);
    QFETCH(int, position);
    const auto cron = Cron::parse(expression);
    QVERIFY(!cron);
    QCOMPARE(cron.error().code, base::ErrorCode::Invalid);
    QCOMPARE(cron.error().field, field);
    QCOMPARE(cron.error().position, position);
    QVERIFY(!cron.error().detail.isEmpty());
}

void TestCron::clockChangesFollowTheirRule_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *zone, const char *expression, const char *from,
                        const char *expected, GapRule gap = GapRule::Auto, OverlapRule overlap = OverlapRule::Auto) {
        QTest::addRow("%s: %s in %s", name, expression, zone)
            << QString::fromLatin1(zone) << QString::fromLatin1(expression) << QString::fromLatin1(from) << int(gap)
            << int(overlap) << QString::fromLatin1(expected);
    };
    // Berlin leaves out 02:00–03:00 at 01:00 UTC on 2025-03-30 and passes it twice at 00:00–02:00 UTC on 2025-10-26.
    const char *spring = "2025-03-29T12:00:00";
    const char *autumn = "2025-10-25T12:00:00";
    row("fixed in gap runs at its end", "Europe/Berlin", "30 2 * * *", spring,
        "2025-03-30T01:00:00 2025-03-31T00:30:00");
    row("several in gap run together", "Europe/Berlin", "*/15 2 * * *", spring,
        "2025-03-30T01:00:00 2025-03-31T00:00:00");
    row("together with a real slot", "Europe/Berlin", "0 2,3 * * *", spring,
        "2025-03-30T01:00:00 2025-03-31T00:00:00 2025-03-31T01:00:00");
    row("end of the gap alone", "Europe/Berlin", "30 2,3 * * *", spring,
        "2025-03-30T01:00:00 2025-03-30T01:30:00 2025-03-31T00:30:00");
    row("star hours skip the gap", "Europe/Berlin", "0 */2 * * *", "2025-03-29T22:30:00",
        "2025-03-29T23:00:00 2025-03-30T02:00:00 2025-03-30T04:00:00");
    row("star hours follow elapsed time", "Europe/Berlin", "*/30 * * * *", "2025-03-30T00:20:00",
        "2025-03-30T00:30:00 2025-03-30T01:00:00 2025-03-30T01:30:00");
    row("gap skip", "Europe/Berlin", "30 2 * * *", spring, "2025-03-31T00:30:00", GapRule::Skip);
    row("gap shift", "Europe/Berlin", "30 2 * * *", spring, "2025-03-30T01:30:00 2025-03-31T00:30:00", GapRule::Shift);
    row("gap shift together with a real slot", "Europe/Berlin", "30 2,3 * * *", spring,
        "2025-03-30T01:30:00 2025-03-31T00:30:00 2025-03-31T01:30:00", GapRule::Shift);
    row("gap end for star hours", "Europe/Berlin", "15 */2 * * *", "2025-03-29T23:30:00",
        "2025-03-30T01:00:00 2025-03-30T02:15:00", GapRule::End);
    row("fixed in overlap runs in the first pass", "Europe/Berlin", "30 2 * * *", autumn,
        "2025-10-26T00:30:00 2025-10-27T01:30:00");
    row("from inside the second pass", "Europe/Berlin", "30 2 * * *", "2025-10-26T01:10:00", "2025-10-27T01:30:00");
    row("fixed hours, many minutes, first pass", "Europe/Berlin", "*/30 2 * * *", autumn,
        "2025-10-26T00:00:00 2025-10-26T00:30:00 2025-10-27T01:00:00");
    row("star hours run in both passes", "Europe/Berlin", "30 * * * *", "2025-10-25T23:40:00",
        "2025-10-26T00:30:00 2025-10-26T01:30:00 2025-10-26T02:30:00");
    row("overlap both", "Europe/Berlin", "30 2 * * *", autumn,
        "2025-10-26T00:30:00 2025-10-26T01:30:00 2025-10-27T01:30:00", GapRule::Auto, OverlapRule::Both);
    row("overlap second", "Europe/Berlin", "30 2 * * *", autumn, "2025-10-26T01:30:00 2025-10-27T01:30:00",
        GapRule::Auto, OverlapRule::Second);
    row("overlap second keeps the rest of the day", "Europe/Berlin", "30 1,2,3 * * *", autumn,
        "2025-10-25T23:30:00 2025-10-26T01:30:00 2025-10-26T02:30:00", GapRule::Auto, OverlapRule::Second);
    row("overlap first for star hours", "Europe/Berlin", "30 * * * *", "2025-10-25T23:40:00",
        "2025-10-26T00:30:00 2025-10-26T02:30:00", GapRule::Auto, OverlapRule::First);
    row("gap in New York", "America/New_York", "30 2 * * *", "2026-03-07T12:00:00",
        "2026-03-08T07:00:00 2026-03-09T06:30:00");
    row("overlap in New York", "America/New_York", "30 1 * * *", "2026-10-31T12:00:00",
        "2026-11-01T05:30:00 2026-11-02T06:30:00");
    row("overlap in New York, star", "America/New_York", "*/30 * * * *", "2026-11-01T05:00:00",
        "2026-11-01T05:30:00 2026-11-01T06:00:00 2026-11-01T06:30:00 2026-11-01T07:00:00");
    // Lord Howe moves by half an hour: 02:00–02:30 is left out, 01:30–02:00 comes twice.
    row("half an hour left out", "Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00:00",
        "2026-10-03T15:30:00 2026-10-04T15:15:00");
    row("half an hour, behind the gap", "Australia/Lord_Howe", "45 2 * * *", "2026-10-03T00:00:00",
        "2026-10-03T15:45:00 2026-10-04T15:45:00");
    row("half an hour, shifted", "Australia/Lord_Howe", "15 2 * * *", "2026-10-03T00:00:00", "2026-10-03T15:45:00",
        GapRule::Shift);
    row("half an hour twice", "Australia/Lord_Howe", "45 1 * * *", "2026-04-04T00:00:00",
        "2026-04-04T14:45:00 2026-04-05T15:15:00");
    row("half an hour twice, star", "Australia/Lord_Howe", "45 * * * *", "2026-04-04T14:00:00",
        "2026-04-04T14:45:00 2026-04-04T15:15:00 2026-04-04T16:15:00");
    // Apia left out a whole day, 2011-12-30.
    row("a day left out", "Pacific/Apia", "0 12 30 12 *", "2011-12-01T00:00:00",
        "2011-12-30T10:00:00 2012-12-29T22:00:00");
    row("a day left out, with the next midnight", "Pacific/Apia", "0 0 * * *", "2011-12-29T05:00:00",
        "2011-12-29T10:00:00 2011-12-30T10:00:00 2011-12-31T10:00:00");
    row("a day left out, Friday", "Pacific/Apia", "0 0 * * FRI", "2011-12-24T00:00:00",
        "2011-12-30T10:00:00 2012-01-05T10:00:00");
    row("a day left out, skipped", "Pacific/Apia", "0 0 30 12 *", "2011-12-01T00:00:00", "2012-12-29T10:00:00",
        GapRule::Skip);
    row("a day left out, star hours", "Pacific/Apia", "0 * * * *", "2011-12-30T08:30:00",
        "2011-12-30T09:00:00 2011-12-30T10:00:00 2011-12-30T11:00:00");
    // Santiago and Cairo leave out midnight.
    row("midnight left out", "America/Santiago", "0 0 * * *", "2026-09-05T12:00:00",
        "2026-09-06T04:00:00 2026-09-07T03:00:00");
    row("midnight left out", "Africa/Cairo", "30 0 * * *", "2026-04-23T00:00:00",
        "2026-04-23T22:00:00 2026-04-24T21:30:00");
    row("midnight left out, daily at 23:59 in overlap", "America/Santiago", "59 23 * * *", "2026-04-04T12:00:00",
        "2026-04-05T02:59:00 2026-04-06T03:59:00");
    // Dublin calls winter its summer time; Casablanca moves back for Ramadan.
    row("negative summer time", "Europe/Dublin", "30 1 * * *", "2026-03-28T12:00:00",
        "2026-03-29T01:00:00 2026-03-30T00:30:00");
    row("negative summer time, overlap", "Europe/Dublin", "30 1 * * *", "2026-10-24T12:00:00",
        "2026-10-25T00:30:00 2026-10-26T01:30:00");
    row("Ramadan overlap", "Africa/Casablanca", "30 2 * * *", "2026-02-14T12:00:00",
        "2026-02-15T01:30:00 2026-02-16T02:30:00");
    row("Ramadan gap", "Africa/Casablanca", "30 2 * * *", "2026-03-21T12:00:00",
        "2026-03-22T02:00:00 2026-03-23T01:30:00");
    row("rule beyond 2037", "Europe/Berlin", "30 2 * * *", "2150-03-28T12:00:00",
        "2150-03-29T01:00:00 2150-03-30T00:30:00");
}

void TestCron::clockChangesFollowTheirRule()
{
    QFETCH(QString, zone);
    QFETCH(QString, expression);
    QFETCH(QString, from);
    QFETCH(int, gap);
    QFETCH(int, overlap);
    QFETCH(QString, expected);
    QCOMPARE(times(expression, zone, from, int(expected.count(u' ')) + 1, GapRule(gap), OverlapRule(overlap)),
             expected);
}

void TestCron::impossibleDatesAreNever_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression : {"0 0 31 2 *", "* * 30 2 *", "0 0 31 4,6,9,11 *", "0 0 8 * +FRI#1", "0 0 29 2 +MON#1",
                                   "0 0 31W 2 *", "0 0 L-30 2,4 *", "0 0 0 29 2 * 2027", "0 0 0 29 2 * 2101-2199/2",
                                   "0 0 0 29 2 * 2100", "0 0 0 1 1 * 1970-2025", "@reboot"}) {
        QTest::addRow("%s", expression) << QString::fromLatin1(expression);
    }
}

void TestCron::impossibleDatesAreNever()
{
    QFETCH(QString, expression);
    QCOMPARE(times(expression, u"America/New_York"_s, u"2026-01-01T00:00:00"_s, 1), u"never"_s);
}

void TestCron::endsOfTimeAreSafe()
{
    const Cron cron = Cron::parse(u"0 0 * * *").value();
    for (const char *name : {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
        const Zone zone = Zone::load(QString::fromLatin1(name)).value();
        QVERIFY(!cron.next(base::Instant::max(), zone));
        QVERIFY(!cron.next(utc(u"2200-01-05T00:00:00"_s), zone));
        const auto first = cron.next(base::Instant::min(), zone);
        QVERIFY(first);
        QCOMPARE(base::isoUtc(base::Instant(zone.toLocal(*first).time_since_epoch())), u"1970-01-01T00:00:00.000Z"_s);
    }
}

void TestCron::nicknamesEqualTheirMeaning()
{
    const std::pair<const char *, const char *> same[] = {
        {"@yearly", "0 0 1 1 *"}, {"@annually", "0 0 1 1 *"}, {"@monthly", "0 0 1 * *"}, {"@weekly", "0 0 * * 0"},
        {"@daily", "0 0 * * *"},  {"@midnight", "0 0 * * *"}, {" @hourly ", "0 * * * *"}};
    for (const auto &[nickname, meaning] : same) {
        QCOMPARE(times(QString::fromLatin1(nickname), u"Europe/Berlin"_s, u"2025-03-29T12:00:00"_s, 30),
                 times(QString::fromLatin1(meaning), u"Europe/Berlin"_s, u"2025-03-29T12:00:00"_s, 30));
    }
    QVERIFY(Cron::parse(u"@reboot").value().isReboot());
}

void TestCron::garbageNeverCrashes()
{
    QRandomGenerator random(7);
    const Zone zone = Zone::load(u"Europe/Berlin"_s).value();
    const QString letters = u"0123456789*,-/LW#?+@ \tJANMONabc\u2713"_s;
    int valid = 0;
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (int length = random.bounded(24); length > 0; --length) {
            text.append(i % 2 == 0 && length % 2 == 0 ? u' ' : letters[random.bounded(int(letters.size()))]);
        }
        const auto cron = Cron::parse(text);
        if (cron) {
            ++valid;
            const auto next = cron->next(utc(u"2026-01-01T00:00:00"_s), zone);
            QVERIFY(!next || *next > utc(u"2026-01-01T00:00:00"_s));
        } else {
            QVERIFY(cron.error().position >= 0 && cron.error().position <= text.size());
        }
    }
    QVERIFY(valid > 0);
    QVERIFY(!Cron::parse(QString(1'000'000, u'*')));
    QVERIFY(!Cron::parse(u"1,"_s.repeated(400) + u"1 * * * * *"_s.repeated(90)));
}

void TestCron::sentencesAreWords_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *expression, const char *sentence) {
        QTest::addRow("%s", expression) << QString::fromLatin1(expression) << QString::fromLatin1(sentence);
    };
    row("30 2 * * *", "Every day at 02:30");
    row("@daily", "Every day at 00:00");
    row("@reboot", "When the machine starts");
    row("* * * * *", "Every minute");
    row("* * * * * *", "Every second");
    row("*/15 9-17 * * 1-5", "Every 15 minutes, hours 9 to 17, on Monday to Friday");
    row("0 * * * *", "Minute 0, every hour");
    row("0 0 29 2 *", "On day 29 of the month in February at 00:00");
    row("0 0 L * *", "On the last day of the month at 00:00");
    row("0 0 * * 5#3", "On the third Friday of the month at 00:00");
    row("0 0 * * FRI#L", "On the last Friday of the month at 00:00");
    row("0 0 15W * *", "On the working day nearest to day 15 of the month at 00:00");
    row("0 8,20 * * SAT,SUN", "On Saturday and Sunday at 08:00 and 20:00");
    row("0 0 1 * MON", "On day 1 of the month or Monday at 00:00");
    row("0 0 13 * +FRI", "On day 13 of the month if it is also Friday at 00:00");
    row("5 0 0 1 1 * 2030", "On day 1 of the month in January at 00:00:05, 2030 only");
    row("*/30 0 * * * *", "Every 30 seconds, minute 0, every hour");
}

void TestCron::sentencesAreWords()
{
    QFETCH(QString, expression);
    QFETCH(QString, sentence);
    QCOMPARE(domain::explain(Cron::parse(expression).value(), QLocale(QLocale::English, QLocale::UnitedKingdom)),
             sentence);
}

void TestCron::fieldsAreExplained()
{
    const auto list = domain::explainFields(Cron::parse(u"0,30 9-17 L-2,15 * 0").value(), QLocale::c());
    QCOMPARE(list.size(), size_t(5));
    QCOMPARE(list[0].field, u"minute"_s);
    QCOMPARE(list[0].text, u"0,30"_s);
    QCOMPARE(list[1].words, u"hours 9 to 17"_s);
    QVERIFY(list[2].words.contains(u"day 2 before the last"));
    QCOMPARE(list[3].words, u"every month"_s);
    QCOMPARE(list[4].words, u"Sunday"_s);
    QCOMPARE(domain::explainFields(Cron::parse(u"0 0 0 1 1 * 2030").value(), QLocale::c()).size(), size_t(7));
    QVERIFY(domain::explainFields(Cron::parse(u"@daily").value(), QLocale::c()).empty());
}

REGISTER_TEST(TestCron);
#include "test_cron.moc"
