// SPDX-License-Identifier: Apache-2.0
#include "app/store/storefile.h"

#include "app/store/backup/restoring.h"
#include "app/store/sql/schema.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr std::chrono::seconds patience(5);
constexpr unsigned long pauseMs = 20;
// quick_check reads the whole file; above this it would keep a person waiting.
constexpr qint64 largestChecked = 64LL * 1024 * 1024;

base::Error failed(const QString &what, const QString &path)
{
    return base::unavailable({}, u"%1 %2: %3"_s.arg(what, path, qt_error_string(errno)));
}

/// Makes the folder for the owner only, and its parents; one that exists stays as it is.
base::Status makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        return {};
    }
    const QString parent = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(parent)) {
        CHECK(makeFolder(parent));
    }
    if (::mkdir(path.toLocal8Bit().constData(), 0700) != 0 && errno != EEXIST) {
        return failed(u"can't make the folder"_s, path);
    }
    if (!QFileInfo(path).isDir()) {
        return base::unavailable({}, u"there is a file where the folder of the store should be: %1"_s.arg(path));
    }
    return {};
}

/// SQLite gives the files it makes beside a database the mode of the database.
base::Status makeFile(const QString &path)
{
    const int fd = ::open(path.toLocal8Bit().constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return failed(u"can't make the file"_s, path);
    }
    ::close(fd);
    return {};
}

} // namespace

QString runtimeFolder(const QString &directory)
{
    return directory + u"/run"_s;
}

StoreFile::StoreFile(const QString &directory) : m_directory(directory), m_path(directory + u"/signalbox.db"_s) {}

base::Result<std::unique_ptr<Connection>> StoreFile::open()
{
    TRY(const QList<SchemaStep> steps, schemaSteps());
    CHECK(prepareFolders());
    CHECK(m_users.open(runtimeFolder(m_directory) + u"/users.lock"_s));
    const base::Status status = openLocked(steps);
    auto connection = status ? connect() : base::Result<std::unique_ptr<Connection>>(status.error());
    if (!connection) {
        m_users.release();
    }
    return connection;
}

base::Result<std::unique_ptr<Connection>> StoreFile::connect() const
{
    TRY(std::unique_ptr<Connection> db, Connection::open(m_path, Connection::Mode::Write));
    CHECK(db->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;"
                     " PRAGMA cache_size = -16384"));
    CHECK(db->keepTidy(true));
    return db;
}

base::Status StoreFile::prepareFolders() const
{
    CHECK(makeFolder(m_directory));
    if (::access(m_directory.toLocal8Bit().constData(), R_OK | W_OK | X_OK) != 0) {
        return failed(u"can't write in the folder"_s, m_directory);
    }
    return makeFolder(runtimeFolder(m_directory));
}

base::Status StoreFile::openLocked(const QList<SchemaStep> &steps)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        TRY(const bool alone, openAlone(steps));
        if (alone) {
            return {};
        }
        TRY(const bool joined, openBesideOthers(steps.last().version));
        if (joined) {
            return {};
        }
        if (deadline.hasExpired()) {
            return base::unavailable(
                {}, u"another process keeps the store and has not brought it up to date: %1"_s.arg(m_path));
        }
        QThread::msleep(pauseMs);
    }
}

/// False where others are there.
base::Result<bool> StoreFile::openAlone(const QList<SchemaStep> &steps)
{
    if (!m_users.tryLock(FileLock::Kind::Exclusive)) {
        return false;
    }
    CHECK(exchangeStaged(m_directory));
    if (!QFileInfo::exists(m_path)) {
        CHECK(makeFile(m_path));
    }
    CHECK(checkHeader(m_path, steps.last().version));
    // Alone, and yet a write-ahead file: the last one did not close it.
    const bool unclean = QFileInfo(m_path + u"-wal"_s).size() > 0;
    {
        TRY(const std::unique_ptr<Connection> db, Connection::open(m_path, Connection::Mode::Write));
        CHECK(schemaVersion(*db, steps.last().version));
        if (unclean && QFileInfo(m_path).size() <= largestChecked) {
            CHECK(quickCheck(*db));
        }
        // While nobody else is there: several that switch at once refuse each other without waiting.
        CHECK(db->script("PRAGMA journal_mode = WAL"));
        CHECK(migrate(*db, steps));
    }
    return m_users.tryLock(FileLock::Kind::Shared);
}

/// False where the file is not ready: somebody else is making it.
base::Result<bool> StoreFile::openBesideOthers(int newest)
{
    if (!m_users.tryLock(FileLock::Kind::Shared)) {
        return false;
    }
    TRY(const std::unique_ptr<Connection> db, Connection::open(m_path, Connection::Mode::Read));
    TRY(const int version, schemaVersion(*db, newest));
    if (version < newest) {
        m_users.unlock();
        return false;
    }
    return true;
}

} // namespace store
