// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/bundles/zipmaker.h"

#include <QtEndian>

namespace test {

namespace {

QByteArray n16(quint32 value)
{
    const quint16 little = qToLittleEndian(quint16(value));
    return {reinterpret_cast<const char *>(&little), 2};
}

QByteArray n32(quint32 value)
{
    const quint32 little = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&little), 4};
}

struct Written
{
    QByteArray packed;
    quint32 crc;
    quint32 size;
    quint32 packedSize;
    quint32 at;
};

QByteArray fields(const ZipEntry &entry, quint32 crc, const Written &written)
{
    // Needed version, flags, method, a time, a date.
    return n16(20) + n16(entry.flags) + n16(entry.method) + n16(0) + n16(0x5458) + n32(crc) + n32(written.packedSize) +
           n32(written.size);
}

} // namespace

QByteArray deflated(const QByteArray &data)
{
    const QByteArray whole = qCompress(data); // 4 bytes of Qt, 2 and 4 of zlib around it
    return whole.mid(6, whole.size() - 10);
}

quint32 crcOf(const QByteArray &data)
{
    quint32 crc = ~0U;
    for (const char c : data) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1U) ^ (crc & 1U ? 0xedb88320U : 0U);
        }
    }
    return ~crc;
}

ZipEntry plain(const QByteArray &name, const QByteArray &data)
{
    const bool folder = name.endsWith('/');
    return {.name = name, .data = data, .mode = folder ? 0040755U : 0100644U};
}

ZipEntry index()
{
    return plain("index.js", "exports.handler = async () => 42;\n");
}

QByteArray zip(const QList<ZipEntry> &entries, const ZipShape &shape)
{
    QByteArray file = shape.leading;
    QList<Written> all;
    for (const ZipEntry &entry : entries) {
        Written written;
        written.packed = entry.packed.value_or(entry.method == 8 ? deflated(entry.data) : entry.data);
        written.crc = entry.crc.value_or(crcOf(entry.data));
        written.size = entry.size.value_or(quint32(entry.data.size()));
        written.packedSize = entry.packedSize.value_or(quint32(written.packed.size()));
        written.at = entry.headerAt.value_or(quint32(file.size()));
        const QByteArray name = entry.localName.value_or(entry.name);
        file += "PK\3\4" + fields(entry, entry.localCrc.value_or(written.crc), written) + n16(quint32(name.size())) +
                n16(0) + name + written.packed + entry.behind;
        all.append(written);
    }
    file += shape.between;
    const quint32 directoryAt = shape.directoryAt.value_or(quint32(file.size()));
    QByteArray directory;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ZipEntry &entry = entries.at(i);
        directory += "PK\1\2" + n16(0x031e) + fields(entry, all.at(i).crc, all.at(i)) +
                     n16(quint32(entry.name.size())) + n16(quint32(entry.extra.size())) + n16(0) + n16(0) + n16(0) +
                     n32(entry.mode << 16U) + n32(all.at(i).at) + entry.name + entry.extra;
    }
    const quint32 count = shape.entries.value_or(quint16(entries.size()));
    file += directory + shape.beforeEnd + "PK\5\6" + n16(shape.volume) + n16(0) + n16(count) + n16(count) +
            n32(quint32(directory.size())) + n32(directoryAt) +
            n16(shape.commentLength.value_or(quint16(shape.comment.size()))) + shape.comment + shape.trailing;
    return shape.before + file;
}

} // namespace test
