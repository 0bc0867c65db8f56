// SPDX-License-Identifier: Apache-2.0
// Asks one account of a remote system. What is safe is asked again, with pauses; the credential goes to the account's
// own server only; while it is renewed all calls wait, and one that was refused is replayed once.
#pragma once

#include "app/net/exchange.h"
#include "app/sync/rest/breaker.h"
#include "app/sync/rest/call.h"
#include "app/sync/rest/promise.h"

#include <QHash>

#include <deque>
#include <functional>
#include <vector>

namespace rest {

struct Attempt;

struct Remote
{
    QUrl base;      ///< Its path is put in front of every other.
    QString caFile; ///< PEM, besides the system's authorities; empty is none.
    const base::Clock &clock;
    Habits habits = {};
    std::function<double()> chance = {}; ///< From 0 to 1; the system's where not given.
};

/// Stays on the thread that made it. Destroyed, it answers what is under way with Cancelled.
class RestClient : public QObject
{
public:
    using Renewed = std::function<void(const base::Status &)>;

    explicit RestClient(Remote remote, QObject *parent = nullptr);
    ~RestClient() override;

    /// The headers by which the account is known there, asked before every request.
    void identifyBy(std::function<net::Headers()> headers) { m_identity = std::move(headers); }
    /// Gets a new credential when the one there is refused. Its own calls have no identity.
    void renewBy(std::function<Future<void>()> renew) { m_renew = std::move(renew); }

    /// The reply of a status of 2xx. Errors: errorOf(), lost() and judged(); Unavailable where the server is left
    /// alone.
    Future<Reply> ask(const Call &call);

    /// What is sent for the call. Corrupt where it would go elsewhere with our identity, or its path is none.
    base::Result<net::Request> requestOf(const Call &call) const;
    /// Which credential requests have now; it counts up.
    quint64 generation() const { return m_generation; }
    bool canRenew() const { return bool(m_renew); }
    /// Has the credential renewed that a request of `generation` was refused with, unless that was done since.
    void renewSince(quint64 generation, const Renewed &then);

    const Remote &remote() const { return m_remote; }
    double chance() const { return m_remote.chance(); }

private:
    struct Errand;
    using ErrandPtr = std::shared_ptr<Errand>;

    base::Result<QUrl> urlOf(const Call &call) const;
    Breaker &breakerOf(const QUrl &url);
    Breaker::Time now() const { return m_remote.clock.monotonic(); }
    void pump();
    bool isKeptWaiting(const ErrandPtr &errand);
    void start(const ErrandPtr &errand);
    void over(const ErrandPtr &errand, net::Exchange &exchange, const base::Status &status);
    void answered(const ErrandPtr &errand, const Reply &reply);
    void broken(const ErrandPtr &errand, const net::Exchange &exchange, const base::Error &error);
    bool refused(const ErrandPtr &errand, const Reply &reply);
    Attempt attemptOf(const Errand &errand) const;
    void again(const ErrandPtr &errand, base::Millis pause);
    void renewed(const base::Status &status);

    Remote m_remote;
    std::function<net::Headers()> m_identity;
    std::function<Future<void>()> m_renew;
    QHash<QString, Breaker> m_breakers; // by server
    std::deque<ErrandPtr> m_waiting;
    std::vector<Renewed> m_parked; // until the credential is renewed
    quint64 m_generation = 0;
    int m_underWay = 0;
    bool m_renewing = false;
};

} // namespace rest
