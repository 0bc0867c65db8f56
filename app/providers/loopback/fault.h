// SPDX-License-Identifier: Apache-2.0
// What may go wrong with one request, as networks and servers do it.
#pragma once

#include <QString>

#include <functional>

namespace providers {

enum class Fault {
    None,
    Refused,     ///< Unavailable; nothing happened there.
    UsedUp,      ///< Unavailable until FarEnd::resetsAt; nothing happened there.
    RequestLost, ///< Timeout; nothing happened there, which nobody can know.
    AnswerLost,  ///< Timeout; it happened.
    Garbled,     ///< Corrupt; it happened.
    Denied,      ///< The credential is not good enough now.
    PageTwice,   ///< A part of a list begins with what the part before ended with.
    PageMissing, ///< A part of a list is left out.
    Late,        ///< It happens, and the answer takes its time.
};

/// Asked once for each request, with the name of its verb: `create` …
using Faults = std::function<Fault(const QString &verb)>;

} // namespace providers
