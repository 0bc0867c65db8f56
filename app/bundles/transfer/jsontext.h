// SPDX-License-Identifier: Apache-2.0
// JSON that comes from outside: faults are named by line and column.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonDocument>

namespace bundles {

/// An object or an array. Invalid with `line L, column C` and what is wrong there.
base::Result<QJsonDocument> jsonOf(const QByteArray &bytes);

/// Whether it begins like JSON.
bool looksLikeJson(const QByteArray &bytes);

} // namespace bundles
