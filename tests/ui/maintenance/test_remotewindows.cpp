// SPDX-License-Identifier: Apache-2.0
// Maintenance windows of a remote system beside those of the workspace: shown with their system, and not for editing.
#include "app/store/mirrors/windowsthere.h"
#include "tests/models/remoteworld.h"
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/maintenance/calendarview.h"
#include "ui/maintenance/maintenancepane.h"
#include "ui/widgets/segments.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::MaintenanceWindow;

class RemoteWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_house->workspace.clock.advance(72h);
        const QDate today = QDateTime::fromMSecsSinceEpoch(base::toMillis(m_house->workspace.clock.now())).date();
        test::RemoteWorld world(m_house->workspace);
        const base::ConnectionId office = world.connection(u"Office"_s);
        world.see(office, {test::RemoteWorld::automation(u"1"_s, u"Backup"_s)});
        QVERIFY(test::await(m_house->context.store.windows().create({window(u"Freeze"_s, today, 9)}, u"ann"_s)));
        const store::WindowThere there{
            .connection = office, .remoteId = u"7"_s, .window = window(u"Reboot"_s, today.addDays(1), 12)};
        m_there = office.text() + u"/7"_s;
        QVERIFY(test::await(m_house->context.store.mirrors().seeWindows(office, {there})));
        m_pane = std::make_unique<ui::MaintenancePane>(m_house->context);
    }
    void cleanup()
    {
        m_pane.reset();
        m_house.reset();
    }

    void theyAreShownWithTheirSystem()
    {
        test::Sheet sheet(*m_pane, {1240, 760});
        QTRY_COMPARE(blocks().size(), 2);
        const auto home = [this](const QString &window) {
            for (const models::CalendarBlock &block : blocks()) {
                if (block.name == window)
                    return block.home;
            }
            return u"missing"_s;
        };
        QCOMPARE(home(u"Reboot"_s), u"Office"_s);
        QCOMPARE(home(u"Freeze"_s), QString());
        m_pane->calendar().choose(m_there);
        QVERIFY(m_pane->calendar().accessibleDescription().startsWith(u"Reboot at Office"_s));
        QVERIFY(test::textOf(*m_pane->inspector(), u"windowState"_s).contains(u"It lives at Office"_s));
        QVERIFY(test::shoot(sheet, u"maintenance-remote"_s));
        Q_EMIT m_pane->findChild<ui::Segments *>(u"calendarViews"_s)->chosen(3);
        auto *table = m_pane->findChild<QTableView *>(u"windowsTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(1, 0).data(models::HomeRole).toString(), u"Office"_s);
        QCOMPARE(table->model()->index(1, models::WindowModel::Hits).data().toString(), u"1"_s);
        QVERIFY(test::shoot(sheet, u"maintenance-remote-list"_s));
    }

    void theyCannotBeChangedHereAndSayWhy()
    {
        test::Sheet sheet(*m_pane, {1240, 760});
        QTRY_COMPARE(blocks().size(), 2);
        m_pane->calendar().choose(m_there);
        for (const char *name : {"editWindow", "openWindow", "closeWindow", "extendWindow", "removeWindow"}) {
            const auto *verb = m_pane->findChild<QAction *>(QString::fromLatin1(name));
            QVERIFY2(verb && !verb->isEnabled(), name);
            QVERIFY2(verb->toolTip().contains(u"Office"_s), name);
        }
        QSignalSpy said(m_pane.get(), &ui::Pane::said);
        const int block = m_pane->calendar().chosen();
        const domain::WindowSpan span = blocks().at(block).span;
        Q_EMIT m_pane->calendar().moved(block, {span.from + 2h, span.to + 2h});
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().contains(u"Office"_s));
        QCOMPARE(test::await(m_house->context.store.windows().list())->size(), 1);
        QCOMPARE(test::await(m_house->context.store.mirrors().windows())->first().window.exceptions.size(), 0);
        const QString own = test::await(m_house->context.store.windows().list())->first().id;
        m_pane->calendar().choose(own);
        QVERIFY(m_pane->findChild<QAction *>(u"editWindow"_s)->isEnabled());
    }

    /// What is planned where they are is not known here, so nothing is said of it.
    void theyCountNoSlots()
    {
        test::Sheet sheet(*m_pane, {1240, 760});
        QTRY_COMPARE(blocks().size(), 2);
        const auto shown = [this](const char *part) {
            return m_pane->inspector()->findChild<QWidget *>(QLatin1StringView(part))->isVisible();
        };
        m_pane->calendar().choose(test::await(m_house->context.store.windows().list())->first().id);
        QVERIFY(shown("windowSlotsHead"));
        m_pane->calendar().choose(m_there);
        QVERIFY(!shown("windowSlotsHead") && !shown("windowSlots"));
        QVERIFY(shown("windowFacts"));
    }

private:
    static MaintenanceWindow window(const QString &name, QDate day, int hour)
    {
        const auto wall = [day](int at) {
            return QDateTime(day, QTime(0, 0)).addSecs(at * 3600).toString(Qt::ISODate);
        };
        return domain::windowFromJson({{u"name"_s, name}, {u"start"_s, wall(hour)}, {u"end"_s, wall(hour + 4)}})
            .value();
    }
    const QList<models::CalendarBlock> &blocks() const { return m_pane->calendar().blocks(); }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<ui::MaintenancePane> m_pane;
    QString m_there;
};

REGISTER_TEST(RemoteWindowsTest);

#include "test_remotewindows.moc"
