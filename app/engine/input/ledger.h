// SPDX-License-Identifier: Apache-2.0
// The store's side of the secrets: the functions a SecretStore asks and tells.
#pragma once

#include "app/secrets/secretstore.h"
#include "app/store/store.h"

namespace engine {

/// `store` must outlive whoever uses it.
secrets::Ledger ledgerOf(store::Store &store);

} // namespace engine
