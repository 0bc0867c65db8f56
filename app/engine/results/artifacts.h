// SPDX-License-Identifier: Apache-2.0
// Files that a run left: those that match its patterns and were written since it began, with hash and beginning. They
// stay where they are.
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>

namespace engine {

struct ArtifactLimits
{
    int files = 100;
    qint64 fileBytes = 256LL << 20U; ///< A larger file is named without its hash.
    qint64 allBytes = 1024LL << 20U; ///< Beyond it files are named without their hash.
    qint64 previewBytes = 2048;
};

/// `[{name, path, bytes, sha256, preview}]` by name; hash and preview are null where there is none, the preview also
/// for what is no text. A last `{omitted}` counts those beyond the limit. `patterns` are those of a shell (`*`, `?`,
/// `[…]`), relative to `folder` or absolute. Links are not followed. Blocks while it reads.
QJsonArray artifactsOf(const QStringList &patterns, const QString &folder, const QDateTime &since,
                       const ArtifactLimits &limits = {});

} // namespace engine
