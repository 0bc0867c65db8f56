// SPDX-License-Identifier: Apache-2.0
#include "app/engine/log.h"

namespace engine {

Q_LOGGING_CATEGORY(logEngine, "signalbox.engine", QtInfoMsg)

} // namespace engine
