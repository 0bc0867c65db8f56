// SPDX-License-Identifier: Apache-2.0
// A run's day with a real engine, only by what people see and press: asked for, rejected, asked for again, approved by
// two at one desk, held by a window, released, done. After each step every pane says so without being read again.
#include "models/approvals/approvalmodel.h"
#include "models/audit/auditmodel.h"
#include "models/automationmodel.h"
#include "models/runmodel.h"
#include "tests/flow/window/flowhouse.h"
#include "tests/support/registry.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/railmodel.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/rail.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using test::await;

namespace {

/// What each pane is to say.
struct Seen
{
    QString run;       ///< Status of the newest run in Runs.
    QString last;      ///< Of the automation's last run in Automations.
    QString queue;     ///< The first caption in Approvals.
    QString need;      ///< A text among the needs of Overview; empty for nothing.
    QString when;      ///< Of the window in Maintenance, how it begins.
    QString audit;     ///< The newest entry of the audit.
    QString who;       ///< And whose it is.
    int approvals = 0; ///< The count at the rail.
    int windows = 0;
};

/// It waits for others than whoever has the desk.
Seen waiting(const QString &audit, const QString &who)
{
    return {.run = u"Needs approval"_s,
            .last = u"Needs approval"_s,
            .queue = u"Waiting for others"_s,
            .need = u"tester asks to run it"_s,
            .when = u"1 Jan"_s,
            .audit = audit,
            .who = who,
            .approvals = 1};
}

/// Nobody is asked any more.
Seen decided(const QString &run, const QString &audit, const QString &who)
{
    return {.run = run, .last = run, .queue = u"Decided"_s, .need = {}, .when = u"1 Jan"_s, .audit = audit, .who = who};
}

} // namespace

class DayInTheLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        m_house.reset();
    }
    void aRunsDay();

private:
    void begin();
    void itIsAskedForAndRejected();
    void itIsAskedForAgainAndOneAgrees();
    void itIsHeldByAWindowAndReleased();
    void see(const Seen &seen);
    void seeRail(const Seen &seen);
    void takeDesk(const QString &name);
    QAction *action(const char *name) const;
    template <typename View> View *view(const char *name) const
    {
        return m_window->findChild<View *>(QLatin1StringView(name));
    }
    void ask();
    void choose(const QString &pane);
    void decide(const char *verb);
    QString text(const char *table, int column, int role = Qt::DisplayRole) const;
    bool saysNeed(const QString &text) const;

    std::unique_ptr<test::FlowHouse> m_house;
    std::unique_ptr<ui::MainWindow> m_window;
    QHash<QString, QString> m_tokens;
};

QAction *DayInTheLifeTest::action(const char *name) const
{
    return m_window->findChild<QAction *>(QLatin1StringView(name));
}

/// Of the first row.
QString DayInTheLifeTest::text(const char *table, int column, int role) const
{
    const auto *view = m_window->findChild<QAbstractItemView *>(QLatin1StringView(table));
    return view ? view->model()->index(0, column).data(role).toString() : QString();
}

bool DayInTheLifeTest::saysNeed(const QString &wanted) const
{
    const auto *pane = m_window->findChild<QWidget *>(u"overviewPane"_s);
    const QList<QLabel *> labels = (pane ? pane : m_window.get())->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(wanted)) {
            return true;
        }
    }
    return false;
}

void DayInTheLifeTest::choose(const QString &pane)
{
    m_window->choosePane(pane);
}

void DayInTheLifeTest::seeRail(const Seen &seen)
{
    const QAbstractItemModel *rail = m_window->findChild<ui::Rail *>()->model();
    const auto count = [rail](const QString &key) {
        for (int row = 0; row < rail->rowCount(); ++row) {
            if (rail->index(row, 0).data(models::KeyRole).toString() == key) {
                return rail->index(row, 0).data(models::CountRole).toInt();
            }
        }
        return -1;
    };
    QTRY_COMPARE(count(u"approvals"_s), seen.approvals);
    QTRY_COMPARE(count(u"maintenance"_s), seen.windows);
    const auto *line = m_window->findChild<ui::StatusLine *>();
    QTRY_COMPARE(line->texts().join(u' ').contains(u"Freeze"_s), seen.windows > 0);
}

void DayInTheLifeTest::see(const Seen &seen)
{
    choose(u"runs"_s);
    QTRY_COMPARE_WITH_TIMEOUT(text("runsTable", models::RunModel::Status), seen.run, 10000);
    choose(u"automations"_s);
    QTRY_COMPARE(text("automationsTable", models::AutomationModel::LastRun), seen.last);
    choose(u"approvals"_s);
    QTRY_COMPARE(text("approvalsList", 0), seen.queue);
    choose(u"overview"_s);
    QTRY_VERIFY2(seen.need.isEmpty() ? saysNeed(u"Nothing. Failures"_s) : saysNeed(seen.need), qPrintable(seen.run));
    choose(u"maintenance"_s);
    QTRY_VERIFY2(text("windowsTable", 2).startsWith(seen.when), qPrintable(text("windowsTable", 2)));
    choose(u"audit"_s);
    QTRY_COMPARE(text("auditTable", models::AuditModel::What), seen.audit);
    QCOMPARE(text("auditTable", models::AuditModel::Who), seen.who);
    seeRail(seen);
}

