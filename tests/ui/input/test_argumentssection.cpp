// SPDX-License-Identifier: Apache-2.0
// The page of the editor for what a run is asked for.
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/arguments/argumenttable.h"
#include "ui/forms/automationeditor.h"
#include "ui/forms/fieldform.h"
#include "ui/forms/sectionlist.h"
#include "ui/panes/inputpage.h"
#include "ui/widgets/factslist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using domain::ArgumentKind;

namespace {

constexpr int argumentsPage = 2;

domain::Automation asking()
{
    domain::Automation automation = test::someAutomation(u"Backup to the NAS"_s);
    automation.arguments = {
        {.name = u"host"_s, .label = u"Target host"_s, .required = true, .pattern = u"[a-z]+"_s},
        {.name = u"level"_s, .kind = ArgumentKind::Options, .fallback = u"low"_s, .options = {u"low"_s, u"high"_s}},
        {.name = u"token"_s, .kind = ArgumentKind::Secret, .fallback = u"${secret:nas}"_s}};
    return automation;
}

} // namespace

class TestArgumentsSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
    }

    void nothingTouchedNothingChanged()
    {
        open(m_desk->stored(asking()));
        QCOMPARE(names(), (QStringList{u"host"_s, u"level"_s, u"token"_s}));
        QVERIFY(!m_editor->hasChanges());
        for (int row = 0; row < 3; ++row)
            table()->setCurrentCell(row, 0);
        QVERIFY(!m_editor->hasChanges());
        QCOMPARE(test::unnamedWidgets(*m_editor), QStringList());
        table()->setCurrentCell(1, 0);
        QVERIFY(test::shoot(*m_editor, u"editor-arguments"_s));
    }

    void argumentsAreAddedMovedAndRemoved()
    {
        const domain::Automation automation = m_desk->stored(asking());
        open(automation);
        press("addArgument");
        QCOMPARE(table()->currentRow(), 3);
        type("argument:name", u"day"_s);
        choose(ArgumentKind::Date);
        press("argumentUp");
        press("argumentUp");
        QCOMPARE(names(), (QStringList{u"host"_s, u"day"_s, u"level"_s, u"token"_s}));
        table()->setCurrentCell(3, 0);
        QVERIFY(!button("argumentDown")->isEnabled());
        press("removeArgument");
        table()->setCurrentCell(0, 0);
        QVERIFY(!button("argumentUp")->isEnabled());
        press("argumentDown");
        const domain::Automation saved = save(automation.id);
        QStringList stored;
        for (const domain::Argument &argument : saved.arguments)
            stored.append(argument.name + u' ' + domain::kindWord(argument.kind));
        QCOMPARE(stored, (QStringList{u"day date"_s, u"host input"_s, u"level options"_s}));
        QCOMPARE(saved.arguments.at(1), automation.arguments.at(0));
        QCOMPARE(saved.arguments.at(2), automation.arguments.at(1));
    }

    void fieldsFollowTheKind()
    {
        open(m_desk->stored(asking()));
        QVERIFY(!field<QPlainTextEdit>("argument:options")->isVisible());
        QVERIFY(field<QLineEdit>("argument:pattern")->isVisible());
        table()->setCurrentCell(1, 0);
        QVERIFY(field<QPlainTextEdit>("argument:options")->isVisible());
        QVERIFY(!field<QLineEdit>("argument:pattern")->isVisible());
        choose(ArgumentKind::Fixed);
        QVERIFY(!field<QPlainTextEdit>("argument:options")->isVisible());
        QVERIFY(!field<QCheckBox>("argument:required")->isVisible());
    }

    void whatIsWrongIsShownAtItsArgument()
    {
        const domain::Automation automation = m_desk->stored(asking());
        open(automation);
        table()->setCurrentCell(2, 0);
        type("argument:default", u"hunter2"_s);
        table()->setCurrentCell(0, 0);
        sections()->setCurrentRow(0);
        m_editor->save();
        QVERIFY(m_editor->isVisible());
        QCOMPARE(sections()->currentRow(), argumentsPage);
        QCOMPARE(table()->currentRow(), 2);
        QVERIFY(field<QLineEdit>("argument:default")->property("error").toBool());
        QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("argument:default"));
        QVERIFY(test::shoot(*m_editor, u"editor-arguments-wrong"_s));
        type("argument:default", u"${secret:nas}"_s);
        QVERIFY(!field<QLineEdit>("argument:default")->property("error").toBool());
        table()->setCurrentCell(1, 0);
        type("argument:name", u"HOST"_s);
        table()->setCurrentCell(0, 0);
        m_editor->save();
        QCOMPARE(table()->currentRow(), 1);
        QVERIFY(field<QLineEdit>("argument:name")->property("error").toBool());
        QCOMPARE(test::await(m_desk->store->automations().get(automation.id))->version, 1);
    }

    void theInputOfARunIsShown()
    {
        domain::Automation automation = asking();
        automation.env = {{u"URL"_s, u"https://${secret:pw}@h"_s}};
        automation = m_desk->stored(automation);
        const auto run =
            test::await(m_desk->store->runs().request(automation.id, {}, {{{u"host"_s, u"nas"_s}}})).value();
        automation.env.clear();
        QVERIFY(test::await(m_desk->store->automations().update(automation, {})));
        const ui::Context context = m_desk->context();
        ui::InputPage page(context);
        page.resize(420, 620);
        page.show();
        page.setRun(run);
        auto *environment = page.findChild<ui::FactsList *>(u"givenEnvironment"_s);
        QTRY_VERIFY(environment->asText().contains(u"URL\thttps://${secret:pw}@h"_s));
        QVERIFY(environment->asText().contains(u"SIGNALBOX_ARG_TOKEN\t${secret:nas}"_s));
        QVERIFY(environment->asText().contains(u"SIGNALBOX_RUN_ID\t"_s + run.id.text()));
        QVERIFY(page.findChild<ui::FactsList *>(u"givenArguments"_s)->asText().contains(u"host\tnas"_s));
        QVERIFY(test::shoot(page, u"input-page"_s));
        page.setAutomation(automation);
        QVERIFY(!environment->asText().contains(u"URL"_s));
    }

