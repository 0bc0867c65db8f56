// SPDX-License-Identifier: Apache-2.0
// The two ways in which the program shows itself: as a window, and as pictures of that window.
#pragma once

#include <QString>

namespace desktop {

/// The window of the workspace `store`, until it is closed; or raises the one that is there. Answers the exit status.
int openWindow(int argc, char **argv, const QString &store);
/// Draws every pane of the workspace as PNG files into folder `out`, light and dark, without a display; changes
/// nothing.
int takeScreenshots(int argc, char **argv, const QString &store, const QString &out);

} // namespace desktop
