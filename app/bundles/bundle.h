// SPDX-License-Identifier: Apache-2.0
// A zip file of code with `index.js` at its root, as bytes, with the SHA-256 of them that names it. A value; that it is
// sound is known only after the archiver has looked.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace bundles {

class Bundle
{
public:
    Bundle() = default;
    explicit Bundle(QByteArray zip);

    /// Of base64 text; line breaks in it do not matter. Invalid where it is empty, is no base64 or is too large.
    static base::Result<Bundle> fromCode(const QString &code);
    /// Invalid where there is no such file or it is too large.
    static base::Result<Bundle> fromFile(const QString &path);

    const QByteArray &zip() const { return m_zip; }
    bool isEmpty() const { return m_zip.isEmpty(); }
    /// SHA-256, 32 bytes.
    const QByteArray &digest() const { return m_digest; }
    /// The digest as Defender's API writes it: base64.
    QString digestText() const;
    /// Base64 in one line, for `params.code`.
    QString code() const;

    friend bool operator==(const Bundle &a, const Bundle &b) { return a.m_digest == b.m_digest; }

private:
    QByteArray m_zip;
    QByteArray m_digest;
};

struct BundleFile
{
    QString name; ///< Relative, folders before slashes, printable ASCII.
    qint64 size = 0;
    qint64 packed = 0;
    QString crc; ///< CRC-32, hexadecimal.

    friend bool operator==(const BundleFile &, const BundleFile &) = default;
};

/// What the archiver found in a sound bundle, in the order of the archive.
struct Listing
{
    QList<BundleFile> files;
    qint64 size = 0; ///< Bytes of all files.
};

} // namespace bundles
