// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/bundles.h"

#include <QDir>
#include <QFile>
#include <QPromise>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

template <typename Work> auto later(QThreadPool &pool, Work work)
{
    using Answer = std::invoke_result_t<Work>;
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    pool.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

base::Result<Files> readFiles(const Bundle &bundle, const Archiver &archiver)
{
    TRY(const Listing listing, accepted(judge(bundle, archiver)));
    if (listing.size > Bundles::mostOpened) {
        return base::invalid({}, u"the files of the bundle are too large to be opened here"_s);
    }
    const QTemporaryDir aside;
    const QString zip = aside.filePath(u"bundle.zip"_s);
    const QString folder = aside.filePath(u"code"_s);
    QFile out(zip);
    if (!QDir().mkdir(folder) || !out.open(QIODevice::WriteOnly) || out.write(bundle.zip()) != bundle.zip().size() ||
        !out.flush()) {
        return base::unavailable(u"opening a bundle"_s, out.errorString());
    }
    CHECK(accepted(archiver.extract(zip, folder)));
    Files files;
    for (const BundleFile &file : listing.files) {
        QFile in(folder + u'/' + file.name);
        if (!in.open(QIODevice::ReadOnly)) {
            return base::unavailable(u"opening a bundle"_s, in.errorString());
        }
        files.insert(file.name, in.readAll());
    }
    return files;
}

/// What would not even get as far as the archiver, or be told in other words there.
base::Status checkName(const QString &name, const Files &files)
{
    const bool plain = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (!plain) {
        return base::invalid({}, u"%1: names may hold printable ASCII characters only"_s.arg(name));
    }
    for (qsizetype at = name.indexOf(u'/'); at >= 0; at = name.indexOf(u'/', at + 1)) {
        if (files.contains(name.left(at))) {
            return base::invalid({}, u"%1: %2 is a file, not a folder"_s.arg(name, name.left(at)));
        }
    }
    return {};
}

base::Result<Imported> packFiles(const Files &files, const Archiver &archiver)
{
    const QTemporaryDir aside;
    const QDir folder(aside.path());
    for (auto it = files.constBegin(); it != files.constEnd(); ++it) {
        CHECK(checkName(it.key(), files));
        const QString path = QDir::cleanPath(folder.filePath(it.key()));
        if (!path.startsWith(aside.path() + u'/')) {
            return base::invalid({}, u"%1: the name leads out of the bundle"_s.arg(it.key()));
        }
        QFile out(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
            out.write(*it) != it->size() || !out.flush()) {
            return base::unavailable(u"packing %1"_s.arg(it.key()), out.errorString());
        }
    }
    return packed(aside.path(), archiver);
}

} // namespace

Bundles::Bundles(QString program, QString cache, const base::Clock &clock)
    : m_archiver(std::move(program), &m_cancelled), m_cache(std::move(cache), m_archiver, clock)
{
    m_lane.setMaxThreadCount(1);
    m_pool.setMaxThreadCount(2);
}

Bundles::~Bundles()
{
    m_cancelled = true;
    m_lane.waitForDone();
    m_pool.waitForDone();
}

QFuture<base::Result<Listing>> Bundles::check(const Bundle &bundle) const
{
    return later(m_pool, [this, bundle] { return accepted(judge(bundle, m_archiver)); });
}

QFuture<base::Result<void>> Bundles::checkCode(const QString &code) const
{
    return later(m_pool, [this, code]() -> base::Result<void> {
        const base::Result<Bundle> bundle = Bundle::fromCode(code);
        if (!bundle) {
            return bundle.error().inField(u"params"_s);
        }
        const base::Result<Listing> listing = accepted(judge(*bundle, m_archiver));
        return listing ? base::Status() : listing.error().inField(u"params.code"_s);
    });
}

QFuture<base::Result<LaidOutPtr>> Bundles::layOut(const Bundle &bundle) const
{
    return later(m_lane, [this, bundle] { return m_cache.layOut(bundle); });
}

QFuture<base::Result<LaidOutPtr>> Bundles::layOutCode(const QString &code) const
{
    return later(m_lane, [this, code]() -> base::Result<LaidOutPtr> {
        TRY(const Bundle bundle, Bundle::fromCode(code));
        return m_cache.layOut(bundle);
    });
}

QFuture<base::Result<Imported>> Bundles::importFrom(const QString &path) const
{
    return later(m_pool, [this, path] { return bundles::importFrom(path, m_archiver); });
}

QFuture<base::Result<Files>> Bundles::open(const Bundle &bundle) const
{
    return later(m_pool, [this, bundle] { return readFiles(bundle, m_archiver); });
}

QFuture<base::Result<Opened>> Bundles::openCode(const QString &code) const
{
    return later(m_pool, [this, code]() -> base::Result<Opened> {
        TRY(const Bundle bundle, Bundle::fromCode(code));
        TRY(const Files files, readFiles(bundle, m_archiver));
        return Opened{bundle, files};
    });
}

QFuture<base::Result<Opened>> Bundles::openPath(const QString &path) const
{
    return later(m_pool, [this, path]() -> base::Result<Opened> {
        TRY(const Imported imported, bundles::importFrom(path, m_archiver));
        TRY(const Files files, readFiles(imported.bundle, m_archiver));
        return Opened{imported.bundle, files};
    });
}

QFuture<base::Result<Imported>> Bundles::pack(const Files &files) const
{
    return later(m_pool, [this, files] { return packFiles(files, m_archiver); });
}

} // namespace bundles
