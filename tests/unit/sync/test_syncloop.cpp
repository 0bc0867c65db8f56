// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/unit/sync/synchouse.h"

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::ConnectionState;
using domain::RunStatus;
using providers::Fault;
using test::edit;
using test::got;
using test::publish;
using test::script;
using test::spinUntil;
using test::SyncHouse;

namespace {

/// A run there that waits for approval.
syncing::RemoteRun asked(SyncHouse &house)
{
    Automation careful = script(u"Careful"_s);
    careful.approval = domain::ApprovalPolicy{};
    return house.far->run({.remoteId = house.far->create(careful).remoteId}, u"somebody there"_s).value();
}

QList<domain::Approval> pending(SyncHouse &house)
{
    return got(house.store->approvals().page({.status = domain::ApprovalStatus::Pending})).value_or({});
}

/// The next request of this verb meets the fault; the others none.
providers::Faults once(const QString &verb, Fault fault)
{
    return [verb, fault, met = std::make_shared<bool>(false)](const QString &asked) {
        return asked == verb && !std::exchange(*met, true) ? fault : Fault::None;
    };
}

QString commandThere(const SyncHouse &house, qsizetype index = 0)
{
    return house.far->automations().at(index).automation.params.value("command"_L1).toString();
}

} // namespace

class TestSyncLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsSeenAndASecondLookWritesNothing();
    void whatChangesThereChangesHere();
    void anEditIsSentAtOnce();
    void whatChangedThereIsNotWrittenOver();
    void aPublishedAutomationIsMadeThere();
    void aLostAnswerMakesNothingTwice_data();
    void aLostAnswerMakesNothingTwice();
    void aKilledLoopLooksBeforeItAsksAgain();
    void whatAListLeavesOutIsNotGone();
    void whatIsRemovedThereGoesHere();
    void whatIsRemovedHereGoesThere();
    void anEditOfWhatWasRemovedIsAConflict();
    void aRunIsStartedFollowedAndItsLogKept();
    void aRunIsCancelledThere();
    void whatIsAskedThereIsDecidedHere_data();
    void whatIsAskedThereIsDecidedHere();
    void whatIsDecidedThereWaitsHereNoMore();
    void logsThatAreSoonForgottenAreAllCopied();
};

void TestSyncLoop::whatIsThereIsSeenAndASecondLookWritesNothing()
{
    SyncHouse house;
    for (int i = 0; i < 120; ++i) {
        house.far->create(script(u"Number %1"_s.arg(i)));
    }
    QVERIFY(house.startAndRest());
    QCOMPARE(house.automations().size(), 120);
    QVERIFY(spinUntil([&house] { return house.connection().state == ConnectionState::Online; }));
    const domain::Connection connection = house.connection();
    QCOMPARE(connection.account.role, u"admin"_s);
    QVERIFY(connection.syncedAt);

    house.hears();
    int commits = 0;
    connect(&house.store.store(), &store::Store::changed, this, [&commits] { ++commits; });
    const qsizetype before = house.passes.size();
    while (house.passes.size() == before || house.passes.last().depth != syncing::Depth::Full) {
        QVERIFY(house.passToNext());
    }
    QCoreApplication::processEvents();
    QCOMPARE(commits, 0);
}

void TestSyncLoop::whatChangesThereChangesHere()
{
    SyncHouse house;
    const QString remoteId = house.far->create(script(u"Backup"_s, u"a"_s)).remoteId;
    QVERIFY(house.startAndRest());
    QVERIFY(house.far->update(remoteId, script(u"Backup"_s, u"b"_s)));
    for (int i = 0; i < 6; ++i) {
        QVERIFY(house.passToNext());
    }
    QCOMPARE(house.automations().first().params.value("command"_L1).toString(), u"b"_s);
    QCOMPARE(house.automations().first().remoteId, remoteId);
}

void TestSyncLoop::anEditIsSentAtOnce()
{
    SyncHouse house;
    house.far->create(script(u"Backup"_s, u"a"_s));
    QVERIFY(house.startAndRest());
    edit(house, u"Backup"_s, [](Automation &a) { a.params.insert(u"command"_s, u"mine"_s); });
    // No time passes.
    QVERIFY(spinUntil([&house] { return commandThere(house) == u"mine"_s; }));
    QVERIFY(spinUntil([&house] { return house.outbox().isEmpty(); }));
}

