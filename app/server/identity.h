// SPDX-License-Identifier: Apache-2.0
// Whose token it is: the private one of the account at the desk, a ticket, or one made for an operator. Lives on the
// I/O thread.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/server/http/loop.h"
#include "app/server/tokenuse.h"

namespace store {
class Store;
}

namespace server {

struct IdentityOptions
{
    QByteArray privateToken;
    QString operatorName; ///< Who the holder of the private token is.
    TokenUse tokens = TokenUse::Always;
};

/// Nobody is no error.
using Known = base::Result<std::optional<domain::Actor>>;

class Identity
{
public:
    Identity(store::Store &store, LoopPtr loop, IdentityOptions options)
        : m_store(store), m_loop(std::move(loop)), m_options(std::move(options))
    {
    }

    const QString &desk() const { return m_options.operatorName; }
    /// The holder of the private token, who comes from there.
    domain::Actor owner(const QString &from) const { return {m_options.operatorName, domain::Role::Admin, from}; }
    bool isPrivate(const QByteArray &token) const;
    /// Whose token it is, as far as operators may come in here at all.
    void find(const QByteArray &token, const std::function<void(const Known &)> &then);
    /// Whether operators and those who know a secret may come in at all: always, or when the settings say so.
    void whenOpen(const std::function<void(const base::Result<bool> &)> &then);

private:
    void findOperator(const QByteArray &token, const std::function<void(const Known &)> &then);

    store::Store &m_store;
    LoopPtr m_loop;
    IdentityOptions m_options;
};

} // namespace server
