// SPDX-License-Identifier: Apache-2.0
// Where in a line as it is shown something was found. Pure.
#pragma once

#include "app/search/matcher.h"
#include "ui/widgets/log/logview.h"

namespace ui {

/// In order; the first one is the current one where `current` says so.
QList<LogMatch> placesIn(const search::Matcher &matcher, const QString &text, bool current);

} // namespace ui
