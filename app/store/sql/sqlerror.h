// SPDX-License-Identifier: Apache-2.0
// SQLite's result codes as errors of ours: the one place that knows them. Codes decide, never texts.
#pragma once

#include "app/base/error.h"

namespace store {

/// `code` is an extended result code, `path` the database file; `text` is SQLite's own, kept only for mistakes of ours.
base::Error sqlError(int code, const QString &path, const QString &text);

/// Whether the error will go on until somebody acts: disk full, read-only, input/output, file gone.
bool isLasting(int code);
bool isInputOutput(int code);

} // namespace store
