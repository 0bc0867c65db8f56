// SPDX-License-Identifier: Apache-2.0
#include "models/parts/automationrow.h"

#include "models/parts/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::AutomationRow)
};

/// When what a run's status says began.
base::Instant sinceOf(const domain::Run &run)
{
    if (run.finishedAt) {
        return *run.finishedAt;
    }
    if (run.startedAt) {
        return *run.startedAt;
    }
    return run.plannedFor.value_or(run.queuedAt);
}

AutomationState ofRun(const domain::Run &run)
{
    return {statusKey(run.status), statusText(run), &run, sinceOf(run)};
}

bool endedByItself(domain::RunStatus status)
{
    using enum domain::RunStatus;
    return status == Done || status == Failed || status == TimedOut || status == Interrupted;
}

QString countOf(domain::RunStatus status, int count)
{
    using enum domain::RunStatus;
    switch (status) {
    case Queued:
        return Words::tr("%n queued", nullptr, count);
    case Held:
        return Words::tr("%n held", nullptr, count);
    case AwaitingApproval:
        return Words::tr("%n need approval", nullptr, count);
    case Running:
        return Words::tr("%n running", nullptr, count);
    case Done:
        return Words::tr("%n done", nullptr, count);
    case Failed:
        return Words::tr("%n failed", nullptr, count);
    case TimedOut:
        return Words::tr("%n timed out", nullptr, count);
    case Cancelled:
        return Words::tr("%n cancelled", nullptr, count);
    case Rejected:
        return Words::tr("%n rejected", nullptr, count);
    case Skipped:
        return Words::tr("%n skipped", nullptr, count);
    case Interrupted:
        return Words::tr("%n interrupted", nullptr, count);
    }
    Q_UNREACHABLE();
}

} // namespace

const domain::Run *AutomationRow::newest(domain::RunStatus status) const
{
    const auto found = std::find_if(history.cbegin(), history.cend(),
                                    [status](const domain::Run &run) { return run.status == status; });
    return found == history.cend() ? nullptr : &*found;
}

const domain::Run *AutomationRow::lastEnded() const
{
    const auto found = std::find_if(history.cbegin(), history.cend(),
                                    [](const domain::Run &run) { return endedByItself(run.status); });
    return found == history.cend() ? nullptr : &*found;
}

bool AutomationRow::isFailing() const
{
    const domain::Run *run = lastEnded();
    return run && domain::isUnnoted(*run);
}

bool AutomationRow::hasSchedule() const
{
    const auto isSchedule = [](const domain::Trigger &trigger) {
        return std::holds_alternative<domain::Schedule>(trigger);
    };
    return std::any_of(automation.triggers.cbegin(), automation.triggers.cend(), isSchedule);
}

AutomationState stateOf(const AutomationRow &row)
{
    using enum domain::RunStatus;
    for (const domain::RunStatus urgent : {Running, AwaitingApproval, Held}) {
        if (const domain::Run *run = row.newest(urgent)) {
            return ofRun(*run);
        }
    }
    if (row.automation.paused) {
        return {u"automation.paused"_s, Words::tr("Paused"), nullptr, row.automation.updatedAt};
    }
    if (!row.history.isEmpty()) {
        return ofRun(row.history.constFirst());
    }
    if (row.historyUnread) {
        return {};
    }
    return {u"automation.never_run"_s, Words::tr("Never run"), nullptr, std::nullopt};
}

QVariantList barsOf(const QList<domain::Run> &history, const std::optional<UsualTime> &usual, base::Instant now)
{
    base::Millis longest{1};
    for (const domain::Run &run : history) {
        longest = std::max(longest, ranFor(run, now).value_or(base::Millis(0)));
    }
    QVariantList bars;
    for (auto run = history.crbegin(); run != history.crend(); ++run) {
        const base::Millis took = ranFor(*run, now).value_or(base::Millis(0));
        QVariantList bar{share(took, longest), statusKey(run->status)};
        if (run->status == domain::RunStatus::Running && usual) {
            bar.append(share(took, usual->median));
        }
        bars.append(QVariant(bar));
    }
    return bars;
}

QString countsText(const QList<domain::Run> &history)
{
    QStringList parts;
    for (const domain::RunStatus status : domain::allStatuses()) {
        const auto count = std::count_if(history.cbegin(), history.cend(),
                                         [status](const domain::Run &run) { return run.status == status; });
        if (count > 0) {
            parts.append(countOf(status, static_cast<int>(count)));
        }
    }
    return parts.join(", "_L1);
}

} // namespace models
