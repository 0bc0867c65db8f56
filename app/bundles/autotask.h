// SPDX-License-Identifier: Apache-2.0
// What Defender's API says of an autotask, told as an automation. Pure.
#pragma once

#include "app/bundles/importing.h"

#include <QStringList>

namespace bundles {

struct CarriedOver
{
    QJsonObject automation; ///< A new one of the kind `bundle`, paused, with its code.
    QStringList left;       ///< What has no counterpart here, as Defender names it: `relayerId`, `trigger (sentinel)`.
};

/// `name` is its name where Defender does not say one.
CarriedOver carriedOver(const Imported &imported, const QString &name);

/// A name for what comes from a file or a folder.
QString nameFor(const QString &path);

} // namespace bundles
