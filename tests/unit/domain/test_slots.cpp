// SPDX-License-Identifier: Apache-2.0
// Long rows of slots: what is found in leaps is what is found by walking.
#include "app/domain/schedule.h"
#include "tests/support/registry.h"

#include <QDate>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using domain::Cron;
using domain::GapRule;
using domain::OverlapRule;
using domain::Schedule;
using domain::SlotFinder;
using domain::Zone;

namespace {

/// Clock changes of the zones below lie around these.
const base::Instant changes[] = {
    base::parseIso(u"2026-03-29T01:00:00Z"_s).value(), base::parseIso(u"2026-11-01T06:00:00Z"_s).value(),
    base::parseIso(u"2026-04-04T15:00:00Z"_s).value(), base::parseIso(u"2011-12-30T10:00:00Z"_s).value()};

template <typename T> T oneOf(QRandomGenerator &random, std::initializer_list<T> choices)
{
    return choices.begin()[random.bounded(int(choices.size()))];
}

Schedule randomSchedule(QRandomGenerator &random, base::Instant from)
{
    const auto around = [&] { return from + base::Seconds(random.bounded(-200'000, 1'200'000)); };
    Schedule schedule;
    schedule.timezone =
        oneOf(random, {u"Europe/Berlin"_s, u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"Pacific/Apia"_s});
    schedule.gap = oneOf(random, {GapRule::Auto, GapRule::End, GapRule::Skip, GapRule::Shift});
    schedule.overlap = oneOf(random, {OverlapRule::Auto, OverlapRule::First, OverlapRule::Both, OverlapRule::Second});
    switch (random.bounded(6)) {
    case 0:
        schedule.at = around();
        break;
    case 1:
        schedule.everySeconds = oneOf<qint64>(random, {600, 3600, 100'000, 5'000'000});
        schedule.anchor = around() + base::Millis(random.bounded(1000));
        break;
    default:
        schedule.cron = oneOf(random, {u"*/15 * * * *"_s, u"%1 8-17 * * MON-FRI"_s.arg(random.bounded(60)),
                                       u"*/20 1-3 * * *"_s, u"30 2 * * *"_s, u"0 0 L * *"_s, u"15 */2 * * *"_s,
                                       u"59,0 59,1 23,0 * * *"_s, u"0 0 31 2 *"_s, u"0 0 0 1 1 * 2030"_s});
    }
    if (random.bounded(4) == 0) {
        schedule.notBefore = around();
        schedule.notAfter = *schedule.notBefore + base::Seconds(random.bounded(400'000));
    }
    return schedule;
}

} // namespace

class TestSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rareDatesAreFoundInAllYears_data();
    void rareDatesAreFoundInAllYears();
    void manyAtOnceAreTheSameAsOneByOne();
};

void TestSlots::rareDatesAreFoundInAllYears_data()
{
    using Matches = std::function<bool(const QDate &)>;
    QTest::addColumn<QString>("expression");
    QTest::addColumn<Matches>("matches");
    const auto row = [](const char *expression, const Matches &matches) {
        QTest::addRow("%s", expression) << QString::fromLatin1(expression) << matches;
    };
    const auto isLeapDay = [](const QDate &date) { return date.month() == 2 && date.day() == 29; };
    row("0 0 29 2 *", isLeapDay);
    row("0 0 29 2 +MON", [=](const QDate &date) { return isLeapDay(date) && date.dayOfWeek() == 1; });
    row("0 0 0 29 2 +WED 2000-2199/8", [=](const QDate &date) {
        return isLeapDay(date) && date.dayOfWeek() == 3 && date.year() >= 2000 && date.year() % 8 == 0;
    });
    row("0 0 31 * +SUN", [](const QDate &date) { return date.day() == 31 && date.dayOfWeek() == 7; });
    row("0 0 31 2,4,12 *", [](const QDate &date) { return date.day() == 31 && date.month() == 12; });
    row("0 0 * 2 5#5", [=](const QDate &date) { return isLeapDay(date) && date.dayOfWeek() == 5; });
    row("0 0 L 2 +FRI",
        [](const QDate &date) { return date.month() == 2 && date.addDays(1).day() == 1 && date.dayOfWeek() == 5; });
    row("0 0 13 * +FRI", [](const QDate &date) { return date.day() == 13 && date.dayOfWeek() == 5; });
    row("0 0 0 1 1 * 1970,2199",
        [](const QDate &date) { return date.dayOfYear() == 1 && (date.year() == 1970 || date.year() == 2199); });
}

void TestSlots::rareDatesAreFoundInAllYears()
{
    QFETCH(QString, expression);
    QFETCH(std::function<bool(const QDate &)>, matches);
    const Cron cron = Cron::parse(expression).value();
    auto next = cron.next(base::Instant::min(), Zone::utc());
    int count = 0;
    for (QDate date(1970, 1, 1); date.year() < 2200; date = date.addDays(1)) {
        if (matches(date)) {
            QVERIFY(next);
            QCOMPARE(base::isoUtc(*next).left(10), date.toString(Qt::ISODate));
            next = cron.next(*next, Zone::utc());
            ++count;
        }
    }
    QVERIFY(!next);
    QVERIFY(count > 1);
}

void TestSlots::manyAtOnceAreTheSameAsOneByOne()
{
    QRandomGenerator random(20261123);
    qsizetype count = 0;
    for (int round = 0; round < 3000; ++round) {
        const base::Instant from = changes[random.bounded(4)] - base::Seconds(random.bounded(800'000));
        const base::Instant before = from + base::Seconds(random.bounded(1'000'000));
        const Schedule schedule = randomSchedule(random, from);
        const SlotFinder finder = SlotFinder::make(schedule, from).value();
        std::vector<base::Instant> all;
        const auto behind = finder.slotsUntil(from, before, all);
        auto slot = finder.next(from - base::Millis(1));
        for (const base::Instant found : all) {
            QCOMPARE(slot.has_value(), true);
            QCOMPARE(base::isoUtc(found), base::isoUtc(*slot));
            slot = finder.next(*slot);
        }
        QVERIFY(!slot || *slot >= before);
        QCOMPARE(behind, slot);
        count += qsizetype(all.size());
    }
    QVERIFY(count > 100'000);
}

REGISTER_TEST(TestSlots);

#include "test_slots.moc"
