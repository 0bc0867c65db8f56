// SPDX-License-Identifier: Apache-2.0
// The arguments of a task of TheEye as those of an automation. Pure.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace bundles {

/// Adds `arguments`, in their order. Invalid names the field.
base::Status tellArguments(const QJsonObject &task, QJsonObject &automation, QStringList &notCarried);

} // namespace bundles
