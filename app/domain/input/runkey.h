// SPDX-License-Identifier: Apache-2.0
// A run that was asked for with a key says so for as long as it is kept: in its detail, apart from whatever else may
// stand there.
#pragma once

#include "app/domain/run.h"

namespace domain {

inline constexpr QLatin1StringView runKeyMark("key ");

/// Run::triggerDetail of a run that was asked for with `key`.
inline QString detailOfKey(const QString &key)
{
    return runKeyMark + key;
}

/// Empty where it was asked for without any.
inline QString keyOf(const Run &run)
{
    const bool has = run.trigger == TriggerKind::Manual && run.triggerDetail.startsWith(runKeyMark);
    return has ? run.triggerDetail.sliced(runKeyMark.size()) : QString();
}

} // namespace domain
