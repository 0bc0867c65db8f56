// SPDX-License-Identifier: Apache-2.0
// The queue and all views of the calendar over a store that is full: 200 windows, 2,000 runs, a long queue. For looking
// at, and that none of it is slow to appear or cut off.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/approvals/approvalspane.h"
#include "ui/maintenance/calendarview.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/overview/overviewpane.h"
#include "ui/widgets/segments.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QListView>
#include <QSignalSpy>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

namespace {

constexpr int automations = 40;
constexpr int windows = 200;
constexpr int runs = 2000;
constexpr int requests = 30;

QString wall(base::Instant at)
{
    return base::isoUtc(at).left(19);
}

} // namespace

class FullStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_house->workspace.clock.advance(20 * 24h);
        makeAutomations();
        makeWindows();
        makeRuns();
        makeRequests();
    }
    void cleanupTestCase() { m_house.reset(); }

    void theCalendarShowsThemInEveryView()
    {
        ui::MaintenancePane pane(m_house->context);
        test::Sheet window(pane, {1440, 900});
        const QList<QAbstractButton *> views =
            pane.findChild<QWidget *>(u"calendarViews"_s)->findChildren<QAbstractButton *>();
        const std::array names{u"day"_s, u"week"_s, u"month"_s, u"list"_s};
        QCOMPARE(views.size(), qsizetype(names.size()));
        for (size_t i = 0; i < names.size(); ++i) {
            QSignalSpy answered(pane.findChild<ui::CalendarView *>(), &ui::CalendarView::blockChosen);
            views.at(qsizetype(i))->click();
            if (names.at(i) != "list"_L1) // it shows what was read before
                QVERIFY(!answered.isEmpty() || answered.wait(10000));
            QTRY_COMPARE(pane.findChild<QTableView *>(u"windowsTable"_s)->model()->rowCount(), windows);
            QVERIFY(test::shoot(window, u"full-maintenance-"_s + names.at(i)));
        }
    }

    void theQueueShowsWhatWaits()
    {
        ui::ApprovalsPane pane(m_house->context);
        test::Sheet window(pane, {1440, 900});
        const QAbstractItemModel *list = pane.findChild<QListView *>(u"approvalsList"_s)->model();
        QTRY_VERIFY(list->rowCount() > requests);
        QTRY_VERIFY(!test::textOf(pane, u"approvalSince"_s).isEmpty());
        QVERIFY(test::shoot(window, u"full-approvals"_s));
    }

    void theOverviewShowsADay()
    {
        ui::OverviewPane pane(m_house->context);
        pane.resize(1200, 900);
        pane.show();
        QTRY_VERIFY(test::textOf(pane, u"paneCount"_s).contains(u"need you"_s));
        QVERIFY(test::shoot(pane, u"full-overview"_s));
    }

