// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/ending.h"

#include "app/archiver/limits.h"

#include <algorithm>

namespace archiver {

namespace {

constexpr qint64 endLength = 22;
constexpr qint64 longestComment = 65535;

bool reachesTheEnd(const Bytes &file, qint64 at)
{
    return at + endLength + file.number16(at + 20) == file.size();
}

/// Readers search from behind and stop at different marks, so that a comment with a mark in it shows one archive to
/// one reader and another to the next.
qint64 placeOfEnding(const Bytes &file)
{
    const qint64 last = file.size() - endLength;
    const qint64 first = std::max<qint64>(0, last - longestComment);
    qint64 found = -1;
    bool marked = false;
    for (qint64 at = last; at >= first; --at) {
        if (!file.marks(at, endMark)) {
            continue;
        }
        if (reachesTheEnd(file, at)) {
            if (marked) {
                throw Refusal{"comment", {}, "the comment of the archive holds the mark of another ending"};
            }
            found = at;
        }
        marked = true;
    }
    if (found < 0 && marked) {
        throw Refusal{"trailing", {}, "something stands behind the end of the archive, or its comment is cut off"};
    }
    if (found < 0) {
        throw Refusal{"truncated", {}, "the ending of a zip file is missing: it is cut off, or no zip file"};
    }
    return found;
}

} // namespace

Ending findEnding(const Bytes &file)
{
    if (file.size() > mostPacked) {
        throw Refusal{"packed_size", {}, "the zip file has more than 50 MiB"};
    }
    if (file.size() < endLength) {
        throw Refusal{"truncated", {}, "the file is too short for a zip file"};
    }
    const qint64 at = placeOfEnding(file);
    if (file.marks(at - 20, locatorMark)) {
        throw Refusal{"zip64", {}, "the archive has the zip64 form, which a bundle does not need"};
    }
    const quint32 entries = file.number16(at + 10);
    const Ending ending{at, file.number32(at + 16), file.number32(at + 12), int(entries)};
    if (entries == 0xffff || ending.directoryAt == 0xffffffff || ending.directorySize == 0xffffffff) {
        throw Refusal{"zip64", {}, "the archive has the zip64 form, which a bundle does not need"};
    }
    if (file.number16(at + 4) != 0 || file.number16(at + 6) != 0 || file.number16(at + 8) != entries) {
        throw Refusal{"volumes", {}, "the archive says that it has several volumes"};
    }
    if (entries > quint32(mostEntries)) {
        throw Refusal{"entries", {}, "the archive has " + QByteArray::number(entries) + " entries, at most 10000"};
    }
    if (ending.directoryAt + ending.directorySize != at) {
        throw Refusal{"directory", {}, "the list of entries does not end where the ending of the archive begins"};
    }
    return ending;
}

} // namespace archiver
