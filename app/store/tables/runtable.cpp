// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/runtable.h"

#include "app/store/tables/runrow.h"
#include "app/store/tables/sight.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::Run;
using domain::RunStatus;

/// A WHERE clause that grows term by term, with its values.
class Where
{
public:
    void add(const QByteArray &term, const Values &values = {})
    {
        m_text += (m_text.isEmpty() ? " WHERE " : " AND ") + term;
        m_values.insert(m_values.end(), values.begin(), values.end());
    }
    void addOneOf(const QByteArray &column, const QStringList &words)
    {
        add(column + " IN (" + QByteArrayList(words.size(), "?").join(", ") + ")", Values(words.begin(), words.end()));
    }
    void addStatuses(const QList<RunStatus> &statuses)
    {
        QStringList words;
        std::transform(statuses.begin(), statuses.end(), std::back_inserter(words), domain::statusWord);
        addOneOf("status", words);
        if (std::none_of(statuses.begin(), statuses.end(), domain::isFinal)) {
            add("finished_at IS NULL"); // says to SQLite that the index of open runs will do
        }
    }
    const QByteArray &text() const { return m_text; }
    Values values(std::optional<qint64> last = {}) const
    {
        Values all = m_values;
        if (last) {
            all.emplace_back(*last);
        }
        return all;
    }

private:
    QByteArray m_text;
    Values m_values;
};

const QByteArray &selectRun()
{
    static const QByteArray sql = "SELECT " + runColumns() + " FROM run";
    return sql;
}

void addKindAndTime(Where &where, const RunQuery &query)
{
    if (!query.triggers.isEmpty()) {
        QStringList words;
        std::transform(query.triggers.begin(), query.triggers.end(), std::back_inserter(words), domain::triggerWord);
        where.addOneOf("trigger_kind", words);
    }
    const QByteArray time = "coalesce(started_at, planned_for, queued_at)";
    if (query.since) {
        where.add(time + " >= ?", {qint64(base::toMillis(*query.since))});
    }
    if (query.until) {
        where.add(time + " < ?", {qint64(base::toMillis(*query.until))});
    }
}

} // namespace

Result<std::optional<Run>> RunTable::find(const base::RunId &id)
{
    TRY(Query row, m_db.query(selectRun() + " WHERE id = ?", {id.text()}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<Run>();
    }
    TRY(Run run, readRun(row));
    return std::optional(std::move(run));
}

Result<Run> RunTable::get(const base::RunId &id)
{
    TRY(std::optional<Run> run, find(id));
    return run ? Result<Run>(*std::move(run)) : base::notFound(u"run "_s + id.text());
}

Result<QList<Run>> RunTable::page(const RunQuery &query)
{
    Where where;
    if (query.automation) {
        where.add("automation_id = ?", {query.automation->text()});
    }
    if (!query.statuses.isEmpty()) {
        where.addStatuses(query.statuses);
    }
    addKindAndTime(where, query);
    if (const auto hidden = query.seenBy ? hiddenIds(*query.seenBy) : std::nullopt) {
        where.add("automation_id NOT IN (" + hidden->select + ")", hidden->values);
    }
    if (query.before) {
        CHECK(get(*query.before));
        where.add("seq < (SELECT seq FROM run WHERE id = ?)", {query.before->text()});
    }
    const QStringList words = query.words.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        where.add("(holds(automation_name, ?) OR holds(reason, ?) OR holds(id, ?))", {word, word, word});
    }
    const qint64 limit = query.limit > 0 ? query.limit : -1;
    return m_db.all(selectRun() + where.text() + " ORDER BY seq DESC LIMIT ?", where.values(limit), readRun);
}

Result<QList<Run>> RunTable::open(const QList<RunStatus> &statuses, const std::optional<base::AutomationId> &automation)
{
    Where where;
    where.addStatuses(statuses);
    if (automation) {
        where.add("automation_id = ?", {automation->text()});
    }
    return m_db.all(selectRun() + where.text() + " ORDER BY seq", where.values(), readRun);
}

Result<QList<Run>> RunTable::stepsOf(const base::RunId &workflow)
{
    return m_db.all(selectRun() + " WHERE parent_run_id = ? AND trigger_kind = 'workflow' ORDER BY seq",
                    {workflow.text()}, readRun);
}

Result<QList<Run>> RunTable::unnoted(qint64 limit)
{
    return m_db.all(selectRun() + " WHERE acknowledged_at IS NULL AND status IN ('failed', 'timed_out', 'interrupted')"
                                  " ORDER BY finished_at DESC LIMIT ?",
                    {limit}, readRun);
}

Result<QList<Run>> RunTable::runningElsewhere(qint64 engine)
{
    Where where;
    where.addStatuses({RunStatus::Running});
    where.add("connection_id IS NULL AND engine IS NOT ?", {engine});
    return m_db.all(selectRun() + where.text() + " ORDER BY seq", where.values(), readRun);
}

Result<QList<Run>> RunTable::handedOver()
{
    return m_db.all(selectRun() +
                        " WHERE connection_id IS NOT NULL AND finished_at IS NULL AND trigger_kind <> 'remote'"
                        " ORDER BY seq",
                    {}, readRun);
}

Result<QList<Run>> RunTable::openThere(const base::ConnectionId &connection)
{
    return m_db.all(selectRun() + " WHERE connection_id = ? AND finished_at IS NULL ORDER BY seq", {connection.text()},
                    readRun);
}

