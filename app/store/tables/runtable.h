// SPDX-License-Identifier: Apache-2.0
// The rows of runs. No rules here but those of the table itself; who may move where is decided by runmoves.
#pragma once

#include "app/domain/run.h"
#include "app/store/runs.h"
#include "app/store/sql/connection.h"

namespace store {

/// Used inside a transaction, on the thread of its connection.
class RunTable
{
public:
    explicit RunTable(Connection &db) : m_db(db) {}

    /// NotFound where there is none.
    base::Result<domain::Run> get(const base::RunId &id);
    base::Result<std::optional<domain::Run>> find(const base::RunId &id);
    base::Result<QList<domain::Run>> page(const RunQuery &query);
    /// Those of one automation, or of all, in these open statuses, oldest first.
    base::Result<QList<domain::Run>> open(const QList<domain::RunStatus> &statuses,
                                          const std::optional<base::AutomationId> &automation = {});
    /// The runs that are steps of this one, oldest first.
    base::Result<QList<domain::Run>> stepsOf(const base::RunId &workflow);
    /// Open ones that were handed over from here: what started there by itself has the trigger `remote`.
    base::Result<QList<domain::Run>> handedOver();
    /// Open ones of a connection, oldest first.
    base::Result<QList<domain::Run>> openThere(const base::ConnectionId &connection);
    /// Failures that nobody took note of, those that ended last first.
    base::Result<QList<domain::Run>> unnoted(qint64 limit);
    /// Running ones of this machine that another engine than `engine` started.
    base::Result<QList<domain::Run>> runningElsewhere(qint64 engine);
    base::Result<QMap<base::RunId, QString>> cancelRequests();
    /// Who asked for the end of a running run, if anybody did.
    base::Result<std::optional<QString>> cancelRequest(const base::RunId &id);
    /// See Runs::lastCatchUps().
    base::Result<QHash<base::AutomationId, base::Instant>> lastCatchUps();
    base::Result<RunCounts> counts();
    /// How long the last `count` runs of an automation took that are done, newest first. Looks back at so many runs
    /// only, that one which always fails costs no more than others.
    base::Result<QList<base::Millis>> durations(const base::AutomationId &automation, int count);

    /// Gives it its number. False where the slot has its run already.
    base::Result<bool> insert(domain::Run &run);
    /// The same with a number below all others: it comes before them in every list.
    base::Result<bool> insertFirst(domain::Run &run);
    base::Result<std::optional<domain::Run>> findThere(const base::ConnectionId &connection, const QString &remoteId);
    /// Writes everything that may change in the life of a run.
    base::Status save(const domain::Run &run);
    /// Another engine has taken it over.
    base::Status setEngine(const base::RunId &id, qint64 engine);
    /// Which engine runs it, and which version of its automation.
    base::Status setStart(const base::RunId &id, qint64 engine, qint64 version);
    base::Status setCancelRequest(const base::RunId &id, const QString &by);

private:
    base::Result<bool> insertAs(domain::Run &run, const QByteArray &sql, const Values &values);

    Connection &m_db;
};

} // namespace store
