// SPDX-License-Identifier: Apache-2.0
// The whole service below a clock that jumps (libfaketime): 50 random jumps forward and back. Every slot is accounted
// for once, whatever its policy is, and nothing runs twice. Skipped where libfaketime is not installed.
#include "tests/chaos/fakewallclock.h"
#include "tests/support/registry.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int jumps = 50;
constexpr qint64 minute = 60;

QJsonObject everyMinute(const QString &misfire, const QString &record)
{
    return {{u"name"_s, misfire},
            {u"type"_s, u"script"_s},
            {u"overlap"_s, u"parallel"_s},
            {u"misfire"_s, misfire},
            {u"max_catch_up"_s, 5},
            {u"triggers"_s, QJsonArray{QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, u"* * * * *"_s}}}},
            {u"params"_s, QJsonObject{{u"command"_s, u"echo $SIGNALBOX_RUN_ID >>'%1'"_s.arg(record)}}}};
}

qint64 randomJump()
{
    static constexpr std::array<qint64, 6> sizes{1, 30, 90, 600, 3 * 3600, 2 * 86400};
    auto *random = QRandomGenerator::global();
    const qint64 size = sizes[size_t(random->bounded(int(sizes.size())))];
    const qint64 seconds = 1 + qint64(random->bounded(quint32(size)));
    return random->bounded(2) == 0 ? seconds : -seconds;
}

} // namespace

class ClockJumpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySlotIsAccountedForOnce()
    {
        if (!test::FakeWallClock::isPossible()) {
            QSKIP("libfaketime is not installed");
        }
        const QTemporaryDir folder;
        test::FakeWallClock clock(folder.filePath(u"clock"_s));
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), folder.filePath(u"workspace"_s));
        clock.rule(service);
        QVERIFY(service.start());
        const QString record = folder.filePath(u"executed"_s);
        const auto made = service.post(u"/api/automations"_s, QJsonDocument(QJsonArray{everyMinute(u"skip"_s, record),
                                                                                       everyMinute(u"once"_s, record),
                                                                                       everyMinute(u"all"_s, record)}));
        QCOMPARE(made.status, 201);
        const qint64 start = clock.now();
        qint64 latest = start;
        for (int i = 0; i < jumps; ++i) {
            clock.jump(randomJump());
            latest = std::max(latest, clock.now());
            noticeTheClock(service, made.body.array());
            QTest::qWait(20);
        }
        // Past the latest time there was, so that every slot up to there has been met.
        clock.jump(latest - clock.now() + 3 * minute);
        for (int i = 0; i < 2; ++i) { // what there is to run may take minutes on a busy machine
            noticeTheClock(service, made.body.array());
            QTRY_VERIFY_WITH_TIMEOUT(
                service.get(u"/api/automations/runs?status=queued,held,running&limit=1"_s).body.array().isEmpty(),
                60000);
        }
        for (const QJsonValue automation : made.body.array()) {
            checkSlots(service, automation[u"id"].toString(), start, clock.now());
        }
        checkExecuted(record);
        QCOMPARE(service.terminate(), 0);
    }

private:
    /// The system tells a program of a step; the library does not. Any change of an automation looks at the clock.
    static void noticeTheClock(test::Service &service, const QJsonArray &automations)
    {
        for (const QJsonValue automation : automations) {
            const QString path = u"/api/automations/"_s + automation[u"id"].toString();
            QCOMPARE(
                service.put(path, QJsonDocument(QJsonObject{{u"description"_s, QString::number(++changes())}})).status,
                200);
        }
    }
    static int &changes()
    {
        static int count = 0;
        return count;
    }

    static void checkSlots(test::Service &service, const QString &automation, qint64 start, qint64 end)
    {
        QSet<qint64> planned;
        qint64 accounted = 0;
        const QString path = u"/api/automations/runs?limit=0&automation_id="_s + automation;
        for (const QJsonValue run : service.get(path).body.array()) {
            const qint64 slot =
                QDateTime::fromString(run[u"planned_for"].toString(), Qt::ISODateWithMs).toSecsSinceEpoch();
            QCOMPARE(slot % minute, 0);
            QVERIFY2(!planned.contains(slot), qPrintable(run[u"planned_for"].toString() + u" has two rows"_s));
            planned.insert(slot);
            accounted += std::max<qint64>(1, run[u"missed_count"].toInteger());
        }
        const qint64 expected = end / minute - start / minute;
        // The minute may turn between the last look at the clock and ours.
        QVERIFY2(accounted == expected || accounted == expected - 1,
                 qPrintable(u"%1 of %2 slots are accounted for"_s.arg(accounted).arg(expected)));
    }

    static void checkExecuted(const QString &record)
    {
        QFile file(record);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QByteArray> seen;
        while (!file.atEnd()) {
            const QByteArray id = file.readLine().trimmed();
            QVERIFY2(!seen.contains(id), id + " was executed twice");
            seen.insert(id);
        }
        QVERIFY(!seen.isEmpty());
    }
};

REGISTER_TEST(ClockJumpTest);

#include "test_clockjumps.moc"
