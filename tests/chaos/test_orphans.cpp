// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` at random instants while a hundred runs are at work: after a new start no process lives
// that belongs to no running run, and every run is accounted for. Half of the kills come while all hundred have
// processes, the others also while they are still being started. 10 kills; 100 with SIGNALBOX_LONG.
#include "app/base/clock.h"
#include "app/store/settings.h"
#include "app/store/store.h"
#include "tests/chaos/runprocesses.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int runsAtOnce = 100;
constexpr int settleMillis = 10000;

// One in five of them is in a session of its own, one in five hears no TERM.
const QStringList commands{u"sleep 300"_s, u"setsid sleep 300 & wait"_s, u"trap '' TERM; while :; do sleep 1; done"_s,
                           u"nohup setsid sh -c 'trap \"\" TERM; sleep 300' >/dev/null 2>&1 & sleep 300"_s,
                           u"while :; do echo on and on; sleep 0.02; done"_s};

QJsonObject automation(const QString &command)
{
    return {{u"name"_s, command},
            {u"type"_s, u"script"_s},
            {u"overlap"_s, u"parallel"_s},
            {u"kill_after_s"_s, 1},
            {u"params"_s, QJsonObject{{u"command"_s, command}}}};
}

} // namespace

class OrphanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noProcessOutlivesItsEngineUnknown()
    {
        allowManyRuns();
        QVERIFY(m_service.start());
        QJsonArray wanted;
        for (const QString &command : commands) {
            wanted.append(automation(command));
        }
        const auto made = m_service.post(u"/api/automations"_s, QJsonDocument(wanted));
        QCOMPARE(made.status, 201);
        for (const QJsonValue one : made.body.array()) {
            m_automations.insert(one[u"id"].toString().toLatin1());
        }
        qint64 slowest = 0;
        qint64 orphaned = 0;
        int whole = 0; // kills while all had processes
        const int rounds = qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 10 : 100;
        for (int round = 0; round < rounds; ++round) {
            startRuns(QRandomGenerator::global()->bounded(20, 1500), round % 2 == 0 ? runsAtOnce : 0);
            const qsizetype alive = test::runProcesses(m_automations).size();
            orphaned += alive;
            whole += alive >= runsAtOnce ? 1 : 0;
            m_service.kill();
            QElapsedTimer timer;
            timer.start();
            QVERIFY(m_service.start());
            QVERIFY2(allKnown(), qPrintable(unknown().join(u' ')));
            slowest = std::max(slowest, timer.elapsed());
            endAll();
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QVERIFY(whole >= rounds / 2);
        checkRows();
        QCOMPARE(m_service.terminate(), 0);
        qInfo(
            "%d kills, %d of them with %d runs at work; %lld runs acknowledged, %lld of them had processes; all known "
            "again within %lld ms",
            rounds, whole, runsAtOnce, static_cast<long long>(m_acknowledged.size()), static_cast<long long>(orphaned),
            static_cast<long long>(slowest));
    }

private:
    void allowManyRuns() const
    {
        const base::SystemClock clock;
        store::Store store(m_workspace, clock);
        QVERIFY(test::await(store.open()));
        QVERIFY(test::await(store.settings().set(QLatin1StringView(store::setting::parallelRuns), runsAtOnce)));
        store.close();
    }

    /// For a while, and until so many have processes.
    void startRuns(int forMillis, int atLeast)
    {
        const QList<QByteArray> ids = m_automations.values();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < atLeast || timer.elapsed() < forMillis; ++i) {
            if (i >= runsAtOnce) {
                QTest::qWait(1);
                continue;
            }
            const QString id = QString::fromLatin1(ids.at(i % ids.size()));
            const auto answer = m_service.post(u"/api/automations/%1/run"_s.arg(id));
            if (answer.status == 200) {
                m_acknowledged.insert(answer.body[u"run_id"].toString());
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(test::runProcesses(m_automations).size() >= atLeast, 20000);
    }

    QStringList open(const QString &statuses)
    {
        QStringList ids;
        for (const QJsonValue run : m_service.get(u"/api/automations/runs?limit=0&status="_s + statuses).body.array()) {
            ids.append(run[u"id"].toString());
        }
        return ids;
    }

    /// Runs that have processes and are not running, as far as the service knows.
    QStringList unknown()
    {
        // Looked at before and after: a run that starts meanwhile is running before it has processes, and one that ends
        // has none any more when it is no longer running.
        const QStringList before = test::runProcesses(m_automations).keys();
        const QStringList running = open(u"running"_s);
        const auto after = test::runProcesses(m_automations);
        QStringList ids;
        std::copy_if(before.begin(), before.end(), std::back_inserter(ids),
                     [&](const QString &id) { return !running.contains(id) && after.contains(id); });
        return ids;
    }

    /// One look can miss a process that is just being replaced by another of its run.
    bool allKnown()
    {
        int looks = 0;
        return QTest::qWaitFor([&] { return (looks = unknown().isEmpty() ? looks + 1 : 0) == 3; }, settleMillis);
    }

    void endAll()
    {
        for (const QString &id : open(u"queued,held,running"_s)) {
            m_service.post(u"/api/automations/runs/%1/cancel"_s.arg(id));
        }
        QTRY_COMPARE_WITH_TIMEOUT(open(u"queued,held,running"_s), QStringList(), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(test::runProcesses(m_automations).isEmpty(), 5000);
    }

    void checkRows()
    {
        QHash<QString, QString> statuses;
        int interrupted = 0;
        for (const QJsonValue run : m_service.get(u"/api/automations/runs?limit=0"_s).body.array()) {
            const QString status = run[u"status"].toString();
            QVERIFY2(status == "interrupted"_L1 || status == "cancelled"_L1 || !ours(run), qPrintable(status));
            statuses.insert(run[u"id"].toString(), status);
            interrupted += status == "interrupted"_L1 ? 1 : 0;
        }
        for (const QString &id : std::as_const(m_acknowledged)) {
            QVERIFY2(statuses.contains(id), qPrintable(id + u" was acknowledged and is lost"_s));
        }
        QVERIFY(interrupted > 0);
    }
    bool ours(const QJsonValue &run) const
    {
        return m_automations.contains(run[u"automation_id"].toString().toLatin1());
    }

    const QTemporaryDir m_folder;
    const QString m_workspace = m_folder.filePath(u"workspace"_s);
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_workspace};
    QSet<QByteArray> m_automations;
    QSet<QString> m_acknowledged;
};

REGISTER_TEST(OrphanTest);
#include "test_orphans.moc"
