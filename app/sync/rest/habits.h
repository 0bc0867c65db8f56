// SPDX-License-Identifier: Apache-2.0
// How patiently a remote system is asked. Values; tests give shorter ones.
#pragma once

#include "app/base/clock.h"

namespace rest {

struct Habits
{
    int together = 4;                    ///< Calls under way at once.
    int attempts = 4;                    ///< Of one call.
    base::Millis firstPause{1000};       ///< Doubles with each attempt; a random part of it is waited.
    base::Millis longestPause{300000};   ///< Between two attempts, and while a broken server is left alone.
    base::Millis patience{120000};       ///< Of one call: no further attempt is begun after it.
    base::Millis longestPlea{3600000};   ///< Of `Retry-After`, which is honoured up to this.
    int failuresInARow = 5;              ///< The server is left alone for a while after these.
    base::Millis rest{30000};            ///< How long, at first.
    base::Millis longestSilence{15000};  ///< Of the other side, within an answer.
    base::Millis longest{30000};         ///< Of one attempt.
    qint64 mostBytes = qint64(32) << 20; ///< Of an answer.
    base::Millis streamSilence{45000};   ///< Of a stream, whose servers send something every 15 s.
    int streamAttempts = 6;              ///< To open a stream again, without an event in between.
};

} // namespace rest
