// SPDX-License-Identifier: Apache-2.0
#include "app/domain/notices/lateness.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Seconds mayWait{60};
constexpr qsizetype fewestDurations = 5;

} // namespace

std::optional<base::Instant> lateStart(const Run &run)
{
    const bool waits = run.status == RunStatus::Queued || run.status == RunStatus::Held;
    if (!waits || !run.plannedFor || run.startedAt) {
        return std::nullopt;
    }
    return std::max(*run.plannedFor, run.heldUntil.value_or(*run.plannedFor)) + mayWait;
}

std::optional<base::Millis> usualLongest(const QList<Run> &ended)
{
    QList<base::Millis> durations;
    for (const Run &run : ended) {
        if (run.startedAt && run.finishedAt) {
            durations.append(*run.finishedAt - *run.startedAt);
        }
    }
    if (durations.size() < fewestDurations) {
        return std::nullopt;
    }
    std::sort(durations.begin(), durations.end());
    const qsizetype rank = (durations.size() * 95 + 99) / 100;
    return durations.at(rank - 1);
}

QString lateStartReason(const Run &run)
{
    return run.reason.isEmpty() ? u"not started 60 s after its time"_s
                                : u"not started 60 s after its time: %1"_s.arg(run.reason);
}

QString lateEndReason(base::Millis usual)
{
    return u"takes longer than usual (%1 s)"_s.arg((usual.count() + 999) / 1000);
}

} // namespace domain
