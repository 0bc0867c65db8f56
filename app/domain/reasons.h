// SPDX-License-Identifier: Apache-2.0
// The reasons of rows that more than one room writes: one wording, whoever finds it out.
#pragma once

#include <QString>

namespace domain::reason {

/// A slot of an automation that is paused.
inline QString paused()
{
    return QStringLiteral("paused");
}
/// A slot while everything is paused.
inline QString everythingPaused()
{
    return QStringLiteral("everything is paused");
}

} // namespace domain::reason
