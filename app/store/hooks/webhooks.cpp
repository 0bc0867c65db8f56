// SPDX-License-Identifier: Apache-2.0
#include "app/store/hooks/webhooks.h"

#include "app/domain/admission.h"
#include "app/domain/reasons.h"
#include "app/store/desk.h"
#include "app/store/endpoint.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/pausetable.h"
#include "app/store/tables/runmoves.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;
using domain::Run;

base::Error noWebhook()
{
    return base::notFound(u"webhook"_s);
}

Delivery deliveryOf(const IncomingHook &hook, base::Instant now)
{
    return {.id = base::newId(u"dlv_"_s),
            .automation = hook.automation,
            .receivedAt = now,
            .senderId = hook.senderId,
            .type = domain::headToJson(hook.request).value("type"_L1).toString(),
            .bytes = hook.request.body.size(),
            .detail = {},
            .run = {},
            .replayOf = {}};
}

/// Whoever knows the token may start a run, and nobody knows who that is.
domain::Actor whoeverCalls()
{
    return {{}, domain::Role::User, u"webhook"_s};
}

base::Status keep(Transaction &transaction, const Delivery &delivery)
{
    CHECK(HookTable(transaction.db()).insert(delivery));
    transaction.note(Table::Webhooks, ChangeKind::Inserted, delivery.automation.text());
    return {};
}

Result<HookAnswer> refuse(Transaction &transaction, Delivery delivery, const base::Error &why)
{
    delivery.outcome = DeliveryOutcome::Refused;
    delivery.detail = why.message();
    CHECK(keep(transaction, delivery));
    return HookAnswer{.delivery = delivery, .refusal = why};
}

Result<HookAnswer> duplicate(Transaction &transaction, Delivery delivery, const base::RunId &first)
{
    delivery.outcome = DeliveryOutcome::Duplicate;
    delivery.run = first;
    CHECK(keep(transaction, delivery));
    const QString said = u"this delivery was taken already, as %1"_s.arg(first.text());
    return HookAnswer{.delivery = delivery, .refusal = base::conflict(said)};
}

Run runFor(const Automation &automation, const Delivery &delivery, const domain::ArgumentValues &arguments)
{
    Run run;
    run.automationId = automation.id;
    run.automationName = automation.name;
    run.automationVersion = automation.version;
    run.trigger = domain::TriggerKind::Webhook;
    run.triggerDetail = delivery.id;
    run.queuedAt = delivery.receivedAt;
    run.arguments = arguments;
    if (const std::optional<domain::Hold> grace = domain::graceHold(automation, delivery.receivedAt)) {
        run.status = domain::RunStatus::Held;
        run.heldUntil = grace->until;
        run.heldSince = grace->since;
        run.reason = grace->reason;
    }
    return run;
}

/// Why it can't have a run now.
Result<std::optional<base::Error>> obstacle(Transaction &transaction, const Automation &automation)
{
    TRY(const AllPaused everything, readAllPaused(transaction.db()));
    if (automation.paused || everything.state == Pausing::On) {
        return std::optional(
            base::conflict(automation.paused ? u"the automation is paused"_s : domain::reason::everythingPaused()));
    }
    return std::optional<base::Error>();
}

Result<HookAnswer> take(Transaction &transaction, const IncomingHook &hook, Delivery delivery, const domain::Actor &by)
{
    TRY(const Automation automation, AutomationTable(transaction.db()).get(hook.automation));
    TRY(const auto paused, obstacle(transaction, automation));
    if (paused) {
        return refuse(transaction, delivery, *paused);
    }
    const auto arguments = domain::completed(automation.arguments, hook.arguments);
    if (!arguments) {
        return refuse(transaction, delivery, arguments.error());
    }
    Run run = runFor(automation, delivery, *arguments);
    CHECK(insertRun(transaction, run));
    CHECK(record(transaction, {.by = by, .action = u"run"_s, .subject = run.id.text(), .detail = run.automationName}));
    delivery.run = run.id;
    HookTable table(transaction.db());
    CHECK(table.keepRequest(run.id, hook.request));
    if (!delivery.senderId.isEmpty()) {
        CHECK(table.remember(delivery));
    }
    CHECK(keep(transaction, delivery));
    CHECK(table.forgetOld(transaction.now()));
    return HookAnswer{.delivery = delivery};
}

} // namespace

