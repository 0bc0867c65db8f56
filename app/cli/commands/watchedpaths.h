// SPDX-License-Identifier: Apache-2.0
// Tells, on standard error, of watched paths that are not there yet: no mistake, but most often a slip of the keyboard.
#pragma once

#include "app/cli/text/output.h"

#include <QJsonArray>

namespace cli {

/// Of automations as they were given or stored; looks at the disk of this machine, which is the engine's.
void tellOfMissingPaths(Output &output, const QJsonArray &automations);

} // namespace cli
