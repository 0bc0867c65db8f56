// SPDX-License-Identifier: Apache-2.0
// How much a NOBA server takes of one request. Beyond it there is only a 413, which does not say what was too much.
#pragma once

#include "app/sync/rest/call.h"

namespace providers::noba {

/// Of bodies in JSON: 64 KiB, of an import 512 KiB. Invalid where it is more, named by the field that takes the most.
base::Status fits(const rest::Call &call);

} // namespace providers::noba
