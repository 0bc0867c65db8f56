// SPDX-License-Identifier: Apache-2.0
// Maintenance windows with a real engine: what they block, hold and stop, and how a person has a word.
#include "tests/support/enginehouse.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From the first moment of the test, for everything.
QJsonObject freeze(int minutes)
{
    return {{u"name"_s, u"Freeze"_s},
            {u"start"_s, u"2026-10-25T00:00:00"_s},
            {u"end"_s, base::isoUtc(test::tempStoreStart + base::Seconds(60 * minutes)).left(19)},
            {u"timezone"_s, u"UTC"_s}};
}

QJsonObject with(QJsonObject window, const QString &field, const QJsonValue &value)
{
    window.insert(field, value);
    return window;
}

domain::MaintenanceWindow open(test::EngineHouse &house, const QJsonObject &json)
{
    const auto window = domain::windowFromJson(json);
    const auto stored = window ? test::await(house.store->windows().create({*window}, u"ann"_s))
                               : base::Result<QList<domain::MaintenanceWindow>>(window.error());
    return stored ? stored->first() : domain::MaintenanceWindow();
}

void eachMinute(domain::Automation &automation)
{
    domain::Schedule schedule;
    schedule.cron = u"* * * * *"_s;
    schedule.timezone = u"UTC"_s;
    automation.triggers = {schedule};
}

domain::Run newest(test::EngineHouse &house)
{
    const QList<domain::Run> runs = house.runs();
    return runs.isEmpty() ? domain::Run() : runs.first();
}

domain::Run request(test::EngineHouse &house, const base::AutomationId &id, const QString &reason = {})
{
    const auto run = test::await(house.store->runs().request(id, u"ann"_s, {.overrideReason = reason}));
    return run ? *run : domain::Run();
}

QStringList auditActions(test::EngineHouse &house)
{
    QStringList actions;
    for (const store::AuditEntry &entry : test::await(house.store->audit().page({})).value_or({})) {
        actions.prepend(entry.action);
    }
    return actions;
}

} // namespace

class WindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockedSlotsEndInTheLedger();
    void aBlockedSlotIsMadeUpForOnce();
    void theStrictestWindowWins();
    void onlyItsScopeIsBlocked();
    void aManualRunIsHeldUntilTheEnd();
    void breakingTheGlassStartsAtOnce();
    void aReasonGivenWithTheRequestPasses();
    void runsAtWorkAreStopped();
    void runsAtWorkMayFinish();
    void whatWasOpenedByHandHoldsAfterARestart();
    void closingByHandLetsGo();
    void extendingHoldsLonger();
    void deletingAWindowLetsGo();
    void missedSlotsInAWindowAreNotMadeUpFor();
    void aMutingWindowTellsNobody();
    void aTellingWindowTellsOfEachStart();
};

void WindowsTest::blockedSlotsEndInTheLedger()
{
    test::EngineHouse house;
    house.add(u"true"_s, eachMinute);
    open(house, freeze(2));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(newest(house).reason, u"blocked by the window Freeze"_s);
    house.pass(60s); // the window ends at the very slot
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"done"_s}), 10000);
}

void WindowsTest::aBlockedSlotIsMadeUpForOnce()
{
    test::EngineHouse house;
    house.add(u"true"_s, eachMinute);
    const domain::MaintenanceWindow window =
        open(house, with(with(freeze(3), u"end"_s, u"2026-10-25T00:03:30"_s), u"blocked_slots"_s, u"once_after"_s));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    QCOMPARE(newest(house).reason, u"waits for the end of the window Freeze"_s);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"skipped"_s}), 10000);
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"held"_s, u"skipped"_s, u"skipped"_s}), 10000);
    house.pass(30s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"done"_s, u"skipped"_s, u"skipped"_s}), 10000);
    QCOMPARE(house.runs().last().plannedFor, test::tempStoreStart + 60s);
}

void WindowsTest::theStrictestWindowWins()
{
    test::EngineHouse house;
    house.add(u"true"_s, eachMinute);
    open(house, with(freeze(60), u"autonomy_override"_s, u"execute"_s));
    const auto strict = open(house, with(freeze(60), u"name"_s, u"Strict"_s));
    open(house, with(with(freeze(60), u"autonomy_override"_s, u"notify"_s), u"name"_s, u"Aloud"_s));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    QCOMPARE(newest(house).reason, u"blocked by the window Strict"_s);
    QVERIFY(test::await(house.store->windows().remove(strict.id, u"ann"_s)));
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"skipped"_s, u"done"_s}), 10000);
}

