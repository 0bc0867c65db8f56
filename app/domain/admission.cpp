// SPDX-License-Identifier: Apache-2.0
#include "app/domain/admission.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Admission byOverlap(const Run &run, const Automation &automation, const Surroundings &now)
{
    switch (automation.overlap) {
    case Overlap::Parallel:
        if (automation.maxParallel && now.runningHere >= *automation.maxParallel) {
            return {Verdict::Wait, u"waits for one of %1 parallel runs to end"_s.arg(*automation.maxParallel)};
        }
        return {};
    case Overlap::Queue:
        if (now.runningHere > 0 || now.queuedBefore > 0) {
            return {Verdict::Wait, u"waits for the run before it"_s};
        }
        return {};
    case Overlap::Skip:
        if (now.runningHere > 0 || now.queuedBefore > 0) {
            return {Verdict::Skip, u"overlap: an earlier run is still open"_s};
        }
        return {};
    case Overlap::Replace:
        if (now.newest && *now.newest != run.id) {
            return {Verdict::Cancel, u"replaced by %1"_s.arg(now.newest->text())};
        }
        if (now.runningHere > 0) {
            return {Verdict::ReplaceFirst, u"waits for the run it replaces to end"_s};
        }
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString catchUpReason(const Automation &automation)
{
    return u"missed slots are made up for at least %1 s apart"_s.arg(automation.catchUpSpacingSeconds);
}

Admission admit(const Run &run, const Automation &automation, const Surroundings &now)
{
    Admission admission = byOverlap(run, automation, now);
    if (admission.verdict == Verdict::Start && run.caughtUp && now.catchUpFrom && *now.catchUpFrom > now.now) {
        return {Verdict::Hold, catchUpReason(automation), *now.catchUpFrom, now.now};
    }
    if (admission.verdict == Verdict::Start && now.runningEverywhere >= now.globalLimit) {
        admission = {Verdict::Wait, u"waits for one of %1 runs on this machine to end"_s.arg(now.globalLimit)};
    }
    if (admission.verdict == Verdict::Wait && now.queuedBefore >= automation.maxQueued) {
        return {Verdict::Skip, u"overlap: %1 runs are waiting already"_s.arg(now.queuedBefore)};
    }
    return admission;
}

} // namespace domain
