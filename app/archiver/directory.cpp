// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/directory.h"

#include "app/archiver/ending.h"
#include "app/archiver/limits.h"
#include "app/archiver/names.h"

#include <algorithm>
#include <sys/stat.h>

namespace archiver {

namespace {

constexpr qint64 centralLength = 46;
constexpr qint64 localLength = 30;
constexpr quint32 stored = 0;
constexpr quint32 deflated = 8;
constexpr quint32 encryptedFlags = 1U << 0U | 1U << 6U | 1U << 13U;
constexpr quint32 patchFlag = 1U << 5U;
constexpr quint32 describedLater = 1U << 3U; ///< Sizes and CRC stand behind the contents.

/// Extra fields that change what the entry is called, how long it is or how it is read.
void checkExtra(const Bytes &file, qint64 at, qint64 length, const QByteArray &name)
{
    const qint64 end = at + length;
    while (at + 4 <= end) {
        const quint32 id = file.number16(at);
        at += 4 + file.number16(at + 2);
        if (id == 0x0001) {
            throw Refusal{"zip64", name, "the entry has the zip64 form, which a bundle does not need"};
        }
        if (id == 0x7075 || id == 0x9901 || id == 0x0017) {
            throw Refusal{"extra", name, "the entry has a second name or is encrypted, by its extra fields"};
        }
    }
    if (at != end) {
        throw Refusal{"extra", name, "the extra fields of the entry do not fit their length"};
    }
}

void checkType(const Entry &entry, quint32 attributes)
{
    const quint32 type = (attributes >> 16U) & S_IFMT;
    if (type == S_IFLNK) {
        throw Refusal{"link", entry.name, "the entry is a symbolic link"};
    }
    if (type != 0 && type != S_IFREG && type != S_IFDIR) {
        throw Refusal{"special", entry.name, "the entry is a device, a pipe or a socket"};
    }
    if ((type == S_IFDIR && !entry.isFolder()) || (type == S_IFREG && entry.isFolder())) {
        throw Refusal{"file_and_folder", entry.name, "the entry's type and its name disagree"};
    }
}

void checkSizes(const Entry &entry)
{
    if (entry.packed == 0xffffffff || entry.size == 0xffffffff || entry.headerAt == 0xffffffff) {
        throw Refusal{"zip64", entry.name, "the entry has the zip64 form, which a bundle does not need"};
    }
    if (entry.method == stored ? entry.packed != entry.size : entry.packed == 0) {
        throw Refusal{"sizes", entry.name, "the sizes of the entry do not fit its method"};
    }
    if (entry.isFolder() && entry.size != 0) {
        throw Refusal{"sizes", entry.name, "a folder has contents"};
    }
    if (entry.size > ratioCounts && entry.size / mostRatio > entry.packed) {
        throw Refusal{"ratio", entry.name, "the entry unpacks to more than 200 times its size"};
    }
}

Entry readEntry(const Bytes &file, qint64 at)
{
    if (!file.marks(at, centralMark)) {
        throw Refusal{"directory", {}, "the list of entries is shorter than the archive says"};
    }
    Entry entry;
    entry.flags = file.number16(at + 8);
    entry.method = file.number16(at + 10);
    entry.crc = file.number32(at + 16);
    entry.packed = file.number32(at + 20);
    entry.size = file.number32(at + 24);
    entry.headerAt = file.number32(at + 42);
    entry.name = file.text(at + centralLength, file.number16(at + 28));
    if (entry.flags & encryptedFlags) {
        throw Refusal{"encrypted", entry.name, "the entry is encrypted"};
    }
    if (entry.flags & patchFlag || (entry.method != stored && entry.method != deflated)) {
        throw Refusal{"method", entry.name, "the entry is packed by a method other than deflate"};
    }
    if (file.number16(at + 34) != 0) {
        throw Refusal{"volumes", entry.name, "the entry says that it lies on another volume"};
    }
    checkExtra(file, at + centralLength + entry.name.size(), file.number16(at + 30), entry.name);
    checkType(entry, file.number32(at + 38));
    checkSizes(entry);
    return entry;
}

/// Where the contents of `entry` end, by its local header, which must tell the same as the directory.
qint64 endOfContents(const Bytes &file, const Entry &entry)
{
    const qint64 at = entry.headerAt;
    if (!file.marks(at, localMark)) {
        throw Refusal{"local_header", entry.name, "the entry does not begin where the list says"};
    }
    const qint64 nameLength = file.number16(at + 26);
    const qint64 extraLength = file.number16(at + 28);
    const bool later = entry.flags & describedLater;
    const bool same = file.number16(at + 6) == entry.flags && file.number16(at + 8) == entry.method &&
                      file.text(at + localLength, nameLength) == entry.name;
    const auto fits = [&](qint64 place, qint64 wanted) {
        const qint64 told = file.number32(at + place);
        return told == wanted || (later && told == 0);
    };
    if (!same || !fits(14, entry.crc) || !fits(18, entry.packed) || !fits(22, entry.size)) {
        throw Refusal{"local_header", entry.name, "the list and the entry itself disagree about it"};
    }
    checkExtra(file, at + localLength + nameLength, extraLength, entry.name);
    return at + localLength + nameLength + extraLength + entry.packed;
}

/// What may stand between the contents of `entry` and the next one: nothing, or its sizes where it said so.
bool mayStandBetween(const Bytes &file, const Entry &entry, qint64 from, qint64 to)
{
    const bool marked = file.marks(from, descriptorMark);
    const qint64 at = marked ? from + 4 : from;
    if (to == from) {
        return true;
    }
    return (entry.flags & describedLater) && to - at == 12 && file.number32(at) == entry.crc &&
           file.number32(at + 4) == entry.packed && file.number32(at + 8) == entry.size;
}

/// From the first byte to the directory every byte belongs to exactly one entry.
void checkLayout(const Bytes &file, std::vector<Entry> entries, qint64 directoryAt)
{
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.headerAt < b.headerAt; });
    if (!entries.empty() && entries.front().headerAt != 0) {
        throw Refusal{"prepended", entries.front().name, "something stands before the first entry"};
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool last = i + 1 == entries.size();
        const qint64 next = last ? directoryAt : entries[i + 1].headerAt;
        const qint64 end = endOfContents(file, entries[i]);
        if (end > next) {
            throw Refusal{"overlap", entries[i].name, "the entry reaches into another one or into the list"};
        }
        if (!mayStandBetween(file, entries[i], end, next)) {
            throw Refusal{"gap", entries[i].name, "something that belongs to no entry stands behind this one"};
        }
    }
}

