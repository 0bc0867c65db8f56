// SPDX-License-Identifier: Apache-2.0
// What all kinds have in common whose work is done by the engine itself and not by a process.
#pragma once

#include "app/base/result.h"
#include "app/domain/automation.h"

namespace engine {

/// Invalid where the automation asks for what only a process can: another user, or going on without the engine.
inline base::Status checkWithoutProcess(const domain::Automation &automation)
{
    if (!automation.runAs.isEmpty()) {
        return base::invalid(QStringLiteral("run_as"),
                             QStringLiteral("this kind starts no process; leave run_as empty"));
    }
    if (automation.survivesEngine) {
        return base::invalid(QStringLiteral("survives_engine"),
                             QStringLiteral("this kind is done by the engine and ends with it; "
                                            "survives_engine must be false"));
    }
    return {};
}

} // namespace engine
