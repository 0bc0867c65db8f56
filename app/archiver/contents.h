// SPDX-License-Identifier: Apache-2.0
// A zip file that was found sound, opened with KArchive, which must see the same entries.
#pragma once

#include "app/archiver/directory.h"

#include <KZip>
#include <QFile>

#include <functional>

namespace archiver {

class Contents
{
public:
    /// Refuses what readDirectory() refuses, and where KArchive sees other entries.
    explicit Contents(const QString &path);

    const std::vector<Entry> &entries() const { return m_entries; }
    qint64 unpacked() const;
    /// Hands over the contents of a file piece by piece. Refuses as soon as they are longer than the archive says, and
    /// at the end where length or CRC-32 differ: then some of it was handed over.
    void read(const Entry &entry, const std::function<void(const QByteArray &piece)> &take) const;

private:
    void compare(const KArchiveDirectory &folder);
    void compare(const KZipFileEntry &file);

    QFile m_file;
    KZip m_zip;
    std::vector<Entry> m_entries;
    QHash<QByteArray, const KZipFileEntry *> m_files;
};

} // namespace archiver
