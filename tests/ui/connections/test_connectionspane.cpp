// SPDX-License-Identifier: Apache-2.0
// Connections as somebody keeps them: add, test, sign in anew, decide, send, remove.
#include "tests/support/registry.h"
#include "tests/ui/connections/connectionshouse.h"
#include "ui/automations/automationspane.h"
#include "ui/connections/addconnection.h"
#include "ui/connections/publishdialog.h"
#include "ui/settings/entrydialog.h"
#include "ui/widgets/messages/banner.h"
#include "ui/widgets/messages/emptystate.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::ConnectionsHouse;
using test::RemoteWorld;
using ui::ConnectionPage;

namespace {

template <typename T> T *in(const QWidget &root, const char *name)
{
    return root.findChild<T *>(QLatin1StringView(name));
}

/// The line of a form in which that is written.
void write(const ui::FieldForm &form, const QString &field, const QString &text)
{
    auto *line = qobject_cast<QLineEdit *>(form.control(field));
    line->clear();
    QTest::keyClicks(line, text);
}

class TestConnectionsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListSaysWhatItIsFor()
    {
        ConnectionsHouse h;
        auto *empty = h.pane->findChild<ui::EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(test::shoot(*h.pane, u"connections-empty"_s));
        QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(h.pane->findChild<ui::AddConnection *>());
    }

    void oneIsAddedAndItsKeyIsInTheKeychainOnly()
    {
        ConnectionsHouse h;
        h.action("addConnection")->trigger();
        auto *dialog = h.pane->findChild<ui::AddConnection *>();
        QCOMPARE(in<QComboBox>(*dialog, "providerChoice")->count(), 2);
        const auto *form = dialog->findChild<ui::FieldForm *>();
        QPushButton *add = in<QPushButton>(*dialog, "addDraft");
        write(*form, u"name"_s, u"Docks"_s);
        write(*form, u"credential.key"_s, u"k-17"_s);
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(form->hasError()); // the team is missing
        QVERIFY(test::shoot(*dialog, u"connections-add"_s));
        write(*form, u"settings.team"_s, u"ops"_s);
        QTest::mouseClick(in<QPushButton>(*dialog, "testDraft"), Qt::LeftButton);
        QTRY_VERIFY(test::textOf(*dialog, u"testResult"_s).contains(u"ann, editor, Harbour 3"_s));
        QCOMPARE(h.tried.value(u"key"_s), u"k-17"_s);
        QVERIFY(h.secrets.state.entries.isEmpty());
        QTest::mouseClick(add, Qt::LeftButton);
        QTRY_COMPARE(h.model->rowCount(), 1);
        const domain::Connection kept = h.model->row(0).connection;
        QCOMPARE(kept.baseUrl.host(), u"harbour.example.org"_s); // where the system usually is
        QCOMPARE(kept.settings.value("team"_L1).toString(), u"ops"_s);
        QVERIFY(!QJsonDocument(domain::toJson(kept)).toJson().contains("k-17"));
        QCOMPARE(h.secrets.state.entries.value(domain::credentialName(kept.id, u"key"_s)), u"k-17"_s);
        QTRY_COMPARE(test::textOf(*h.pane, u"connectionName"_s), u"Docks"_s);
        QCOMPARE(h.said->size(), 1);
    }

    void aNameThatIsTakenIsRefusedAndNoKeyStays()
    {
        ConnectionsHouse h;
        h.world.connection(u"Docks"_s);
        h.action("addConnection")->trigger();
        auto *dialog = h.pane->findChild<ui::AddConnection *>();
        const auto *form = dialog->findChild<ui::FieldForm *>();
        write(*form, u"name"_s, u"Docks"_s);
        write(*form, u"settings.team"_s, u"ops"_s);
        write(*form, u"credential.key"_s, u"k-17"_s);
        QTest::mouseClick(in<QPushButton>(*dialog, "addDraft"), Qt::LeftButton);
        QTRY_VERIFY(form->hasError());
        QTRY_VERIFY(h.secrets.state.entries.isEmpty());
        QTRY_COMPARE(h.model->rowCount(), 1);
    }

    void withoutSyncWhatNeedsItSaysWhy()
    {
        ConnectionsHouse h(ConnectionsHouse::Sync::No);
        h.world.connection(u"Office"_s);
        QTRY_COMPARE(h.model->rowCount(), 1);
        for (const char *name : {"testConnection", "syncNow", "syncAll"}) {
            QTRY_VERIFY2(!h.action(name)->isEnabled(), name);
            QVERIFY(h.action(name)->toolTip().startsWith(u"Nothing is synced in this window"_s));
        }
        QVERIFY(h.action("removeConnection")->isEnabled());
    }

