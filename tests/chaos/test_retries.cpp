// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` at random instants while runs fail and are tried again: every attempt is made, none is
// made twice, and an interrupted one is followed by exactly one new run. 10 kills; 100 with SIGNALBOX_LONG.
#include "app/base/clock.h"
#include "app/store/settings.h"
#include "app/store/store.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 6;
constexpr int startedPerRound = 10;

int rounds()
{
    return qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 10 : 100;
}

/// Notes each of its attempts, and fails.
QJsonObject failing(const QString &name, const QString &record, int delaySeconds)
{
    return {
        {u"name"_s, name},
        {u"type"_s, u"script"_s},
        {u"overlap"_s, u"parallel"_s},
        {u"kill_after_s"_s, 1},
        {u"retry"_s, QJsonObject{{u"attempts"_s, attempts},
                                 {u"delay_s"_s, delaySeconds},
                                 {u"on"_s, QJsonArray{u"any"_s, u"interrupted"_s}}}},
        {u"params"_s, QJsonObject{{u"command"_s, u"echo $SIGNALBOX_RUN_ID >>'%1'; sleep 0.05; exit 3"_s.arg(record)}}}};
}

} // namespace

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noAttemptIsLostOrMadeTwice()
    {
        allowManyRuns();
        QVERIFY(m_service.start());
        const auto made = m_service.post(
            u"/api/automations"_s,
            QJsonDocument(QJsonArray{failing(u"at once"_s, m_record, 0), failing(u"later"_s, m_record, 1)}));
        QCOMPARE(made.status, 201);
        for (int round = 0; round < rounds(); ++round) {
            start(made.body.array());
            m_service.kill();
            QVERIFY(m_service.start());
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            m_service.get(u"/api/automations/runs?status=queued,held,running&limit=1"_s).body.array().isEmpty(),
            120000);
        readRuns(made.body.array());
        readRecord();
        for (const QJsonObject &run : std::as_const(m_runs)) {
            check(run);
        }
        for (const QString &id : std::as_const(m_acknowledged)) {
            QVERIFY2(m_runs.contains(id), qPrintable(id + u" was acknowledged and is lost"_s));
        }
        QVERIFY(m_interrupted > 0);
        QVERIFY(m_failed > 0);
        QCOMPARE(m_service.terminate(), 0);
        qInfo("%d kills, %lld runs asked for; %d attempts made, %d runs interrupted and done again", rounds(),
              static_cast<long long>(m_acknowledged.size()), m_made, m_interrupted);
    }

private:
    void allowManyRuns() const
    {
        const base::SystemClock clock;
        store::Store store(m_workspace, clock);
        QVERIFY(test::await(store.open()));
        QVERIFY(test::await(store.settings().set(QLatin1StringView(store::setting::parallelRuns), 100)));
        store.close();
    }

    /// Some of each, then waits for a random while.
    void start(const QJsonArray &automations)
    {
        QElapsedTimer life;
        life.start();
        const int dieAfter = QRandomGenerator::global()->bounded(20, 1200);
        for (int i = 0; life.elapsed() < dieAfter; ++i) {
            if (i >= startedPerRound) {
                QTest::qWait(1);
                continue;
            }
            const QString id = automations.at(i % 2)[u"id"].toString();
            const auto answer = m_service.post(u"/api/automations/%1/run"_s.arg(id));
            if (answer.status == 200) {
                m_acknowledged.insert(answer.body[u"run_id"].toString());
            }
        }
    }

    void readRuns(const QJsonArray &automations)
    {
        for (const QJsonValue automation : automations) {
            const QString path = u"/api/automations/runs?limit=0&automation_id=%1"_s.arg(automation[u"id"].toString());
            for (const QJsonValue run : m_service.get(path).body.array()) {
                m_runs.insert(run[u"id"].toString(), run.toObject());
                m_children.insert(run[u"parent_run_id"].toString(), run[u"id"].toString());
            }
        }
    }

    void readRecord()
    {
        QFile file(m_record);
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            ++m_executions[QString::fromLatin1(file.readLine().trimmed())];
        }
    }

    /// An attempt that was interrupted may not have come so far as to note itself; every other one has.
    void check(const QJsonObject &run)
    {
        const QString id = run[u"id"].toString();
        const QByteArray all = QJsonDocument(run).toJson();
        const QString parent = run[u"parent_run_id"].toString();
        const int attempt = run[u"attempt"].toInt();
        const int first = parent.isEmpty() ? 1 : m_runs.value(parent)[u"attempt"].toInt() + 1;
        const int noted = m_executions.value(id);
        const int ownAttempts = attempt - first + 1;
        m_made += ownAttempts;
        if (run[u"status"].toString() == "failed"_L1) {
            ++m_failed;
            QVERIFY2(attempt == attempts && noted == ownAttempts && run[u"exit_code"].toInt() == 3, all);
            QVERIFY2(!m_children.contains(id), all);
        } else {
            ++m_interrupted;
            QVERIFY2(run[u"status"].toString() == "interrupted"_L1, all);
            QVERIFY2(noted == ownAttempts || noted == ownAttempts - 1, all + QByteArray::number(noted));
            QVERIFY2(m_children.count(id) == (attempt < attempts ? 1 : 0), all);
        }
    }

    const QTemporaryDir m_folder;
    const QString m_workspace = m_folder.filePath(u"workspace"_s);
    const QString m_record = m_folder.filePath(u"attempts"_s);
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_workspace};
    QSet<QString> m_acknowledged;
    QHash<QString, QJsonObject> m_runs;
    QMultiHash<QString, QString> m_children; ///< By the run they do again.
    QHash<QString, int> m_executions;
    int m_interrupted = 0;
    int m_failed = 0;
    int m_made = 0;
};

REGISTER_TEST(RetryTest);
#include "test_retries.moc"
