// SPDX-License-Identifier: Apache-2.0
// The queue of approvals, as somebody works it off.
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/approvals/approvalspane.h"
#include "ui/runs/runspane.h"
#include "ui/widgets/messages/emptystate.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;

namespace {

const domain::Operator bob{u"bob"_s, domain::Role::Operator};

domain::Automation asking(const QString &name, qint64 quorum, std::optional<qint64> expires = 3600)
{
    domain::Automation automation = test::someAutomation(name);
    automation.params = {{u"command"_s, u"/srv/ops/rotate-key --service \"$1\" --revoke-old"_s}};
    automation.arguments = {{.name = u"service"_s}};
    automation.env = {{u"TOKEN"_s, u"${secret:vault}"_s}};
    automation.timeoutSeconds = 600;
    automation.approval = domain::ApprovalPolicy{};
    automation.approval->quorum = quorum;
    automation.approval->expiresSeconds = expires;
    automation.approval->note = u"Both regions have to be ready."_s;
    return automation;
}

QString text(const QWidget &root, const char *name)
{
    return test::textOf(root, QLatin1StringView(name));
}

} // namespace

class TestApprovalsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::PaneHouse>(); }
    void cleanup()
    {
        m_pane.reset();
        m_house.reset();
    }

    void anEmptyQueueSaysWhatWillBeHere()
    {
        open();
        QTRY_VERIFY(m_pane->findChild<ui::EmptyState *>()->isVisible());
        QVERIFY(test::shoot(*m_pane, u"approvals-empty"_s));
    }

    void aRequestIsRejectedAskedAgainAndApprovedByTwo()
    {
        const domain::Automation automation = m_house->workspace.create({asking(u"Key rotation"_s, 2)}).first();
        ui::RunsPane runs(m_house->context);
        open();
        const domain::Run first = ask(automation, u"ann"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 2); // a caption and the request
        QTRY_COMPARE(text(*m_pane, "approvalTitle"), u"Run Key rotation"_s);
        QVERIFY(text(*m_pane, "approvalCommand").contains(u"rotate-key"_s));
        QVERIFY(text(*m_pane, "approvalAsked").startsWith(u"ann asked"_s));
        QVERIFY(text(*m_pane, "approvalDeadline").contains(u"then it is rejected"_s));
        QTRY_COMPARE(shownStatus(runs, first.id), u"run.awaiting_approval"_s);

        press(Qt::Key_R); // nothing said yet
        auto *comment = m_pane->findChild<QLineEdit *>(u"approvalComment"_s);
        QTRY_VERIFY(comment->hasFocus());
        QVERIFY(m_pane->findChild<QWidget *>(u"commentWanted"_s)->isVisible());
        QCOMPARE(statusOf(first.id), RunStatus::AwaitingApproval);
        QTest::keyClicks(comment, u"a wrong day"_s); // letters are letters here
        QTest::mouseClick(m_pane->findChild<QPushButton *>(u"rejectButton"_s), Qt::LeftButton);
        QTRY_COMPARE(statusOf(first.id), RunStatus::Rejected);
        QTRY_COMPARE(shownStatus(runs, first.id), u"run.rejected"_s);
        QTRY_COMPARE(list()->model()->index(0, 0).data().toString(), u"Decided"_s);

        const domain::Run second = ask(automation, u"ann"_s);
        QTRY_COMPARE(list()->model()->index(0, 0).data().toString(), u"You can decide"_s);
        press(Qt::Key_K); // from the one that was rejected, over the caption
        QTRY_VERIFY(action("approve")->isEnabled());
        press(Qt::Key_A);
        QTRY_COMPARE(list()->model()->index(0, 0).data().toString(), u"Waiting for others"_s);
        QTRY_VERIFY(!action("approve")->isEnabled());
        QCOMPARE(action("approve")->toolTip(), u"You have decided already."_s);
        QCOMPARE(statusOf(second.id), RunStatus::AwaitingApproval);
        const domain::ApprovalId id = pendingOf(second.id);
        QVERIFY(test::await(m_house->workspace->approvals().decide({id}, {}, bob)));
        QTRY_COMPARE(statusOf(second.id), RunStatus::Queued);
        QTRY_COMPARE(list()->model()->index(0, 0).data().toString(), u"Decided"_s);
        QVERIFY(text(*m_pane->inspector(), "approvalHistory").contains(u"bob approved"_s));
    }

    void keysWorkTheQueueOff()
    {
        const QList<domain::Automation> made = m_house->workspace.create(
            {asking(u"First"_s, 1, 600), asking(u"Second"_s, 1, 1200), asking(u"Third"_s, 1, 7200)});
        open();
        QList<domain::Run> runs;
        for (const domain::Automation &automation : made)
            runs.append(ask(automation, u"ann"_s));
        QTRY_COMPARE(list()->model()->rowCount(), 4);
        QTRY_COMPARE(text(*m_pane, "approvalTitle"), u"Run First"_s); // the one with the least time
        press(Qt::Key_J);
        QCOMPARE(text(*m_pane, "approvalTitle"), u"Run Second"_s);
        press(Qt::Key_N);
        QCOMPARE(text(*m_pane, "approvalTitle"), u"Run Third"_s);
        press(Qt::Key_K);
        press(Qt::Key_A);
        QTRY_COMPARE(statusOf(runs[1].id), RunStatus::Queued);
        QCOMPARE(statusOf(runs[0].id), RunStatus::AwaitingApproval);
        list()->selectAll();
        QTRY_VERIFY(!action("approve")->isEnabled()); // one of them is decided
    }

    void yourOwnRequestIsForOthers()
    {
        const domain::Automation automation = m_house->workspace.create({asking(u"Mine"_s, 1)}).first();
        open();
        ask(automation, u"tester"_s);
        QTRY_COMPARE(list()->model()->index(0, 0).data().toString(), u"Waiting for others"_s);
        QTRY_COMPARE(action("reject")->toolTip(), u"You asked for it yourself; somebody else decides."_s);
    }

    void aFullQueueLooksLikeOne()
    {
        const QList<domain::Automation> made = m_house->workspace.create(
            {asking(u"Key rotation: payments API"_s, 2, 1700), asking(u"Weekly payout"_s, 3, 11000),
             asking(u"Staging reset"_s, 1), asking(u"Refund batch"_s, 1), asking(u"Price feed"_s, 1, {})});
        for (const domain::Automation &automation : made)
            ask(automation, automation.name == u"Price feed"_s ? u"tester"_s : u"oncall"_s);
        decide(made[0], {});
        decide(made[2], {});
        decide(made[3], {domain::Judgement::Reject, u"wrong cut-off date"_s});
        open();
        QTRY_COMPARE(list()->model()->rowCount(), 8);
        m_pane->inspector()->resize(300, 700);
        QVERIFY(test::shoot(*m_pane, u"approvals-full"_s));
        QVERIFY(test::shoot(*m_pane->inspector(), u"approvals-inspector"_s));
        const QAbstractItemModelTester tester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

private:
    void open()
    {
        m_pane = std::make_unique<ui::ApprovalsPane>(m_house->context);
        m_pane->resize(1100, 700);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        list()->setFocus();
    }
    QListView *list() const { return m_pane->findChild<QListView *>(u"approvalsList"_s); }
    QAction *action(const char *name) const { return m_pane->findChild<QAction *>(QLatin1StringView(name)); }
    void press(Qt::Key key)
    {
        list()->setFocus();
        QTest::keyClick(list(), key);
    }
    domain::Run ask(const domain::Automation &automation, const QString &by)
    {
        const auto run = test::await(
            m_house->workspace->runs().request(automation.id, by, {.arguments = {{u"service"_s, u"payments-api"_s}}}));
        return test::await(m_house->workspace->approvals().ask(run->id)).value_or(domain::Run());
    }
    domain::ApprovalId pendingOf(const base::RunId &run)
    {
        const auto page = test::await(m_house->workspace->approvals().page({.run = run}));
        return page && !page->isEmpty() ? page->first().id : domain::ApprovalId();
    }
    void decide(const domain::Automation &automation, const store::Verdict &verdict)
    {
        const auto page =
            test::await(m_house->workspace->approvals().page({.status = domain::ApprovalStatus::Pending}));
        for (const domain::Approval &one : *page) {
            if (one.automation == automation.id)
                QVERIFY(test::await(m_house->workspace->approvals().decide({one.id}, verdict, bob)));
        }
    }
    RunStatus statusOf(const base::RunId &id)
    {
        return test::await(m_house->workspace->runs().get(id)).value_or(domain::Run()).status;
    }
    /// What the pane of runs has, without being reloaded.
    static QString shownStatus(const ui::RunsPane &runs, const base::RunId &id)
    {
        const QAbstractItemModel *model = runs.findChild<QTableView *>(u"runsTable"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, models::RunModel::Status);
            if (index.data(models::KeyRole).toString() == id.text())
                return index.data(models::StatusKeyRole).toString();
        }
        return {};
    }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::ApprovalsPane> m_pane;
};

REGISTER_TEST(TestApprovalsPane);

#include "test_approvalspane.moc"
