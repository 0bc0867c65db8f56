// SPDX-License-Identifier: Apache-2.0
#include "app/store/doctor.h"

#include "app/store/sql/connection.h"
#include "app/store/tables/audittable.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace store {

namespace {

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
}

base::Result<QStringList> quickCheck(Connection &connection)
{
    TRY(QStringList lines, connection.all("PRAGMA quick_check(10)", {},
                                          [](const Query &row) -> base::Result<QString> { return row.text(0); }));
    lines.removeAll(u"ok"_s);
    return lines;
}

base::Status examineFile(const QString &path, Health &health, qint64 *schema)
{
    TRY(const std::unique_ptr<Connection> connection, Connection::open(path, Connection::Mode::Read));
    if (schema) {
        TRY(*schema, connection->number("PRAGMA user_version"));
        if (const base::Result<qint64> rows = verifyAudit(*connection)) {
            health.auditRows = *rows;
        } else {
            health.problems.append(rows.error().message());
        }
    }
    TRY(const QStringList lines, quickCheck(*connection));
    for (const QString &line : lines) {
        health.problems.append(QFileInfo(path).fileName() + u": "_s + line);
    }
    return {};
}

} // namespace

Health examine(const QString &directory)
{
    const QDir folder(directory);
    const QString rows = folder.filePath(u"signalbox.db"_s);
    const QString logs = folder.filePath(u"logs.db"_s);
    Health health;
    health.rowsBytes = sizeOf(rows);
    health.logsBytes = sizeOf(logs);
    for (const base::Status &status : {examineFile(rows, health, &health.schema), examineFile(logs, health, nullptr)}) {
        if (!status) {
            health.problems.append(status.error().message());
        }
    }
    return health;
}

} // namespace store
