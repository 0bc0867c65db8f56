// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/brahma.h"
#include "app/server/server.h"
#include "app/sync/syncloop.h"
#include "tests/support/brahmadouble.h"
#include "tests/support/enginehouse.h"
#include "tests/support/fakesleepers.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/brahmahouse.h"
#include "tests/unit/providers/outcome.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using test::answerOf;
using test::BrahmaDouble;

namespace {

const QByteArray token = "right-token-0123456789";
const QString digits = u"feedc0de"_s; // eight times them is the executor's key
const QByteArray executeRoute = "/v1/vendor/automations/tasks/execute/{}";

syncing::Providers onlyBrahma()
{
    syncing::Providers all;
    all.push_back(std::make_unique<providers::Brahma>());
    return all;
}

/// What the server gets to ask the loop with, which lives on the test's thread.
domain::RemoteActions actionsOf(syncing::SyncLoop &loop)
{
    const auto later = [&loop]<typename T>(std::type_identity<T>, auto ask) {
        auto promise = std::make_shared<QPromise<base::Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            &loop,
            [&loop, promise, ask] {
                base::onAnswer(&loop, ask(loop), [promise](const base::Result<T> &answer) {
                    promise->addResult(answer);
                    promise->finish();
                });
            },
            Qt::QueuedConnection);
        return promise->future();
    };
    return {.check = [](const domain::Connection &connection) { return providers::Brahma().check(connection); },
            .test =
                [later](const domain::Connection &connection, const syncing::Credential &credential) {
                    return later(std::type_identity<domain::AccountFacts>(),
                                 [=](syncing::SyncLoop &there) { return there.tryOut(connection, credential); });
                },
            .syncNow =
                [later](const std::optional<base::ConnectionId> &id) {
                    return later(std::type_identity<void>(), [id](syncing::SyncLoop &there) {
                        return QtFuture::makeReadyFuture(there.syncNow(*id));
                    });
                },
            .act =
                [later](const base::ConnectionId &id, const QString &action, const QJsonObject &fields,
                        const domain::Actor &by) {
                    return later(std::type_identity<QJsonValue>(),
                                 [=](syncing::SyncLoop &there) { return there.act(id, action, fields, by); });
                }};
}

/// This program with its engine, its loop over connections and its server, and somebody who asks the server.
class Desk
{
public:
    Desk()
        : m_loop(house.store.store(), onlyBrahma(), house.store.clock,
                 {.secrets = house.secrets.get(), .makeSleeper = m_sleepers.maker(), .chance = [] { return 0.5; }}),
          m_catalog({}, QList<domain::ProviderInfo>{providers::Brahma().info()}),
          m_server(house.store.store(), m_catalog, house.store.clock,
                   {.privateToken = token,
                    .operatorName = u"kim"_s,
                    .secrets = house.secrets.get(),
                    .remote = actionsOf(m_loop)}),
          m_client({.base = QUrl(m_server.start().value_or(QString())), .caFile = {}, .clock = m_clock})
    {
        m_client.identifyBy([] { return net::Headers{{"Authorization", "Bearer " + token}}; });
        house.start();
        m_loop.start();
    }
    ~Desk() { m_server.stop(); }

