// SPDX-License-Identifier: Apache-2.0
#include "app/store/hooks/hooktable.h"

#include "app/base/constanttime.h"
#include "app/store/endpoint.h"
#include "app/store/operators/operators.h"
#include "app/store/transaction.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr std::chrono::hours deliveriesKept{30 * 24};
constexpr std::chrono::hours idsKept{24};
constexpr qint64 trimEvery = 256;

constexpr char columns[] = "SELECT seq, id, automation_id, received_at, sender_id, type, bytes, outcome, detail,"
                           " run_id, replay_of FROM webhook_delivery ";

qint64 millis(base::Instant instant)
{
    return base::toMillis(instant);
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

/// The table has a CHECK on the words.
DeliveryOutcome outcomeOf(const QString &word)
{
    using enum DeliveryOutcome;
    return word == outcomeWord(Accepted) ? Accepted : word == outcomeWord(Duplicate) ? Duplicate : Refused;
}

Result<Delivery> readDelivery(const Query &row)
{
    return Delivery{.seq = row.integer(0),
                    .id = row.text(1),
                    .automation = base::AutomationId(row.text(2)),
                    .receivedAt = row.instant(3),
                    .senderId = row.text(4),
                    .type = row.text(5),
                    .bytes = row.integer(6),
                    .outcome = outcomeOf(row.text(7)),
                    .detail = row.text(8),
                    .run = base::RunId(row.text(9)),
                    .replayOf = row.text(10)};
}

} // namespace

/// The hash finds the row, the whole token decides.
Result<std::optional<base::AutomationId>> HookTable::ownerOf(const QByteArray &token)
{
    TRY(Query row, m_db.query("SELECT automation_id, token FROM webhook WHERE hash = ?", {tokenHash(token)}));
    TRY(const bool found, row.next());
    const bool fits = found && base::isSameSecret(token, row.text(1).toLatin1());
    return fits ? std::optional(base::AutomationId(row.text(0))) : std::nullopt;
}

Result<std::optional<HookToken>> HookTable::token(const base::AutomationId &automation)
{
    TRY(Query row,
        m_db.query("SELECT token, made_at, made_by FROM webhook WHERE automation_id = ?", {automation.text()}));
    TRY(const bool found, row.next());
    return found ? std::optional(HookToken{.token = row.text(0), .madeAt = row.instant(1), .madeBy = row.text(2)})
                 : std::nullopt;
}

Result<QHash<base::AutomationId, QString>> HookTable::tokens()
{
    QHash<base::AutomationId, QString> all;
    TRY(Query row, m_db.query("SELECT automation_id, token FROM webhook"));
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return all;
        }
        all.insert(base::AutomationId(row.text(0)), row.text(1));
    }
}

base::Status HookTable::setToken(const base::AutomationId &automation, const HookToken &token)
{
    CHECK(m_db.run(
        "INSERT INTO webhook (automation_id, token, hash, made_at, made_by) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (automation_id) DO UPDATE SET token = excluded.token, hash = excluded.hash,"
        " made_at = excluded.made_at, made_by = excluded.made_by",
        {automation.text(), token.token, tokenHash(token.token.toLatin1()), millis(token.madeAt), token.madeBy}));
    return {};
}

base::Status HookTable::removeToken(const base::AutomationId &automation)
{
    CHECK(m_db.run("DELETE FROM webhook WHERE automation_id = ?", {automation.text()}));
    return {};
}

Result<std::optional<base::RunId>> HookTable::seen(const base::AutomationId &automation, const QString &senderId,
                                                   base::Instant since)
{
    TRY(Query row, m_db.query("SELECT run_id FROM webhook_seen WHERE automation_id = ? AND sender_id = ? AND at > ?",
                              {automation.text(), senderId, millis(since - idsKept)}));
    TRY(const bool found, row.next());
    return found ? std::optional(base::RunId(row.text(0))) : std::nullopt;
}

base::Status HookTable::remember(const Delivery &delivery)
{
    CHECK(m_db.run("INSERT INTO webhook_seen (automation_id, sender_id, at, run_id) VALUES (?, ?, ?, ?)"
                   " ON CONFLICT (automation_id, sender_id) DO UPDATE SET at = excluded.at, run_id = excluded.run_id",
                   {delivery.automation.text(), delivery.senderId, millis(delivery.receivedAt), delivery.run.text()}));
    return {};
}

