// SPDX-License-Identifier: Apache-2.0
// How much and how long a client may. One table, so that tests can shorten the times.
#pragma once

#include "app/base/clock.h"

namespace server {

struct Limits
{
    int connections = 256;     ///< At once. One more takes the place of the oldest that has not asked for anything.
    qint64 headerBytes = 8192; ///< Request line and headers.
    base::Millis header{5000}; ///< From the first byte (a new connection: from the start) to the end of the headers.
    base::Millis body{15000};  ///< For a body of the small class.
    base::Millis idle{30000};  ///< Between requests, and for a client that takes nothing of its answer.
    base::Millis linger{1000}; ///< To let a client read a refusal before what it still sends resets the connection.
    qint64 lingerBytes = 8 * 1024 * 1024;
    base::Millis heartbeat{15000};      ///< A comment in an event stream.
    base::Millis stall{5000};           ///< An event stream whose client takes nothing while bytes wait.
    qsizetype streamQueue = 512 * 1024; ///< Bytes that wait for one client of an event stream.
    base::Millis ticket{30000};         ///< Life of a single-use ticket.
    int hookRate = 200;                 ///< Requests a second that one webhook takes for long.
    int hookBurst = 2000;               ///< Requests that it takes at once after a rest.
};

inline constexpr qint64 usualPage = 100; ///< Rows of a list that grows with time, where no `limit` is given.

inline constexpr qint64 smallBody = 1024 * 1024;
inline constexpr qint64 hookBody = 25 * smallBody;
inline constexpr qint64 importBody = 32 * smallBody;
inline constexpr qint64 codeBody = 72 * smallBody; ///< A zip file of 50 MiB in base64, and what stands around it.

} // namespace server
