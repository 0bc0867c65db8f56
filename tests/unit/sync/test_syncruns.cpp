// SPDX-License-Identifier: Apache-2.0
#include "app/domain/reasons.h"
#include "tests/support/registry.h"
#include "tests/unit/sync/synchouse.h"

using namespace Qt::StringLiterals;
using domain::RunStatus;
using providers::Fault;
using test::got;
using test::script;
using test::spinUntil;
using test::SyncHouse;

namespace {

/// The first wish for a run meets the fault, and somebody there starts the same automation at the same instant.
providers::Faults racing(SyncHouse &house, Fault fault)
{
    return [&house, fault, met = std::make_shared<bool>(false)](const QString &verb) {
        if (verb != u"run"_s || std::exchange(*met, true)) {
            return Fault::None;
        }
        (void)house.far->run({.remoteId = house.far->automations().first().remoteId}, u"somebody there"_s);
        return fault;
    };
}

base::RunId runIt(SyncHouse &house)
{
    const base::Result<domain::Run> run = house.request(house.automations().first().id);
    return run ? run->id : base::RunId();
}

bool isSent(SyncHouse &house)
{
    return spinUntil([&house] {
        (void)house.passToNext();
        return house.outbox().isEmpty();
    });
}

} // namespace

/// What becomes of a wish for a run whose answer was lost.
class TestSyncRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunOfSomebodyElseIsNotTaken_data();
    void aRunOfSomebodyElseIsNotTaken();
    void whereNoKeyIsToldTheDoubtIsSaid_data();
    void whereNoKeyIsToldTheDoubtIsSaid();
};

void TestSyncRuns::aRunOfSomebodyElseIsNotTaken_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("answer lost") << static_cast<int>(Fault::AnswerLost);
    QTest::newRow("garbled") << static_cast<int>(Fault::Garbled);
    QTest::newRow("request lost") << static_cast<int>(Fault::RequestLost);
    QTest::newRow("refused") << static_cast<int>(Fault::Refused);
}

void TestSyncRuns::aRunOfSomebodyElseIsNotTaken()
{
    QFETCH(const int, fault);
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    house.far->faults = racing(house, static_cast<Fault>(fault));
    const base::RunId ours = runIt(house);
    QVERIFY(!ours.isEmpty());
    QVERIFY(isSent(house));

    const QMap<QString, QString> keys = house.far->keys();
    QCOMPARE(keys.size(), 2); // theirs, and ours once
    // Theirs is seen at the next look.
    QVERIFY(spinUntil([&house] { return house.passToNext() && house.runs().size() >= 2; }));
    QCOMPARE(house.runs().size(), 2);
    for (const domain::Run &run : house.runs()) {
        QCOMPARE(keys.value(run.remoteId), run.id == ours ? ours.text() : QString());
        QVERIFY2(run.reason.isEmpty(), qPrintable(run.reason));
    }
}

void TestSyncRuns::whereNoKeyIsToldTheDoubtIsSaid_data()
{
    aRunOfSomebodyElseIsNotTaken_data();
}

void TestSyncRuns::whereNoKeyIsToldTheDoubtIsSaid()
{
    QFETCH(const int, fault);
    SyncHouse house;
    house.far->setRules({.tellsKeys = false});
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    house.far->faults = racing(house, static_cast<Fault>(fault));
    const base::RunId ours = runIt(house);
    QVERIFY(isSent(house));
    QVERIFY(spinUntil([&] {
        (void)house.passToNext();
        return got(house.store->runs().get(ours))->status == RunStatus::Done;
    }));
    const domain::Run run = got(house.store->runs().get(ours)).value();
    const bool knowsAnswer = static_cast<Fault>(fault) == Fault::Refused; // nothing was lost
    QCOMPARE(run.reason, knowsAnswer ? QString() : domain::reason::perhapsOthers(house.connection().name));
    QCOMPARE(house.far->keys().values().count(ours.text()), static_cast<Fault>(fault) == Fault::RequestLost ? 0 : 1);
}

REGISTER_TEST(TestSyncRuns);
#include "test_syncruns.moc"
