// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/mirrortable.h"

#include "app/base/wordtable.h"
#include "app/store/tables/automationtable.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr base::WordTable<Disagreement, Disagreement::RemovedHere> disagreementWords({{
    {Disagreement::Fields, u"fields"},
    {Disagreement::RemovedThere, u"removed_there"},
    {Disagreement::RemovedHere, u"removed_here"},
}});

constexpr char conflictColumns[] =
    "SELECT c.automation_id, coalesce(a.name, ''), m.connection_id, m.remote_id, c.what, c.fields, c.since, m.base,"
    " coalesce(a.version, 0), m.digest"
    " FROM sync_conflict c JOIN mirror m ON m.automation_id = c.automation_id"
    " LEFT JOIN automation a ON a.id = c.automation_id";

Result<MirrorRow> readRow(const Query &row)
{
    MirrorRow mirror{.automation = base::AutomationId(row.text(0)),
                     .connection = base::ConnectionId(row.text(1)),
                     .remoteId = row.text(2),
                     .base = {},
                     .digest = row.bytes(5),
                     .removed = row.flag(6)};
    TRY(mirror.base, fromDocument(row.text(3)));
    if (!row.isNull(4)) {
        TRY(mirror.seen, fromDocument(row.text(4)));
    }
    return mirror;
}

/// Long enough that no two states of an automation share it.
QString versionThere(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex().left(16));
}

/// Of one that was removed here the name is the one it has there.
Result<Conflict> readConflict(const Query &row)
{
    const auto what = disagreementWords.find(row.text(4));
    const QJsonObject base = QJsonDocument::fromJson(row.text(7).toUtf8()).object();
    return Conflict{.automation = base::AutomationId(row.text(0)),
                    .name = row.text(1).isEmpty() ? base.value("name"_L1).toString() : row.text(1),
                    .connection = base::ConnectionId(row.text(2)),
                    .remoteId = row.text(3),
                    .what = what.value_or(Disagreement::Fields), // the table has a CHECK on the words
                    .fields = domain::conflictsFromJson(QJsonDocument::fromJson(row.text(5).toUtf8()).array()),
                    .since = row.instant(6),
                    .sides = {.local = row.integer(8), .remote = versionThere(row.bytes(9))}};
}

Value seenValue(const MirrorRow &row)
{
    return row.seen ? Value(documentText(*row.seen)) : Value();
}

} // namespace

QString disagreementWord(Disagreement what)
{
    return disagreementWords.of(what);
}

QByteArray digestOf(const domain::Automation &remote)
{
    return QCryptographicHash::hash(documentText(remote).toUtf8(), QCryptographicHash::Sha256);
}

Result<std::optional<MirrorRow>> MirrorTable::one(const QByteArray &where, const Values &values)
{
    TRY(const QList<MirrorRow> found,
        m_db.all("SELECT automation_id, connection_id, remote_id, base, seen, digest, removed FROM mirror WHERE " +
                     where,
                 values, readRow));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

Result<std::optional<MirrorRow>> MirrorTable::find(const base::ConnectionId &connection, const QString &remoteId)
{
    return one("connection_id = ? AND remote_id = ?", {connection.text(), remoteId});
}

Result<std::optional<MirrorRow>> MirrorTable::of(const base::AutomationId &automation)
{
    return one("automation_id = ?", {automation.text()});
}

Result<QByteArray> MirrorTable::digest(const base::ConnectionId &connection, const QString &remoteId)
{
    TRY(Query row, m_db.query("SELECT digest FROM mirror WHERE connection_id = ? AND remote_id = ?",
                              {connection.text(), remoteId}));
    TRY(const bool found, row.next());
    return found ? row.bytes(0) : QByteArray();
}

Result<base::AutomationId> MirrorTable::automation(const base::ConnectionId &connection, const QString &remoteId)
{
    TRY(Query row, m_db.query("SELECT automation_id FROM mirror WHERE connection_id = ? AND remote_id = ?",
                              {connection.text(), remoteId}));
    TRY(const bool found, row.next());
    return found ? base::AutomationId(row.text(0)) : base::AutomationId();
}

Result<QStringList> MirrorTable::remoteIds(const base::ConnectionId &connection)
{
    return m_db.all("SELECT remote_id FROM mirror WHERE connection_id = ? ORDER BY remote_id", {connection.text()},
                    [](const Query &row) -> Result<QString> { return row.text(0); });
}

base::Status MirrorTable::insert(const MirrorRow &row)
{
    CHECK(m_db.run("INSERT INTO mirror (automation_id, connection_id, remote_id, base, seen, digest, removed)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                   {row.automation.text(), row.connection.text(), row.remoteId, documentText(row.base), seenValue(row),
                    row.digest, row.removed}));
    return {};
}

base::Status MirrorTable::save(const MirrorRow &row)
{
    CHECK(m_db.run("UPDATE mirror SET base = ?, seen = ?, digest = ?, removed = ? WHERE automation_id = ?",
                   {documentText(row.base), seenValue(row), row.digest, row.removed, row.automation.text()}));
    return {};
}

base::Status MirrorTable::remove(const base::AutomationId &automation)
{
    CHECK(m_db.run("DELETE FROM mirror WHERE automation_id = ?", {automation.text()}));
    return {};
}

Result<QList<Conflict>> MirrorTable::conflicts()
{
    return m_db.all(QByteArray(conflictColumns) + " ORDER BY 2 COLLATE NOCASE, 1", {}, readConflict);
}

Result<std::optional<Conflict>> MirrorTable::conflictOf(const base::AutomationId &automation)
{
    TRY(const QList<Conflict> found,
        m_db.all(QByteArray(conflictColumns) + " WHERE c.automation_id = ?", {automation.text()}, readConflict));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

Result<bool> MirrorTable::setConflict(const base::AutomationId &automation, Disagreement what,
                                      const QList<domain::FieldConflict> &fields, base::Instant now)
{
    const QString text = QString::fromUtf8(QJsonDocument(domain::toJson(fields)).toJson(QJsonDocument::Compact));
    TRY(const int changed, m_db.run("INSERT INTO sync_conflict (automation_id, what, fields, since) VALUES (?, ?, ?, ?)"
                                    " ON CONFLICT (automation_id) DO UPDATE SET what = excluded.what,"
                                    " fields = excluded.fields"
                                    " WHERE what <> excluded.what OR fields <> excluded.fields",
                                    {automation.text(), disagreementWord(what), text, qint64(base::toMillis(now))}));
    return changed > 0;
}

Result<bool> MirrorTable::clearConflict(const base::AutomationId &automation)
{
    TRY(const int gone, m_db.run("DELETE FROM sync_conflict WHERE automation_id = ?", {automation.text()}));
    return gone > 0;
}

} // namespace store
