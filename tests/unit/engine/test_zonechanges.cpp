// SPDX-License-Identifier: Apache-2.0
// The system gets another time zone, or new zone files, while an engine runs.
#include "app/engine/scheduler.h"
#include "app/store/store.h"
#include "tests/support/fakealarm.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::ZoneWatch;

namespace {

/// As an upgrade does it: never half a file.
void replaceFile(const QString &path, const QString &by)
{
    QVERIFY(QFile::copy(by, path + u".new"_s));
    QCOMPARE(std::rename(qPrintable(path + u".new"_s), qPrintable(path)), 0);
}

const QString berlin = u"/usr/share/zoneinfo/Europe/Berlin"_s;
const QString tokyo = u"/usr/share/zoneinfo/Asia/Tokyo"_s;

} // namespace

class ZoneChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aReplacedLinkIsNoticed();
    void slotsMoveWithTheirZone();
    void aLostZoneIsGoneByAsItWasKnown();
    void slotsMoveWithTheSystemsZone();
    void whatANewZoneHasBehindItIsNotMadeUpFor();
    void whatJitterDelaysIsNotLost();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    void begin(const QString &now, const QList<domain::Schedule> &schedules);
    void setClock(const QString &now);
    QString nextDue() const { return m_scheduler->nextDue() ? base::isoUtc(*m_scheduler->nextDue()) : u"never"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TempStore> m_store;
    std::unique_ptr<engine::Book> m_book;
    std::unique_ptr<engine::Scheduler> m_scheduler;
    test::FakeAlarm *m_alarm = nullptr;
    engine::Plan m_planned;
};

void ZoneChangesTest::initTestCase()
{
    qRegisterMetaType<engine::Plan>();
}

void ZoneChangesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(berlin, file(u"Mars"_s)));
    QVERIFY(QFile::copy(berlin, file(u"Berlin"_s)));
    QVERIFY(QFile::copy(tokyo, file(u"Tokyo"_s)));
    qputenv("TZDIR", m_folder->path().toUtf8());
    m_planned = {};
}

void ZoneChangesTest::cleanup()
{
    m_scheduler.reset();
    m_book.reset();
    m_store.reset();
    qunsetenv("TZDIR");
    qunsetenv("TZ");
}

/// Each schedule is of an automation of its own.
void ZoneChangesTest::begin(const QString &now, const QList<domain::Schedule> &schedules)
{
    m_store = std::make_unique<test::TempStore>();
    setClock(now);
    QList<domain::Automation> automations;
    for (const domain::Schedule &schedule : schedules) {
        automations.append(test::someAutomation());
        automations.last().triggers = {schedule};
    }
    QVERIFY(test::await((*m_store)->automations().create(automations, u"ann"_s)));
    m_book = std::make_unique<engine::Book>(m_store->store());
    QSignalSpy loaded(m_book.get(), &engine::Book::loaded);
    m_book->load();
    QTRY_COMPARE(loaded.size(), 1);
    auto alarm = std::make_unique<test::FakeAlarm>(m_store->clock);
    m_alarm = alarm.get();
    m_scheduler = std::make_unique<engine::Scheduler>(*m_book, m_store->clock, std::move(alarm));
    connect(m_scheduler.get(), &engine::Scheduler::planned, this, [this](const engine::Plan &plan) {
        m_planned.runs += plan.runs;
        m_planned.positions += plan.positions;
    });
    m_scheduler->start({});
}

void ZoneChangesTest::setClock(const QString &now)
{
    m_store->clock.jump(base::parseIso(now).value() - m_store->clock.now());
}

void ZoneChangesTest::aReplacedLinkIsNoticed()
{
    QVERIFY(QFile::link(berlin, file(u"localtime"_s)));
    ZoneWatch watch(file(u"localtime"_s));
    QSignalSpy stirred(&watch, &ZoneWatch::stirred);
    QVERIFY(QFile::link(tokyo, file(u"localtime.new"_s)));
    QCOMPARE(std::rename(qPrintable(file(u"localtime.new"_s)), qPrintable(file(u"localtime"_s))), 0);
    QTRY_COMPARE(stirred.size(), 1);
}

