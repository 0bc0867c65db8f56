// SPDX-License-Identifier: Apache-2.0
// Recipes of TheEye's tasks: deep, with the script inside, and shallow, without. One, or an array of them.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isTheEye(const Source &source);
/// All or none. Invalid names the field.
base::Result<ImportPlan> readTheEye(const Source &source, const Surroundings &around);

} // namespace bundles
