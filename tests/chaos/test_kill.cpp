// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` at random instants while runs start and end: nothing acknowledged is lost, nothing stays
// running, no run is executed twice. 20 kills; 200 with SIGNALBOX_LONG or as SIGNALBOX_KILLS says.
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_KILLS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 20 : 200;
}

QJsonObject automation(const QString &name, const QString &record, bool scheduled)
{
    QJsonArray triggers;
    if (scheduled) {
        triggers.append(QJsonObject{{u"type"_s, u"schedule"_s}, {u"every_seconds"_s, 1}});
    }
    return {{u"name"_s, name},
            {u"type"_s, u"script"_s},
            {u"overlap"_s, u"parallel"_s},
            {u"misfire"_s, u"all"_s},
            {u"triggers"_s, triggers},
            {u"params"_s,
             QJsonObject{{u"command"_s, u"echo $SIGNALBOX_RUN_ID >>'%1'; echo out; sleep 0.02"_s.arg(record)}}}};
}

QVariant oneValue(const QString &file, const QString &question)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"check"_s);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(question) && query.next()) {
                value = query.value(0);
            }
        }
    }
    QSqlDatabase::removeDatabase(u"check"_s);
    return value;
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostByKilling()
    {
        const QTemporaryDir folder;
        const QString workspace = folder.filePath(u"workspace"_s);
        const QString record = folder.filePath(u"executed"_s);
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), workspace);
        QVERIFY(service.start());
        const auto made = service.post(
            u"/api/automations"_s,
            QJsonDocument(QJsonArray{automation(u"manual"_s, record, false), automation(u"timed"_s, record, true)}));
        QCOMPARE(made.status, 201);
        const QString manual = made.body.array().at(0)[u"id"].toString();

        QSet<QString> acknowledged;
        const int rounds = kills();
        for (int round = 0; round < rounds; ++round) {
            QElapsedTimer life;
            life.start();
            const int dieAfter = QRandomGenerator::global()->bounded(10, 250);
            while (life.elapsed() < dieAfter) {
                const auto answer = service.post(u"/api/automations/%1/run"_s.arg(manual));
                if (answer.status == 200) {
                    acknowledged.insert(answer.body[u"run_id"].toString());
                }
            }
            service.kill();
            QVERIFY2(service.start(), qPrintable(u"it does not start again after kill %1"_s.arg(round + 1)));
        }
        settle(service, made.body.array().at(1)[u"id"].toString());
        checkRuns(service, acknowledged, record);
        QCOMPARE(service.terminate(), 0);
        QCOMPARE(oneValue(workspace + u"/signalbox.db"_s, u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(oneValue(workspace + u"/logs.db"_s, u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(oneValue(workspace + u"/signalbox.db"_s,
                          u"SELECT count(*) FROM (SELECT 1 FROM run WHERE planned_for IS NOT NULL "
                          "GROUP BY automation_id, planned_for HAVING count(*) > 1)"_s)
                     .toInt(),
                 0);
        qInfo("%d kills, %lld acknowledged runs", rounds, static_cast<long long>(acknowledged.size()));
    }

private:
    /// Until every run is over.
    static void settle(test::Service &service, const QString &timed)
    {
        QCOMPARE(service.post(u"/api/automations/%1/pause"_s.arg(timed)).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(
            service.get(u"/api/automations/runs?status=queued,held,running&limit=1"_s).body.array().isEmpty(), 60000);
    }

    static void checkRuns(test::Service &service, const QSet<QString> &acknowledged, const QString &record)
    {
        QHash<QString, QJsonObject> runs;
        for (const QJsonValue run : service.get(u"/api/automations/runs?limit=0"_s).body.array()) {
            runs.insert(run[u"id"].toString(), run.toObject());
        }
        for (const QString &id : acknowledged) {
            QVERIFY2(runs.contains(id), qPrintable(id + u" was acknowledged and is lost"_s));
        }
        QFile file(record);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QByteArray> executed;
        while (!file.atEnd()) {
            const QByteArray id = file.readLine().trimmed();
            QVERIFY2(!executed.contains(id), id + " was executed twice");
            QVERIFY2(runs.contains(QString::fromLatin1(id)), id + " was executed and is unknown");
            executed.insert(id);
        }
        QVERIFY(!executed.isEmpty());
        for (const QJsonObject &run : std::as_const(runs)) {
            // Done means that it was executed; the other way round a kill may have come in between. The samples of a
            // new workspace run, too, and record nothing.
            const QString name = run[u"automation_name"].toString();
            const bool isDone = run[u"status"].toString() == "done"_L1 && (name == "manual"_L1 || name == "timed"_L1);
            QVERIFY2(!isDone || executed.contains(run[u"id"].toString().toLatin1()), QJsonDocument(run).toJson());
        }
    }
};

REGISTER_TEST(KillTest);

#include "test_kill.moc"
