// SPDX-License-Identifier: Apache-2.0
#include "app/domain/admission.h"

#include "app/domain/reasons.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString inWords(const LockObstacle &lock)
{
    const QString form =
        lock.held ? u"waits for the lock %1, held by %2"_s : u"waits for the lock %1, which %2 waits for before it"_s;
    return form.arg(lock.name, lock.by.text());
}

QString inWords(Hindrance hindrance, const Automation &automation, const Surroundings &now)
{
    switch (hindrance) {
    case Hindrance::None:
        return {};
    case Hindrance::EarlierRun:
        return reason::waitsForRun();
    case Hindrance::ParallelLimit:
        return reason::waitsForPlace(automation.maxParallel.value_or(0));
    case Hindrance::MachineLimit:
        return reason::waitsForMachine(now.globalLimit);
    case Hindrance::Overlap:
        return reason::overlaps();
    case Hindrance::QueueFull:
        return reason::queueFull(now.queuedBefore);
    case Hindrance::Replaced:
        return reason::waitsToReplace();
    case Hindrance::Lock:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

QString catchUpReason(const Automation &automation)
{
    return reason::madeUpApart(automation.catchUpSpacingSeconds);
}

std::optional<Hold> graceHold(const Automation &automation, base::Instant made)
{
    if (automation.graceSeconds <= 0) {
        return std::nullopt;
    }
    return Hold{.until = made + base::Seconds(automation.graceSeconds),
                .since = made,
                .reason = u"on hold for %1 s before it starts"_s.arg(automation.graceSeconds)};
}

OverlapRules OverlapRules::of(const Automation &automation)
{
    OverlapRules rules;
    rules.overlap = automation.overlap;
    rules.maxParallel = automation.maxParallel.value_or(rules.maxParallel);
    rules.maxQueued = automation.maxQueued;
    return rules;
}

Admission admit(const Run &run, const Automation &automation, const Surroundings &now,
                const std::optional<LockObstacle> &lock)
{
    const OverlapRules rules = OverlapRules::of(automation);
    Ruling ruling;
    if (!isBetweenAttempts(run)) {
        if (automation.overlap == Overlap::Replace && now.newest && *now.newest != run.id) {
            return {Verdict::Cancel, reason::replacedBy(now.newest->text())};
        }
        ruling = rulingAmongItsOwn(rules, now);
        if (ruling.verdict == Verdict::Start && run.caughtUp && now.catchUpFrom && *now.catchUpFrom > now.now) {
            return {Verdict::Hold, catchUpReason(automation), *now.catchUpFrom, now.now};
        }
        if (ruling.verdict == Verdict::Start && lock) {
            ruling = {Verdict::Wait, Hindrance::Lock};
        }
    }
    const bool full = now.runningEverywhere >= now.globalLimit;
    ruling = isBetweenAttempts(run)
                 ? Ruling{full ? Verdict::Wait : Verdict::Start, full ? Hindrance::MachineLimit : Hindrance::None}
                 : rulingOnThisMachine(ruling, rules, now);
    return {ruling.verdict,
            ruling.hindrance == Hindrance::Lock ? inWords(*lock) : inWords(ruling.hindrance, automation, now)};
}

} // namespace domain
