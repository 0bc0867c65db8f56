// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/windowsthere.h"

#include <QJsonDocument>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

QString documentText(const domain::MaintenanceWindow &window)
{
    return QString::fromUtf8(QJsonDocument(domain::toJson(window)).toJson(QJsonDocument::Compact));
}

/// Columns: connection, remote id, document, open.
Result<WindowThere> readRow(const Query &row)
{
    WindowThere there{.connection = base::ConnectionId(row.text(0)), .remoteId = row.text(1), .open = row.flag(3)};
    const QJsonObject document = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
    Result<domain::MaintenanceWindow> read = domain::windowFromJson(document, domain::Provenance::Store);
    if (!read) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"window %1 of %2"_s.arg(there.remoteId, there.connection.text()),
                           .detail = u"its stored document can't be read: %1"_s.arg(read.error().message()),
                           .field = read.error().field};
    }
    there.window = *read;
    there.window.id = there.connection.text() + u'/' + there.remoteId;
    return there;
}

} // namespace

Result<QList<WindowThere>> WindowsThere::all()
{
    TRY(QList<WindowThere> all,
        m_db.all("SELECT connection_id, remote_id, document, open FROM remote_window", {}, readRow));
    std::sort(all.begin(), all.end(), [](const WindowThere &a, const WindowThere &b) {
        const int byName = QString::compare(a.window.name, b.window.name, Qt::CaseInsensitive);
        return byName != 0 ? byName < 0 : a.window.id < b.window.id;
    });
    return all;
}

Result<bool> WindowsThere::keep(const base::ConnectionId &connection, const QList<WindowThere> &seen)
{
    using Kept = std::pair<QString, bool>;
    QMap<QString, Kept> before;
    {
        TRY(Query row, m_db.query("SELECT remote_id, document, open FROM remote_window WHERE connection_id = ?",
                                  {connection.text()}));
        for (;;) {
            TRY(const bool more, row.next());
            if (!more) {
                break;
            }
            before.insert(row.text(0), {row.text(1), row.flag(2)});
        }
    }
    bool changed = false;
    QSet<QString> kept;
    for (const WindowThere &there : seen) {
        const Kept now{documentText(there.window), there.open};
        kept.insert(there.remoteId);
        if (before.contains(there.remoteId) && before.value(there.remoteId) == now) {
            continue;
        }
        changed = true;
        CHECK(m_db.run("INSERT INTO remote_window (connection_id, remote_id, document, open) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (connection_id, remote_id) DO UPDATE SET document = excluded.document, "
                       "open = excluded.open",
                       {connection.text(), there.remoteId, now.first, now.second}));
    }
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        if (!kept.contains(it.key())) {
            changed = true;
            CHECK(m_db.run("DELETE FROM remote_window WHERE connection_id = ? AND remote_id = ?",
                           {connection.text(), it.key()}));
        }
    }
    return changed;
}

base::Status checkWindow(const WindowThere &seen)
{
    if (seen.remoteId.isEmpty()) {
        return base::invalid(u"id"_s, u"it has none"_s);
    }
    const Result<domain::MaintenanceWindow> read =
        domain::windowFromJson(domain::toJson(seen.window), domain::Provenance::Store);
    return read ? base::Status() : base::Status(read.error());
}

} // namespace store
