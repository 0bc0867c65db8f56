// SPDX-License-Identifier: Apache-2.0
// Deliveries and what is kept of them, and for how long.
#include "app/store/hooks/hooktable.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

class HookRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlySoManyRefusedOnesAreKept()
    {
        test::TempStore store;
        const store::IncomingHook hook = hookOf(store);
        QList<QFuture<base::Result<void>>> noted;
        for (qint64 i = 0; i < store::mostDeliveries + 600; ++i) {
            noted.append(store->webhooks().noteRefused(hook, u"wrong"_s));
        }
        QVERIFY(await(noted.last(), 60s));
        const auto kept = await(store->webhooks().deliveries(hook.automation, 0));
        QVERIFY(kept->size() >= store::mostDeliveries && kept->size() < store::mostDeliveries + 300);
        QCOMPARE(kept->first().seq, store::mostDeliveries + 600);
    }

    void oldOnesGoWithTheirRequests()
    {
        test::TempStore store;
        const store::IncomingHook hook = hookOf(store);
        const base::RunId over = await(store->webhooks().deliver(hook))->delivery.run;
        const base::RunId waiting = await(store->webhooks().deliver(hook))->delivery.run;
        QVERIFY(await(store->runs().drop(over, domain::RunStatus::Cancelled, u"no"_s)));
        store.clock.advance(31 * 24h);
        QVERIFY(await(store->webhooks().deliver(hook)));
        QCOMPARE(await(store->webhooks().deliveries(hook.automation, 0))->size(), 1);
        QVERIFY(!*await(store->webhooks().requestOf(over)));
        QVERIFY(*await(store->webhooks().requestOf(waiting)));
    }

    void aTokenIsFoundAndKeptThroughARestart()
    {
        test::TempStore store;
        const store::IncomingHook hook = hookOf(store);
        store.reopen();
        const auto owner = await(store->webhooks().owner(hook.token));
        QVERIFY(owner && *owner && (*owner)->id == hook.automation);
        QVERIFY(!*await(store->webhooks().owner(hook.token.toUpper())));
        QVERIFY(await(store->automations().remove(hook.automation, u"kim"_s)));
        QVERIFY(!*await(store->webhooks().owner(hook.token)));
        QVERIFY(await(store->automations().restore(hook.automation, 0, u"kim"_s)));
        QVERIFY(!*await(store->webhooks().owner(hook.token))); // it comes back with another one
        QVERIFY(await(store->webhooks().token(hook.automation)));
    }

    void whatTheyStartIsInTheAudit()
    {
        test::TempStore store;
        const store::IncomingHook hook = hookOf(store);
        const auto first = await(store->webhooks().deliver(hook));
        QVERIFY(first);
        const auto last = [&store] { return await(store->audit().page({.limit = 1}))->first(); };
        QCOMPARE(last().action, u"run"_s);
        QCOMPARE(last().subject, first->delivery.run.text());
        QCOMPARE(last().by.name, QString()); // nobody knows who it was
        QCOMPARE(last().by.from, u"webhook"_s);
        const domain::Actor kim(u"kim"_s, domain::Role::Operator, u"window"_s);
        const auto again = await(store->webhooks().replay(hook.automation, first->delivery.id, kim));
        QVERIFY(again);
        QCOMPARE(last().action, u"run"_s);
        QCOMPARE(last().subject, again->delivery.run.text());
        QCOMPARE(last().by.name, u"kim"_s);
        QCOMPARE(last().by.from, u"window"_s);
    }

private:
    static store::IncomingHook hookOf(test::TempStore &store)
    {
        domain::Automation automation = test::someAutomation();
        automation.triggers = {domain::Webhook{}};
        const auto made = await(store->automations().create({automation}, u"kim"_s));
        store::IncomingHook hook{.automation = made->first().id, .senderId = {}};
        hook.token = await(store->webhooks().token(hook.automation))->token.toLatin1();
        hook.request.type = domain::BodyType::Text;
        hook.request.body = "x";
        return hook;
    }
};

REGISTER_TEST(HookRowsTest);

#include "test_rows_hooks.moc"
