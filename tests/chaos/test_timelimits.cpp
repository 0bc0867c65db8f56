// SPDX-License-Identifier: Apache-2.0
// Time limits under a wall clock that jumps (libfaketime): no jump shortens or prolongs a run, and the run says who was
// ended how. Skipped where libfaketime is not installed.
#include "tests/chaos/fakewallclock.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int limitSeconds = 2;
constexpr int killAfterSeconds = 1;
constexpr qint64 day = 86400;

QJsonObject stubborn()
{
    return {{u"name"_s, u"stubborn"_s},
            {u"type"_s, u"script"_s},
            {u"overlap"_s, u"parallel"_s},
            {u"timeout_s"_s, limitSeconds},
            {u"kill_after_s"_s, killAfterSeconds},
            {u"params"_s, QJsonObject{{u"command"_s, u"trap '' TERM; while :; do sleep 0.1; done"_s}}}};
}

} // namespace

class TimeLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noJumpShortensOrProlongsARun()
    {
        if (!test::FakeWallClock::isPossible()) {
            QSKIP("libfaketime is not installed");
        }
        const QTemporaryDir folder;
        const QString workspace = folder.filePath(u"workspace"_s);
        test::FakeWallClock clock(folder.filePath(u"clock"_s));
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), workspace);
        clock.rule(service);
        QVERIFY(service.start());
        const auto made = service.post(u"/api/automations"_s, QJsonDocument(QJsonArray{stubborn()}));
        QCOMPARE(made.status, 201);
        const QString start = u"/api/automations/%1/run"_s.arg(made.body.array().at(0)[u"id"].toString());
        for (const qint64 jump : {day, -2 * day, 400 * day}) {
            const QString run = service.post(start).body[u"run_id"].toString();
            const QString path = u"/api/automations/runs/"_s + run;
            QElapsedTimer timer;
            timer.start();
            QTRY_COMPARE_WITH_TIMEOUT(service.get(path).body[u"status"].toString(), u"running"_s, 10000);
            clock.jump(jump);
            QTRY_COMPARE_WITH_TIMEOUT(service.get(path).body[u"status"].toString(), u"timed_out"_s, 30000);
            const qint64 took = timer.elapsed();
            QVERIFY2(took >= 1000 * (limitSeconds + killAfterSeconds), QByteArray::number(took));
            QVERIFY2(took < 1000 * (limitSeconds + killAfterSeconds) + 3000, QByteArray::number(took));
            checkReceipt(shown(workspace, run));
        }
        QCOMPARE(service.terminate(), 0);
    }

private:
    /// What the command line prints.
    static QJsonObject shown(const QString &workspace, const QString &run)
    {
        QProcess show;
        show.start(QStringLiteral(SIGNALBOX_PROGRAM), {u"--store"_s, workspace, u"show"_s, run, u"--json"_s});
        show.waitForFinished();
        return QJsonDocument::fromJson(show.readAllStandardOutput()).object();
    }

    static void checkReceipt(const QJsonObject &run)
    {
        QCOMPARE(run[u"reason"].toString(), u"limit %1 s reached"_s.arg(limitSeconds));
        const QJsonArray receipt = run[u"kill_receipt"].toArray();
        QVERIFY2(receipt.size() >= 2, QJsonDocument(run).toJson());
        QCOMPARE(receipt.first()[u"signal"].toString(), u"TERM"_s);
        QCOMPARE(receipt.first()[u"at_ms"].toInteger(), 0);
        QCOMPARE(receipt.last()[u"signal"].toString(), u"KILL"_s);
        QVERIFY(receipt.last()[u"at_ms"].toInteger() >= 1000 * killAfterSeconds);
        for (const QJsonValue entry : receipt) {
            QVERIFY(entry[u"pid"].toInteger() > 1);
            QVERIFY(!entry[u"name"].toString().isEmpty());
        }
    }
};

REGISTER_TEST(TimeLimitTest);
#include "test_timelimits.moc"
