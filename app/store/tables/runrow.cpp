// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/runrow.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using domain::Run;

const QByteArrayList &fixedColumns()
{
    static const QByteArrayList columns{"id",           "automation_id", "automation_name", "automation_version",
                                        "trigger_kind", "requested_by",  "planned_for",     "queued_at"};
    return columns;
}

const QByteArrayList &changingColumns()
{
    static const QByteArrayList columns{"started_at",         "finished_at",     "status",          "reason",
                                        "missed_count",       "attempt",         "exit_code",       "signal",
                                        "error_message",      "log_lines",       "log_bytes",       "log_truncated",
                                        "cpu_micros",         "peak_kib",        "read_bytes",      "written_bytes",
                                        "kill_receipt",       "held_until",      "caught_up",       "held_since",
                                        "attempt_started_at", "acknowledged_at", "acknowledged_by", "acknowledged_note",
                                        "approved_digest",    "override_reason", "held_for",        "connection_id",
                                        "remote_id",          "stage",           "branch",          "state"};
    return columns;
}

// Set once like the fixed ones, but read last: a run from before there were these has none.
const QByteArrayList &lateColumns()
{
    static const QByteArrayList columns{"arguments", "parent_run_id", "trigger_detail", "log_removed_at"};
    return columns;
}

int lateAt(qsizetype index)
{
    return static_cast<int>(fixedColumns().size() + changingColumns().size() + index);
}

Value argumentsValue(const domain::ArgumentValues &arguments)
{
    return arguments.isEmpty() ? Value() : Value(argumentsToText(arguments));
}

Values fixedValues(const Run &run)
{
    return {run.id.text(),
            run.automationId.text(),
            run.automationName,
            run.automationVersion,
            domain::triggerWord(run.trigger),
            run.requestedBy,
            orNull(run.plannedFor),
            qint64(base::toMillis(run.queuedAt))};
}

/// An empty object is none.
Value stateValue(const QJsonObject &state)
{
    return state.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact)));
}

/// An empty text is none.
Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

Value receiptValue(const QJsonArray &receipt)
{
    if (receipt.isEmpty()) {
        return {};
    }
    return QString::fromUtf8(QJsonDocument(receipt).toJson(QJsonDocument::Compact));
}

std::optional<int> smaller(const std::optional<qint64> &number)
{
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

void readFixed(const Query &row, Run &run)
{
    run.id = base::RunId(row.text(0));
    run.automationId = base::AutomationId(row.text(1));
    run.automationName = row.text(2);
    run.automationVersion = row.integer(3);
    run.requestedBy = row.text(5);
    run.plannedFor = row.maybeInstant(6);
    run.queuedAt = row.instant(7);
}

void readOutcome(const Query &row, Run &run)
{
    run.startedAt = row.maybeInstant(8);
    run.finishedAt = row.maybeInstant(9);
    run.reason = row.text(11);
    run.missedCount = row.integer(12);
    run.attempt = static_cast<int>(row.integer(13));
    run.exitCode = smaller(row.maybeInteger(14));
    run.signal = smaller(row.maybeInteger(15));
    run.errorMessage = row.text(16);
    run.log = {row.integer(17), row.integer(18), row.flag(19)};
    if (!row.isNull(20)) {
        run.usage = domain::Usage{row.integer(20), row.integer(21), row.integer(22), row.integer(23)};
    }
    if (!row.isNull(24)) {
        run.killReceipt = QJsonDocument::fromJson(row.text(24).toUtf8()).array();
    }
    run.heldUntil = row.maybeInstant(25);
    run.caughtUp = row.flag(26);
    run.heldSince = row.maybeInstant(27);
    run.attemptStartedAt = row.maybeInstant(28);
    run.overrideReason = row.text(33);
    run.heldFor = row.text(34).isEmpty() ? domain::HeldFor::Time : domain::HeldFor::Window;
    if (const std::optional<base::Instant> at = row.maybeInstant(29)) {
        run.acknowledged = {.by = row.text(30), .at = *at, .note = row.text(31)};
    }
    run.approvedDigest = row.text(32);
}

void readElsewhere(const Query &row, Run &run)
{
    run.connectionId = base::ConnectionId(row.text(35));
    run.remoteId = row.text(36);
    run.stage = row.text(37);
    run.branch = row.text(38);
    if (!row.isNull(39)) {
        run.state = QJsonDocument::fromJson(row.text(39).toUtf8()).object();
    }
}

void readLate(const Query &row, Run &run)
{
    if (!row.isNull(lateAt(0))) {
        run.arguments = argumentsFromText(row.text(lateAt(0)));
    }
    run.parentRunId = base::RunId(row.text(lateAt(1)));
    run.triggerDetail = row.text(lateAt(2));
    run.log.removedAt = row.maybeInstant(lateAt(3));
    run.seq = row.integer(lateAt(lateColumns().size()));
}

base::Error unreadable(const Run &run, const QString &field)
{
    return {.code = base::ErrorCode::Corrupt,
            .context = u"run "_s + run.id.text(),
            .detail = u"its %1 can't be read"_s.arg(field),
            .field = field};
}

} // namespace

