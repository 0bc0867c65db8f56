// SPDX-License-Identifier: Apache-2.0
// What NOBA Command Center exports: YAML with a list `automations`. JSON is YAML, too.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isNoba(const Source &source);
base::Result<ImportPlan> readNoba(const Source &source, const Surroundings &around);

} // namespace bundles
