// SPDX-License-Identifier: Apache-2.0
// What is at a path, small enough to be kept and compared: a file by its identity, size and time of change, a folder by
// those of its entries.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QHash>
#include <QThreadPool>

namespace engine {

/// Of more entries in a folder than this only its own time of change is looked at.
inline constexpr int mostEntries = 20'000;

struct Fingerprint
{
    bool exists = false;
    bool folder = false;
    QByteArray mark;                     ///< Of a file, or of a folder with too many entries.
    QHash<QByteArray, QByteArray> marks; ///< Of a folder's entries, by name.

    friend bool operator==(const Fingerprint &, const Fingerprint &) = default;
};

/// Reads the disk and may block for as long as that takes.
Fingerprint fingerprintOf(const QString &path);
/// The same on a thread of `pool`.
QFuture<base::Result<Fingerprint>> takeFingerprint(QThreadPool &pool, const QString &path);

/// Whether something appeared or changed. That something went away is no change.
bool hasChanged(const Fingerprint &before, const Fingerprint &now);

} // namespace engine
