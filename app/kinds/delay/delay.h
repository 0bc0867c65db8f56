// SPDX-License-Identifier: Apache-2.0
// Waits for a number of seconds.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

class Delay final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;
};

} // namespace kinds