domain::ArgumentValues argumentsFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    domain::ArgumentValues values;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        values.insert(it.key(), it->toString());
    }
    return values;
}

QString argumentsToText(const domain::ArgumentValues &values)
{
    return QString::fromUtf8(QJsonDocument(domain::toJson(values)).toJson(QJsonDocument::Compact));
}

const QByteArray &runColumns()
{
    static const QByteArray columns =
        (fixedColumns() + changingColumns() + lateColumns() + QByteArrayList{"seq"}).join(", ");
    return columns;
}

base::Result<Run> readRun(const Query &row)
{
    Run run;
    readFixed(row, run);
    readOutcome(row, run);
    readElsewhere(row, run);
    readLate(row, run);
    const auto status = domain::statusFromWord(row.text(10));
    if (!status) {
        return unreadable(run, u"status"_s);
    }
    const auto trigger = domain::triggerFromWord(row.text(4));
    if (!trigger) {
        return unreadable(run, u"trigger"_s);
    }
    run.status = *status;
    run.trigger = *trigger;
    return run;
}

namespace {

QByteArray insertSql(const QByteArrayList &columns)
{
    return "INSERT INTO run (" + columns.join(", ") + ") VALUES (" + QByteArrayList(columns.size(), "?").join(", ") +
           ") ON CONFLICT DO NOTHING RETURNING seq";
}

} // namespace

const QByteArray &insertRunSql()
{
    static const QByteArray sql = insertSql(fixedColumns() + changingColumns() + lateColumns());
    return sql;
}

const QByteArray &insertRunAtSql()
{
    static const QByteArray sql = insertSql(fixedColumns() + changingColumns() + lateColumns() + QByteArrayList{"seq"});
    return sql;
}

Values runValues(const Run &run)
{
    Values values = fixedValues(run);
    const Values rest = changingValues(run);
    values.insert(values.end(), rest.begin(), rest.end());
    values.push_back(argumentsValue(run.arguments));
    values.push_back(textOrNull(run.parentRunId.text()));
    values.push_back(textOrNull(run.triggerDetail));
    values.push_back(orNull(run.log.removedAt));
    return values;
}

const QByteArray &updateRunSql()
{
    static const QByteArray sql = "UPDATE run SET " + changingColumns().join(" = ?, ") + " = ? WHERE id = ?";
    return sql;
}

Values changingValues(const Run &run)
{
    const std::optional<domain::Usage> &usage = run.usage;
    const std::optional<domain::Acknowledgement> &noted = run.acknowledged;
    return {orNull(run.startedAt),
            orNull(run.finishedAt),
            domain::statusWord(run.status),
            run.reason,
            run.missedCount,
            qint64(run.attempt),
            orNull(run.exitCode),
            orNull(run.signal),
            run.errorMessage,
            run.log.lines,
            run.log.bytes,
            run.log.truncated,
            usage ? Value(usage->cpuMicros) : Value(),
            usage ? Value(usage->peakKib) : Value(),
            usage ? Value(usage->readBytes) : Value(),
            usage ? Value(usage->writtenBytes) : Value(),
            receiptValue(run.killReceipt),
            orNull(run.heldUntil),
            run.caughtUp,
            orNull(run.heldSince),
            orNull(run.attemptStartedAt),
            noted ? Value(qint64(base::toMillis(noted->at))) : Value(),
            noted ? Value(noted->by) : Value(),
            noted ? Value(noted->note) : Value(),
            run.approvedDigest.isEmpty() ? Value() : Value(run.approvedDigest),
            run.overrideReason,
            run.heldFor == domain::HeldFor::Window ? u"window"_s : QString(),
            textOrNull(run.connectionId.text()),
            textOrNull(run.remoteId),
            run.stage,
            run.branch,
            stateValue(run.state)};
}

} // namespace store
