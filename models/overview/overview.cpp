// SPDX-License-Identifier: Apache-2.0
#include "models/overview/overview.h"

#include "models/times.h"

#include <algorithm>

namespace models {

namespace {

using domain::RunStatus;
using Marks = QHash<base::AutomationId, OverviewLane>;

constexpr qsizetype mostSlow = 3;
/// Slower than usual is by so much, and by more than a second.
constexpr double slowFactor = 1.15;
constexpr base::Millis slowLeast{1000};

bool isBad(RunStatus status)
{
    return status == RunStatus::Failed || status == RunStatus::TimedOut || status == RunStatus::Interrupted;
}

std::optional<double> share(qint64 part, qint64 whole)
{
    return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt;
}

/// Newest first of each kind; those of one automation are one.
void addNeeds(QList<OverviewNeed> &needs, OverviewNeed::Kind kind, const QList<domain::Run> &newestFirst)
{
    QHash<base::AutomationId, qsizetype> rows;
    for (const domain::Run &run : newestFirst) {
        const auto known = rows.constFind(run.automationId);
        if (known != rows.constEnd()) {
            needs[*known].runs.append(run.id);
            needs[*known].since = run.finishedAt.value_or(run.queuedAt);
        } else {
            rows.insert(run.automationId, needs.size());
            needs.append({kind, run, {run.id}, run.finishedAt.value_or(run.queuedAt)});
        }
    }
}

QList<OverviewNeed> needsOf(const store::OverviewRows &rows)
{
    QList<domain::Run> approvals;
    QList<domain::Run> missed;
    for (auto run = rows.waiting.crbegin(); run != rows.waiting.crend(); ++run) {
        if (run->status == RunStatus::AwaitingApproval) {
            approvals.append(*run);
        } else if (domain::waitsForDecision(*run)) {
            missed.append(*run);
        }
    }
    QList<OverviewNeed> needs;
    addNeeds(needs, OverviewNeed::Kind::Approval, approvals);
    addNeeds(needs, OverviewNeed::Kind::Missed, missed);
    addNeeds(needs, OverviewNeed::Kind::Failure, rows.unnoted);
    return needs;
}

QList<OverviewDay> daysOf(const store::OverviewRows &rows, base::Instant now)
{
    QList<OverviewDay> days;
    const QDate today = localTime(now).date();
    for (int back = overviewDays - 1; back >= 0; --back) {
        days.append({.day = today.addDays(-back)});
    }
    for (const store::RunMark &mark : rows.marks) {
        if (!mark.startedAt || !mark.finishedAt) {
            continue;
        }
        const qint64 index = days.constFirst().day.daysTo(localTime(*mark.finishedAt).date());
        if (index >= 0 && index < days.size()) {
            OverviewDay &day = days[index];
            ++day.ended;
            day.done += mark.status == RunStatus::Done ? 1 : 0;
            day.failed += isBad(mark.status) ? 1 : 0;
        }
    }
    return days;
}

void countRuns(OverviewToday &today, const store::OverviewRows &rows, base::Instant now)
{
    const base::Instant morning = base::fromMillis(localTime(now).date().startOfDay().toMSecsSinceEpoch());
    for (const store::RunMark &mark : rows.marks) {
        today.running += mark.status == RunStatus::Running ? 1 : 0;
        if (mark.at() < morning) {
            continue;
        }
        today.started += mark.startedAt ? 1 : 0;
        today.skipped += mark.status == RunStatus::Skipped ? 1 : 0;
        today.held += mark.status == RunStatus::Held ? 1 : 0;
        const bool late = mark.startedAt && mark.plannedFor && !mark.caughtUp;
        today.late += late && *mark.startedAt - *mark.plannedFor > lateAfter ? 1 : 0;
    }
}

OverviewToday todayOf(const OverviewQuestion &question, const domain::Forecast &forecast,
                      const QList<OverviewDay> &days)
{
    OverviewToday today;
    const base::Instant now = question.forecast.from;
    countRuns(today, question.rows, now);
    qint64 done = 0;
    qint64 judged = 0;
    for (const OverviewDay &day : days) {
        done += day.done;
        judged += day.done + day.failed;
    }
    today.done = share(days.constLast().done, days.constLast().done + days.constLast().failed);
    today.doneLong = share(done, judged);
    const base::Instant midnight = nextMidnight(now);
    for (const domain::ForecastSlot &slot : forecast.slots) {
        if (slot.due() < midnight) {
            ++today.planned;
            today.plannedInside += slot.window != domain::ForecastSlot::noWindow ? 1 : 0;
        }
    }
    return today;
}

/// The newest run of each automation that has one which began.
QList<OverviewSlow> slowOf(const OverviewQuestion &question)
{
    QHash<base::AutomationId, QString> names;
    for (const domain::Automation &automation : question.forecast.automations) {
        names.insert(automation.id, automation.name);
    }
    QList<OverviewSlow> slow;
    for (const store::RunMark &mark : question.rows.marks) {
        const bool counts = mark.startedAt && (mark.status == RunStatus::Done || mark.status == RunStatus::Running);
        const auto usual = question.forecast.durations.constFind(mark.automation);
        if (!counts || usual == question.forecast.durations.constEnd() || !names.contains(mark.automation)) {
            continue;
        }
        const base::Millis took = mark.finishedAt.value_or(question.forecast.from) - *mark.startedAt;
        const QString name = names.take(mark.automation); // once each
        if (took - *usual > slowLeast && double(took.count()) > slowFactor * double(usual->count())) {
            slow.append({mark.id, mark.automation, name, took, *usual, mark.status == RunStatus::Running});
        }
    }
    std::stable_sort(slow.begin(), slow.end(), [](const OverviewSlow &a, const OverviewSlow &b) {
        return a.took.count() * b.usual.count() > b.took.count() * a.usual.count();
    });
    slow.resize(std::min(slow.size(), mostSlow));
    return slow;
}

void addRuns(Marks &lanes, const OverviewQuestion &question)
{
    for (auto mark = question.rows.marks.crbegin(); mark != question.rows.marks.crend(); ++mark) {
        const auto lane = lanes.find(mark->automation);
        if (lane == lanes.end() || (!mark->startedAt && !domain::isFinal(mark->status))) {
            continue; // what waits has no place on a line of time yet
        }
        const base::Millis usual = question.forecast.durations.value(mark->automation, domain::unknownDuration);
        const base::Instant from = mark->at();
        const base::Instant end = mark->status == RunStatus::Running ? std::max(question.forecast.from, from + usual)
                                                                     : mark->finishedAt.value_or(from);
        lane->marks.append({from, mark->startedAt ? std::max(from, end) : from, mark->status, false, mark->id});
        lane->last = mark->status;
        lane->ran = true;
    }
}

RunStatus expected(domain::Decision decision)
{
    switch (decision) {
    case domain::Decision::Run:
    case domain::Decision::Wait:
        return RunStatus::Queued;
    case domain::Decision::Skip:
        return RunStatus::Skipped;
    case domain::Decision::Approval:
        return RunStatus::AwaitingApproval;
    }
    Q_UNREACHABLE();
}

QList<OverviewLane> lanesOf(const OverviewQuestion &question, const domain::Forecast &forecast)
{
    Marks lanes;
    for (const domain::Automation &automation : question.forecast.automations) {
        OverviewLane lane{.automation = automation.id, .name = automation.name, .marks = {}, .windows = {}};
        for (qsizetype i = 0; i < question.forecast.windows.size(); ++i) {
            if (question.forecast.windows[i].scope.includes(automation)) {
                lane.windows.append(i);
            }
        }
        lanes.insert(automation.id, lane);
    }
    addRuns(lanes, question);
    for (const domain::ForecastSlot &slot : forecast.slots) {
        const base::AutomationId &id = question.forecast.automations[slot.automation].id;
        lanes[id].marks.append({slot.start, std::max(slot.start, slot.end), expected(slot.decision), true});
    }
    QList<OverviewLane> sorted;
    for (OverviewLane &lane : lanes) {
        if (!lane.marks.isEmpty()) {
            sorted.append(std::move(lane));
        }
    }
    std::sort(sorted.begin(), sorted.end(), [](const OverviewLane &a, const OverviewLane &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.automation < b.automation;
    });
    return sorted;
}

} // namespace

base::Instant overviewSince(base::Instant now)
{
    const QDate first = localTime(now).date().addDays(1 - overviewDays);
    return base::fromMillis(first.startOfDay().toMSecsSinceEpoch());
}

Overview overviewOf(const OverviewQuestion &question)
{
    const domain::Forecast forecast = domain::forecast(question.forecast);
    Overview overview{.now = question.forecast.from, .wholeSince = question.rows.wholeSince};
    overview.cancelled = forecast.cancelled;
    overview.needs = needsOf(question.rows);
    overview.days = daysOf(question.rows, overview.now);
    overview.today = todayOf(question, forecast, overview.days);
    overview.slow = slowOf(question);
    overview.lanes = lanesOf(question, forecast);
    overview.windows = question.forecast.windows;
    overview.plannedUntil = forecast.until;
    return overview;
}

} // namespace models
