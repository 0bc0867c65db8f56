// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/importing.h"

#include "app/archiver/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

base::Result<Imported> fromZip(const QString &path, const Archiver &archiver)
{
    TRY(const Bundle bundle, Bundle::fromFile(path));
    TRY(const Listing listing, accepted(judge(bundle, archiver)));
    return Imported{.bundle = bundle, .listing = listing, .name = {}};
}

base::Result<Imported> fromDefender(const QByteArray &text, const Archiver &archiver)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return base::invalid({}, u"the JSON can't be read: "_s + problem.errorString());
    }
    const QJsonValue code = document.object().value("encodedZippedCode"_L1);
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
    TRY(const Listing listing, accepted(judge(*bundle, archiver)));
    return Imported{.bundle = *bundle, .listing = listing, .name = document.object().value("name"_L1).toString()};
}

} // namespace

base::Result<Imported> importFrom(const QString &path, const Archiver &archiver)
{
    if (QFileInfo(path).isDir()) {
        return packed(path, archiver);
    }
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return base::invalid({}, u"there is no file or folder %1"_s.arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    const QByteArray begin = file.peek(64).trimmed();
    if (!begin.startsWith('{')) {
        return fromZip(path, archiver);
    }
    const qint64 most = archiver::mostPacked * 4 / 3 + archiver::mebibyte;
    const QByteArray text = file.read(most + 1);
    if (text.size() > most) {
        return base::invalid({}, u"the file is too large for the JSON of an autotask"_s);
    }
    return fromDefender(text, archiver);
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
    return Imported{.bundle = bundle, .listing = listing, .name = {}};
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
