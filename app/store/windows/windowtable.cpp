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

Result<MaintenanceWindow> WindowTable::get(const QString &id)
{
    TRY(const QList<MaintenanceWindow> found,
        m_db.all("SELECT id, document FROM maintenance_window WHERE id = ?", {id}, readRow));
    if (found.isEmpty()) {
        return base::notFound(u"window %1"_s.arg(id));
    }
    return found.constFirst();
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
    return {};
}

base::Status WindowTable::save(const MaintenanceWindow &window)
{
    CHECK(m_db.run(
        "UPDATE maintenance_window SET name = ?, version = ?, document = ?, updated_at = ? WHERE id = ?",
        {window.name, window.version, documentText(window), qint64(base::toMillis(window.updatedAt)), window.id}));
    return {};
}

base::Status WindowTable::remove(const QString &id)
{
    CHECK(m_db.run("DELETE FROM maintenance_window WHERE id = ?", {id}));
    return {};
}

} // namespace store
