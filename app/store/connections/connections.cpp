// SPDX-License-Identifier: Apache-2.0
#include "app/store/connections/connections.h"

#include "app/domain/reasons.h"
#include "app/store/connections/connectiontable.h"
#include "app/store/desk.h"
#include "app/store/mirrors/answers.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/tables/aftermath.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationmoves.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::ConnectionState;

/// So old a time may be before it is written again while nothing else changes.
constexpr std::chrono::minutes stampEvery{5};

base::Status audit(Transaction &transaction, const domain::Connection &connection, const domain::Actor &by,
                   const QString &action)
{
    return record(transaction,
                  {.by = by, .action = action, .subject = connection.id.text(), .detail = connection.name});
}

/// Without what is new with every save or told by the other side.
QJsonObject said(const domain::Connection &connection)
{
    QJsonObject object = toJson(connection);
    for (const QLatin1StringView name : {"version"_L1, "updated_at"_L1, "state"_L1, "detail"_L1, "who"_L1, "role"_L1,
                                         "remote_version"_L1, "capabilities"_L1, "synced_at"_L1, "next_sync_at"_L1}) {
        object.remove(name);
    }
    return object;
}

void makeUntried(domain::Connection &connection)
{
    connection.state = connection.paused ? ConnectionState::Paused : ConnectionState::Untried;
    connection.detail.clear();
    connection.nextSyncAt.reset();
}

/// The runs there are told of no more.
base::Status endRuns(Transaction &transaction, const domain::Connection &connection)
{
    TRY(const QList<domain::Run> open, RunTable(transaction.db()).openThere(connection.id));
    for (domain::Run run : open) {
        run.reason = domain::reason::connectionRemoved(connection.name);
        CHECK(endRun(transaction, run, domain::RunStatus::Interrupted));
    }
    return {};
}

base::Status discardAll(Transaction &transaction, const domain::Connection &connection, Unsent unsent,
                        const domain::Actor &by)
{
    TRY(const QList<TaskRow> tasks, OutboxTable(transaction.db()).of(connection.id));
    if (!tasks.isEmpty() && unsent == Unsent::Keep) {
        return base::conflict(
            u"%1 changes or runs were not sent to %2 yet: send them, or discard them with the connection"_s
                .arg(tasks.size())
                .arg(connection.name));
    }
    for (const TaskRow &task : tasks) {
        if (task.kind == TaskKind::Create || task.kind == TaskKind::Run) {
            CHECK(discardTask(transaction, task, by));
        }
    }
    return {};
}

} // namespace

QFuture<Result<QList<domain::Connection>>> Connections::list() const
{
    return m_desk.read([](Transaction &transaction) { return ConnectionTable(transaction.db()).all(); });
}

QFuture<Result<domain::Connection>> Connections::get(const base::ConnectionId &id) const
{
    return m_desk.read([id](Transaction &transaction) { return ConnectionTable(transaction.db()).get(id); });
}

QFuture<Result<domain::Connection>> Connections::add(domain::Connection connection, domain::Actor by)
{
    return m_desk.write([connection, by](Transaction &transaction) -> Result<domain::Connection> {
        domain::Connection added = connection;
        added.id = added.id.isEmpty() ? base::ConnectionId::make() : added.id;
        added.version = 1;
        added.createdAt = transaction.now();
        added.updatedAt = transaction.now();
        added.account = {};
        added.syncedAt.reset();
        makeUntried(added);
        CHECK(ConnectionTable(transaction.db()).insert(added));
        CHECK(record(transaction,
                     {.by = by, .action = u"add_connection"_s, .subject = added.id.text(), .detail = added.name}, {},
                     said(added)));
        transaction.note(Table::Connections, ChangeKind::Inserted, added.id.text());
        return added;
    });
}

