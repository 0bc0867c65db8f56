// SPDX-License-Identifier: Apache-2.0
#include "app/domain/why/why.h"

#include "app/domain/why/ahead.h"
#include "app/domain/why/clockchange.h"
#include "app/domain/why/past.h"
#include "app/domain/why/plan.h"
#include "app/domain/why/slots.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis tick{1};
/// So many slots are counted to see whether a row stands for one of them.
constexpr qint64 mostCounted = 5'000;

/// The place among the earlier runs of one that was made or started in the time asked for; -1 where there is none.
qsizetype runAskedFor(const WhyInput &input)
{
    if (!input.asked) {
        return -1;
    }
    for (const TimeRange &range : input.asked->ranges) {
        const auto in = [&](const std::optional<base::Instant> &instant) {
            return instant && *instant >= range.from && *instant <= range.until;
        };
        for (qsizetype i = 0; i < input.earlier.size(); ++i) {
            if (in(input.earlier.at(i).queuedAt) || in(input.earlier.at(i).startedAt)) {
                return i;
            }
        }
    }
    return -1;
}

/// One question on its way to its answer.
class Asking
{
public:
    explicit Asking(const WhyInput &input) : m_input(input) {}

    Why answer()
    {
        const std::optional<base::Instant> slot = slotAskedFor(m_input.versions, m_input.asked, m_input.now);
        if (m_input.run) {
            aboutRun(*m_input.run);
        } else if (m_input.versions.isEmpty()) {
            m_why.at = m_input.asked ? m_input.asked->at() : m_input.now;
        } else if (slot) {
            aboutSlot(*slot);
        } else {
            aboutNothing();
        }
        if (!m_input.versions.isEmpty()) {
            m_why.automation = m_input.versions.first().id;
            m_why.automationName = m_input.versions.first().name;
        }
        if (!m_input.versions.isEmpty() && !m_input.removed) {
            m_why.previousSlot = previousSlot(m_input.versions, m_why.at);
            m_why.nextSlot = nextSlot(m_input.versions, m_why.at);
        }
        return std::move(m_why);
    }

private:
    void add(WhyStepKind kind, WhyOutcome outcome, std::optional<base::Instant> at, WhyFacts facts = {})
    {
        m_why.steps.append({kind, outcome, at, std::move(facts)});
    }

    const Automation *versionOf(const Run &run) const
    {
        const auto found =
            std::find_if(m_input.versions.begin(), m_input.versions.end(),
                         [&](const Automation &version) { return version.version == run.automationVersion; });
        return found == m_input.versions.end() ? nullptr : &*found;
    }

    /// Says so where the rules then were not those of today.
    void addVersion(const Automation *then)
    {
        if (!then || then == &m_input.versions.first()) {
            return;
        }
        const Automation &now = m_input.versions.first();
        const auto sameRules = [](const Automation &a, const Automation &b) {
            return a.triggers == b.triggers && a.overlap == b.overlap && a.maxParallel == b.maxParallel &&
                   a.maxQueued == b.maxQueued && a.misfire == b.misfire && a.maxCatchUp == b.maxCatchUp &&
                   a.startDeadlineSeconds == b.startDeadlineSeconds && a.paused == b.paused &&
                   a.timeoutSeconds == b.timeoutSeconds;
        };
        if (!sameRules(*then, now)) {
            add(WhyStepKind::VersionThen, WhyOutcome::Info, then->updatedAt,
                {.number = then->version, .count = now.version, .who = then->updatedBy});
        }
    }

    void aboutRun(const Run &run)
    {
        m_why.automation = run.automationId;
        m_why.automationName = run.automationName;
        m_why.run = run.id;
        m_why.at = run.plannedFor.value_or(run.queuedAt);
        m_why.verdict = verdictOf(run);
        const Automation *rules = versionOf(run);
        addVersion(rules);
        base::Instant due = m_why.at;
        if (run.plannedFor && rules) {
            due = addPlan(m_why.steps, *rules, *run.plannedFor);
        } else if (run.plannedFor) {
            add(WhyStepKind::Planned, WhyOutcome::Ok, *run.plannedFor);
        } else if (isDoneAgain(run)) {
            add(WhyStepKind::DoneAgain, WhyOutcome::Ok, run.queuedAt, {.runs = {run.parentRunId}});
        } else if (run.trigger == TriggerKind::Manual) {
            add(WhyStepKind::Requested, WhyOutcome::Ok, run.queuedAt, {.who = run.requestedBy});
        } else {
            WhyFacts facts{.text = triggerWord(run.trigger), .value = run.triggerDetail};
            if (!run.parentRunId.isEmpty()) {
                facts.runs = {run.parentRunId};
            }
            add(WhyStepKind::Triggered, WhyOutcome::Ok, run.queuedAt, std::move(facts));
        }
        const RunStory story{run, rules, due, m_input};
        addDecision(m_why.steps, story);
        addRun(m_why.steps, story);
    }

    /// What it comes from is a run of the same automation.
    bool isDoneAgain(const Run &run) const
    {
        return !run.parentRunId.isEmpty() &&
               std::any_of(m_input.earlier.begin(), m_input.earlier.end(),
                           [&run](const Run &other) { return other.id == run.parentRunId; });
    }

