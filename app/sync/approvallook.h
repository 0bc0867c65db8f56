// SPDX-License-Identifier: Apache-2.0
// Asks which requests for approval wait there, so that they stand in the queue here.
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
