// SPDX-License-Identifier: Apache-2.0
// Makes one child process: vfork and exec, in a new session, with clean signals and only descriptors 0 to 2.
#pragma once

#include "app/runner/protocol.h"

#include <sys/types.h>

#include <cstdint>

namespace runner {

struct Launch
{
    const char *directory = nullptr; ///< Empty: stay where the runner is.
    char **arguments = nullptr;      ///< NULL-terminated; the first is the program's absolute path.
    char **environment = nullptr;    ///< NULL-terminated, exactly what the child gets.
    int standard[3] = {-1, -1, -1};  ///< All greater than 2.
    int group = -1;                  ///< Folder of the control group it is born into.
    std::int64_t memoryBytes = 0;    ///< Its RLIMIT_AS; 0 leaves what the runner has.
};

struct Launched
{
    pid_t pid = -1;            ///< Of the running program, or -1.
    Stage stage = Stage::None; ///< What failed.
    int error = 0;             ///< Its errno.
};

/// Returns after the exec. A child that failed before it is already reaped.
Launched launch(const Launch &what);

} // namespace runner
