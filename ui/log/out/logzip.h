// SPDX-License-Identifier: Apache-2.0
// A log and what its run was, in one zip file: first into a folder beside it, then the archiver packs that.
#pragma once

#include "app/domain/run.h"
#include "ui/log/out/logsaver.h"

namespace ui {

/// Saves `log.txt`, byte for byte, and `run.json` into `path`. Unavailable where no folder can be made beside it.
base::Result<SaveRequest> zipRequest(const domain::Run &run, const QString &path);

} // namespace ui