void TestSyncLoop::whatChangedThereIsNotWrittenOver()
{
    SyncHouse house;
    const QString remoteId = house.far->create(script(u"Backup"_s, u"a"_s)).remoteId;
    QVERIFY(house.startAndRest());
    QVERIFY(house.far->update(remoteId, script(u"Backup"_s, u"theirs"_s)));
    edit(house, u"Backup"_s, [](Automation &a) { a.description = u"mine"_s; });
    QVERIFY(spinUntil([&house] { return house.far->automations().first().automation.description == u"mine"_s; }));
    QCOMPARE(commandThere(house), u"theirs"_s);

    QVERIFY(house.far->update(remoteId, script(u"Backup"_s, u"theirs again"_s)));
    edit(house, u"Backup"_s, [](Automation &a) { a.params.insert(u"command"_s, u"mine"_s); });
    QVERIFY(spinUntil([&house] { return house.conflicts().size() == 1; }));
    QCOMPARE(commandThere(house), u"theirs again"_s);
    const base::AutomationId id = house.conflicts().first().automation;
    QVERIFY(got(house.store->mirrors().resolve({{id, {.side = domain::Side::Local}}}, u"tester"_s)));
    QVERIFY(spinUntil([&house] { return commandThere(house) == u"mine"_s; }));
}

void TestSyncLoop::aPublishedAutomationIsMadeThere()
{
    SyncHouse house;
    QVERIFY(house.startAndRest());
    const Automation published = publish(house, script(u"Mine"_s));
    QVERIFY(spinUntil([&house] { return house.far->automations().size() == 1; }));
    QVERIFY(spinUntil([&house] { return house.outbox().isEmpty(); }));
    QCOMPARE(house.automations().first().id, published.id);
    QCOMPARE(house.automations().first().remoteId, house.far->automations().first().remoteId);
}

void TestSyncLoop::aLostAnswerMakesNothingTwice_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("fault");
    for (const char *verb : {"create", "update", "run", "remove", "cancel"}) {
        for (const auto &[name, fault] :
             {std::pair("answer lost", Fault::AnswerLost), std::pair("garbled", Fault::Garbled),
              std::pair("request lost", Fault::RequestLost), std::pair("refused", Fault::Refused),
              std::pair("late", Fault::Late)}) {
            QTest::addRow("%s, %s", verb, name) << QString::fromLatin1(verb) << static_cast<int>(fault);
        }
    }
}

void TestSyncLoop::aLostAnswerMakesNothingTwice()
{
    QFETCH(const QString, verb);
    QFETCH(const int, fault);
    SyncHouse house;
    house.far->setRules({.runTakes = base::Seconds(3600), .log = domain::RemoteLog::None});
    house.far->create(script(u"There"_s));
    house.far->create(script(u"Going"_s));
    QVERIFY(house.startAndRest());
    house.far->faults = once(verb, static_cast<Fault>(fault));

    publish(house, script(u"Mine"_s));
    edit(house, u"There"_s, [](Automation &a) { a.description = u"edited"_s; });
    for (const Automation &automation : house.automations()) {
        if (automation.name == u"Going"_s) {
            QVERIFY(got(house.store->automations().remove(automation.id, u"tester"_s)));
        } else if (automation.name == u"There"_s) {
            QVERIFY(house.request(automation.id));
        }
    }
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        return house.outbox().isEmpty();
    }));
    QVERIFY(got(house.store->runs().cancel(house.runs().first().id, u"tester"_s)));
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        return house.outbox().isEmpty() && domain::isFinal(house.runs().first().status);
    }));
    QStringList there;
    for (const syncing::RemoteAutomation &automation : house.far->automations()) {
        there.append(automation.automation.name + u": "_s + automation.automation.description);
    }
    QCOMPARE(there, (QStringList{u"There: edited"_s, u"Mine: "_s}));
    QCOMPARE(house.far->keys().values(), QStringList{house.runs().first().id.text()});
    QCOMPARE(house.runs().size(), 1);
    QCOMPARE(house.runs().first().status, RunStatus::Cancelled);
    QCOMPARE(house.automations().size(), 2);
}

