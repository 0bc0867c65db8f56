// SPDX-License-Identifier: Apache-2.0
// Maintenance windows: their JSON, and when they are open over clock changes and leap days and after single occurrences
// were changed by hand.
#include "app/domain/windows/advice.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::MaintenanceWindow;
using domain::Occurrence;
using domain::WindowFinder;

namespace {

base::Instant utc(const QString &text)
{
    return base::parseIso(text).value();
}

QJsonObject weekly()
{
    return {{u"name"_s, u"Weekly reboot"_s},        {u"start"_s, u"2026-03-22T03:00:00"_s},
            {u"end"_s, u"2026-03-22T04:00:00"_s},   {u"recurring"_s, u"0 3 * * 0"_s},
            {u"timezone"_s, u"Europe/Berlin"_s},    {u"scope"_s, QJsonArray{u"monitor_abc"_s, u"agent_xyz"_s}},
            {u"autonomy_override"_s, u"disabled"_s}};
}

MaintenanceWindow window(const QString &start, const QString &end, const QString &cron = {})
{
    QJsonObject json = weekly();
    json.insert("start"_L1, start);
    json.insert("end"_L1, end);
    json.insert("recurring"_L1, cron.isEmpty() ? QJsonValue() : QJsonValue(cron));
    return domain::windowFromJson(json).value();
}

WindowFinder finder(const MaintenanceWindow &window)
{
    domain::Zones zones;
    return WindowFinder::make(window, zones).value();
}

/// `from/to` of each, UTC to the minute.
QStringList spans(const WindowFinder &asked, const QString &from, const QString &to)
{
    QStringList texts;
    for (const Occurrence &one : asked.between(utc(from), utc(to))) {
        texts.append(base::isoUtc(one.span.from).left(16) + u'/' + base::isoUtc(one.span.to).mid(5, 11));
    }
    return texts;
}

} // namespace

class MaintenanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonRoundTrips();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void whatOnlyTheStoreKnowsIsNotTakenFromOutside();
    void anEditKeepsWhatItDoesNotGive();
    void spansFollowTheWallClock_data();
    void spansFollowTheWallClock();
    void onlyTheStoreKeepsAnUnreadableZone();
    void openedByHandItIsAsLongAsItsRule();
    void closedByHandItOpensAtItsNextStart();
    void extendedItEndsLaterThisTimeOnly();
    void oneOccurrenceMovesAndTheOthersStay();
    void theNextFreeSlotIsBehindWhatIsInTheWay();
    void aRunThatWouldNotEndInTimeIsFoundOut();
    void everyMinuteOfALongWindowIsBounded();
};

void MaintenanceTest::jsonRoundTrips()
{
    QJsonObject given = weekly();
    given.insert("approval"_L1, QJsonObject{{u"quorum"_s, 2}});
    given.insert("manual_runs"_L1, u"block"_s);
    given.insert("in_flight"_L1, u"stop"_s);
    given.insert("blocked_slots"_L1, u"once_after"_s);
    given.insert("mute_notifications"_L1, true);
    given.insert("reason"_L1, u"firmware"_s);
    const MaintenanceWindow read = domain::windowFromJson(given).value();
    const QJsonObject written = toJson(read);
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        QCOMPARE(written.value(it.key()), it.value());
    }
    QCOMPARE(read.effect(), domain::WindowEffect::OnceAfter);
    MaintenanceWindow kept = read;
    kept.id = u"window_1"_s;
    kept.createdBy = u"ann"_s;
    kept.version = 3;
    kept.updatedAt = utc(u"2026-01-01T00:00:00Z"_s);
    kept.updatedBy = u"bob"_s;
    kept.exceptions = {{std::nullopt, {utc(u"2026-01-01T00:00:00Z"_s), utc(u"2026-01-01T01:00:00Z"_s)}},
                       {utc(u"2026-03-22T02:00:00Z"_s), {}}};
    QCOMPARE(domain::windowFromJson(toJson(kept), domain::Provenance::Store).value(), kept);
}

void MaintenanceTest::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("field");
    int count = 0;
    const auto row = [&count](const char *name, const QJsonValue &value, const char *field = nullptr) {
        QTest::newRow(qPrintable(QString::fromLatin1(name) + QString::number(++count)))
            << QString::fromLatin1(name) << value << QString::fromLatin1(field ? field : name);
    };
    row("name", u""_s);
    row("name", 5);
    row("start", u"tomorrow"_s);
    row("start", QJsonValue());
    row("start", u"2026-02-30T03:00:00"_s);
    row("end", u"2026-03-22T03:00:00"_s);
    row("end", u"2026-03-22T02:00:00"_s);
    row("end", u"2028-03-22T04:00:00"_s);
    row("end", u"2026-06-22T04:00:00"_s); // recurring ones are shorter
    row("timezone", u"Europe/Atlantis"_s);
    row("recurring", u"0 25 * * 0"_s);
    row("recurring", u"@reboot"_s);
    row("scope", QJsonArray());
    row("scope", QJsonArray{u"auto_1"_s, u" "_s}, "scope[1]");
    row("scope", u"*"_s);
    row("autonomy_override", u"never"_s);
    row("approval", u"ann"_s);
    row("manual_runs", u"deny"_s);
    row("in_flight", u"kill"_s);
    row("blocked_slots", u"later"_s);
    row("mute_notifications", u"yes"_s);
    row("recuring", u"0 3 * * 0"_s);
}

