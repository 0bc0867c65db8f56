// SPDX-License-Identifier: Apache-2.0
// What a maintenance window holds is started from the table of runs, for a reason.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/runs/runspane.h"

#include <QAction>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class BreakGlassTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAWindowHoldsStartsForAReason()
    {
        test::PaneHouse house;
        const auto all = house.workspace.create(1);
        const domain::Run run = house.workspace.request(all[0].id);
        QVERIFY(test::await(house.workspace->runs().hold(run.id, {.until = house.workspace.clock.now() + 90s,
                                                                  .since = {},
                                                                  .reason = u"the window W holds it"_s,
                                                                  .what = domain::HeldFor::Window})));
        ui::RunsPane pane(house.context);
        QTableView *table = test::open(pane);
        const auto statuses = [table] { return test::columnTexts(*table, models::RunModel::Status); };
        QTRY_COMPARE(statuses(), QStringList{u"Held"_s});
        auto *startNow = pane.findChild<QAction *>(u"startNow"_s);
        QTRY_VERIFY(startNow->isEnabled());
        startNow->trigger(); // and think better of it
        QCOMPARE(house.prompts.askedForText.size(), 1);
        QCOMPARE(statuses(), QStringList{u"Held"_s});
        house.prompts.text = u"the disk is full"_s;
        startNow->trigger();
        QTRY_COMPARE(statuses(), QStringList{u"Queued"_s});
        QCOMPARE(test::await(house.workspace->runs().get(run.id))->overrideReason, u"the disk is full"_s);
    }
};

REGISTER_TEST(BreakGlassTest);

} // namespace

#include "test_breakglass.moc"
