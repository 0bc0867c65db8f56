// SPDX-License-Identifier: Apache-2.0
// A workflow's run in the pane of runs: its steps as they stand, down to their runs and up again.
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/runs/runspane.h"
#include "ui/widgets/graph/graphview.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::RunStatus;
using test::textOf;

namespace {

domain::Step step(const QString &id, const domain::Automation &automation, const QList<domain::StepAfter> &after = {})
{
    return {.id = id, .automation = automation.id, .arguments = {}, .after = after};
}

/// A workflow that runs, with the pane on it.
class Opened
{
public:
    Opened()
    {
        const QList<domain::Automation> parts =
            house.workspace.create({test::someAutomation(u"Container image: worker"_s),
                                    test::someAutomation(u"Unit tests"_s), test::someAutomation(u"Tell the team"_s)});
        steps = {step(u"build"_s, parts[0]), step(u"unit"_s, parts[1], {{u"build"_s}}),
                 step(u"lint"_s, parts[1], {{u"build"_s}}),
                 step(u"rescue"_s, parts[2], {{u"lint"_s, domain::AfterOn::Failure}}),
                 step(u"deploy"_s, parts[0], {{u"unit"_s}, {u"lint"_s}})};
        domain::Automation flow = test::someAutomation(u"Release"_s);
        flow.type = u"workflow"_s;
        flow.params = {{u"steps"_s, domain::toJson(steps)}};
        const QList<domain::Automation> flows = house.workspace.create(QList<domain::Automation>{flow});
        run = house.workspace.request(flows[0].id);
        run = house.workspace.start(run.id);
    }

    domain::Run begin(int index)
    {
        const domain::Run made = test::Workspace::must(
            test::Workspace::now(house.workspace->runs().requestStep(run.id, {steps[index], {}})));
        return house.workspace.start(made.id);
    }
    void end(const domain::Run &one, RunStatus status = RunStatus::Done)
    {
        house.workspace.clock.advance(41s);
        house.workspace.finish(one.id, status, status == RunStatus::Failed ? u"exit code 2"_s : QString());
    }
    void show()
    {
        pane = std::make_unique<ui::RunsPane>(house.context);
        test::open(*pane);
        inspector = pane->inspector();
        row = std::make_unique<QWidget>();
        auto *layout = new QHBoxLayout(row.get());
        layout->setContentsMargins(0, 0, 0, 0);
        inspector->setFixedWidth(340);
        layout->addWidget(inspector);
        row->resize(340, 620);
        row->show();
        inspector->show();
        pane->showRun(run.id);
        list = inspector->findChild<QListView *>(u"stepList"_s);
        graph = inspector->findChild<ui::GraphView *>(u"stepGraph"_s);
        tabs = inspector->findChild<QTabBar *>(u"inspectorTabs"_s);
    }
    ~Opened()
    {
        if (inspector)
            inspector->setParent(pane.get());
    }

    QStringList rows() const
    {
        QStringList told;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            told.append(list->model()->index(i, 0).data(Qt::AccessibleTextRole).toString());
        return told;
    }
    QString shownId() const
    {
        return pane->findChild<QTableView *>(u"runsTable"_s)->currentIndex().data(models::KeyRole).toString();
    }

    test::PaneHouse house;
    domain::Steps steps;
    domain::Run run;
    std::unique_ptr<ui::RunsPane> pane;
    std::unique_ptr<QWidget> row;
    QWidget *inspector = nullptr;
    QListView *list = nullptr;
    ui::GraphView *graph = nullptr;
    QTabBar *tabs = nullptr;
};

} // namespace

class TestRunSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreShownAsTheyStandAndKeptUpWith()
    {
        Opened opened;
        opened.end(opened.begin(0));
        const domain::Run unit = opened.begin(1);
        opened.show();
        QTRY_COMPARE(opened.list->model()->rowCount(), 5);
        QVERIFY(opened.tabs->isTabVisible(1));
        QTRY_COMPARE(opened.rows(),
                     (QStringList{u"build, Done, 41 s, Container image: worker"_s, u"unit, Running, 0:00, Unit tests"_s,
                                  u"lint, Waiting, Unit tests"_s, u"rescue, Waiting, Tell the team"_s,
                                  u"deploy, Waiting, Container image: worker"_s}));
        // A step that is made now, and one that ends.
        const domain::Run lint = opened.begin(2);
        opened.end(lint, RunStatus::Failed);
        QTRY_COMPARE(opened.rows().at(2), u"lint, Failed, 41 s, Unit tests, exit code 2"_s);
        QCOMPARE(opened.rows().at(4), u"deploy, Not taken, Container image: worker"_s);
        QCOMPARE(opened.graph->graph().nodes.at(2).statusKey, u"run.failed"_s);
        QCOMPARE(opened.graph->graph().edges.size(), 5);
        opened.end(unit);
        QTRY_VERIFY(opened.rows().at(1).startsWith(u"unit, Done"_s));
        opened.begin(3);
        QTRY_VERIFY(opened.rows().at(3).startsWith(u"rescue, Running"_s));
        opened.tabs->setCurrentIndex(1);
        opened.graph->setCurrent(2);
        QVERIFY(test::unnamedWidgets(*opened.inspector).isEmpty());
        QVERIFY(test::shoot(*opened.row, u"run-steps"_s));
    }

    void aStepOpensItsRunAndThatLeadsBack()
    {
        Opened opened;
        const domain::Run build = opened.begin(0);
        opened.show();
        QTRY_COMPARE(opened.list->model()->rowCount(), 5);
        opened.tabs->setCurrentIndex(1);
        opened.graph->setFocus();
        opened.graph->setCurrent(0);
        QTest::keyClick(opened.graph, Qt::Key_Return);
        QTRY_COMPARE(opened.shownId(), build.id.text());
        auto *up = opened.inspector->findChild<QPushButton *>(u"toParentRun"_s);
        QTRY_VERIFY(!up->isHidden());
        QCOMPARE(textOf(*opened.inspector, u"runCause"_s),
                 u"Step “build” of the workflow “Release”, %1."_s.arg(opened.run.id.text()));
        opened.tabs->setCurrentIndex(0);
        QVERIFY(test::shoot(*opened.row, u"run-of-a-step"_s));
        up->click();
        QTRY_COMPARE(opened.shownId(), opened.run.id.text());
        QTRY_VERIFY(up->isHidden());
    }

    void whatIsFilteredAwayIsFoundAllTheSame()
    {
        Opened opened;
        const domain::Run build = opened.begin(0);
        opened.show();
        QTRY_COMPARE(opened.list->model()->rowCount(), 5);
        opened.pane->setFilter(u"trigger:manual"_s);
        QTRY_COMPARE(opened.pane->findChild<QTableView *>(u"runsTable"_s)->model()->rowCount(), 1);
        opened.pane->showRun(build.id);
        QTRY_COMPARE(opened.shownId(), build.id.text());
    }

    void otherRunsHaveNoSteps()
    {
        Opened opened;
        opened.end(opened.begin(0));
        opened.show();
        QTRY_VERIFY(opened.tabs->isTabVisible(1));
        const domain::Run plain = opened.house.workspace.runFor(opened.steps[0].automation, 1s);
        opened.pane->showRun(plain.id);
        QTRY_VERIFY(!opened.tabs->isTabVisible(1));
    }
};

REGISTER_TEST(TestRunSteps);
#include "test_runsteps.moc"