base::Status HookTable::insert(const Delivery &delivery)
{
    TRY(const qint64 seq,
        m_db.number("INSERT INTO webhook_delivery (id, automation_id, received_at, sender_id, type, bytes, outcome,"
                    " detail, run_id, replay_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq",
                    {delivery.id, delivery.automation.text(), millis(delivery.receivedAt), delivery.senderId,
                     delivery.type, delivery.bytes, outcomeWord(delivery.outcome), delivery.detail,
                     textOrNull(delivery.run.text()), textOrNull(delivery.replayOf)}));
    return seq % trimEvery == 0 ? trim(delivery.automation) : base::Status();
}

/// Somebody may send refused ones for days.
base::Status HookTable::trim(const base::AutomationId &automation)
{
    CHECK(m_db.run("DELETE FROM webhook_delivery WHERE automation_id = ? AND seq <= (SELECT seq FROM webhook_delivery"
                   " WHERE automation_id = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)",
                   {automation.text(), automation.text(), mostDeliveries}));
    return {};
}

Result<QList<Delivery>> HookTable::deliveries(const base::AutomationId &automation, qint64 limit, qint64 before)
{
    return m_db.all(QByteArray(columns) + "WHERE automation_id = ? AND (? = 0 OR seq < ?) ORDER BY seq DESC LIMIT ?",
                    {automation.text(), before, before, limit > 0 ? limit : -1}, readDelivery);
}

Result<std::optional<Delivery>> HookTable::delivery(const QString &id)
{
    TRY(const QList<Delivery> found, m_db.all(QByteArray(columns) + "WHERE id = ?", {id}, readDelivery));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

base::Status HookTable::forgetOld(base::Instant now)
{
    const qint64 old = millis(now - deliveriesKept);
    CHECK(m_db.run("DELETE FROM run_request WHERE run_id IN (SELECT d.run_id FROM webhook_delivery d JOIN run r"
                   " ON r.id = d.run_id WHERE d.received_at < ? AND r.finished_at IS NOT NULL)",
                   {old}));
    CHECK(m_db.run("DELETE FROM webhook_delivery WHERE received_at < ?", {old}));
    CHECK(m_db.run("DELETE FROM webhook_seen WHERE at < ?", {millis(now - idsKept)}));
    return {};
}

base::Status HookTable::keepRequest(const base::RunId &run, const domain::HookRequest &request)
{
    const QByteArray head = QJsonDocument(domain::headToJson(request)).toJson(QJsonDocument::Compact);
    // Not null, which would be no body of zero bytes.
    const QByteArray body = request.body.isNull() ? QByteArray("") : request.body;
    CHECK(m_db.run("INSERT INTO run_request (run_id, head, body) VALUES (?, ?, ?)",
                   {run.text(), QString::fromUtf8(head), body}));
    return {};
}

/// Of a run that is done again the first one has it.
Result<std::optional<domain::HookRequest>> HookTable::request(const base::RunId &run)
{
    TRY(Query row, m_db.query("WITH RECURSIVE line (id, automation_id, parent, depth) AS ("
                              " SELECT id, automation_id, parent_run_id, 0 FROM run WHERE id = ?"
                              " UNION ALL SELECT r.id, r.automation_id, r.parent_run_id, depth + 1 FROM line"
                              " JOIN run r ON r.id = line.parent AND r.automation_id = line.automation_id"
                              " WHERE depth < 1000)"
                              " SELECT head, body FROM line JOIN run_request ON run_id = id ORDER BY depth LIMIT 1",
                              {run.text()}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<domain::HookRequest>();
    }
    domain::HookRequest request = domain::headFromJson(QJsonDocument::fromJson(row.text(0).toUtf8()).object());
    request.body = row.bytes(1);
    return std::optional(request);
}

base::Status fitToken(Transaction &transaction, const domain::Automation &automation, const QString &by)
{
    HookTable table(transaction.db());
    if (!domain::webhookOf(automation.triggers) || !automation.connectionId.isEmpty()) {
        return table.removeToken(automation.id);
    }
    TRY(const auto there, table.token(automation.id));
    return there
               ? base::Status()
               : table.setToken(automation.id,
                                {.token = QString::fromLatin1(newToken()), .madeAt = transaction.now(), .madeBy = by});
}

} // namespace store
