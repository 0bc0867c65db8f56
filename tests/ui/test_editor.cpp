// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "ui/forms/automationeditor.h"
#include "ui/forms/formrow.h"
#include "ui/forms/schedule/scheduleform.h"
#include "ui/forms/sectionlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Mark = ui::SectionList::Mark;

namespace {

enum Section { General, Work, Arguments, Schedule, Waiting, Retry, Limits, Notices };

domain::Automation scheduled(const QString &cron = u"30 1 * * *"_s)
{
    domain::Automation automation = test::someAutomation(u"Archive cold logs"_s);
    automation.triggers = {domain::Schedule{.cron = cron, .timezone = u"Europe/Berlin"_s}};
    automation.description = u"Moves what nobody reads."_s;
    automation.tags = {u"nightly"_s, u"logs"_s};
    automation.env = {{u"LEVEL"_s, u"9"_s}, {u"TARGET"_s, u"/srv/cold"_s}};
    automation.timeoutSeconds = 3600;
    automation.startDeadlineSeconds = 7200;
    return automation;
}

} // namespace

class TestEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<test::Desk>(); }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
        m_limitMeans = {};
    }

    void madeByKeyboard()
    {
        open(std::nullopt);
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        QCOMPARE(QApplication::focusWidget(), field<QLineEdit>("field:name"));
        QTest::keyClicks(QApplication::focusWidget(), u"Backup"_s);
        show(Work);
        auto *command = field<QLineEdit>("field:command");
        command->setFocus();
        QTest::keyClicks(command, u"tar c /home"_s);
        QTest::keyClick(command, Qt::Key_Return);
        QTRY_COMPARE(saved.size(), 1);
        const auto stored = test::await(m_desk->store->automations().list());
        QCOMPARE(stored->size(), 1);
        QCOMPARE(stored->first().name, u"Backup"_s);
        QCOMPARE(stored->first().params, QJsonObject({{u"command"_s, u"tar c /home"_s}}));
        QVERIFY(stored->first().triggers.isEmpty());
        QVERIFY(!m_editor->isVisible());
    }

    void nothingIsSavedWithoutAName()
    {
        open(std::nullopt);
        QCOMPARE(list()->mark(General), Mark::None);
        show(Limits);
        m_editor->save();
        QCOMPARE(list()->currentRow(), int(General));
        QCOMPARE(list()->mark(General), Mark::Wrong);
        QVERIFY(field<QLineEdit>("field:name")->property("error").toBool());
        QVERIFY(test::await(m_desk->store->automations().list())->isEmpty());
        QTest::keyClicks(field<QLineEdit>("field:name"), u"N"_s);
        QVERIFY(!field<QLineEdit>("field:name")->property("error").toBool());
    }

    void malformedCronIsShownAndNotSaved()
    {
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        show(Schedule);
        auto *cron = field<QLineEdit>("field:cron");
        cron->selectAll();
        QTest::keyClicks(cron, u"61 2 * * *"_s);
        QVERIFY(cron->property("error").toBool());
        QVERIFY2(errors().join(u'\n').contains(u"position 1"_s), qPrintable(errors().join(u'\n')));
        QVERIFY(errors().join(u'\n').contains(u"minute"_s));
        QCOMPARE(list()->mark(Schedule), Mark::Wrong);
        QVERIFY(test::shoot(*m_editor, u"editor-wrong"_s));
        show(General);
        m_editor->save();
        QVERIFY(m_editor->isVisible());
        QCOMPARE(list()->currentRow(), int(Schedule));
        QCOMPARE(cron->selectedText(), u"61"_s);
        QCOMPARE(QApplication::focusWidget(), cron);
        QTest::keyClicks(cron, u"99"_s);
        QCOMPARE(cron->text(), u"99 2 * * *"_s); // What is checked while typing takes no selection.
        QVERIFY(!cron->hasSelectedText());
        QCOMPARE(test::await(m_desk->store->automations().get(automation.id))->version, 1);
    }

    void editingKeepsWhatWasNotTouched()
    {
        domain::Automation automation = scheduled();
        automation.paused = true;
        std::get<domain::Schedule>(automation.triggers.first()).notAfter = base::fromMillis(4'000'000'000'000);
        automation = m_desk->stored(automation);
        open(automation);
        QVERIFY(!m_editor->hasChanges());
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        show(Schedule);
        auto *cron = field<QLineEdit>("field:cron");
        cron->selectAll();
        QTest::keyClicks(cron, u"30 2 * * *"_s);
        QCOMPARE(list()->mark(Schedule), Mark::Changed);
        QCOMPARE(list()->mark(General), Mark::None);
        QCOMPARE(field<QLabel>("cronWords")->text(), u"Every day at 02:30"_s);
        QVERIFY(test::shoot(*m_editor, u"editor-schedule"_s));
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
        const domain::Automation stored = *test::await(m_desk->store->automations().get(automation.id));
        std::get<domain::Schedule>(automation.triggers.first()).cron = u"30 2 * * *"_s;
        automation.version = 2;
        automation.updatedAt = stored.updatedAt;
        automation.updatedBy = stored.updatedBy;
        QCOMPARE(toJson(stored), toJson(automation));
    }

    void limitsAreFieldsOfOneObject()
    {
        domain::Automation automation = scheduled();
        automation.limits.memoryMb = 64;
        automation = m_desk->stored(automation);
        open(automation);
        QVERIFY(!m_editor->hasChanges());
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        show(Limits);
        field<QSpinBox>("field:limits.tasks")->setValue(20);
        field<QCheckBox>("field:survives_engine")->click();
        QVERIFY(m_editor->hasChanges());
        QVERIFY(test::shoot(*m_editor, u"editor-limits"_s));
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
        const domain::Automation stored = *test::await(m_desk->store->automations().get(automation.id));
        QCOMPARE(stored.limits, (domain::Limits{.memoryMb = 64, .tasks = 20}));
        QVERIFY(stored.survivesEngine);
    }

    void whatThisMachineCannotLimitIsSaid()
    {
        const auto texts = [this] {
            QStringList shown;
            for (const auto *label : m_editor->findChildren<QLabel *>()) {
                shown.append(label->text());
            }
            return shown.filter(u"no control group"_s);
        };
        open(m_desk->stored(scheduled()));
        QCOMPARE(texts(), QStringList());
        using enum domain::LimitHold;
        m_limitMeans = {.memory = EachProcess, .cpu = Not, .tasks = Not};
        open(m_desk->stored(scheduled()));
        show(Limits);
        QCOMPARE(texts().size(), 3);
        QVERIFY(texts().first().contains(u"each process by itself"_s));
        QVERIFY(texts().last().contains(u"runs start without it"_s));
        QVERIFY(test::shoot(*m_editor, u"editor-limits-without"_s));
    }

    void aStaleVersionIsNotOverwritten()
    {
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        QCOMPARE(field<QLabel>("effect")->text(), u"Saving makes version 2."_s);
        domain::Automation other = automation;
        other.name = u"Renamed elsewhere"_s;
        QVERIFY(test::await(m_desk->store->automations().update(other, u"other"_s)).has_value());
        field<QLineEdit>("field:name")->selectAll();
        QTest::keyClicks(field<QLineEdit>("field:name"), u"Mine"_s);
        m_editor->save();
        auto *banner = field<QWidget>("editorBanner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(test::shoot(*m_editor, u"editor-conflict"_s));
        QCOMPARE(test::await(m_desk->store->automations().get(automation.id))->name, u"Renamed elsewhere"_s);
        QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(field<QLineEdit>("field:name")->text(), u"Renamed elsewhere"_s);
        QCOMPARE(field<QLabel>("effect")->text(), u"Saving makes version 3."_s);
        QVERIFY(!m_editor->hasChanges());
    }

    void theMachineHasItsSay()
    {
        m_desk->checkMachine = [](const domain::Automation &) -> base::Status {
            return base::invalid(u"run_as"_s, u"doas was not found on this machine"_s);
        };
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        m_editor->save();
        QCOMPARE(list()->currentRow(), int(Work));
        QVERIFY(field<QLineEdit>("field:run_as")->property("error").toBool());
        QVERIFY(test::shoot(*m_editor, u"editor-work"_s));
        QCOMPARE(test::await(m_desk->store->automations().get(automation.id))->version, 1);
    }

    void leavingWithChangesAsks()
    {
        open(m_desk->stored(scheduled()));
        QTest::keyClick(m_editor.get(), Qt::Key_Escape);
        QVERIFY(!m_editor->isVisible());
        QVERIFY(m_desk->prompts.asked.isEmpty());
        open(m_desk->stored(scheduled()));
        QTest::keyClicks(field<QLineEdit>("field:name"), u"x"_s);
        QTest::keyClick(m_editor.get(), Qt::Key_Escape);
        QCOMPARE(m_desk->prompts.asked.size(), 1);
        QVERIFY(m_editor->isVisible());
        m_desk->prompts.answer = 1;
        m_editor->close();
        QVERIFY(!m_editor->isVisible());
    }

    void triggersCanBeAddedAndRemoved()
    {
        open(m_desk->stored(scheduled()));
        show(Schedule);
        auto *form = m_editor->findChild<ui::ScheduleForm *>();
        QTest::mouseClick(field<QPushButton>("addTrigger"), Qt::LeftButton);
        QCOMPARE(form->triggers().size(), 2);
        form->removeTrigger();
        QVERIFY(!m_editor->hasChanges());
        form->removeTrigger();
        QVERIFY(form->triggers().isEmpty());
        QVERIFY(field<QLabel>("manualOnly")->isVisible());
        QVERIFY(test::shoot(*m_editor, u"editor-manual"_s));
    }

    void aTriggerFollowsAnotherAutomation()
    {
        const domain::Automation feed = m_desk->stored(test::someAutomation(u"Price feed"_s));
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        show(Schedule);
        QTest::mouseClick(field<QPushButton>("addTrigger"), Qt::LeftButton);
        choose("repeat", u"After another automation"_s);
        QCOMPARE(list()->mark(Schedule), Mark::Wrong);
        auto *whose = field<QComboBox>("field:automation_id");
        QTRY_COMPARE(whose->count(), 1); // nobody follows their own runs
        choose("field:automation_id", u"Price feed"_s);
        choose("field:on", u"it failed"_s);
        const auto left = [this](const char *name) {
            return field<QComboBox>(name)->mapTo(m_editor.get(), QPoint()).x();
        };
        QTRY_COMPARE(left("repeat"), left("field:automation_id"));
        QVERIFY(test::shoot(*m_editor, u"editor-after"_s));
        QCOMPARE(field<QListWidget>("triggers")->item(1)->text(), u"After Price feed failed"_s);
        save();
        const domain::Automation stored = *test::await(m_desk->store->automations().get(automation.id));
        QCOMPARE(stored.triggers.last(), domain::Trigger(domain::After{feed.id, domain::AfterOn::Failure}));
        open(feed);
        show(Schedule);
        QTest::mouseClick(field<QPushButton>("addTrigger"), Qt::LeftButton);
        choose("repeat", u"After another automation"_s);
        QTRY_COMPARE(field<QComboBox>("field:automation_id")->count(), 1);
        choose("field:automation_id", u"Archive cold logs"_s);
        m_editor->save();
        const QString cycle = u"Price feed → Archive cold logs → Price feed"_s;
        QTRY_VERIFY2(errors().join(u'\n').contains(cycle), qPrintable(errors().join(u'\n')));
        QVERIFY(m_editor->isVisible());
    }

    void aTriggerWatchesAPath()
    {
        QTemporaryDir folder;
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        show(Schedule);
        choose("repeat", u"When a file changes"_s);
        auto *path = field<QLineEdit>("field:path");
        QTest::keyClicks(path, u"inbox"_s);
        QVERIFY(path->property("error").toBool());
        path->selectAll();
        QTest::keyClicks(path, folder.path());
        QVERIFY(!path->property("error").toBool());
        const auto *found = field<QLabel>("foundAtPath");
        QTRY_VERIFY(found->isVisible() && found->text().startsWith(u"A folder"_s));
        QTest::keyClicks(path, u"/gone/in"_s);
        QTRY_VERIFY(found->text().contains(u"does not exist yet"_s));
        QVERIFY(test::shoot(*m_editor, u"editor-file"_s));
        field<QSpinBox>("field:settle_ms")->setValue(250);
        save();
        QCOMPARE(test::await(m_desk->store->automations().get(automation.id))->triggers.first(),
                 domain::Trigger(domain::FileChange{folder.path() + u"/gone/in"_s, 250}));
    }

    void retriesLocksAndGrace()
    {
        const domain::Automation automation = m_desk->stored(scheduled());
        open(automation);
        show(Waiting);
        QTest::keyClicks(field<QLineEdit>("field:resource_locks"), u"nas, database"_s);
        field<QSpinBox>("field:grace_s")->setValue(90);
        show(Retry);
        field<QSpinBox>("field:attempts")->setValue(3);
        auto *on = field<QLineEdit>("field:on");
        on->selectAll();
        QTest::keyClicks(on, u"75, timeout, often"_s);
        m_editor->save();
        QVERIFY(on->property("error").toBool());
        on->selectAll();
        QTest::keyClicks(on, u"75, interrupted"_s);
        QVERIFY(!on->property("error").toBool());
        save();
        const domain::Automation stored = *test::await(m_desk->store->automations().get(automation.id));
        QCOMPARE(stored.resourceLocks, (QStringList{u"nas"_s, u"database"_s}));
        QCOMPARE(stored.graceSeconds, 90);
        const domain::Retry wanted{.attempts = 3, .exitCodes = {75}, .onAny = false, .onInterrupted = true};
        QCOMPARE(stored.retry, std::optional(wanted));
        open(stored);
        QVERIFY(!m_editor->hasChanges());
        show(Retry);
        field<QSpinBox>("field:attempts")->setValue(1);
        save();
        QVERIFY(!test::await(m_desk->store->automations().get(automation.id))->retry);
    }

    void looks()
    {
        open(m_desk->stored(scheduled()));
        const QStringList names{u"general"_s, u"what-runs"_s, u"arguments"_s, u"schedule-plain"_s,
                                u"waiting"_s, u"retry"_s,     u"limits"_s,    u"notices"_s};
        for (int section = General; section <= Notices; ++section) {
            show(Section(section));
            QVERIFY(test::shoot(*m_editor, u"editor-"_s + names[section]));
            const QStringList unnamed = test::unnamedWidgets(*m_editor);
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        }
        show(Schedule);
        m_editor->resize(760, 560);
        // Nothing is cut at the side: there is no way to scroll there.
        const auto *page = field<QPushButton>("addTrigger");
        QVERIFY(page->mapTo(m_editor.get(), page->rect().bottomRight()).x() < m_editor->width() - 12);
        QVERIFY(test::shoot(*m_editor, u"editor-small"_s));
    }

private:
    void open(const std::optional<domain::Automation> &automation)
    {
        ui::Context context = m_desk->context();
        context.limitMeans = m_limitMeans;
        m_editor = std::make_unique<ui::AutomationEditor>(context, automation, nullptr);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    }
    void save()
    {
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
    }
    void choose(const char *name, const QString &text)
    {
        auto *combo = field<QComboBox>(name);
        const int row = combo->findText(text);
        QVERIFY2(row >= 0, qPrintable(text));
        combo->setCurrentIndex(row);
        Q_EMIT combo->activated(row);
    }
    ui::SectionList *list() const { return m_editor->findChild<ui::SectionList *>(); }
    void show(Section section) { list()->setCurrentRow(int(section)); }
    template <typename T> T *field(const char *name) const { return m_editor->findChild<T *>(QLatin1StringView(name)); }
    QStringList errors() const
    {
        QStringList texts;
        const QList<ui::ErrorLine *> lines = m_editor->findChildren<ui::ErrorLine *>();
        for (const ui::ErrorLine *line : lines)
            if (line->isVisible())
                texts.append(line->text());
        return texts;
    }

    std::unique_ptr<test::Desk> m_desk;
    domain::LimitMeans m_limitMeans;
    std::unique_ptr<ui::AutomationEditor> m_editor;
};

REGISTER_TEST(TestEditor);
#include "test_editor.moc"
