// SPDX-License-Identifier: Apache-2.0
// Durations, instants and sizes as people read them. Pure functions of their arguments, the default locale and the
// system's zone; 24 h clock. Safe on every thread.
#pragma once

#include "app/base/clock.h"

#include <QDateTime>
#include <QString>

namespace models {

/// For a column: `0.8 s`, `41 s`, `1:52`, `21 min`, `1 h 05`, `3 d 4 h`. Negative counts as nothing.
QString durationShort(base::Millis duration);
/// To the second: `0.8 s`, `6 s`, `0:41`, `21:04`, `1:05:09`.
QString durationExact(base::Millis duration);
/// A running counter, whole seconds: `0:07`, `2:41`, `1:05:09`.
QString durationCounter(base::Millis duration);
/// In words of units: `12 s`, `2 min 52 s`, `28 min`, `1 h 28 min`, `3 d 4 h`. Seconds only below five minutes.
QString durationWords(base::Millis duration);
/// `in 28 min`, `now`, `28 min ago`.
QString distance(base::Instant when, base::Instant now);

/// Something past, as short as it stays clear: `14:05` today, `Mon` within six days, `12 Sep`, `12 Sep 2025`.
QString pastShort(base::Instant when, base::Instant now);
/// Something past to the second: `14:05:31` today, else `Wed 14:05`, `12 Sep 14:05`, `12 Sep 2025`.
QString pastExact(base::Instant when, base::Instant now);
/// Something to come: `15:05` today, `Fri 01:30` within six days, `12 Sep 01:30`, `12 Sep 2027`.
QString futureShort(base::Instant when, base::Instant now);
/// `Today 16:00`, `Tomorrow 01:30`, `Fri 01:30`, `12 Sep 01:30`.
QString futureLong(base::Instant when, base::Instant now);
/// `14:05:31`.
QString clockSeconds(base::Instant when);

/// `12 Sep`, as the language writes it.
QString dayText(QDate day);
/// `12 Sep 2025`.
QString dayYearText(QDate day);

/// Powers of 1000: `0 B`, `812 B`, `2.4 MB`, `212 MB`.
QString sizeText(qint64 bytes);
/// With the locale's separators: `48,210`.
QString numberText(qint64 number);

/// The instant in the system's zone.
QDateTime localTime(base::Instant when);
/// The next local midnight after `now`.
base::Instant nextMidnight(base::Instant now);

} // namespace models
