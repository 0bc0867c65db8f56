// SPDX-License-Identifier: Apache-2.0
#include "app/store/backup/backup.h"

#include "app/store/backup/backupfile.h"
#include "app/store/backup/restoring.h"
#include "app/store/share/filelock.h"
#include "app/store/sql/schema.h"
#include "app/store/storefile.h"
#include "app/store/tables/audittable.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace store {

namespace {

const QString rowsName = u"signalbox.db"_s;
const QString logsName = u"logs.db"_s;

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .context = {}, .detail = detail, .field = {}};
}

/// A private folder on the same file system as `beside`, so that what is in it can be moved from there.
QString templateBeside(const QString &beside)
{
    return QFileInfo(beside).absolutePath() + u"/.signalbox-backup-XXXXXX"_s;
}

base::Status checkWhole(Connection &db, const QString &name)
{
    TRY(const QStringList lines,
        db.all("PRAGMA integrity_check(3)", {}, [](const Query &row) -> base::Result<QString> { return row.text(0); }));
    return lines == QStringList{u"ok"_s} ? base::Status()
                                         : corrupt(u"%1 in the backup is damaged: %2"_s.arg(name, lines.value(0)));
}

base::Status checkRows(const QString &path, BackupInfo &info)
{
    TRY(const QList<SchemaStep> steps, schemaSteps());
    CHECK(checkHeader(path, steps.last().version));
    TRY(const std::unique_ptr<Connection> db, Connection::open(path, Connection::Mode::Write));
    TRY(info.schema, schemaVersion(*db, steps.last().version));
    CHECK(checkWhole(*db, rowsName));
    CHECK(migrate(*db, steps));
    TRY(const QList<QString> orphans,
        db->all("PRAGMA foreign_key_check", {}, [](const Query &row) -> base::Result<QString> { return row.text(0); }));
    if (!orphans.isEmpty()) {
        return corrupt(u"rows of %1 in the backup refer to nothing"_s.arg(orphans.first()));
    }
    CHECK(verifyAudit(*db));
    TRY(info.automations, db->number("SELECT count(*) FROM automation"));
    TRY(info.runs, db->number("SELECT count(*) FROM run"));
    return db->script("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Status checkLogs(const QString &path)
{
    TRY(const std::unique_ptr<Connection> db, Connection::open(path, Connection::Mode::Write));
    CHECK(checkWhole(*db, logsName));
    return db->script("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Unpacked into `folder`, opened, looked through, and brought up to date there.
base::Result<BackupInfo> restoredAside(const QString &file, const QString &folder, const BackupProgress &progress)
{
    BackupInfo info;
    TRY(info.madeAt, backupTime(file));
    TRY(const QStringList names, unpackBackup(file, folder, progress));
    if (!names.contains(rowsName)) {
        return corrupt(u"the backup holds no %1"_s.arg(rowsName));
    }
    for (const QString &name : names) {
        info.bytes += QFileInfo(folder + u'/' + name).size();
    }
    CHECK(checkRows(folder + u'/' + rowsName, info));
    info.withLogs = names.contains(logsName);
    if (info.withLogs) {
        CHECK(checkLogs(folder + u'/' + logsName));
    }
    for (const QString &rest : QDir(folder).entryList({u"*.before-*"_s, u"*-wal"_s, u"*-shm"_s}, QDir::Files)) {
        QFile::remove(folder + u'/' + rest);
    }
    return info;
}

base::Result<QStringList> gather(const QString &directory, const QString &folder, BackupLogs logs)
{
    QStringList names{rowsName};
    CHECK(copyDatabase(directory + u'/' + rowsName, folder + u'/' + rowsName));
    if (logs == BackupLogs::Kept && QFileInfo::exists(directory + u'/' + logsName)) {
        CHECK(copyDatabase(directory + u'/' + logsName, folder + u'/' + logsName));
        names.append(logsName);
    }
    for (const QString &name : {u"kvstore.json"_s, u"kvstore.times.json"_s}) {
        if (QFile::copy(directory + u'/' + name, folder + u'/' + name)) {
            names.append(name);
        }
    }
    return names;
}

/// Half of the way is writing, half is looking.
BackupProgress part(const BackupProgress &progress, int from, int to)
{
    if (!progress) {
        return {};
    }
    return [progress, from, to](int percent) { return progress(from + (to - from) * percent / 100); };
}

} // namespace

base::Result<BackupInfo> writeBackup(const QString &directory, const QString &file, BackupLogs logs,
                                     const base::Clock &clock, const BackupProgress &progress)
{
    if (!QFileInfo(directory + u'/' + rowsName).isFile()) {
        return base::notFound(u"a workspace in "_s + directory);
    }
    const QTemporaryDir aside(templateBeside(file));
    if (!aside.isValid()) {
        return base::unavailable(u"writing %1"_s.arg(file), aside.errorString());
    }
    TRY(const QStringList names, gather(directory, aside.path(), logs));
    const QString made = aside.filePath(u"backup"_s);
    CHECK(packBackup(aside.path(), names, made, clock.now(), part(progress, 0, 50)));
    QDir(aside.path()).mkdir(u"check"_s);
    TRY(const BackupInfo info, restoredAside(made, aside.filePath(u"check"_s), part(progress, 50, 100)));
    if (std::rename(QFile::encodeName(made).constData(), QFile::encodeName(file).constData()) != 0) {
        return base::unavailable(u"writing %1"_s.arg(file), qt_error_string(errno));
    }
    return info;
}

base::Result<BackupInfo> checkBackup(const QString &file, const BackupProgress &progress)
{
    const QTemporaryDir aside;
    if (!aside.isValid()) {
        return base::unavailable(u"checking %1"_s.arg(file), aside.errorString());
    }
    return restoredAside(file, aside.path(), progress);
}

base::Result<Restored> restoreBackup(const QString &file, const QString &directory, const BackupProgress &progress)
{
    if (!QDir().mkpath(directory)) {
        return base::unavailable({}, u"can't make the folder %1"_s.arg(directory));
    }
    QTemporaryDir aside(directory + u"/.restore-XXXXXX"_s);
    if (!aside.isValid()) {
        return base::unavailable(u"restoring %1"_s.arg(file), aside.errorString());
    }
    CHECK(restoredAside(file, aside.path(), progress));
    CHECK(stageRestore(aside.path(), directory));
    FileLock users;
    QDir().mkpath(runtimeFolder(directory));
    CHECK(users.open(runtimeFolder(directory) + u"/users.lock"_s));
    if (!users.tryLock(FileLock::Kind::Exclusive)) {
        return Restored::AtNextStart;
    }
    CHECK(exchangeStaged(directory));
    return Restored::Done;
}

} // namespace store
