// SPDX-License-Identifier: Apache-2.0
// Brahma Console's automations: an executor registers one, others subscribe, and it executes for their accounts.
#pragma once

#include "app/sync/provider.h"

namespace providers {

class Brahma final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;
};

} // namespace providers
