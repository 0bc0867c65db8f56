// SPDX-License-Identifier: Apache-2.0
// How the result of one run becomes the arguments of another (domain: triggers of type `after`, steps of workflows).
#pragma once

#include "app/domain/input/arguments.h"

namespace domain {

/// What of a result the arguments can take: an object by name, an array by position among those that are asked. What is
/// missing then is told when the run is to start. A secret is never filled.
ArgumentValues filledBy(const QJsonValue &result, const QList<Argument> &arguments);

} // namespace domain
