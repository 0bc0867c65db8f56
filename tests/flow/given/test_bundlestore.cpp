// SPDX-License-Identifier: Apache-2.0
// The key-value store as handlers and everybody else share it.
#include "app/bundles/keyvaluestore.h"
#include "tests/flow/given/bundleruns.h"
#include "tests/support/registry.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

class BundleStoreTest : public test::BundleRuns
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
            QSKIP("there is no Node on this machine");
        }
    }

    void theKeyValueStoreIsShared()
    {
        test::EngineHouse house;
        bundles::KeyValueStore store(house.store.directory(), house.store.clock);
        QVERIFY(store.put(u"from outside"_s, u"\u00fc"_s).has_value());
        const QString code = u"const { KeyValueStoreClient } = require('defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  const seen = await store.get('from outside');"
                             "  await store.put('from inside', 'i');"
                             "  await store.del('from outside');"
                             "  return [seen, await store.get('from inside'), await store.get('none') === undefined];"
                             "};"_s;
        const domain::Run run = runJs(house, code);
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(run.result, QJsonValue(QJsonArray{u"\u00fc"_s, u"i"_s, true}));
        const auto inside = store.get(u"from inside"_s);
        QVERIFY(inside.has_value());
        QCOMPARE(inside->value_or(QString()), u"i"_s);
        QVERIFY(!store.get(u"from outside"_s)->has_value());
        const auto kept = store.all();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->size(), 1);
    }
    void keysAndValuesHaveLimits()
    {
        test::EngineHouse house;
        const QString code = u"const { KeyValueStoreClient } = require('@openzeppelin/defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  const failed = [];"
                             "  for (const [k, v] of [['', 'v'], ['k'.repeat(1025), 'v'], ['k', 'v'.repeat(307201)],"
                             "                        ['k', 1], ['k'.repeat(1024), 'v'.repeat(307200)]]) {"
                             "    try { await store.put(k, v); failed.push(false); } catch { failed.push(true); }"
                             "  }"
                             "  return failed;"
                             "};"_s;
        QCOMPARE(runJs(house, code).result, QJsonValue(QJsonArray{true, true, true, true, false}));
    }
    void manyWritersLoseNothing()
    {
        test::EngineHouse house;
        const QString code = u"const { KeyValueStoreClient } = require('defender-kvstore-client');"
                             "exports.handler = async (event) => {"
                             "  const store = new KeyValueStoreClient(event);"
                             "  await Promise.all([...Array(15).keys()].map((i) => store.put(`js${i}`, `${i}`)));"
                             "};"_s;
        house.start();
        const domain::Automation automation = add(house, packed(code), {});
        const auto requested = test::await(house.store->runs().request(automation.id, u"tester"_s));
        // The other writer has the machine's clock, and what is too old for it goes.
        const base::SystemClock clock;
        bundles::KeyValueStore store(house.store.directory(), clock);
        for (int i = 0; i < 40; ++i) {
            QVERIFY(store.put(u"cpp%1"_s.arg(i), QString::number(i)).has_value());
        }
        const domain::Run run = finished(house, requested->id);
        QVERIFY2(run.status == domain::RunStatus::Done, house.log(run.id).constData());
        QCOMPARE(store.all()->size(), 55);
    }
};

REGISTER_TEST(BundleStoreTest);
#include "test_bundlestore.moc"
