// SPDX-License-Identifier: Apache-2.0
// What a command ends with, the same for every command and every wall an error came through.
#pragma once

#include "app/base/error.h"

#include <QByteArray>

namespace cli {

enum class Exit {
    Ok = 0,
    Failed = 1,      ///< The thing asked about failed.
    Invalid = 2,     ///< Usage or invalid input.
    NotFound = 3,
    Denied = 4,
    Conflict = 5,
    Unavailable = 6, ///< Something needed is not there now, the engine included.
};

Exit exitOf(base::ErrorCode code);

/// The error an HTTP answer stands for; the body's `detail`, `field` and `position` where it has them. `status` is not 2xx.
base::Error errorOfAnswer(int status, const QByteArray &body);

} // namespace cli
