// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/bundlecache.h"

#include "app/bundles/manifest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr std::chrono::hours leftoverAfter{1}; ///< An unfinished folder of a program that died.

QString codeIn(const QString &place)
{
    return place + u"/code"_s;
}

QString manifestIn(const QString &place)
{
    return place + u"/manifest.json"_s;
}

bool isAsItWas(const QString &place)
{
    const base::Result<Manifest> written = readManifest(manifestIn(place));
    const base::Result<Manifest> found = manifestOf(codeIn(place));
    return written && found && *written == *found;
}

base::Instant lastUsed(const QString &place)
{
    return base::fromMillis(QFileInfo(place).lastModified().toMSecsSinceEpoch());
}

void noteUse(const QString &place)
{
    // A folder's own time changes with what lies directly in it.
    const QString mark = place + u"/used"_s;
    QFile::remove(mark);
    QFile(mark).open(QIODevice::WriteOnly);
}

base::Status makePrivate(const QString &folder)
{
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, owner)) {
        return base::unavailable({}, u"the folder %1 can't be made"_s.arg(folder));
    }
    return {};
}

/// Code is not for writing: a handler that tries is told so, as in the service it was made for.
void setWritable(const QString &folder, bool writable)
{
    const auto rights = QFile::ReadOwner | QFile::ExeOwner | (writable ? QFile::WriteOwner : QFile::Permissions());
    QFile::setPermissions(folder, rights);
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    while (entries.hasNext()) {
        entries.next();
        if (entries.fileInfo().isDir()) {
            setWritable(entries.filePath(), writable);
        } else if (!writable) {
            QFile::setPermissions(entries.filePath(), QFile::ReadOwner);
        }
    }
}

void removePlace(const QString &place)
{
    setWritable(codeIn(place), true);
    QDir(place).removeRecursively();
}

base::Status writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return base::unavailable(u"writing %1"_s.arg(path), file.errorString());
    }
    return {};
}

} // namespace

QString BundleCache::placeOf(const QByteArray &digest) const
{
    return m_root + u'/' + QString::fromLatin1(digest.toHex());
}

base::Result<LaidOutPtr> BundleCache::layOut(const Bundle &bundle)
{
    CHECK(makePrivate(m_root));
    const QString place = placeOf(bundle.digest());
    if (!isLent(place) && QFileInfo::exists(place) && !isAsItWas(place)) {
        removePlace(place);
    }
    if (!QFileInfo::exists(place)) {
        TRY(const LaidOutPtr made, makeAnew(bundle, place));
        tidy(m_clock.now());
        return made;
    }
    if (!isAsItWas(place)) {
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .detail = u"the files of the bundle were changed by a run that still goes on"_s};
    }
    noteUse(place);
    return lend(place);
}

base::Result<LaidOutPtr> BundleCache::makeAnew(const Bundle &bundle, const QString &place)
{
    QTemporaryDir aside(m_root + u"/new-XXXXXX"_s); // made 0700
    if (!aside.isValid() || !QDir(aside.path()).mkdir(u"code"_s)) {
        return base::unavailable(u"laying out a bundle"_s, aside.errorString());
    }
    CHECK(makePrivate(codeIn(aside.path())));
    const QString zip = aside.filePath(u"bundle.zip"_s);
    CHECK(writeFile(zip, bundle.zip()));
    CHECK(accepted(m_archiver.extract(zip, codeIn(aside.path()))));
    QFile::remove(zip);
    TRY(const Manifest manifest, manifestOf(codeIn(aside.path())));
    CHECK(writeManifest(manifest, manifestIn(aside.path())));
    noteUse(aside.path());
    setWritable(codeIn(aside.path()), false);
    if (std::rename(QFile::encodeName(aside.path()).constData(), QFile::encodeName(place).constData()) != 0) {
        return base::unavailable(u"laying out a bundle"_s, qt_error_string());
    }
    aside.setAutoRemove(false);
    return lend(place);
}

LaidOutPtr BundleCache::lend(const QString &place)
{
    std::weak_ptr<const LaidOut> &known = m_lent[place];
    if (LaidOutPtr held = known.lock()) {
        return held;
    }
    const auto made = std::make_shared<const LaidOut>(codeIn(place));
    known = made;
    return made;
}

bool BundleCache::isLent(const QString &place) const
{
    return !m_lent.value(place).expired();
}

/// Removes what nobody holds: unfinished folders, and bundles that were not used for long or are too many.
void BundleCache::tidy(base::Instant now)
{
    const QDir root(m_root);
    QStringList unused;
    const QStringList names = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString place = root.filePath(name);
        const auto age = now - lastUsed(place);
        if (name.startsWith("new-"_L1)) {
            if (age > leftoverAfter) {
                removePlace(place);
            }
        } else if (!isLent(place)) {
            unused.append(place);
        }
    }
    std::sort(unused.begin(), unused.end(),
              [](const QString &a, const QString &b) { return lastUsed(a) > lastUsed(b); });
    for (qsizetype i = 0; i < unused.size(); ++i) {
        if (i >= m_keep.bundles || now - lastUsed(unused.at(i)) > m_keep.unused) {
            m_lent.remove(unused.at(i));
            removePlace(unused.at(i));
        }
    }
}

} // namespace bundles