void MaintenanceTest::wrongFieldsAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(QString, field);
    QJsonObject json = weekly();
    json.insert(name, value);
    const auto read = domain::windowFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, base::ErrorCode::Invalid);
    QCOMPARE(read.error().field, field);
}

void MaintenanceTest::whatOnlyTheStoreKnowsIsNotTakenFromOutside()
{
    QJsonObject json = weekly();
    json.insert("id"_L1, u"window_forged"_s);
    json.insert("created_by"_L1, u"somebody else"_s);
    json.insert("version"_L1, 7);
    const MaintenanceWindow read = domain::windowFromJson(json).value();
    QVERIFY(read.id.isEmpty() && read.createdBy.isEmpty() && read.version == 0);
    QCOMPARE(domain::windowFromJson({{u"name"_s, u"All"_s},
                                     {u"start"_s, u"2026-03-22T03:00"_s},
                                     {u"end"_s, u"2026-03-22T05:00:00+02:00"_s},
                                     {u"timezone"_s, u"UTC"_s}})
                 .error()
                 .field,
             u"end"_s); // an offset is turned into the wall time of the zone, here 03:00
}

void MaintenanceTest::anEditKeepsWhatItDoesNotGive()
{
    MaintenanceWindow before = domain::windowFromJson(weekly()).value();
    before.id = u"window_1"_s;
    before = domain::activated(finder(before), utc(u"2026-03-24T10:00:00Z"_s)).value();
    before = domain::moved(finder(before), utc(u"2026-03-22T02:00:00Z"_s), {}).value();
    const MaintenanceWindow renamed = domain::edited(before, {{u"name"_s, u"Reboot"_s}}).value();
    QCOMPARE(renamed.name, u"Reboot"_s);
    QCOMPARE(renamed.id, before.id);
    QCOMPARE(renamed.exceptions, before.exceptions);
    const MaintenanceWindow later = domain::edited(before, {{u"recurring"_s, u"0 4 * * 0"_s}}).value();
    QCOMPARE(later.exceptions.size(), 1); // what was opened by hand stays
    QVERIFY(!later.exceptions.first().start);
    QCOMPARE(domain::edited(before, {{u"end"_s, u"x"_s}}).error().field, u"end"_s);
}

void MaintenanceTest::spansFollowTheWallClock_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("cron");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("expected");
    const QString march = u"2026-03-28T12:00:00Z"_s;   // clocks go forward on the 29th, 01:00 UTC
    const QString october = u"2026-10-24T12:00:00Z"_s; // back on the 25th, 01:00 UTC
    QTest::newRow("plain") << u"2026-03-28T20:00"_s << u"2026-03-28T21:00"_s << QString() << march
                           << QStringList{u"2026-03-28T19:00/03-28T20:00"_s};
    QTest::newRow("start in the gap") << u"2026-03-29T02:30"_s << u"2026-03-29T03:30"_s << QString() << march
                                      << QStringList{u"2026-03-29T01:00/03-29T02:00"_s};
    QTest::newRow("end in the gap") << u"2026-03-29T01:30"_s << u"2026-03-29T02:30"_s << QString() << march
                                    << QStringList{u"2026-03-29T00:30/03-29T01:00"_s};
    QTest::newRow("length across the gap") << u"2026-03-29T01:00"_s << u"2026-03-29T04:00"_s << QString() << march
                                           << QStringList{u"2026-03-29T00:00/03-29T02:00"_s};
    QTest::newRow("length across the overlap") << u"2026-10-25T02:00"_s << u"2026-10-25T04:00"_s << QString() << october
                                               << QStringList{u"2026-10-25T00:00/10-25T03:00"_s};
    QTest::newRow("end in the overlap") << u"2026-10-25T01:30"_s << u"2026-10-25T02:30"_s << QString() << october
                                        << QStringList{u"2026-10-24T23:30/10-25T00:30"_s};
    QTest::newRow("weekly in the gap") << u"2026-03-01T02:15"_s << u"2026-03-01T02:45"_s << u"15 2 * * 0"_s << march
                                       << QStringList{u"2026-03-29T01:00/03-29T01:30"_s};
    QTest::newRow("each hour through the overlap")
        << u"2026-10-01T00:50"_s << u"2026-10-01T01:00"_s << u"50 * * * *"_s << u"2026-10-25T00:00:00Z"_s
        << QStringList{u"2026-10-25T00:50/10-25T02:00"_s, u"2026-10-25T01:50/10-25T02:00"_s,
                       u"2026-10-25T02:50/10-25T03:00"_s};
    QTest::newRow("a leap day") << u"2024-02-28T12:00"_s << u"2024-02-29T12:00"_s << u"0 12 29 2 *"_s
                                << u"2028-02-29T00:00:00Z"_s << QStringList{u"2028-02-29T11:00/03-01T11:00"_s};
    QTest::newRow("over a leap day") << u"2028-02-28T12:00"_s << u"2028-03-01T12:00"_s << QString()
                                     << u"2028-02-29T00:00:00Z"_s << QStringList{u"2028-02-28T11:00/03-01T11:00"_s};
    QTest::newRow("none before the start")
        << u"2026-10-26T00:00"_s << u"2026-10-26T01:00"_s << u"0 0 * * *"_s << october << QStringList{};
}

