// SPDX-License-Identifier: Apache-2.0
#include "app/store/connections/connectiontable.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr char columns[] = "SELECT id, document, version, created_at, updated_at, account, state, detail, synced_at,"
                           " next_sync_at FROM connection";

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectIn(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// What people say of it; all else has columns of its own.
QString documentOf(const domain::Connection &connection)
{
    const QJsonObject whole = toJson(connection);
    QJsonObject said;
    for (const QLatin1StringView name :
         {"name"_L1, "provider"_L1, "base_url"_L1, "settings"_L1, "paused"_L1, "poll_s"_L1}) {
        said.insert(name, whole.value(name));
    }
    return compact(said);
}

QString accountOf(const domain::AccountFacts &account)
{
    return compact({{u"who"_s, account.who},
                    {u"role"_s, account.role},
                    {u"version"_s, account.version},
                    {u"capabilities"_s, toJson(account.capabilities)}});
}

domain::AccountFacts accountIn(const QString &text)
{
    const QJsonObject object = objectIn(text);
    return {.who = object.value("who"_L1).toString(),
            .role = object.value("role"_L1).toString(),
            .version = object.value("version"_L1).toString(),
            .capabilities = domain::capabilitiesFromJson(object.value("capabilities"_L1).toObject())};
}

Result<domain::Connection> readRow(const Query &row)
{
    Result<domain::Connection> read = domain::connectionFromJson(objectIn(row.text(1)));
    const auto state = domain::connectionStateFromWord(row.text(6));
    if (!read || !state) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .context = u"connection "_s + row.text(0),
                           .detail = read ? u"its state can't be read"_s
                                          : u"its stored document can't be read: %1"_s.arg(read.error().message()),
                           .field = {}};
    }
    read->id = base::ConnectionId(row.text(0));
    read->version = row.integer(2);
    read->createdAt = row.instant(3);
    read->updatedAt = row.instant(4);
    read->account = accountIn(row.text(5));
    read->state = *state;
    read->detail = row.text(7);
    read->syncedAt = row.maybeInstant(8);
    read->nextSyncAt = row.maybeInstant(9);
    return read;
}

qint64 millis(base::Instant instant)
{
    return base::toMillis(instant);
}

} // namespace

Result<QList<domain::Connection>> ConnectionTable::all()
{
    return m_db.all(QByteArray(columns) + " ORDER BY name, id", {}, readRow);
}

Result<domain::Connection> ConnectionTable::get(const base::ConnectionId &id)
{
    TRY(const QList<domain::Connection> found, m_db.all(QByteArray(columns) + " WHERE id = ?", {id.text()}, readRow));
    return found.isEmpty() ? base::notFound(u"connection "_s + id.text()) : Result<domain::Connection>(found.first());
}

base::Status ConnectionTable::checkName(const domain::Connection &connection)
{
    TRY(const qint64 others, m_db.number("SELECT count(*) FROM connection WHERE name = ? AND id <> ?",
                                         {connection.name, connection.id.text()}));
    return others == 0 ? base::Status()
                       : base::invalid(u"name"_s, u"there is a connection named %1 already"_s.arg(connection.name));
}

base::Status ConnectionTable::insert(const domain::Connection &connection)
{
    CHECK(checkName(connection));
    CHECK(
        m_db.run("INSERT INTO connection (id, name, document, version, created_at, updated_at, account, state, detail)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 {connection.id.text(), connection.name, documentOf(connection), connection.version,
                  millis(connection.createdAt), millis(connection.updatedAt), accountOf(connection.account),
                  domain::connectionStateWord(connection.state), connection.detail}));
    return {};
}

base::Status ConnectionTable::save(const domain::Connection &connection)
{
    CHECK(checkName(connection));
    CHECK(m_db.run("UPDATE connection SET name = ?, document = ?, version = ?, updated_at = ? WHERE id = ?",
                   {connection.name, documentOf(connection), connection.version, millis(connection.updatedAt),
                    connection.id.text()}));
    return saveStanding(connection);
}

base::Status ConnectionTable::saveStanding(const domain::Connection &connection)
{
    CHECK(m_db.run("UPDATE connection SET account = ?, state = ?, detail = ?, synced_at = ?, next_sync_at = ?"
                   " WHERE id = ?",
                   {accountOf(connection.account), domain::connectionStateWord(connection.state), connection.detail,
                    orNull(connection.syncedAt), orNull(connection.nextSyncAt), connection.id.text()}));
    return {};
}

base::Status ConnectionTable::remove(const base::ConnectionId &id)
{
    CHECK(m_db.run("DELETE FROM connection WHERE id = ?", {id.text()}));
    return {};
}

} // namespace store
