// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/advice.h"

using namespace Qt::StringLiterals;

namespace domain {

RunAdvice adviseRun(const QList<MaintenanceWindow> &windows, const Automation &automation, base::Instant now,
                    std::optional<base::Millis> longest)
{
    RunAdvice advice;
    const WindowStanding standing(windows);
    if (const std::optional<OpenSpan> open = standing.aboutManual(automation, now)) {
        const MaintenanceWindow &window = standing.window(open->window);
        advice.says = window.manualRuns;
        advice.window = window.name;
        advice.until = open->span.to;
    }
    if (longest) {
        advice.notDoneBefore =
            wouldNotFinishBefore(plannedWindows(windows, now, now + *longest), automation, now, *longest);
    }
    return advice;
}

QStringList inWords(const RunAdvice &advice)
{
    QStringList sentences;
    if (advice.says == ManualRuns::Block) {
        sentences.append(u"the window %1 holds manual runs until %2; an override with a reason starts it at once"_s.arg(
            advice.window, base::isoLocal(advice.until)));
    } else if (advice.says == ManualRuns::Warn) {
        sentences.append(u"the window %1 is open until %2"_s.arg(advice.window, base::isoLocal(advice.until)));
    }
    if (advice.notDoneBefore) {
        sentences.append(
            u"it is not expected to end before a window begins at %1"_s.arg(base::isoLocal(*advice.notDoneBefore)));
    }
    return sentences;
}

} // namespace domain
