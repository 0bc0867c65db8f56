// SPDX-License-Identifier: Apache-2.0
// Many posts to webhooks, some of them twice, and a kill -9 in the middle: all are answered, and every 202 is exactly
// one run. Prints how long answers took.
#include "tests/chaos/load/wires.h"
#include "tests/support/registry.h"
#include "tests/support/service.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int connections = 64;
constexpr int perSecond = 1000;
constexpr int automations = 8;
constexpr qint64 goalMillis = 250;
constexpr qint64 mostKib = 256 * 1024;

int posts()
{
    const int wanted = qEnvironmentVariableIntValue("SIGNALBOX_POSTS");
    return wanted > 0 ? wanted : qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 2000 : 10000;
}

struct Post
{
    int delivery = 0;    ///< Which delivery it is; a tenth of them come twice.
    bool begun = false;  ///< On its way, or answered.
    bool unsure = false; ///< Its answer was lost, and it was sent once more.
    int status = 0;
};

/// How one connection stands.
struct Lane
{
    int post = -1;
    qint64 sentAt = 0;
};

/// Every run that the store has of a delivery, told by the number in its argument.
QHash<int, QStringList> runsByDelivery(const QString &workspace)
{
    QHash<int, QStringList> runs;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"runs"_s);
        database.setDatabaseName(workspace + u"/signalbox.db"_s);
        QSqlQuery query(database);
        if (database.open() && query.exec(u"SELECT id, arguments FROM run WHERE trigger_kind = 'webhook'"_s)) {
            while (query.next()) {
                const QJsonObject arguments = QJsonDocument::fromJson(query.value(1).toByteArray()).object();
                runs[arguments.value("n"_L1).toString().toInt()].append(query.value(0).toString());
            }
        }
    }
    QSqlDatabase::removeDatabase(u"runs"_s);
    return runs;
}

/// Posts at an even pace over all connections; those whose answer was lost are sent again.
class Storm
{
public:
    Storm(test::Service &service, QList<QByteArray> tokens) : m_service(service), m_tokens(std::move(tokens))
    {
        for (int i = 0; i < posts(); ++i) {
            m_posts.append(Post{.delivery = i % 10 == 9 ? i - 5 : i});
        }
        connectAll();
    }

    bool run()
    {
        m_clock.start();
        const qint64 patience = posts() * 1000 / perSecond + 60000;
        while (m_answered < m_posts.size() && m_clock.elapsed() < patience) {
            if (!m_killed && m_answered >= m_posts.size() / 2) {
                m_killed = true;
                m_service.kill();
                loseAll();
                m_outage.start();
                if (!m_service.start()) {
                    return false;
                }
                m_lostFor = m_outage.elapsed();
                connectAll();
            }
            sendDue();
            test::receiveAll(m_clients, 1);
            takeAnswers();
        }
        m_tookMillis = m_clock.elapsed();
        return m_answered == m_posts.size();
    }

    void print() const
    {
        QList<qint64> times = m_times;
        std::sort(times.begin(), times.end());
        const auto percentile = [&times](int p) { return times.value(qsizetype(times.size()) * p / 100) / 1000.0; };
        qInfo("%d posts in %.1f s (%.1f s of them without a service): 202 %d, 409 %d, 429 %d, others %d", posts(),
              double(m_tookMillis) / 1000, double(m_lostFor) / 1000, m_counts.value(202), m_counts.value(409),
              m_counts.value(429),
              int(m_posts.size()) - m_counts.value(202) - m_counts.value(409) - m_counts.value(429));
        qInfo("answers: median %.1f ms, p99 %.1f ms, slowest %.1f ms; the goal for p99 is %lld ms", percentile(50),
              percentile(99), times.isEmpty() ? 0.0 : double(times.last()) / 1000, goalMillis);
    }

    const QList<Post> &results() const { return m_posts; }
    /// Runs named by answers 202: delivery → run.
    const QMultiHash<int, QString> &accepted() const { return m_accepted; }
    QHash<int, int> counts() const { return m_counts; }

private:
    void connectAll()
    {
        m_clients.clear();
        m_lanes = QList<Lane>(connections);
        for (int i = 0; i < connections; ++i) {
            m_clients.push_back(std::make_unique<test::WireClient>(m_service.port()));
        }
    }

