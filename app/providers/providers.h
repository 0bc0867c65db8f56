// SPDX-License-Identifier: Apache-2.0
// The table of contents: every remote system this program can be connected with.
#pragma once

#include "app/sync/provider.h"

namespace providers {

/// One of each, in the order in which the window offers them.
syncing::Providers all();

/// What they say of themselves.
QList<domain::ProviderInfo> infos(const syncing::Providers &providers);

} // namespace providers
