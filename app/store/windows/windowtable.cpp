// SPDX-License-Identifier: Apache-2.0
#include "app/store/windows/windowtable.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::MaintenanceWindow;

QString documentText(const MaintenanceWindow &window)
{
    return QString::fromUtf8(QJsonDocument(toJson(window)).toJson(QJsonDocument::Compact));
}

/// Columns: id, document.
Result<MaintenanceWindow> readRow(const Query &row)
{
    const QJsonObject object = QJsonDocument::fromJson(row.text(1).toUtf8()).object();
    Result<MaintenanceWindow> read = domain::windowFromJson(object, domain::Provenance::Store);
    if (!read) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"window "_s + row.text(0),
                           .detail = u"its stored document can't be read: %1"_s.arg(read.error().message()),
                           .field = read.error().field};
    }
    return read;
}

} // namespace

Result<QList<MaintenanceWindow>> WindowTable::all()
{
    return m_db.all("SELECT id, document FROM maintenance_window ORDER BY name COLLATE NOCASE, id", {}, readRow);
}

Result<std::optional<MaintenanceWindow>> WindowTable::find(const QString &id)
{
    TRY(const QList<MaintenanceWindow> found,
        m_db.all("SELECT id, document FROM maintenance_window WHERE id = ?", {id}, readRow));
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

Result<MaintenanceWindow> WindowTable::get(const QString &id)
{
    TRY(const std::optional<MaintenanceWindow> found, find(id));
    return found ? Result<MaintenanceWindow>(*found) : base::notFound(u"window %1"_s.arg(id));
}

Result<QList<MaintenanceWindow>> WindowTable::versions(const QString &id)
{
    return m_db.all("SELECT window_id, document FROM window_version WHERE window_id = ? ORDER BY version DESC", {id},
                    readRow);
}

Result<qint64> WindowTable::lastVersion(const QString &id)
{
    TRY(Query row,
        m_db.query("SELECT version FROM window_version WHERE window_id = ? ORDER BY version DESC LIMIT 1", {id}));
    TRY(const bool found, row.next());
    return found ? row.integer(0) : 0;
}

base::Status WindowTable::insert(const MaintenanceWindow &window)
{
    TRY(const int added, m_db.run("INSERT INTO maintenance_window (id, name, version, document, updated_at)"
                                  " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                                  {window.id, window.name, window.version, documentText(window),
                                   qint64(base::toMillis(window.updatedAt))}));
    if (added == 0) {
        return base::conflict(u"there is a window %1 already"_s.arg(window.id));
    }
    return insertVersion(window);
}

base::Status WindowTable::save(const MaintenanceWindow &window)
{
    CHECK(m_db.run(
        "UPDATE maintenance_window SET name = ?, version = ?, document = ?, updated_at = ? WHERE id = ?",
        {window.name, window.version, documentText(window), qint64(base::toMillis(window.updatedAt)), window.id}));
    return insertVersion(window);
}

base::Status WindowTable::insertVersion(const MaintenanceWindow &window)
{
    CHECK(m_db.run("INSERT INTO window_version (window_id, version, document) VALUES (?, ?, ?)",
                   {window.id, window.version, documentText(window)}));
    CHECK(m_db.run("DELETE FROM window_version WHERE window_id = ? AND version <= ?",
                   {window.id, window.version - mostWindowVersions}));
    return {};
}

base::Status WindowTable::remove(const QString &id)
{
    CHECK(m_db.run("DELETE FROM maintenance_window WHERE id = ?", {id}));
    return {};
}

base::Status WindowTable::forgetVersions(const QString &id)
{
    CHECK(m_db.run("DELETE FROM window_version WHERE window_id = ?", {id}));
    return {};
}

} // namespace store