    /// Whether they were taken nobody knows: they are sent again under the same name.
    void loseAll()
    {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            m_clients[i]->receive();
        }
        takeAnswers();
        for (const Lane &lane : std::as_const(m_lanes)) {
            if (lane.post >= 0) {
                m_posts[lane.post].unsure = true;
                m_again.append(lane.post);
            }
        }
    }

    void sendDue()
    {
        const qint64 due = m_clock.elapsed() * perSecond / 1000;
        for (int i = 0; i < connections; ++i) {
            if (m_lanes.at(i).post >= 0 || (m_again.isEmpty() && (m_next >= m_posts.size() || m_next > due))) {
                continue;
            }
            if (!m_clients[size_t(i)]->isOpen()) { // between two requests it may be closed
                m_clients[size_t(i)] = std::make_unique<test::WireClient>(m_service.port());
            }
            const int post = m_again.isEmpty() ? m_next++ : m_again.takeFirst();
            m_lanes[i] = {post, m_clock.nsecsElapsed() / 1000};
            m_clients[size_t(i)]->send(request(m_posts.at(post)));
        }
    }

    QByteArray request(const Post &post) const
    {
        const QByteArray number = QByteArray::number(post.delivery);
        const QByteArray body = "{\"n\":\"" + number + "\",\"payload\":\"" + QByteArray(200, 'x') + "\"}";
        return "POST /api/automations/webhook/" + m_tokens.at(post.delivery % m_tokens.size()) +
               " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_service.port()) +
               "\r\nContent-Type: application/json\r\nwebhook-id: msg_" + number +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    void takeAnswers()
    {
        for (int i = 0; i < int(m_clients.size()); ++i) {
            QByteArray body;
            Lane &lane = m_lanes[i];
            const int status = lane.post < 0 ? 0 : m_clients[size_t(i)]->takeAnswer(body);
            if (status == 0) {
                if (lane.post >= 0 && !m_clients[size_t(i)]->isOpen()) {
                    m_posts[lane.post].unsure = true;
                    m_again.append(std::exchange(lane.post, -1));
                }
                continue;
            }
            Post &post = m_posts[std::exchange(lane.post, -1)];
            post.status = status;
            ++m_answered;
            ++m_counts[status];
            m_times.append(m_clock.nsecsElapsed() / 1000 - lane.sentAt);
            if (status == 202) {
                m_accepted.insert(post.delivery, QJsonDocument::fromJson(body).object().value("run_id"_L1).toString());
            }
        }
    }

    test::Service &m_service;
    const QList<QByteArray> m_tokens;
    QList<Post> m_posts;
    QList<Lane> m_lanes;
    QList<int> m_again;
    test::WireClients m_clients;
    QElapsedTimer m_clock;
    QElapsedTimer m_outage;
    QList<qint64> m_times; // µs
    QMultiHash<int, QString> m_accepted;
    QHash<int, int> m_counts;
    int m_next = 0;
    qsizetype m_answered = 0;
    bool m_killed = false;
    qint64 m_lostFor = 0;
    qint64 m_tookMillis = 0;
};

QByteArray tokenOfNew(test::Service &service)
{
    const QJsonObject automation{{u"name"_s, u"hooked"_s},
                                 {u"type"_s, u"delay"_s},
                                 {u"overlap"_s, u"skip"_s},
                                 {u"params"_s, QJsonObject{{u"seconds"_s, 3600}}},
                                 {u"timeout_s"_s, 7200},
                                 {u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"n"_s}}}},
                                 {u"triggers"_s, QJsonArray{QJsonObject{{u"type"_s, u"webhook"_s}}}}};
    const QJsonObject made = service.post(u"/api/automations"_s, QJsonDocument(automation)).body.object();
    const QString path = u"/api/automations/%1/webhook"_s.arg(made.value("id"_L1).toString());
    return service.get(path).body.object().value("token"_L1).toString().toLatin1();
}

} // namespace

class HooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAcceptedPostIsOneRun()
    {
        const QTemporaryDir folder;
        const QString workspace = folder.filePath(u"workspace"_s);
        test::Service service(QStringLiteral(SIGNALBOX_PROGRAM), workspace);
        QVERIFY(service.start());
        QList<QByteArray> tokens;
        for (int i = 0; i < automations; ++i) {
            tokens.append(tokenOfNew(service));
            QVERIFY(!tokens.last().isEmpty());
        }
        Storm storm(service, tokens);
        QVERIFY(storm.run());
        storm.print();
        const qint64 peak = test::peakKib(service.processId());
        qInfo("the service had %lld MiB at most", peak / 1024);
        QVERIFY2(peak < mostKib, qPrintable(QString::number(peak)));
        QCOMPARE(service.terminate(), 0);
        check(storm, runsByDelivery(workspace));
    }

private:
    void check(const Storm &storm, const QHash<int, QStringList> &runs)
    {
        QSet<int> deliveries;
        for (const Post &post : storm.results()) {
            deliveries.insert(post.delivery);
            const QByteArray what = QByteArray::number(post.delivery) + ": " + QByteArray::number(post.status);
            QVERIFY2(post.status == 202 || post.status == 409 || post.status == 429, what);
        }
        for (const int delivery : std::as_const(deliveries)) {
            const QStringList said = storm.accepted().values(delivery);
            const QStringList kept = runs.value(delivery);
            QVERIFY2(said.size() <= 1, qPrintable(u"delivery %1 was accepted twice"_s.arg(delivery)));
            QVERIFY2(kept.size() <= 1, qPrintable(u"delivery %1 has %2 runs"_s.arg(delivery).arg(kept.size())));
            QVERIFY2(said.isEmpty() || said == kept, qPrintable(u"the run of %1 is lost"_s.arg(delivery)));
        }
        // Each has a run: what was not accepted under its first name was known already, for its answer was lost.
        QCOMPARE(storm.counts().value(429), 0); // the pace is less than each token is good for
        QCOMPARE(runs.size(), deliveries.size());
    }
};

REGISTER_TEST(HooksTest);

#include "test_hooks.moc"
