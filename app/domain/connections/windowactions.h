// SPDX-License-Identifier: Apache-2.0
// Maintenance windows of a remote system as actions of it. Values.
#pragma once

#include "app/domain/connections/providerinfo.h"

namespace domain {

/// What a window there is made of.
QList<FieldSpec> windowFields();
/// To list, make, change and remove them; beside the actions that are the system's own.
QList<RemoteAction> windowActions();

} // namespace domain
