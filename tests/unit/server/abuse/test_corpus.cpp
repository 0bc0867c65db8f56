// SPDX-License-Identifier: Apache-2.0
// What is malformed is refused, soon, and costs nothing that stays.
#include "tests/support/registry.h"
#include "tests/unit/server/abuse/malformed.h"
#include "tests/unit/server/house.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int soonEnough = 1000; // ms
constexpr qint64 mostGrowthKib = 64 * 1024;

qint64 residentKib()
{
    QFile file(u"/proc/self/statm"_s);
    const QList<QByteArray> parts = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return parts.value(1).toLongLong() * 4;
}

/// 0: closed without an answer.
int statusOf(quint16 port, const QByteArray &bytes)
{
    test::Client client(port);
    client.send(bytes);
    client.finish();
    client.readUntil([](const QByteArray &got) { return got.contains("\r\n\r\n"); }, 5000);
    return client.received().mid(9, 3).toInt();
}

} // namespace

class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::House>(); }
    void cleanup()
    {
        QCOMPARE(m_house->get("/api/automations").status, 200);
        m_house.reset();
    }

    void malformedRequestsAreRefused()
    {
        const QByteArray sound =
            m_house->request({.method = "POST", .path = "/api/why/none", .body = "{\"a\":1}", .token = "wrong"});
        const QList<QByteArray> corpus = test::malformedRequests(sound);
        QVERIFY2(corpus.size() >= 2000, qPrintable(QString::number(corpus.size())));
        holdAgainst(corpus, [this](const QByteArray &bytes) { return statusOf(m_house->port, bytes); });
    }

    void malformedJsonIsRefused()
    {
        const QList<QByteArray> corpus = test::malformedJson();
        QVERIFY2(corpus.size() >= 1000, qPrintable(QString::number(corpus.size())));
        holdAgainst(corpus, [this](const QByteArray &bytes) {
            return m_house->ask({.method = "POST", .path = "/api/automations", .body = bytes}).status;
        });
    }

    void malformedJsonIsRefusedByWebhooks()
    {
        domain::Automation automation = test::someAutomation();
        automation.triggers = {domain::Webhook{}};
        const base::AutomationId id = m_house->addAutomation(automation).id;
        const QByteArray token = test::await(m_house->workspace->webhooks().token(id)).value().token.toLatin1();
        holdAgainst(test::malformedJson(), [&](const QByteArray &bytes) {
            return m_house->ask({.method = "POST", .path = "/api/automations/webhook/" + token, .body = bytes}).status;
        });
    }

private:
    /// `send` answers the status of each; nothing of it may be a fault of ours, or late.
    template <typename Send> void holdAgainst(const QList<QByteArray> &corpus, Send send)
    {
        const qint64 before = residentKib();
        qint64 slowest = 0;
        for (const QByteArray &bytes : corpus) {
            QElapsedTimer timer;
            int status = 0;
            // A machine that is busy with other things is not busy three times.
            for (int tries = 0; tries == 0 || (tries < 3 && timer.elapsed() >= soonEnough); ++tries) {
                timer.start();
                status = send(bytes);
            }
            slowest = std::max(slowest, timer.elapsed());
            const QByteArray what =
                QByteArray::number(status) + " for " + bytes.left(200).toPercentEncoding(" {}\":,/");
            QVERIFY2(status < 500 && status != 200, what);
            QVERIFY2(timer.elapsed() < soonEnough, QByteArray::number(timer.elapsed()) + " ms, " + what);
        }
        const qint64 growth = residentKib() - before;
        QVERIFY2(growth < mostGrowthKib, qPrintable(u"%1 KiB more than before"_s.arg(growth)));
        qInfo("%lld inputs, the slowest %lld ms, %lld KiB more", qint64(corpus.size()), slowest, growth);
    }

    std::unique_ptr<test::House> m_house;
};

REGISTER_TEST(CorpusTest);

#include "test_corpus.moc"
