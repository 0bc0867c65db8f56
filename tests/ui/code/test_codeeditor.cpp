// SPDX-License-Identifier: Apache-2.0
// The code of a bundle in the editor, and what a run answered in its inspector.
#include "tests/support/registry.h"
#include "tests/ui/desk.h"

#include "app/bundles/bundles.h"
#include "ui/automations/automationpages.h"
#include "ui/automations/codeimport.h"
#include "ui/forms/automationeditor.h"
#include "ui/forms/code/codeeditor.h"
#include "ui/forms/code/codeview.h"
#include "ui/forms/code/filetree.h"
#include "ui/forms/formrow.h"
#include "ui/forms/sectionlist.h"
#include "ui/runs/resultpage.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QJsonDocument>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestCodeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::Desk>();
        QList<domain::KindInfo> kinds = m_desk->catalog.kinds();
        kinds.append({.type = u"bundle"_s,
                      .label = "Code bundle",
                      .icon = u"kind-bundle"_s,
                      .fields = {{.name = u"code"_s,
                                  .label = "Code",
                                  .help = "index.js exports the handler.",
                                  .type = domain::FieldType::Bundle}},
                      .oneOf = {u"code"_s}});
        m_desk->catalog = domain::Catalog(kinds);
    }
    void cleanup()
    {
        m_editor.reset();
        m_desk.reset();
    }

    void showsFilesTextAndDigest()
    {
        const bundles::Bundle bundle = packed({{u"index.js"_s, "const deps = require('./lib/deps');\n\n"
                                                               "exports.handler = async function () {\n"
                                                               "    return deps.foo();\n};\n"},
                                               {u"lib/deps.js"_s, "exports.foo = () => 42;\n"},
                                               {u"logo.png"_s, QByteArray("\x89PNG\0\1", 6)}});
        open(bundle);
        QTRY_COMPARE(tree()->topLevelItemCount(), 3);
        QCOMPARE(tree()->chosenFile(), u"index.js"_s);
        QVERIFY(view()->toPlainText().startsWith(u"const deps"_s));
        QVERIFY(text("bundleDigest").contains(bundle.digestText()));
        QVERIFY2(text("bundleDigest").contains(u'3'), qPrintable(text("bundleDigest")));
        QVERIFY(!m_editor->hasChanges());
        QVERIFY(test::shoot(*m_editor, u"editor-code"_s));
        choose(u"logo.png"_s);
        QVERIFY(view()->isReadOnly());
        choose(u"lib/deps.js"_s);
        QVERIFY(!view()->isReadOnly());
        QCOMPARE(view()->toPlainText(), u"exports.foo = () => 42;\n"_s);
        QCOMPARE(test::unnamedWidgets(*m_editor), QStringList());
    }

    void theCodeHasTheWidthOfThePageAndMayHaveAllOfIt()
    {
        open(packed({{u"index.js"_s, "exports.handler = 1;\n"}}));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        const QWidget *page = code()->parentWidget()->parentWidget()->parentWidget();
        QVERIFY2(code()->width() > page->width() - 60,
                 qPrintable(u"%1 of %2"_s.arg(code()->width()).arg(page->width())));
        const QWidget *around = m_editor->findChild<QWidget *>(u"field:working_directory"_s);
        QVERIFY(around->isVisible());
        const int before = view()->height();
        press("wholePage");
        QVERIFY(!around->isVisible());
        QTRY_VERIFY2(view()->height() > before + 100, qPrintable(u"%1, %2"_s.arg(before).arg(view()->height())));
        QVERIFY(test::shoot(*m_editor, u"editor-code-whole"_s));
        press("wholePage");
        QVERIFY(around->isVisible());
    }

    void savingRightAfterTypingSavesWhatWasTyped()
    {
        const domain::Automation stored = open(packed({{u"index.js"_s, "exports.handler = 1;\n"}}));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        view()->setFocus();
        QTest::keyClicks(view(), u"// typed "_s);
        m_editor->save();
        QCOMPARE(saved.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 10000);
        const auto now = test::await(m_desk->store->automations().get(stored.id));
        const auto bundle = bundles::Bundle::fromCode(now->params.value(u"code"_s).toString());
        const auto files = test::await(m_bundles.open(*bundle));
        QCOMPARE(files->value(u"index.js"_s), QByteArray("// typed exports.handler = 1;\n"));
    }

    void filesAreAddedRenamedAndRemoved()
    {
        open(packed({{u"index.js"_s, "exports.handler = 1;\n"}}));
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        press("addFile");
        QCOMPARE(tree()->chosenFile(), u"new.js"_s);
        auto *name = tree()->findChild<QLineEdit *>();
        QVERIFY(name);
        name->selectAll();
        QTest::keyClicks(name, u"lib/a.js"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(tree()->chosenFile(), u"lib/a.js"_s);
        QTRY_VERIFY(!code()->isPacking());
        QCOMPARE(filesNow().keys(), (QStringList{u"index.js"_s, u"lib/a.js"_s}));
        press("removeFile");
        QTRY_VERIFY(!code()->isPacking());
        QCOMPARE(filesNow().keys(), QStringList{u"index.js"_s});
        press("removeFile");
        QTRY_VERIFY(!code()->isPacking());
        QVERIFY2(errors().join(u' ').contains(u"index.js"_s), qPrintable(errors().join(u' ')));
        m_editor->save();
        QVERIFY(m_editor->isVisible());
        QVERIFY(test::shoot(*m_editor, u"editor-code-empty"_s));
    }

    void theSameFilesHaveTheSameDigest()
    {
        const bundles::Bundle bundle = packed({{u"index.js"_s, "exports.handler = 1;\n"}, {u"b.js"_s, "x"}});
        open(bundle);
        QTRY_COMPARE(tree()->topLevelItemCount(), 2);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_A);
        QTRY_VERIFY(!code()->isPacking());
        QVERIFY2(!text("bundleDigest").contains(bundle.digestText()), qPrintable(text("bundleDigest")));
        QVERIFY(m_editor->hasChanges());
        QTest::keyClick(view(), Qt::Key_Backspace);
        QTRY_VERIFY(!code()->isPacking());
        QVERIFY2(text("bundleDigest").contains(bundle.digestText()), qPrintable(text("bundleDigest")));
        QVERIFY(!m_editor->hasChanges());
    }

    void errorsNameTheFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no ASCII") << u"gr\u00fc\u00dfe.js"_s;
        QTest::newRow("out of the bundle") << u"../a.js"_s;
        QTest::newRow("below a file") << u"index.js/a.js"_s;
    }
    void errorsNameTheFile()
    {
        QFETCH(const QString, name);
        open(packed({{u"index.js"_s, "exports.handler = 1;\n"}, {u"b.js"_s, "x"}}));
        QTRY_COMPARE(tree()->topLevelItemCount(), 2);
        Q_EMIT tree()->renamed(u"b.js"_s, name);
        QTRY_VERIFY(!code()->isPacking());
        QVERIFY2(errors().join(u' ').contains(name), qPrintable(errors().join(u' ')));
        QCOMPARE(code()->code(), QString());
        m_editor->save();
        QVERIFY(m_editor->isVisible());
    }

    void importsFoldersAndSaysWhatItRefuses()
    {
        open({});
        QVERIFY(m_editor->findChild<QPushButton *>(u"startWithExample"_s)->isVisible());
        QTemporaryDir folder;
        write(folder.filePath(u"index.js"_s), "exports.handler = 2;\n");
        code()->importFrom(folder.path());
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QCOMPARE(view()->toPlainText(), u"exports.handler = 2;\n"_s);
        write(folder.filePath(u"bad.zip"_s), "this is no zip file at all, and never was one");
        code()->importFrom(folder.filePath(u"bad.zip"_s));
        QTRY_VERIFY(!errors().isEmpty());
        QCOMPARE(filesNow().value(u"index.js"_s), QByteArray("exports.handler = 2;\n"));
    }

    void beginsWithAnExample()
    {
        open({});
        press("startWithExample");
        QVERIFY(view()->toPlainText().contains(u"exports.handler"_s));
        QTRY_VERIFY(!code()->isPacking());
        QVERIFY(!code()->code().isEmpty());
        QVERIFY(m_editor->hasChanges());
    }

    void aSchemaOfTheResultIsADocument()
    {
        const domain::Automation stored = open(packed({{u"index.js"_s, "exports.handler = 1;\n"}}));
        auto *schema = m_editor->findChild<QPlainTextEdit *>(u"field:result_schema"_s);
        QVERIFY(schema);
        QCOMPARE(schema->toPlainText(), QString());
        QTest::keyClicks(schema, u"[1"_s);
        m_editor->save();
        QVERIFY(m_editor->isVisible());
        QVERIFY2(errors().join(u' ').contains(u"result_schema"_s), qPrintable(errors().join(u' ')));
        schema->selectAll();
        QTest::keyClicks(schema, uR"({"type":"number"})"_s);
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 10000);
        const auto now = test::await(m_desk->store->automations().get(stored.id));
        QCOMPARE(now->resultSchema, (QJsonObject{{u"type"_s, u"number"_s}}));
    }

    void importedCodeIsADraftUntilItIsSaved()
    {
        QTemporaryDir folder;
        const QJsonObject autotask{
            {u"name"_s, u"Refuel"_s},
            {u"relayerId"_s, u"f757"_s},
            {u"encodedZippedCode"_s, packed({{u"index.js"_s, "exports.handler = 3;\n"}}).code()}};
        write(folder.filePath(u"get.json"_s), QJsonDocument(autotask).toJson());
        ui::Context context = m_desk->context();
        context.bundles = &m_bundles;
        QWidget asker;
        ui::CodeImport import(context, &asker);
        QSignalSpy imported(&import, &ui::CodeImport::imported);
        import.importFrom(folder.filePath(u"get.json"_s));
        QTRY_COMPARE_WITH_TIMEOUT(imported.size(), 1, 10000);
        const QString note = imported.first().at(1).toString();
        QVERIFY2(note.contains(u"relayerId"_s), qPrintable(note));

        m_editor = std::make_unique<ui::AutomationEditor>(context, std::nullopt, nullptr);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->show();
        m_editor->setDraft(imported.first().at(0).value<domain::Automation>(), note);
        QVERIFY(m_editor->hasChanges());
        QTRY_COMPARE(tree()->topLevelItemCount(), 1);
        QVERIFY(test::shoot(*m_editor, u"editor-draft"_s));
        QSignalSpy saved(m_editor.get(), &ui::AutomationEditor::saved);
        m_editor->save();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 10000);
        const auto stored = test::await(m_desk->store->automations().list());
        QCOMPARE(stored->size(), 1);
        QCOMPARE(stored->first().name, u"Refuel"_s);
        QVERIFY(stored->first().paused);
    }
    void whatCantBeImportedIsSaid()
    {
        QTemporaryDir folder;
        ui::Context context = m_desk->context();
        context.bundles = &m_bundles;
        QWidget asker;
        ui::CodeImport import(context, &asker);
        QSignalSpy failed(&import, &ui::CodeImport::failed);
        import.importFrom(folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 10000);
        QVERIFY(failed.first().first().value<base::Error>().message().contains(u"index.js"_s));
    }
    void parametersTellCodeByItsDigest()
    {
        const bundles::Bundle bundle = packed({{u"index.js"_s, "exports.handler = 1;\n"}});
        domain::Automation automation;
        automation.type = u"bundle"_s;
        automation.params = {{u"code"_s, bundle.code()}};
        const QList<ui::Fact> facts = ui::parameterFacts(m_desk->catalog, automation);
        QCOMPARE(facts.size(), 1);
        QVERIFY2(facts.first().value.contains(bundle.digestText()), qPrintable(facts.first().value));
        QVERIFY(!facts.first().value.contains(bundle.code()));
    }

    void runsShowWhatTheyAnswered()
    {
        ui::ResultPage page(test::look());
        page.resize(340, 620);
        domain::Run run;
        page.setRun(run);
        page.show();
        QVERIFY(!page.findChild<QPlainTextEdit *>(u"runResult"_s)->isVisible());
        run.result = QJsonObject{{u"balance"_s, u"12.5"_s}, {u"transfers"_s, QJsonArray{1, 2, 3}}};
        run.errorMessage = u"the result is not as asked for: /balance: is no number"_s;
        run.artifacts = {QJsonObject{{u"name"_s, u"reports/day.txt"_s},
                                     {u"path"_s, u"/srv/reports/day.txt"_s},
                                     {u"bytes"_s, 20480},
                                     {u"sha256"_s, QString(64, u'a')},
                                     {u"preview"_s, u"3 transfers\n2 refused\n"_s}},
                         QJsonObject{{u"omitted"_s, 4}}};
        page.setRun(run);
        QVERIFY(page.findChild<QPlainTextEdit *>(u"runResult"_s)->toPlainText().contains(u"\"balance\": \"12.5\""_s));
        QStringList texts;
        const QList<QLabel *> labels = page.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        const QString all = texts.join(u'\n');
        for (const QString &word :
             {u"is no number"_s, u"reports/day.txt"_s, u"2 refused"_s, QString(32, u'a') + u'\n' + QString(32, u'a')})
            QVERIFY2(all.contains(word), qPrintable(word));
        QVERIFY(test::shoot(page, u"run-result"_s));
    }

