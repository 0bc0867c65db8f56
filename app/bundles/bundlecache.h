// SPDX-License-Identifier: Apache-2.0
// Bundles laid out on the disk, ready to be run: one private folder a digest, made aside and moved into place whole,
// compared with what was laid out every time it is used again. Every verb blocks; for one thread at a time.
#pragma once

#include "app/base/clock.h"
#include "app/bundles/archiver.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace bundles {

/// A bundle on the disk. Its folder stays as long as one of these is held.
class LaidOut
{
public:
    explicit LaidOut(QString folder) : m_folder(std::move(folder)) {}
    /// Holds `index.js`. Mode 0500.
    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
};

using LaidOutPtr = std::shared_ptr<const LaidOut>;

class BundleCache
{
public:
    /// How many bundles nobody uses now are kept, and for how long at most after they were last used.
    struct Keep
    {
        int bundles = 20;
        std::chrono::hours unused{30 * 24};
    };

    /// `clock` tells how old things are, and must outlive this.
    BundleCache(QString root, Archiver archiver, const base::Clock &clock)
        : BundleCache(std::move(root), std::move(archiver), clock, Keep{})
    {
    }
    BundleCache(QString root, Archiver archiver, const base::Clock &clock, Keep keep)
        : m_root(std::move(root)), m_archiver(std::move(archiver)), m_clock(clock), m_keep(keep)
    {
    }

    /// Invalid where the archiver refuses it; Unavailable where it can't be written.
    base::Result<LaidOutPtr> layOut(const Bundle &bundle);

private:
    QString placeOf(const QByteArray &digest) const;
    base::Result<LaidOutPtr> makeAnew(const Bundle &bundle, const QString &place);
    LaidOutPtr lend(const QString &place);
    void tidy(base::Instant now);
    bool isLent(const QString &place) const;

    QString m_root;
    Archiver m_archiver;
    const base::Clock &m_clock;
    Keep m_keep;
    QHash<QString, std::weak_ptr<const LaidOut>> m_lent;
};

} // namespace bundles
