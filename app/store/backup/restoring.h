// SPDX-License-Identifier: Apache-2.0
// A checked workspace takes the place of another one: first it lies ready beside it, then, while nobody works on it,
// files are exchanged by renaming. Whatever a crash leaves is gone on with by the next one.
#pragma once

#include "app/base/result.h"

#include <QString>

namespace store {

/// Lets what is in `folder` lie ready in `directory`, in the place of anything that lay ready before.
base::Status stageRestore(const QString &folder, const QString &directory);
/// Nothing where nothing lies ready. Only while nobody else has the workspace open.
base::Status exchangeStaged(const QString &directory);

} // namespace store
