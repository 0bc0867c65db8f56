// SPDX-License-Identifier: Apache-2.0
// Five fields as NOBA's scheduler reads them: no names, 0 is Sunday and 7 never comes, and both day fields must match.
// Pure.
#pragma once

#include "app/bundles/transfer/firecheck.h"
#include "app/domain/zone.h"

namespace bundles {

struct NobaTimes
{
    quint64 minutes = 0;
    quint32 hours = 0;
    quint32 days = 0;
    quint32 months = 0;
    quint32 weekdays = 0; ///< Bit 0 is Sunday.
};

/// Invalid says which field can't be read.
base::Result<NobaTimes> nobaTimes(const QString &cron);
/// Looked at each minute, in the wall time of the server: what a clock change leaves out does not fire, and what it
/// passes twice fires twice.
FireTimes nobaFireTimes(const NobaTimes &times, const domain::Zone &zone);
/// An expression of ours for the same.
QString nobaExpression(const NobaTimes &times);

} // namespace bundles
