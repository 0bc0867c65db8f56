// SPDX-License-Identifier: Apache-2.0
// What takes a while to look at in an automation (a bundle of code) is looked at before it is saved, one after the
// other, without holding up the I/O thread.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// What only this program and this machine can say of it.
base::Status checkHere(const Tools &tools, const domain::Automation &automation);
/// Calls `then` with ok, or with the first thing that is wrong: of several named by their index (`[2].params.code`).
/// At once where there is nothing to look at.
void checkContents(Tools &tools, const QList<domain::Automation> &automations, std::function<void(base::Status)> then);

} // namespace server
