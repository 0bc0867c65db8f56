// SPDX-License-Identifier: Apache-2.0
// Bundles for those who must not wait: every verb answers a future, finished on a thread of its own.
#pragma once

#include "app/bundles/bundlecache.h"
#include "app/bundles/importing.h"

#include <QFuture>
#include <QMap>
#include <QThreadPool>

#include <atomic>

namespace bundles {

/// The files of a bundle by name.
using Files = QMap<QString, QByteArray>;

/// A bundle with all its files read.
struct Opened
{
    Bundle bundle;
    Files files;
};

/// Verbs may be called from any thread. Destroying it ends what is under way (Cancelled) and waits for that, shortly.
class Bundles
{
public:
    /// More than this is not opened for reading in the window.
    static constexpr qint64 mostOpened = 64 * 1024 * 1024;

    /// `program` as for Archiver; bundles are laid out below `cache`, a folder that only one of these uses at a time.
    /// `clock` must outlive this.
    Bundles(QString program, QString cache, const base::Clock &clock);
    ~Bundles();
    Q_DISABLE_COPY_MOVE(Bundles)

    /// Whether it is sound; Invalid with the reason where it is not.
    QFuture<base::Result<Listing>> check(const Bundle &bundle) const;
    /// The same of the code of `params`, where there is any; what is wrong is about the field `params.code`.
    QFuture<base::Result<void>> checkCode(const QString &code) const;
    QFuture<base::Result<LaidOutPtr>> layOut(const Bundle &bundle) const;
    /// The same of base64 text.
    QFuture<base::Result<LaidOutPtr>> layOutCode(const QString &code) const;
    QFuture<base::Result<Imported>> importFrom(const QString &path) const;
    /// Invalid where all files together have more than mostOpened bytes.
    QFuture<base::Result<Files>> open(const Bundle &bundle) const;
    /// The same of base64 text, and of what importFrom() takes.
    QFuture<base::Result<Opened>> openCode(const QString &code) const;
    QFuture<base::Result<Opened>> openPath(const QString &path) const;
    QFuture<base::Result<Imported>> pack(const Files &files) const;

private:
    std::atomic<bool> m_cancelled{false};
    const Archiver m_archiver;
    mutable BundleCache m_cache; ///< On m_lane only.
    mutable QThreadPool m_lane;  ///< One thread.
    mutable QThreadPool m_pool;
};

} // namespace bundles
