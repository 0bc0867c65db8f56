// SPDX-License-Identifier: Apache-2.0
// Sees which requests for approval wait at a connection, after its runs were seen. Where the account may not see them
// there are none.
#pragma once

#include "app/sync/step.h"

namespace syncing {

class ApprovalLook final : public Step
{
    Q_OBJECT

public:
    using Step::Step;
    void start() override;
};

} // namespace syncing