private:
    bundles::Bundle packed(const bundles::Files &files) { return test::await(m_bundles.pack(files)).value().bundle; }
    domain::Automation open(const bundles::Bundle &bundle)
    {
        domain::Automation automation = test::someAutomation(u"Price feed"_s);
        automation.type = u"bundle"_s;
        automation.params = {{u"code"_s, bundle.code()}};
        automation = m_desk->stored(automation);
        ui::Context context = m_desk->context();
        context.bundles = &m_bundles;
        m_editor = std::make_unique<ui::AutomationEditor>(context, automation, nullptr);
        m_editor->setAttribute(Qt::WA_DeleteOnClose, false);
        m_editor->findChild<ui::SectionList *>()->setCurrentRow(1);
        m_editor->show();
        if (!QTest::qWaitForWindowActive(m_editor.get()))
            qWarning("the editor does not open");
        return automation;
    }
    ui::CodeEditor *code() const { return m_editor->findChild<ui::CodeEditor *>(); }
    ui::FileTree *tree() const { return m_editor->findChild<ui::FileTree *>(); }
    ui::CodeView *view() const { return m_editor->findChild<ui::CodeView *>(); }
    QString text(const char *name) const { return m_editor->findChild<QLabel *>(QLatin1StringView(name))->text(); }
    void press(const char *name) { m_editor->findChild<QPushButton *>(QLatin1StringView(name))->click(); }
    void choose(const QString &name)
    {
        QTreeWidgetItemIterator it(tree());
        while (*it && (*it)->data(0, Qt::UserRole).toString() != name)
            ++it;
        tree()->setCurrentItem(*it);
    }
    bundles::Files filesNow()
    {
        const auto bundle = bundles::Bundle::fromCode(code()->code());
        return bundle ? test::await(m_bundles.open(*bundle)).value_or({}) : bundles::Files();
    }
    QStringList errors() const
    {
        QStringList texts;
        const QList<ui::ErrorLine *> lines = m_editor->findChildren<ui::ErrorLine *>();
        for (const ui::ErrorLine *line : lines)
            if (line->isVisible())
                texts.append(line->text());
        return texts;
    }

    QTemporaryDir m_cache;
    const test::FakeClock m_clock{base::fromMillis(0)};
    const bundles::Bundles m_bundles{bundles::Archiver::locate(), m_cache.path(), m_clock};
    std::unique_ptr<test::Desk> m_desk;
    std::unique_ptr<ui::AutomationEditor> m_editor;
};

REGISTER_TEST(TestCodeEditor);
#include "test_codeeditor.moc"
