// SPDX-License-Identifier: Apache-2.0
// The entries of a zip file by its own directory, each held against its local header and against the others, before
// any library opens the file.
#pragma once

#include "app/archiver/bytes.h"

#include <vector>

namespace archiver {

struct Entry
{
    QByteArray name; ///< A folder's ends with a slash.
    quint32 flags = 0;
    quint32 method = 0;
    quint32 crc = 0;
    qint64 packed = 0; ///< Bytes in the archive.
    qint64 size = 0;   ///< Bytes of the contents, as the archive says.
    qint64 headerAt = 0;

    bool isFolder() const { return name.endsWith('/'); }
};

/// All entries in the order of the directory. Every way in which the file could mean different things to different
/// readers, or harm one, is a Refusal.
std::vector<Entry> readDirectory(const Bytes &file);

} // namespace archiver
