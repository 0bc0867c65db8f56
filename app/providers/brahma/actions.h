// SPDX-License-Identifier: Apache-2.0
// What Brahma Console can be asked for beside subscriptions and executions, as data.
#pragma once

#include "app/domain/connections/providerinfo.h"

namespace providers::brahma {

QList<domain::RemoteAction> actions();

} // namespace providers::brahma
