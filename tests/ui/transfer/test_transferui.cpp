// SPDX-License-Identifier: Apache-2.0
// Templates, imports, exports and backups as a person meets them in the window.
#include "tests/support/registry.h"
#include "tests/ui/panehouse.h"
#include "ui/shell/mainwindow.h"
#include "ui/templates/templatespane.h"
#include "ui/templates/templatewords.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/transferverbs.h"
#include "ui/widgets/table/tableview.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

domain::Catalog scripts()
{
    return domain::Catalog({domain::KindInfo{
        .type = u"script"_s,
        .label = "Script",
        .icon = u"script"_s,
        .fields = {{.name = u"command"_s, .label = "Command", .type = domain::FieldType::Command},
                   {.name = u"script"_s, .label = "Script", .type = domain::FieldType::Script},
                   {.name = u"interpreter"_s, .label = "Interpreter", .type = domain::FieldType::Command}}}});
}

class House : public test::PaneHouse
{
public:
    House() { workspace.catalog = scripts(); }

    QStringList names()
    {
        QStringList all;
        const auto stored = test::await(workspace->automations().list());
        for (const domain::Automation &one : stored.value_or(QList<domain::Automation>()))
            all.append(one.name + (one.paused ? u" (paused)"_s : QString()));
        return all;
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
};

/// What is said, and the way back.
struct Said
{
    QString text;
    std::function<void()> undo;

    template <typename Sender> void listen(Sender *sender)
    {
        QObject::connect(sender, &Sender::said, sender,
                         [this](const QString &words, const std::function<void()> &back) {
                             text = words;
                             undo = back;
                         });
    }
};

template <typename Part> Part *part(QWidget &root, const QString &name)
{
    auto *found = root.findChild<Part *>(name);
    if (!found)
        qFatal("there is no %s", qPrintable(name));
    return found;
}

} // namespace