QString outcomeWord(DeliveryOutcome outcome)
{
    switch (outcome) {
    case DeliveryOutcome::Accepted:
        return u"accepted"_s;
    case DeliveryOutcome::Duplicate:
        return u"duplicate"_s;
    case DeliveryOutcome::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

QFuture<Result<std::optional<Automation>>> Webhooks::owner(QByteArray token) const
{
    return m_desk.read([token](Transaction &transaction) -> Result<std::optional<Automation>> {
        TRY(const auto id, HookTable(transaction.db()).ownerOf(token));
        return id ? AutomationTable(transaction.db()).find(*id) : std::optional<Automation>();
    });
}

QFuture<Result<HookAnswer>> Webhooks::deliver(IncomingHook hook)
{
    return m_desk.write([hook](Transaction &transaction) -> Result<HookAnswer> {
        HookTable table(transaction.db());
        TRY(const auto owner, table.ownerOf(hook.token));
        if (owner != hook.automation) {
            return noWebhook(); // changed while it was on its way
        }
        const Delivery delivery = deliveryOf(hook, transaction.now());
        if (!hook.senderId.isEmpty()) {
            TRY(const auto first, table.seen(hook.automation, hook.senderId, transaction.now()));
            if (first) {
                return duplicate(transaction, delivery, *first);
            }
        }
        return take(transaction, hook, delivery, whoeverCalls());
    });
}

QFuture<Result<void>> Webhooks::noteRefused(IncomingHook hook, QString why)
{
    return m_desk.write([hook, why](Transaction &transaction) -> Result<void> {
        Delivery delivery = deliveryOf(hook, transaction.now());
        delivery.outcome = DeliveryOutcome::Refused;
        delivery.detail = why;
        CHECK(keep(transaction, delivery));
        return HookTable(transaction.db()).forgetOld(transaction.now());
    });
}

QFuture<Result<HookAnswer>> Webhooks::replay(base::AutomationId automation, QString delivery, domain::Actor by)
{
    return m_desk.write([automation, delivery, by](Transaction &transaction) -> Result<HookAnswer> {
        HookTable table(transaction.db());
        TRY(const auto known, table.delivery(delivery));
        if (!known || known->automation != automation) {
            return base::notFound(u"delivery "_s + delivery);
        }
        TRY(const auto request, table.request(known->run));
        if (!request) {
            return base::notFound(u"request of the delivery %1"_s.arg(delivery));
        }
        TRY(const Automation current, AutomationTable(transaction.db()).get(automation));
        TRY(const QJsonValue body, domain::bodyValue(*request));
        IncomingHook again{.automation = automation,
                           .token = {},
                           .senderId = {},
                           .arguments = domain::argumentsIn(body, current.arguments),
                           .request = *request};
        Delivery row = deliveryOf(again, transaction.now());
        row.replayOf = delivery;
        CHECK(record(transaction,
                     {.by = by, .action = u"replay_delivery"_s, .subject = automation.text(), .detail = delivery}));
        return take(transaction, again, row, by);
    });
}

QFuture<Result<HookToken>> Webhooks::token(base::AutomationId automation) const
{
    return m_desk.read([automation](Transaction &transaction) -> Result<HookToken> {
        TRY(const auto token, HookTable(transaction.db()).token(automation));
        return token ? Result<HookToken>(*token) : noWebhook();
    });
}

QFuture<Result<QHash<base::AutomationId, QString>>> Webhooks::tokens() const
{
    return m_desk.read([](Transaction &transaction) { return HookTable(transaction.db()).tokens(); });
}

QFuture<Result<HookToken>> Webhooks::rotate(base::AutomationId automation, domain::Actor by)
{
    return m_desk.write([automation, by](Transaction &transaction) -> Result<HookToken> {
        HookTable table(transaction.db());
        TRY(const auto old, table.token(automation));
        if (!old) {
            return noWebhook();
        }
        const HookToken made{.token = QString::fromLatin1(newToken()), .madeAt = transaction.now(), .madeBy = by.name};
        CHECK(table.setToken(automation, made));
        CHECK(
            record(transaction, {.by = by, .action = u"rotate_webhook"_s, .subject = automation.text(), .detail = {}}));
        transaction.note(Table::Webhooks, ChangeKind::Updated, automation.text());
        return made;
    });
}

QFuture<Result<QList<Delivery>>> Webhooks::deliveries(base::AutomationId automation, qint64 limit, qint64 before) const
{
    return m_desk.read([automation, limit, before](Transaction &transaction) {
        return HookTable(transaction.db()).deliveries(automation, limit, before);
    });
}

QFuture<Result<std::optional<domain::HookRequest>>> Webhooks::requestOf(base::RunId run) const
{
    return m_desk.read([run](Transaction &transaction) { return HookTable(transaction.db()).request(run); });
}

} // namespace store
