// SPDX-License-Identifier: Apache-2.0
// The rows of operators and tokens. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/operators/operators.h"
#include "app/store/sql/connection.h"

namespace store {

class OperatorTable
{
public:
    explicit OperatorTable(Connection &db) : m_db(db) {}

    base::Result<QList<domain::OperatorRecord>> all();
    base::Result<std::optional<domain::OperatorRecord>> find(const QString &name);
    base::Status insert(const domain::OperatorRecord &record);
    base::Status setRole(const QString &name, domain::Role role);
    base::Status remove(const QString &name);

    base::Result<QList<TokenRecord>> tokens();
    /// With its hash.
    base::Result<std::optional<TokenOwner>> token(const QString &id);
    base::Status insertToken(const TokenRecord &record, const QByteArray &hash);
    base::Status revoke(const QString &id, base::Instant at);

private:
    Connection &m_db;
};

} // namespace store
