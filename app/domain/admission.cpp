// SPDX-License-Identifier: Apache-2.0
#include "app/domain/admission.h"

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
        return u"waits for the run before it"_s;
    case Hindrance::ParallelLimit:
        return u"waits for one of %1 parallel runs to end"_s.arg(automation.maxParallel.value_or(0));
    case Hindrance::MachineLimit:
        return u"waits for one of %1 runs on this machine to end"_s.arg(now.globalLimit);
    case Hindrance::Overlap:
        return u"overlap: an earlier run is still open"_s;
    case Hindrance::QueueFull:
        return u"overlap: %1 runs are waiting already"_s.arg(now.queuedBefore);
    case Hindrance::Replaced:
        return u"waits for the run it replaces to end"_s;
    case Hindrance::Lock:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace

QString catchUpReason(const Automation &automation)
{
    return u"missed slots are made up for at least %1 s apart"_s.arg(automation.catchUpSpacingSeconds);
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
            return {Verdict::Cancel, u"replaced by %1"_s.arg(now.newest->text())};
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