void WindowsTest::onlyItsScopeIsBlocked()
{
    test::EngineHouse house;
    const domain::Automation tagged = house.add(u"true"_s, [](auto &a) {
        eachMinute(a);
        a.tags = {u"db"_s};
    });
    house.add(u"true"_s, eachMinute);
    open(house, with(freeze(60), u"scope"_s, QJsonArray{u"tag:db"_s, u"auto_gone"_s}));
    house.start();
    house.pass(60s);
    const auto ended = [&house] {
        return house.statuses().contains(u"done"_s) && house.statuses().contains(u"skipped"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 10000);
    for (const domain::Run &run : house.runs()) {
        QCOMPARE(run.automationId == tagged.id, run.status == domain::RunStatus::Skipped);
    }
}

void WindowsTest::aManualRunIsHeldUntilTheEnd()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s);
    open(house, with(with(freeze(10), u"manual_runs"_s, u"block"_s), u"autonomy_override"_s, u"execute"_s));
    house.start();
    request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    QCOMPARE(newest(house).heldUntil, test::tempStoreStart + 600s);
    QCOMPARE(test::await(house.store->runs().release({newest(house).id}, u"ann"_s)).error().code,
             base::ErrorCode::Conflict); // that takes a reason
    house.pass(600s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void WindowsTest::breakingTheGlassStartsAtOnce()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s);
    open(house, with(freeze(10), u"manual_runs"_s, u"block"_s));
    house.start();
    const domain::Run run = request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    QCOMPARE(test::await(house.store->runs().breakGlass(run.id, u"ann"_s, u"  "_s)).error().field, u"reason"_s);
    QVERIFY(test::await(house.store->runs().breakGlass(run.id, u"ann"_s, u"the disk is full"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(newest(house).overrideReason, u"the disk is full"_s);
    QCOMPARE(auditActions(house).last(), u"break_glass"_s);
    QCOMPARE(test::await(house.store->runs().breakGlass(run.id, u"ann"_s, u"again"_s)).error().code,
             base::ErrorCode::Conflict);
}

void WindowsTest::aReasonGivenWithTheRequestPasses()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s);
    open(house, with(freeze(10), u"manual_runs"_s, u"block"_s));
    house.start();
    request(house, automation.id, u"the disk is full"_s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(auditActions(house).last(), u"break_glass"_s);
}

void WindowsTest::runsAtWorkAreStopped()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"sleep 300"_s);
    QJsonObject later = with(with(freeze(60), u"start"_s, u"2026-10-25T00:05:00"_s), u"in_flight"_s, u"stop"_s);
    open(house, later);
    house.start();
    request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"running"_s}, 10000);
    house.pass(300s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"cancelled"_s}, 20000);
    QCOMPARE(newest(house).reason, u"stopped by the window Freeze"_s);
}

void WindowsTest::runsAtWorkMayFinish()
{
    test::EngineHouse house;
    const domain::Automation automation =
        house.add(u"until [ -e \"$HOME/go-on\" ]; do sleep 0.05; done"_s,
                  [&house](auto &a) { a.env.insert(u"HOME"_s, house.store.directory()); });
    open(house, with(freeze(60), u"start"_s, u"2026-10-25T00:05:00"_s));
    house.start();
    request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"running"_s}, 10000);
    house.pass(300s);
    QFile go(house.store.directory() + u"/go-on"_s);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 20000);
}

void WindowsTest::whatWasOpenedByHandHoldsAfterARestart()
{
    test::EngineHouse house;
    house.add(u"true"_s, eachMinute);
    QJsonObject tomorrow = with(freeze(5), u"start"_s, u"2026-10-26T00:00:00"_s);
    tomorrow.insert("end"_L1, u"2026-10-26T00:05:00"_s);
    const domain::MaintenanceWindow window = open(house, tomorrow);
    house.start();
    QVERIFY(test::await(house.store->windows().activate(window.id, u"ann"_s)));
    house.stop();
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"skipped"_s}, 10000);
    house.pass(240s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().last(), u"done"_s, 10000);
}