void checkTotals(const std::vector<Entry> &entries)
{
    qint64 packed = 0;
    qint64 size = 0;
    for (const Entry &entry : entries) {
        packed += entry.packed;
        size += entry.size;
    }
    if (size > mostUnpacked) {
        throw Refusal{"unpacked_size", {}, "the archive unpacks to more than 512 MiB"};
    }
    if (size > ratioCounts && size / mostRatio > packed) {
        throw Refusal{"ratio", {}, "the archive unpacks to more than 200 times its size"};
    }
}

} // namespace

std::vector<Entry> readDirectory(const Bytes &file)
{
    const Ending ending = findEnding(file);
    std::vector<Entry> entries;
    Names names;
    qint64 at = ending.directoryAt;
    for (int i = 0; i < ending.entries; ++i) {
        entries.push_back(readEntry(file, at));
        names.add(entries.back().name);
        at += centralLength + file.number16(at + 28) + file.number16(at + 30) + file.number16(at + 32);
    }
    if (at != ending.at) {
        throw Refusal{"directory", {}, "the list of entries is longer than the archive says"};
    }
    checkTotals(entries);
    checkLayout(file, entries, ending.directoryAt);
    if (!names.hasFile("index.js")) {
        throw Refusal{"no_index", {}, "there is no index.js at the root, which a bundle is entered by"};
    }
    return entries;
}

} // namespace archiver
