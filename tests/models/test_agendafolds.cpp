// SPDX-License-Identifier: Apache-2.0
// Rows of the agenda that stand for many times of an hour.
#include "models/agenda/agendamodel.h"
#include "models/roles.h"
#include "models/times.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Model = models::AgendaModel;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

domain::Automation scheduled(const QString &name, const QString &cron)
{
    domain::Automation automation = test::someAutomation(name);
    automation.triggers = {domain::Schedule{.cron = cron}};
    return automation;
}

/// The next day, from half past an hour of a day without a change of clocks on.
class Agenda
{
public:
    explicit Agenda(const QList<domain::Automation> &automations)
    {
        workspace.clock.advance(36h);
        while (models::localTime(workspace.clock.now()).time().minute() != 30)
            workspace.clock.advance(1min);
        stored = workspace.create(automations);
        model.setSpan(std::chrono::days(1));
        model.setWatched(Model::Watched::Yes);
        if (!settle())
            qFatal("there is no answer");
    }

    bool settle()
    {
        return QTest::qWaitFor([this] { return model.isSettled(); });
    }
    QString text(int row, Model::Column column) const { return model.index(row, column).data().toString(); }
    models::RowKind kind(int row) const
    {
        return models::RowKind(model.index(row, 0).data(models::RowKindRole).toInt());
    }
    /// The row of the first fold, -1 without one.
    int firstFold() const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.row(row).isFold())
                return row;
        return -1;
    }
    int count(models::RowKind kind) const
    {
        int found = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            found += this->kind(row) == kind ? 1 : 0;
        return found;
    }

    test::Workspace workspace;
    QList<domain::Automation> stored;
    Model model{workspace.store(), workspace.catalog, workspace.clock};
    QAbstractItemModelTester tester{&model, fatal};
};

class TestAgendaFolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMinuteIsARowAnHour()
    {
        Agenda agenda({scheduled(u"Often"_s, u"* * * * *"_s), scheduled(u"Sometimes"_s, u"45 * * * *"_s)});
        QCOMPARE(agenda.model.answer().listed, 24 * 60 + 24);
        QCOMPARE(agenda.count(models::FoldedRow), 25); // Half an hour at either end.
        QCOMPARE(agenda.count(models::ItemRow), 24);
        const int fold = agenda.firstFold();
        QCOMPARE(agenda.kind(fold), models::FoldedRow);
        QCOMPARE(agenda.text(fold, Model::What), u"Every minute · 30 times"_s);
        QVERIFY(agenda.text(fold, Model::Due).endsWith(u":59"_s));
        QCOMPARE(agenda.text(fold + 1, Model::Automation), u"Sometimes"_s); // In order of their first times.
        QCOMPARE(agenda.text(fold + 2, Model::What), u"Every minute · 60 times"_s);
        QVERIFY(agenda.text(fold + 2, Model::Due).contains(u":00–"_s));
        QCOMPARE(agenda.model.index(fold, Model::What).data(models::StatusKeyRole).toString(), u"run.queued"_s);
        const QString interval = agenda.model.index(fold + 2, Model::Due).data(models::RawRole).toString();
        const QStringList ends = interval.split(u'/');
        QCOMPARE(ends.size(), 2);
        QCOMPARE(base::parseIso(ends.at(1)).value() - base::parseIso(ends.at(0)).value(), base::Millis(59min));
    }

    void whatComesSeldomIsNot_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<int>("folds");
        QTest::newRow("every two minutes") << u"*/2 * * * *"_s << 0;
        QTest::newRow("four in a row") << u"0-3 * * * *"_s << 0;
        QTest::newRow("five in a row") << u"0-4 * * * *"_s << 24;
        QTest::newRow("every ten seconds, for a minute") << u"*/10 5 12 * * *"_s << 1;
    }
    void whatComesSeldomIsNot()
    {
        QFETCH(QString, cron);
        QFETCH(int, folds);
        const Agenda agenda({scheduled(u"A"_s, cron)});
        QVERIFY(agenda.model.rowCount() > 0);
        QCOMPARE(agenda.count(models::FoldedRow), folds);
    }

    void theStepIsSaidWhereItIsEven()
    {
        const Agenda tens({scheduled(u"A"_s, u"*/10 5 12 * * *"_s)});
        QCOMPARE(tens.text(tens.firstFold(), Model::What), u"Every 10 s · 6 times"_s);
        const Agenda uneven({scheduled(u"A"_s, u"0-4,40 15 * * *"_s)});
        QCOMPARE(uneven.text(uneven.firstFold(), Model::What), u"6 times"_s);
        const Agenda seconds({scheduled(u"A"_s, u"* 5 12 * * *"_s)});
        QVERIFY(seconds.text(seconds.firstFold(), Model::What).startsWith(u"Every second · 60 times · "_s));
    }

    void whatBecomesOfThemIsCounted()
    {
        domain::Automation slow = scheduled(u"Slow"_s, u"* * * * *"_s);
        slow.overlap = domain::Overlap::Skip;
        Agenda agenda({slow, scheduled(u"Paused"_s, u"* * * * *"_s)});
        QVERIFY(
            test::Workspace::now(agenda.workspace->automations().setPaused({agenda.stored[1].id}, true, u"tester"_s)));
        agenda.workspace.runFor(agenda.stored[0].id, 90s);
        agenda.model.reload();
        QVERIFY(agenda.settle());
        const auto rowOf = [&](const QString &name) {
            int row = agenda.firstFold();
            while (agenda.text(row, Model::Automation) != name || !agenda.text(row, Model::What).contains(u"60"_s))
                ++row;
            return row;
        };
        const int mixed = rowOf(u"Slow"_s);
        QCOMPARE(agenda.text(mixed, Model::What), u"Every minute · 60 times · 30 run, 30 will be skipped"_s);
        QCOMPARE(agenda.model.index(mixed, Model::What).data(models::StatusKeyRole).toString(), u"run.skipped"_s);
        QVERIFY(!agenda.model.index(mixed, Model::What).data(models::DimmedRole).toBool());
        const int paused = rowOf(u"Paused"_s);
        QCOMPARE(agenda.text(paused, Model::What), u"Every minute · 60 times · Will be skipped: paused"_s);
        QVERIFY(agenda.model.index(paused, Model::What).data(models::DimmedRole).toBool());
    }

    void aFoldOpensAndCloses()
    {
        Agenda agenda({scheduled(u"Often"_s, u"* * * * *"_s)});
        const int fold = agenda.firstFold();
        const int before = agenda.model.rowCount();
        QSignalSpy inserted(&agenda.model, &Model::rowsInserted);
        agenda.model.setFold(fold, Model::Fold::Open);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(agenda.model.rowCount(), before + 30);
        QCOMPARE(agenda.kind(fold), models::UnfoldedRow);
        QVERIFY(agenda.model.isOpen(fold));
        for (int row = fold + 1; row <= fold + 30; ++row) {
            QCOMPARE(agenda.kind(row), models::InnerRow);
            QCOMPARE(agenda.model.headOf(row), fold);
            QCOMPARE(agenda.text(row, Model::What), u"Runs"_s);
        }
        QCOMPARE(agenda.kind(fold + 31), models::FoldedRow);
        QVERIFY(agenda.model.index(fold, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", unfolded"_s));
        agenda.model.setFold(fold, Model::Fold::Open); // As it is.
        QCOMPARE(agenda.model.rowCount(), before + 30);
        agenda.model.setFold(fold, Model::Fold::Closed);
        QCOMPARE(agenda.model.rowCount(), before);
        QCOMPARE(agenda.kind(fold), models::FoldedRow);
        agenda.model.setFold(0, Model::Fold::Open); // The name of a day is none.
        QCOMPARE(agenda.model.rowCount(), before);
    }

    void itStaysOpenWhileTimeGoesOn()
    {
        Agenda agenda({scheduled(u"Often"_s, u"* * * * *"_s)});
        const int fold = agenda.firstFold();
        agenda.model.setFold(fold, Model::Fold::Open);
        agenda.workspace.clock.advance(10min + 1s);
        QTRY_COMPARE(agenda.text(agenda.firstFold(), Model::What), u"Every minute · 19 times"_s);
        QCOMPARE(agenda.count(models::InnerRow), 19);
        agenda.workspace.clock.advance(30min);
        QTRY_COMPARE(agenda.count(models::InnerRow), 0); // Its hour has passed.
    }

    void randomFoldsKeepTheModelWhole()
    {
        Agenda agenda({scheduled(u"Often"_s, u"* * * * *"_s), scheduled(u"Oftener"_s, u"*/20 * * * * *"_s),
                       scheduled(u"Sometimes"_s, u"45 * * * *"_s)});
        QRandomGenerator random(20261026);
        const auto turn = [&] {
            const int row = random.bounded(agenda.model.rowCount());
            agenda.model.setFold(row, random.bounded(2) == 0 ? Model::Fold::Open : Model::Fold::Closed);
        };
        for (int i = 0; i < 60; ++i)
            turn();
        QSignalSpy answered(&agenda.model, &Model::answered);
        agenda.workspace.create({scheduled(u"New"_s, u"*/30 * * * * *"_s)});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(answered.wait());
            turn();
            agenda.workspace.clock.advance(7min);
        }
        for (int row = 0; row < agenda.model.rowCount(); ++row) {
            const int head = agenda.model.headOf(row);
            QCOMPARE(agenda.kind(head) == models::UnfoldedRow && head != row, agenda.model.row(row).inner);
        }
        QCOMPARE(agenda.model.answer().listed,
                 qint64(agenda.count(models::InnerRow) + agenda.count(models::ItemRow)) + slotsInClosedFolds(agenda));
    }

    void theClockThereIsShownInAFoldToo()
    {
        domain::Automation there = scheduled(u"Often"_s, u"* 3 * * *"_s);
        std::get<domain::Schedule>(there.triggers[0]).timezone = u"Pacific/Kiritimati"_s; // UTC+14, where nobody tests.
        Agenda agenda({there});
        const int fold = agenda.firstFold();
        QVERIFY2(agenda.text(fold, Model::Zone).endsWith(u"03:00 Pacific/Kiritimati"_s),
                 qPrintable(agenda.text(fold, Model::Zone)));
        agenda.model.setFold(fold, Model::Fold::Open);
        QVERIFY(agenda.text(fold + 60, Model::Zone).endsWith(u"03:59 Pacific/Kiritimati"_s));
    }

private:
    static qint64 slotsInClosedFolds(const Agenda &agenda)
    {
        qint64 times = 0;
        for (int row = 0; row < agenda.model.rowCount(); ++row)
            if (agenda.kind(row) == models::FoldedRow)
                times += agenda.model.row(row).folded.size();
        return times;
    }
};

REGISTER_TEST(TestAgendaFolds);

} // namespace

#include "test_agendafolds.moc"
