// SPDX-License-Identifier: Apache-2.0
#include "models/holds/missedmodel.h"
#include "models/holds/pausestate.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Model = models::MissedModel;
using Tick = Model::Tick;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

class TestHoldModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoPausedEverythingIsKnown()
    {
        test::Workspace workspace;
        models::PauseState state(workspace.store());
        QTRY_VERIFY(state.state().has_value());
        QVERIFY(!state.isPaused());
        QVERIFY(test::Workspace::now(workspace->pauses().setAllPaused(store::Pausing::On, u"deploy"_s)));
        QTRY_VERIFY(state.isPaused());
        QCOMPARE(state.state()->by, u"deploy"_s);
        QCOMPARE(state.state()->at, workspace.clock.now());
        QVERIFY(test::Workspace::now(workspace->pauses().setAllPaused(store::Pausing::Off, u"other"_s)));
        QTRY_VERIFY(!state.isPaused());
    }

    void onlyWhatWaitsForADecisionIsListed()
    {
        test::Workspace workspace;
        const QList<domain::Run> missed = workspace.missed(workspace.create(1).constFirst(), 3);
        workspace.request(missed.constFirst().automationId); // Waits for its turn.
        Model model(workspace.store(), workspace.clock);
        QAbstractItemModelTester tester(&model, fatal);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, Model::Automation).data().toString(), u"Automation 0000"_s);
        QCOMPARE(model.index(0, Model::Ago).data().toString(), u"3 h ago"_s);
        QVERIFY(test::Workspace::now(workspace->runs().dismiss({missed[1].id}, u"tester"_s)));
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void ticksStayWithTheirSlots()
    {
        test::Workspace workspace;
        const QList<domain::Run> missed = workspace.missed(workspace.create(1).constFirst(), 3);
        Model model(workspace.store(), workspace.clock);
        QAbstractItemModelTester tester(&model, fatal);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.ticked().size(), 3);
        QVERIFY(model.setData(model.index(2, Model::Automation), Qt::Unchecked, Qt::CheckStateRole));
        const QList<base::RunId> off = model.unticked();
        QCOMPARE(off.size(), 1);
        QVERIFY(test::Workspace::now(workspace->runs().release({model.ticked().constFirst()}, u"tester"_s)));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.unticked(), off);
        model.tickAll(Tick::Off);
        QVERIFY(model.ticked().isEmpty());
        model.tickAll(Tick::On);
        QCOMPARE(model.ticked().size(), 2);
    }
};

REGISTER_TEST(TestHoldModels);

} // namespace

#include "test_holdmodels.moc"
