// SPDX-License-Identifier: Apache-2.0
// PostHog Tasks, in the cloud or on a server of one's own.
#pragma once

#include "app/sync/provider.h"

namespace providers {

class Posthog final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;
};

} // namespace providers
