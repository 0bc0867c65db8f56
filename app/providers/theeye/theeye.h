// SPDX-License-Identifier: Apache-2.0
// TheEye: tasks that bots run, workflows of them, and approvals.
#pragma once

#include "app/sync/provider.h"

namespace providers {

class TheEye final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;
};

} // namespace providers