QFuture<Result<domain::Connection>> Connections::edit(const base::ConnectionId &id, QJsonObject changes,
                                                      domain::Actor by)
{
    return m_desk.write([id, changes, by](Transaction &transaction) -> Result<domain::Connection> {
        ConnectionTable table(transaction.db());
        TRY(const domain::Connection before, table.get(id));
        TRY(domain::Connection after, domain::edited(before, changes));
        if (after == before) {
            return before;
        }
        ++after.version;
        after.updatedAt = transaction.now();
        if (after.baseUrl != before.baseUrl || after.settings != before.settings || after.paused != before.paused) {
            makeUntried(after);
        }
        CHECK(table.save(after));
        CHECK(record(transaction,
                     {.by = by, .action = u"edit_connection"_s, .subject = id.text(), .detail = after.name},
                     said(before), said(after)));
        transaction.note(Table::Connections, ChangeKind::Updated, id.text());
        return after;
    });
}

QFuture<Result<void>> Connections::remove(const base::ConnectionId &id, Unsent unsent, domain::Actor by)
{
    return m_desk.write([id, unsent, by](Transaction &transaction) -> Result<void> {
        ConnectionTable table(transaction.db());
        TRY(const domain::Connection connection, table.get(id));
        CHECK(discardAll(transaction, connection, unsent, by));
        AutomationTable automations(transaction.db());
        TRY(const QList<base::AutomationId> mirrored, automations.livingAt(id));
        for (const base::AutomationId &one : mirrored) {
            CHECK(forgetAutomation(transaction, one));
        }
        CHECK(endRuns(transaction, connection));
        CHECK(table.remove(id));
        for (const Table changed : {Table::Connections, Table::Outbox, Table::Conflicts}) {
            transaction.note(changed, ChangeKind::Deleted, id.text());
        }
        return record(transaction, {.by = by,
                                    .action = u"remove_connection"_s,
                                    .subject = id.text(),
                                    .detail = u"%1, %2 automations"_s.arg(connection.name).arg(mirrored.size())});
    });
}

QFuture<Result<void>> Connections::renewed(const base::ConnectionId &id, domain::Actor by)
{
    return m_desk.write([id, by](Transaction &transaction) -> Result<void> {
        ConnectionTable table(transaction.db());
        TRY(domain::Connection connection, table.get(id));
        makeUntried(connection);
        CHECK(table.saveStanding(connection));
        CHECK(OutboxTable(transaction.db()).makeDue(id, transaction.now()));
        CHECK(audit(transaction, connection, by, u"renew_credential"_s));
        transaction.note(Table::Connections, ChangeKind::Updated, id.text());
        return {};
    });
}

QFuture<Result<void>> Connections::setFacts(const base::ConnectionId &id, domain::AccountFacts facts)
{
    return m_desk.write([id, facts](Transaction &transaction) -> Result<void> {
        ConnectionTable table(transaction.db());
        TRY(domain::Connection connection, table.get(id));
        if (connection.account == facts) {
            return {};
        }
        connection.account = facts;
        CHECK(table.saveStanding(connection));
        transaction.note(Table::Connections, ChangeKind::Updated, id.text());
        return {};
    });
}

QFuture<Result<void>> Connections::setStanding(const base::ConnectionId &id, Standing standing)
{
    return m_desk.write([id, standing](Transaction &transaction) -> Result<void> {
        ConnectionTable table(transaction.db());
        TRY(const domain::Connection before, table.get(id));
        domain::Connection after = before;
        after.state = before.paused ? ConnectionState::Paused : standing.state;
        after.detail = standing.detail;
        after.nextSyncAt = standing.nextSyncAt;
        const bool stale = !before.syncedAt || transaction.now() - *before.syncedAt >= stampEvery ||
                           transaction.now() < *before.syncedAt;
        if (standing.sawEverything && (stale || after.state != before.state)) {
            after.syncedAt = transaction.now();
        }
        if (after == before) {
            return {};
        }
        CHECK(table.saveStanding(after));
        transaction.note(Table::Connections, ChangeKind::Updated, id.text());
        return {};
    });
}

} // namespace store
