// SPDX-License-Identifier: Apache-2.0
// What Defender can be asked for beside automations and runs, as data.
#pragma once

#include "app/domain/connections/providerinfo.h"

namespace providers::defender {

QList<domain::RemoteAction> actions();

} // namespace providers::defender
