// SPDX-License-Identifier: Apache-2.0
// What a service of systemd says about how it runs, told as an automation. Pure.
#pragma once

#include "app/bundles/formats/systemd/units.h"

#include <QJsonObject>

namespace bundles {

struct ServiceTold
{
    QJsonObject automation; ///< `type`, `params`, and what else it says.
    QStringList notCarried;
    QStringList notes;
};

/// Invalid where it can't be run here at all. `account` is who imports.
base::Result<ServiceTold> serviceTold(const Unit &service, const QString &account);

} // namespace bundles