void MaintenanceTest::spansFollowTheWallClock()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(QString, cron);
    QFETCH(QString, from);
    QFETCH(QStringList, expected);
    const base::Instant begin = utc(from);
    const base::Millis span = cron.startsWith(u"50"_s) ? base::Seconds(3 * 3600) : base::Seconds(86400);
    QCOMPARE(spans(finder(window(start, end, cron)), from, base::isoUtc(begin + span)), expected);
}

void MaintenanceTest::onlyTheStoreKeepsAnUnreadableZone()
{
    QJsonObject json = weekly();
    json.insert("timezone"_L1, u"Europe/Atlantis"_s);
    const MaintenanceWindow kept = domain::windowFromJson(json, domain::Provenance::Store).value();
    domain::Zones zones;
    QCOMPARE(WindowFinder::make(kept, zones).error().field, u"timezone"_s);
    QCOMPARE(domain::WindowStanding({kept}).unreadable(), QStringList{kept.name});
}

void MaintenanceTest::openedByHandItIsAsLongAsItsRule()
{
    const MaintenanceWindow before = window(u"2026-03-22T03:00"_s, u"2026-03-22T04:00"_s, u"0 3 * * 0"_s);
    // An hour on the wall clock that is two hours long, since the clocks go back in it.
    const base::Instant now = utc(u"2026-10-25T00:30:00Z"_s);
    const MaintenanceWindow after = domain::activated(finder(before), now).value();
    QCOMPARE(spans(finder(after), u"2026-10-24T22:00:00Z"_s, u"2026-10-25T02:00:00Z"_s),
             QStringList{u"2026-10-25T00:30/10-25T02:30"_s});
}

void MaintenanceTest::closedByHandItOpensAtItsNextStart()
{
    MaintenanceWindow now = window(u"2026-03-22T03:00"_s, u"2026-03-22T04:00"_s, u"0 3 * * *"_s);
    QCOMPARE(domain::deactivated(finder(now), utc(u"2026-06-01T00:00:00Z"_s)).error().code, base::ErrorCode::Conflict);
    now = domain::deactivated(finder(now), utc(u"2026-06-01T01:30:00Z"_s)).value();
    QCOMPARE(spans(finder(now), u"2026-06-01T00:00:00Z"_s, u"2026-06-03T00:00:00Z"_s),
             (QStringList{u"2026-06-01T01:00/06-01T01:30"_s, u"2026-06-02T01:00/06-02T02:00"_s}));
    // By hand again, and closed the moment it opened: no trace is left.
    const base::Instant noon = utc(u"2026-06-01T12:00:00Z"_s);
    const MaintenanceWindow opened = domain::activated(finder(now), noon).value();
    QCOMPARE(domain::deactivated(finder(opened), noon).value().exceptions, now.exceptions);
}

void MaintenanceTest::extendedItEndsLaterThisTimeOnly()
{
    MaintenanceWindow now = window(u"2026-03-22T03:00"_s, u"2026-03-22T04:00"_s, u"0 3 * * *"_s);
    const base::Instant at = utc(u"2026-06-01T01:30:00Z"_s);
    QCOMPARE(domain::extended(finder(now), at, at).error().field, u"until"_s);
    QCOMPARE(domain::extended(finder(now), at - base::Seconds(7200), at).error().code, base::ErrorCode::Conflict);
    now = domain::extended(finder(now), at, utc(u"2026-06-01T05:00:00Z"_s)).value();
    now = domain::extended(finder(now), at, utc(u"2026-06-01T06:00:00Z"_s)).value();
    QCOMPARE(now.exceptions.size(), 1);
    QCOMPARE(spans(finder(now), u"2026-06-01T00:00:00Z"_s, u"2026-06-03T00:00:00Z"_s),
             (QStringList{u"2026-06-01T01:00/06-01T06:00"_s, u"2026-06-02T01:00/06-02T02:00"_s}));
}

