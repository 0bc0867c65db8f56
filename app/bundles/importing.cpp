// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/importing.h"

#include "app/archiver/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

constexpr qint64 mostText = archiver::mostPacked * 4 / 3 + archiver::mebibyte;

base::Result<Imported> fromZip(const Bundle &bundle, const Archiver &archiver)
{
    TRY(const Listing listing, accepted(judge(bundle, archiver)));
    return Imported{.bundle = bundle, .listing = listing};
}

base::Result<Imported> fromAutotask(QJsonObject autotask, const Archiver &archiver)
{
    const QJsonValue code = autotask.take("encodedZippedCode"_L1);
    if (!code.isString()) {
        return base::invalid(u"encodedZippedCode"_s,
                             u"the JSON must be an autotask with its code in encodedZippedCode"_s);
    }
    const base::Result<Bundle> bundle = Bundle::fromCode(code.toString());
    if (!bundle) {
        base::Error error = bundle.error();
        error.field = u"encodedZippedCode"_s;
        return error;
    }
    TRY(Imported imported, fromZip(*bundle, archiver));
    imported.autotask = autotask;
    return imported;
}

base::Result<QList<Imported>> fromJson(const QByteArray &text, const Archiver &archiver)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return base::invalid({}, u"the JSON can't be read: "_s + problem.errorString());
    }
    if (document.isObject()) {
        TRY(const Imported imported, fromAutotask(document.object(), archiver));
        return QList<Imported>{imported};
    }
    QList<Imported> all;
    for (const QJsonValue one : document.array()) {
        const base::Result<Imported> imported = fromAutotask(one.toObject(), archiver);
        if (!imported) {
            return imported.error().inField(u"[%1]"_s.arg(all.size()));
        }
        all.append(*imported);
    }
    return all;
}

bool looksLikeJson(const QByteArray &begin)
{
    const QByteArray text = begin.trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

} // namespace

base::Result<QList<Imported>> importAll(const QByteArray &bytes, const Archiver &archiver)
{
    if (looksLikeJson(bytes.left(64))) {
        return fromJson(bytes, archiver);
    }
    TRY(const Imported imported, fromZip(Bundle(bytes), archiver));
    return QList<Imported>{imported};
}

base::Result<QList<Imported>> importAllFrom(const QString &path, const Archiver &archiver)
{
    if (QFileInfo(path).isDir()) {
        TRY(const Imported imported, packed(path, archiver));
        return QList<Imported>{imported};
    }
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return base::invalid({}, u"there is no file or folder %1"_s.arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    if (!looksLikeJson(file.peek(64))) {
        TRY(const Bundle bundle, Bundle::fromFile(path));
        TRY(const Imported imported, fromZip(bundle, archiver));
        return QList<Imported>{imported};
    }
    const QByteArray text = file.read(mostText + 1);
    if (text.size() > mostText) {
        return base::invalid({}, u"the file is too large for the JSON of an autotask"_s);
    }
    return fromJson(text, archiver);
}

base::Result<Imported> importFrom(const QString &path, const Archiver &archiver)
{
    TRY(const QList<Imported> all, importAllFrom(path, archiver));
    if (all.size() != 1) {
        return base::invalid({}, u"the file holds %1 autotasks, one is wanted"_s.arg(all.size()));
    }
    return all.first();
}

base::Result<Imported> packed(const QString &folder, const Archiver &archiver)
{
    const QTemporaryDir aside;
    if (!aside.isValid()) {
        return base::unavailable(u"packing a bundle"_s, aside.errorString());
    }
    const QString zip = aside.filePath(u"bundle.zip"_s);
    TRY(const Listing listing, accepted(archiver.pack(folder, zip)));
    TRY(const Bundle bundle, Bundle::fromFile(zip));
    return Imported{.bundle = bundle, .listing = listing};
}

base::Result<Verdict> judge(const Bundle &bundle, const Archiver &archiver)
{
    QTemporaryFile file; // made 0600
    if (!file.open() || file.write(bundle.zip()) != bundle.zip().size() || !file.flush()) {
        return base::unavailable(u"looking into a bundle"_s, file.errorString());
    }
    return archiver.list(file.fileName());
}

} // namespace bundles
