// SPDX-License-Identifier: Apache-2.0
// Webhooks of automations: verbs. A token stands for one automation; each request that brings it becomes at most one
// run, and a row that says what became of it.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/hooks/request.h"
#include "app/domain/rights/rights.h"
#include "app/domain/run.h"

#include <QFuture>

namespace store {

class Desk;
class Transaction;

enum class DeliveryOutcome { Accepted, Duplicate, Refused };
QString outcomeWord(DeliveryOutcome outcome);

struct Delivery
{
    qint64 seq = 0;
    QString id; ///< `dlv_…`
    base::AutomationId automation;
    base::Instant receivedAt;
    QString senderId; ///< What the sender calls it; empty where it does not.
    QString type;     ///< `json`, `form`, `text` or `none`.
    qint64 bytes = 0; ///< Of the body.
    DeliveryOutcome outcome = DeliveryOutcome::Accepted;
    QString detail;   ///< Why it was refused; empty otherwise.
    base::RunId run;  ///< Of a duplicate the run of the first; empty of a refused one.
    QString replayOf; ///< The delivery that it does again; empty otherwise.
};

struct HookToken
{
    QString token;
    base::Instant madeAt;
    QString madeBy;
};

/// What came in, and has been found to be in order.
struct IncomingHook
{
    base::AutomationId automation;
    QByteArray token;
    QString senderId;
    domain::ArgumentValues arguments;
    domain::HookRequest request;
};

/// What became of it. Where it was refused `refusal` says why.
struct HookAnswer
{
    Delivery delivery;
    std::optional<base::Error> refusal = {};
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Webhooks
{
public:
    explicit Webhooks(Desk &desk) : m_desk(desk) {}

    /// The automation whose webhook has this token; empty where none has.
    QFuture<base::Result<std::optional<domain::Automation>>> owner(QByteArray token) const;
    /// Makes its run. Refused, and noted as that: paused (Conflict), arguments it does not take (Invalid). NotFound,
    /// and noted nowhere, where the token is none any more.
    QFuture<base::Result<HookAnswer>> deliver(IncomingHook hook);
    /// Notes one that was refused before its body was looked at, or by it.
    QFuture<base::Result<void>> noteRefused(IncomingHook hook, QString why);
    /// The same request once more, whatever its signature or time; a new delivery. NotFound where it has no request.
    QFuture<base::Result<HookAnswer>> replay(base::AutomationId automation, QString delivery, domain::Actor by);

    /// NotFound where it has no webhook.
    QFuture<base::Result<HookToken>> token(base::AutomationId automation) const;
    /// Of all automations that have one.
    QFuture<base::Result<QHash<base::AutomationId, QString>>> tokens() const;
    /// A new token at once; the old one is none any more. Audited. NotFound where it has no webhook.
    QFuture<base::Result<HookToken>> rotate(base::AutomationId automation, domain::Actor by);
    /// Newest first, those before `before` (a seq; 0 is all).
    QFuture<base::Result<QList<Delivery>>> deliveries(base::AutomationId automation, qint64 limit,
                                                      qint64 before = 0) const;
    /// What asked for this run, or for the one it does again; empty where no request did.
    QFuture<base::Result<std::optional<domain::HookRequest>>> requestOf(base::RunId run) const;

private:
    Desk &m_desk;
};

} // namespace store
