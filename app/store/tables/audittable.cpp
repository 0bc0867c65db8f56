// SPDX-License-Identifier: Apache-2.0
#include "app/store/tables/audittable.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr char columns[] = "SELECT seq, at, by, action, subject, detail, before, after, hash, origin FROM audit";
constexpr int hashColumn = 8;

AuditEntry entryOf(const Query &row)
{
    return {.seq = row.integer(0),
            .at = row.instant(1),
            .by = {row.text(2), domain::Role::Admin, row.text(9)},
            .action = row.text(3),
            .subject = row.text(4),
            .detail = row.text(5),
            .before = row.text(6),
            .after = row.text(7)};
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

struct Head
{
    qint64 seq = 0;
    QByteArray hash = domain::chainStart();
};

base::Result<Head> headOf(Connection &db)
{
    TRY(Query row, db.query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    TRY(const bool any, row.next());
    return any ? Head{row.integer(0), row.bytes(1)} : Head{};
}

/// The hash before a row.
base::Result<QByteArray> hashBefore(Connection &db, qint64 seq)
{
    TRY(Query row, db.query("SELECT hash FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT 1", {seq}));
    TRY(const bool any, row.next());
    return any ? row.bytes(0) : domain::chainStart();
}

QString changedFields(const QJsonObject &object, const QJsonObject &other)
{
    QJsonObject changed;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (other.value(it.key()) != it.value()) {
            changed.insert(it.key(), it.value());
        }
    }
    return changed.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(changed).toJson(QJsonDocument::Compact));
}

base::Error badRow(qint64 seq)
{
    return {.code = base::ErrorCode::Corrupt,
            .context = {},
            .detail = u"row %1 of the audit is not what was written, or one before it is missing"_s.arg(seq),
            .field = {}};
}

} // namespace

base::Status record(Transaction &transaction, const AuditEntry &entry)
{
    CHECK(domain::authorize(entry.by, domain::rightFor(entry.action, entry.subject)));
    TRY(const Head head, headOf(transaction.db()));
    AuditEntry row = entry;
    row.seq = head.seq + 1;
    row.at = transaction.now();
    const QByteArray hash = domain::Chain().next(head.hash, domain::chainText(row));
    CHECK(transaction.db().run("INSERT INTO audit (seq, at, by, action, subject, detail, before, after, hash,"
                               " origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               {row.seq, qint64(base::toMillis(row.at)), row.by.name, row.action, row.subject,
                                row.detail, textOrNull(row.before), textOrNull(row.after), hash, row.by.from}));
    return {};
}

base::Status record(Transaction &transaction, AuditEntry entry, const QJsonObject &before, const QJsonObject &after)
{
    entry.before = changedFields(before, after);
    entry.after = changedFields(after, before);
    return record(transaction, entry);
}

base::Result<QList<AuditEntry>> readAudit(Connection &db, const AuditQuery &query)
{
    QByteArray where = " WHERE 1 = 1";
    Values values;
    if (query.since) {
        where += " AND at >= ?";
        values.emplace_back(qint64(base::toMillis(*query.since)));
    }
    if (query.before) {
        where += " AND seq < ?";
        values.emplace_back(*query.before);
    }
    for (const QString &word : query.words.split(u' ', Qt::SkipEmptyParts)) {
        where += " AND instr(lower(by || ' ' || origin || ' ' || action || ' ' || subject || ' ' || detail), ?) > 0";
        values.emplace_back(word.toLower());
    }
    values.emplace_back(query.limit > 0 ? query.limit : -1);
    return db.all(QByteArray(columns) + where + " ORDER BY seq DESC LIMIT ?", values,
                  [](const Query &row) -> base::Result<AuditEntry> { return entryOf(row); });
}

base::Result<AuditExport> exportAudit(Connection &db, std::optional<base::Instant> since)
{
    TRY(const Head head, headOf(db));
    // The first row of that time or later, and all after it: a clock that was set back leaves no gap.
    qint64 first = 1;
    if (since) {
        TRY(first, db.number("SELECT coalesce(min(seq), ?) FROM audit WHERE at >= ?",
                             {head.seq + 1, qint64(base::toMillis(*since))}));
    }
    TRY(const QByteArray hash, hashBefore(db, first));
    domain::AuditExporter out(first, hash);
    TRY(Query row, db.query(QByteArray(columns) + " WHERE seq >= ? ORDER BY seq", {first}));
    for (;;) {
        TRY(const bool more, row.next());
        if (!more) {
            return AuditExport{.text = out.finish(), .rows = out.rows()};
        }
        out.add(domain::chainText(entryOf(row)), row.bytes(hashColumn));
    }
}

base::Result<qint64> verifyAudit(Connection &db)
{
    domain::Chain chain;
    Head head;
    qint64 rows = 0;
    TRY(Query row, db.query(QByteArray(columns) + " ORDER BY seq"));
    for (;; ++rows) {
        TRY(const bool more, row.next());
        if (!more) {
            return rows;
        }
        const AuditEntry entry = entryOf(row);
        const QByteArray hash = row.bytes(hashColumn);
        if (chain.next(head.hash, domain::chainText(entry)) != hash) {
            return badRow(entry.seq);
        }
        head = {entry.seq, hash};
    }
}

base::Status chainAudit(Connection &db)
{
    TRY(const QList<AuditEntry> entries,
        // A later step adds where things were done; rows of then have no such place.
        db.all("SELECT seq, at, by, action, subject, detail, before, after, hash, '' FROM audit ORDER BY seq", {},
               [](const Query &row) -> base::Result<AuditEntry> { return entryOf(row); }));
    domain::Chain chain;
    Head head;
    for (const AuditEntry &entry : entries) {
        head = {entry.seq, chain.next(head.hash, domain::chainText(entry))};
        CHECK(db.run("UPDATE audit SET hash = ? WHERE seq = ?", {head.hash, head.seq}));
    }
    return {};
}

} // namespace store
