// SPDX-License-Identifier: Apache-2.0
// What an answer, or that there is none, means for a call: whether it is asked once more and after which pause, and
// what it answers otherwise. Pure.
#pragma once

#include "app/net/exchange.h"
#include "app/sync/rest/call.h"
#include "app/sync/rest/habits.h"

namespace rest {

/// How one attempt went.
struct Attempt
{
    int number = 1;
    base::Millis spent{0};                 ///< Since the first one began.
    double chance = 1;                     ///< From 0 to 1, for this pause.
    std::optional<base::Millis> plea = {}; ///< What the server asks to wait.
};

/// How long to wait before a call is asked once more, whose answer had this status; empty where it is not.
std::optional<base::Millis> pauseAfter(const Call &call, int status, const Attempt &attempt, const Habits &habits);
/// The same where no answer came.
std::optional<base::Millis> pauseAfterSilence(const Call &call, net::Sent sent, const Attempt &attempt,
                                              const Habits &habits);

/// What a call answers where no answer came: Timeout where it changes something and may have arrived.
base::Error lost(const Call &call, net::Sent sent, const base::Error &error);

/// What a call answers by its reply. Corrupt where it has not the form that is expected.
base::Result<Reply> judged(const Call &call, const Reply &reply);

} // namespace rest
