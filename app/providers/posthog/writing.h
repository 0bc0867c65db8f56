// SPDX-License-Identifier: Apache-2.0
// Tasks as PostHog wants them sent. Pure.
#pragma once

#include "app/domain/automation.h"

namespace providers::posthog {

/// A new task. Invalid names what can't be said there.
base::Result<QJsonObject> createBody(const domain::Automation &wanted);

/// What is other than in `base`; empty where nothing is.
base::Result<QJsonObject> changesOf(const domain::Automation &wanted, const domain::Automation &base);

} // namespace providers::posthog
