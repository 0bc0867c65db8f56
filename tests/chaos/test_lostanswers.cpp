// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` while it answers a request for a run: asked again with the same key, it is one run,
// whether the first request had been taken or not. 20 kills; 200 with SIGNALBOX_LONG or as SIGNALBOX_KILLS says.
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_KILLS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 20 : 200;
}

} // namespace

class LostAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameKeyIsTheSameRunAfterAKill()
    {
        const QTemporaryDir folder;
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), folder.filePath(u"workspace"_s));
        QVERIFY(service.start());
        const auto made = service.post(
            u"/api/automations"_s, QJsonDocument(QJsonObject{{u"name"_s, u"Hello"_s},
                                                             {u"type"_s, u"script"_s},
                                                             {u"params"_s, QJsonObject{{u"command"_s, u"true"_s}}}}));
        QCOMPARE(made.status, 201);
        const QString path = u"/api/automations/%1/run"_s.arg(made.body[u"id"].toString());
        const int rounds = kills();
        int taken = 0;
        for (int round = 0; round < rounds; ++round) {
            const QByteArray key = "key-" + QByteArray::number(round);
            QNetworkReply *lost = service.send(path, key);
            QTest::qWait(QRandomGenerator::global()->bounded(12));
            service.kill();
            lost->deleteLater();
            QVERIFY(service.start());
            taken += countOfRuns(service) > round ? 1 : 0;
            const QString run = askedFor(service, path, key);
            QVERIFY(!run.isEmpty());
            QCOMPARE(askedFor(service, path, key), run);
        }
        QCOMPARE(countOfRuns(service), rounds);
        QCOMPARE(service.terminate(), 0);
        qInfo("%d kills, %d requests had been taken before", rounds, taken);
    }

private:
    static qsizetype countOfRuns(test::Service &service)
    {
        return service.get(u"/api/automations/runs?limit=0"_s).body.array().size();
    }
    static QString askedFor(test::Service &service, const QString &path, const QByteArray &key)
    {
        const test::Answer answer = service.wait(service.send(path, key));
        return answer.status == 200 ? answer.body[u"run_id"].toString() : QString();
    }
};

REGISTER_TEST(LostAnswersTest);
#include "test_lostanswers.moc"
