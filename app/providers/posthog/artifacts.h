// SPDX-License-Identifier: Apache-2.0
// Files of runs: up through the server, down from its storage by an address that is its own key.
#pragma once

#include "app/providers/posthog/service.h"

namespace providers::posthog {

/// One file as it is sent, of the fields of the action. Invalid names the field.
base::Result<QJsonObject> artifactOf(const QJsonObject &given);

/// All files of the run, those before included.
rest::Future<QJsonObject> uploadArtifacts(Service &service, const RunPlace &place, const QJsonArray &files);

/// `{content, encoding, size}`: text as `utf-8`, anything else in `base64`.
rest::Future<QJsonObject> downloadArtifact(Service &service, const RunPlace &place, const QString &storagePath);

} // namespace providers::posthog
