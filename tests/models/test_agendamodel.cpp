// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendamodel.h"
#include "models/agenda/agendawords.h"
#include "models/automationmodel.h"
#include "models/roles.h"
#include "models/times.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Model = models::AgendaModel;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

domain::Automation scheduled(const QString &name, const domain::Schedule &schedule)
{
    domain::Automation automation = test::someAutomation(name);
    automation.triggers = {schedule};
    return automation;
}

struct Agenda
{
    explicit Agenda(test::Workspace &workspace) : model(workspace.store(), workspace.catalog, workspace.clock)
    {
        model.setWatched(Model::Watched::Yes);
        if (!QTest::qWaitFor([this] { return model.isSettled(); }))
            qFatal("there is no answer");
    }

    QStringList texts(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, column).data().toString());
        return texts;
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return model.isSettled(); });
    }

    Model model;
    QAbstractItemModelTester tester{&model, fatal};
};

class TestAgendaModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeByTimeUnderTheirDays()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        workspace.create({scheduled(u"Late"_s, {.at = now + 30h}), scheduled(u"Soon"_s, {.at = now + 2min}),
                          scheduled(u"Later"_s, {.at = now + 74h}), test::someAutomation(u"By hand"_s)});
        Agenda agenda(workspace);
        const QString soonDay = models::agendaDayText(models::localTime(now + 2min).date(), now);
        QCOMPARE(agenda.texts(Model::Automation).join(u'|'),
                 QStringList({soonDay, u"Soon"_s, agenda.model.index(2, 0).data().toString(), u"Late"_s,
                              agenda.model.index(4, 0).data().toString(), u"Later"_s})
                     .join(u'|'));
        QVERIFY(soonDay.startsWith(u"Today"_s));
        QVERIFY(agenda.model.index(2, 0).data().toString().startsWith(u"Tomorrow"_s));
        QVERIFY(!agenda.model.flags(agenda.model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(agenda.model.index(0, 0).data(models::RowKindRole).toInt(), int(models::CaptionRow));
        QCOMPARE(agenda.model.index(1, Model::Distance).data().toString(), u"in 2 min"_s);
        QCOMPARE(agenda.model.index(1, Model::What).data().toString(), u"Runs"_s);
        QCOMPARE(agenda.model.index(1, Model::Duration).data().toString(), u"–"_s);
        QCOMPARE(agenda.model.answer().listed, 3);
        QVERIFY(!agenda.model.answer().cut);
    }

    void theSpanIsChosen()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        workspace.create({scheduled(u"A"_s, {.at = now + 1h}), scheduled(u"B"_s, {.at = now + 48h}),
                          scheduled(u"C"_s, {.at = now + 24h * 20})});
        Agenda agenda(workspace);
        QCOMPARE(agenda.model.answer().listed, 2);
        agenda.model.setSpan(std::chrono::days(1));
        QVERIFY(agenda.settle());
        QCOMPARE(agenda.model.answer().listed, 1);
        agenda.model.setSpan(std::chrono::days(30));
        QVERIFY(agenda.settle());
        QCOMPARE(agenda.model.answer().listed, 3);
    }

    void zonesElsewhereAreShown()
    {
        test::Workspace workspace;
        workspace.create({scheduled(u"Tokyo"_s, {.cron = u"0 3 * * *"_s, .timezone = u"Asia/Tokyo"_s}),
                          scheduled(u"Here"_s, {.cron = u"0 3 * * *"_s})});
        Agenda agenda(workspace);
        for (int row = 0; row < agenda.model.rowCount(); ++row) {
            const models::AgendaRow &line = agenda.model.row(row);
            const QString shown = agenda.model.index(row, Model::Zone).data().toString();
            if (line.isCaption())
                continue;
            if (line.name == u"Here"_s)
                QCOMPARE(shown, QString());
            else
                QVERIFY2(shown.endsWith(u"03:00 Asia/Tokyo"_s), qPrintable(shown));
        }
    }

    void whatWillBecomeOfItIsSaid()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        domain::Automation slow = scheduled(u"Slow"_s, {.everySeconds = 300, .anchor = now});
        slow.overlap = domain::Overlap::Queue;
        const QList<domain::Automation> stored = workspace.create({slow, scheduled(u"Paused"_s, {.at = now + 1h})});
        QVERIFY(test::Workspace::now(workspace->automations().setPaused({stored[1].id}, true, u"tester"_s)));
        workspace.runFor(stored[0].id, 8min);
        workspace.clock.advance(1s);
        Agenda agenda(workspace);
        agenda.model.setSpan(std::chrono::days(1));
        QVERIFY(agenda.settle());
        QStringList said;
        for (int row = 1; row < 20; ++row)
            said.append(agenda.model.index(row, Model::What).data().toString());
        QVERIFY2(said[1].startsWith(u"Will wait 3 min"_s) && said[1].endsWith(u"for the run before it"_s),
                 qPrintable(said.join(u'\n')));
        QVERIFY2(said.contains(u"Will be skipped: paused"_s), qPrintable(said.join(u'\n')));
        QCOMPARE(agenda.model.index(1, Model::Duration).data().toString(), u"≈ 8:00"_s);
        QCOMPARE(agenda.model.index(2, Model::What).data(models::StatusKeyRole).toString(), u"run.held"_s);
    }

    void theFilterHides()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        domain::Automation tagged = scheduled(u"Tagged"_s, {.at = now + 1h});
        tagged.tags = {u"nightly"_s};
        const QList<domain::Automation> stored =
            workspace.create({tagged, scheduled(u"Other"_s, {.at = now + 2h}),
                              scheduled(u"Far"_s, {.at = now + 3h, .timezone = u"Asia/Tokyo"_s})});
        QVERIFY(test::Workspace::now(workspace->automations().setPaused({stored[1].id}, true, u"tester"_s)));
        Agenda agenda(workspace);
        const auto names = [&](const QString &filter) {
            const models::Filter parsed = models::parseFilter(filter, models::FilterScope::Agenda);
            if (!parsed.problems.isEmpty())
                return parsed.problems.first().sentence;
            agenda.model.setFilter(parsed);
            if (!agenda.settle())
                return u"no answer"_s;
            QStringList listed;
            for (const models::AgendaRow &row : agenda.model.answer().rows)
                if (!row.isCaption())
                    listed.append(row.name);
            return listed.join(u' ');
        };
        QCOMPARE(names(u"tag:nightly"_s), u"Tagged"_s);
        QCOMPARE(names(u"-tag:nightly"_s), u"Other Far"_s);
        QCOMPARE(names(u"status:skip"_s), u"Other"_s);
        QCOMPARE(names(u"status:skip,run zone:tokyo"_s), u"Far"_s);
        QCOMPARE(names(u"automation:other"_s), u"Other"_s);
        QCOMPARE(names(u"nothing"_s), QString());
        QCOMPARE(agenda.model.answer().planned, 3);
        QVERIFY(names(u"status:failed"_s).contains(u"run, wait, skip, approval"_s));
        QCOMPARE(names({}), u"Tagged Other Far"_s);
    }

    void changesAndTimeAreFollowed()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        const base::AutomationId id = workspace.create({scheduled(u"A"_s, {.at = now + 1h})}).constFirst().id;
        Agenda agenda(workspace);
        QCOMPARE(agenda.model.answer().listed, 1);
        workspace.create({scheduled(u"B"_s, {.at = now + 2h})});
        QTRY_COMPARE(agenda.model.answer().listed, 2);
        QVERIFY(test::Workspace::now(workspace->automations().setPaused({id}, true, u"tester"_s)));
        QTRY_COMPARE(agenda.model.index(1, Model::What).data().toString(), u"Will be skipped: paused"_s);
        QCOMPARE(agenda.model.index(2, Model::What).data().toString(), u"Runs"_s);
        QVERIFY(test::Workspace::now(workspace->pauses().setAllPaused(store::Pausing::On, u"tester"_s)));
        QTRY_COMPARE(agenda.model.index(2, Model::What).data().toString(), u"Will be skipped: everything is paused"_s);
        workspace.clock.advance(90min);
        QTRY_COMPARE(agenda.model.answer().listed, 1);
        QCOMPARE(agenda.model.row(1).name, u"B"_s);
    }

    void timesComeInAtTheFarEnd()
    {
        test::Workspace workspace;
        workspace.create({scheduled(u"Next week"_s, {.at = workspace.clock.now() + 24h * 7 + 2min})});
        Agenda agenda(workspace);
        QCOMPARE(agenda.model.answer().listed, 0);
        workspace.clock.advance(6min);
        QTRY_COMPARE(agenda.model.answer().listed, 1);
    }

    void daysAreNamedAnewAtMidnight()
    {
        test::Workspace workspace;
        const base::Instant midnight = models::nextMidnight(workspace.clock.now());
        workspace.clock.advance(midnight - workspace.clock.now() - 1min);
        workspace.create({scheduled(u"A"_s, {.at = midnight + 1h})});
        Agenda agenda(workspace);
        QVERIFY(agenda.model.index(0, 0).data().toString().startsWith(u"Tomorrow"_s));
        QSignalSpy repaints(&agenda.model, &Model::dataChanged);
        workspace.clock.advance(2min);
        QTRY_VERIFY(std::any_of(repaints.cbegin(), repaints.cend(), [](const QVariantList &repaint) {
            return repaint[0].toModelIndex().row() == 0 && repaint[0].toModelIndex().column() == 0;
        }));
        QVERIFY(agenda.model.index(0, 0).data().toString().startsWith(u"Today"_s));
    }

    void nothingIsComputedWhileNobodyLooks()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        Agenda agenda(workspace);
        agenda.model.setWatched(Model::Watched::No);
        QSignalSpy answered(&agenda.model, &Model::answered);
        workspace.create({scheduled(u"A"_s, {.at = now + 1h})});
        models::AutomationModel other(workspace.store(), workspace.catalog, workspace.clock);
        QTRY_COMPARE(other.rowCount(), 1); // The news has come round.
        QVERIFY(answered.isEmpty());
        agenda.model.setWatched(Model::Watched::Yes);
        QTRY_COMPARE(agenda.model.answer().listed, 1);
    }

    void lateAnswersAreDropped()
    {
        test::Workspace workspace;
        const base::Instant now = workspace.clock.now();
        workspace.create({scheduled(u"A"_s, {.at = now + 1h}), scheduled(u"B"_s, {.at = now + 48h})});
        Agenda agenda(workspace);
        QSignalSpy answered(&agenda.model, &Model::answered);
        for (int i = 0; i < 20; ++i)
            agenda.model.setSpan(std::chrono::days(i % 2 == 0 ? 30 : 1));
        agenda.model.setSpan(std::chrono::days(7));
        QVERIFY(agenda.settle());
        QCOMPARE(agenda.model.answer().listed, 2);
        QCOMPARE(answered.size(), 1);
        agenda.model.setSpan(std::chrono::days(30)); // And gone while it is asked.
    }

    void tenThousandAutomationsAreCut()
    {
        test::Workspace workspace;
        QList<domain::Automation> many;
        for (int i = 0; i < 10'000; ++i)
            many.append(scheduled(u"Automation %1"_s.arg(i), {.cron = u"%1 * * * *"_s.arg(i % 60)}));
        workspace.create(many);
        Model model(workspace.store(), workspace.catalog, workspace.clock);
        model.setWatched(Model::Watched::Yes);
        model.setSpan(std::chrono::days(30));
        QElapsedTimer watch;
        watch.start();
        QVERIFY(QTest::qWaitFor([&model] { return model.isSettled(); }, 60'000));
        qInfo("10,000 automations over 30 days: %lld ms until the rows are there", watch.elapsed());
        QCOMPARE(model.answer().listed, 5000);
        QVERIFY(model.answer().cut);
        QVERIFY(model.answer().until > workspace.clock.now());
        QVERIFY(model.rowCount() < 5100);
        watch.restart();
        model.setFilter(models::parseFilter(u"automation:9999"_s, models::FilterScope::Agenda));
        QVERIFY(QTest::qWaitFor([&model] { return model.isSettled(); }, 60'000));
        qInfo("filtered in %lld ms", watch.elapsed());
        QVERIFY(model.answer().listed > 0);
        for (const models::AgendaRow &row : model.answer().rows)
            QVERIFY(row.isCaption() || row.name == u"Automation 9999"_s);
    }
};

REGISTER_TEST(TestAgendaModel);

} // namespace

#include "test_agendamodel.moc"
