// SPDX-License-Identifier: Apache-2.0
// Automations as TheEye wants tasks sent: whole, for a replacement takes away what is left out. Pure.
#pragma once

#include "app/domain/automation.h"
#include "app/providers/theeye/settings.h"

namespace providers::theeye {

/// A task. `base` is what was last seen there, empty of a new one. Invalid names what can't be said there.
base::Result<QJsonObject> taskBody(const domain::Automation &wanted, const domain::Automation &base, Dialect dialect);

/// What can be changed of a workflow from here: what it is called, and with which of its steps it begins. Invalid names
/// everything else. Its steps go along as they are there: one that is left out would be deleted as a task, too.
base::Result<QJsonObject> workflowBody(const domain::Automation &wanted, const domain::Automation &base);

/// An automation of this machine that runs a script or a command, as a recipe with the script inside, to run on `bot`.
base::Result<QJsonObject> recipeBody(const domain::Automation &wanted, const Settings &settings);

} // namespace providers::theeye