void WindowsTest::closingByHandLetsGo()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s);
    const auto window = open(house, with(freeze(60), u"manual_runs"_s, u"block"_s));
    house.start();
    request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    house.store.clock.advance(1s);
    QVERIFY(test::await(house.store->windows().deactivate(window.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    QCOMPARE(test::await(house.store->windows().deactivate(window.id, u"ann"_s)).error().code,
             base::ErrorCode::Conflict);
    QCOMPARE(auditActions(house).mid(1), (QStringList{u"create_window"_s, u"run"_s, u"deactivate"_s}));
}

void WindowsTest::extendingHoldsLonger()
{
    test::EngineHouse house;
    const domain::Automation automation = house.add(u"true"_s);
    const auto window = open(house, with(freeze(10), u"manual_runs"_s, u"block"_s));
    house.start();
    request(house, automation.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    QVERIFY(test::await(house.store->windows().extend(window.id, test::tempStoreStart + 1200s, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(newest(house).heldUntil, test::tempStoreStart + 1200s, 10000);
    house.pass(600s);
    QCOMPARE(house.statuses(), QStringList{u"held"_s});
    house.pass(600s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void WindowsTest::deletingAWindowLetsGo()
{
    test::EngineHouse house;
    house.add(u"true"_s, eachMinute);
    const auto window = open(house, with(freeze(60), u"blocked_slots"_s, u"once_after"_s));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"held"_s}, 10000);
    QVERIFY(test::await(house.store->windows().remove(window.id, u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
}

void WindowsTest::missedSlotsInAWindowAreNotMadeUpFor()
{
    test::EngineHouse house;
    house.add(u"true"_s, [](auto &a) {
        eachMinute(a);
        a.misfire = domain::Misfire::All;
    });
    QJsonObject away = with(freeze(60), u"start"_s, u"2026-10-25T00:04:00"_s);
    open(house, with(away, u"end"_s, u"2026-10-25T00:06:00"_s));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    house.stop();
    house.store.clock.advance(390s);
    house.start();
    // 00:02 to 00:07; those of 00:04 and 00:05 fell into the window.
    const auto skipped = [&house] {
        QStringList times;
        for (const domain::Run &run : house.runs()) {
            if (run.status == domain::RunStatus::Skipped) {
                times.prepend(base::isoUtc(*run.plannedFor).mid(11, 5));
            }
        }
        return times;
    };
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses().count(u"done"_s), 5, 10000);
    QCOMPARE(skipped(), (QStringList{u"00:04"_s, u"00:05"_s}));
}

void WindowsTest::aMutingWindowTellsNobody()
{
    test::EngineHouse house;
    std::atomic<int> told = 0;
    house.notify = [&told](const domain::Notice &) {
        ++told;
        return QtFuture::makeReadyFuture(base::Status());
    };
    const auto aloud = [](auto &a) {
        a.notify.ways.insert(domain::NoticeCause::Failure, {domain::NoticeWay::Desktop});
    };
    const domain::Automation muted = house.add(u"false"_s, [&](auto &a) {
        aloud(a);
        a.tags = {u"quiet"_s};
    });
    const domain::Automation loud = house.add(u"false"_s, aloud);
    QJsonObject quiet = with(with(freeze(60), u"mute_notifications"_s, true), u"autonomy_override"_s, u"execute"_s);
    open(house, with(with(quiet, u"scope"_s, QJsonArray{u"tag:quiet"_s}), u"manual_runs"_s, u"allow"_s));
    house.start();
    request(house, muted.id);
    request(house, loud.id);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), (QStringList{u"failed"_s, u"failed"_s}), 10000);
    house.pass(5s);
    QTRY_COMPARE_WITH_TIMEOUT(told.load(), 1, 10000);
    house.pass(60s);
    house.stop(); // sends what is left
    QCOMPARE(told.load(), 1);
}

void WindowsTest::aTellingWindowTellsOfEachStart()
{
    test::EngineHouse house;
    QStringList titles;
    QMutex mutex;
    house.notify = [&](const domain::Notice &notice) {
        const QMutexLocker lock(&mutex);
        titles.append(notice.title);
        return QtFuture::makeReadyFuture(base::Status());
    };
    house.add(u"true"_s, eachMinute);
    open(house, with(freeze(60), u"autonomy_override"_s, u"notify"_s));
    house.start();
    house.pass(60s);
    QTRY_COMPARE_WITH_TIMEOUT(house.statuses(), QStringList{u"done"_s}, 10000);
    house.stop();
    QCOMPARE(titles, QStringList{u"Backup runs in the window Freeze"_s});
}

REGISTER_TEST(WindowsTest);
#include "test_windows.moc"
