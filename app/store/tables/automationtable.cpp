// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/automationtable.h"

#include "app/store/notices/noticetable.h"
#include "app/store/tables/aftertable.h"
#include "app/store/tables/sight.h"

#include <QCache>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using domain::Automation;

// What has a column of its own is not in the document a second time.
QJsonObject document(const Automation &automation)
{
    QJsonObject object = toJson(automation);
    for (const QLatin1StringView name : {"id"_L1, "version"_L1, "created_at"_L1, "updated_at"_L1, "updated_by"_L1}) {
        object.remove(name);
    }
    return object;
}

/// Documents and what they say. A run has its automation read again and again, and it hardly ever changes.
struct ReadDocuments : QCache<QString, Automation>
{
    ReadDocuments() : QCache(1 << 20) {} // characters of documents
};

/// Columns: id, version, document, created_at, updated_at, updated_by.
base::Result<Automation> finishRow(const Query &row, base::Result<Automation> read)
{
    if (!read) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"automation "_s + row.text(0),
                           .detail = u"its stored document can't be read: %1"_s.arg(read.error().message()),
                           .field = read.error().field};
    }
    read->id = base::AutomationId(row.text(0));
    read->version = row.integer(1);
    read->createdAt = row.instant(3);
    read->updatedAt = row.instant(4);
    read->updatedBy = row.text(5);
    return read;
}

base::Result<Automation> readRow(const Query &row)
{
    return finishRow(row, fromDocument(row.text(2)));
}

base::Result<Automation> readRemembered(const Query &row, ReadDocuments &documents)
{
    const QString text = row.text(2);
    if (const Automation *known = documents.object(text)) {
        return finishRow(row, *known);
    }
    base::Result<Automation> read = fromDocument(text);
    if (read) {
        documents.insert(text, new Automation(*read), text.size());
    }
    return finishRow(row, std::move(read));
}

base::Result<base::AutomationId> readId(const Query &row)
{
    return base::AutomationId(row.text(0));
}

qint64 millis(base::Instant instant)
{
    return base::toMillis(instant);
}

} // namespace

QString documentText(const Automation &automation)
{
    return QString::fromUtf8(QJsonDocument(document(automation)).toJson(QJsonDocument::Compact));
}

base::Result<Automation> fromDocument(const QString &text)
{
    return domain::automationFromJson(QJsonDocument::fromJson(text.toUtf8()).object(), domain::Provenance::Store);
}

base::Status checkStorable(const Automation &automation)
{
    CHECK(domain::automationFromJson(document(automation)));
    return {};
}

base::Result<QList<Automation>> AutomationTable::all()
{
    return m_db.all("SELECT id, version, document, created_at, updated_at, updated_by FROM automation"
                    " ORDER BY name COLLATE NOCASE, id",
                    {}, readRow);
}

base::Result<QList<base::AutomationId>> AutomationTable::ids()
{
    return m_db.all("SELECT id FROM automation ORDER BY id", {}, readId);
}

base::Result<QList<base::AutomationId>> AutomationTable::livingAt(const base::ConnectionId &connection)
{
    return m_db.all("SELECT id FROM automation WHERE connection_id = ? AND connection_id <> '' ORDER BY id",
                    {connection.text()}, readId);
}

base::Result<std::optional<Automation>> AutomationTable::find(const base::AutomationId &id)
{
    TRY(Query row, m_db.query("SELECT id, version, document, created_at, updated_at, updated_by FROM automation"
                              " WHERE id = ?",
                              {id.text()}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<Automation>();
    }
    TRY(Automation automation, readRemembered(row, m_db.memory<ReadDocuments>()));
    return std::optional(std::move(automation));
}

base::Result<Automation> AutomationTable::get(const base::AutomationId &id)
{
    TRY(std::optional<Automation> automation, find(id));
    return automation ? base::Result<Automation>(*std::move(automation)) : base::notFound(u"automation "_s + id.text());
}

base::Result<std::optional<bool>> AutomationTable::paused(const base::AutomationId &id)
{
    TRY(Query row, m_db.query("SELECT paused FROM automation WHERE id = ?", {id.text()}));
    TRY(const bool found, row.next());
    return found ? std::optional(row.flag(0)) : std::nullopt;
}

base::Result<bool> AutomationTable::asks(const base::AutomationId &id)
{
    TRY(Query row, m_db.query("SELECT asks FROM automation WHERE id = ?", {id.text()}));
    TRY(const bool found, row.next());
    return found && row.flag(0);
}

base::Result<Automation> AutomationTable::version(const base::AutomationId &id, qint64 version)
{
    TRY(Query row, m_db.query("SELECT automation_id, version, document, created_at, updated_at, updated_by"
                              " FROM automation_version WHERE automation_id = ? AND version = ?",
                              {id.text(), version}));
    TRY(const bool found, row.next());
    return found ? readRow(row) : base::notFound(u"version %1 of automation %2"_s.arg(version).arg(id.text()));
}

base::Result<QList<Automation>> AutomationTable::versions(const base::AutomationId &id, const VersionPage &page)
{
    constexpr qint64 newest = std::numeric_limits<qint64>::max();
    return m_db.all("SELECT automation_id, version, document, created_at, updated_at, updated_by"
                    " FROM automation_version WHERE automation_id = ? AND version < ? ORDER BY version DESC LIMIT ?",
                    {id.text(), page.before > 0 ? page.before : newest, page.limit > 0 ? page.limit : qint64(-1)},
                    readRow);
}

base::Status AutomationTable::insert(const Automation &a)
{
    CHECK(m_db.run("INSERT INTO automation (id, name, version, paused, document, created_at, updated_at,"
                   " updated_by, asks, connection_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   {a.id.text(), a.name, a.version, a.paused, documentText(a), millis(a.createdAt), millis(a.updatedAt),
                    a.updatedBy, a.approval.has_value(), a.connectionId.text()}));
    return insertVersion(a);
}

base::Status AutomationTable::replace(const Automation &a)
{
    CHECK(m_db.run("UPDATE automation SET name = ?, version = ?, paused = ?, document = ?, updated_at = ?,"
                   " updated_by = ?, asks = ?, connection_id = ? WHERE id = ?",
                   {a.name, a.version, a.paused, documentText(a), millis(a.updatedAt), a.updatedBy,
                    a.approval.has_value(), a.connectionId.text(), a.id.text()}));
    return insertVersion(a);
}

base::Status AutomationTable::insertVersion(const Automation &a)
{
    CHECK(AfterTable(m_db).save(a));
    CHECK(NoticeTable(m_db).saveRule(a));
    CHECK(saveAcl(m_db, a));
    CHECK(
        m_db.run("INSERT INTO automation_version (automation_id, version, document, created_at, updated_at, updated_by)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
                 {a.id.text(), a.version, documentText(a), millis(a.createdAt), millis(a.updatedAt), a.updatedBy}));
    return {};
}

base::Status AutomationTable::remove(const base::AutomationId &id)
{
    CHECK(m_db.run("DELETE FROM automation WHERE id = ?", {id.text()}));
    return {};
}

} // namespace store
