// SPDX-License-Identifier: Apache-2.0
// JSON that people or other programs wrote. What is wrong with it is said by line and column.
#pragma once

#include "app/base/result.h"

#include <QJsonDocument>

namespace base {

/// Invalid without a field: `line 3, column 5: unterminated string`. Both count from 1, columns in bytes.
Result<QJsonDocument> jsonFromText(const QByteArray &text);

} // namespace base
