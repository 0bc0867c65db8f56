// SPDX-License-Identifier: Apache-2.0
// More clients than behave: those that send slowly or nothing are closed while others are served, those that take
// nothing of a stream are dropped while others lose nothing of it.
#include "tests/chaos/load/wires.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int slowOnes = 300; ///< Of each sort.
constexpr int watchers = 200;
constexpr int stalled = 5;
constexpr int lines = 6000;
constexpr qint64 headerMillis = 5000;
constexpr qint64 graceMillis = 10000;
constexpr qint64 mostKib = 256 * 1024;

QString runOf(test::Service &service, const QString &command)
{
    const QJsonObject automation{
        {u"name"_s, u"talker"_s}, {u"type"_s, u"script"_s}, {u"params"_s, QJsonObject{{u"command"_s, command}}}};
    const QString id =
        service.post(u"/api/automations"_s, QJsonDocument(automation)).body.object().value("id"_L1).toString();
    return service.post(u"/api/automations/%1/run"_s.arg(id)).body.object().value("run_id"_L1).toString();
}

/// The numbers of the lines in an event stream, in the order they came.
bool isWhole(const QByteArray &stream, QString &problem)
{
    int next = 0;
    qsizetype at = 0;
    while ((at = stream.indexOf("\ndata: line ", at)) >= 0) {
        at += 12;
        const int number = stream.mid(at, stream.indexOf(' ', at) - at).toInt();
        if (number != next++) {
            problem = u"line %1 came where %2 was due"_s.arg(number).arg(next - 1);
            return false;
        }
    }
    problem = u"%1 lines"_s.arg(next);
    return next == lines && stream.contains("event: end");
}

} // namespace

class CrowdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_service = std::make_unique<test::Service>(QStringLiteral(SIGNALBOX_PROGRAM), m_folder->filePath(u"w"_s));
        QVERIFY(m_service->start());
    }
    void cleanup()
    {
        const qint64 peak = test::peakKib(m_service->processId());
        qInfo("the service had %lld MiB at most", peak / 1024);
        QVERIFY(peak < mostKib);
        QCOMPARE(m_service->terminate(), 0);
    }

    void slowClientsAreClosedAndOthersServed()
    {
        test::WireClients slow;
        for (int i = 0; i < 2 * slowOnes; ++i) {
            slow.push_back(std::make_unique<test::WireClient>(m_service->port()));
            if (i % 2 == 0) {
                slow.back()->send("GET /api/automations HTTP/1.1\r\nX-Slow: ");
            }
        }
        QElapsedTimer timer;
        timer.start();
        QList<qint64> times;
        qint64 trickled = 0;
        const auto open = [&slow] {
            return std::count_if(slow.begin(), slow.end(), [](const auto &client) { return client->isOpen(); });
        };
        while (open() > slowOnes / 50 && timer.elapsed() < headerMillis + graceMillis) {
            test::receiveAll(slow, 20);
            if (timer.elapsed() / 200 > trickled) {
                trickled = timer.elapsed() / 200;
                for (std::size_t i = 0; i < slow.size(); i += 2) {
                    slow[i]->send("x");
                }
                QElapsedTimer one;
                one.start();
                QCOMPARE(m_service->get(u"/api/status"_s).status, 200);
                times.append(one.elapsed());
            }
        }
        std::sort(times.begin(), times.end());
        qInfo("%d slow clients, %lld still open after %.1f s; meanwhile %lld requests, the slowest took %lld ms",
              2 * slowOnes, qint64(open()), double(timer.elapsed()) / 1000, qint64(times.size()), times.last());
        QVERIFY(open() <= slowOnes / 50);
        QVERIFY(times.last() < 2000);
    }

    void aStalledWatcherCostsOthersNothing()
    {
        const QString command =
            u"while [ ! -e '%1' ]; do sleep 0.05; done; awk 'BEGIN { p = \"\"; while (length(p) < 400) p = p \"p\"; "
            "for (i = 0; i < %2; ++i) print \"line \" i \" \" p }'; sleep 1"_s.arg(m_folder->filePath(u"go"_s))
                .arg(lines);
        const QString run = runOf(*m_service, command);
        test::WireClients clients;
        for (int i = 0; i < watchers; ++i) {
            clients.push_back(std::make_unique<test::WireClient>(m_service->port(), i < stalled ? 4096 : 0));
            clients.back()->send("GET /api/automations/runs/" + run.toLatin1() +
                                 "/stream HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_service->port()) +
                                 "\r\nAuthorization: Bearer " + m_service->token() + "\r\n\r\n");
        }
        test::WireClients stalledOnes;
        for (int i = 0; i < stalled; ++i) {
            stalledOnes.push_back(std::move(clients[size_t(i)]));
        }
        clients.erase(clients.begin(), clients.begin() + stalled);
        waitUntil(clients, [](const auto &client) { return client->received().contains("\r\n\r\n"); });
        QFile go(m_folder->filePath(u"go"_s));
        QVERIFY(go.open(QIODevice::WriteOnly));
        waitUntil(clients, [](const auto &client) { return !client->isOpen(); });
        for (const auto &client : clients) {
            QString problem;
            QVERIFY2(isWhole(unchunked(client->received()), problem), qPrintable(problem));
        }
        int dropped = 0;
        for (const auto &client : stalledOnes) {
            client->receive();
            QString problem;
            dropped += !isWhole(unchunked(client->received()), problem) ? 1 : 0;
        }
        qInfo("%d clients got %d lines each; of %d that stalled %d were cut off", watchers - stalled, lines, stalled,
              dropped);
        QCOMPARE(dropped, stalled);
    }

private:
    template <typename Done> void waitUntil(const test::WireClients &clients, Done done)
    {
        QElapsedTimer timer;
        timer.start();
        while (!std::all_of(clients.begin(), clients.end(), done) && timer.elapsed() < 60000) {
            test::receiveAll(clients, 100);
        }
        QVERIFY(std::all_of(clients.begin(), clients.end(), done));
    }

    static QByteArray unchunked(const QByteArray &answer)
    {
        QByteArray body;
        qsizetype at = answer.indexOf("\r\n\r\n") + 4;
        for (;;) {
            const qsizetype end = answer.indexOf("\r\n", at);
            const qsizetype size = end < 0 ? 0 : answer.mid(at, end - at).toLongLong(nullptr, 16);
            if (size <= 0) {
                return body;
            }
            body += answer.mid(end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::Service> m_service;
};

REGISTER_TEST(CrowdsTest);

#include "test_crowds.moc"