void DayInTheLifeTest::takeDesk(const QString &name)
{
    action("changeOperator")->trigger();
    QTRY_VERIFY(view<QDialog>("textQuestion"));
    auto *dialog = view<QDialog>("textQuestion");
    dialog->findChild<QLineEdit *>(u"answer"_s)->setText(m_tokens.value(name));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"take"_s), Qt::LeftButton);
    QTRY_COMPARE(m_house->seat.who().name, name);
    QTRY_VERIFY(!view<QDialog>("textQuestion"));
}

void DayInTheLifeTest::ask()
{
    choose(u"automations"_s);
    auto *table = view<QTableView>("automationsTable");
    table->selectRow(0);
    QTRY_VERIFY(action("runNow")->isEnabled());
    action("runNow")->trigger();
}

void DayInTheLifeTest::decide(const char *verb)
{
    choose(u"approvals"_s);
    auto *list = view<QListView>("approvalsList");
    QTRY_COMPARE(text("approvalsList", 0), u"You can decide"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(action("approve")->isEnabled());
    action(verb)->trigger();
}

void DayInTheLifeTest::begin()
{
    m_house = std::make_unique<test::FlowHouse>();
    store::Store &store = m_house->engine.store.store();
    for (const QString &name : {u"ann"_s, u"bob"_s}) {
        QVERIFY(await(store.operators().add({name, domain::Role::Operator}, u"tester"_s, u"tester"_s)));
        const auto made = await(store.operators().createToken(
            {.name = u"desk"_s, .operatorName = name, .role = domain::Role::Operator}, u"tester"_s, u"tester"_s));
        m_tokens.insert(name, made->secret);
    }
    m_house->engine.add(u"echo paid"_s, [](domain::Automation &automation) {
        automation.name = u"Payout"_s;
        automation.approval = domain::ApprovalPolicy{};
        automation.approval->quorum = 2;
    });
    const auto window = domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                                {u"start"_s, u"2030-01-01T00:00:00"_s},
                                                {u"end"_s, u"2030-01-02T00:00:00"_s},
                                                {u"manual_runs"_s, u"block"_s}});
    QVERIFY(await(store.windows().create({*window}, u"tester"_s)));
    m_window = std::make_unique<ui::MainWindow>(m_house->context);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->start();
    m_window->setEngine(ui::EngineState::Ours);
    QTRY_VERIFY(view<QTableView>("automationsTable"));
    QTRY_COMPARE(view<QTableView>("automationsTable")->model()->rowCount(), 1);
    choose(u"maintenance"_s);
    const QList<QAbstractButton *> buttons = view<QWidget>("calendarViews")->findChildren<QAbstractButton *>();
    buttons.constLast()->click(); // the list
}

void DayInTheLifeTest::itIsAskedForAndRejected()
{
    ask();
    see(waiting(u"Asked for approval"_s, u"tester"_s)); // whoever asked does not decide
    QVERIFY(!action("approve")->isEnabled());

    takeDesk(u"ann"_s);
    decide("reject");
    auto *comment = view<QLineEdit>("approvalComment");
    QTRY_VERIFY(view<QWidget>("commentWanted")->isVisible());
    comment->setText(u"the wrong account"_s);
    action("reject")->trigger();
    see(decided(u"Rejected"_s, u"Rejected"_s, u"ann"_s));
}

void DayInTheLifeTest::itIsAskedForAgainAndOneAgrees()
{
    action("giveBack")->trigger();
    QTRY_COMPARE(m_house->seat.who().name, u"tester"_s);
    ask();
    takeDesk(u"ann"_s);
    decide("approve");
    see(waiting(u"Approved"_s, u"ann"_s));
}

void DayInTheLifeTest::itIsHeldByAWindowAndReleased()
{
    takeDesk(u"bob"_s);
    choose(u"maintenance"_s);
    view<QTableView>("windowsTable")->selectRow(0);
    QTRY_VERIFY(action("openWindow")->isEnabled());
    action("openWindow")->trigger();
    decide("approve");
    Seen held = decided(u"Held"_s, u"Approved"_s, u"bob"_s);
    held.last = u"Held: the window Freeze holds manual runs until it ends"_s;
    held.when = u"open until"_s;
    held.windows = 1;
    see(held);

    choose(u"maintenance"_s);
    view<QTableView>("windowsTable")->selectRow(0);
    QTRY_VERIFY(action("closeWindow")->isEnabled());
    action("closeWindow")->trigger();
    see(decided(u"Done"_s, u"Closed a window"_s, u"bob"_s));
}

void DayInTheLifeTest::aRunsDay()
{
    for (const auto step :
         {&DayInTheLifeTest::begin, &DayInTheLifeTest::itIsAskedForAndRejected,
          &DayInTheLifeTest::itIsAskedForAgainAndOneAgrees, &DayInTheLifeTest::itIsHeldByAWindowAndReleased}) {
        (this->*step)();
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    QCOMPARE(m_house->engine.log(m_house->engine.runs().first().id), "paid\n"_ba);
    QVERIFY(test::shoot(*m_window, u"day-in-the-life"_s));
}

REGISTER_TEST(DayInTheLifeTest);

#include "test_dayinthelife.moc"
