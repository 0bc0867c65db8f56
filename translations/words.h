// SPDX-License-Identifier: Apache-2.0
// The languages this program speaks besides English, compiled in.
#pragma once

#include <QLocale>

class QTranslator;

namespace translations {

/// False where there are no words in this language; English needs none and is always true.
bool load(QTranslator &translator, const QLocale &locale);

} // namespace translations
