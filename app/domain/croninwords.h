// SPDX-License-Identifier: Apache-2.0
// A cron expression in plain words, as the editor shows it beside the field and `cron explain` prints it.
#pragma once

#include "app/domain/cron.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace domain {

struct FieldInWords
{
    QString field; ///< `minute` and so on, as errors name it.
    QString text;  ///< What was written.
    QString words; ///< What it means: `minutes 0 and 30`.
};

/// One sentence without a full stop: `Every day at 02:30`. Sentences come from the installed translation, names of days
/// and months and the joining of lists from the locale.
QString explain(const Cron &cron, const QLocale &locale);
/// The fields that were written, in order; empty for a nickname.
std::vector<FieldInWords> explainFields(const Cron &cron, const QLocale &locale);

} // namespace domain
