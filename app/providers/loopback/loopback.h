// SPDX-License-Identifier: Apache-2.0
// A provider whose system is in this program's memory: to try things out, to test, and to begin a new provider from.
#pragma once

#include "app/providers/loopback/farend.h"
#include "app/sync/provider.h"

#include <QHash>

namespace providers {

class Loopback final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override;
    base::Status check(const domain::Connection &connection) const override;
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override;

    /// The system at this address, made where there was none. On the thread of the accounts.
    std::shared_ptr<FarEnd> at(const QUrl &address, const base::Clock &clock) const;

private:
    mutable QHash<QUrl, std::shared_ptr<FarEnd>> m_farEnds;
};

} // namespace providers
