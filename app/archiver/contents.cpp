// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/contents.h"

#include <algorithm>
#include <memory>
#include <sys/stat.h>
#include <zlib.h>

namespace archiver {

namespace {

constexpr qint64 pieceLength = 64 * 1024;

std::vector<Entry> mapped(QFile &file)
{
    if (!file.open(QIODevice::ReadOnly)) {
        throw Refusal{"unreadable", {}, "the zip file can't be read: " + file.errorString().toUtf8()};
    }
    if (file.isSequential()) {
        throw Refusal{"unreadable", {}, "the zip file is not a plain file"};
    }
    const uchar *data = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    if (!data) {
        throw Refusal{"truncated", {}, "the file is empty, so it is no zip file"};
    }
    std::vector<Entry> entries = readDirectory(Bytes(data, file.size()));
    file.unmap(const_cast<uchar *>(data));
    return entries;
}

Refusal differs(const QByteArray &name)
{
    return {"ambiguous", name, "two readers of zip files see different entries in this one"};
}

} // namespace

Contents::Contents(const QString &path) : m_file(path), m_zip(path), m_entries(mapped(m_file))
{
    if (!m_zip.open(QIODevice::ReadOnly)) {
        throw Refusal{"unreadable", {}, "the zip file can't be opened: " + m_zip.errorString().toUtf8()};
    }
    compare(*m_zip.directory());
    const auto files =
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.isFolder(); });
    if (m_files.size() != files) {
        throw differs({});
    }
    for (const Entry &entry : m_entries) {
        const KZipFileEntry *file = m_files.value(entry.name);
        const bool same = file && file->crc32() == entry.crc && file->size() == entry.size &&
                          file->compressedSize() == entry.packed && quint32(file->encoding()) == entry.method;
        if (!entry.isFolder() && !same) {
            throw differs(entry.name);
        }
    }
}

void Contents::compare(const KArchiveDirectory &folder)
{
    const QStringList names = folder.entries();
    for (const QString &name : names) {
        const KArchiveEntry *entry = folder.entry(name);
        if (entry->isDirectory()) {
            compare(*static_cast<const KArchiveDirectory *>(entry));
        } else {
            compare(*static_cast<const KZipFileEntry *>(entry));
        }
    }
}

void Contents::compare(const KZipFileEntry &file)
{
    const QByteArray name = file.path().toUtf8(); // as it stands in the archive; the tree has folded it
    const mode_t type = file.permissions() & S_IFMT;
    if ((type != 0 && type != S_IFREG) || !file.symLinkTarget().isEmpty()) {
        throw Refusal{"link", name, "the entry is not a plain file"};
    }
    if (m_files.contains(name)) {
        throw differs(name);
    }
    m_files.insert(name, &file);
}

qint64 Contents::unpacked() const
{
    qint64 size = 0;
    for (const Entry &entry : m_entries) {
        size += entry.size;
    }
    return size;
}

void Contents::read(const Entry &entry, const std::function<void(const QByteArray &piece)> &take) const
{
    const std::unique_ptr<QIODevice> device(m_files.value(entry.name)->createDevice());
    qint64 count = 0;
    uLong crc = crc32(0, nullptr, 0);
    while (device && count <= entry.size) {
        const QByteArray piece = device->read(pieceLength);
        if (piece.isEmpty()) {
            break;
        }
        count += piece.size();
        crc = crc32(crc, reinterpret_cast<const Bytef *>(piece.constData()), uInt(piece.size()));
        if (count <= entry.size) {
            take(piece);
        }
    }
    if (count != entry.size) {
        throw Refusal{"sizes", entry.name, "the contents have another length than the archive says"};
    }
    if (crc != entry.crc) {
        throw Refusal{"crc", entry.name, "the contents are not what was packed: their CRC-32 differs"};
    }
}

} // namespace archiver
