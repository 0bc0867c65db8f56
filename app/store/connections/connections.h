// SPDX-License-Identifier: Apache-2.0
// The connections of a store: verbs. People add, edit and remove them; whoever speaks for one tells how it stands.
#pragma once

#include "app/base/result.h"
#include "app/domain/connections/connection.h"
#include "app/domain/rights/rights.h"

#include <QFuture>

namespace store {

class Desk;

/// How a connection stands after an exchange.
struct Standing
{
    domain::ConnectionState state = domain::ConnectionState::Online;
    QString detail = {};                          ///< Why it is so, one line; empty while it works.
    std::optional<base::Instant> nextSyncAt = {}; ///< When it is tried again, where it does not work.
    bool sawEverything = false;                   ///< Now all of it has been seen.
};

/// What becomes of edits and runs that were not sent yet when a connection is removed.
enum class Unsent {
    Keep,    ///< The connection is not removed while there are any: Conflict.
    Discard, ///< They are given up; what was only made here stays as a paused automation of this machine.
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Connections
{
public:
    explicit Connections(Desk &desk) : m_desk(desk) {}

    /// By name.
    QFuture<base::Result<QList<domain::Connection>>> list() const;
    QFuture<base::Result<domain::Connection>> get(const base::ConnectionId &id) const;

    /// Gives version 1, times, and an id where it has none (whoever stores its credential first must know it). Invalid
    /// for the name of another. Audited.
    QFuture<base::Result<domain::Connection>> add(domain::Connection connection, domain::Actor by);
    /// Top-level fields that are given replace. Another address or other settings make it untried. Audited.
    QFuture<base::Result<domain::Connection>> edit(const base::ConnectionId &id, QJsonObject changes, domain::Actor by);
    /// Nothing is done there. What is mirrored goes, its runs and versions stay. Audited.
    QFuture<base::Result<void>> remove(const base::ConnectionId &id, Unsent unsent, domain::Actor by);
    /// Its credential was entered anew: it is untried, and nothing waits for a time any more. Audited.
    QFuture<base::Result<void>> renewed(const base::ConnectionId &id, domain::Actor by);

    /// What was told of the account. Before anything is seen there: `capabilities.carries` says what is mirrored. No
    /// row is written where it is as it was.
    QFuture<base::Result<void>> setFacts(const base::ConnectionId &id, domain::AccountFacts facts);
    /// No row is written where nothing but times is new and they are not five minutes older than now. A paused one
    /// stays paused.
    QFuture<base::Result<void>> setStanding(const base::ConnectionId &id, Standing standing);

private:
    Desk &m_desk;
};

} // namespace store
