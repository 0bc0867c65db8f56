// SPDX-License-Identifier: Apache-2.0
#include "app/store/operators/operatortable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::OperatorRecord;

constexpr char tokenColumns[] = "SELECT id, name, operator, role, created_at, created_by, expires_at, revoked_at, hash"
                                " FROM token";

/// The table has a CHECK on the words.
domain::Role roleOf(const QString &word)
{
    return domain::roleFromWord(word).value_or(domain::Role::Viewer);
}

Result<OperatorRecord> readOperator(const Query &row)
{
    return OperatorRecord{
        .name = row.text(0), .role = roleOf(row.text(1)), .createdAt = row.instant(2), .createdBy = row.text(3)};
}

Result<TokenRecord> readToken(const Query &row)
{
    return TokenRecord{.id = row.text(0),
                       .name = row.text(1),
                       .operatorName = row.text(2),
                       .role = roleOf(row.text(3)),
                       .createdAt = row.instant(4),
                       .createdBy = row.text(5),
                       .expiresAt = row.maybeInstant(6),
                       .revokedAt = row.maybeInstant(7)};
}

} // namespace

Result<QList<OperatorRecord>> OperatorTable::all()
{
    return m_db.all("SELECT name, role, created_at, created_by FROM operator ORDER BY name", {}, readOperator);
}

Result<std::optional<OperatorRecord>> OperatorTable::find(const QString &name)
{
    TRY(const QList<OperatorRecord> found,
        m_db.all("SELECT name, role, created_at, created_by FROM operator WHERE name = ?", {name}, readOperator));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

base::Status OperatorTable::insert(const OperatorRecord &record)
{
    CHECK(m_db.run(
        "INSERT INTO operator (name, role, created_at, created_by) VALUES (?, ?, ?, ?)",
        {record.name, domain::roleWord(record.role), qint64(base::toMillis(record.createdAt)), record.createdBy}));
    return {};
}

base::Status OperatorTable::setRole(const QString &name, domain::Role role)
{
    CHECK(m_db.run("UPDATE operator SET role = ? WHERE name = ?", {domain::roleWord(role), name}));
    return {};
}

base::Status OperatorTable::remove(const QString &name)
{
    CHECK(m_db.run("DELETE FROM operator WHERE name = ?", {name}));
    return {};
}

Result<QList<TokenRecord>> OperatorTable::tokens()
{
    return m_db.all(QByteArray(tokenColumns) + " ORDER BY created_at DESC, id", {}, readToken);
}

Result<std::optional<TokenOwner>> OperatorTable::token(const QString &id)
{
    TRY(Query row, m_db.query(QByteArray(tokenColumns) + " WHERE id = ?", {id}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<TokenOwner>();
    }
    TRY(const TokenRecord record, readToken(row));
    return std::optional(TokenOwner{.record = record, .hash = row.bytes(8), .as = {}});
}

base::Status OperatorTable::insertToken(const TokenRecord &record, const QByteArray &hash)
{
    CHECK(m_db.run("INSERT INTO token (id, hash, name, operator, role, created_at, created_by, expires_at)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   {record.id, hash, record.name, record.operatorName, domain::roleWord(record.role),
                    qint64(base::toMillis(record.createdAt)), record.createdBy, orNull(record.expiresAt)}));
    return {};
}

base::Status OperatorTable::revoke(const QString &id, base::Instant at)
{
    CHECK(m_db.run("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                   {qint64(base::toMillis(at)), id}));
    return {};
}

} // namespace store
