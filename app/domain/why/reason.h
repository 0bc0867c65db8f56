// SPDX-License-Identifier: Apache-2.0
// The reason of a run is one line of English. Where it is one that this program writes, this says which; any other is
// handed on as it is.
#pragma once

#include "app/base/ids.h"

#include <QString>

namespace domain {

enum class ReasonKind {
    None,
    Paused,
    AllPaused,
    Misfire,
    Ask,
    DismissedBy, ///< `text` did.
    ReleasedBy,  ///< `text` did.
    MadeUpApart, ///< At least `number` seconds.
    BeforeChange,
    BeforePause,
    BeforeResume,
    Deadline,
    Overlap,
    QueueFull, ///< `number` were waiting.
    WaitsForRun,
    WaitsForPlace,   ///< One of `number`.
    WaitsForMachine, ///< One of `number`.
    WaitsToReplace,
    CancelledBy, ///< `text` did.
    ReplacedBy,  ///< The run `text`.
    Deleted,
    NotStarted, ///< Because of `text`.
    EngineStopped,
    EngineDied,
    Other, ///< `text`
};

struct Reason
{
    ReasonKind kind = ReasonKind::None;
    QString text;
    qint64 number = 0;

    friend bool operator==(const Reason &, const Reason &) = default;
};

Reason readReason(const QString &line);

} // namespace domain
