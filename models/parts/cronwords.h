// SPDX-License-Identifier: Apache-2.0
// A cron expression in the two or three words that fit a column. Only the everyday shapes are put into words; any other
// expression is shown as it was written, which is never wrong.
#pragma once

#include <QString>

namespace models {

/// `Every 5 min`, `Hourly at :05`, `Daily 01:30`, `Mon–Fri 18:00`, `Day 22, 14:00`; else the text with single spaces.
QString cronShort(const QString &cron);

} // namespace models
