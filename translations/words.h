// SPDX-License-Identifier: Apache-2.0
// The languages this program speaks, compiled in; of English only the plurals, the rest stands in the sources.
#pragma once

#include <QLocale>

class QTranslator;

namespace translations {

/// False where there are no words in this language.
bool load(QTranslator &translator, const QLocale &locale);

} // namespace translations
