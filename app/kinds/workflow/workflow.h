// SPDX-License-Identifier: Apache-2.0
// Runs other automations as its steps, in the order that their edges say.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

class Workflow final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;
};

} // namespace kinds
