// SPDX-License-Identifier: Apache-2.0
// Where a web page comes from, as browsers write it into the header Origin: `https://dash.example`. Pure functions.
#pragma once

#include "app/base/result.h"

namespace domain {

/// Invalid unless it is written as a browser would: http or https, a lower-case name, the port unless it is the usual
/// one, and nothing behind it. Never `*` or `null`.
base::Status checkOrigin(const QString &text);

} // namespace domain
