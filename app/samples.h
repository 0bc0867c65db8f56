// SPDX-License-Identifier: Apache-2.0
// The sample automations of a new workspace: three harmless ones that do something useful on any Linux machine.
#pragma once

#include "app/base/result.h"
#include "app/domain/catalog.h"

#include <QFuture>

namespace store {
class Store;
}

/// Makes them if the workspace never had them and has no automation. Once only: who deletes them keeps them deleted.
QFuture<base::Result<void>> makeSamples(store::Store &store, const domain::Catalog &catalog);
