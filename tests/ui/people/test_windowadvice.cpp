// SPDX-License-Identifier: Apache-2.0
// What the maintenance windows say to somebody who is about to run an automation.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/forms/run/rundialog.h"
#include "ui/forms/run/runstarter.h"
#include "ui/widgets/messages/banner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::await;

class TestWindowAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<test::PaneHouse>();
        m_window = std::make_unique<QWidget>();
        m_starter = std::make_unique<ui::RunStarter>(m_house->context);
        m_window->show();
        m_automation = m_house->workspace.create({test::someAutomation(u"Backup"_s)}).first();
    }
    void cleanup()
    {
        m_window.reset();
        m_starter.reset();
        m_house.reset();
    }

    void withoutAWindowItStartsAtOnce()
    {
        addWindow(600, 60, u"block"_s); // one that is not open
        QSignalSpy queued(m_starter.get(), &ui::RunStarter::queued);
        m_starter->start(m_window.get(), m_automation.id);
        QTRY_COMPARE(queued.size(), 1);
        QVERIFY(!dialog());
    }

    void whoeverPressedItAskedForItAlsoWhereAnotherTakesTheDesk()
    {
        m_starter->start(m_window.get(), m_automation.id);
        m_house->seat.lock(); // before anything was read
        QTRY_COMPARE(await(m_house->workspace->runs().page({}))->size(), 1);
        QCOMPARE(await(m_house->workspace->runs().page({})).value().first().requestedBy, u"tester"_s);
    }

    void aWindowThatWarnsIsToldBefore()
    {
        addWindow(-5, 60, u"warn"_s);
        m_starter->start(m_window.get(), m_automation.id);
        QTRY_VERIFY(dialog());
        QVERIFY(advice().startsWith(u"The window “Freeze” is open until"_s));
        QVERIFY(!reason());
        QVERIFY(await(m_house->workspace->runs().page({}))->isEmpty());
        run();
        QTRY_COMPARE(await(m_house->workspace->runs().page({}))->size(), 1);
    }

    void aWindowThatHoldsIsBrokenForAReasonOnly()
    {
        addWindow(-5, 60, u"block"_s);
        m_starter->start(m_window.get(), m_automation.id);
        QTRY_VERIFY(dialog());
        QVERIFY(advice().startsWith(u"The window “Freeze” holds runs by hand until"_s));
        QVERIFY(reason());
        QVERIFY(test::shoot(*dialog(), u"run-dialog-window"_s));
        QCOMPARE(test::unnamedWidgets(*dialog()), QStringList());
        reason()->setText(u"the disk is full"_s);
        run();
        QTRY_COMPARE(await(m_house->workspace->runs().page({}))->size(), 1);
        const domain::Run run = await(m_house->workspace->runs().page({})).value().first();
        QCOMPARE(run.overrideReason, u"the disk is full"_s);
        QStringList actions;
        const auto entries = await(m_house->workspace->audit().page({.limit = 2}));
        for (const store::AuditEntry &entry : *entries)
            actions.append(entry.action);
        QCOMPARE(actions, (QStringList{u"break_glass"_s, u"run"_s}));
    }

    void whoMayNotBreakItCanOnlyWait()
    {
        addWindow(-5, 60, u"block"_s);
        QVERIFY(await(m_house->workspace->operators().add({u"uma"_s, domain::Role::User}, u"tester"_s, u"tester"_s)));
        const auto made = await(m_house->workspace->operators().createToken(
            {.name = u"desk"_s, .operatorName = u"uma"_s, .role = domain::Role::User}, u"tester"_s, u"tester"_s));
        bool taken = false;
        m_house->seat.take(made->secret, [&taken](const base::Status &status) { taken = status.has_value(); });
        QTRY_VERIFY(taken);
        m_starter->start(m_window.get(), m_automation.id);
        QTRY_VERIFY(dialog());
        QVERIFY(!reason()->isEnabled());
        QVERIFY(reason()->toolTip().contains(u"uma may not do this"_s));
        run();
        QTRY_COMPARE(await(m_house->workspace->runs().page({}))->size(), 1);
        QVERIFY(await(m_house->workspace->runs().page({})).value().first().overrideReason.isEmpty());
    }

    void aRunThatWillNotBeDoneInTimeIsToldBefore()
    {
        for (int i = 0; i < 20; ++i)
            m_house->workspace.runFor(m_automation.id, 30min);
        addWindow(10, 60, u"allow"_s);
        m_starter->start(m_window.get(), m_automation.id);
        QTRY_VERIFY(dialog());
        QVERIFY2(advice().startsWith(u"It is not expected to end before a window begins at"_s), qPrintable(advice()));
    }

private:
    /// From some minutes ahead on; negative is before.
    void addWindow(int from, int minutes, const QString &manual)
    {
        const base::Instant start = m_house->workspace.clock.now() + std::chrono::minutes(from);
        const auto window =
            domain::windowFromJson({{u"name"_s, u"Freeze"_s},
                                    {u"start"_s, base::isoUtc(start).left(19)},
                                    {u"end"_s, base::isoUtc(start + std::chrono::minutes(minutes)).left(19)},
                                    {u"timezone"_s, u"UTC"_s},
                                    {u"manual_runs"_s, manual}});
        QVERIFY(await(m_house->workspace->windows().create({*window}, u"ann"_s)));
    }
    ui::RunDialog *dialog() const { return m_window->findChild<ui::RunDialog *>(); }
    QLineEdit *reason() const { return dialog()->findChild<QLineEdit *>(u"overrideReason"_s); }
    QString advice() const { return dialog()->findChild<ui::Banner *>(u"windowAdvice"_s)->accessibleName(); }
    void run() { dialog()->findChild<QPushButton *>(u"run"_s)->click(); }

    std::unique_ptr<test::PaneHouse> m_house;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<ui::RunStarter> m_starter;
    domain::Automation m_automation;
};

REGISTER_TEST(TestWindowAdvice);

#include "test_windowadvice.moc"
