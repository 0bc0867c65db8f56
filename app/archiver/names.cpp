// SPDX-License-Identifier: Apache-2.0
#include "app/archiver/names.h"

#include "app/archiver/limits.h"
#include "app/archiver/refusal.h"

#include <algorithm>

namespace archiver {

namespace {

bool isPrintable(char c)
{
    return c >= 0x20 && c < 0x7f;
}

bool startsWithDrive(const QByteArray &name)
{
    const char letter = name.at(0) | 0x20;
    return name.size() > 1 && name.at(1) == ':' && letter >= 'a' && letter <= 'z';
}

void checkPart(const QByteArray &part, const QByteArray &name)
{
    if (part.isEmpty() || part == ".") {
        throw Refusal{"name_part", name, "a part of the name is empty or a single dot"};
    }
    if (part == "..") {
        throw Refusal{"traversal", name, "the name leads out of the bundle"};
    }
    if (part.size() > longestPart) {
        throw Refusal{"name_long", name.left(80), "a part of the name is longer than 255 characters"};
    }
}

void checkAlone(const QByteArray &name)
{
    if (name.isEmpty()) {
        throw Refusal{"name_part", name, "the name is empty"};
    }
    if (name.size() > longestName) {
        throw Refusal{"name_long", name.left(80), "the name is longer than 1000 characters"};
    }
    if (!std::all_of(name.begin(), name.end(), isPrintable)) {
        throw Refusal{"name_characters", name, "names may hold printable ASCII characters only"};
    }
    if (name.contains('\\')) {
        throw Refusal{"backslash", name, "the name holds a backslash"};
    }
    if (name.at(0) == '/' || startsWithDrive(name)) {
        throw Refusal{"absolute", name, "the name is absolute"};
    }
}

} // namespace

void Names::add(const QByteArray &name)
{
    checkAlone(name);
    const bool folder = name.endsWith('/');
    const QByteArray path = folder ? name.left(name.size() - 1) : name;
    int from = 0;
    while (from <= path.size()) {
        const int slash = path.indexOf('/', from);
        const bool last = slash < 0;
        const int end = last ? int(path.size()) : slash;
        checkPart(path.mid(from, end - from), name);
        place(path.left(end), !last ? What::Folder : folder ? What::NamedFolder : What::File);
        from = end + 1;
    }
}

void Names::place(const QByteArray &name, What what)
{
    const QByteArray key = name.toLower();
    const auto known = m_known.find(key);
    if (known == m_known.end()) {
        m_known.insert(key, {name, what});
        return;
    }
    if (known->name != name) {
        throw Refusal{"case", name, "two names differ only in upper and lower case"};
    }
    if ((known->what == What::File) != (what == What::File)) {
        throw Refusal{"file_and_folder", name, "the name is a file and a folder"};
    }
    if (what != What::Folder && what == known->what) {
        throw Refusal{"duplicate", name, "the name is there twice"};
    }
    if (what == What::NamedFolder) {
        known->what = what;
    }
}

bool Names::hasFile(const QByteArray &name) const
{
    const auto known = m_known.find(name.toLower());
    return known != m_known.end() && known->name == name && known->what == What::File;
}

} // namespace archiver
