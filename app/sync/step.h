// SPDX-License-Identifier: Apache-2.0
// One part of what is done for a connection: it asks the store and the account, one after the other, and ends with the
// first error. Destroying it ends it; answers that come afterwards reach nobody.
#pragma once

#include "app/base/answer.h"
#include "app/store/store.h"
#include "app/sync/provider.h"

#include <memory>
#include <type_traits>

namespace syncing {

/// What the parts of one connection share. Belongs to its Syncer.
struct Session
{
    store::Store &store;
    const base::Clock &clock;
    std::function<double()> chance; ///< From 0 to 1.
    domain::Connection connection;
    domain::Capabilities capabilities; ///< Of the account, once it told; before, of the system at best.
    std::unique_ptr<Account> account = {};
    bool factsKnown = false;

    const base::ConnectionId &id() const { return connection.id; }
    bool can(domain::Capability what) const { return capabilities.has(what); }
};

/// What an account answers that is allowed less than the system can: there is nothing of that for it.
inline bool isNotOurs(const base::Error &error)
{
    using enum base::ErrorCode;
    return error.code == Unsupported || error.code == NotFound || (error.code == Denied && error.field.isEmpty());
}

/// Lives on the engine thread.
class Step : public QObject
{
    Q_OBJECT

public:
    explicit Step(Session &session) : m_session(session) {}
    virtual void start() = 0;

Q_SIGNALS:
    /// Once.
    void finished(const base::Status &status);

protected:
    /// `take(value)` of what comes; an error ends the step.
    template <typename T, typename Take> void after(const QFuture<base::Result<T>> &future, Take take)
    {
        base::onAnswer(this, future, [this, take = std::move(take)](const base::Result<T> &answer) mutable {
            if (!answer) {
                finish(answer.error());
            } else if constexpr (std::is_void_v<T>) {
                take();
            } else {
                take(*answer);
            }
        });
    }
    /// `take(result)` of what comes.
    template <typename T, typename Take> void either(const QFuture<base::Result<T>> &future, Take take)
    {
        base::onAnswer(this, future, std::move(take));
    }
    void finish(const base::Status &status = {})
    {
        if (!std::exchange(m_over, true)) {
            Q_EMIT finished(status);
        }
    }

    Session &m_session;

private:
    bool m_over = false;
};

} // namespace syncing
