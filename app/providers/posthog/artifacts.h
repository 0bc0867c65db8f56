// SPDX-License-Identifier: Apache-2.0
// Files of runs: up through the server, the larger ones of later servers straight into its storage; down through the
// server where it can, else from the storage. An address in the storage is its own key.
#pragma once

#include "app/providers/posthog/service.h"

namespace providers::posthog {

/// One file as it is sent, of the fields of the action. Invalid names the field.
base::Result<QJsonObject> artifactOf(const QJsonObject &given);

/// What the action was given with the file at its `path`, read aside, as content; the same where there is no path.
/// Invalid, named `path`, where that is no file, is too large, or is not text and the server keeps nothing else.
rest::Future<QJsonObject> withFile(Service &service, const RunPlace &place, const QJsonObject &given);

/// Answers all files of the run, those before included. What is too much for one request (1 MB) takes three: a place is
/// asked for, the file goes there without the key, and the place is told to the run. Servers that know no such way get
/// it in one; Invalid, named `content`, where it is too much for that (20 MB).
rest::Future<QJsonObject> uploadArtifact(Service &service, const RunPlace &place, const QJsonObject &file);

/// `{name, content, encoding, size}`: text as `utf-8`, anything else in `base64`. Which file is said by its
/// `storage_path`, or by its `name`, of which the newest counts; NotFound tells which there are.
rest::Future<QJsonObject> downloadArtifact(Service &service, const RunPlace &place, const QJsonObject &given);

} // namespace providers::posthog
