// SPDX-License-Identifier: Apache-2.0
// Writes zip files byte by byte, sound ones and any lie a field can tell.
#pragma once

#include <QByteArray>
#include <QList>

#include <functional>
#include <optional>

namespace test {

struct ZipEntry
{
    QByteArray name;
    QByteArray data; ///< Unpacked.
    quint16 method = 0;
    quint16 flags = 0;
    quint32 mode = 0100644; ///< Type and rights, as Unix has them.
    QByteArray extra = {};  ///< Of the directory.

    // What differs from the truth where it is given.
    std::optional<QByteArray> localName = {};
    std::optional<QByteArray> packed = {}; ///< The bytes in the archive.
    std::optional<quint32> crc = {};
    std::optional<quint32> size = {};
    std::optional<quint32> packedSize = {};
    std::optional<quint32> headerAt = {};
    std::optional<quint32> localCrc = {};
    QByteArray behind = {}; ///< Stands after the contents.
};

struct ZipShape
{
    QByteArray before;  ///< Stands before the first entry; offsets do not count it.
    QByteArray leading; ///< The same, and offsets count it.
    QByteArray between; ///< Between the last entry and the directory.
    QByteArray comment;
    QByteArray trailing; ///< Behind everything.
    std::optional<quint16> entries;
    std::optional<quint16> commentLength;
    std::optional<quint32> directoryAt;
    quint16 volume = 0;
    QByteArray beforeEnd; ///< Between the directory and the ending.
};

QByteArray zip(const QList<ZipEntry> &entries, const ZipShape &shape = {});

ZipEntry plain(const QByteArray &name, const QByteArray &data = "x");
ZipEntry index();
/// Raw deflate.
QByteArray deflated(const QByteArray &data);
quint32 crcOf(const QByteArray &data);

} // namespace test