class TestTransferUi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTemplateHasItsWords()
    {
        QStringList words;
        for (const char *word : ui::templateWords())
            words.append(QString::fromUtf8(word));
        for (const bundles::Template &one : bundles::builtInTemplates()) {
            QVERIFY2(words.contains(one.name) && words.contains(one.description), qPrintable(one.id));
            for (const bundles::TemplateField &field : one.fields) {
                QVERIFY2(words.contains(field.label), qPrintable(field.label));
                QVERIFY2(field.help.isEmpty() || words.contains(field.help), qPrintable(field.help));
            }
            const QString reason = one.window.value("reason"_L1).toString();
            QVERIFY2(reason.isEmpty() || words.contains(reason), qPrintable(reason));
        }
    }
    void aTemplateIsFilledInAndMade()
    {
        House house;
        ui::TemplatesPane pane(house.context);
        Said said;
        said.listen<ui::Pane>(&pane);
        QTableView *table = test::open(pane);
        QVERIFY(table->model()->rowCount() >= 16);
        pane.inspector()->resize(360, 700);
        pane.inspector()->show();
        ui::chooseRow(*table, test::columnTexts(*table, 0).indexOf(u"Disk space"_s));
        QWidget &page = *pane.inspector();
        auto *when = part<QLineEdit>(page, u"field_when"_s);
        auto *make = part<QPushButton>(page, u"makeFromTemplate"_s);
        QVERIFY(test::textOf(page, u"templatePreview"_s).contains("df -P"_L1));
        when->clear();
        QTest::keyClicks(when, u"61 * * * *"_s);
        QVERIFY(!make->isEnabled());
        when->clear();
        QTest::keyClicks(when, u"0 * * * *"_s);
        QVERIFY(make->isEnabled());
        part<QLineEdit>(page, u"templateName"_s)->setText(u"My disks"_s);
        QVERIFY(test::unnamedWidgets(page).isEmpty());
        test::shoot(pane, u"templates"_s);
        test::shoot(page, u"template-inspector"_s);
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_COMPARE(house.names(), QStringList{u"My disks"_s});
        QTRY_COMPARE(said.text, u"“My disks” made"_s);
        said.undo();
        QTRY_VERIFY(house.names().isEmpty());
    }
    void aWindowThatComesAlongIsSaidAndMadeAndTakenBack()
    {
        House house;
        ui::TemplatesPane pane(house.context);
        Said said;
        said.listen<ui::Pane>(&pane);
        QTableView *table = test::open(pane);
        pane.inspector()->resize(360, 700);
        pane.inspector()->show();
        QWidget &page = *pane.inspector();
        ui::chooseRow(*table, test::columnTexts(*table, 0).indexOf(u"Disk space"_s));
        QVERIFY(!part<QWidget>(page, u"templateWindow"_s)->isVisible());
        ui::chooseRow(*table, test::columnTexts(*table, 0).indexOf(u"Nightly reboot window"_s));
        QVERIFY(part<QWidget>(page, u"templateWindow"_s)->isVisible());
        auto *when = part<QLineEdit>(page, u"field_when"_s);
        when->clear();
        QTest::keyClicks(when, u"15 4 * * *"_s);
        const QString text = test::textOf(page, u"templateWindow"_s);
        QVERIFY2(text.contains("30 minutes"_L1) && text.contains("04:15"_L1), qPrintable(text));
        const auto windows = [&house] { return test::await(house.workspace->windows().list())->size(); };
        QTest::mouseClick(part<QPushButton>(page, u"makeFromTemplate"_s), Qt::LeftButton);
        QTRY_COMPARE(house.names(), QStringList{u"Nightly reboot window"_s});
        QCOMPARE(windows(), 1);
        QTRY_VERIFY(!said.text.isEmpty());
        said.undo();
        QTRY_VERIFY(house.names().isEmpty());
        QTRY_COMPARE(windows(), 0);
    }
    void ownTemplatesAreListedAndCanGo()
    {
        House house;
        domain::Automation automation = test::someAutomation(u"Mine"_s);
        const bundles::Template one = bundles::templateOf(automation);
        QVERIFY(test::await(house.workspace->templates().save(
            {.id = {}, .name = u"Mine too"_s, .body = bundles::templateDocument(one), .madeBy = {}, .madeAt = {}},
            u"tester"_s)));
        ui::TemplatesPane pane(house.context);
        Said said;
        said.listen<ui::Pane>(&pane);
        QTableView *table = test::open(pane);
        QTRY_VERIFY(test::columnTexts(*table, 0).contains(u"Mine too"_s));
        const int count = table->model()->rowCount();
        ui::chooseRow(*table, test::columnTexts(*table, 0).indexOf(u"Mine too"_s));
        auto *remove = pane.findChild<QAction *>(u"removeTemplate"_s);
        QVERIFY(remove->isEnabled());
        remove->trigger();
        QTRY_COMPARE(table->model()->rowCount(), count - 1);
        said.undo();
        QTRY_COMPARE(table->model()->rowCount(), count);
        ui::chooseRow(*table, 0);
        QVERIFY(!remove->isEnabled());
    }

    void aDroppedCrontabIsShownThenImportedAndTakenBack()
    {
        House house;
        QWidget window;
        ui::TransferVerbs verbs(house.context, &window);
        Said said;
        said.listen(&verbs);
        window.show();
        const QString path = house.write(u"jobs"_s, "MAILTO=x@y\n# nightly\n0 3 * * * true\n0,30 2 * * * twice\n"
                                                    "CRON_TZ=Europe/Berlin\n0,30 2 * * * again\n99 * * * * bad\n");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(&window, &enter) && enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QVERIFY(QCoreApplication::sendEvent(&window, &drop));
        auto *dialog = part<ui::ImportDialog>(window, u"importDialog"_s);
        auto *import = part<QPushButton>(*dialog, u"importNow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 20000);
        QCOMPARE(import->text().remove(u'&'), u"Import 3"_s);
        QVERIFY(house.names().isEmpty());
        auto *tree = part<QTreeWidget>(*dialog, u"importPlan"_s);
        QCOMPARE(tree->topLevelItemCount(), 4); // three and what is left out
        const auto times = tree->findItems(u"only the original fires"_s, Qt::MatchContains | Qt::MatchRecursive);
        QCOMPARE(times.size(), 10);
        QVERIFY(test::unnamedWidgets(*dialog).isEmpty());
        test::shoot(*dialog, u"import"_s);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE(house.names(), (QStringList{u"again (paused)"_s, u"nightly (paused)"_s, u"twice (paused)"_s}));
        QTRY_VERIFY(said.undo);
        said.undo();
        QTRY_VERIFY(house.names().isEmpty());
    }
    void whatCantBeReadSaysWhereAndMakesNothing()
    {
        House house;
        QWidget window;
        ui::TransferVerbs verbs(house.context, &window);
        window.show();
        verbs.importPaths({house.write(u"a.json"_s, "[{\"name\":\"a\",\"type\":\"script\",\"timeout_s\":\"x\"}]")});
        auto *dialog = part<ui::ImportDialog>(window, u"importDialog"_s);
        QTRY_VERIFY(test::textOf(*dialog, u"importSummary"_s).contains("[0].timeout_s"_L1));
        QVERIFY(!part<QPushButton>(*dialog, u"importNow"_s)->isEnabled());
        dialog->reject();
        QVERIFY(house.names().isEmpty());
    }
    void whatTheMachineRunsIsOfferedOnce()
    {
        House house;
        const QString crontab = house.write(u"crontab"_s, "#!/bin/sh\necho '5 4 * * * true'\n");
        QVERIFY(QFile::setPermissions(crontab, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", house.folder.path().toLocal8Bit() + ':' + path);
        qputenv("XDG_CONFIG_HOME", house.folder.path().toLocal8Bit());
        QWidget window;
        ui::TransferVerbs verbs(house.context, &window);
        window.show();
        verbs.offerMachine();
        QTRY_VERIFY_WITH_TIMEOUT(verbs.banner(), 20000);
        qputenv("PATH", path);
        qunsetenv("XDG_CONFIG_HOME");
        QVERIFY(!verbs.follow(u"something else"_s));
        QVERIFY(verbs.follow(u"import-look"_s));
        QVERIFY(!verbs.banner());
        auto *dialog = part<ui::ImportDialog>(window, u"importDialog"_s);
        QTRY_VERIFY(part<QPushButton>(*dialog, u"importNow"_s)->isEnabled());
        QVERIFY(house.desk.value(u"import/machineOffered"_s).toBool());
        dialog->reject();
    }
    void aWorkspaceIsBackedUpAndLiesReadyToBeRestored()
    {
        House house;
        house.workspace.create(3);
        QWidget window;
        bundles::Transfers transfers({}, house.context.clock);
        ui::BackupVerbs verbs(house.context, transfers, &window);
        Said said;
        said.listen(&verbs);
        QSignalSpy restart(&verbs, &ui::BackupVerbs::restartWanted);
        const QString file = house.folder.filePath(u"all.backup"_s);
        verbs.backUp(file, store::BackupLogs::Kept);
        QTRY_COMPARE_WITH_TIMEOUT(said.text.isEmpty(), false, 20000);
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
        house.workspace.create(1, u"Later "_s);
        verbs.restore(file);
        QTRY_COMPARE_WITH_TIMEOUT(restart.size(), 1, 20000);
        QVERIFY(house.prompts.asked.last().destructive);
        QCOMPARE(house.names().size(), 4);
        house.workspace.reopen();
        QCOMPARE(house.names().size(), 3);
    }
};

REGISTER_TEST(TestTransferUi);
#include "test_transferui.moc"
