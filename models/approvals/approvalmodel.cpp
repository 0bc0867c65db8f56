// SPDX-License-Identifier: Apache-2.0
#include "models/approvals/approvalmodel.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "models/approvals/approvalwords.h"
#include "models/sight.h"
#include "models/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr base::Millis gather{50};
constexpr base::Millis tickEvery{5000};
constexpr base::Seconds soonOver{3600};
constexpr qint64 mostKept = 500;
constexpr qsizetype decidedInQueue = 20;

bool isPending(const domain::Approval &approval)
{
    return approval.status == domain::ApprovalStatus::Pending;
}

/// Soonest to expire first, then as they were asked.
bool moreUrgent(const domain::Approval &a, const domain::Approval &b)
{
    const base::Instant never = base::Instant::max();
    const auto keyOf = [never](const domain::Approval &one) {
        return std::tuple(one.expiresAt.value_or(never), one.requestedAt, one.id.text());
    };
    return keyOf(a) < keyOf(b);
}

} // namespace

ApprovalModel::ApprovalModel(store::Store &store, const base::Clock &clock, domain::Operator who, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_clock(clock), m_who(std::move(who))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    m_tick.setInterval(tickEvery);
    connect(&m_soon, &QTimer::timeout, this, &ApprovalModel::read);
    connect(&m_tick, &QTimer::timeout, this, &ApprovalModel::tick);
    connect(&m_store, &store::Store::changed, this, &ApprovalModel::onChanges, Qt::QueuedConnection);
    read();
}

void ApprovalModel::onChanges(const store::Changes &changes)
{
    const bool ours = std::any_of(changes.begin(), changes.end(),
                                  [](const store::Change &change) { return change.table == store::Table::Approvals; });
    if (ours && !m_soon.isActive()) {
        m_soon.start();
    }
}

void ApprovalModel::read()
{
    base::onAnswer(this, m_store.approvals().page({.limit = mostKept}),
                   [this](const base::Result<QList<domain::Approval>> &all) {
                       m_loading = false;
                       if (all) {
                           take(*all);
                       } else {
                           Q_EMIT failed(all.error());
                       }
                   });
}

void ApprovalModel::take(const QList<domain::Approval> &all)
{
    m_all = all;
    arrange();
}

base::Status ApprovalModel::mayDecide(const domain::Approval &approval) const
{
    return domain::mayDecide(approval, m_who, m_clock.now());
}

bool ApprovalModel::passes(const domain::Approval &approval) const
{
    const QString text =
        u"%1 %2 %3 %4"_s.arg(approval.title, approval.id.text(), approval.run.text(), approval.requestedBy);
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void ApprovalModel::append(QList<Row> &rows, const QString &caption, const QList<domain::Approval> &of) const
{
    if (of.isEmpty()) {
        return;
    }
    rows.append({.caption = caption, .count = static_cast<int>(of.size()), .approval = {}});
    for (const domain::Approval &one : of) {
        rows.append({.caption = {}, .approval = one});
    }
}

void ApprovalModel::arrange()
{
    QList<domain::Approval> mine;
    QList<domain::Approval> others;
    QList<domain::Approval> over;
    m_pending = m_mine = 0;
    for (const domain::Approval &one : std::as_const(m_all)) {
        if (m_sight && !m_sight->sees(one.automation)) {
            continue;
        }
        const bool decides = isPending(one) && mayDecide(one);
        m_pending += isPending(one) ? 1 : 0;
        m_mine += decides ? 1 : 0;
        if (passes(one)) {
            (decides ? mine : isPending(one) ? others : over).append(one);
        }
    }
    std::sort(mine.begin(), mine.end(), moreUrgent);
    std::sort(others.begin(), others.end(), moreUrgent);
    QList<Row> rows;
    if (m_show == Show::Queue) {
        append(rows, tr("You can decide"), mine);
        append(rows, tr("Waiting for others"), others);
        over = over.first(std::min(over.size(), decidedInQueue));
    }
    append(rows, tr("Decided"), over);
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    if (m_pending > 0) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    Q_EMIT changed();
}

void ApprovalModel::tick()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {TimeRole, UrgentRole, SecondaryTextRole});
    }
}

void ApprovalModel::setShow(Show show)
{
    m_show = show;
    arrange();
}

void ApprovalModel::setWho(const domain::Operator &who)
{
    m_who = who;
    arrange();
}

void ApprovalModel::setSight(const Sight &sight)
{
    m_sight = &sight;
    connect(&sight, &Sight::changed, this, &ApprovalModel::arrange);
}

void ApprovalModel::setFilter(const QString &words)
{
    m_words = words;
    arrange();
}

int ApprovalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const domain::Approval *ApprovalModel::approval(int row) const
{
    const bool there = row >= 0 && row < m_rows.size() && m_rows.at(row).caption.isEmpty();
    return there ? &m_rows.at(row).approval : nullptr;
}

int ApprovalModel::rowOf(const domain::ApprovalId &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (const domain::Approval *one = approval(row); one && one->id == id) {
            return row;
        }
    }
    return -1;
}

Qt::ItemFlags ApprovalModel::flags(const QModelIndex &index) const
{
    return approval(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                                 : Qt::NoItemFlags;
}

QVariant ApprovalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    if (!row.caption.isEmpty()) {
        return role == Qt::DisplayRole ? QVariant(row.caption)
               : role == RowKindRole   ? QVariant(int(CaptionRow))
               : role == CountRole     ? QVariant(row.count)
                                       : QVariant();
    }
    const domain::Approval &one = row.approval;
    const base::Instant now = m_clock.now();
    switch (role) {
    case Qt::DisplayRole:
        return one.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(one.title, askedText(one, now), progressText(one));
    case SecondaryTextRole:
        return isPending(one) ? askedText(one, now) : outcomeText(one);
    case StatusKeyRole:
        return approvalStatusKey(one);
    case RowKindRole:
        return int(ItemRow);
    case KeyRole:
        return one.id.text();
    case DimmedRole:
        return !isPending(one);
    case ProgressRole:
        return progressText(one);
    case TimeRole:
        return one.decidedAt ? pastShort(*one.decidedAt, now) : timeLeftText(one, now);
    case UrgentRole:
        return isPending(one) && one.expiresAt && *one.expiresAt - now < soonOver;
    default:
        return {};
    }
}

} // namespace models
