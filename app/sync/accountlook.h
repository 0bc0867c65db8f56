// SPDX-License-Identifier: Apache-2.0
// Asks who we are there and what this account can do: once for each account that is opened, and again at each look that
// somebody asks for.
#pragma once

#include "app/sync/step.h"

namespace syncing {

class AccountLook final : public Step
{
    Q_OBJECT

public:
    using Step::Step;
    void start() override;
};

} // namespace syncing
