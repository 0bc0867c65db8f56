// SPDX-License-Identifier: Apache-2.0
#include "models/roles.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/agenda/agendapane.h"
#include "ui/panes/tableexport.h"
#include "ui/widgets/messages/emptystate.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

domain::Automation scheduled(const QString &name, const domain::Schedule &schedule)
{
    domain::Automation automation = test::someAutomation(name);
    automation.triggers = {schedule};
    return automation;
}

class TestAgendaPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::PaneHouse>(); }
    void cleanup()
    {
        m_pane.reset();
        m_house.reset();
    }

    void enterLeadsToTheAutomation()
    {
        const base::Instant now = m_house->workspace.clock.now();
        const QList<domain::Automation> stored = m_house->workspace.create(
            {scheduled(u"First"_s, {.at = now + 1h}), scheduled(u"Second"_s, {.at = now + 30h})});
        QTableView *table = open();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(test::textOf(*m_pane->inspector(), u"inspectorName"_s), u"First"_s);
        QSignalSpy wanted(m_pane.get(), &ui::Pane::automationWanted);
        QTest::keyClick(table, Qt::Key_Down); // Over the caption of the next day.
        QCOMPARE(test::textOf(*m_pane->inspector(), u"inspectorName"_s), u"Second"_s);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<base::AutomationId>(), stored[1].id);
    }

    void theSpanIsSwitchedAndRemembered()
    {
        const base::Instant now = m_house->workspace.clock.now();
        m_house->workspace.create({scheduled(u"A"_s, {.at = now + 1h}), scheduled(u"B"_s, {.at = now + 48h})});
        QTableView *table = open();
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"segment1"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        m_pane->saveState();
        m_pane.reset();
        table = open();
        m_pane->restoreState();
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void emptyOffersTheNextStep()
    {
        QTableView *table = open();
        auto *empty = table->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(test::shoot(*m_pane, u"agenda-empty"_s));
        press(*empty, u"Look 30 days ahead"_s);
        QTRY_VERIFY(button(*empty, u"New automation"_s));
        QSignalSpy wanted(m_pane.get(), &ui::Pane::editWanted);
        press(*empty, u"New automation"_s);
        QCOMPARE(wanted.size(), 1);
    }

    void whatIsHiddenIsSaid()
    {
        m_house->workspace.create({scheduled(u"A"_s, {.at = m_house->workspace.clock.now() + 1h})});
        QTableView *table = open();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        m_pane->setFilter(u"status:skip"_s);
        auto *empty = table->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(empty->isVisible());
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_COMPARE(table->model()->rowCount(), 2);
    }

    void theSelectionStaysWhereItIs()
    {
        const base::Instant now = m_house->workspace.clock.now();
        m_house->workspace.create({scheduled(u"A"_s, {.at = now + 1h}), scheduled(u"B"_s, {.at = now + 2h})});
        QTableView *table = open();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTest::keyClick(table, Qt::Key_Down);
        m_house->workspace.create({scheduled(u"Before"_s, {.at = now + 30min})});
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(test::textOf(*m_pane->inspector(), u"inspectorName"_s), u"B"_s);
        const QStringList unnamed = test::unnamedWidgets(*m_pane);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void theLimitIsSaid()
    {
        QList<domain::Automation> many;
        for (int i = 0; i < 400; ++i)
            many.append(scheduled(u"Often %1"_s.arg(i), {.cron = u"* * * * *"_s}));
        m_house->workspace.create(many);
        QTableView *table = open();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 3000, 30'000);
        const auto *limits = m_pane->findChild<QLabel *>(u"agendaLimits"_s);
        QVERIFY(limits->isVisible());
        QVERIFY2(limits->text().startsWith(u"Only the first 200,000 times"_s), qPrintable(limits->text()));
        QVERIFY(test::shoot(*m_pane, u"agenda-cut"_s));
    }

    void foldsOpenByKeyPressAndVerb()
    {
        QTableView *table = openFolds();
        const auto kind = [&](int row) { return table->model()->index(row, 0).data(models::RowKindRole).toInt(); };
        const int fold = 1; // Below the name of the day.
        const int closed = table->model()->rowCount();
        QCOMPARE(kind(fold), int(models::FoldedRow));
        QVERIFY(test::shoot(*m_pane, u"agenda-folded"_s));
        auto *verb = m_pane->findChild<QAction *>(u"toggleFold"_s);
        QVERIFY(verb->isEnabled());
        QCOMPARE(verb->text(), u"&Unfold these times"_s);
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(kind(fold), int(models::UnfoldedRow));
        QCOMPARE(verb->text(), u"&Fold these times"_s);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), fold + 2);
        QVERIFY(test::textOf(*m_pane->inspector(), u"agendaDecision"_s).startsWith(u"Runs"_s));
        QVERIFY(test::shoot(*m_pane, u"agenda-unfolded"_s));
        QTest::keyClick(table, Qt::Key_Left); // To the fold, as in a tree, and then it closes.
        QCOMPARE(table->currentIndex().row(), fold);
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(table->model()->rowCount(), closed);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(kind(fold), int(models::UnfoldedRow));
        QTest::keyClick(table, Qt::Key_Down);
        verb->trigger(); // From within: the fold is chosen in place of what goes.
        QCOMPARE(table->model()->rowCount(), closed);
        QCOMPARE(table->currentIndex().row(), fold);
        const QRect cell = table->visualRect(table->model()->index(fold, 0));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(12, cell.height() / 2));
        QCOMPARE(kind(fold), int(models::UnfoldedRow));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(60, cell.height() / 2));
        QCOMPARE(kind(fold), int(models::UnfoldedRow)); // Beside the chevron it only chooses.
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(60, cell.height() / 2));
        QCOMPARE(kind(fold), int(models::FoldedRow));
    }

    void whatIsListedIsExported()
    {
        QTableView *table = openFolds();
        const int rows = table->model()->rowCount();
        const QStringList folded = lines(*table);
        QCOMPARE(folded.first(), u"Due,In,Automation,There,What happens,Takes"_s);
        QVERIFY2(folded[1].contains(u"/20"_s), qPrintable(folded[1])); // From when to when.
        QVERIFY2(folded[1].contains(u"'=HYPERLINK"_s) && folded[1].contains(u"Every minute · "_s),
                 qPrintable(folded[1]));
        const auto days = int(std::count_if(folded.cbegin(), folded.cend(),
                                            [](const QString &line) { return line.contains(u"omorrow"_s); }));
        QCOMPARE(days, 0); // Names of days are no rows.
        QTest::keyClick(table, Qt::Key_Right);
        const int more = table->model()->rowCount() - rows;
        QVERIFY(more > 0);
        QCOMPARE(lines(*table).size(), folded.size() + more - 1); // The times, and not their fold too.

        m_pane->findChild<QAction *>(u"exportCsv"_s)->trigger();
        const auto *dialog = m_pane->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->testOption(QFileDialog::DontConfirmOverwrite)); // It would ask about another name.
    }

    void loadingIsShownOnlyWhenItTakesLong()
    {
        m_house->workspace.create(100);
        QList<QFuture<base::Result<QList<domain::Automation>>>> before;
        for (int i = 0; i < 3000; ++i) // Reads that are done first.
            before.append(m_house->workspace->automations().list());
        QTableView *table = open();
        const auto *loading = table->findChild<QWidget *>(u"loading"_s);
        QVERIFY(!loading->isVisible());
        QTRY_VERIFY(loading->isVisible());
        QVERIFY(test::shoot(*m_pane, u"agenda-loading"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!loading->isVisible(), 30'000);
        QVERIFY(table->findChild<QWidget *>(u"emptyState"_s)->isVisible());
    }

    void failureOffersAnotherTry()
    {
        m_house->workspace.store().close();
        const QTableView *table = open();
        auto *failed = table->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(failed->isVisible());
        QCOMPARE(test::textOf(*m_pane, u"paneCount"_s), QString()); // Not 0: nobody knows.
        QVERIFY(test::shoot(*m_pane, u"agenda-failed"_s));
        press(*failed, u"Try again"_s);
        QTRY_VERIFY(failed->isVisible() && button(*failed, u"Try again"_s));
    }

    void oldRowsStayWhenItFails()
    {
        m_house->workspace.create({scheduled(u"A"_s, {.at = m_house->workspace.clock.now() + 1h})});
        QTableView *table = open();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        m_house->workspace.store().close();
        m_pane->setSpan(30);
        const auto *trouble = m_pane->findChild<QWidget *>(u"trouble"_s);
        QTRY_VERIFY(trouble->isVisible());
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(test::shoot(*m_pane, u"agenda-trouble"_s));
    }

private:
    /// An automation that comes every minute, in a table with the focus on its first fold.
    QTableView *openFolds()
    {
        domain::Automation often = scheduled(u"=HYPERLINK(\"x\")"_s, {.cron = u"* * * * *"_s});
        m_house->workspace.create({often, scheduled(u"Sometimes"_s, {.cron = u"45 * * * *"_s})});
        QTableView *table = open();
        if (!QTest::qWaitFor([table] { return table->model()->rowCount() > 24; }))
            qFatal("the agenda is empty");
        return table;
    }
    static QStringList lines(const QTableView &table)
    {
        return ui::asCsv(*table.model()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }
    QTableView *open()
    {
        m_pane = std::make_unique<ui::AgendaPane>(m_house->context);
        return test::open(*m_pane);
    }
    static QPushButton *button(const QWidget &place, const QString &text)
    {
        for (QPushButton *button : place.findChildren<QPushButton *>())
            if (button->text() == text && button->isVisible())
                return button;
        return nullptr;
    }
    static void press(const QWidget &place, const QString &text)
    {
        QPushButton *found = button(place, text);
        QVERIFY(found);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::AgendaPane> m_pane;
};

REGISTER_TEST(TestAgendaPane);

} // namespace

#include "test_agendapane.moc"
