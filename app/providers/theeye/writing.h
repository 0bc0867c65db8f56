// SPDX-License-Identifier: Apache-2.0
// Automations as TheEye wants tasks sent: whole, for a replacement takes away what is left out. Pure.
#pragma once

#include "app/domain/automation.h"
#include "app/providers/theeye/settings.h"

namespace providers::theeye {

/// A task. `base` is what was last seen there, empty of a new one. Invalid names what can't be said there.
base::Result<QJsonObject> taskBody(const domain::Automation &wanted, const domain::Automation &base, Dialect dialect);

/// An automation of this machine that runs a script or a command, as a recipe with the script inside, to run on `bot`.
base::Result<QJsonObject> recipeBody(const domain::Automation &wanted, const Settings &settings);

} // namespace providers::theeye
