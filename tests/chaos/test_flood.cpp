// SPDX-License-Identifier: Apache-2.0
// kill -9 of `signalbox serve` while a run writes as fast as it can and somebody watches: what was shown is there
// afterwards, no block is corrupt, and the run says that it was interrupted. 6 kills; 200 with SIGNALBOX_LONG or as
// SIGNALBOX_KILLS says.
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 linesAtOnce = 500'000;

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_KILLS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 6 : 200;
}

/// Follows a run as a browser does, and remembers the last line that came whole.
class Subscriber
{
public:
    explicit Subscriber(QNetworkReply *reply) : m_reply(reply) {}

    qint64 received() const { return m_received; }
    qint64 lastLine() const { return m_last; }
    void read()
    {
        const QByteArray more = m_reply->readAll();
        m_received += more.size();
        m_rest += more;
        const qsizetype whole = m_rest.lastIndexOf("\n\n");
        const qsizetype id = whole < 0 ? -1 : m_rest.left(whole).lastIndexOf("id: ");
        if (id >= 0) {
            m_last = m_rest.mid(id + 4, m_rest.indexOf('\n', id) - id - 4).toLongLong();
            m_rest.remove(0, whole + 2);
        }
    }

private:
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_rest;
    qint64 m_received = 0;
    qint64 m_last = -1;
};

/// Line n is the number n + 1; the number of lines, or -1 at the first that is wrong.
qint64 checkedLines(const QString &path, const base::RunId &run)
{
    store::Logs logs(path);
    for (qint64 line = 0;;) {
        auto reading = logs.read(run, line, linesAtOnce);
        reading.waitForFinished();
        const base::Result<store::LogChunk> chunk = reading.result();
        if (!chunk) {
            qWarning("%s", qPrintable(chunk.error().message()));
            return -1;
        }
        if (chunk->bytes.isEmpty()) {
            return line;
        }
        for (const QByteArray &text : chunk->bytes.chopped(1).split('\n')) {
            if (text != QByteArray::number(++line)) {
                qWarning("line %lld is %s", static_cast<long long>(line), text.constData());
                return -1;
            }
        }
    }
}

} // namespace

class FloodTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasShownSurvivesAKill()
    {
        const QTemporaryDir folder;
        const QString workspace = folder.filePath(u"workspace"_s);
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), workspace);
        QVERIFY(service.start());
        const QJsonObject flood{{u"name"_s, u"flood"_s},
                                {u"type"_s, u"script"_s},
                                {u"params"_s, QJsonObject{{u"argv"_s, QJsonArray{u"seq"_s, u"1"_s, u"100000000"_s}}}}};
        const auto made = service.post(u"/api/automations"_s, QJsonDocument(QJsonArray{flood}));
        QCOMPARE(made.status, 201);
        const QString automation = made.body.array().at(0)[u"id"].toString();
        const int rounds = kills();
        qint64 shown = 0;
        for (int round = 0; round < rounds; ++round) {
            const auto started = service.post(u"/api/automations/%1/run"_s.arg(automation));
            QCOMPARE(started.status, 200);
            const base::RunId run(started.body[u"run_id"].toString());
            Subscriber subscriber(service.open(u"/api/automations/runs/%1/stream"_s.arg(run.text())));
            const qint64 enough = QRandomGenerator::global()->bounded(1, 2 << 20);
            const auto sawEnough = [&] {
                subscriber.read();
                return subscriber.received() >= enough && subscriber.lastLine() >= 0;
            };
            QVERIFY(QTest::qWaitFor(sawEnough, 20'000));
            service.kill();
            subscriber.read();
            QVERIFY2(service.start(), qPrintable(u"it does not start again after kill %1"_s.arg(round + 1)));
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(service, run), u"interrupted"_s, 20'000);
            const qint64 lines = checkedLines(workspace + u"/logs.db"_s, run);
            QVERIFY2(lines > subscriber.lastLine(),
                     qPrintable(u"line %1 was shown, %2 lines are there"_s.arg(subscriber.lastLine()).arg(lines)));
            shown += subscriber.lastLine() + 1;
        }
        QCOMPARE(service.terminate(), 0);
        qInfo("%d kills, %lld lines shown", rounds, static_cast<long long>(shown));
    }

private:
    static QString statusOf(test::Service &service, const base::RunId &run)
    {
        return service.get(u"/api/automations/runs/%1"_s.arg(run.text())).body[u"status"].toString();
    }
};

REGISTER_TEST(FloodTest);
#include "test_flood.moc"
