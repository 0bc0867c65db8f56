// SPDX-License-Identifier: Apache-2.0
// A cron expression that was understood: Open Cron Pattern Specification 1.0–1.4, and `LW`, `L-1`…`L-30`. Answers when
// it is next due in a zone, from 1970 to the end of 2199.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/domain/time/cronmasks.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace domain {

class Zone;

/// What becomes of a fixed time that a forward clock change leaves out.
enum class GapRule {
    Auto,  ///< Skip where the hour field starts with `*`, else End.
    End,   ///< Once, at the end of the gap; several of them together.
    Skip,  ///< Nothing.
    Shift, ///< Later by the length of the gap.
};
/// What becomes of a fixed time that a backward clock change passes twice.
enum class OverlapRule {
    Auto,   ///< Both where the hour field starts with `*`, else First.
    First,  ///< In the first pass only.
    Both,   ///< In both.
    Second, ///< In the second pass only.
};

/// A value. Safe on every thread.
class Cron
{
public:
    /// Errors are Invalid: `field` is `second`, `minute`, `hour`, `day_of_month`, `month`, `day_of_week`, `year`, or
    /// `cron` for the whole; `position` counts characters from the front; `detail` says what would be right.
    static base::Result<Cron> parse(QStringView expression);

    /// As it was written.
    const QString &expression() const { return m_expression; }
    /// `@reboot`, which has no times.
    bool isReboot() const { return m_reboot; }

    /// The first match strictly after an instant, a whole second; empty when there is none until the end of 2199.
    std::optional<base::Instant> next(base::Instant after, const Zone &zone, GapRule gap = GapRule::Auto,
                                      OverlapRule overlap = OverlapRule::Auto) const;
    /// Appends the matches behind one match on the same day of the wall clock, and before an instant; none near a
    /// clock change. Cheaper than next(), which goes on from the last of them.
    void appendRestOfDay(base::Instant match, base::Instant before, const Zone &zone,
                         std::vector<base::Instant> &into) const;

private:
    Cron() = default;

    QString m_expression;
    CronMasks m_masks;
    bool m_elapsed = false; ///< The hour field starts with `*`: the schedule follows elapsed time.
    bool m_reboot = false;
};

} // namespace domain