private:
    void open(const domain::Automation &automation)
    {
        m_editor = std::make_unique<ui::AutomationEditor>(m_desk->context(), automation, nullptr);
        m_editor->show();
        if (!QTest::qWaitForWindowActive(m_editor.get()))
            qFatal("the editor does not open");
        sections()->setCurrentRow(argumentsPage);
    }
    domain::Automation save(const base::AutomationId &id)
    {
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        if (saved.isEmpty() && !saved.wait(5000))
            qWarning("nothing was saved");
        return test::await(m_desk->store->automations().get(id)).value();
    }
    ui::SectionList *sections() const { return m_editor->findChild<ui::SectionList *>(); }
    QTableWidget *table() const { return m_editor->findChild<QTableWidget *>(u"arguments"_s); }
    QToolButton *button(const char *name) const
    {
        return m_editor->findChild<QToolButton *>(QString::fromLatin1(name));
    }
    void press(const char *name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    template <typename Control> Control *field(const char *name) const
    {
        const auto *form = m_editor->findChild<ui::FieldForm *>(u"argumentForm"_s);
        return form->findChild<Control *>(QString::fromLatin1(name));
    }
    void type(const char *name, const QString &text)
    {
        auto *line = field<QLineEdit>(name);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(ArgumentKind kind)
    {
        auto *combo = field<QComboBox>("argument:kind");
        combo->setCurrentIndex(int(kind));
        Q_EMIT combo->activated(int(kind));
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < table()->rowCount(); ++row)
            all.append(table()->item(row, 0)->text());
        return all;
    }

    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<ui::AutomationEditor> m_editor;
};

REGISTER_TEST(TestArgumentsSection);
#include "test_argumentssection.moc"
