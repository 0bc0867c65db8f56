// SPDX-License-Identifier: Apache-2.0
// Sends one request over HTTP and judges the answer by its status.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

class Http final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;
};

} // namespace kinds
