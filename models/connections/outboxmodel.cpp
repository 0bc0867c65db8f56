// SPDX-License-Identifier: Apache-2.0
#include "models/connections/outboxmodel.h"

#include "models/roles.h"
#include "models/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace models {

namespace {

using store::TaskKind;
using store::TaskState;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::OutboxModel)
};

constexpr std::array titles{
    QT_TRANSLATE_NOOP("models::OutboxModel", "Automation"), QT_TRANSLATE_NOOP("models::OutboxModel", "What"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "Waits for"), QT_TRANSLATE_NOOP("models::OutboxModel", "Tries"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "Since")};

/// The store's own causes, which may follow after what a remote system said; that stays as it is.
constexpr std::array causes{
    QT_TRANSLATE_NOOP("models::OutboxModel", "on its way"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "nobody knows whether it arrived; it is looked for first"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "a conflict waits for a decision"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "waits for the answer about its run"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "waits for an earlier change of the same automation"),
    QT_TRANSLATE_NOOP("models::OutboxModel", "waits until the automation has been made there")};

QString causeText(const QString &cause)
{
    const auto found = std::find_if(causes.begin(), causes.end(), [&cause](const char *one) {
        const QLatin1StringView own(one);
        return cause == own || cause.endsWith(u"; "_s + own);
    });
    return found == causes.end() ? cause : cause.chopped(qsizetype(std::strlen(*found))) + Words::tr(*found);
}

QString statusKeyOf(const store::OutboxEntry &entry)
{
    switch (entry.state) {
    case TaskState::Refused:
        return u"connection.error"_s;
    case TaskState::Asking:
        return u"connection.syncing"_s;
    case TaskState::Unsure:
        return u"connection.rate_limited"_s;
    case TaskState::Waiting:
        return entry.dueAt || !entry.waitsFor.isEmpty() ? u"run.held"_s : u"run.queued"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString taskText(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Create:
        return Words::tr("Make it there");
    case TaskKind::Update:
        return Words::tr("Send the changes");
    case TaskKind::Remove:
        return Words::tr("Delete it there");
    case TaskKind::Run:
        return Words::tr("Run it");
    case TaskKind::Cancel:
        return Words::tr("Cancel its run");
    case TaskKind::Decide:
        return Words::tr("Tell the decision");
    }
    Q_UNREACHABLE();
}

QString waitText(const store::OutboxEntry &entry, base::Instant now)
{
    QString cause = causeText(entry.waitsFor);
    if (entry.state == TaskState::Refused) {
        cause = cause.isEmpty() ? Words::tr("refused") : Words::tr("refused: %1").arg(cause);
    } else if (cause.isEmpty() && !entry.dueAt) {
        cause = Words::tr("its turn");
    }
    if (!entry.dueAt) {
        return cause;
    }
    const QString again =
        Words::tr("tried again at %1, %2").arg(futureShort(*entry.dueAt, now), distance(*entry.dueAt, now));
    return cause.isEmpty() ? again : u"%1; %2"_s.arg(cause, again);
}

QString givenUpText(const store::OutboxEntry &entry)
{
    switch (entry.kind) {
    case TaskKind::Create:
        return Words::tr("It stays on this computer as a paused automation.");
    case TaskKind::Update:
        return Words::tr("It becomes here as it is there; what was changed here stays in its versions.");
    case TaskKind::Remove:
        return Words::tr("It comes back here, as it is there.");
    case TaskKind::Run:
        return Words::tr("The run is cancelled before it started.");
    case TaskKind::Cancel:
        return Words::tr("The run goes on there.");
    case TaskKind::Decide:
        return Words::tr("The decision is not told there.");
    }
    Q_UNREACHABLE();
}

OutboxModel::OutboxModel(const base::Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(titles.size());
}

QVariant OutboxModel::text(const store::OutboxEntry &entry, int column) const
{
    const base::Instant now = m_clock.now();
    switch (column) {
    case Automation:
        return entry.name;
    case What:
        return taskText(entry.kind);
    case WaitsFor:
        return waitText(entry, now);
    case Tries:
        return entry.attempts > 0 ? numberText(entry.attempts) : u"–"_s;
    case Since:
        return entry.madeBy.isEmpty() ? pastShort(entry.madeAt, now)
                                      : Words::tr("%1, %2").arg(pastShort(entry.madeAt, now), entry.madeBy);
    default:
        return {};
    }
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const store::OutboxEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == WaitsFor ? text(entry, WaitsFor) : QVariant();
    case StatusKeyRole:
        return statusKeyOf(entry);
    case KeyRole:
        return QString::number(entry.id);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Tries ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((section == Tries ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == KeyRole) {
        return QStringList{u"automation"_s, u"what"_s, u"waitsFor"_s, u"tries"_s, u"since"_s}.value(section);
    }
    return role == Qt::DisplayRole ? QVariant(Words::tr(titles.at(size_t(section)))) : QVariant();
}

void OutboxModel::setEntries(const QList<store::OutboxEntry> &entries)
{
    const auto sameTask = [](const store::OutboxEntry &a, const store::OutboxEntry &b) { return a.id == b.id; };
    if (std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), sameTask)) {
        m_entries = entries;
        if (!entries.isEmpty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int OutboxModel::rowOf(qint64 task) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [task](const store::OutboxEntry &entry) { return entry.id == task; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

} // namespace models
