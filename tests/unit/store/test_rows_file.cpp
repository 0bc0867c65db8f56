// SPDX-License-Identifier: Apache-2.0
// The file of a store: made, migrated, refused, damaged, full, and after a kill.
#include "app/store/desk.h"
#include "app/store/sql/schema.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/somerows.h"
#include "tests/unit/store/storeprocess.h"

#include <QRandomGenerator>
#include <QSignalSpy>

#include <cerrno>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::Connection;
using test::await;
using test::TempStore;

namespace {

class RowsFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreForTheOwnerOnly();
    void verbsOutsideOfOpenAndCloseAnswerUnavailable();
    void aNewerStoreIsRefusedUntouched();
    void whatIsNoStoreIsRefusedUntouched_data();
    void whatIsNoStoreIsRefusedUntouched();
    void damageAfterAnUncleanEndIsFound();
    void aFolderThatCannotBeMadeIsNamed();
    void aReadOnlyFolderIsNamed();
    void aStoreOfVersionOneIsRead();
    void migratingCopiesFirst();
    void aFailedStepLeavesTheOldStore();
    void aFullDiskFailsTheVerbAndSaysSoOnce();
    void killedWritersLoseNothing();
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes, qint64 at = 0)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

base::Status openAndClose(const QString &directory)
{
    const test::FakeClock clock(test::tempStoreStart);
    store::Store store(directory, clock);
    const base::Status opened = await(store.open());
    store.close();
    return opened;
}

void makeStore(const QString &directory)
{
    const base::Status made = openAndClose(directory);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message()));
}

/// Does to the database what the program would not.
void tamper(const QString &path, const QByteArray &sql)
{
    const auto db = Connection::open(path, Connection::Mode::Write);
    QVERIFY(db);
    QVERIFY((*db)->keepTidy(true));
    QVERIFY((*db)->script(sql));
}