void TestSyncLoop::aKilledLoopLooksBeforeItAsksAgain()
{
    SyncHouse house;
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    // It dies in the moment in which the request has arrived and before its answer does.
    house.far->faults = [&house](const QString &verb) {
        if (verb == u"create"_s || verb == u"run"_s) {
            QTimer::singleShot(0, [&house] { house.stop(); });
            return Fault::Late;
        }
        return Fault::None;
    };
    const base::AutomationId there = house.automations().first().id;
    publish(house, script(u"Mine"_s));
    QVERIFY(spinUntil([&house] { return !house.loop; }));
    QVERIFY(house.startAndRest());
    QVERIFY(spinUntil([&house] { return house.outbox().isEmpty(); }));
    QCOMPARE(house.far->automations().size(), 2);
    QVERIFY(house.request(there));
    QVERIFY(spinUntil([&house] { return !house.loop; }));
    QVERIFY(house.startAndRest());
    QVERIFY(spinUntil([&house] { return house.outbox().isEmpty(); }));
    QCOMPARE(house.far->keys().size(), 1);
    QCOMPARE(house.runs().size(), 1);
}

void TestSyncLoop::whatAListLeavesOutIsNotGone()
{
    SyncHouse house;
    for (int i = 0; i < 60; ++i) {
        house.far->create(script(u"Number %1"_s.arg(i)));
    }
    QVERIFY(house.startAndRest());
    house.far->faults = [](const QString &verb) { return verb == u"automations"_s ? Fault::PageMissing : Fault::None; };
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QCOMPARE(house.automations().size(), 60);
    house.far->faults = [](const QString &verb) { return verb == u"automations"_s ? Fault::PageTwice : Fault::None; };
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QCOMPARE(house.automations().size(), 60);
}

void TestSyncLoop::whatIsRemovedThereGoesHere()
{
    SyncHouse house;
    const QString remoteId = house.far->create(script(u"Going"_s)).remoteId;
    house.far->create(script(u"Staying"_s));
    QVERIFY(house.startAndRest());
    QVERIFY(house.far->remove(remoteId));
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QCOMPARE(house.automations().size(), 1);
    QCOMPARE(house.automations().first().name, u"Staying"_s);
}

void TestSyncLoop::whatIsRemovedHereGoesThere()
{
    SyncHouse house;
    house.far->create(script(u"Going"_s));
    QVERIFY(house.startAndRest());
    QVERIFY(got(house.store->automations().remove(house.automations().first().id, u"tester"_s)));
    QVERIFY(spinUntil([&house] { return house.far->automations().isEmpty(); }));
    QVERIFY(spinUntil([&house] { return house.outbox().isEmpty(); }));
    QVERIFY(house.conflicts().isEmpty());
}

void TestSyncLoop::anEditOfWhatWasRemovedIsAConflict()
{
    SyncHouse house;
    const QString there = house.far->create(script(u"Removed there"_s)).remoteId;
    const QString here = house.far->create(script(u"Removed here"_s)).remoteId;
    QVERIFY(house.startAndRest());
    QVERIFY(house.far->remove(there));
    QVERIFY(house.far->update(here, script(u"Removed here"_s, u"edited there"_s)));
    edit(house, u"Removed there"_s, [](Automation &a) { a.description = u"edited here"_s; });
    for (const Automation &automation : house.automations()) {
        if (automation.name == u"Removed here"_s) {
            QVERIFY(got(house.store->automations().remove(automation.id, u"tester"_s)));
        }
    }
    QVERIFY(spinUntil([&house] { return house.conflicts().size() == 2; }));
    QVERIFY(house.rests());
    QCOMPARE(house.far->automations().size(), 1);
    QCOMPARE(house.automations().size(), 1);
}

void TestSyncLoop::aRunIsStartedFollowedAndItsLogKept()
{
    SyncHouse house;
    house.far->setRules({.runTakes = base::Seconds(5), .log = domain::RemoteLog::Poll});
    house.far->create(script(u"There"_s));
    QVERIFY(house.startAndRest());
    QVERIFY(house.request(house.automations().first().id));
    QVERIFY(spinUntil([&house] { return house.runs().first().status == RunStatus::Running; }));
    QVERIFY(house.rests());
    for (int seconds = 0; seconds < 12; ++seconds) {
        QVERIFY(house.pass(base::Seconds(1)));
    }
    QVERIFY(spinUntil([&house] { return house.runs().first().status == RunStatus::Done; }));
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        return house.runs().first().log.lines == 5;
    }));
}

