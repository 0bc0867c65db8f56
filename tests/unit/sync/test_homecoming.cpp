// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/sync/synchouse.h"

using namespace Qt::StringLiterals;
using test::got;
using test::script;
using test::spinUntil;
using test::SyncHouse;

class TestHomecoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesHomeIsMadeHereAtOnce();
};

void TestHomecoming::whatComesHomeIsMadeHereAtOnce()
{
    SyncHouse house;
    const QString remoteId = house.far->create(script(u"Backup"_s, u"theirs"_s)).remoteId;
    QVERIFY(house.startAndRest());
    const auto ask = [&house](const QString &id) {
        const auto answer = house.loop->act(house.id, u"bring-home"_s, {{u"id"_s, id}}, domain::Actor(u"kim"_s));
        return spinUntil([&answer] { return answer.isFinished(); }) ? answer.result()
                                                                    : base::unavailable({}, u"no answer"_s);
    };
    const base::Result<QJsonValue> made = ask(remoteId);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
    const auto home = got(house.store->automations().get(base::AutomationId(made->toObject()["id"_L1].toString())));
    QVERIFY(home);
    QCOMPARE(home->name, u"Backup"_s);
    QCOMPARE(home->params.value("command"_L1).toString(), u"theirs"_s);
    QCOMPARE(home->updatedBy, u"kim"_s);
    QVERIFY(home->paused); // there it still runs
    QVERIFY(home->connectionId.isEmpty());
    QVERIFY(home->remoteId.isEmpty());
    QCOMPARE(house.far->automations().size(), 1); // and nothing of it is sent back
    const qsizetype here = house.automations().size();
    QCOMPARE(ask(u"nothing"_s).error().code, base::ErrorCode::NotFound);
    QCOMPARE(house.automations().size(), here);
}

REGISTER_TEST(TestHomecoming);
#include "test_homecoming.moc"
