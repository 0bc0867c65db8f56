// SPDX-License-Identifier: Apache-2.0
// Another Signalbox, over its HTTP API: everything this one has, that one has too.
#pragma once

#include "app/sync/provider.h"

namespace providers {

class Signalbox final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;
};

} // namespace providers
