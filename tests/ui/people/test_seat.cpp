// SPDX-License-Identifier: Apache-2.0
// Who sits at the desk: taken with a token, given back, locked, for looking only; and what that does to actions, panes
// and the store.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/approvals/approvalspane.h"
#include "ui/automations/automationspane.h"
#include "ui/runs/runspane.h"
#include "ui/seat/seatmenu.h"
#include "ui/settings/settingspane.h"
#include "ui/shell/enginecorner.h"

#include <QAction>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::Right;
using domain::Role;
using test::await;

class TestSeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_house = std::make_unique<test::PaneHouse>(); }
    void cleanup() { m_house.reset(); }

    void theAccountSitsThereAndMayDoEverything()
    {
        QCOMPARE(seat().text(), u"tester (admin)"_s);
        QVERIFY(seat().may(Right::Admin));
        QCOMPARE(seat().by().from, u"window"_s);
        const ui::EngineCorner corner(test::look(), seat());
        QVERIFY(corner.accessibleName().contains(u"tester (admin)"_s));
    }

    void anotherTakesItWithATokenAndGivesItBack()
    {
        const QByteArray token = operatorWithToken(u"ann"_s, Role::User);
        QVERIFY(take(token));
        QCOMPARE(seat().text(), u"ann (user)"_s);
        QVERIFY(seat().may(Right::Run));
        QVERIFY(!seat().may(Right::Edit));
        QCOMPARE(seat().whyNot(Right::Edit), u"ann may not do this: it needs the role operator."_s);
        QCOMPARE(lastAudit().action, u"login"_s);
        QCOMPARE(lastAudit().by.from, u"window"_s);
        seat().giveBack();
        QCOMPARE(seat().text(), u"tester (admin)"_s);
        QVERIFY(!take("tok_nothing.x"));
        QCOMPARE(seat().who().name, u"tester"_s);
    }

    void aRevokedTokenLocksTheDesk()
    {
        const QByteArray token = operatorWithToken(u"ann"_s, Role::Operator);
        QVERIFY(take(token));
        QVERIFY(await(store().operators().setRole({u"ann"_s, Role::Viewer}, u"tester"_s)));
        QTRY_COMPARE(seat().who().role, Role::Viewer);
        QVERIFY(await(store().operators().revoke(store::tokenIdOf(token), u"tester"_s)));
        QTRY_COMPARE(seat().locked(), ui::Locked::Yes);
        QCOMPARE(seat().who().name, u"tester"_s);
    }

    void aTokenCountsUntilItsTimeByTheClock()
    {
        clock().advance(std::chrono::hours(24 * 3650)); // far from the time of the machine
        const bool added =
            await(store().operators().add({u"ann"_s, Role::Operator}, u"tester"_s, u"tester"_s)).has_value();
        QVERIFY(added && take(tokenOf(u"ann"_s, 1)));
        clock().advance(std::chrono::hours(24) - std::chrono::milliseconds(1));
        QVERIFY(await(store().operators().add({u"bob"_s, Role::User}, u"tester"_s, u"tester"_s))); // has it looked at
        QVERIFY(await(store().operators().setRole({u"ann"_s, Role::User}, u"tester"_s)));
        QTRY_COMPARE(seat().text(), u"ann (user)"_s);
        clock().advance(std::chrono::milliseconds(1));
        QTRY_COMPARE(seat().locked(), ui::Locked::Yes);
    }

    void lockedNothingCanBeChangedAndTheNextWindowIsLockedToo()
    {
        const domain::Automation automation = m_house->workspace.create(1).first();
        seat().lock();
        QCOMPARE(seat().text(), u"Locked"_s);
        const auto refused = await(store().runs().request(automation.id, seat().by()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, u"The desk is locked. Unlock it first."_s);
        QCOMPARE(ui::Seat(store(), u"tester"_s, m_house->desk, clock()).locked(), ui::Locked::Yes);
        QTRY_COMPARE(lastAudit().action, u"lock"_s);
        // Nobody has a token yet: whoever sits here can unlock it.
        QVERIFY(unlock());
        QCOMPARE(seat().locked(), ui::Locked::No);
        seat().lock();
        const QByteArray token = tokenOf(u"tester"_s);
        QVERIFY(!unlock());
        QCOMPARE(seat().locked(), ui::Locked::Yes);
        QVERIFY(take(token));
        QCOMPARE(seat().text(), u"tester (admin)"_s);
        QVERIFY(await(store().runs().request(automation.id, seat().by())));
    }

    void lookingOnlyIsRemembered()
    {
        seat().setReadOnly(ui::ReadOnly::Yes);
        QCOMPARE(seat().text(), u"tester (admin), looking only"_s);
        QVERIFY(seat().may(Right::View) && !seat().may(Right::Run));
        QCOMPARE(ui::Seat(store(), u"tester"_s, m_house->desk, clock()).readOnly(), ui::ReadOnly::Yes);
        seat().setReadOnly(ui::ReadOnly::No);
        QVERIFY(seat().may(Right::Admin));
    }

    void guardedActionsAreAsTheirOwnersSayOnceTheyMay()
    {
        QObject owner;
        QAction on(u"On"_s);
        QAction off(u"Off"_s);
        on.setToolTip(u"does it"_s);
        off.setEnabled(false);
        off.setToolTip(u"choose one first"_s);
        seat().guard(Right::Edit, {&on, &off}, &owner);
        QVERIFY(on.isEnabled() && !off.isEnabled());
        seat().lock();
        QVERIFY(!on.isEnabled() && !off.isEnabled());
        QCOMPARE(on.toolTip(), seat().whyNot(Right::Edit));
        off.setEnabled(true); // its owner changes its mind meanwhile
        off.setToolTip(u"does that"_s);
        QVERIFY(!off.isEnabled());
        QCOMPARE(off.toolTip(), seat().whyNot(Right::Edit));
        QVERIFY(unlock());
        QVERIFY(on.isEnabled() && off.isEnabled());
        QCOMPARE(on.toolTip(), u"does it"_s);
        QCOMPARE(off.toolTip(), u"does that"_s);
    }

    void whatIsNotAllowedIsDisabledWithTheReasonInEveryPane()
    {
        m_house->workspace.create(2);
        models::AutomationModel model(store(), m_house->workspace.catalog, m_house->workspace.clock);
        ui::AutomationsPane automations(m_house->context, model);
        ui::RunsPane runs(m_house->context);
        ui::ApprovalsPane approvals(m_house->context);
        ui::SettingsPane settings(m_house->context);
        QTRY_VERIFY(model.isLoaded());
        QVERIFY(take(operatorWithToken(u"vic"_s, Role::Viewer)));
        const QList<std::pair<QWidget *, QStringList>> guarded{
            {&automations, {u"newAutomation"_s, u"runNow"_s, u"edit"_s, u"duplicate"_s, u"pause"_s, u"delete"_s}},
            {&runs, {u"runAgain"_s, u"cancelRun"_s, u"startNow"_s, u"noteFailure"_s, u"clearQueue"_s}},
            {&approvals, {u"approve"_s, u"reject"_s}}};
        for (const auto &[pane, names] : guarded) {
            for (const QString &name : names) {
                const auto *action = pane->findChild<QAction *>(name);
                QVERIFY2(action, qPrintable(name));
                QVERIFY2(!action->isEnabled(), qPrintable(name));
                QVERIFY2(action->toolTip().contains(u"vic may not do this"_s), qPrintable(name));
            }
        }
        for (QPushButton *button : settings.findChildren<QPushButton *>())
            QVERIFY2(!button->isEnabled(), qPrintable(button->text()));
        seat().giveBack();
        QVERIFY(automations.findChild<QAction *>(u"newAutomation"_s)->isEnabled());
    }

    void whatIsHiddenIsInNoPane()
    {
        domain::Automation secret = test::someAutomation(u"Secret"_s);
        secret.acl = {u"ann"_s};
        const QList<domain::Automation> made = m_house->workspace.create({secret, test::someAutomation(u"Open"_s)});
        for (const domain::Automation &one : made)
            m_house->workspace.runFor(one.id, base::Seconds(1));
        models::AutomationModel automations(store(), m_house->workspace.catalog, m_house->workspace.clock);
        automations.setSight(seat().sight());
        models::RunModel runs(store(), m_house->workspace.clock);
        runs.setSight(seat().sight());
        QTRY_COMPARE(automations.rowCount(), 2);
        QTRY_COMPARE(runs.rowCount(), 2);
        QVERIFY(take(operatorWithToken(u"vic"_s, Role::Viewer)));
        QTRY_COMPARE(automations.rowCount(), 1);
        QTRY_COMPARE(runs.rowCount(), 1);
        QCOMPARE(automations.row(0).automation.name, u"Open"_s);
        m_house->workspace.runFor(made.first().id, base::Seconds(1)); // what happens now is not seen either
        m_house->workspace.runFor(made.last().id, base::Seconds(1));
        QTRY_COMPARE(runs.rowCount(), 2);
        QVERIFY(take(operatorWithToken(u"ann"_s, Role::Viewer)));
        QTRY_COMPARE(automations.rowCount(), 2);
        QTRY_COMPARE(runs.rowCount(), 4);
    }

    void theMenuChangesLocksAndUnlocks()
    {
        QWidget window;
        ui::SeatMenu menu(m_house->context, &window);
        QSignalSpy said(&menu, &ui::SeatMenu::said);
        QSignalSpy failed(&menu, &ui::SeatMenu::failed);
        m_house->prompts.text = QString::fromLatin1(operatorWithToken(u"ann"_s, Role::Operator));
        action(menu, "changeOperator")->trigger();
        QTRY_COMPARE(seat().text(), u"ann (operator)"_s);
        QCOMPARE(m_house->prompts.askedForText.last().echo, ui::TextQuestion::Echo::Hidden);
        QVERIFY(action(menu, "giveBack")->isEnabled());
        QCOMPARE(action(menu, "lockDesk")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_L));
        action(menu, "lockDesk")->trigger();
        QCOMPARE(seat().locked(), ui::Locked::Yes);
        QVERIFY(!action(menu, "giveBack")->isEnabled());
        m_house->prompts.text = u"tok_wrong.x"_s;
        action(menu, "changeOperator")->trigger();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(seat().locked(), ui::Locked::Yes);
        action(menu, "lockDesk")->trigger(); // the account has no token
        QTRY_COMPARE(seat().locked(), ui::Locked::No);
        action(menu, "readOnly")->trigger();
        QCOMPARE(seat().readOnly(), ui::ReadOnly::Yes);
        QVERIFY(said.size() >= 2);
    }

