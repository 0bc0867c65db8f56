// SPDX-License-Identifier: Apache-2.0
// Pictures of widgets for looking at: written into the folder that SIGNALBOX_SHOTS names, and only then.
#pragma once

#include "ui/look/look.h"

namespace test {

/// The look of all ui tests; made once, because the application's style is one.
ui::Look &look();
/// Grabs `widget` as `<name>-light.png` and `<name>-dark.png`. Returns true when the picture has something on it.
bool shoot(QWidget &widget, const QString &name);
/// Paths of widgets below `root` that can take the focus or are pressed, but have neither text nor accessible name.
/// What is hidden has nothing to say yet.
QStringList unnamedWidgets(const QWidget &root);

} // namespace test
