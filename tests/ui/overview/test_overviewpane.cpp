// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/overview/daybars.h"
#include "ui/overview/overviewpane.h"
#include "ui/overview/timelinescale.h"
#include "ui/overview/timelineview.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Opened
{
    explicit Opened(test::PaneHouse &house) : pane(house.context)
    {
        pane.resize(1240, 820);
        pane.show();
        pane.activateWindow();
        timeline = pane.findChild<ui::TimelineView *>();
    }
    QPushButton *button(const QString &text) const
    {
        const auto all = pane.findChild<ui::NeedsList *>()->findChildren<QPushButton *>();
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const QPushButton *one) { return one->isVisible() && one->text() == text; });
        return found == all.end() ? nullptr : *found;
    }

    ui::OverviewPane pane;
    ui::TimelineView *timeline;
};

} // namespace

class TestOverviewPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailureIsShownUntilSomebodyTookNote()
    {
        test::PaneHouse house;
        const auto made = house.workspace.create(2);
        const domain::Run run = house.workspace.request(made.first().id);
        test::Workspace::must(
            test::await(house.workspace->runs().drop(run.id, domain::RunStatus::Failed, u"no disk"_s)));
        Opened opened(house);
        QTRY_VERIFY(opened.button(u"Open log"_s));
        QVERIFY(test::shoot(opened.pane, u"overview"_s));
        QSignalSpy log(&opened.pane, &ui::Pane::logWanted);
        QTest::mouseClick(opened.button(u"Open log"_s), Qt::LeftButton);
        QCOMPARE(log.size(), 1);
        QCOMPARE(log[0][0].value<base::RunId>(), run.id);
        QSignalSpy said(&opened.pane, &ui::Pane::said);
        QTest::mouseClick(opened.button(u"Run again"_s), Qt::LeftButton);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(test::Workspace::must(test::await(house.workspace->runs().waiting())).size(), 1);
        test::Workspace::must(test::await(house.workspace->runs().acknowledge({run.id}, u"ann"_s, {})));
        QTRY_VERIFY(!opened.button(u"Open log"_s));
        QTRY_VERIFY(opened.pane.findChild<QObject *>(u"needsNothing"_s));
    }

    void theTimelineZoomsAndComesBackToNow()
    {
        test::PaneHouse house;
        domain::Automation hourly = test::someAutomation(u"Hourly"_s);
        hourly.triggers = {domain::Schedule{.cron = u"0 * * * *"_s}};
        const auto made = house.workspace.create({hourly});
        Opened opened(house);
        QVERIFY(QTest::qWaitForWindowActive(&opened.pane));
        opened.timeline->setFocus();
        const base::Instant now = house.workspace.clock.now();
        QTRY_VERIFY(opened.timeline->scale().shows(now, now));
        QCOMPARE(opened.timeline->span(), base::Millis(24h));
        QTest::keyClick(opened.timeline, Qt::Key_Plus);
        QCOMPARE(opened.timeline->span(), base::Millis(12h));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(opened.timeline, Qt::Key_Right);
        QVERIFY(!opened.timeline->scale().shows(now, now));
        QTest::mouseClick(opened.pane.findChild<QPushButton *>(u"timelineNowButton"_s), Qt::LeftButton);
        QVERIFY(opened.timeline->scale().shows(now, now));
        QSignalSpy wanted(&opened.pane, &ui::Pane::automationWanted);
        QTRY_VERIFY((QTest::keyClick(opened.timeline, Qt::Key_Down), opened.timeline->currentLane() == 0));
        QTest::keyClick(opened.timeline, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<base::AutomationId>(), made.first().id);
        opened.pane.saveState();
        ui::OverviewPane other(house.context);
        other.restoreState();
        QCOMPARE(other.findChild<ui::TimelineView *>()->span(), base::Millis(12h));
    }

    void ticksAreRoundAndApart_data()
    {
        QTest::addColumn<base::Millis>("span");
        for (const auto &[name, span] : std::initializer_list<std::pair<const char *, base::Millis>>{
                 {"10 min", 10min}, {"6 h", 6h}, {"24 h", 24h}, {"7 days", 24h * 7}, {"14 days", 24h * 14}})
            QTest::newRow(name) << span;
    }
    void ticksAreRoundAndApart()
    {
        QFETCH(base::Millis, span);
        const ui::TimelineScale scale{base::fromMillis(1'792'000'123'456), span, 100, 900};
        const auto ticks = ui::timelineTicks(scale, 84);
        QVERIFY(ticks.size() >= 2);
        for (qsizetype i = 0; i < ticks.size(); ++i) {
            QCOMPARE(base::toMillis(ticks[i].at) % 60'000, 0);
            QVERIFY(scale.x(ticks[i].at) >= 100 && scale.x(ticks[i].at) < 1000);
            QVERIFY(i == 0 || scale.x(ticks[i].at) - scale.x(ticks[i - 1].at) >= 80);
        }
    }

    void zoomingKeepsThePlaceUnderThePointer()
    {
        const ui::TimelineScale scale{base::fromMillis(1'792'000'000'000), 24h, 100, 900};
        const ui::TimelineScale other = ui::zoomed(scale, 6h, 400);
        QCOMPARE(other.span, base::Millis(6h));
        QVERIFY(std::chrono::abs(other.at(400) - scale.at(400)) <= 2ms);
        QCOMPARE(ui::zoomed(scale, 1ms, 400).span, ui::leastTimelineSpan);
        QCOMPARE(ui::zoomed(scale, 24h * 400, 400).span, ui::mostTimelineSpan);
    }

    void axesEndAtRoundNumbers()
    {
        QCOMPARE(ui::axisEnd(0), 2);
        QCOMPARE(ui::axisEnd(11), 12);
        QCOMPARE(ui::axisEnd(1217), 1400);
        QCOMPARE(ui::axisEnd(48'210), 50'000);
    }
};

REGISTER_TEST(TestOverviewPane);
#include "test_overviewpane.moc"
