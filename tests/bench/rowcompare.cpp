// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rowcompare.h"

#include <QFile>

#include <sqlite3.h>

namespace bench {

namespace {

constexpr const char *tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";

int addName(void *names, int, char **values, char **)
{
    static_cast<QByteArrayList *>(names)->append(values[0]);
    return 0;
}

int takeNumber(void *number, int, char **values, char **)
{
    *static_cast<qint64 *>(number) = QByteArray(values[0]).toLongLong();
    return 0;
}

void mustDo(sqlite3 *db, const QByteArray &sql, int (*take)(void *, int, char **, char **) = nullptr,
            void *into = nullptr)
{
    char *why = nullptr;
    if (sqlite3_exec(db, sql.constData(), take, into, &why) != SQLITE_OK) {
        qFatal("%s: %s", sql.constData(), why);
    }
}

} // namespace

RowCompare::RowCompare(const QString &file)
{
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &m_db, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
        qFatal("%s can't be opened", qPrintable(file));
    }
    const QByteArray copy = QFile::encodeName(m_folder.filePath(QStringLiteral("before.db")));
    mustDo(m_db, "VACUUM INTO '" + copy + "'");
    mustDo(m_db, "ATTACH '" + copy + "' AS before");
    m_version = version();
}

RowCompare::~RowCompare()
{
    sqlite3_close(m_db);
}

qint64 RowCompare::number(const QByteArray &sql) const
{
    qint64 value = 0;
    mustDo(m_db, sql, takeNumber, &value);
    return value;
}

int RowCompare::differing() const
{
    QByteArrayList names;
    mustDo(m_db, tables, addName, &names);
    qint64 rows = 0;
    for (const QByteArray &name : names) {
        const QByteArray now = "SELECT * FROM main.\"" + name + '"';
        const QByteArray then = "SELECT * FROM before.\"" + name + '"';
        rows += number("SELECT count(*) FROM (" + now + " EXCEPT " + then + ')');
        rows += number("SELECT count(*) FROM (" + then + " EXCEPT " + now + ')');
    }
    return static_cast<int>(rows);
}

} // namespace bench
