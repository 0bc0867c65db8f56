// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/agenda/agendapane.h"
#include "ui/widgets/messages/emptystate.h"

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
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 5000, 30'000);
        const auto *limits = m_pane->findChild<QLabel *>(u"agendaLimits"_s);
        QVERIFY(limits->isVisible());
        QVERIFY2(limits->text().startsWith(u"Only the first 5,000 times"_s), qPrintable(limits->text()));
        QVERIFY(test::shoot(*m_pane, u"agenda-cut"_s));
    }

private:
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
