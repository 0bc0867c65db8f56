// SPDX-License-Identifier: Apache-2.0
// Whether a server lets operators in by their tokens.
#pragma once

namespace server {

/// A window lets them in where its settings say so, `serve` always. The private token counts in either case.
enum class TokenUse { Always, AsSettingsSay };

} // namespace server
