// SPDX-License-Identifier: Apache-2.0
// The outbox of notices: what makes a row, who may take it, and what becomes of it when an engine dies.
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::NoticeCause;
using domain::NoticeWay;
using domain::RunStatus;
using store::Claim;
using test::await;
using test::TempStore;

namespace {

domain::Automation told(TempStore &store, const QString &name = u"Backup"_s)
{
    domain::Automation automation = test::someAutomation(name);
    automation.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Webhook}},
                              {NoticeCause::Late, {NoticeWay::Desktop}}};
    automation.notify.webhook = u"https://example.org/${secret:hook}"_s;
    return await(store->automations().create({automation}, u"ann"_s)).value_or(QList<domain::Automation>()).value(0);
}

base::RunId ended(TempStore &store, const base::AutomationId &automation, RunStatus as = RunStatus::Failed)
{
    const domain::Run run = test::running(store, automation);
    return await(store->runs().finish(run.id, {.status = as, .reason = u"exit code 1"_s})).value_or(domain::Run()).id;
}

/// `failure webhook Backup: exit code 1`, in order.
QStringList words(const base::Result<store::ClaimedNotices> &claimed)
{
    QStringList list;
    for (const store::PendingNotice &notice : claimed.value_or(store::ClaimedNotices()).notices) {
        list.append(u"%1 %2 %3: %4"_s.arg(domain::causeWord(notice.cause), domain::wayWord(notice.way),
                                          notice.run.automationName, notice.run.reason));
    }
    list.sort();
    return list;
}

QStringList claim(TempStore &store, const QSet<NoticeCause> &resting = {})
{
    return words(await(store->notices().claim(Claim::Due, resting)));
}

QList<qint64> ids(const base::Result<store::ClaimedNotices> &claimed)
{
    QList<qint64> list;
    for (const store::PendingNotice &notice : claimed.value_or(store::ClaimedNotices()).notices) {
        list.append(notice.id);
    }
    return list;
}

QStringList lost(TempStore &store)
{
    QStringList lines;
    const auto entries = await(store->audit().page({}));
    for (const store::AuditEntry &entry : entries.value_or(QList<store::AuditEntry>())) {
        if (entry.action == u"notice_lost") {
            lines.append(entry.subject + u' ' + entry.detail);
        }
    }
    return lines;
}

const QStringList bothWays{u"failure desktop Backup: exit code 1"_s, u"failure webhook Backup: exit code 1"_s};

} // namespace

class RowsNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsLeaveWhatTheRuleNames()
    {
        TempStore store;
        const domain::Automation automation = told(store);
        ended(store, automation.id, RunStatus::Done);
        ended(store, automation.id, RunStatus::Cancelled);
        ended(store, test::automationIn(store));
        ended(store, automation.id);
        const auto early = await(store->notices().claim(Claim::Due, {}));
        QCOMPARE(words(early), QStringList());
        QCOMPARE(early->nextDue, std::optional(store.clock.now() + store::noticesGather));
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), bothWays);
        QCOMPARE(claim(store), QStringList()); // they are being sent
    }

    void whatIsNewGoesAlong()
    {
        TempStore store;
        const domain::Automation automation = told(store);
        ended(store, automation.id);
        store.clock.advance(store::noticesGather);
        ended(store, automation.id);
        QCOMPARE(claim(store, {NoticeCause::Failure}), QStringList());
        QCOMPARE(claim(store).size(), 4);
        ended(store, automation.id);
        QCOMPARE(ids(await(store->notices().claim(Claim::AllNew, {}))).size(), 2);
    }

    void whatReachedNobodyIsDueAgain()
    {
        TempStore store;
        ended(store, told(store).id);
        store.clock.advance(store::noticesGather);
        const auto first = await(store->notices().claim(Claim::Due, {}));
        QVERIFY(await(store->notices().later(ids(first), store.clock.now() + 60s)));
        QCOMPARE(claim(store), QStringList());
        store.clock.advance(60s);
        const auto second = await(store->notices().claim(Claim::Due, {}));
        QCOMPARE(words(second), bothWays);
        QCOMPARE(second->notices.first().attempt, 2);
        QVERIFY(await(store->notices().told(ids(second))));
        store.clock.advance(1h);
        QCOMPARE(claim(store), QStringList());
        QCOMPARE(lost(store), QStringList());
    }

    void nobodyIsToldOfWhatIsNotedOrGone()
    {
        TempStore store;
        const base::RunId noted = ended(store, told(store).id);
        const domain::Automation gone = told(store, u"Gone"_s);
        ended(store, gone.id);
        domain::Automation changed = told(store, u"Changed"_s);
        ended(store, changed.id);
        QVERIFY(await(store->runs().acknowledge({noted}, u"ann"_s, {})));
        QVERIFY(await(store->automations().remove({gone.id}, u"ann"_s)));
        changed.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop}}};
        QVERIFY(await(store->automations().update(changed, u"ann"_s)));
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), QStringList{u"failure desktop Changed: exit code 1"_s});
    }

    void aDeathWhileSendingIsNotRepeatedButTold()
    {
        TempStore store;
        const domain::Automation automation = told(store);
        const base::RunId sent = ended(store, automation.id);
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), bothWays);
        ended(store, automation.id);
        store.reopen(); // nothing was written of what became of them
        QCOMPARE(await(store->notices().loseLeftovers()).value_or(-1), 2);
        QCOMPARE(await(store->notices().loseLeftovers()).value_or(-1), 0);
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), bothWays); // those of the second run, which still waited
        QCOMPARE(lost(store).size(), 1);
        QVERIFY2(lost(store).first().startsWith(sent.text() + u" failure by webhook and 1 more: the engine ended"_s),
                 qPrintable(lost(store).first()));
    }

    void latenessIsToldOnceAndOnlyWhileItLasts()
    {
        TempStore store;
        const domain::Automation automation = told(store);
        const domain::Run run = test::running(store, automation.id);
        const store::LateRun late{run.id, u"takes longer than usual (1 s)"_s};
        QVERIFY(await(store->notices().noteLate({late})));
        QVERIFY(await(store->notices().noteLate({late})));
        store.clock.advance(store::noticesGather);
        const auto first = await(store->notices().claim(Claim::Due, {}));
        QCOMPARE(words(first), QStringList{u"late desktop Backup: takes longer than usual (1 s)"_s});
        QVERIFY(await(store->notices().told(ids(first))));
        store.reopen();
        QVERIFY(await(store->notices().noteLate({late})));
        store.clock.advance(1h);
        QCOMPARE(claim(store), QStringList());

        const domain::Run other = test::running(store, automation.id);
        QVERIFY(await(store->notices().noteLate({{other.id, u"late"_s}})));
        QVERIFY(await(store->runs().finish(other.id, {.status = RunStatus::Done})));
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), QStringList());
        QVERIFY(await(store->notices().noteLate({{other.id, u"late"_s}})));
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), QStringList());
    }

    void anInterruptedRunThatIsDoneAgainIsNoFailureYet()
    {
        TempStore store;
        domain::Automation automation = test::someAutomation();
        automation.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop}}};
        automation.retry = domain::Retry{.attempts = 2, .onAny = false, .onInterrupted = true};
        const auto made = await(store->automations().create({automation}, u"ann"_s));
        test::running(store, made->first().id, 1);
        QCOMPARE(await(store->runs().interruptLeftovers(2)).value_or(-1), 1);
        store.clock.advance(store::noticesGather);
        QCOMPARE(claim(store), QStringList());
    }
};

REGISTER_TEST(RowsNoticesTest);
#include "test_rows_notices.moc"
