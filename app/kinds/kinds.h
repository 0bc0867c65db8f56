// SPDX-License-Identifier: Apache-2.0
// The table of contents: every kind of automation this program can run.
#pragma once

#include "app/domain/catalog.h"
#include "app/engine/kind.h"

namespace bundles {
class Bundles;
}

namespace kinds {

/// One of each, in the order in which the window offers them.
engine::Kinds all();

/// What they say of themselves.
domain::Catalog catalog(const engine::Kinds &kinds);

/// Whether this machine can run it, by its kind's own check. `kinds` must outlive whoever asks. Safe on every thread.
base::Status checkMachine(const engine::Kinds &kinds, const domain::Automation &automation);

/// Whether what it carries is sound, where its kind carries anything. `bundles` must outlive the answer.
QFuture<base::Result<void>> checkContent(const bundles::Bundles &bundles, const domain::Automation &automation);

} // namespace kinds
