// SPDX-License-Identifier: Apache-2.0
// Controls a unit of systemd.
#pragma once

#include "app/engine/kind.h"

namespace kinds {

class ServiceControl final : public engine::Kind
{
public:
    domain::KindInfo info() const override;
    base::Status check(const domain::Automation &automation) const override;
    std::unique_ptr<engine::Job> makeJob(const engine::JobContext &context) const override;
};

} // namespace kinds
