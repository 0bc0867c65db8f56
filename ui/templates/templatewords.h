// SPDX-License-Identifier: Apache-2.0
// What stands in the templates that come with the program, as source texts for translators.
#pragma once

#include <QList>

namespace ui {

QList<const char *> templateWords();

} // namespace ui
