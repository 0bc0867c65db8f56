// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/transfer/signatures.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

struct Signature
{
    QByteArrayView begin;
    const char *name;
};

constexpr std::array signatures{
    Signature{"\x89PNG\r\n", "a PNG picture"},
    Signature{"\xff\xd8\xff", "a JPEG picture"},
    Signature{"GIF8", "a GIF picture"},
    Signature{"%PDF-", "a PDF document"},
    Signature{"\x1f\x8b", "a file compressed by gzip"},
    Signature{"BZh", "a file compressed by bzip2"},
    Signature{"\xfd\x37zXZ", "a file compressed by xz"},
    Signature{"\x28\xb5\x2f\xfd", "a file compressed by zstd"},
    Signature{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
    Signature{"Rar!", "a RAR archive"},
    Signature{"\x7f\x45LF", "a program"},
    Signature{"\xff\xfe", "text in UTF-16; save it as UTF-8"},
    Signature{"\xfe\xff", "text in UTF-16; save it as UTF-8"},
    Signature{"#!", "a script; an automation can be made that runs it"},
};

constexpr QByteArrayView databaseBegin = "SQLite format 3";
constexpr qsizetype applicationIdAt = 68;
constexpr QByteArrayView backupId = "SgBk";
constexpr qsizetype tarMarkAt = 257;

bool standsAt(const QByteArray &bytes, qsizetype at, QByteArrayView text)
{
    return bytes.size() >= at + text.size() && QByteArrayView(bytes).sliced(at, text.size()) == text;
}

QString ofMarkup(const QByteArray &bytes)
{
    const QByteArray begin = bytes.first(std::min<qsizetype>(bytes.size(), 256)).trimmed().toLower();
    if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
        return u"a web page"_s;
    }
    return begin.startsWith('<') ? u"XML"_s : QString();
}

} // namespace

QString whatItIs(const QByteArray &bytes)
{
    if (bytes.trimmed().isEmpty()) {
        return u"an empty file"_s;
    }
    if (standsAt(bytes, 0, databaseBegin)) {
        return standsAt(bytes, applicationIdAt, backupId) ? u"a backup of a workspace; it is restored, not imported"_s
                                                          : u"a database of SQLite"_s;
    }
    if (standsAt(bytes, tarMarkAt, "ustar")) {
        return u"a tar archive"_s;
    }
    const auto found = std::find_if(signatures.begin(), signatures.end(),
                                    [&](const Signature &one) { return standsAt(bytes, 0, one.begin); });
    return found == signatures.end() ? ofMarkup(bytes) : QString::fromLatin1(found->name);
}

} // namespace bundles
