// SPDX-License-Identifier: Apache-2.0
// The pane of maintenance windows by mouse and keys, and its pictures.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/maintenance/calendarview.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/maintenance/windowverbs.h"
#include "ui/panes/versionspage.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::MaintenanceWindow;

namespace {

/// On a local day from today on, by hours.
QJsonObject window(const QString &name, QDate day, int from, int to)
{
    const auto wall = [day](int hour) {
        return QDateTime(day, QTime(0, 0)).addSecs(hour * 3600).toString(Qt::ISODate);
    };
    return {{u"name"_s, name}, {u"start"_s, wall(from)}, {u"end"_s, wall(to)}};
}

QJsonObject with(QJsonObject fields, const QString &field, const QJsonValue &value)
{
    fields.insert(field, value);
    return fields;
}

class MaintenancePaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_house->workspace.clock.advance(72h); // in the middle of a week, wherever weeks begin
        m_today = QDateTime::fromMSecsSinceEpoch(base::toMillis(m_house->workspace.clock.now())).date();
        m_said.clear();
    }
    void cleanup()
    {
        m_pane.reset();
        m_house.reset();
    }

    void aWindowIsDrawnWithTheMouse()
    {
        open();
        const QPoint from = placeOf(1, 10);
        drag(from, placeOf(1, 12) - QPoint(0, 4));
        auto *editor = m_pane->findChild<QDialog *>(u"windowEditor"_s);
        QVERIFY(editor);
        auto *name = editor->findChild<QLineEdit *>(u"field:name"_s);
        QVERIFY(name);
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Drawn"_s);
        QTest::mouseClick(editor->findChild<QPushButton *>(u"saveWindow"_s), Qt::LeftButton);
        QTRY_COMPARE(stored().size(), 1);
        const MaintenanceWindow made = stored().first();
        QCOMPARE(made.name, u"Drawn"_s);
        QCOMPARE(made.length(), base::Millis(2h));
        QCOMPARE(domain::wallText(made.start).mid(11, 5), u"10:00"_s);
        QTRY_COMPARE(m_said.size(), 1);
        m_said.first()(); // Undo
        QTRY_COMPARE(stored().size(), 0);
    }

    void aBlockIsDraggedAndResized()
    {
        store({window(u"Freeze"_s, m_today.addDays(1), 9, 11)});
        open();
        QTRY_COMPARE(view().chosen(), -1);
        QTRY_VERIFY(!view().rectOf(0).isEmpty());
        const QRectF rect = view().rectOf(0);
        const QPoint middle = rect.center().toPoint() + QPoint(0, 3); // not between two quarters of an hour
        drag(middle, middle + hours(2));
        QTRY_COMPARE(domain::wallText(stored().first().start).mid(11, 5), u"11:00"_s);
        QTRY_VERIFY(view().rectOf(0).top() > rect.top() + hours(1).y());
        const QPoint lower(int(rect.center().x()), int(view().rectOf(0).bottom()) - 3);
        drag(lower, lower + hours(1));
        QTRY_COMPARE(stored().first().length(), base::Millis(3h));
        QCOMPARE(m_house->prompts.asked.size(), 0);
        QTRY_COMPARE(m_said.size(), 2);
        m_said.last()();
        QTRY_COMPARE(stored().first().length(), base::Millis(2h));
    }

    void oneTimeOrAllAreMoved()
    {
        store({with(window(u"Daily"_s, m_today, 9, 10), u"recurring"_s, u"0 9 * * *"_s)});
        open();
        QTRY_VERIFY(!view().rectOf(1).isEmpty());
        const auto middle = [this] { return view().rectOf(1).center().toPoint() + QPoint(0, 3); };
        const QPoint place = middle();
        m_house->prompts.answer = 0;
        drag(place, place + hours(3));
        QTRY_COMPARE(stored().first().exceptions.size(), 1);
        QCOMPARE(stored().first().recurring, u"0 9 * * *"_s);
        m_said.last()();
        QTRY_COMPARE(stored().first().exceptions.size(), 0);
        QTRY_COMPARE(middle(), place);
        m_house->prompts.answer = 1;
        drag(place, place + hours(3));
        QTRY_COMPARE(stored().first().recurring, u"0 12 * * *"_s);
        QCOMPARE(m_house->prompts.asked.size(), 2);
    }

    void aWindowIsOpenedExtendedClosedAndDeleted()
    {
        store({window(u"Freeze"_s, m_today.addDays(1), 9, 11)});
        open();
        QTRY_VERIFY(!view().rectOf(0).isEmpty());
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().rectOf(0).center().toPoint());
        QCOMPARE(test::textOf(*m_pane->inspector(), u"inspectorName"_s), u"Freeze"_s);
        QVERIFY(!verb("closeWindow")->isEnabled());
        verb("openWindow")->trigger();
        QTRY_COMPARE(stored().first().exceptions.size(), 1);
        QTRY_VERIFY(view().rectOf(1).isValid());
        view().choose(stored().first().id);
        QTRY_VERIFY(verb("extendWindow")->isEnabled());
        QVERIFY(test::textOf(*m_pane->inspector(), u"windowState"_s).contains(u"Open"_s));
        verb("extendWindow")->trigger();
        const auto length = [this] {
            const domain::WindowSpan span = stored().first().exceptions.value(0).span;
            return span.to - span.from;
        };
        QTRY_COMPARE(length(), base::Millis(3h));
        m_house->workspace.clock.advance(60s);
        verb("closeWindow")->trigger();
        QTRY_COMPARE(length(), base::Millis(60s));
        verb("removeWindow")->trigger();
        QTRY_COMPARE(stored().size(), 0);
        m_said.last()();
        QTRY_COMPARE(stored().size(), 1);
    }

    void aVersionOfTheChosenOneIsRestored()
    {
        store({window(u"Freeze"_s, m_today.addDays(1), 9, 11)});
        const QString id = stored().first().id;
        QVERIFY(test::await(windowVerbs().edit(id, {{u"name"_s, u"Thaw"_s}}, u"bob"_s)));
        open();
        test::Sheet sheet(*m_pane, {1240, 760});
        QTRY_VERIFY(!view().rectOf(0).isEmpty());
        view().choose(id);
        m_pane->inspector()->findChild<QTabBar *>()->setCurrentIndex(1);
        auto *page = m_pane->inspector()->findChild<ui::VersionsPage *>();
        QVERIFY(page);
        auto *table = page->findChild<QTableView *>(u"versionsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(test::columnTexts(*table, 2), (QStringList{u"bob"_s, u"ann"_s}));
        QCOMPARE(page->findChild<ui::DifferenceView *>()->text(), u"name\n- Freeze\n+ Thaw"_s);
        QVERIFY(test::shoot(sheet, u"maintenance-versions"_s));
        auto *restore = page->findChild<QPushButton *>(u"restoreVersion"_s);
        table->selectRow(1);
        m_house->seat.setReadOnly(ui::ReadOnly::Yes);
        QVERIFY(!restore->isEnabled());
        QCOMPARE(restore->toolTip(), m_house->seat.whyNot(domain::Right::Edit));
        m_house->seat.setReadOnly(ui::ReadOnly::No);
        QVERIFY(restore->isEnabled());
        restore->click();
        QTRY_COMPARE(stored().first().name, u"Freeze"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(stored().first().updatedBy, u"tester"_s);
        QTRY_COMPARE(m_said.size(), 1);
        m_said.last()(); // Undo
        QTRY_COMPARE(stored().first().name, u"Thaw"_s);
    }

    void keysReachEverything()
    {
        store({window(u"First"_s, m_today, 9, 10), window(u"Second"_s, m_today, 12, 13)});
        open();
        QTRY_VERIFY(!view().rectOf(1).isEmpty());
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Right);
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(view().chosenBlock()->name, u"Second"_s);
        QVERIFY(view().accessibleDescription().contains(u"Second"_s));
        QTest::keyClick(&view(), Qt::Key_Return);
        auto *editor = m_pane->findChild<QDialog *>(u"windowEditor"_s);
        QVERIFY(editor);
        QCOMPARE(test::unnamedWidgets(*editor), QStringList());
        editor->reject();
        QTest::keyClick(&view(), Qt::Key_Delete);
        QTRY_COMPARE(stored().size(), 1);
        QCOMPARE(test::unnamedWidgets(*m_pane), QStringList());
    }

    void whatIsWrongIsSaidAtItsField()
    {
        open();
        verb("newWindow")->trigger();
        auto *editor = m_pane->findChild<QDialog *>(u"windowEditor"_s);
        QVERIFY(editor);
        QTest::mouseClick(editor->findChild<QPushButton *>(u"saveWindow"_s), Qt::LeftButton);
        QVERIFY(editor->isVisible());
        QVERIFY(editor->findChild<QLineEdit *>(u"field:name"_s)->property("error").toBool());
        QTest::keyClicks(editor->findChild<QLineEdit *>(u"field:name"_s), u"Freeze"_s);
        auto *end = editor->findChild<QLineEdit *>(u"field:end"_s);
        end->selectAll();
        QTest::keyClicks(end, u"soon"_s);
        QTest::mouseClick(editor->findChild<QPushButton *>(u"saveWindow"_s), Qt::LeftButton);
        QVERIFY(end->property("error").toBool());
        QCOMPARE(stored().size(), 0);
    }

    void aCalendarIsImported()
    {
        open();
        QFile file(m_house->folder.filePath(u"holidays.ics"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Christmas\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\n");
        file.close();
        m_pane->findChild<ui::WindowVerbs *>()->importCalendar(file.fileName());
        QTRY_COMPARE(stored().size(), 1);
        QCOMPARE(stored().first().name, u"Christmas"_s);
        QCOMPARE(stored().first().length(), base::Millis(24h));
    }

    void viewsAreSwitchedAndRemembered()
    {
        open();
        for (const char *segment : {"segment0", "segment2", "segment3"})
            QTest::mouseClick(m_pane->findChild<QToolButton *>(QString::fromLatin1(segment)), Qt::LeftButton);
        QVERIFY(m_pane->findChild<QTableView *>(u"windowsTable"_s)->isVisible());
        m_pane->saveState();
        m_pane.reset();
        open();
        m_pane->restoreState();
        QVERIFY(m_pane->findChild<QTableView *>(u"windowsTable"_s)->isVisible());
        auto *empty = m_pane->findChild<QWidget *>(u"emptyState"_s);
        QTRY_VERIFY(empty && empty->isVisible());
    }

    void allViewsWithManyWindowsAndRuns()
    {
        fill();
        open();
        test::Sheet sheet(*m_pane, {1240, 760});
        QTRY_VERIFY(view().accessibleDescription().contains(QRegularExpression(u"[1-9]"_s)));
        const QList<std::pair<ui::MaintenancePane::View, QString>> views{{ui::MaintenancePane::View::Day, u"day"_s},
                                                                         {ui::MaintenancePane::View::Week, u"week"_s},
                                                                         {ui::MaintenancePane::View::Month, u"month"_s},
                                                                         {ui::MaintenancePane::View::List, u"list"_s}};
        for (const auto &[which, name] : views) {
            m_pane->setView(which);
            QSignalSpy answered(&view(), &ui::CalendarView::blockChosen);
            if (which != ui::MaintenancePane::View::List) // it shows what was read before
                QVERIFY(answered.wait(10000));
            if (which == ui::MaintenancePane::View::Week)
                QTest::keyClick(&view(), Qt::Key_Right);
            QVERIFY(test::shoot(sheet, u"maintenance-"_s + name));
        }
    }

private:
    void open()
    {
        m_pane = std::make_unique<ui::MaintenancePane>(m_house->context);
        connect(m_pane.get(), &ui::Pane::said, this,
                [this](const QString &, const std::function<void()> &undo) { m_said.append(undo); });
        m_pane->resize(1000, 800);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    ui::CalendarView &view() const { return m_pane->calendar(); }
    QAction *verb(const char *name) const { return m_pane->findChild<QAction *>(QString::fromLatin1(name)); }

    /// In the calendar of a week, `day` from the first one on.
    QPoint placeOf(int day, int hour) const
    {
        const QRectF rect = view().calendar().hourRect(day, hour, view().verticalScrollBar()->value());
        return QPoint(int(rect.center().x()), int(rect.top()) + 3);
    }

    QPoint hours(int count) const { return QPoint(0, qRound(count * view().calendar().hourHeight())); }

    void drag(QPoint from, QPoint to) const
    {
        QWidget *area = view().viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, from);
        QMouseEvent half(QEvent::MouseMove, QPointF(from + to) / 2, area->mapToGlobal(QPointF(from + to) / 2),
                         Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(area, &half);
        QMouseEvent whole(QEvent::MouseMove, to, area->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(area, &whole);
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
    }

    void store(const QList<QJsonObject> &windows)
    {
        QList<MaintenanceWindow> made;
        for (const QJsonObject &json : windows)
            made.append(domain::windowFromJson(json).value());
        QVERIFY(test::await(windowVerbs().create(made, u"ann"_s)));
    }
    store::Windows &windowVerbs() { return m_house->context.store.windows(); }
    QList<MaintenanceWindow> stored() { return test::await(windowVerbs().list()).value_or({}); }

    /// 200 windows and 2,000 runs around today.
    void fill()
    {
        std::mt19937 dice(7);
        const auto upTo = [&dice](int most) { return int(dice() % unsigned(most + 1)); };
        static const QStringList effects{u"disabled"_s, u"approve"_s, u"notify"_s, u"execute"_s};
        static const QStringList names{u"Storage firmware"_s, u"Database upgrade"_s, u"Checkout 4.18"_s,
                                       u"Load test"_s,        u"CDN switch"_s,       u"Fire drill"_s};
        QList<QJsonObject> windows{
            with(window(u"Weekly reboot"_s, m_today.addDays(-21), 2, 4), u"recurring"_s, u"0 2 * * 0"_s),
            with(window(u"Weekend change freeze"_s, m_today.addDays(1), 16, 76), u"autonomy_override"_s, u"approve"_s)};
        while (windows.size() < 200) {
            const int from = upTo(21);
            QJsonObject one = window(names.at(upTo(5)), m_today.addDays(upTo(60) - 30), from, from + 1 + upTo(2));
            one = with(one, u"autonomy_override"_s, effects.at(upTo(3)));
            windows.append(with(one, u"scope"_s, upTo(1) ? QJsonArray{u"tag:storage"_s} : QJsonArray{u"*"_s}));
        }
        store(windows);
        domain::Automation automation = test::someAutomation(u"NAS backup"_s);
        automation.tags = {u"storage"_s};
        automation.triggers = {domain::Schedule{.cron = u"0 */2 * * *"_s}};
        automation = m_house->workspace.create({automation}).first();
        const base::Instant now = m_house->workspace.clock.now();
        QList<domain::Run> runs;
        for (int i = 1; i <= 2000; ++i) {
            domain::Run run;
            run.automationId = automation.id;
            run.automationName = automation.name;
            run.trigger = domain::TriggerKind::Schedule;
            run.plannedFor = now - i * (i % 7 == 0 ? 9min : 5min);
            run.status = domain::RunStatus::Skipped;
            runs.append(run);
        }
        QVERIFY(test::await(m_house->context.store.runs().plan(runs, {})));
    }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::MaintenancePane> m_pane;
    QDate m_today;
    QList<std::function<void()>> m_said;
};

REGISTER_TEST(MaintenancePaneTest);

} // namespace

#include "test_maintenancepane.moc"
