// SPDX-License-Identifier: Apache-2.0
// NOBA's cron expressions: five numeric fields of which all must match, also both of the day; Sunday is 0, and 7 is no
// day. Any text is kept there; what is no such expression never fires. Pure.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <optional>

namespace providers::noba {

/// An expression of ours that is due when theirs is; empty where theirs never is.
std::optional<QString> cronOfTheirs(const QString &theirs);
/// One of theirs that is due when ours is. Invalid, named `cron`, where there is none.
base::Result<QString> theirCron(const QString &ours);

} // namespace providers::noba
