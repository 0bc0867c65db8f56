// SPDX-License-Identifier: Apache-2.0
// Approve and Reject where a notification stands: done by whoever sits at the desk, or led to where it can be.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticedecisions.h"
#include "ui/shell/tray.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using domain::RunStatus;
using test::await;

class TestNoticeDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        domain::Automation automation = test::someAutomation(u"Payout"_s);
        automation.approval = domain::ApprovalPolicy{};
        m_automation = m_house->workspace.create({automation}).first();
        m_window = std::make_unique<ui::MainWindow>(m_house->context);
        m_window->resize(1200, 760);
        m_window->show();
        m_window->start();
        m_decisions = new ui::NoticeDecisions(m_house->context, *m_window);
    }
    void cleanup()
    {
        m_window.reset();
        m_house.reset();
    }

    void approvedThereItGoesOn()
    {
        const base::RunId run = ask(u"ann"_s);
        m_decisions->approve(run);
        QTRY_COMPARE(statusOf(run), RunStatus::Queued);
        const store::AuditEntry row =
            await(m_house->workspace->audit().page({.words = u"approve"_s, .limit = 1}))->first();
        QCOMPARE(row.by.name, u"tester"_s);
        QCOMPARE(row.by.from, u"window"_s);
    }

    void theirOwnRequestLeadsToTheQueue()
    {
        const base::RunId run = ask(u"tester"_s);
        m_decisions->approve(run);
        QTRY_VERIFY(m_window->findChild<QListView *>(u"approvalsList"_s));
        QTRY_VERIFY(m_window->findChild<QListView *>(u"approvalsList"_s)->isVisible());
        QCOMPARE(statusOf(run), RunStatus::AwaitingApproval);
    }

    void aRejectionAsksForItsCommentInTheWindow()
    {
        ask(u"ann"_s);
        const base::RunId run = ask(u"ann"_s);
        m_decisions->reject(run);
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"commentWanted"_s));
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"commentWanted"_s)->isVisible());
        QCOMPARE(statusOf(run), RunStatus::AwaitingApproval);
        m_window->findChild<QLineEdit *>(u"approvalComment"_s)->setText(u"not today"_s);
        m_window->findChild<QAction *>(u"reject"_s)->trigger();
        QTRY_COMPARE(statusOf(run), RunStatus::Rejected); // that one, not the other
    }

    void lockedNothingIsDecided()
    {
        const base::RunId run = ask(u"ann"_s);
        m_house->seat.lock();
        m_decisions->approve(run);
        QTRY_VERIFY(m_window->findChild<QListView *>(u"approvalsList"_s));
        QCOMPARE(statusOf(run), RunStatus::AwaitingApproval);
    }

    void theTraySaysHowManyWait()
    {
        ui::Tray tray(m_house->context, nullptr);
        auto *verb = tray.menu().findChild<QAction *>(u"trayApprovals"_s);
        QVERIFY(!verb->isEnabled());
        const QImage quiet = tray.icon().pixmap(32).toImage();
        tray.setWaiting(2);
        QVERIFY(tray.toolTip().contains(u"2 requests wait for approval"_s));
        QVERIFY(verb->isEnabled());
        QVERIFY(tray.icon().pixmap(32).toImage() != quiet);
        QSignalSpy wanted(&tray, &ui::Tray::shownWanted);
        verb->trigger();
        QCOMPARE(wanted.first().first().toString(), u"approvals"_s);
        tray.setWaiting(0);
        QVERIFY(tray.icon().pixmap(32).toImage() == quiet);
    }

private:
    base::RunId ask(const QString &by)
    {
        const domain::Run run = await(m_house->workspace->runs().request(m_automation.id, by)).value();
        return await(m_house->workspace->approvals().ask(run.id)).value().id;
    }
    RunStatus statusOf(const base::RunId &id) { return await(m_house->workspace->runs().get(id)).value().status; }

    std::unique_ptr<test::PaneHouse> m_house;
    domain::Automation m_automation;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::NoticeDecisions *m_decisions = nullptr; // the window's
};

REGISTER_TEST(TestNoticeDecisions);

#include "test_noticedecisions.moc"
