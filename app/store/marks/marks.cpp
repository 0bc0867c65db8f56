// SPDX-License-Identifier: Apache-2.0
#include "app/store/marks/marks.h"

#include "app/store/desk.h"

using namespace Qt::StringLiterals;

namespace store {

using base::Result;

namespace {

Result<Mark> readMark(const Query &row)
{
    return Mark{
        .line = row.integer(0), .note = row.text(1), .madeBy = row.text(2), .madeAt = base::fromMillis(row.integer(3))};
}

base::Status check(Connection &db, const base::RunId &run, const Mark &mark)
{
    if (mark.line < 0) {
        return base::invalid(u"line"_s, u"line must be 0 or more"_s);
    }
    if (mark.note.size() > longestNote) {
        return base::invalid(u"note"_s, u"note must have at most %1 characters"_s.arg(longestNote));
    }
    TRY(const qint64 runs, db.number("SELECT count(*) FROM run WHERE id = ?", {run.text()}));
    if (runs == 0) {
        return base::notFound(u"run %1"_s.arg(run.text()));
    }
    TRY(const qint64 others,
        db.number("SELECT count(*) FROM log_mark WHERE run_id = ? AND line <> ?", {run.text(), mark.line}));
    if (others >= mostMarks) {
        return base::invalid(u"line"_s, u"a log can have %1 marks"_s.arg(mostMarks));
    }
    return {};
}

} // namespace

QFuture<Result<QList<Mark>>> Marks::ofRun(const base::RunId &run) const
{
    return m_desk.read([run](Transaction &transaction) {
        return transaction.db().all("SELECT line, note, made_by, made_at FROM log_mark WHERE run_id = ? ORDER BY line",
                                    {run.text()}, readMark);
    });
}

QFuture<Result<Mark>> Marks::set(const base::RunId &run, const Mark &mark)
{
    return m_desk.write([run, mark](Transaction &transaction) -> Result<Mark> {
        CHECK(check(transaction.db(), run, mark));
        Mark made = mark;
        made.madeAt = transaction.now();
        CHECK(transaction.db().run("INSERT INTO log_mark (run_id, line, note, made_by, made_at) VALUES (?, ?, ?, ?, ?)"
                                   " ON CONFLICT (run_id, line) DO UPDATE SET note = excluded.note,"
                                   " made_by = excluded.made_by, made_at = excluded.made_at",
                                   {run.text(), made.line, made.note, made.madeBy, base::toMillis(made.madeAt)}));
        transaction.note(Table::Runs, ChangeKind::Updated, run.text());
        return made;
    });
}

QFuture<Result<Mark>> Marks::remove(const base::RunId &run, qint64 line)
{
    return m_desk.write([run, line](Transaction &transaction) -> Result<Mark> {
        TRY(const QList<Mark> found,
            transaction.db().all("SELECT line, note, made_by, made_at FROM log_mark WHERE run_id = ? AND line = ?",
                                 {run.text(), line}, readMark));
        if (found.isEmpty()) {
            return base::notFound(u"mark of line %1"_s.arg(line + 1));
        }
        CHECK(transaction.db().run("DELETE FROM log_mark WHERE run_id = ? AND line = ?", {run.text(), line}));
        transaction.note(Table::Runs, ChangeKind::Updated, run.text());
        return found.constFirst();
    });
}

} // namespace store
