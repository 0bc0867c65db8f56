// SPDX-License-Identifier: Apache-2.0
// What bundles remember between runs: names and texts, one store for all of them, in the JSON file that Defender's own
// client uses locally. Safe beside other processes: a kernel lock around each change, and files replaced whole.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace bundles {

struct KeptValue
{
    QString key;
    QString value;
    base::Instant writtenAt;
    base::Instant expiresAt;
};

/// Every verb reads the disk and may wait for another process up to 10 s (then Unavailable). Corrupt where the file is
/// not what this or Defender's client writes; it is left alone then.
class KeyValueStore
{
public:
    static constexpr int longestKey = 1024;          ///< Characters (UTF-16 units), at least one.
    static constexpr int longestValue = 300 * 1024;  ///< The same.
    static constexpr qint64 mostBytes = 64LL << 20U; ///< Of the file.
    static constexpr std::chrono::days life{90};     ///< After the last write of a key.

    /// The file `kvstore.json` in `folder`; beside it lie when its keys were written, and the lock.
    KeyValueStore(const QString &folder, const base::Clock &clock);

    base::Result<std::optional<QString>> get(const QString &key) const;
    /// Invalid with the field `key` or `value` where one is too long; Unavailable where the store is full.
    base::Status put(const QString &key, const QString &value);
    /// Whether it was there.
    base::Result<bool> remove(const QString &key);
    /// By key.
    base::Result<QList<KeptValue>> all() const;

private:
    struct Contents
    {
        QJsonObject values;
        QJsonObject times; ///< When a key was written, milliseconds since 1970.
    };

    base::Result<Contents> read() const;
    base::Status write(const Contents &contents);
    base::Instant writtenAt(const Contents &contents, const QString &key) const;
    bool isExpired(const Contents &contents, const QString &key) const;
    void dropExpired(Contents &contents) const;

    QString m_file;
    QString m_timesFile;
    QString m_lockFile;
    const base::Clock &m_clock;
};

} // namespace bundles
