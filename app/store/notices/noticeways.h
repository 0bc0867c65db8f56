// SPDX-License-Identifier: Apache-2.0
// Settings that say which ways notices of runs go at all; see app/store/settings.h.
#pragma once

namespace store::setting {

inline constexpr char noticesDesktop[] = "notices.desktop";
inline constexpr char noticesSound[] = "notices.sound";
inline constexpr char noticesWebhook[] = "notices.webhook";

} // namespace store::setting
