// SPDX-License-Identifier: Apache-2.0
// A workspace as one file, and back; and what arrives in a store together.
#include "app/store/backup/backup.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using store::BackupLogs;

namespace {

QList<domain::Automation> all(test::TempStore &store)
{
    return test::await(store->automations().list()).value_or(QList<domain::Automation>());
}

domain::Automation named(const QString &name)
{
    domain::Automation automation = test::someAutomation(name);
    automation.id = base::AutomationId::make();
    return automation;
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWithEverything()
    {
        test::TempStore workspace;
        const domain::Automation kept = add(workspace, u"Kept"_s);
        writeLog(workspace, kept.id, "hello\n");
        write(workspace.directory() + u"/kvstore.json"_s, "{\"a\":\"b\"}");
        const QTemporaryDir out;
        const QString file = out.filePath(u"b"_s);
        int last = -1;
        const auto info =
            store::writeBackup(workspace.directory(), file, BackupLogs::Kept, workspace.clock, [&](int percent) {
                last = percent;
                return true;
            });
        QVERIFY2(info, info ? "" : qPrintable(info.error().message()));
        QCOMPARE(last, 100);
        QCOMPARE(info->madeAt, workspace.clock.now());
        QCOMPARE(info->automations, 1);
        QCOMPARE(info->runs, 1);
        QVERIFY(info->withLogs);
        add(workspace, u"Later"_s);
        // While it is open, it is exchanged later.
        QCOMPARE(*store::restoreBackup(file, workspace.directory()), store::Restored::AtNextStart);
        QCOMPARE(all(workspace).size(), 2);
        workspace.reopen();
        QCOMPARE(all(workspace), QList<domain::Automation>{kept});
        const auto runs = test::await(workspace->runs().page({}));
        QCOMPARE(test::await(workspace->logs().read(runs->first().id, 0, 10))->bytes, QByteArray("hello\n"));
        const QStringList aside = QDir(workspace.directory()).entryList({u"before-restore-*"_s}, QDir::Dirs);
        QCOMPARE(aside.size(), 1);
        QVERIFY(QFile::exists(workspace.directory() + u'/' + aside.first() + u"/signalbox.db"_s));
        QVERIFY(!QFile::exists(workspace.directory() + u"/restore-ready"_s));
    }
    void goesIntoAnEmptyPlaceAtOnce()
    {
        test::TempStore workspace;
        add(workspace, u"Kept"_s);
        const QTemporaryDir out;
        QVERIFY(store::writeBackup(workspace.directory(), out.filePath(u"b"_s), BackupLogs::Left, workspace.clock));
        QCOMPARE(*store::restoreBackup(out.filePath(u"b"_s), out.filePath(u"new"_s)), store::Restored::Done);
        const test::FakeClock clock(test::tempStoreStart);
        store::Store other(out.filePath(u"new"_s), clock);
        QVERIFY(test::await(other.open()));
        QCOMPARE(test::await(other.automations().list())->size(), 1);
        other.close();
    }
    void aDamagedOneChangesNothing_data()
    {
        QTest::addColumn<int>("at");
        for (int at = 1; at < 20; ++at) {
            QTest::addRow("%d twentieths", at) << at;
        }
    }
    void aDamagedOneChangesNothing()
    {
        QFETCH(const int, at);
        test::TempStore workspace;
        add(workspace, u"Kept"_s);
        const QTemporaryDir out;
        const QString file = out.filePath(u"b"_s);
        QVERIFY(store::writeBackup(workspace.directory(), file, BackupLogs::Kept, workspace.clock));
        QByteArray bytes = read(file);
        for (int i = 0; i < 64; ++i) {
            bytes[bytes.size() * at / 20 + i] = char(~bytes.at(bytes.size() * at / 20 + i));
        }
        write(file, bytes);
        const auto restored = store::restoreBackup(file, workspace.directory());
        if (restored) { // nothing of it was hit that is kept in it
            QVERIFY(store::checkBackup(file));
            return;
        }
        QVERIFY(!restored.error().message().isEmpty());
        workspace.reopen();
        QCOMPARE(all(workspace).size(), 1);
        QVERIFY(QDir(workspace.directory()).entryList({u"before-restore-*"_s}, QDir::Dirs).isEmpty());
    }
    void whatIsNoBackupIsRefused()
    {
        const QTemporaryDir out;
        write(out.filePath(u"text"_s), "this is not a backup");
        QCOMPARE(store::checkBackup(out.filePath(u"text"_s)).error().code, base::ErrorCode::Corrupt);
        test::TempStore workspace;
        QCOMPARE(store::checkBackup(workspace.directory() + u"/signalbox.db"_s).error().code, base::ErrorCode::Corrupt);
        QVERIFY(!store::checkBackup(out.filePath(u"nothing"_s)));
        QVERIFY(!store::writeBackup(out.path(), out.filePath(u"b"_s), BackupLogs::Left, workspace.clock));
    }
    void canBeCancelled()
    {
        test::TempStore workspace;
        const QTemporaryDir out;
        const auto info = store::writeBackup(workspace.directory(), out.filePath(u"b"_s), BackupLogs::Kept,
                                             workspace.clock, [](int percent) { return percent < 60; });
        QCOMPARE(info.error().code, base::ErrorCode::Cancelled);
        QCOMPARE(QDir(out.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }

    void whatIsImportedArrivesTogetherInAnyOrder()
    {
        test::TempStore workspace;
        domain::Automation first = named(u"First"_s);
        domain::Automation second = named(u"Second"_s);
        domain::Automation flow = named(u"Flow"_s);
        second.triggers = {domain::After{.automation = first.id}};
        flow.type = u"workflow"_s;
        flow.params = {
            {u"steps"_s, QJsonArray{QJsonObject{{u"id"_s, u"s"_s}, {u"automation_id"_s, second.id.text()}}}}};
        const auto made = test::await(workspace->automations().import({flow, second, first}, u"kim"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(made->at(0).id, flow.id);
        QCOMPARE(all(workspace).size(), 3);
        // The same ids again are refused, and so is all of a list with one that is wrong.
        QCOMPARE(test::await(workspace->automations().import({named(u"New"_s), first}, u"kim"_s)).error().code,
                 base::ErrorCode::Conflict);
        domain::Automation lost = named(u"Lost"_s);
        lost.triggers = {domain::After{.automation = base::AutomationId(u"auto_nowhere"_s)}};
        const auto refused = test::await(workspace->automations().import({named(u"New"_s), lost}, u"kim"_s));
        QCOMPARE(refused.error().field, u"[1].triggers[0].automation_id"_s);
        domain::Automation round = named(u"Round"_s);
        domain::Automation back = named(u"Back"_s);
        round.triggers = {domain::After{.automation = back.id}};
        back.triggers = {domain::After{.automation = round.id}};
        QVERIFY(!test::await(workspace->automations().import({round, back}, u"kim"_s)));
        QCOMPARE(all(workspace).size(), 3);
    }

private:
    static domain::Automation add(test::TempStore &workspace, const QString &name)
    {
        return test::await(workspace->automations().create({test::someAutomation(name)}, u"kim"_s))->first();
    }
    static void writeLog(test::TempStore &workspace, const base::AutomationId &id, const QByteArray &bytes)
    {
        const auto run = test::await(workspace->runs().request(id, u"kim"_s));
        const store::LogSpan span{
            .lines = bytes.count('\n'), .stream = store::Stream::Out, .at = workspace.clock.now(), .open = false};
        QVERIFY(test::await(workspace->logs().append(run->id, {.firstLine = 0, .bytes = bytes, .spans = {span}})));
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

REGISTER_TEST(BackupTest);
#include "test_backup.moc"
