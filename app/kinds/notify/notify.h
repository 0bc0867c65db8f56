// SPDX-License-Identifier: Apache-2.0
// Tells a person something.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

class Notify final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;
};

} // namespace kinds
