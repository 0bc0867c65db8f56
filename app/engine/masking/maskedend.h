// SPDX-License-Identifier: Apache-2.0
// What a job tells at its end, without the secrets it may have taken into it: reason, error, result, and the names of
// its processes and files.
#pragma once

#include "app/engine/kind.h"

namespace engine {

class Matcher;

JobEnd maskedEnd(const Matcher &secrets, JobEnd end);

} // namespace engine
