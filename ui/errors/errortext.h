// SPDX-License-Identifier: Apache-2.0
// Errors in sentences for people: the one place where they are translated.
#pragma once

#include "app/base/error.h"

namespace ui {

/// What went wrong, one translated sentence by the error's code, with the plain detail behind it.
QString errorText(const base::Error &error);

} // namespace ui
