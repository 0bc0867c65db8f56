// SPDX-License-Identifier: Apache-2.0
// Running by hand what asks for arguments.
#include "tests/support/memorykeychain.h"
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/formrow.h"
#include "ui/forms/run/rundialog.h"
#include "ui/forms/run/runstarter.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using domain::Argument;
using domain::ArgumentKind;
using domain::ArgumentValues;

namespace {

QList<Argument> allKinds()
{
    return {{.name = u"mode"_s, .kind = ArgumentKind::Fixed, .fallback = u"fast"_s},
            {.name = u"host"_s,
             .label = u"Target host"_s,
             .help = u"Where the backup goes; a short name such as nas1."_s,
             .required = true,
             .pattern = u"[a-z]+\\d?"_s},
            {.name = u"level"_s,
             .kind = ArgumentKind::Options,
             .label = u"Compression"_s,
             .fallback = u"normal"_s,
             .options = {u"none"_s, u"normal"_s, u"best"_s}},
            {.name = u"token"_s, .kind = ArgumentKind::Secret, .label = u"API token"_s, .fallback = u"${secret:nas}"_s},
            {.name = u"since"_s, .kind = ArgumentKind::Date, .label = u"Since"_s},
            {.name = u"list"_s, .kind = ArgumentKind::File, .label = u"Exclude list"_s, .help = u"A path a line."_s}};
}

} // namespace

class TestRunDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        m_secrets = std::make_unique<test::MemorySecrets>(m_desk->store.store());
        m_window = std::make_unique<QWidget>();
        m_context = std::make_unique<ui::Context>(m_desk->context());
        m_context->secrets = m_secrets->get();
        m_starter = std::make_unique<ui::RunStarter>(*m_context);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_starter.reset();
        m_context.reset();
        m_secrets.reset();
        m_desk.reset();
    }

    void whatAsksNothingRunsAtOnce()
    {
        const domain::Automation plain = m_desk->stored(test::someAutomation());
        const domain::Automation fixed = stored({{.name = u"a"_s, .kind = ArgumentKind::Fixed, .fallback = u"x"_s}});
        QSignalSpy queued(m_starter.get(), &ui::RunStarter::queued);
        m_starter->start(m_window.get(), plain.id);
        m_starter->start(m_window.get(), fixed.id);
        QTRY_COMPARE(queued.size(), 2);
        QVERIFY(!dialog());
        QCOMPARE(lastRun().arguments.value(u"a"_s), u"x"_s);
    }

    void theFormIsMadeFromTheDefinitions()
    {
        open(allKinds());
        QVERIFY(!dialog()->findChild<QWidget *>(u"argument:mode"_s));
        QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("host"));
        QCOMPARE(field<QComboBox>("level")->currentText(), u"normal"_s);
        QCOMPARE(field<QLineEdit>("token")->echoMode(), QLineEdit::Password);
        QVERIFY(field<QLineEdit>("token")->text().isEmpty());
        QVERIFY(field<QLineEdit>("token")->placeholderText().contains(u"nas"_s));
        QCOMPARE(test::unnamedWidgets(*dialog()), QStringList());
        QVERIFY(test::shoot(*dialog(), u"run-dialog"_s));
    }

    void enterRuns()
    {
        const domain::Automation automation = open(allKinds());
        QTest::keyClicks(QApplication::focusWidget(), u"nas1"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        const domain::Run run = lastRun();
        QCOMPARE(run.automationId, automation.id);
        QCOMPARE(run.requestedBy, u"tester"_s);
        const ArgumentValues expected{{u"mode"_s, u"fast"_s},    {u"host"_s, u"nas1"_s},
                                      {u"level"_s, u"normal"_s}, {u"token"_s, u"${secret:nas}"_s},
                                      {u"since"_s, {}},          {u"list"_s, {}}};
        QCOMPARE(run.arguments, expected);
        QVERIFY2(m_secrets->state.asked.isEmpty(), "a stored secret is not fetched by the window");
    }

    void whatIsWrongIsShownWhileTyping()
    {
        open(allKinds());
        auto *host = field<QLineEdit>("host");
        QVERIFY2(errors().isEmpty(), "nobody is blamed for what is still to be filled in");
        QTest::keyClicks(host, u"NAS"_s);
        QVERIFY(host->property("error").toBool());
        QVERIFY(errors().join(u' ').contains(u"[a-z]+"_s));
        host->selectAll();
        QTest::keyClicks(host, u"nas"_s);
        QVERIFY(!host->property("error").toBool());
        QTest::keyClicks(field<QLineEdit>("since"), u"2026-02-30"_s);
        QTest::keyClicks(field<QLineEdit>("list"), u"exclude"_s);
        QCOMPARE(errors().size(), 2);
        QVERIFY(test::shoot(*dialog(), u"run-dialog-wrong"_s));
        QTest::keyClick(host, Qt::Key_Return);
        QVERIFY(dialog());
        QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("since"));
        QVERIFY(test::await(m_desk->store->runs().page({}))->isEmpty());
    }

    void whatIsRequiredIsToldOnRun()
    {
        open(allKinds());
        QTest::mouseClick(dialog()->findChild<QPushButton *>(u"run"_s), Qt::LeftButton);
        QVERIFY(field<QLineEdit>("host")->property("error").toBool());
        QVERIFY(errors().join(u' ').contains(u"required"_s));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(test::await(m_desk->store->runs().page({}))->isEmpty());
    }

    void aTypedSecretIsLent()
    {
        open(allKinds());
        QTest::keyClicks(field<QLineEdit>("host"), u"nas"_s);
        QTest::keyClicks(field<QLineEdit>("token"), u"hunter2"_s);
        QCOMPARE(field<QLineEdit>("token")->echoMode(), QLineEdit::Password);
        QTest::keyClick(field<QLineEdit>("token"), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        const domain::Run run = lastRun();
        QCOMPARE(run.arguments.value(u"token"_s), u"${secret:%1/TOKEN}"_s.arg(run.id.text()));
        QCOMPARE(m_secrets->state.entries.value(run.id.text() + u"/TOKEN"_s), u"hunter2"_s);
    }

    void aStoredSecretIsChosenByName()
    {
        QVERIFY(test::await((*m_secrets)->set(u"other"_s, u"value"_s, {})));
        open(allKinds());
        auto *tool = dialog()->findChild<QToolButton *>(u"storedSecrets:token"_s);
        QTRY_VERIFY(tool->isVisible());
        QCOMPARE(tool->menu()->actions().size(), 1);
        tool->menu()->actions().constFirst()->trigger();
        QCOMPARE(field<QLineEdit>("token")->text(), u"${secret:other}"_s);
        QCOMPARE(field<QLineEdit>("token")->echoMode(), QLineEdit::Normal);
    }

    void aLockedKeyringIsTold()
    {
        open(allKinds());
        m_secrets->state.keyring = test::Keyring::Locked;
        QTest::keyClicks(field<QLineEdit>("host"), u"nas"_s);
        QTest::keyClicks(field<QLineEdit>("token"), u"hunter2"_s);
        QTest::keyClick(field<QLineEdit>("token"), Qt::Key_Return);
        auto *banner = dialog()->findChild<QWidget *>(u"runBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(dialog()->findChild<QPushButton *>(u"run"_s)->isEnabled());
        QVERIFY(test::shoot(*dialog(), u"run-dialog-locked"_s));
        QVERIFY(test::await(m_desk->store->runs().page({}))->isEmpty());
    }

    void theValuesOfLastTimeAreOffered()
    {
        const domain::Automation automation = open(allKinds());
        QTest::keyClicks(field<QLineEdit>("host"), u"nas7"_s);
        field<QComboBox>("level")->setCurrentIndex(2);
        QTest::keyClicks(field<QLineEdit>("token"), u"hunter2"_s);
        QTest::keyClick(field<QLineEdit>("host"), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        m_starter->start(m_window.get(), automation.id);
        QTRY_VERIFY(dialog());
        QCOMPARE(field<QLineEdit>("host")->text(), u"nas7"_s);
        QCOMPARE(field<QComboBox>("level")->currentText(), u"best"_s);
        QVERIFY2(field<QLineEdit>("token")->text().isEmpty(), "a secret is typed anew");
        QVERIFY(!dialog()->findChild<QLabel *>(u"runNote"_s)->text().isEmpty());
    }

    void aRunIsDoneAgainWithItsValues()
    {
        const domain::Automation automation = stored(allKinds());
        const ArgumentValues like{{u"host"_s, u"nas3"_s},
                                  {u"level"_s, u"gone"_s},
                                  {u"token"_s, u"${secret:run_abc/TOKEN}"_s},
                                  {u"since"_s, u"2026-10-01"_s}};
        m_starter->start(m_window.get(), automation.id, like);
        QTRY_VERIFY(dialog());
        QCOMPARE(field<QLineEdit>("host")->text(), u"nas3"_s);
        QCOMPARE(field<QLineEdit>("since")->text(), u"2026-10-01"_s);
        QCOMPARE(field<QComboBox>("level")->currentText(), u"normal"_s);
        QVERIFY(field<QLineEdit>("token")->text().isEmpty());
    }

    void aDayAndAFileArePicked()
    {
        open(allKinds());
        auto *calendar = dialog()->findChild<QCalendarWidget *>(u"days:since"_s);
        QVERIFY(calendar);
        Q_EMIT calendar->clicked(QDate(2026, 10, 25));
        QCOMPARE(field<QLineEdit>("since")->text(), u"2026-10-25"_s);
        const QString path = m_desk->store.directory() + u"/signalbox.db"_s;
        QTest::mouseClick(dialog()->findChild<QToolButton *>(u"browse:list"_s), Qt::LeftButton);
        auto *picker = dialog()->findChild<QFileDialog *>(u"chooseFile"_s);
        QVERIFY(picker);
        picker->selectFile(path);
        QMetaObject::invokeMethod(picker, "accept");
        QTRY_COMPARE(field<QLineEdit>("list")->text(), path);
    }

    void severalAskOneAfterTheOther()
    {
        const domain::Automation one = stored(allKinds());
        const domain::Automation two = stored(allKinds());
        m_starter->start(m_window.get(), one.id);
        m_starter->start(m_window.get(), two.id);
        QTRY_VERIFY(dialog());
        QCOMPARE(m_window->findChildren<ui::RunDialog *>().size(), 1);
        const QPointer<ui::RunDialog> first = dialog();
        first->reject();
        QTRY_VERIFY(!first && dialog());
        QTest::keyClicks(field<QLineEdit>("host"), u"nas"_s);
        QTest::keyClick(field<QLineEdit>("host"), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(lastRun().automationId, two.id);
    }

private:
    domain::Automation stored(const QList<Argument> &arguments)
    {
        domain::Automation automation = test::someAutomation(u"Backup to the NAS"_s);
        automation.arguments = arguments;
        return m_desk->stored(automation);
    }
    domain::Automation open(const QList<Argument> &arguments)
    {
        const domain::Automation automation = stored(arguments);
        m_starter->start(m_window.get(), automation.id);
        const bool shown = QTest::qWaitFor([this] { return dialog() && dialog()->isVisible(); });
        if (!shown || !QTest::qWaitForWindowActive(dialog()))
            qFatal("the dialog does not open");
        return automation;
    }
    ui::RunDialog *dialog() const { return m_window->findChild<ui::RunDialog *>(); }
    template <typename Control> Control *field(const char *name) const
    {
        auto *control = dialog()->findChild<Control *>(u"argument:"_s + QLatin1StringView(name));
        if (!control)
            qFatal("there is no field %s", name);
        return control;
    }
    QStringList errors() const
    {
        QStringList texts;
        const auto lines = dialog()->findChildren<ui::ErrorLine *>();
        for (const ui::ErrorLine *line : lines)
            if (!line->text().isEmpty())
                texts.append(line->text());
        return texts;
    }
    domain::Run lastRun() const { return test::await(m_desk->store->runs().page({.limit = 1}))->value(0); }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<test::MemorySecrets> m_secrets;
    std::unique_ptr<ui::Context> m_context;
    std::unique_ptr<ui::RunStarter> m_starter;
    std::unique_ptr<QWidget> m_window;
};

REGISTER_TEST(TestRunDialog);
#include "test_rundialog.moc"