void MaintenanceTest::oneOccurrenceMovesAndTheOthersStay()
{
    MaintenanceWindow now = window(u"2026-03-22T03:00"_s, u"2026-03-22T04:00"_s, u"0 3 * * *"_s);
    const base::Instant first = utc(u"2026-06-01T01:00:00Z"_s);
    QCOMPARE(domain::moved(finder(now), first + base::Seconds(60), {}).error().code, base::ErrorCode::NotFound);
    now = domain::moved(finder(now), first, {utc(u"2026-06-02T10:00:00Z"_s), utc(u"2026-06-02T11:00:00Z"_s)}).value();
    QCOMPARE(spans(finder(now), u"2026-06-01T00:00:00Z"_s, u"2026-06-03T00:00:00Z"_s),
             (QStringList{u"2026-06-02T01:00/06-02T02:00"_s, u"2026-06-02T10:00/06-02T11:00"_s}));
    now = domain::moved(finder(now), first, {first, first}).value(); // and taken out
    QCOMPARE(spans(finder(now), u"2026-06-01T00:00:00Z"_s, u"2026-06-03T00:00:00Z"_s),
             QStringList{u"2026-06-02T01:00/06-02T02:00"_s});
    QCOMPARE(finder(now).next(utc(u"2026-06-01T00:00:00Z"_s))->span.from, utc(u"2026-06-02T01:00:00Z"_s));
}

void MaintenanceTest::theNextFreeSlotIsBehindWhatIsInTheWay()
{
    const auto at = [](int hour, int minute = 0) {
        return utc(u"2026-06-01T00:00:00Z"_s) + base::Seconds(hour * 3600 + minute * 60);
    };
    const QList<domain::WindowSpan> busy{{at(9), at(10)}, {at(3), at(8, 10)}, {at(10, 30), at(11)}};
    QCOMPARE(domain::nextFreeSlot(busy, at(0), base::Seconds(7200)), at(0));
    QCOMPARE(domain::nextFreeSlot(busy, at(2, 1), base::Seconds(1800)), at(2, 15));
    QCOMPARE(domain::nextFreeSlot(busy, at(2, 1), base::Seconds(2700)), at(2, 15));
    QCOMPARE(domain::nextFreeSlot(busy, at(2, 20), base::Seconds(2700)), at(8, 15));
    QCOMPARE(domain::nextFreeSlot(busy, at(2, 20), base::Seconds(3600)), at(11));
    QCOMPARE(domain::nextFreeSlot({}, at(2, 1), base::Seconds(60)), at(2, 15));
}

void MaintenanceTest::aRunThatWouldNotEndInTimeIsFoundOut()
{
    QJsonObject json = weekly();
    json.insert("scope"_L1, QJsonArray{u"*"_s});
    const MaintenanceWindow sunday = domain::windowFromJson(json).value();
    const base::Instant begins = utc(u"2026-06-07T01:00:00Z"_s);
    const domain::Automation automation;
    const auto advice = [&](base::Millis before, std::optional<base::Millis> longest) {
        return domain::adviseRun({sunday}, automation, begins - before, longest);
    };
    QCOMPARE(advice(base::Seconds(60), base::Seconds(61)).notDoneBefore, begins);
    QVERIFY(!advice(base::Seconds(60), base::Seconds(60)).notDoneBefore);
    QVERIFY(!advice(base::Seconds(60), std::nullopt).notDoneBefore);
    QCOMPARE(inWords(advice(base::Seconds(60), base::Seconds(61))).size(), 1);
    const domain::RunAdvice inside = advice(base::Seconds(-60), base::Seconds(1));
    QCOMPARE(inside.says, domain::ManualRuns::Warn);
    QCOMPARE(inside.until, begins + base::Seconds(3600));
    QVERIFY(!inside.notDoneBefore);
}

void MaintenanceTest::everyMinuteOfALongWindowIsBounded()
{
    const MaintenanceWindow often = window(u"2026-01-01T00:00"_s, u"2026-01-31T00:00"_s, u"* * * * *"_s);
    const base::Instant june = utc(u"2026-06-01T00:00:00Z"_s);
    const domain::Window planned = finder(often).planned(june, june + base::Seconds(365 * 86400));
    QCOMPARE(planned.spans.size(), 1); // what touches is one
    QVERIFY(planned.isOpenAt(june));
    QVERIFY(finder(often).between(june, june + base::Seconds(365 * 86400)).size() <= domain::mostOccurrences);
}

REGISTER_TEST(MaintenanceTest);
#include "test_maintenance.moc"
