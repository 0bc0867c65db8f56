// SPDX-License-Identifier: Apache-2.0
#include "translations/words.h"

#include <QTranslator>

using namespace Qt::StringLiterals;

namespace translations {

bool load(QTranslator &translator, const QLocale &locale)
{
    return translator.load(locale, u"signalbox"_s, u"_"_s, u":/i18n"_s);
}

} // namespace translations