Result<QMap<base::RunId, QString>> RunTable::cancelRequests()
{
    Where where;
    where.addStatuses({RunStatus::Running});
    where.add("connection_id IS NULL AND cancel_requested_by IS NOT NULL");
    TRY(Query row, m_db.query("SELECT id, cancel_requested_by FROM run" + where.text(), where.values()));
    QMap<base::RunId, QString> requests;
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return requests;
        }
        requests.insert(base::RunId(row.text(0)), row.text(1));
    }
}

Result<std::optional<QString>> RunTable::cancelRequest(const base::RunId &id)
{
    TRY(Query row, m_db.query("SELECT cancel_requested_by FROM run WHERE id = ?", {id.text()}));
    TRY(const bool found, row.next());
    return found && !row.isNull(0) ? std::optional(row.text(0)) : std::nullopt;
}

Result<QHash<base::AutomationId, base::Instant>> RunTable::lastCatchUps()
{
    constexpr qint64 lookBack = 500;
    TRY(const QStringList automations,
        m_db.all("SELECT DISTINCT automation_id FROM run"
                 " WHERE status IN ('queued', 'held') AND finished_at IS NULL AND caught_up = 1",
                 {}, [](const Query &row) -> Result<QString> { return row.text(0); }));
    QHash<base::AutomationId, base::Instant> last;
    for (const QString &automation : automations) {
        TRY(Query row, m_db.query("SELECT max(started_at) FROM (SELECT caught_up, started_at FROM run"
                                  " WHERE automation_id = ? ORDER BY seq DESC LIMIT ?) WHERE caught_up = 1",
                                  {automation, lookBack}));
        TRY(const bool found, row.next());
        if (found && !row.isNull(0)) {
            last.insert(base::AutomationId(automation), row.instant(0));
        }
    }
    return last;
}

Result<RunCounts> RunTable::counts()
{
    RunCounts counts;
    TRY(counts.total, m_db.number("SELECT value FROM counter WHERE name = 'runs'"));
    TRY(counts.unnoted, m_db.number("SELECT count(*) FROM (SELECT 1 FROM run WHERE acknowledged_at IS NULL"
                                    " AND status IN ('failed', 'timed_out', 'interrupted') LIMIT ?)",
                                    {mostUnnoted}));
    TRY(Query row, m_db.query("SELECT status, count(*) FROM run WHERE finished_at IS NULL GROUP BY status"));
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return counts;
        }
        switch (domain::statusFromWord(row.text(0)).value_or(RunStatus::Done)) {
        case RunStatus::Queued:
            counts.queued = row.integer(1);
            break;
        case RunStatus::Held:
            counts.held = row.integer(1);
            break;
        case RunStatus::AwaitingApproval:
            counts.awaitingApproval = row.integer(1);
            break;
        case RunStatus::Running:
            counts.running = row.integer(1);
            break;
        default:
            break;
        }
    }
}

Result<QList<base::Millis>> RunTable::durations(const base::AutomationId &automation, int count)
{
    constexpr qint64 lookBack = 500;
    const auto read = [](const Query &row) -> Result<base::Millis> {
        // A clock set back under a run must not give a negative duration.
        return std::max(base::Millis(row.integer(0)), base::Millis(0));
    };
    return m_db.all("SELECT finished_at - coalesce(attempt_started_at, started_at)"
                    " FROM (SELECT status, started_at, attempt_started_at, finished_at FROM run"
                    " WHERE automation_id = ? ORDER BY seq DESC LIMIT ?)"
                    " WHERE status = ? AND started_at IS NOT NULL LIMIT ?",
                    {automation.text(), lookBack, domain::statusWord(RunStatus::Done), qint64(count)}, read);
}

Result<std::optional<Run>> RunTable::findThere(const base::ConnectionId &connection, const QString &remoteId)
{
    TRY(Query row,
        m_db.query(selectRun() + " WHERE connection_id = ? AND remote_id = ?", {connection.text(), remoteId}));
    TRY(const bool found, row.next());
    if (!found) {
        return std::optional<Run>();
    }
    TRY(Run run, readRun(row));
    return std::optional(std::move(run));
}

Result<bool> RunTable::insert(Run &run)
{
    return insertAs(run, insertRunSql(), runValues(run));
}

Result<bool> RunTable::insertFirst(Run &run)
{
    TRY(const qint64 first, m_db.number("SELECT min(coalesce(min(seq), 0), 0) FROM run"));
    Values values = runValues(run);
    values.emplace_back(first - 1);
    return insertAs(run, insertRunAtSql(), values);
}

Result<bool> RunTable::insertAs(Run &run, const QByteArray &sql, const Values &values)
{
    {
        TRY(Query row, m_db.query(sql, values));
        TRY(const bool inserted, row.next());
        if (!inserted) {
            return false;
        }
        run.seq = row.integer(0);
    }
    CHECK(m_db.run("UPDATE counter SET value = value + 1 WHERE name = 'runs'"));
    return true;
}

base::Status RunTable::save(const Run &run)
{
    Values values = changingValues(run);
    values.emplace_back(run.id.text());
    CHECK(m_db.run(updateRunSql(), values));
    return {};
}

base::Status RunTable::setEngine(const base::RunId &id, qint64 engine)
{
    CHECK(m_db.run("UPDATE run SET engine = ? WHERE id = ?", {engine, id.text()}));
    return {};
}

base::Status RunTable::setStart(const base::RunId &id, qint64 engine, qint64 version)
{
    CHECK(m_db.run("UPDATE run SET engine = ?, automation_version = ?, cancel_requested_by = NULL WHERE id = ?",
                   {engine, version, id.text()}));
    return {};
}

base::Status RunTable::setCancelRequest(const base::RunId &id, const QString &by)
{
    CHECK(m_db.run("UPDATE run SET cancel_requested_by = ? WHERE id = ?", {by, id.text()}));
    return {};
}

} // namespace store
