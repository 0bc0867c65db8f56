// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/bundle.h"

#include "app/archiver/limits.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

const QString tooLarge = u"a bundle may have at most 50 MiB as a zip file"_s;

} // namespace

Bundle::Bundle(QByteArray zip)
    : m_zip(std::move(zip)), m_digest(QCryptographicHash::hash(m_zip, QCryptographicHash::Sha256))
{
}

base::Result<Bundle> Bundle::fromCode(const QString &code)
{
    QByteArray text = code.toLatin1();
    text.removeIf([](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t'; });
    if (text.isEmpty()) {
        return base::invalid(u"code"_s, u"code must be a zip file in base64"_s);
    }
    if (text.size() > (archiver::mostPacked + 2) / 3 * 4) {
        return base::invalid(u"code"_s, tooLarge);
    }
    auto decoded = QByteArray::fromBase64Encoding(std::move(text), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        return base::invalid(u"code"_s, u"code is not base64; it must be a zip file in base64"_s);
    }
    return Bundle(*decoded);
}

base::Result<Bundle> Bundle::fromFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile()) {
        return base::invalid({}, u"there is no file %1"_s.arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unavailable(u"reading %1"_s.arg(path), file.errorString());
    }
    const QByteArray zip = file.read(archiver::mostPacked + 1);
    if (zip.size() > archiver::mostPacked) {
        return base::invalid({}, tooLarge);
    }
    return Bundle(zip);
}

QString Bundle::digestText() const
{
    return QString::fromLatin1(m_digest.toBase64());
}

QString Bundle::code() const
{
    return QString::fromLatin1(m_zip.toBase64());
}

} // namespace bundles
