// SPDX-License-Identifier: Apache-2.0
// The engine's category in the program's own log.
#pragma once

#include <QLoggingCategory>

namespace engine {

Q_DECLARE_LOGGING_CATEGORY(logEngine)

} // namespace engine
