// SPDX-License-Identifier: Apache-2.0
// The kinds of NOBA's automations and what they are here. Pure.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace bundles {

struct NobaTold
{
    QStringList notCarried;
    QStringList notes;
};

/// Their ids and the ones they get here.
using NobaIds = QHash<QString, QString>;

/// `type`, `params` and what belongs to them. Invalid where there is no such kind here.
base::Result<QJsonObject> nobaAutomation(const QJsonObject &item, const NobaIds &ids, NobaTold &told);

} // namespace bundles