    void oneIsTestedAndSynced()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.world.connection(u"Office"_s);
        QTRY_VERIFY(h.action("testConnection")->isEnabled());
        h.action("testConnection")->trigger();
        QTRY_COMPARE(h.said->size(), 1);
        QVERIFY(h.said->last().first().toString().endsWith(u"works: ann"_s));
        h.facts = base::unavailable(u"asking"_s, u"no answer"_s);
        h.action("testConnection")->trigger();
        QTRY_COMPARE(h.failed->size(), 1);
        QTRY_VERIFY(h.action("testConnection")->isEnabled());
        h.action("syncNow")->trigger();
        h.action("syncAll")->trigger();
        QCOMPARE(h.asked, (QStringList{u"sync "_s + office.text(), u"sync all"_s}));
        QTRY_COMPARE(h.said->size(), 3);
    }

    void aSignInIsRenewed()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.world.connection(u"Office"_s);
        h.world.stands(office, {.state = domain::ConnectionState::NeedsLogin, .detail = u"the key was refused"_s});
        QTRY_VERIFY(h.model->rowCount() == 1 && h.action("renewSignIn")->isEnabled());
        QTRY_COMPARE(h.model->row(0).connection.state, domain::ConnectionState::NeedsLogin);
        auto *banner = h.pane->findChild<ui::Banner *>(u"connectionBanner"_s);
        QTRY_VERIFY(banner->isVisible() && banner->findChild<QPushButton *>());
        QVERIFY(test::shoot(*h.pane, u"connections-sign-in"_s));
        banner->findChild<QPushButton *>()->click();
        auto *dialog = h.pane->findChild<ui::EntryDialog *>();
        const auto *form = dialog->findChild<ui::FieldForm *>();
        QCOMPARE(qobject_cast<QLineEdit *>(form->control(u"key"_s))->echoMode(), QLineEdit::Password);
        QTest::mouseClick(in<QPushButton>(*dialog, "handOver"), Qt::LeftButton);
        QTRY_VERIFY(form->hasError());
        write(*form, u"key"_s, u"k-18"_s);
        QTest::mouseClick(in<QPushButton>(*dialog, "handOver"), Qt::LeftButton);
        QTRY_COMPARE(h.model->row(0).connection.state, domain::ConnectionState::Untried);
        QCOMPARE(h.secrets.state.entries.value(domain::credentialName(office, u"key"_s)), u"k-18"_s);
    }

    void settingsAreSavedAndWrongOnesStandAtTheirField()
    {
        ConnectionsHouse h;
        h.world.connection(u"Office"_s);
        QTRY_COMPARE(h.model->rowCount(), 1);
        h.pane->showTab(ConnectionPage::Settings);
        const auto *page = in<QWidget>(*h.pane, "connectionSettingsPage");
        const auto *form = page->findChild<ui::FieldForm *>();
        QPushButton *save = in<QPushButton>(*page, "saveConnection");
        QVERIFY(!save->isEnabled());
        write(*form, u"base_url"_s, u"ftp://x"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(form->hasError());
        write(*form, u"base_url"_s, u"https://two.example.org"_s);
        write(*form, u"settings.team"_s, u"night"_s);
        QVERIFY(test::shoot(*h.pane, u"connections-settings"_s));
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(h.model->row(0).connection.baseUrl.host(), u"two.example.org"_s);
        QCOMPARE(h.model->row(0).connection.settings.value("team"_L1).toString(), u"night"_s);
        QTRY_VERIFY(!save->isEnabled());
    }

    void whatOnlyTheSystemHasIsAskedAndItsAnswerShown()
    {
        ConnectionsHouse h;
        h.world.connection(u"Office"_s);
        QTRY_COMPARE(h.model->rowCount(), 1);
        h.pane->showTab(ConnectionPage::Actions);
        QTest::mouseClick(in<QPushButton>(*h.pane, "act-rotate-key"), Qt::LeftButton);
        auto *dialog = h.pane->findChild<ui::EntryDialog *>();
        write(*dialog->findChild<ui::FieldForm *>(), u"reason"_s, u"lost"_s);
        QTest::mouseClick(in<QPushButton>(*dialog, "handOver"), Qt::LeftButton);
        QTRY_COMPARE(h.asked, QStringList{u"rotate-key lost"_s});
        const auto *answer = in<QPlainTextEdit>(*h.pane, "remoteAnswer");
        QTRY_VERIFY(answer->toPlainText().contains(u"\"rotated\": true"_s));
        QTRY_VERIFY(!answer->visibleRegion().isEmpty()); // below a list that may fill the page
        QVERIFY(test::shoot(*h.pane, u"connections-actions"_s));
    }

    void anAnswerIsSavedAsTheFileItIs()
    {
        ConnectionsHouse h;
        h.told = {{u"name"_s, u"core.bin"_s}, {u"content"_s, u"AP/+DQo="_s}, {u"encoding"_s, u"base64"_s}};
        h.world.connection(u"Office"_s);
        QTRY_COMPARE(h.model->rowCount(), 1);
        h.pane->showTab(ConnectionPage::Actions);
        auto *save = in<QPushButton>(*h.pane, "saveAnswer");
        QVERIFY(save->isHidden());
        QTest::mouseClick(in<QPushButton>(*h.pane, "act-rotate-key"), Qt::LeftButton);
        auto *dialog = h.pane->findChild<ui::EntryDialog *>();
        write(*dialog->findChild<ui::FieldForm *>(), u"reason"_s, u"lost"_s);
        QTest::mouseClick(in<QPushButton>(*dialog, "handOver"), Qt::LeftButton);
        QTRY_VERIFY(!save->isHidden());
        const QString shown = in<QPlainTextEdit>(*h.pane, "remoteAnswer")->toPlainText();
        QVERIFY2(shown.contains(u"core.bin"_s) && !shown.contains(u"AP/"_s), qPrintable(shown)); // nobody can read it
        QTest::mouseClick(save, Qt::LeftButton);
        auto *picker = h.pane->findChild<QFileDialog *>(u"chooseAnswerFile"_s);
        QVERIFY(picker);
        QCOMPARE(QFileInfo(picker->selectedFiles().value(0)).fileName(), u"core.bin"_s);
        const QTemporaryDir folder;
        Q_EMIT picker->fileSelected(folder.filePath(u"kept.bin"_s));
        QFile kept(folder.filePath(u"kept.bin"_s));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("\0\xff\xfe\r\n", 5));
        QCOMPARE(h.failed->size(), 0);
        Q_EMIT picker->fileSelected(folder.filePath(u"no/such/folder"_s));
        QCOMPARE(h.failed->size(), 1);
        picker->close();
    }

    void anAnswerThatEndsIsCountedDown()
    {
        ConnectionsHouse h;
        h.told = {{u"policy_signature"_s, u"0x12"_s},
                  {u"expires_at"_s, base::isoUtc(h.house.workspace.clock.now() + 299s)}};
        h.world.connection(u"Office"_s);
        QTRY_COMPARE(h.model->rowCount(), 1);
        h.pane->showTab(ConnectionPage::Actions);
        const auto *validity = in<QLabel>(*h.pane, "remoteValidity");
        QVERIFY(validity->isHidden());
        const auto ask = [&h] {
            QTest::mouseClick(in<QPushButton>(*h.pane, "act-rotate-key"), Qt::LeftButton);
            auto *dialog = h.pane->findChild<ui::EntryDialog *>();
            write(*dialog->findChild<ui::FieldForm *>(), u"reason"_s, u"lost"_s);
            QTest::mouseClick(in<QPushButton>(*dialog, "handOver"), Qt::LeftButton);
        };
        ask();
        QTRY_COMPARE(validity->text(), u"Holds for another 4:59"_s);
        QVERIFY(!validity->isHidden());
        h.house.workspace.clock.advance(298s);
        QTRY_COMPARE(validity->text(), u"Holds for another 0:01"_s);
        h.house.workspace.clock.advance(1s);
        QTRY_COMPARE(validity->text(), u"It does not hold any more"_s);
    }

    void whatWaitsIsGivenUp()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.world.connection(u"Office"_s);
        h.world.see(office,
                    {RemoteWorld::automation(u"1"_s, u"Backup"_s), RemoteWorld::automation(u"2"_s, u"Report"_s)});
        h.world.works(office);
        h.world.edit(u"Backup"_s, {{u"description"_s, u"ours"_s}});
        h.world.edit(u"Report"_s, {{u"description"_s, u"ours"_s}});
        h.world.stands(office, {.state = domain::ConnectionState::Offline,
                                .detail = u"harbour.example.org does not answer"_s,
                                .nextSyncAt = h.house.workspace.clock.now() + 2min});
        h.pane->showTab(ConnectionPage::Outbox);
        auto *table = in<QTableView>(*h.pane, "outboxTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(!h.action("giveUpTask")->isEnabled());
        table->selectRow(0);
        QVERIFY(test::shoot(*h.pane, u"connections-outbox"_s));
        QVERIFY(h.action("retryTask")->isEnabled());
        QCOMPARE(test::textOf(*h.pane, u"outboxWhy"_s), table->model()->index(0, 2).data().toString());
        h.action("giveUpTask")->trigger();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(h.house.prompts.asked.first().text.contains(u"as it is there"_s));
        QCOMPARE(h.world.named(u"Backup"_s).description, QString());
        QCOMPARE(h.world.named(u"Report"_s).description, u"ours"_s);
    }

    void oneIsRemovedWithWhatWasNotSentOnlyWhenSomebodySaysSo()
    {
        ConnectionsHouse h;
        const base::ConnectionId office = h.inConflict();
        RemoteWorld::mustDo(h.secrets->set(domain::credentialName(office, u"key"_s), u"k"_s, u"tester"_s));
        QTRY_VERIFY(h.model->rowCount() == 1 && !h.model->row(0).entries.isEmpty());
        h.house.prompts.answer = 1;
        h.action("removeConnection")->trigger();
        QCOMPARE(h.house.prompts.asked.last().verbs.last(), u"Keep the connection"_s);
        QVERIFY(h.house.prompts.asked.last().text.startsWith(u"1 changes or runs"_s));
        h.house.prompts.answer = 0;
        h.action("removeConnection")->trigger();
        QTRY_COMPARE(h.model->rowCount(), 0);
        QTRY_VERIFY(h.secrets.state.entries.isEmpty());
        QTRY_VERIFY(h.pane->findChild<ui::EmptyState *>()->isVisible());
    }

    void whoIsNoAdminLooksOnly()
    {
        ConnectionsHouse h;
        h.inConflict();
        QTRY_COMPARE(h.model->conflictCount(), 1);
        h.house.seat.setReadOnly(ui::ReadOnly::Yes);
        for (const char *name : {"addConnection", "testConnection", "syncNow", "pauseConnection", "renewSignIn",
                                 "removeConnection", "keepHere", "resolve"}) {
            QTRY_VERIFY2(!h.action(name)->isEnabled(), name);
            QVERIFY2(!h.action(name)->toolTip().isEmpty(), name);
        }
        QVERIFY(!in<QPushButton>(*h.pane, "saveConnection")->isEnabled());
    }

    void anAutomationIsPublishedOnceItsLossWasRead()
    {
        ConnectionsHouse h;
        domain::Automation mine = test::someAutomation(u"Mine"_s);
        mine.tags = {u"nightly"_s};
        h.house.workspace.create({mine});
        ui::AutomationsPane pane(h.house.context, *h.automations);
        auto *table = test::open(pane);
        auto *publish = pane.findChild<QAction *>(u"publish"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_COMPARE(publish->toolTip(), u"No connection takes new automations"_s);
        h.world.connection(u"Office"_s);
        QTRY_VERIFY(publish->isEnabled());
        publish->trigger();
        auto *dialog = pane.findChild<ui::PublishDialog *>();
        QVERIFY(test::textOf(*dialog, u"publishLoss"_s).contains(u"tags: It is kept here only."_s));
        QVERIFY(test::shoot(*dialog, u"connections-publish"_s));
        QTest::mouseClick(in<QPushButton>(*dialog, "publishNow"), Qt::LeftButton);
        QTRY_VERIFY(h.model->rowCount() == 1 && h.model->row(0).entries.size() == 1);
        QCOMPARE(h.model->row(0).entries.first().kind, store::TaskKind::Create);
        QTRY_COMPARE(publish->toolTip(), u"It lives at Office already"_s);
        QTRY_COMPARE(pane.findChild<QAction *>(u"delete"_s)->toolTip(), u"Office can't do this: Delete automations"_s);
        QVERIFY(!pane.findChild<QAction *>(u"delete"_s)->isEnabled());
        QVERIFY(test::shoot(pane, u"connections-badge"_s));
    }
};

REGISTER_TEST(TestConnectionsPane);

} // namespace

#include "test_connectionspane.moc"
