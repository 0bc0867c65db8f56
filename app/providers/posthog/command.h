// SPDX-License-Identifier: Apache-2.0
// A word to the agent of a run, by JSON-RPC.
#pragma once

#include "app/providers/posthog/service.h"

namespace providers::posthog {

/// The result. Conflict with what the agent says against it, which stands in an answer of 200.
rest::Future<QJsonValue> command(Service &service, const RunPlace &place, const QString &method,
                                 const QJsonObject &params);

} // namespace providers::posthog
