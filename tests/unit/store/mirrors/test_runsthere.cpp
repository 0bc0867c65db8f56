// SPDX-License-Identifier: Apache-2.0
// Runs of remote systems: those that were seen, those that were asked for from here, and their logs.
#include "app/store/evidence.h"
#include "tests/support/registry.h"
#include "tests/unit/store/mirrors/someremote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;
using test::await;
using test::remoteRun;
using test::tempStoreStart;

class RunsThereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyComesBeforeEverythingAndTellsNobody()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const auto here = await(store->automations().create({test::someAutomation(u"Here"_s)}, u"ann"_s));
        const auto own = await(store->runs().request(here->first().id, u"ann"_s));
        const auto page =
            await(store->mirrors().seeRuns(office, {remoteRun(u"12"_s, u"1"_s, RunStatus::Failed, tempStoreStart - 1h),
                                                    remoteRun(u"11"_s, u"1"_s, RunStatus::Done, tempStoreStart - 2h)}));
        QCOMPARE(page->added, 2);
        const auto runs = await(store->runs().page({}));
        QCOMPARE(names(*runs), QStringList({QString(), u"12"_s, u"11"_s}));
        QCOMPARE(runs->first().id, own->id);
        QCOMPARE(runs->at(1).trigger, domain::TriggerKind::Remote);
        QCOMPARE(runs->at(1).connectionId, office);
        QVERIFY(runs->at(1).acknowledged);
        QCOMPARE(await(store->runs().counts())->unnoted, 0);
        QCOMPARE(await(store->runs().counts())->total, 3);
        QVERIFY(await(store->mirrors().wantedLogs(office, 10))->isEmpty());
    }

    void whatIsNewComesLastAndSecondTimesWriteNothing()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        test::sawAll(store, office);
        const QList page{remoteRun(u"12"_s, u"1"_s, RunStatus::Running, tempStoreStart),
                         remoteRun(u"11"_s, u"1"_s, RunStatus::Failed, tempStoreStart - 1min)};
        const auto first = await(store->mirrors().seeRuns(office, page));
        QCOMPARE(first->added, 2);
        QVERIFY(!first->allKnown);
        QCOMPARE(names(*await(store->runs().page({}))), QStringList({u"12"_s, u"11"_s}));
        QCOMPARE(await(store->runs().counts())->unnoted, 1);
        const auto again = await(store->mirrors().seeRuns(office, page));
        QCOMPARE(again->added + again->changed, 0);
        QVERIFY(again->allKnown);
        QCOMPARE(await(store->mirrors().openRuns(office))->size(), 1);
        QCOMPARE(await(store->mirrors().wantedLogs(office, 10))->size(), 2);
    }

    void anEndSetsFollowersOffOnce()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        test::sawAll(store, office);
        domain::Automation follower = test::someAutomation(u"Follows"_s);
        follower.triggers = {domain::After{.automation = mirroredId(store), .on = domain::AfterOn::Success}};
        const auto made = await(store->automations().create({follower}, u"ann"_s));
        QVERIFY(made);
        QVERIFY(
            await(store->mirrors().seeRuns(office, {remoteRun(u"1"_s, u"1"_s, RunStatus::Running, tempStoreStart)})));
        const domain::RemoteRun over = remoteRun(u"1"_s, u"1"_s, RunStatus::Done, tempStoreStart);
        QVERIFY(await(store->mirrors().seeRuns(office, {over})));
        QVERIFY(await(store->mirrors().seeRuns(office, {over})));
        QCOMPARE(await(store->runs().page({.automation = made->first().id}))->size(), 1);
        const domain::RemoteRun late = remoteRun(u"1"_s, u"1"_s, RunStatus::Running, tempStoreStart);
        QCOMPARE(await(store->mirrors().seeRuns(office, {late}))->changed, 0); // an end stays
    }

    void aRunIsHandedOverWithItsTask()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        QCOMPARE(run.status, RunStatus::Queued);
        QCOMPARE(run.reason, u"asked of Office"_s);
        QCOMPARE(run.connectionId, office);
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.kind, store::TaskKind::Run);
        QCOMPARE(task.run.id, run.id);
        QCOMPARE(task.remoteId, u"1"_s);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->outbox().done(task.id, remoteRun(u"7"_s, u"1"_s, RunStatus::Running, tempStoreStart))));
        const auto now = await(store->runs().get(run.id));
        QCOMPARE(now->status, RunStatus::Running);
        QCOMPARE(now->remoteId, u"7"_s);
        QCOMPARE(now->requestedBy, u"ann"_s);
        QCOMPARE(*await(store->runs().interruptLeftovers(99)), 0); // no engine of this machine runs it
        QCOMPARE(await(store->runs().handedOver())->size(), 1);
    }

    void thePauseOfThisMachineIsNotOfWhatLivesThere()
    {
        test::TempStore store;
        seen(store);
        const auto here = await(store->automations().create({test::someAutomation(u"Here"_s)}, u"ann"_s));
        QVERIFY(await(store->pauses().setAllPaused(store::Pausing::On, domain::Actor(u"ann"_s))));
        QVERIFY(await(store->evidence().about(here->first().id, {}))->everythingPaused);
        const auto there = await(store->automations().list());
        const auto mirrored = std::find_if(there->begin(), there->end(), [](const domain::Automation &automation) {
            return !automation.connectionId.isEmpty();
        });
        QVERIFY(!await(store->evidence().about(mirrored->id, {}))->everythingPaused);
    }

    void aForecastKnowsNoRunsThereOfWhatIsGone()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const base::AutomationId stays = mirroredId(store);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"2"_s, u"Gone"_s)})));
        QVERIFY(
            await(store->mirrors().seeRuns(office, {remoteRun(u"12"_s, u"2"_s, RunStatus::Running, tempStoreStart),
                                                    remoteRun(u"11"_s, u"1"_s, RunStatus::Running, tempStoreStart)})));
        QVERIFY(await(store->mirrors().gone(office, u"2"_s)));
        QCOMPARE(mirroredId(store), stays);
        QCOMPARE(await(store->mirrors().openRuns(office))->size(), 2);
        const auto input = await(store->forecasts().input());
        QCOMPARE(input->open.size(), 1);
        QCOMPARE(input->open.first().automation, stays);
    }

    void aLostAnswerAboutARunStartsNoSecondOne()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        store.reopen();
        QVERIFY(await(store->outbox().recover()));
        const auto page =
            await(store->mirrors().seeRuns(office, {remoteRun(u"8"_s, u"1"_s, RunStatus::Running, tempStoreStart + 2s),
                                                    remoteRun(u"6"_s, u"1"_s, RunStatus::Done, tempStoreStart - 1h)}));
        QCOMPARE(page->adopted, 1);
        QCOMPARE(page->added, 1); // the old one is another's
        QCOMPARE(await(store->runs().get(run.id))->remoteId, u"8"_s);
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void whatSomebodyElseStartedShortlyBeforeIsNotTakenForOurs()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        QVERIFY(await(store->outbox().recover()));
        const auto page = await(
            store->mirrors().seeRuns(office, {remoteRun(u"8"_s, u"1"_s, RunStatus::Running, tempStoreStart + 2s),
                                              remoteRun(u"7"_s, u"1"_s, RunStatus::Running, tempStoreStart - 1min)}));
        QCOMPARE(page->adopted, 1);
        QCOMPARE(await(store->runs().get(run.id))->remoteId, u"8"_s);
    }

    void aLostAnswerIsLookedForWhereTheAutomationIsGoneByNow()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        QVERIFY(await(store->outbox().recover()));
        QVERIFY(await(store->mirrors().gone(office, u"1"_s)));
        const store::OutboxTask lost = test::nextIn(store, office);
        QVERIFY(lost.unsure);
        QCOMPARE(lost.remoteId, u"1"_s);
        const auto page = await(
            store->mirrors().seeRuns(office, {remoteRun(u"8"_s, u"1"_s, RunStatus::Running, tempStoreStart + 2s)}));
        QCOMPARE(page->adopted, 1);
        QCOMPARE(await(store->runs().get(run.id))->remoteId, u"8"_s);
        const store::OutboxTask cancel = test::nextIn(store, office); // what was gone had taken its runs along
        QCOMPARE(cancel.kind, store::TaskKind::Cancel);
        QCOMPARE(cancel.remoteId, u"8"_s);
    }

    void whatGoesWhereNothingCanBeCancelledLeavesNoRunWaiting()
    {
        test::TempStore store;
        domain::AccountFacts facts = test::ableAccount();
        facts.capabilities.can.removeAll(domain::Capability::Cancel);
        const base::ConnectionId office = test::connectionIn(store, facts);
        QVERIFY(await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)})));
        const domain::Run run = handedOver(store);
        QVERIFY(*await(store->outbox().asking(test::nextIn(store, office))));
        QVERIFY(await(store->outbox().recover()));
        QVERIFY(await(store->mirrors().gone(office, u"1"_s)));
        const store::OutboxTask lost = test::nextIn(store, office);
        QVERIFY(lost.unsure);
        QVERIFY(await(store->outbox().notFoundThere(lost.id)));
        QCOMPARE(await(store->runs().get(run.id))->status, RunStatus::Failed);
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void cancellingIsAskedForOnceItsNameIsKnown()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->runs().cancel(run.id, u"ann"_s)));
        QVERIFY(!await(store->outbox().next(office))->task);
        QVERIFY(await(store->outbox().done(task.id, remoteRun(u"7"_s, u"1"_s, RunStatus::Running, tempStoreStart))));
        const store::OutboxTask cancel = test::nextIn(store, office);
        QCOMPARE(cancel.kind, store::TaskKind::Cancel);
        QCOMPARE(cancel.remoteId, u"7"_s);
        QCOMPARE(await(store->runs().get(run.id))->status, RunStatus::Running);
    }

    void whatWasNotSentIsCancelledAtOnce()
    {
        test::TempStore store;
        seen(store);
        const domain::Run run = handedOver(store);
        QVERIFY(await(store->runs().cancel(run.id, u"ann"_s)));
        QCOMPARE(await(store->runs().get(run.id))->status, RunStatus::Cancelled);
        QVERIFY(await(store->outbox().list({}))->isEmpty());
    }

    void aRefusedRunHasFailed()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const domain::Run run = handedOver(store);
        const store::OutboxTask task = test::nextIn(store, office);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->outbox().failed(task.id, base::conflict(u"quota used up"_s), {})));
        const auto now = await(store->runs().get(run.id));
        QCOMPARE(now->status, RunStatus::Failed);
        QCOMPARE(now->reason, u"could not start: Office: quota used up"_s);
    }

    void peopleAreAskedBeforeItIsHandedOver()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        domain::Automation automation = test::mirrored(store);
        automation.approval = domain::ApprovalPolicy{};
        QVERIFY(await(store->automations().update(automation, u"ann"_s)));
        const auto run = await(store->runs().request(automation.id, u"ann"_s));
        QCOMPARE(await(store->runs().handOver(run->id))->status, RunStatus::AwaitingApproval);
        QVERIFY(!await(store->outbox().next(office))->task);
    }

    void whatIsDecidedHereIsSent()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const auto asks = remoteRun(u"1"_s, u"1"_s, RunStatus::AwaitingApproval, tempStoreStart);
        QVERIFY(await(store->mirrors().seeRuns(office, {asks})));
        const QList pending{request(u"r1"_s, u"1"_s), request(u"r2"_s, u"unknown"_s)};
        QVERIFY(await(store->mirrors().seeApprovals(office, pending)));
        QVERIFY(await(store->mirrors().seeApprovals(office, pending)));
        const auto waiting = await(store->approvals().page({}));
        QCOMPARE(waiting->size(), 1);
        QVERIFY(await(store->approvals().decide({waiting->first().id},
                                                {.judgement = domain::Judgement::Reject, .comment = u"no"_s},
                                                domain::Actor(u"ann"_s))));
        const store::OutboxTask task = test::nextIn(store, office);
        QCOMPARE(task.kind, store::TaskKind::Decide);
        QCOMPARE(task.remoteId, u"r1"_s);
        QCOMPARE(task.verdict, domain::Judgement::Reject);
        QCOMPARE(task.comment, u"no"_s);
        QVERIFY(await(store->mirrors().seeApprovals(office, pending))); // it is on its way
        QCOMPARE(await(store->approvals().page({}))->size(), 1);
        QCOMPARE(await(store->runs().page({}))->first().status, RunStatus::AwaitingApproval);
        QVERIFY(*await(store->outbox().asking(task)));
        QVERIFY(await(store->outbox().done(task.id)));
        const auto over = remoteRun(u"1"_s, u"1"_s, RunStatus::Rejected, tempStoreStart);
        QVERIFY(await(store->mirrors().seeRuns(office, {over})));
        QCOMPARE(await(store->runs().page({}))->first().status, RunStatus::Rejected);
    }

    void whatIsDecidedThereIsWithdrawnHere()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        const auto asks = remoteRun(u"1"_s, u"1"_s, RunStatus::AwaitingApproval, tempStoreStart);
        QVERIFY(await(store->mirrors().seeRuns(office, {asks})));
        QVERIFY(await(store->mirrors().seeApprovals(office, {request(u"r1"_s, u"1"_s)})));
        QVERIFY(await(store->mirrors().seeApprovals(office, {})));
        const auto all = await(store->approvals().page({.status = std::nullopt}));
        QCOMPARE(all->first().status, domain::ApprovalStatus::Withdrawn);
        QCOMPARE(all->first().reason, u"decided at Office"_s);
    }

    void aRunThatIsGoneThereIsInterrupted()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        test::sawAll(store, office);
        QVERIFY(
            await(store->mirrors().seeRuns(office, {remoteRun(u"1"_s, u"1"_s, RunStatus::Running, tempStoreStart)})));
        QVERIFY(await(store->mirrors().runGone(office, u"1"_s)));
        const auto run = await(store->runs().page({}))->first();
        QCOMPARE(run.status, RunStatus::Interrupted);
        QCOMPARE(run.reason, u"Office knows it no more"_s);
    }

    void aLogComesInPartsAndEachOnce()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        test::sawAll(store, office);
        QVERIFY(
            await(store->mirrors().seeRuns(office, {remoteRun(u"1"_s, u"1"_s, RunStatus::Running, tempStoreStart)})));
        const base::RunId run = await(store->runs().page({}))->first().id;
        QVERIFY(await(store->mirrors().saveLog(run, {.bytes = "one\ntw", .next = u"6"_s})));
        QCOMPARE(await(store->mirrors().wantedLogs(office, 10))->first().from, u"6"_s);
        // The lines of a part were written, and a kill came before it was noted how far that is.
        QVERIFY(await(store->logs().append(run, {.firstLine = 1, .bytes = "two\n", .spans = {{.lines = 1}}})));
        QVERIFY(await(store->mirrors().saveLog(run, {.bytes = "o\nthree", .next = u"13"_s, .complete = true})));
        QVERIFY(await(store->mirrors().saveLog(run, {.bytes = "more", .next = u"17"_s}))); // it is complete
        const auto log = await(store->logs().read(run, 0, 100));
        QCOMPARE(log->bytes, QByteArray("one\ntwo\nthree\n"));
        QVERIFY(log->spans.last().open);
        QCOMPARE(await(store->runs().get(run))->log.lines, 3);
        QVERIFY(await(store->mirrors().wantedLogs(office, 10))->isEmpty());
    }

    void logsThatAreSoonForgottenAreWantedAtOnce()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        domain::RemoteRun soonGone = remoteRun(u"12"_s, u"1"_s, RunStatus::Done, tempStoreStart - 1h);
        soonGone.fleeting = true;
        const auto kept = remoteRun(u"11"_s, u"1"_s, RunStatus::Done, tempStoreStart - 2h);
        QVERIFY(await(store->mirrors().seeRuns(office, {soonGone, kept})));
        const auto wanted = await(store->mirrors().wantedLogs(office, 10));
        QCOMPARE(wanted->size(), 1);
        QCOMPARE(wanted->first().remoteId, u"12"_s);
    }

    void logsOfHistoryAreFetchedWhenWanted()
    {
        test::TempStore store;
        const base::ConnectionId office = seen(store);
        QVERIFY(
            await(store->mirrors().seeRuns(office, {remoteRun(u"1"_s, u"1"_s, RunStatus::Done, tempStoreStart - 1h)})));
        const base::RunId run = await(store->runs().page({}))->first().id;
        QVERIFY(await(store->mirrors().wantLog(run)));
        const auto wanted = await(store->mirrors().wantedLogs(office, 10));
        QCOMPARE(wanted->first().remoteId, u"1"_s);
        QVERIFY(wanted->first().over);
    }

private:
    static base::ConnectionId seen(test::TempStore &store)
    {
        const base::ConnectionId office = test::connectionIn(store);
        const auto page = await(store->mirrors().see(office, {test::remoteAutomation(u"1"_s, u"Backup"_s)}));
        return page ? office : base::ConnectionId();
    }

    static domain::RemoteApproval request(const QString &remoteId, const QString &run)
    {
        domain::RemoteApproval approval;
        approval.remoteId = remoteId;
        approval.runRemoteId = run;
        approval.title = u"Backup"_s;
        approval.requestedAt = tempStoreStart;
        return approval;
    }

    static base::AutomationId mirroredId(test::TempStore &store) { return test::mirrored(store).id; }

    static domain::Run handedOver(test::TempStore &store)
    {
        const auto run = await(store->runs().request(mirroredId(store), u"ann"_s));
        return await(store->runs().handOver(run->id)).value_or(domain::Run());
    }

    static QStringList names(const QList<domain::Run> &runs)
    {
        QStringList ids;
        for (const domain::Run &run : runs) {
            ids.append(run.remoteId);
        }
        return ids;
    }
};

REGISTER_TEST(RunsThereTest);

#include "test_runsthere.moc"
