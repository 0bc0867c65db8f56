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

/// A schedule of ours as JSON for one of theirs; empty where there is none like it, or it is no schedule.
QJsonObject scheduleOf(const QJsonObject &trigger);

/// `name` is its name where Defender does not say one.
CarriedOver carriedOver(const Imported &imported, const QString &name);

/// A name for what comes from a file or a folder.
QString nameFor(const QString &path);

} // namespace bundles