void TestSyncLoop::aRunIsCancelledThere()
{
    SyncHouse house;
    house.far->setRules({.runTakes = base::Seconds(3600), .log = domain::RemoteLog::None});
    const QString remoteId = house.far->create(script(u"There"_s)).remoteId;
    const syncing::RemoteRun theirs = house.far->run({.remoteId = remoteId}, u"somebody there"_s).value();
    QVERIFY(house.startAndRest());
    QCOMPARE(house.runs().size(), 1);
    QCOMPARE(house.runs().first().requestedBy, u"somebody there"_s);
    QVERIFY(got(house.store->runs().cancel(house.runs().first().id, u"tester"_s)));
    QVERIFY(
        spinUntil([&house, &theirs] { return house.far->readRun(theirs.remoteId)->status == RunStatus::Cancelled; }));
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        return house.runs().first().status == RunStatus::Cancelled;
    }));
}

void TestSyncLoop::whatIsAskedThereIsDecidedHere_data()
{
    QTest::addColumn<domain::Judgement>("verdict");
    QTest::addColumn<RunStatus>("end");
    QTest::newRow("approved") << domain::Judgement::Approve << RunStatus::Done;
    QTest::newRow("rejected") << domain::Judgement::Reject << RunStatus::Rejected;
}

void TestSyncLoop::whatIsAskedThereIsDecidedHere()
{
    QFETCH(const domain::Judgement, verdict);
    QFETCH(const RunStatus, end);
    SyncHouse house;
    const QString remoteId = asked(house).remoteId;
    QVERIFY(house.startAndRest());
    QCOMPARE(pending(house).size(), 1);
    const domain::Approval request = pending(house).first();
    QCOMPARE(request.requestedBy, u"somebody there"_s);
    QCOMPARE(request.run, house.runs().first().id);
    const domain::Operator who{u"tester"_s, domain::Role::Operator};
    QVERIFY(got(house.store->approvals().decide({request.id}, {verdict, u"seen"_s}, who)));
    QVERIFY(spinUntil([&] {
        (void)house.passToNext();
        return house.runs().first().status == end;
    }));
    QCOMPARE(house.far->readRun(remoteId)->status, end);
    QVERIFY(pending(house).isEmpty());
}

void TestSyncLoop::whatIsDecidedThereWaitsHereNoMore()
{
    SyncHouse house;
    house.far->setRules({.runTakes = base::Seconds(3600), .log = domain::RemoteLog::None});
    asked(house);
    QVERIFY(house.startAndRest());
    const domain::ApprovalId request = pending(house).value(0).id;
    QVERIFY(house.far->decide(house.far->approvals().first().remoteId, domain::Judgement::Approve));
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        return pending(house).isEmpty();
    }));
    QCOMPARE(got(house.store->approvals().get(request))->status, domain::ApprovalStatus::Withdrawn);
    QCOMPARE(house.runs().first().status, RunStatus::Running);
}

void TestSyncLoop::logsThatAreSoonForgottenAreAllCopied()
{
    SyncHouse house;
    house.far->setRules({.runTakes = base::Seconds(2), .log = domain::RemoteLog::AtEnd});
    const QString remoteId = house.far->create(script(u"There"_s)).remoteId;
    QVERIFY(house.startAndRest());
    constexpr int many = 9; // more than are followed at once
    for (int i = 0; i < many; ++i) {
        QVERIFY(house.far->run({.remoteId = remoteId}, u"somebody there"_s));
    }
    QVERIFY(spinUntil([&house] {
        (void)house.passToNext();
        const QList<domain::Run> runs = house.runs();
        return runs.size() == many && std::all_of(runs.begin(), runs.end(),
                                                  [](const domain::Run &run) { return run.status == RunStatus::Done; });
    }));
    // In one go: no more time passes.
    QVERIFY(spinUntil([&house] {
        const QList<domain::Run> runs = house.runs();
        return std::all_of(runs.begin(), runs.end(), [](const domain::Run &run) { return run.log.lines > 0; });
    }));
}

REGISTER_TEST(TestSyncLoop);
#include "test_syncloop.moc"
