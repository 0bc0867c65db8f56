// SPDX-License-Identifier: Apache-2.0
// The end of a job with the secrets taken out of everything it says.
#pragma once

#include "app/engine/kind.h"

namespace engine {

class Matcher;

/// Reasons, messages, the names of killed processes, results and artifacts, also what stands as a number or as the name
/// of a field.
JobEnd maskedEnd(const Matcher &mask, JobEnd end);

} // namespace engine
