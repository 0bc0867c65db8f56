// SPDX-License-Identifier: Apache-2.0
#include "app/store/doctor.h"

#include "app/store/settings.h"
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

base::Result<qint64> pagesOf(Connection &connection, const QByteArray &what)
{
    TRY(const qint64 size, connection.number("PRAGMA page_size"));
    TRY(const qint64 pages, connection.number("PRAGMA " + what));
    return pages * size;
}

base::Status countRows(Connection &rows, Kept &kept)
{
    TRY(kept.runs, rows.number("SELECT count(*) FROM run"));
    TRY(kept.logsToGo, rows.number("SELECT count(*) FROM log_removal"));
    TRY(kept.logsRemoved, rows.number("SELECT count(*) FROM run WHERE log_removed_at IS NOT NULL"));
    if (kept.runs > 0) {
        TRY(const qint64 oldest, rows.number("SELECT min(queued_at) FROM run"));
        kept.oldestRun = base::fromMillis(oldest);
    }
    TRY(const QJsonObject settings, readSettings(rows));
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
        if (it.key().startsWith("retention."_L1) || it.key().startsWith("logs."_L1)) {
            kept.rules.insert(it.key(), it.value());
        }
    }
    TRY(Query row, rows.query("SELECT at, detail FROM audit WHERE action = 'sweep' ORDER BY seq DESC LIMIT 1"));
    TRY(const bool any, row.next());
    if (any) {
        kept.lastSweep = row.instant(0);
        kept.lastSwept = row.text(1);
    }
    return {};
}

base::Status countLogs(Connection &logs, Kept &kept)
{
    TRY(kept.logs, logs.number("SELECT count(*) FROM log WHERE run NOT LIKE 'removed:%'"));
    TRY(kept.logsFree, pagesOf(logs, "freelist_count"));
    TRY(const qint64 all, pagesOf(logs, "page_count"));
    kept.logsUsed = all - kept.logsFree;
    return {};
}

base::Status lookAtKept(const QString &rows, const QString &logs, Kept &kept)
{
    TRY(const std::unique_ptr<Connection> one, Connection::open(rows, Connection::Mode::Read));
    CHECK(countRows(*one, kept));
    TRY(const std::unique_ptr<Connection> other, Connection::open(logs, Connection::Mode::Read));
    return countLogs(*other, kept);
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
    if (const base::Status counted = lookAtKept(rows, logs, health.kept); !counted && health.problems.isEmpty()) {
        health.problems.append(counted.error().message());
    }
    return health;
}

} // namespace store
