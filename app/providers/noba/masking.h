// SPDX-License-Identifier: Apache-2.0
// NOBA shows secrets in the configuration of automations to whoever may list them. They are taken out before anything
// is kept, and put back from what stands there when something is sent. Pure.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>

namespace providers::noba {

/// What stands for a secret.
QString mask();
/// Whether what has this name is one, as far as names tell.
bool looksSecret(const QString &name);

/// Every text under such a name, at any depth, is the mask.
QJsonValue masked(const QJsonValue &value);
/// The masks in `wanted` replaced by what `real` has at the same place. Invalid, named by the place, where it has
/// nothing.
base::Result<QJsonValue> unmasked(const QJsonValue &wanted, const QJsonValue &real);

/// The same for an export in block-style YAML, line by line: texts of more than one line too.
QString maskedYaml(const QString &yaml);

} // namespace providers::noba
