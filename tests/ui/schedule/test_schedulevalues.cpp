// SPDX-License-Identifier: Apache-2.0
// What the schedule editor makes of values: expressions and their everyday shapes, times and their marks.
#include "tests/support/registry.h"

#include "app/domain/cron.h"
#include "ui/forms/schedule/cron/cronpreset.h"
#include "ui/forms/schedule/next/nexttimes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::CronPreset;
using Shape = ui::CronPreset::Shape;

namespace {

/// From Monday.
std::bitset<7> days(std::initializer_list<size_t> numbers)
{
    std::bitset<7> set;
    for (const size_t number : numbers)
        set.set(number);
    return set;
}

base::Instant at(const QString &iso)
{
    return base::parseIso(iso).value();
}

QStringList marks(const domain::Schedule &schedule, const QString &now, int count)
{
    const auto finder = domain::SlotFinder::make(schedule, base::Instant());
    QStringList marks;
    const QList<ui::NextTime> times = ui::nextTimes({.finder = *finder, .others = {}, .now = at(now), .count = count});
    for (const ui::NextTime &time : times)
        marks.append(time.time + u" "_s + time.mark);
    return marks;
}

} // namespace

class TestScheduleValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreExpressionsAndBack_data()
    {
        QTest::addColumn<CronPreset>("preset");
        QTest::addColumn<QString>("cron");
        using P = CronPreset;
        QTest::newRow("minute") << P{.shape = Shape::Minutes, .every = 1} << u"* * * * *"_s;
        QTest::newRow("minutes") << P{.shape = Shape::Minutes, .every = 15} << u"*/15 * * * *"_s;
        QTest::newRow("hour") << P{.shape = Shape::Hours, .every = 1, .minute = 5} << u"5 * * * *"_s;
        QTest::newRow("hours") << P{.shape = Shape::Hours, .every = 6} << u"0 */6 * * *"_s;
        QTest::newRow("daily") << P{.shape = Shape::Daily, .hour = 2, .minute = 30} << u"30 2 * * *"_s;
        QTest::newRow("weekdays") << P{.shape = Shape::Weekdays, .hour = 18} << u"0 18 * * MON-FRI"_s;
        QTest::newRow("weekly") << P{.shape = Shape::Weekly, .hour = 8, .days = days({0, 6})} << u"0 8 * * MON,SUN"_s;
        QTest::newRow("all days") << P{.shape = Shape::Weekly, .hour = 8, .days = days({0, 1, 2, 3, 4, 5, 6})}
                                  << u"0 8 * * MON,TUE,WED,THU,FRI,SAT,SUN"_s;
        QTest::newRow("monthly") << P{.shape = Shape::Monthly, .hour = 0, .day = 31} << u"0 0 31 * *"_s;
        QTest::newRow("last day") << P{.shape = Shape::LastDay, .hour = 23, .minute = 59} << u"59 23 L * *"_s;
    }
    void presetsAreExpressionsAndBack()
    {
        QFETCH(CronPreset, preset);
        QFETCH(QString, cron);
        QCOMPARE(ui::cronOf(preset), cron);
        QVERIFY(domain::Cron::parse(cron));
        const std::optional<CronPreset> back = ui::presetOf(cron);
        QVERIFY(back.has_value());
        QVERIFY(*back == preset);
    }

    void otherWritingsOfAPresetAreKnown_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("same");
        QTest::newRow("numbers") << u"0 18 * * 1-5"_s << u"0 18 * * MON-FRI"_s;
        QTest::newRow("list") << u"0 18 * * 1,2,3,4,5"_s << u"0 18 * * MON-FRI"_s;
        QTest::newRow("names") << u"0 18 * * mon,wed-fri"_s << u"0 18 * * MON,WED,THU,FRI"_s;
        QTest::newRow("sunday is 0") << u"0 8 * * 0"_s << u"0 8 * * SUN"_s;
        QTest::newRow("sunday is 7") << u"0 8 * * 6-7"_s << u"0 8 * * SAT,SUN"_s;
        QTest::newRow("question mark") << u"0 8 ? * ?"_s << u"0 8 * * *"_s;
        QTest::newRow("second 0") << u"0 0 8 * * *"_s << u"0 8 * * *"_s;
        QTest::newRow("blanks") << u"  0  8 *\t* * "_s << u"0 8 * * *"_s;
        QTest::newRow("zeros") << u"05 08 * * *"_s << u"5 8 * * *"_s;
    }
    void otherWritingsOfAPresetAreKnown()
    {
        QFETCH(QString, cron);
        QFETCH(QString, same);
        const std::optional<CronPreset> preset = ui::presetOf(cron);
        QVERIFY(preset.has_value());
        QCOMPARE(ui::cronOf(*preset), same);
        const auto one = domain::Cron::parse(cron);
        const auto other = domain::Cron::parse(same);
        base::Instant then = at(u"2026-10-01T00:00:00Z"_s);
        for (int i = 0; i < 50; ++i) {
            const auto next = one->next(then, domain::Zone::utc());
            QVERIFY(next.has_value());
            QVERIFY(next == other->next(then, domain::Zone::utc()));
            then = *next;
        }
    }

    void otherExpressionsStayFree_data()
    {
        QTest::addColumn<QString>("cron");
        for (const char *cron : {"*/7 * * * *", "0 */5 * * *",  "0 8 1 * MON",
                                 "0 8 * 1 *",   "0 8,20 * * *", "30 0 8 * * *",
                                 "0 8 * * 5#L", "0 8 * * 1#2",  "0 8 15W * *",
                                 "0 8 L-2 * *", "@daily",       "@reboot",
                                 "0 8 32 * *",  "61 8 * * *",   "",
                                 "x",           "0 8 * * 5-1",  "0 8 * * +MON",
                                 "0 8 * * */2", "0-10 8 * * *", "0 8 * * * 2027"})
            QTest::newRow(cron) << QString::fromLatin1(cron);
    }
    void otherExpressionsStayFree()
    {
        QFETCH(QString, cron);
        QVERIFY(!ui::presetOf(cron));
        QCOMPARE(ui::cronOf({.shape = Shape::Weekly}), QString());
    }

    void theClocksAreToldOf_data()
    {
        QTest::addColumn<domain::Schedule>("schedule");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("told");
        using S = domain::Schedule;
        const QString berlin = u"Europe/Berlin"_s;
        QTest::newRow("twice, once") << S{.cron = u"30 2 * * *"_s, .timezone = berlin} << u"2026-10-24T12:00:00Z"_s
                                     << QStringList{u"02:30 runs once though 02:30 comes twice"_s,
                                                    u"02:30 clocks went back 1 h"_s, u"02:30 "_s};
        QTest::newRow("twice, both") << S{.cron = u"30 2 * * *"_s,
                                          .timezone = berlin,
                                          .overlap = domain::OverlapRule::Both}
                                     << u"2026-10-24T12:00:00Z"_s
                                     << QStringList{u"02:30 first of two 02:30"_s, u"02:30 second of two 02:30"_s};
        QTest::newRow("twice, second") << S{.cron = u"30 2 * * *"_s,
                                            .timezone = berlin,
                                            .overlap = domain::OverlapRule::Second}
                                       << u"2026-10-24T12:00:00Z"_s
                                       << QStringList{u"02:30 runs at the second of two 02:30"_s};
        QTest::newRow("gap, end") << S{.cron = u"30 2 * * *"_s, .timezone = berlin} << u"2027-03-27T12:00:00Z"_s
                                  << QStringList{u"03:00 clocks go forward: 02:30 becomes 03:00"_s, u"02:30 "_s};
        QTest::newRow("gap, shift") << S{.cron = u"30 2 * * *"_s, .timezone = berlin, .gap = domain::GapRule::Shift}
                                    << u"2027-03-27T12:00:00Z"_s
                                    << QStringList{u"03:30 clocks go forward: 02:30 becomes 03:30"_s};
        QTest::newRow("gap, skip") << S{.cron = u"30 2 * * *"_s, .timezone = berlin, .gap = domain::GapRule::Skip}
                                   << u"2027-03-27T12:00:00Z"_s
                                   << QStringList{u"02:30 clocks went forward: 02:30 was left out"_s, u"02:30 "_s};
        QTest::newRow("gap, a real one") << S{.cron = u"0 3 * * *"_s, .timezone = berlin} << u"2027-03-27T12:00:00Z"_s
                                         << QStringList{u"03:00 clocks went forward 1 h"_s, u"03:00 "_s};
        QTest::newRow("elapsed") << S{.cron = u"*/30 * * * *"_s, .timezone = berlin} << u"2026-10-24T23:45:00Z"_s
                                 << QStringList{u"02:00 first of two 02:00"_s, u"02:30 first of two 02:30"_s,
                                                u"02:00 second of two 02:00"_s, u"02:30 second of two 02:30"_s};
        QTest::newRow("no change") << S{.cron = u"30 2 * * *"_s, .timezone = u"UTC"_s} << u"2026-10-24T12:00:00Z"_s
                                   << QStringList{u"02:30 "_s, u"02:30 "_s};
    }
    void theClocksAreToldOf()
    {
        QFETCH(domain::Schedule, schedule);
        QFETCH(QString, now);
        QFETCH(QStringList, told);
        QCOMPARE(marks(schedule, now, int(told.size())), told);
    }
};

REGISTER_TEST(TestScheduleValues);

#include "test_schedulevalues.moc"
