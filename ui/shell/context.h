// SPDX-License-Identifier: Apache-2.0
// What every pane and dialog works with, handed over once: the store, what this program knows, the look, and who is at
// the desk. Values and references only; nothing here is global.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/domain/automation.h"
#include "app/domain/catalog.h"
#include "app/domain/connections/remoteactions.h"
#include "app/domain/limitmeans.h"

#include <QSettings>
#include <QString>

#include <functional>

namespace secrets {
class SecretStore;
}
namespace bundles {
class Bundles;
}

namespace store {
class Store;
}

namespace ui {

class Look;
class Prompts;
class Seat;

struct Context
{
    store::Store &store;
    const domain::Catalog &catalog;
    const base::Clock &clock;
    Look &look;
    Prompts &prompts;
    QSettings &desk; ///< What the window remembers: geometry, columns, filters. A file of the workspace.
    Seat &seat;      ///< Who sits at the desk; everything the window does is done by them.
    /// Whether this machine can run it; asked before saving. Fields are named as in the automation's JSON form.
    std::function<base::Status(const domain::Automation &)> checkMachine;
    /// For secrets that are typed for one run. Null: none can be given so.
    secrets::SecretStore *secrets = nullptr;
    domain::LimitMeans limitMeans = {};        ///< Of this machine, for whoever sets limits.
    const bundles::Bundles *bundles = nullptr; ///< Opens and packs code; without it code is edited as its text.
    domain::RemoteActions remote = {};         ///< Empty where nothing is synced in this process.
};

} // namespace ui
