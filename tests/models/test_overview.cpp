// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overview.h"
#include "models/overview/overviewmodel.h"
#include "models/times.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;
using Kind = models::OverviewNeed::Kind;

namespace {

/// Noon, local time, of a day without a clock change.
base::Instant noon()
{
    return base::fromMillis(QDate(2026, 10, 14).startOfDay().toMSecsSinceEpoch()) + 12h;
}

domain::Automation named(const QString &name)
{
    domain::Automation automation;
    automation.id = base::AutomationId::make();
    automation.name = name;
    return automation;
}

store::RunMark ran(const domain::Automation &automation, base::Instant from, base::Millis took, RunStatus status)
{
    return {.id = base::RunId::make(),
            .automation = automation.id,
            .status = status,
            .plannedFor = {},
            .queuedAt = from,
            .startedAt = from,
            .finishedAt = status == RunStatus::Running ? std::nullopt : std::optional(from + took)};
}

domain::Run failure(const domain::Automation &automation, base::Instant at)
{
    domain::Run run;
    run.id = base::RunId::make();
    run.automationId = automation.id;
    run.automationName = automation.name;
    run.status = RunStatus::Failed;
    run.queuedAt = at;
    run.finishedAt = at;
    return run;
}

models::OverviewQuestion question(const QList<domain::Automation> &automations)
{
    models::OverviewQuestion question;
    question.forecast.automations = automations;
    question.forecast.from = noon();
    question.forecast.to = noon() + 24h;
    return question;
}

} // namespace

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresOfOneAutomationAreOneNeed()
    {
        const domain::Automation a = named(u"A"_s);
        const domain::Automation b = named(u"B"_s);
        auto asked = question({a, b});
        asked.rows.unnoted = {failure(a, noon() - 1h), failure(b, noon() - 2h), failure(a, noon() - 3h)};
        domain::Run waits = failure(b, noon() - 5h);
        waits.status = RunStatus::AwaitingApproval;
        waits.finishedAt.reset();
        domain::Run missed = waits;
        missed.status = RunStatus::Held;
        asked.rows.waiting = {missed, waits};
        const auto needs = models::overviewOf(asked).needs;
        QCOMPARE(needs.size(), 4);
        QCOMPARE(needs[0].kind, Kind::Approval);
        QCOMPARE(needs[1].kind, Kind::Missed);
        QCOMPARE(needs[2].run.id, asked.rows.unnoted[0].id);
        QCOMPARE(needs[2].runs, (QList{asked.rows.unnoted[0].id, asked.rows.unnoted[2].id}));
        QCOMPARE(needs[2].since, noon() - 3h);
        QCOMPARE(needs[3].runs.size(), 1);
    }

    void daysAndTodayCountWhatEnded()
    {
        const domain::Automation a = named(u"A"_s);
        auto asked = question({a});
        store::RunMark late = ran(a, noon() - 2h, 1s, RunStatus::Done);
        late.plannedFor = *late.startedAt - 1001ms;
        store::RunMark punctual = ran(a, noon() - 1h, 1s, RunStatus::TimedOut);
        punctual.plannedFor = *punctual.startedAt - 1000ms;
        store::RunMark skipped = ran(a, noon() - 3h, 0s, RunStatus::Skipped);
        skipped.startedAt.reset();
        const store::RunMark yesterday = ran(a, noon() - 24h, 1s, RunStatus::Done);
        const store::RunMark before = ran(a, noon() - 24h * 14, 1s, RunStatus::Done);
        asked.rows.marks = {ran(a, noon() - 1min, 0s, RunStatus::Running), punctual, late, skipped, yesterday, before};
        const models::Overview overview = models::overviewOf(asked);
        QCOMPARE(overview.days.size(), models::overviewDays);
        QCOMPARE(overview.days.constLast(), (models::OverviewDay{models::localTime(noon()).date(), 2, 1, 1}));
        QCOMPARE(overview.days[overview.days.size() - 2].done, 1);
        QCOMPARE(overview.days.constFirst().ended, 0);
        QCOMPARE(overview.today.started, 3);
        QCOMPARE(overview.today.running, 1);
        QCOMPARE(overview.today.late, 1);
        QCOMPARE(overview.today.skipped, 1);
        QCOMPARE(overview.today.done, std::optional(0.5));
        QCOMPARE(overview.today.doneLong, std::optional(2.0 / 3.0));
    }

    void slowerThanUsualIsSaidOnceOfEach()
    {
        const domain::Automation a = named(u"A"_s);
        const domain::Automation b = named(u"B"_s);
        const domain::Automation c = named(u"C"_s);
        auto asked = question({a, b, c});
        asked.forecast.durations = {{a.id, 10s}, {b.id, 10s}, {c.id, 10s}};
        asked.rows.marks = {ran(a, noon() - 30s, 0s, RunStatus::Running), ran(b, noon() - 1min, 11s, RunStatus::Done),
                            ran(c, noon() - 2min, 15s, RunStatus::Done), ran(c, noon() - 3min, 90s, RunStatus::Done)};
        const auto slow = models::overviewOf(asked).slow;
        QCOMPARE(slow.size(), 2);
        QCOMPARE(slow[0].name, u"A"_s);
        QVERIFY(slow[0].running);
        QCOMPARE(slow[0].took, base::Millis(30s));
        QCOMPARE(slow[1].took, base::Millis(15s));
    }

    void lanesHaveWhatRanAndWhatIsPlanned()
    {
        domain::Automation later = named(u"Later job"_s);
        domain::Automation first = named(u"First job"_s);
        first.triggers = {domain::Schedule{.at = noon() + 2h}};
        auto asked = question({later, first, named(u"Idle"_s)});
        domain::Window window;
        window.name = u"Quiet"_s;
        window.spans = {{noon() + 1h, noon() + 3h}};
        window.scope.automations = {first.id};
        asked.forecast.windows = {window};
        asked.rows.marks = {ran(later, noon() - 1h, 5min, RunStatus::Failed)};
        const models::Overview overview = models::overviewOf(asked);
        QCOMPARE(overview.lanes.size(), 2);
        QCOMPARE(overview.lanes[0].name, u"First job"_s);
        QCOMPARE(overview.lanes[0].windows, QList<qsizetype>{0});
        QCOMPARE(overview.lanes[0].marks.size(), 1);
        QVERIFY(overview.lanes[0].marks[0].planned);
        QCOMPARE(overview.lanes[0].marks[0].status, RunStatus::Skipped);
        QCOMPARE(overview.today.planned, 1);
        QCOMPARE(overview.today.plannedInside, 1);
        QCOMPARE(overview.lanes[1].marks.constFirst().to, noon() - 55min);
        QCOMPARE(overview.lanes[1].last, RunStatus::Failed);
    }

    void theModelFollowsTheStoreWhileItIsWatched()
    {
        test::Workspace workspace;
        const auto made = workspace.create(1);
        models::OverviewModel model(workspace.store(), workspace.clock);
        QSignalSpy answered(&model, &models::OverviewModel::answered);
        model.setWatched(models::OverviewModel::Watched::Yes);
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(model.overview().needs.isEmpty());
        const domain::Run run = workspace.request(made.first().id);
        test::Workspace::must(test::await(workspace->runs().drop(run.id, RunStatus::Failed, u"no disk"_s)));
        QTRY_COMPARE(model.overview().needs.size(), 1);
        QCOMPARE(model.overview().needs.first().run.reason, u"no disk"_s);
        test::Workspace::must(test::await(workspace->runs().acknowledge({run.id}, u"ann"_s, {})));
        QTRY_VERIFY(model.overview().needs.isEmpty());
        const base::Instant now = workspace.clock.now();
        const auto window = domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                                    {u"start"_s, base::isoUtc(now - 2h).left(19)},
                                                    {u"end"_s, base::isoUtc(now + 2h).left(19)},
                                                    {u"timezone"_s, u"UTC"_s}});
        QVERIFY(window);
        QVERIFY(test::await(workspace->windows().create({*window}, u"ann"_s)));
        QTRY_COMPARE(model.overview().windows.size(), 1);
        QVERIFY(model.overview().windows.first().isOpenAt(now - 1h));
    }
};

REGISTER_TEST(OverviewTest);
#include "test_overview.moc"