private:
    void makeAutomations()
    {
        const std::array names{u"NAS backup"_s,   u"Payout"_s, u"Price feed"_s,  u"Report"_s,
                               u"Key rotation"_s, u"Index"_s,  u"Mail digest"_s, u"Clean up"_s};
        QList<domain::Automation> made;
        for (int i = 0; i < automations; ++i) {
            domain::Automation one =
                test::someAutomation(u"%1 %2"_s.arg(names.at(size_t(i) % names.size())).arg(i / int(names.size()) + 1));
            one.tags = {i % 3 == 0 ? u"prod"_s : u"staging"_s};
            domain::Schedule schedule;
            schedule.cron = u"%1 */%2 * * *"_s.arg(i % 60).arg(i % 5 + 2);
            schedule.timezone = u"UTC"_s;
            one.triggers = {schedule};
            if (i % 4 == 1) {
                one.approval = domain::ApprovalPolicy{};
                one.approval->quorum = 1 + i % 3;
                one.approval->expiresSeconds = 3600 * (1 + i % 9);
            }
            made.append(one);
        }
        m_automations = m_house->workspace.create(made);
    }

    void makeWindows()
    {
        const std::array effects{u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
        const base::Instant start = m_house->workspace.clock.now() - 10 * 24h;
        QList<domain::MaintenanceWindow> made;
        for (int i = 0; i < windows; ++i) {
            const base::Instant from = start + std::chrono::minutes(i * 137 % (28 * 24 * 60) / 15 * 15);
            QJsonObject fields{{u"name"_s, u"Window %1"_s.arg(i + 1)},
                               {u"start"_s, wall(from)},
                               {u"end"_s, wall(from + std::chrono::minutes(30 + i % 7 * 45))},
                               {u"timezone"_s, u"UTC"_s},
                               {u"scope"_s, QJsonArray{i % 2 ? u"tag:prod"_s : u"*"_s}},
                               {u"autonomy_override"_s, effects.at(size_t(i) % effects.size())}};
            if (i % 20 == 0)
                fields.insert("recurring"_L1, u"0 %1 * * %2"_s.arg(i / 20 % 24).arg(i / 20 % 7));
            const auto window = domain::windowFromJson(fields);
            QVERIFY2(window, window ? "" : qPrintable(window.error().message()));
            made.append(*window);
        }
        QVERIFY(await(m_house->workspace->windows().create(made, u"ann"_s)));
    }

    void makeRuns()
    {
        const base::Instant now = m_house->workspace.clock.now();
        QList<domain::Run> planned;
        for (int i = 0; i < runs; ++i) {
            domain::Run run;
            const domain::Automation &automation = m_automations.at(i % automations);
            run.id = base::RunId::make();
            run.automationId = automation.id;
            run.automationName = automation.name;
            run.automationVersion = 1;
            run.trigger = domain::TriggerKind::Schedule;
            run.plannedFor = now - std::chrono::minutes(7 * (runs - i));
            run.queuedAt = *run.plannedFor;
            run.status = i % 17 == 0 ? domain::RunStatus::Skipped : domain::RunStatus::Queued;
            run.reason = i % 17 == 0 ? u"blocked by the window Window 1"_s : QString();
            run.missedCount = i % 17 == 0 ? 1 : 0;
            planned.append(run);
        }
        QVERIFY(await(m_house->workspace->runs().plan(planned, {})));
        QFuture<base::Result<domain::Run>> last;
        for (int i = 0; i < runs; ++i) {
            const bool asks = m_automations.at(i % automations).approval.has_value();
            if (planned.at(i).status != domain::RunStatus::Queued || asks)
                continue;
            m_house->workspace->runs().start(planned.at(i).id, 1);
            const domain::RunStatus end = i % 23 == 0 ? domain::RunStatus::Failed : domain::RunStatus::Done;
            last = m_house->workspace->runs().finish(planned.at(i).id, {.status = end, .reason = u"exit code 1"_s});
        }
        QVERIFY(await(last));
        QCOMPARE(await(m_house->workspace->runs().counts())->total, qint64(runs));
    }

    /// One of each was approved before, and has changed since.
    void makeRequests()
    {
        const domain::Actor bob(u"bob"_s, domain::Role::Operator);
        for (int i = 1, made = 0; made < requests; i = (i + 4) % automations, ++made) {
            const auto run = await(m_house->workspace->runs().request(m_automations.at(i).id, u"ann"_s));
            QVERIFY(run && await(m_house->workspace->approvals().ask(run->id)));
            if (made < 3) {
                const auto asked = await(m_house->workspace->approvals().page({.run = run->id}));
                domain::Automation changed =
                    await(m_house->workspace->automations().get(m_automations.at(i).id)).value();
                changed.approval->quorum = 1;
                changed.params.insert("command"_L1, u"set -e\n/srv/ops/rotate --all\n/srv/ops/tell"_s);
                for (const domain::Approval &one : *asked)
                    static_cast<void>(await(m_house->workspace->approvals().decide({one.id}, {}, bob)));
                QVERIFY(await(m_house->workspace->automations().update(changed, u"ann"_s)));
            }
        }
    }

    std::unique_ptr<test::PaneHouse> m_house;
    QList<domain::Automation> m_automations;
};

REGISTER_TEST(FullStoreTest);

#include "test_fullstore.moc"
