// SPDX-License-Identifier: Apache-2.0
// Who works here, and the tokens that programs act for them with: verbs. Of a token the store knows its SHA-256 only;
// the person at the desk is the account and has no row.
#pragma once

#include "app/domain/rights/rights.h"

#include <QByteArray>
#include <QFuture>
#include <QList>

namespace store {

class Desk;

struct TokenRecord
{
    QString id;
    QString name; ///< What it is for.
    QString operatorName;
    domain::Role role = domain::Role::Viewer;
    base::Instant createdAt = {};
    QString createdBy = {};
    std::optional<base::Instant> expiresAt = {};
    std::optional<base::Instant> revokedAt = {};
};

struct NewToken
{
    QString name;
    QString operatorName;
    domain::Role role = domain::Role::Viewer;
    std::optional<qint64> days = {}; ///< Until it expires; never where empty.
};

/// What is shown once.
struct MadeToken
{
    TokenRecord record;
    QString secret;
};

/// What the holder of a token is checked against.
struct TokenOwner
{
    TokenRecord record;
    QByteArray hash;     ///< SHA-256 of the token.
    domain::Operator as; ///< With the lesser of the token's role and the operator's.
    bool valid = false;  ///< Neither expired nor revoked, and its operator is still there.
};

/// The id that stands in front of a token's secret; empty for what is none.
QString tokenIdOf(const QByteArray &token);
QByteArray tokenHash(const QByteArray &token);

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store. `desk` is
/// the account at the desk, who is admin. Changes are audited.
class Operators
{
public:
    explicit Operators(Desk &desk) : m_desk(desk) {}

    /// By name.
    QFuture<base::Result<QList<domain::OperatorRecord>>> list() const;
    /// Conflict where there is one of this name, or it is the desk's.
    QFuture<base::Result<domain::OperatorRecord>> add(domain::Operator made, QString desk, domain::Actor by);
    QFuture<base::Result<domain::OperatorRecord>> setRole(domain::Operator changed, domain::Actor by);
    /// Their tokens count no more.
    QFuture<base::Result<void>> remove(QString name, domain::Actor by);

    /// Newest first.
    QFuture<base::Result<QList<TokenRecord>>> tokens() const;
    /// NotFound where there is no such operator; Invalid for a name or an expiry that can't be.
    QFuture<base::Result<MadeToken>> createToken(NewToken wanted, QString desk, domain::Actor by);
    /// NotFound where there is none; again is no change.
    QFuture<base::Result<TokenRecord>> revoke(QString id, domain::Actor by);
    /// Who holds this token. Denied where it is none that counts. Audited as a login from there.
    QFuture<base::Result<domain::Operator>> signIn(QByteArray token, QString desk, QString from);
    /// Whether the operator has a token that counts.
    QFuture<base::Result<bool>> hasToken(QString name) const;
    /// The desk was locked or unlocked. Audited.
    QFuture<base::Result<void>> noteDesk(QString action, domain::Actor by);
    /// Empty where no token has this id.
    QFuture<base::Result<std::optional<TokenOwner>>> owner(QString id, QString desk) const;

private:
    Desk &m_desk;
};

} // namespace store
