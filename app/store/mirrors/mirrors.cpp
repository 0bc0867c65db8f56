// SPDX-License-Identifier: Apache-2.0
#include "app/store/mirrors/mirrors.h"

#include "app/store/connections/connectiontable.h"
#include "app/store/desk.h"
#include "app/store/mirrors/logplaces.h"
#include "app/store/mirrors/resolving.h"
#include "app/store/mirrors/seeing.h"
#include "app/store/mirrors/seenapprovals.h"
#include "app/store/mirrors/seenruns.h"
#include "app/store/mirrors/windowsthere.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

QFuture<Result<SeenAutomations>> Mirrors::see(const base::ConnectionId &connection,
                                              QList<domain::RemoteAutomation> page)
{
    return m_desk.write([connection, page](Transaction &transaction) -> Result<SeenAutomations> {
        TRY(const domain::Connection from, ConnectionTable(transaction.db()).get(connection));
        return Seeing(transaction, from).see(page);
    });
}

QFuture<Result<QStringList>> Mirrors::remoteIds(const base::ConnectionId &connection) const
{
    return m_desk.read([connection](Transaction &transaction) -> Result<QStringList> {
        CHECK(ConnectionTable(transaction.db()).get(connection));
        return MirrorTable(transaction.db()).remoteIds(connection);
    });
}

QFuture<Result<void>> Mirrors::gone(const base::ConnectionId &connection, QString remoteId)
{
    return m_desk.write([connection, remoteId](Transaction &transaction) -> Result<void> {
        TRY(const domain::Connection from, ConnectionTable(transaction.db()).get(connection));
        return Seeing(transaction, from).gone(remoteId);
    });
}

QFuture<Result<SeenRuns>> Mirrors::seeRuns(const base::ConnectionId &connection, QList<domain::RemoteRun> page)
{
    return m_desk.write([connection, page](Transaction &transaction) -> Result<SeenRuns> {
        TRY(const domain::Connection from, ConnectionTable(transaction.db()).get(connection));
        return SeenRunsKeeper(transaction, from).see(page);
    });
}

QFuture<Result<QList<OpenThere>>> Mirrors::openRuns(const base::ConnectionId &connection) const
{
    return m_desk.read([connection](Transaction &transaction) -> Result<QList<OpenThere>> {
        TRY(const QList<domain::Run> runs, RunTable(transaction.db()).openThere(connection));
        QList<OpenThere> open;
        for (const domain::Run &run : runs) {
            TRY(const std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(run.automationId));
            if (!run.remoteId.isEmpty()) {
                open.append({run.id, run.remoteId, mirror ? mirror->remoteId : QString()});
            }
        }
        return open;
    });
}

QFuture<Result<void>> Mirrors::runGone(const base::ConnectionId &connection, QString remoteId)
{
    return m_desk.write([connection, remoteId](Transaction &transaction) -> Result<void> {
        TRY(const domain::Connection from, ConnectionTable(transaction.db()).get(connection));
        return SeenRunsKeeper(transaction, from).gone(remoteId);
    });
}

QFuture<Result<void>> Mirrors::seeApprovals(const base::ConnectionId &connection, QList<domain::RemoteApproval> pending)
{
    return m_desk.write([connection, pending](Transaction &transaction) -> Result<void> {
        TRY(const domain::Connection from, ConnectionTable(transaction.db()).get(connection));
        return keepApprovals(transaction, from, pending);
    });
}

QFuture<Result<QStringList>> Mirrors::seeWindows(const base::ConnectionId &connection, QList<WindowThere> seen)
{
    return m_desk.write([connection, seen](Transaction &transaction) -> Result<QStringList> {
        CHECK(ConnectionTable(transaction.db()).get(connection));
        QList<WindowThere> sound;
        QStringList unsound;
        for (const WindowThere &there : seen) {
            if (const base::Status status = checkWindow(there); status) {
                sound.append(there);
            } else {
                unsound.append(u"%1: %2"_s.arg(there.window.name, status.error().message()));
            }
        }
        TRY(const bool changed, WindowsThere(transaction.db()).keep(connection, sound));
        if (changed) {
            transaction.note(Table::Windows, ChangeKind::Updated, {});
        }
        return unsound;
    });
}

QFuture<Result<QList<WindowThere>>> Mirrors::windows() const
{
    return m_desk.read([](Transaction &transaction) { return WindowsThere(transaction.db()).all(); });
}

QFuture<Result<QList<WantedLog>>> Mirrors::wantedLogs(const base::ConnectionId &connection, int atMost) const
{
    return m_desk.read([connection, atMost](Transaction &transaction) {
        return LogPlaces(transaction.db()).wanted(connection, atMost);
    });
}

QFuture<Result<void>> Mirrors::wantLog(const base::RunId &run)
{
    return m_desk.write([run](Transaction &transaction) -> Result<void> {
        TRY(const domain::Run wanted, RunTable(transaction.db()).get(run));
        TRY(const std::optional<LogPlace> known, LogPlaces(transaction.db()).find(run));
        if (known || !domain::isElsewhere(wanted)) {
            return {};
        }
        TRY(const domain::Connection home, ConnectionTable(transaction.db()).get(wanted.connectionId));
        if (home.account.capabilities.log == domain::RemoteLog::None) {
            return base::Error{.code = base::ErrorCode::Unsupported,
                               .context = {},
                               .detail = u"%1 tells no logs"_s.arg(home.name),
                               .field = {}};
        }
        CHECK(LogPlaces(transaction.db()).want(run));
        transaction.note(Table::Outbox, ChangeKind::Updated, wanted.connectionId.text());
        return {};
    });
}

QFuture<Result<void>> Mirrors::saveLog(const base::RunId &run, domain::LogPart part)
{
    return saveLogPart(m_desk, m_logs, run, part);
}

QFuture<Result<domain::Automation>> Mirrors::publish(const base::AutomationId &automation,
                                                     const base::ConnectionId &connection, domain::Actor by)
{
    return m_desk.write([automation, connection, by](Transaction &transaction) {
        return publishAutomation(transaction, automation, connection, by);
    });
}

QFuture<Result<QList<Conflict>>> Mirrors::conflicts() const
{
    return m_desk.read([](Transaction &transaction) { return MirrorTable(transaction.db()).conflicts(); });
}

QFuture<Result<domain::Automation>> Mirrors::seenThere(const base::AutomationId &automation) const
{
    return m_desk.read([automation](Transaction &transaction) -> Result<domain::Automation> {
        TRY(const std::optional<MirrorRow> mirror, MirrorTable(transaction.db()).of(automation));
        return mirror ? Result<domain::Automation>(mirror->there())
                      : base::notFound(u"mirrored automation "_s + automation.text());
    });
}

QFuture<Result<void>> Mirrors::resolve(QHash<base::AutomationId, Choice> choices, domain::Actor by)
{
    return m_desk.write([choices, by](Transaction &transaction) -> Result<void> {
        for (auto it = choices.constBegin(); it != choices.constEnd(); ++it) {
            CHECK(resolveConflict(transaction, it.key(), *it, by));
        }
        return {};
    });
}

} // namespace store