void ZoneChangesTest::slotsMoveWithTheirZone()
{
    begin(u"2026-01-10T12:00:00Z"_s, {{.cron = u"0 3 * * *"_s, .timezone = u"Mars"_s}});
    QCOMPARE(nextDue(), u"2026-01-11T02:00:00.000Z"_s);
    replaceFile(file(u"Mars"_s), tokyo);
    QTRY_COMPARE(nextDue(), u"2026-01-10T18:00:00.000Z"_s);
    QVERIFY(m_planned.runs.isEmpty());
}

void ZoneChangesTest::aLostZoneIsGoneByAsItWasKnown()
{
    begin(u"2026-01-10T12:00:00Z"_s,
          {{.cron = u"0 3 * * *"_s, .timezone = u"Mars"_s}, {.cron = u"0 4 * * *"_s, .timezone = u"Berlin"_s}});
    QVERIFY(QFile::remove(file(u"Mars"_s)));
    replaceFile(file(u"Berlin"_s), tokyo);
    QTRY_COMPARE(nextDue(), u"2026-01-10T19:00:00.000Z"_s);
    setClock(u"2026-01-10T19:00:00Z"_s);
    m_alarm->look();
    QCOMPARE(m_planned.runs.size(), 1);
    QCOMPARE(nextDue(), u"2026-01-11T02:00:00.000Z"_s);
}

void ZoneChangesTest::slotsMoveWithTheSystemsZone()
{
    qputenv("TZ", "Berlin");
    begin(u"2026-01-10T12:00:00Z"_s, {{.cron = u"0 3 * * *"_s}});
    QCOMPARE(nextDue(), u"2026-01-11T02:00:00.000Z"_s);
    qputenv("TZ", "Tokyo");
    QVERIFY(QFile::copy(berlin, file(u"Venus"_s)));
    QTRY_COMPARE(nextDue(), u"2026-01-10T18:00:00.000Z"_s);
}

void ZoneChangesTest::whatANewZoneHasBehindItIsNotMadeUpFor()
{
    begin(u"2026-01-10T12:00:00Z"_s, {{.cron = u"0 3 * * *"_s, .timezone = u"Mars"_s}});
    setClock(u"2026-01-10T20:00:00Z"_s);
    replaceFile(file(u"Mars"_s), tokyo);
    QTRY_COMPARE(nextDue(), u"2026-01-11T18:00:00.000Z"_s);
    QVERIFY(m_planned.runs.isEmpty());
    QCOMPARE(m_planned.positions.size(), 1);
    QCOMPARE(m_planned.positions.first().plannedUntil, m_store->clock.now());
}

void ZoneChangesTest::whatJitterDelaysIsNotLost()
{
    begin(u"2026-01-10T12:00:00Z"_s, {{.cron = u"0 3 * * *"_s, .timezone = u"Mars"_s, .jitterSeconds = 36000}});
    const base::Instant slot = base::parseIso(u"2026-01-11T02:00:00Z"_s).value();
    QVERIFY(*m_scheduler->nextDue() > slot + base::Seconds(1));
    setClock(u"2026-01-11T02:00:01Z"_s);
    replaceFile(file(u"Mars"_s), tokyo);
    QTRY_COMPARE(m_planned.runs.size(), 1);
    QCOMPARE(m_planned.runs.first().plannedFor, slot);
    QCOMPARE(m_planned.runs.first().status, domain::RunStatus::Queued);
    QVERIFY(*m_scheduler->nextDue() >= base::parseIso(u"2026-01-11T18:00:00Z"_s).value());
}

REGISTER_TEST(ZoneChangesTest);

#include "test_zonechanges.moc"