    QJsonValue ask(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        const QStringList parts = (u"api/"_s + path).split(u'/');
        const rest::Call call =
            method == "GET" ? rest::plainCall(parts) : rest::jsonCall(method, parts, QJsonDocument(body));
        const auto reply = answerOf(m_client.ask(call));
        if (!reply) {
            return reply.error().message();
        }
        const QJsonDocument document = QJsonDocument::fromJson(reply->body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    QJsonValue get(const QString &path) { return ask("GET", path); }
    /// Seconds go by until it is so.
    bool until(const std::function<bool()> &isSo)
    {
        for (int i = 0; i < 300; ++i) {
            if (isSo()) {
                return true;
            }
            house.pass(base::Seconds(1));
            m_sleepers.look();
            QTest::qWait(10);
        }
        return false;
    }
    bool becomes(const QString &path, const QString &field, const QString &word)
    {
        return until([=, this] { return get(path)[field].toString() == word; });
    }

    /// Asks for a run and agrees to it, when it has been asked about; its path.
    QString approvedRun(const QString &automation)
    {
        const QJsonValue asked =
            ask("POST", u"automations/%1/run"_s.arg(automation),
                {{u"arguments"_s, QJsonObject{{u"to"_s, test::brahmaToken}, {u"value"_s, u"5"_s}}}});
        const QString path = u"automations/runs/"_s + asked["id"_L1].toString();
        if (!becomes(path, u"status"_s, u"awaiting_approval"_s)) {
            return u"never asked about: "_s + get(path)["status"_L1].toString();
        }
        for (const QJsonValue request : get(u"approvals"_s).toArray()) {
            if (request["status"_L1] == "pending"_L1) {
                (void)ask("POST", u"approvals/%1/approve"_s.arg(request["id"_L1].toString()));
            }
        }
        return path;
    }

    test::EngineHouse house;
    BrahmaDouble remote;

private:
    base::SystemClock m_clock;
    test::FakeSleepers m_sleepers{house.store.clock};
    syncing::SyncLoop m_loop;
    domain::Catalog m_catalog;
    server::Server m_server;
    rest::RestClient m_client;
};

/// The files of a workspace that hold the text.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found.append(file.fileName());
        }
    }
    return found;
}

} // namespace

