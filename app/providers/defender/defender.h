// SPDX-License-Identifier: Apache-2.0
// OpenZeppelin Defender's Autotasks, later called Actions, and whatever speaks as they do.
#pragma once

#include "app/sync/provider.h"

namespace providers {

class Defender final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;
};

} // namespace providers
