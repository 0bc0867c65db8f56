// SPDX-License-Identifier: Apache-2.0
#include "app/store/backup/backupfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr qint64 applicationId = 0x5367426b; // "SgBk"
constexpr qint64 partBytes = 4LL * 1024 * 1024;
constexpr int pagesAtOnce = 2000;
constexpr int patienceMs = 20;
constexpr int mostWaits = 500; // ten seconds

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .context = {}, .detail = detail, .field = {}};
}

base::Error cancelled()
{
    return {.code = base::ErrorCode::Cancelled, .context = {}, .detail = u"it was cancelled"_s, .field = {}};
}

struct Handle
{
    sqlite3 *db = nullptr;
    ~Handle() { sqlite3_close(db); }
};

base::Status openHandle(const QString &path, int flags, Handle &handle)
{
    const int result = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle.db, flags, nullptr);
    return result == SQLITE_OK
               ? base::Status()
               : base::unavailable(u"copying %1"_s.arg(path), QString::fromUtf8(sqlite3_errstr(result)));
}

/// Only plain names lie in a backup.
bool isPlainName(const QString &name)
{
    static const QStringList known{u"signalbox.db"_s, u"logs.db"_s, u"kvstore.json"_s, u"kvstore.times.json"_s};
    return known.contains(name);
}

base::Status packOne(Connection &db, const QString &path, const QString &name, const std::function<bool(qint64)> &done)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 seq = 0; !file.atEnd(); ++seq) {
        const QByteArray part = file.read(partBytes);
        hash.addData(part);
        CHECK(db.run("INSERT INTO part (name, seq, data) VALUES (?, ?, ?)", {name, seq, part}));
        if (!done(part.size())) {
            return cancelled();
        }
    }
    CHECK(db.run("INSERT INTO file (name, bytes, sha256) VALUES (?, ?, ?)", {name, file.size(), hash.result()}));
    return {};
}

struct Packed
{
    QString name;
    qint64 bytes = 0;
    QByteArray sha256;
};

base::Result<Packed> readPacked(const Query &row)
{
    return Packed{row.text(0), row.integer(1), row.bytes(2)};
}

base::Status unpackOne(Connection &db, const Packed &packed, const QString &path,
                       const std::function<bool(qint64)> &done)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TRY(Query parts, db.query("SELECT data FROM part WHERE name = ? ORDER BY seq", {packed.name}));
    for (;;) {
        TRY(const bool more, parts.next());
        if (!more) {
            break;
        }
        const QByteArray part = parts.bytes(0);
        hash.addData(part);
        if (file.write(part) != part.size()) {
            return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
        }
        if (!done(part.size())) {
            return cancelled();
        }
    }
    return file.flush() && file.size() == packed.bytes && hash.result() == packed.sha256
               ? base::Status()
               : corrupt(u"the backup is damaged: %1 in it is not what was kept"_s.arg(packed.name));
}

/// Turns bytes that are done into percent of all, told once each.
std::function<bool(qint64)> percentOf(qint64 all, const BackupProgress &progress)
{
    return [all, progress, sum = qint64(0), told = -1](qint64 bytes) mutable {
        sum += bytes;
        const int percent = int(sum * 100 / std::max<qint64>(all, 1));
        return !progress || percent == std::exchange(told, percent) || progress(percent);
    };
}

base::Result<std::unique_ptr<Connection>> openBackup(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly)) {
        return base::invalid({}, u"%1 can't be read: %2"_s.arg(file, bytes.errorString()));
    }
    if (!bytes.read(16).startsWith("SQLite format 3")) {
        return corrupt(u"%1 is not a backup of Signalbox"_s.arg(file));
    }
    bytes.close();
    TRY(std::unique_ptr<Connection> db, Connection::open(file, Connection::Mode::Read));
    TRY(const qint64 id, db->number("PRAGMA application_id"));
    return id == applicationId ? base::Result<std::unique_ptr<Connection>>(std::move(db))
                               : corrupt(u"%1 is not a backup of Signalbox"_s.arg(file));
}

} // namespace

base::Status copyDatabase(const QString &from, const QString &to)
{
    Handle source;
    Handle target;
    CHECK(openHandle(from, SQLITE_OPEN_READONLY, source));
    CHECK(openHandle(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, target));
    sqlite3_backup *copy = sqlite3_backup_init(target.db, "main", source.db, "main");
    if (!copy) {
        return base::unavailable(u"copying %1"_s.arg(from), QString::fromUtf8(sqlite3_errmsg(target.db)));
    }
    int result = SQLITE_OK;
    for (int waits = 0; waits < mostWaits; ++waits) {
        result = sqlite3_backup_step(copy, pagesAtOnce);
        if (result == SQLITE_BUSY || result == SQLITE_LOCKED) {
            sqlite3_sleep(patienceMs);
        } else if (result == SQLITE_OK) {
            waits = 0;
        } else {
            break;
        }
    }
    sqlite3_backup_finish(copy);
    return result == SQLITE_DONE
               ? base::Status()
               : base::unavailable(u"copying %1"_s.arg(from), QString::fromUtf8(sqlite3_errstr(result)));
}

base::Status packBackup(const QString &folder, const QStringList &names, const QString &file, base::Instant at,
                        const BackupProgress &progress)
{
    qint64 all = 0;
    for (const QString &name : names) {
        all += QFileInfo(folder + u'/' + name).size();
    }
    QFile made(file);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return base::unavailable(u"writing %1"_s.arg(file), made.errorString());
    }
    made.close();
    TRY(const std::unique_ptr<Connection> db, Connection::open(file, Connection::Mode::Write));
    // The size of pages first: it can't be changed once anything is written.
    CHECK(db->script("PRAGMA page_size = 16384; PRAGMA application_id = " + QByteArray::number(applicationId) +
                     "; PRAGMA journal_mode = OFF;"
                     "CREATE TABLE made (at INTEGER NOT NULL) STRICT;"
                     "CREATE TABLE file (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL, sha256 BLOB NOT NULL) STRICT;"
                     "CREATE TABLE part (name TEXT NOT NULL, seq INTEGER NOT NULL, data BLOB NOT NULL,"
                     " PRIMARY KEY (name, seq)) STRICT; BEGIN"));
    CHECK(db->run("INSERT INTO made (at) VALUES (?)", {base::toMillis(at)}));
    const auto done = percentOf(all, progress);
    for (const QString &name : names) {
        CHECK(packOne(*db, folder + u'/' + name, name, done));
    }
    return db->script("COMMIT");
}

base::Result<QStringList> unpackBackup(const QString &file, const QString &folder, const BackupProgress &progress)
{
    TRY(const std::unique_ptr<Connection> db, openBackup(file));
    TRY(const QList<Packed> all, db->all("SELECT name, bytes, sha256 FROM file ORDER BY name", {}, readPacked));
    TRY(const qint64 bytes, db->number("SELECT coalesce(sum(bytes), 0) FROM file"));
    const auto done = percentOf(bytes, progress);
    QStringList names;
    for (const Packed &packed : all) {
        if (!isPlainName(packed.name)) {
            return corrupt(u"the backup holds a file that is none of a workspace: %1"_s.arg(packed.name.left(100)));
        }
        CHECK(unpackOne(*db, packed, folder + u'/' + packed.name, done));
        names.append(packed.name);
    }
    return names;
}

base::Result<base::Instant> backupTime(const QString &file)
{
    TRY(const std::unique_ptr<Connection> db, openBackup(file));
    TRY(const qint64 at, db->number("SELECT at FROM made"));
    return base::fromMillis(at);
}

} // namespace store
