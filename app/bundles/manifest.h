// SPDX-License-Identifier: Apache-2.0
// What lies in a folder, file by file with SHA-256, and whether that is still so. Blocks while it reads.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace bundles {

/// Digest by relative name.
using Manifest = QMap<QString, QByteArray>;

/// Of every file below `folder`. Corrupt where something there is neither a folder nor a plain file.
base::Result<Manifest> manifestOf(const QString &folder);

base::Status writeManifest(const Manifest &manifest, const QString &file);
base::Result<Manifest> readManifest(const QString &file);

} // namespace bundles
