// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` under runs: what was running becomes interrupted, and is done again, once and as a new
// run, only where retry.on has `interrupted`.
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMillis = 15000;

QJsonObject automation(const QString &name, const QJsonValue &retry, const QString &record)
{
    // The first time it is at work until it is killed, later it ends at once.
    const QString command = u"echo %1 >>'%2'; [ $(grep -c %1 '%2') -gt 1 ] || sleep 300"_s.arg(name, record);
    return {{u"name"_s, name},
            {u"type"_s, u"script"_s},
            {u"retry"_s, retry},
            {u"params"_s, QJsonObject{{u"command"_s, command}}}};
}

QJsonObject retryOn(const QString &word, int attempts = 3)
{
    return {{u"attempts"_s, attempts}, {u"on"_s, QJsonArray{word}}};
}

class DoneAgainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatAsksForItIsDoneAgain()
    {
        QVERIFY(m_service.start());
        const QJsonArray wanted{automation(u"plain"_s, QJsonValue::Null, m_record),
                                automation(u"failures"_s, retryOn(u"any"_s), m_record),
                                automation(u"again"_s, retryOn(u"interrupted"_s), m_record),
                                automation(u"used-up"_s, retryOn(u"interrupted"_s, 1), m_record)};
        const auto made = m_service.post(u"/api/automations"_s, QJsonDocument(wanted));
        QCOMPARE(made.status, 201);
        for (const QJsonValue one : made.body.array()) {
            QCOMPARE(m_service.post(u"/api/automations/%1/run"_s.arg(one[u"id"].toString())).status, 200);
        }
        QTRY_COMPARE_WITH_TIMEOUT(executed().size(), wanted.size(), settleMillis);
        m_service.kill();
        QVERIFY(m_service.start());
        QTRY_COMPARE_WITH_TIMEOUT(statuses(u"again"_s), (QStringList{u"interrupted"_s, u"done"_s}), settleMillis);
        for (const QString &name : {u"plain"_s, u"failures"_s, u"used-up"_s}) {
            QCOMPARE(statuses(name), QStringList{u"interrupted"_s});
        }
        const QList<QJsonObject> both = runsOf(u"again"_s);
        QCOMPARE(both[1][u"parent_run_id"_s].toString(), both[0][u"id"_s].toString());
        QCOMPARE(both[1][u"attempt"_s].toInt(), 2);
        QCOMPARE(both[0][u"attempt"_s].toInt(), 1);
        // Another start finds nothing more to do again.
        m_service.kill();
        QVERIFY(m_service.start());
        QCOMPARE(statuses(u"again"_s), (QStringList{u"interrupted"_s, u"done"_s}));
        QCOMPARE(executed().count("again"), 2);
        QCOMPARE(executed().size(), wanted.size() + 1);
        QCOMPARE(m_service.terminate(), 0);
    }

private:
    QByteArrayList executed() const
    {
        QFile file(m_record);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }

    /// Oldest first.
    QList<QJsonObject> runsOf(const QString &name)
    {
        QList<QJsonObject> runs;
        for (const QJsonValue run : m_service.get(u"/api/automations/runs?limit=0"_s).body.array()) {
            if (run[u"automation_name"].toString() == name) {
                runs.prepend(run.toObject());
            }
        }
        return runs;
    }

    QStringList statuses(const QString &name)
    {
        QStringList statuses;
        for (const QJsonObject &run : runsOf(name)) {
            statuses.append(run[u"status"_s].toString());
        }
        return statuses;
    }

    const QTemporaryDir m_folder;
    const QString m_record = m_folder.filePath(u"executed"_s);
    test::Service m_service{QStringLiteral(SIGNALBOX_PROGRAM), m_folder.filePath(u"workspace"_s)};
};

REGISTER_TEST(DoneAgainTest);

} // namespace

#include "test_doneagain.moc"