/// A small file system of its own, gone with the object.
class SmallDisk
{
public:
    explicit SmallDisk(const char *options)
    {
        m_mounted = ::mount("tmpfs", folder().toLocal8Bit().constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(folder().toLocal8Bit().constData(), MNT_DETACH);
        }
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)
    bool isMounted() const { return m_mounted; }
    QString folder() const { return m_folder.path(); }
    bool makeReadOnly() const
    {
        return ::mount("tmpfs", folder().toLocal8Bit().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

void RowsFileTest::filesAreForTheOwnerOnly()
{
    TempStore store;
    QVERIFY(await(store->settings().set(u"api.enabled"_s, true)));
    const auto isPrivate = [](const QString &path) {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        return QFile::exists(path) && !(QFile::permissions(path) & others);
    };
    QVERIFY(isPrivate(store.directory()));
    QVERIFY(isPrivate(store->runtimeDirectory()));
    for (const QString &name : {u"/signalbox.db"_s, u"/signalbox.db-wal"_s, u"/signalbox.db-shm"_s}) {
        QVERIFY2(isPrivate(store.directory() + name), qPrintable(name));
    }
}

void RowsFileTest::verbsOutsideOfOpenAndCloseAnswerUnavailable()
{
    const QTemporaryDir folder;
    const test::FakeClock clock(test::tempStoreStart);
    store::Store store(folder.path(), clock);
    QCOMPARE(await(store.automations().list()).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(store.settings().set(u"api.enabled"_s, true)).error().code, ErrorCode::Unavailable);
    QVERIFY(!store.takeEngine());
    const QFuture<base::Result<void>> opening = store.open();
    const auto meanwhile = store.automations().list();
    QVERIFY(await(opening));
    QVERIFY(await(meanwhile));
    QCOMPARE(await(store.open()).error().code, ErrorCode::Conflict);
    const auto last = store.settings().set(u"api.enabled"_s, true);
    store.close();
    QVERIFY(last.isFinished());
    QVERIFY(last.result());
    QCOMPARE(await(store.automations().list()).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(store.settings().set(u"api.enabled"_s, true)).error().code, ErrorCode::Unavailable);
    QVERIFY(!QFile::exists(folder.path() + u"/signalbox.db-wal"_s));
}

void RowsFileTest::aNewerStoreIsRefusedUntouched()
{
    const QTemporaryDir folder;
    makeStore(folder.path());
    const QString path = folder.path() + u"/signalbox.db"_s;
    tamper(path, "PRAGMA user_version = 99");
    const QByteArray before = bytesOf(path);
    const base::Status opened = openAndClose(folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Unsupported);
    QVERIFY(opened.error().detail.contains(u"schema 99"_s));
    QVERIFY(opened.error().detail.contains(u"knows %1"_s.arg(store::schemaSteps()->size())));
    QCOMPARE(bytesOf(path), before);
    QVERIFY(!QFile::exists(path + u"-wal"_s));
}

void RowsFileTest::whatIsNoStoreIsRefusedUntouched_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(100);
    QTest::newRow("short") << QByteArray("SQLite");
    QTest::newRow("zeroes") << QByteArray(8192, '\0');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QByteArray other("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24);
    other.append(QByteArray(44, '\0')).append("PNGX").append(QByteArray(4096, '\0'));
    QTest::newRow("another program's") << other;
}

void RowsFileTest::whatIsNoStoreIsRefusedUntouched()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.path() + u"/signalbox.db"_s;
    put(path, bytes);
    const base::Status opened = openAndClose(folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Corrupt);
    QVERIFY(opened.error().detail.contains(path));
    QCOMPARE(bytesOf(path), bytes);
}

void RowsFileTest::damageAfterAnUncleanEndIsFound()
{
    const QTemporaryDir folder;
    makeStore(folder.path());
    const QString path = folder.path() + u"/signalbox.db"_s;
    constexpr qint64 secondPage = 4096;
    put(path, QByteArray(2000, '\xee'), secondPage);
    put(path + u"-wal"_s, QByteArray(100, 'x'));
    const base::Status opened = openAndClose(folder.path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Corrupt);
    QVERIFY(opened.error().detail.contains(u"damaged"_s));
}

void RowsFileTest::aFolderThatCannotBeMadeIsNamed()
{
    const QTemporaryDir folder;
    put(folder.path() + u"/file"_s, "here");
    for (const QString &path : {folder.path() + u"/file"_s, folder.path() + u"/file/deeper"_s}) {
        const base::Status opened = openAndClose(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
        QVERIFY2(opened.error().detail.contains(path), qPrintable(opened.error().detail));
    }
}

void RowsFileTest::aReadOnlyFolderIsNamed()
{
    const SmallDisk disk("size=4m");
    if (!disk.isMounted()) {
        QSKIP("mounting a file system is not permitted here");
    }
    makeStore(disk.folder());
    QVERIFY(disk.makeReadOnly());
    const base::Status opened = openAndClose(disk.folder());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Unavailable);
    QVERIFY2(opened.error().detail.contains(disk.folder()), qPrintable(opened.error().detail));
}

void RowsFileTest::aStoreOfVersionOneIsRead()
{
    const QTemporaryDir folder;
    const QString path = folder.path() + u"/signalbox.db"_s;
    put(path, {});
    tamper(path, bytesOf(QFINDTESTDATA("fixtures/schema-1.sql")));
    const test::FakeClock clock(test::tempStoreStart);
    store::Store store(folder.path(), clock);
    const base::Status opened = await(store.open());
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message()));
    const auto automations = await(store.automations().list());
    QVERIFY(automations);
    QCOMPARE(automations->value(0).name, u"Nightly backup"_s);
    QCOMPARE(automations->value(0).version, 2);
    QCOMPARE(await(store.automations().history(automations->value(0).id))->size(), 2);
    const auto runs = await(store.runs().page({}));
    QVERIFY(runs);
    QCOMPARE(runs->size(), 3);
    QCOMPARE(runs->at(0).status, domain::RunStatus::Running);
    QCOMPARE(runs->at(1).status, domain::RunStatus::Skipped);
    QCOMPARE(runs->at(2).status, domain::RunStatus::Failed);
    QCOMPARE(runs->at(2).exitCode, 3);
    QCOMPARE(await(store.runs().counts())->total, 3);
    QCOMPARE(await(store.schedules().positions())->size(), 1);
    QCOMPARE(await(store.settings().all())->value(u"engine.parallel_runs"_s).toInt(), 4);
    // What schema 2 added: nothing is held or made up for, and the order of runs goes on after the last one.
    QVERIFY(std::none_of(runs->begin(), runs->end(), [](const auto &run) { return run.heldUntil || run.caughtUp; }));
    QCOMPARE(await(store.pauses().allPaused())->state, store::Pausing::Off);
    domain::Run startup = test::planned(automations->value(0).id, 0);
    startup.trigger = domain::TriggerKind::Startup;
    startup.plannedFor.reset();
    QCOMPARE(await(store.runs().plan({startup}, {}))->size(), 1);
    const auto after = await(store.runs().page({.limit = 1}));
    QCOMPARE(after->value(0).trigger, domain::TriggerKind::Startup);
}

