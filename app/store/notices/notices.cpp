// SPDX-License-Identifier: Apache-2.0
#include "app/store/notices/notices.h"

#include "app/store/desk.h"
#include "app/store/notices/noticetable.h"
#include "app/store/tables/audittable.h"
#include "app/store/tables/automationtable.h"
#include "app/store/tables/runtable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;
using domain::NoticeCause;
using domain::NoticeWay;

/// Reads what a row tells of, each automation once.
class Reading
{
public:
    explicit Reading(Transaction &transaction) : m_transaction(transaction) {}

    /// Empty where nobody wants to be told any more.
    Result<std::optional<PendingNotice>> pending(const NoticeRow &row)
    {
        TRY(const std::optional<domain::Run> run, RunTable(m_transaction.db()).find(row.run));
        if (!run || run->acknowledged || (row.cause == NoticeCause::Late && domain::isFinal(run->status)) ||
            (row.cause == NoticeCause::Approval && run->status != domain::RunStatus::AwaitingApproval)) {
            return std::optional<PendingNotice>();
        }
        TRY(const std::optional<domain::NoticeRule> rule, ruleOf(row.automation));
        if (!rule || !rule->ways.value(row.cause).contains(row.way)) {
            return std::optional<PendingNotice>();
        }
        PendingNotice notice{.id = row.id,
                             .cause = row.cause,
                             .way = row.way,
                             .run = domain::noticeRunOf(*run),
                             .webhook = row.way == NoticeWay::Webhook ? rule->webhook : QString(),
                             .attempt = row.attempt + 1};
        if (!row.detail.isEmpty()) {
            notice.run.reason = row.detail;
        }
        return std::optional(notice);
    }

private:
    Result<std::optional<domain::NoticeRule>> ruleOf(const base::AutomationId &id)
    {
        if (!m_rules.contains(id)) {
            TRY(const std::optional<domain::Automation> automation, AutomationTable(m_transaction.db()).find(id));
            m_rules.insert(id, automation ? std::optional(automation->notify) : std::nullopt);
        }
        return m_rules.value(id);
    }

    Transaction &m_transaction;
    QHash<base::AutomationId, std::optional<domain::NoticeRule>> m_rules;
};

/// Which of `rows` go out together now.
QList<NoticeRow> chosen(const QList<NoticeRow> &rows, Claim what, base::Instant now)
{
    QSet<NoticeCause> due;
    for (const NoticeRow &row : rows) {
        if (row.dueAt <= now || what == Claim::AllNew) {
            due.insert(row.cause);
        }
    }
    QList<NoticeRow> taken;
    for (const NoticeRow &row : rows) {
        if (row.dueAt <= now || (row.attempt == 0 && due.contains(row.cause))) {
            taken.append(row);
        }
    }
    return taken;
}

base::Status giveUp(Transaction &transaction, const QList<NoticeRow> &rows, const QString &why)
{
    if (rows.isEmpty()) {
        return {};
    }
    NoticeTable table(transaction.db());
    for (const NoticeRow &row : rows) {
        CHECK(table.settle(row.id));
    }
    QString what = u"%1 by %2"_s.arg(domain::causeWord(rows.last().cause), domain::wayWord(rows.last().way));
    if (rows.size() > 1) {
        what += u" and %1 more"_s.arg(rows.size() - 1);
    }
    return record(transaction, {.by = u"signalbox"_s,
                                .action = u"notice_lost"_s,
                                .subject = rows.last().run.text(),
                                .detail = u"%1: %2"_s.arg(what, why).simplified()});
}

} // namespace

QFuture<Result<ClaimedNotices>> Notices::claim(Claim what, const QSet<NoticeCause> &resting)
{
    return m_desk.write([what, resting](Transaction &transaction) -> Result<ClaimedNotices> {
        NoticeTable table(transaction.db());
        TRY(QList<NoticeRow> rows, table.waiting());
        rows.removeIf([&resting](const NoticeRow &row) { return resting.contains(row.cause); });
        ClaimedNotices claimed;
        Reading reading(transaction);
        QSet<qint64> taken;
        for (const NoticeRow &row : chosen(rows, what, transaction.now())) {
            taken.insert(row.id);
            TRY(const std::optional<PendingNotice> notice, reading.pending(row));
            if (notice) {
                CHECK(table.setSending(row.id));
                claimed.notices.append(*notice);
            } else {
                CHECK(table.remove(row.id));
            }
        }
        for (const NoticeRow &row : rows) {
            if (!taken.contains(row.id)) {
                claimed.nextDue = std::min(claimed.nextDue.value_or(row.dueAt), row.dueAt);
            }
        }
        return claimed;
    });
}

QFuture<Result<void>> Notices::told(const QList<qint64> &ids)
{
    return m_desk.write([ids](Transaction &transaction) -> Result<void> {
        for (const qint64 id : ids) {
            CHECK(NoticeTable(transaction.db()).settle(id));
        }
        return {};
    });
}

QFuture<Result<void>> Notices::later(const QList<qint64> &ids, base::Instant at)
{
    return m_desk.write([ids, at](Transaction &transaction) -> Result<void> {
        for (const qint64 id : ids) {
            CHECK(NoticeTable(transaction.db()).setWaiting(id, at));
        }
        return {};
    });
}

QFuture<Result<void>> Notices::lost(const QList<qint64> &ids, QString why)
{
    return m_desk.write([ids, why](Transaction &transaction) -> Result<void> {
        TRY(const QList<NoticeRow> rows, NoticeTable(transaction.db()).some(ids));
        return giveUp(transaction, rows, why);
    });
}

QFuture<Result<int>> Notices::loseLeftovers()
{
    return m_desk.write([](Transaction &transaction) -> Result<int> {
        TRY(const QList<NoticeRow> rows, NoticeTable(transaction.db()).sending());
        CHECK(giveUp(transaction, rows,
                     u"the engine ended while it was being sent; it may have arrived, and is not sent again"_s));
        return static_cast<int>(rows.size());
    });
}

QFuture<Result<void>> Notices::noteLate(const QList<LateRun> &runs)
{
    return m_desk.write([runs](Transaction &transaction) -> Result<void> {
        int added = 0;
        for (const LateRun &late : runs) {
            TRY(const std::optional<domain::Run> run, RunTable(transaction.db()).find(late.run));
            if (run && !domain::isFinal(run->status)) {
                TRY(const int rows, NoticeTable(transaction.db())
                                        .add(*run, NoticeCause::Late, late.why, transaction.now() + noticesGather));
                added += rows;
            }
        }
        if (added > 0) {
            transaction.note(Table::Notices, ChangeKind::Inserted, {});
        }
        return {};
    });
}

} // namespace store
