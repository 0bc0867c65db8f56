// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/domain/nexttimes.h"

#include <QTest>

using domain::GapRule;
using domain::OverlapRule;

class TestCronClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockChangesFollowTheirRule_data();
    void clockChangesFollowTheirRule();
};

void TestCronClock::clockChangesFollowTheirRule_data()
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

void TestCronClock::clockChangesFollowTheirRule()
{
    QFETCH(QString, zone);
    QFETCH(QString, expression);
    QFETCH(QString, from);
    QFETCH(int, gap);
    QFETCH(int, overlap);
    QFETCH(QString, expected);
    QCOMPARE(test::nextTimes(expression, zone, from, expected.count(u' ') + 1, {GapRule(gap), OverlapRule(overlap)}),
             expected);
}

REGISTER_TEST(TestCronClock);
#include "test_cronclock.moc"