void RowsFileTest::migratingCopiesFirst()
{
    const QTemporaryDir folder;
    makeStore(folder.path());
    const QString path = folder.path() + u"/signalbox.db"_s;
    tamper(path, "INSERT INTO setting (key, value) VALUES ('api.enabled', '[true]')");
    auto steps = *store::schemaSteps();
    const int next = static_cast<int>(steps.size()) + 1;
    steps.append({next, "ALTER TABLE setting ADD COLUMN extra TEXT; DELETE FROM setting;"});
    {
        const auto db = Connection::open(path, Connection::Mode::Write);
        QVERIFY(store::migrate(**db, steps));
        QCOMPARE((*db)->number("PRAGMA user_version").value_or(0), next);
        QCOMPARE((*db)->number("SELECT count(extra) + count(*) FROM setting").value_or(-1), 0);
    }
    const QString copy = u"%1.before-%2"_s.arg(path).arg(next);
    QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto old = Connection::open(copy, Connection::Mode::Read);
    QVERIFY(old);
    QCOMPARE((*old)->number("PRAGMA user_version").value_or(0), next - 1);
    QCOMPARE((*old)->number("SELECT count(*) FROM setting").value_or(-1), 1);
}

void RowsFileTest::aFailedStepLeavesTheOldStore()
{
    const QTemporaryDir folder;
    makeStore(folder.path());
    const QString path = folder.path() + u"/signalbox.db"_s;
    auto steps = *store::schemaSteps();
    const int next = static_cast<int>(steps.size()) + 1;
    steps.append({next, "DROP TABLE setting; DROP TABLE no_such_table;"});
    {
        const auto db = Connection::open(path, Connection::Mode::Write);
        QVERIFY(!store::migrate(**db, steps));
    }
    QVERIFY(openAndClose(folder.path()));
}

void RowsFileTest::aFullDiskFailsTheVerbAndSaysSoOnce()
{
    const SmallDisk disk("size=2m");
    if (!disk.isMounted()) {
        QSKIP("mounting a file system is not permitted here");
    }
    const test::FakeClock clock(test::tempStoreStart);
    store::Desk desk(disk.folder(), clock);
    QVERIFY(await(desk.open()));
    store::Automations automations(desk);
    store::Runs runs(desk);
    const auto created = await(automations.create({test::someAutomation()}, u"ann"_s));
    QVERIFY(created);
    QSignalSpy troubles(&desk, &store::Desk::troubled);
    QFile filler(disk.folder() + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'f')) == 4096) {
    }
    int stored = 0;
    base::Result<domain::Run> run = await(runs.request(created->first().id, u"ann"_s));
    for (; run && stored < 10000; ++stored) {
        run = await(runs.request(created->first().id, u"ann"_s));
    }
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::Unavailable);
    QCOMPARE(run.error().detail, u"the disk is full: %1/signalbox.db"_s.arg(disk.folder()));
    QVERIFY(!await(runs.request(created->first().id, u"ann"_s)));
    QCOMPARE(troubles.count(), 1);
    QCOMPARE(await(runs.counts())->total, stored);

    QVERIFY(filler.remove());
    QVERIFY(await(runs.request(created->first().id, u"ann"_s)));
    QTRY_COMPARE(troubles.count(), 2);
    QVERIFY(!troubles.at(1).at(0).value<std::optional<base::Error>>());
    QCOMPARE(await(runs.counts())->total, stored + 1);
    desk.close();
}

void RowsFileTest::killedWritersLoseNothing()
{
    constexpr int kills = 20;
    const QTemporaryDir folder;
    QStringList acknowledged;
    for (int i = 0; i < kills; ++i) {
        test::StoreProcess process(folder.path(), u"write"_s);
        QVERIFY(process.waitForLines(1 + QRandomGenerator::global()->bounded(60)));
        process.kill();
        acknowledged += process.lines();
    }
    const test::FakeClock clock(test::tempStoreStart);
    store::Store store(folder.path(), clock);
    QVERIFY(await(store.open()));
    QList<base::RunId> ids;
    for (const QString &line : std::as_const(acknowledged)) {
        QVERIFY2(line.startsWith(u"run_"_s), qPrintable(line));
        ids.append(base::RunId(line));
    }
    QVERIFY(ids.size() >= kills);
    QCOMPARE(await(store.runs().some(ids))->size(), ids.size());
    store.close();
    const auto db = Connection::open(folder.path() + u"/signalbox.db"_s, Connection::Mode::Read);
    QVERIFY(db);
    auto check = (*db)->query("PRAGMA integrity_check");
    QVERIFY(check && check->next());
    QCOMPARE(check->text(0), u"ok"_s);
    const auto counted = (*db)->number("SELECT (SELECT count(*) FROM run) - (SELECT value FROM counter)");
    QCOMPARE(counted.value_or(-1), 0);
}

REGISTER_TEST(RowsFileTest);

} // namespace

#include "test_rows_file.moc"
