// SPDX-License-Identifier: Apache-2.0
#include "app/store/notices/noticetable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr char columns[] = "SELECT id, run_id, automation_id, cause, way, detail, attempt, due_at FROM notice WHERE ";

QByteArray selecting(const char *where)
{
    return QByteArray(columns) + where;
}

Result<NoticeRow> readRow(const Query &row)
{
    const std::optional<domain::NoticeCause> cause = domain::causeFromWord(row.text(3));
    const std::optional<domain::NoticeWay> way = domain::wayFromWord(row.text(4));
    if (!cause || !way) {
        return base::Error{
            .code = base::ErrorCode::Corrupt,
            .detail = u"a notice has the cause %1 and the way %2, which nobody knows"_s.arg(row.text(3), row.text(4))};
    }
    return NoticeRow{.id = row.integer(0),
                     .run = base::RunId(row.text(1)),
                     .automation = base::AutomationId(row.text(2)),
                     .cause = *cause,
                     .way = *way,
                     .detail = row.text(5),
                     .attempt = static_cast<int>(row.integer(6)),
                     .dueAt = row.instant(7)};
}

} // namespace

base::Status NoticeTable::saveRule(const domain::Automation &automation)
{
    CHECK(m_db.run("DELETE FROM notice_rule WHERE automation_id = ?", {automation.id.text()}));
    const auto &ways = automation.notify.ways;
    for (auto it = ways.constBegin(); it != ways.constEnd(); ++it) {
        for (const domain::NoticeWay way : *it) {
            CHECK(m_db.run("INSERT INTO notice_rule (automation_id, cause, way) VALUES (?, ?, ?)",
                           {automation.id.text(), domain::causeWord(it.key()), domain::wayWord(way)}));
        }
    }
    return {};
}

Result<int> NoticeTable::add(const domain::Run &run, domain::NoticeCause cause, const QString &detail,
                             base::Instant dueAt)
{
    return m_db.run(
        "INSERT INTO notice (run_id, automation_id, cause, way, state, detail, due_at)"
        " SELECT ?, automation_id, cause, way, 'waiting', ?, ? FROM notice_rule"
        " WHERE automation_id = ? AND cause = ? ON CONFLICT (run_id, cause, way) DO NOTHING",
        {run.id.text(), detail, qint64(base::toMillis(dueAt)), run.automationId.text(), domain::causeWord(cause)});
}

base::Status NoticeTable::forgetLateness(const base::RunId &run)
{
    CHECK(m_db.run("DELETE FROM notice WHERE run_id = ? AND cause = 'late' AND state <> 'sending'", {run.text()}));
    return {};
}

Result<QList<NoticeRow>> NoticeTable::waiting()
{
    return m_db.all(selecting("state = 'waiting' ORDER BY id"), {}, readRow);
}

Result<QList<NoticeRow>> NoticeTable::sending()
{
    return m_db.all(selecting("state = 'sending' ORDER BY id"), {}, readRow);
}

Result<QList<NoticeRow>> NoticeTable::some(const QList<qint64> &ids)
{
    QList<NoticeRow> rows;
    for (const qint64 id : ids) {
        TRY(const QList<NoticeRow> one, m_db.all(selecting("id = ?"), {id}, readRow));
        rows.append(one);
    }
    return rows;
}

base::Status NoticeTable::setSending(qint64 id)
{
    CHECK(m_db.run("UPDATE notice SET state = 'sending', attempt = attempt + 1 WHERE id = ?", {id}));
    return {};
}

base::Status NoticeTable::setWaiting(qint64 id, base::Instant dueAt)
{
    CHECK(m_db.run("UPDATE notice SET state = 'waiting', due_at = ? WHERE id = ? AND state = 'sending'",
                   {qint64(base::toMillis(dueAt)), id}));
    return {};
}

base::Status NoticeTable::settle(qint64 id)
{
    CHECK(m_db.run("UPDATE notice SET state = 'told' WHERE id = ?", {id}));
    CHECK(m_db.run("DELETE FROM notice WHERE id = ? AND (cause <> 'late' OR NOT EXISTS"
                   " (SELECT 1 FROM run WHERE run.id = notice.run_id AND finished_at IS NULL))",
                   {id}));
    return {};
}

base::Status NoticeTable::remove(qint64 id)
{
    CHECK(m_db.run("DELETE FROM notice WHERE id = ?", {id}));
    return {};
}

base::Status noteEnd(Transaction &transaction, const domain::Run &ended)
{
    NoticeTable table(transaction.db());
    const bool good = ended.status == domain::RunStatus::Done;
    if (!good && !domain::isFailure(ended)) {
        return {};
    }
    TRY(const int added, table.add(ended, good ? domain::NoticeCause::Success : domain::NoticeCause::Failure, {},
                                   transaction.now() + noticesGather));
    if (added > 0) {
        transaction.note(Table::Notices, ChangeKind::Inserted, {});
    }
    return {};
}

} // namespace store
