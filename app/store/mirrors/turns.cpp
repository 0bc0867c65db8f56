// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/turns.h"

#include "app/store/connections/connectiontable.h"
#include "app/store/hooks/hooktable.h"
#include "app/store/mirrors/mirrortable.h"
#include "app/store/mirrors/outboxtable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runtable.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Automation;

/// What a request that asked for the run had in its body: JSON as it is, anything else as text.
QJsonValue bodyOf(const domain::HookRequest &request)
{
    const QByteArray &body = request.body;
    if (body.isEmpty()) {
        return QJsonValue::Undefined;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError) {
        return QString::fromUtf8(body);
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

class Turns
{
public:
    explicit Turns(Transaction &transaction) : m_transaction(transaction) {}

    /// Why it can't be sent now; empty where it can.
    Result<QString> obstacle(const TaskRow &row)
    {
        TRY(const std::optional<Conflict> conflict, MirrorTable(m_transaction.db()).conflictOf(row.automation));
        const bool edits = row.kind == TaskKind::Create || row.kind == TaskKind::Update || row.kind == TaskKind::Remove;
        if (edits && conflict) {
            return u"a conflict waits for a decision"_s;
        }
        if (row.kind == TaskKind::Cancel) {
            TRY(const std::optional<domain::Run> run, RunTable(m_transaction.db()).find(row.run));
            return !run                      ? u"its run is gone"_s
                   : run->remoteId.isEmpty() ? u"waits for the answer about its run"_s
                                             : QString();
        }
        TRY(const bool earlier, OutboxTable(m_transaction.db()).hasEarlier(row));
        if (earlier) {
            return u"waits for an earlier change of the same automation"_s;
        }
        TRY(const QString remoteId, remoteIdOf(row));
        const bool nameless = remoteId.isEmpty() && row.kind != TaskKind::Create;
        return nameless ? u"waits until the automation has been made there"_s : QString();
    }

    Result<OutboxTask> whole(const TaskRow &row)
    {
        OutboxTask task;
        task.id = row.id;
        task.kind = row.kind;
        task.unsure = row.state == TaskState::Unsure;
        task.attempts = row.attempts;
        task.madeAt = row.madeAt;
        task.askedAt = row.askedAt;
        TRY(task.remoteId, remoteIdOf(row));
        CHECK(fillAutomation(row, task));
        CHECK(fillRun(row, task));
        task.verdict =
            domain::judgementFromWord(row.document.value("verdict"_L1).toString()).value_or(domain::Judgement::Reject);
        task.comment = row.document.value("comment"_L1).toString();
        return task;
    }

private:
    Result<QString> remoteIdOf(const TaskRow &row)
    {
        if (row.kind == TaskKind::Update || row.kind == TaskKind::Run) {
            TRY(const std::optional<MirrorRow> mirror, MirrorTable(m_transaction.db()).of(row.automation));
            // What may have been started there has to be looked for, even where its automation is gone by now.
            const QString asked = row.state == TaskState::Unsure ? row.remoteId : QString();
            return mirror ? mirror->remoteId : asked;
        }
        if (row.kind == TaskKind::Cancel) {
            TRY(const std::optional<domain::Run> run, RunTable(m_transaction.db()).find(row.run));
            return run ? run->remoteId : QString();
        }
        return row.remoteId;
    }

    base::Status fillAutomation(const TaskRow &row, OutboxTask &task)
    {
        if (row.kind != TaskKind::Create && row.kind != TaskKind::Update) {
            return {};
        }
        AutomationTable table(m_transaction.db());
        if (task.unsure && row.sentVersion) {
            TRY(task.wanted, table.version(row.automation, *row.sentVersion)); // that is what to look for
        } else {
            TRY(task.wanted, table.get(row.automation));
        }
        TRY(const std::optional<MirrorRow> mirror, MirrorTable(m_transaction.db()).of(row.automation));
        task.base = mirror ? mirror->there() : Automation();
        return {};
    }

    base::Status fillRun(const TaskRow &row, OutboxTask &task)
    {
        if (row.run.isEmpty()) {
            return {};
        }
        TRY(task.run, RunTable(m_transaction.db()).get(row.run));
        TRY(const std::optional<domain::HookRequest> request, HookTable(m_transaction.db()).request(row.run));
        if (request) {
            task.body = bodyOf(*request);
        }
        return {};
    }

    Transaction &m_transaction;
};

Result<std::optional<OutboxTask>> firstUnsure(Transaction &transaction, const base::ConnectionId &connection)
{
    TRY(const QList<TaskRow> rows, OutboxTable(transaction.db()).unsure(connection));
    for (const TaskRow &row : rows) {
        if (row.dueAt <= transaction.now()) {
            TRY(OutboxTask task, Turns(transaction).whole(row));
            return std::optional(std::move(task));
        }
    }
    return std::optional<OutboxTask>();
}

Result<std::optional<OutboxTask>> firstDue(Transaction &transaction, const base::ConnectionId &connection)
{
    Turns turns(transaction);
    for (qint64 after = 0;;) {
        TRY(const QList<TaskRow> rows, OutboxTable(transaction.db()).due(connection, transaction.now(), after));
        if (rows.isEmpty()) {
            return std::optional<OutboxTask>();
        }
        for (const TaskRow &row : rows) {
            TRY(const QString obstacle, turns.obstacle(row));
            if (obstacle.isEmpty()) {
                TRY(OutboxTask task, turns.whole(row));
                return std::optional(std::move(task));
            }
        }
        after = rows.last().id;
    }
}

/// Said of what was sent; the window knows it by these words.
constexpr auto unknownFate = "nobody knows whether it arrived; it is looked for first"_L1;

QString waitsFor(const TaskRow &row, const QString &obstacle, const domain::Connection &home)
{
    switch (row.state) {
    case TaskState::Asking:
        return u"on its way"_s;
    case TaskState::Unsure:
        return row.error.isEmpty() ? QString(unknownFate) : row.error + u"; "_s + unknownFate;
    case TaskState::Refused:
        return row.error;
    case TaskState::Waiting:
        break;
    }
    if (!obstacle.isEmpty()) {
        return obstacle;
    }
    if (home.paused || home.state != domain::ConnectionState::Online) {
        const QString state = home.paused ? u"paused"_s : domain::connectionStateWord(home.state);
        return home.detail.isEmpty() ? u"%1: %2"_s.arg(home.name, state) : u"%1: %2"_s.arg(home.name, home.detail);
    }
    return row.error;
}

} // namespace

Result<NextTask> nextTask(Transaction &transaction, const base::ConnectionId &connection)
{
    NextTask next;
    TRY(next.task, firstUnsure(transaction, connection));
    if (!next.task) {
        TRY(next.task, firstDue(transaction, connection));
    }
    if (!next.task) {
        TRY(next.dueAt, OutboxTable(transaction.db()).nextDue(connection, transaction.now()));
    }
    return next;
}

Result<QList<OutboxEntry>> entriesOf(Transaction &transaction, const std::optional<base::ConnectionId> &connection)
{
    OutboxTable table(transaction.db());
    TRY(const QList<TaskRow> rows, connection ? table.of(*connection) : table.all());
    Turns turns(transaction);
    QList<OutboxEntry> entries;
    for (const TaskRow &row : rows) {
        TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(row.connection));
        TRY(const QString obstacle, turns.obstacle(row));
        TRY(const QList<Automation> versions, AutomationTable(transaction.db()).versions(row.automation));
        entries.append({.id = row.id,
                        .connection = row.connection,
                        .kind = row.kind,
                        .state = row.state,
                        .automation = row.automation,
                        .run = row.run,
                        .name = versions.isEmpty() ? QString() : versions.first().name,
                        .madeAt = row.madeAt,
                        .madeBy = row.madeBy,
                        .attempts = row.attempts,
                        .dueAt = row.dueAt > transaction.now() ? std::optional(row.dueAt) : std::nullopt,
                        .waitsFor = waitsFor(row, obstacle, home)});
    }
    return entries;
}

} // namespace store
