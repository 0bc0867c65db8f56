// SPDX-License-Identifier: Apache-2.0
// What of an automation a remote system does not keep: said before it is published there. Pure.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/connections/capabilities.h"

namespace domain {

struct Loss
{
    QString field; ///< `env`, `triggers[0]`, `params.code`; of a secret `secret NAME`.
    QString what;  ///< What that means there, a translated sentence.

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// Nothing where it is all kept. Fields that say nothing here are left out.
QList<Loss> lossesOf(const Automation &automation, const Capabilities &capabilities);

} // namespace domain
