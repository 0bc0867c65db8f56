// SPDX-License-Identifier: Apache-2.0
// Autotasks of Defender: the JSON of its API with the code inside, or beside it as a zip file; a zip file or a folder
// of code alone.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isDefender(const Source &source);
/// All or none. Invalid names the field.
base::Result<ImportPlan> readDefender(const Source &source, const Surroundings &around);

} // namespace bundles