/// This program as its operator has it, with Brahma Console at the other end: one story in its chapters.
class BrahmaForRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExecutorsDay()
    {
        Desk desk;
        m_desk = &desk;
        using Chapter = void (BrahmaForRealTest::*)();
        for (const Chapter chapter :
             {&BrahmaForRealTest::connects, &BrahmaForRealTest::registers, &BrahmaForRealTest::lists,
              &BrahmaForRealTest::runsAndWatches, &BrahmaForRealTest::meetsAnError, &BrahmaForRealTest::goesOffline,
              &BrahmaForRealTest::comesBack}) {
            (this->*chapter)();
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        QCOMPARE(filesWith(desk.house.store.directory(), digits.toUtf8()), QStringList());
    }

private:
    int executions() const { return m_desk->remote.server.count("POST", executeRoute); }

    void connects()
    {
        const QJsonObject credential{{u"api_key"_s, QLatin1StringView(BrahmaDouble::apiKey)},
                                     {u"executor_key"_s, digits.repeated(8)}};
        const QJsonValue made = m_desk->ask("POST", u"connections"_s,
                                            {{u"name"_s, u"Console"_s},
                                             {u"provider"_s, u"brahma"_s},
                                             {u"base_url"_s, m_desk->remote.url().toString()},
                                             {u"settings"_s, QJsonObject{{u"chain_id"_s, BrahmaDouble::chain}}},
                                             {u"credential"_s, credential}});
        QVERIFY2(made.isObject(), qPrintable(made.toString()));
        m_connection = u"connections/"_s + made["id"_L1].toString();
        QVERIFY(m_desk->becomes(m_connection, u"state"_s, u"online"_s));
        QCOMPARE(m_desk->get(m_connection)["role"_L1].toString(), u"not registered"_s);
        QCOMPARE(m_desk->get(u"automations"_s).toArray().size(), 0);
    }

    /// And somebody subscribes.
    void registers()
    {
        const QJsonValue registered =
            m_desk->ask("POST", m_connection + u"/actions/register"_s, {{u"client_id"_s, u"refuel"_s}});
        QVERIFY2(registered["answer"_L1]["id"_L1].isString(), qPrintable(registered.toString()));
        QJsonObject subscription = test::someSubscription(u"sub-1"_s, test::brahmaSubscriber);
        subscription.insert("registryId"_L1, registered["answer"_L1]["id"_L1]);
        m_desk->remote.subscriptions = {subscription};
    }

    void lists()
    {
        (void)m_desk->ask("POST", m_connection + u"/sync"_s);
        QVERIFY(m_desk->until([this] { return m_desk->get(u"automations"_s).toArray().size() == 1; }));
        const QJsonValue seen = m_desk->get(u"automations"_s).toArray().first();
        m_automation = seen["id"_L1].toString();
        QVERIFY(seen["description"_L1].toString().contains(u"0.001 ETH for each execution"_s));
        QVERIFY(seen["approval"_L1].isObject());
        // Who is asked, and what a run is given where nobody says otherwise, are matters of this side.
        QJsonArray arguments = seen["arguments"_L1].toArray();
        QJsonObject target = arguments.first().toObject();
        target.insert("default"_L1, test::brahmaToken);
        arguments.replace(0, target);
        const QJsonObject policy{{u"expires_s"_s, 86400}, {u"allow_requester"_s, true}};
        const QJsonValue edited = m_desk->ask("PUT", u"automations/"_s + m_automation,
                                              {{u"approval"_s, policy}, {u"arguments"_s, arguments}});
        QVERIFY2(edited["status"_L1] == "updated"_L1, qPrintable(edited.toString()));
        QVERIFY(m_desk->get(u"outbox"_s).toArray().isEmpty());
    }

    void runsAndWatches()
    {
        const QString run = m_desk->approvedRun(m_automation);
        QVERIFY2(m_desk->until([this] { return executions() == 1; }), qPrintable(run));
        QCOMPARE(m_desk->remote.executed["task"_L1]["subaccount"_L1].toString(), test::brahmaSubscriber);
        const QString task = m_desk->remote.tasks.keys().first();
        m_desk->remote.becomes(task, u"executing"_s);
        QVERIFY(m_desk->becomes(run, u"status"_s, u"running"_s));
        m_desk->remote.becomes(task, u"successful"_s, u"0xfeed"_s);
        QVERIFY(m_desk->becomes(run, u"status"_s, u"done"_s));
        QCOMPARE(m_desk->get(run)["result"_L1]["transaction_hash"_L1].toString(), u"0xfeed"_s);
    }

    /// They say no, and say 200 with it.
    void meetsAnError()
    {
        m_desk->remote.refusal = u"policy: token limit exceeded"_s;
        const QString refused = m_desk->approvedRun(m_automation);
        QVERIFY(m_desk->becomes(refused, u"status"_s, u"failed"_s));
        QVERIFY(m_desk->get(refused)["reason"_L1].toString().contains(u"token limit exceeded"_s));
        m_desk->remote.refusal.clear();
    }

    /// What is wished meanwhile waits.
    void goesOffline()
    {
        m_desk->remote.server.fault("GET", "/v1/vendor/automations/executor/{}/{}", test::Fault::Reset);
        m_desk->remote.server.fault("GET", "/v1/vendor/automations/executor/nonce/{}/{}/{}", test::Fault::Reset);
        (void)m_desk->ask("POST", m_connection + u"/sync"_s);
        QVERIFY(m_desk->becomes(m_connection, u"state"_s, u"offline"_s));
        const int before = executions();
        m_waiting = m_desk->approvedRun(m_automation);
        QVERIFY(m_desk->until([this] { return m_desk->get(u"outbox"_s).toArray().size() == 1; }));
        QCOMPARE(executions(), before);
    }

    void comesBack()
    {
        const int before = executions();
        m_desk->remote.server.heal();
        QVERIFY(m_desk->becomes(m_connection, u"state"_s, u"online"_s));
        QVERIFY(m_desk->until([this, before] { return executions() == before + 1; }));
        m_desk->remote.becomes(m_desk->remote.tasks.keys().last(), u"failed"_s, {}, u"reverted: slippage"_s);
        QVERIFY(m_desk->becomes(m_waiting, u"status"_s, u"failed"_s));
        QCOMPARE(m_desk->get(m_waiting)["error_message"_L1].toString(), u"reverted: slippage"_s);
    }

    Desk *m_desk = nullptr;
    QString m_connection; // paths below /api, and an id
    QString m_automation;
    QString m_waiting;
};

REGISTER_TEST(BrahmaForRealTest);
#include "test_brahmaforreal.moc"