    void aboutSlot(base::Instant slot)
    {
        const Automation &then = m_input.versions.at(versionAt(m_input.versions, slot));
        m_why.at = slot;
        addVersion(&then);
        const base::Instant due = addPlan(m_why.steps, then, slot);
        if (coveredBy(then, slot)) {
            const Run &row = *m_input.cover;
            m_why.verdict = WhyVerdict::Skipped;
            m_why.run = row.id;
            addWhoLooked(m_why.steps, m_input, due, row.queuedAt);
            m_why.steps.append(skipStep(row, m_input, versionOf(row)));
            add(WhyStepKind::Covered, WhyOutcome::Info, row.queuedAt,
                {.until = row.plannedFor, .count = row.missedCount, .runs = {row.id}});
        } else if (due > m_input.now) {
            addToCome(m_why, m_input, due);
        } else {
            addWithoutRow(m_why, m_input, {slot, due});
        }
    }

    /// A skipped row stands for as many slots as it counts, up to its own.
    bool coveredBy(const Automation &version, base::Instant slot) const
    {
        if (!m_input.cover || m_input.cover->status != RunStatus::Skipped || m_input.cover->missedCount < 2) {
            return false;
        }
        const base::Instant last = *m_input.cover->plannedFor;
        const QList<SlotFinder> finders = findersOf(version);
        return std::any_of(finders.begin(), finders.end(), [&](const SlotFinder &finder) {
            if (finder.next(slot - tick) != slot || finder.next(last - tick) != last) {
                return false;
            }
            const qint64 most = std::min(m_input.cover->missedCount, mostCounted);
            std::optional<base::Instant> at = slot;
            for (qint64 count = 1; at && count <= most; ++count, at = finder.next(*at)) {
                if (*at == last) {
                    return true;
                }
            }
            return m_input.cover->missedCount > mostCounted;
        });
    }

    void aboutNothing()
    {
        const TimeRange asked = m_input.asked ? m_input.asked->ranges.first() : TimeRange{m_input.now, m_input.now};
        const Automation &oldest = m_input.versions.last();
        m_why.at = asked.from;
        if (asked.until < oldest.createdAt) {
            m_why.verdict = WhyVerdict::Unknown;
            add(WhyStepKind::NotYetMade, WhyOutcome::Stop, oldest.createdAt, {.who = oldest.updatedBy});
            return;
        }
        m_why.verdict = WhyVerdict::NoSlot;
        const Automation &then = m_input.versions.at(versionAt(m_input.versions, asked.until));
        addVersion(&then);
        const QList<SlotFinder> finders = findersOf(then);
        if (!addPassedOver(m_why.steps, finders, m_input.asked.value_or(AskedTime{.ranges = {asked}}))) {
            addNoSlot(finders, asked.from);
            addLaterSchedule(then, asked);
        }
        for (const Run &run : m_input.earlier) {
            if (run.startedAt && *run.startedAt <= asked.from && (!run.finishedAt || *run.finishedAt >= asked.from)) {
                add(WhyStepKind::OpenThen, WhyOutcome::Info, run.startedAt,
                    {.until = run.finishedAt, .runs = {run.id}});
            }
        }
    }

    void addNoSlot(const QList<SlotFinder> &finders, base::Instant at)
    {
        WhyFacts facts{.count = finders.size(), .field = u"triggers"_s};
        if (finders.isEmpty()) {
            add(WhyStepKind::NoSchedule, WhyOutcome::Stop, at, facts);
        } else if (m_input.asked && m_input.asked->leftOut) {
            facts.zone = m_input.asked->zone;
            facts.walls = gapWalls(*m_input.asked->leftOut, m_input.asked->gap);
            add(WhyStepKind::NoSuchTime, WhyOutcome::Stop, m_input.asked->gap.change, facts);
        } else {
            add(WhyStepKind::NoSlot, WhyOutcome::Stop, at, facts);
        }
    }

    /// The schedule of today has this slot, the one in force then did not.
    void addLaterSchedule(const Automation &then, const TimeRange &asked)
    {
        for (qsizetype i = m_input.versions.size() - 1; i >= 0; --i) {
            const Automation &version = m_input.versions.at(i);
            if (version.updatedAt > then.updatedAt && slotIn(findersOf(version), asked)) {
                add(WhyStepKind::ScheduleLater, WhyOutcome::Info, version.updatedAt,
                    {.number = version.version, .who = version.updatedBy});
                return;
            }
        }
    }

    const WhyInput &m_input;
    Why m_why;
};

} // namespace

Why why(const WhyInput &input)
{
    const qsizetype place = runAskedFor(input);
    if (input.run || place < 0 || slotAskedFor(input.versions, input.asked, input.now)) {
        return Asking(input).answer();
    }
    WhyInput aboutRun = input;
    aboutRun.run = input.earlier.at(place);
    aboutRun.earlier = input.earlier.mid(place + 1);
    return Asking(aboutRun).answer();
}

} // namespace domain