private:
    ui::Seat &seat() { return m_house->seat; }
    store::Store &store() { return m_house->workspace.store(); }
    test::FakeClock &clock() { return m_house->workspace.clock; }
    static QAction *action(const QMenu &menu, const char *name)
    {
        return menu.findChild<QAction *>(QLatin1StringView(name));
    }
    QByteArray tokenOf(const QString &name, std::optional<qint64> days = {})
    {
        const auto made = await(store().operators().createToken(
            {.name = u"desk"_s, .operatorName = name, .role = Role::Admin, .days = days}, u"tester"_s, u"tester"_s));
        return made ? made->secret.toLatin1() : QByteArray();
    }
    QByteArray operatorWithToken(const QString &name, Role role)
    {
        const bool added = await(store().operators().add({name, role}, u"tester"_s, u"tester"_s)).has_value();
        return added ? tokenOf(name) : QByteArray();
    }
    bool take(const QByteArray &token)
    {
        return waitFor([&](const auto &then) { seat().take(QString::fromLatin1(token), then); });
    }
    bool unlock()
    {
        return waitFor([&](const auto &then) { seat().unlock(then); });
    }
    static bool waitFor(const std::function<void(const std::function<void(const base::Status &)> &)> &ask)
    {
        std::optional<base::Status> answer;
        ask([&answer](const base::Status &status) { answer = status; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) && answer->has_value();
    }
    store::AuditEntry lastAudit()
    {
        const auto rows = await(store().audit().page({.limit = 1}));
        return rows && !rows->isEmpty() ? rows->first() : store::AuditEntry();
    }

    std::unique_ptr<test::PaneHouse> m_house;
};

REGISTER_TEST(TestSeat);

#include "test_seat.moc"
