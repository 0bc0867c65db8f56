// SPDX-License-Identifier: Apache-2.0
// What stands in place of the lines of a log that has none.
#pragma once

#include "app/base/clock.h"
#include "ui/widgets/messages/emptystate.h"

namespace domain {
struct Connection;
struct Run;
} // namespace domain

namespace ui {

/// `home` is where the run lives; null for this machine and for a connection that is not known.
EmptyContent contentWithoutLines(const domain::Run &run, const domain::Connection *home, base::Instant now);

} // namespace ui
