// SPDX-License-Identifier: Apache-2.0
#include "app/search/sketch.h"

#include <algorithm>
#include <cstring>

namespace search {

namespace {

constexpr qsizetype groupCount = 8;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

Sketch::Sketch(const OneOf &texts, Case letters) : m_letters(letters)
{
    OneOf sorted = texts;
    std::sort(sorted.begin(), sorted.end());
    m_shortest = sorted.first().size();
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        // Neighbours share their beginnings: together in a group they let little else pass.
        const qsizetype group = sorted.size() <= groupCount ? i : i * groupCount / sorted.size();
        m_members.append({sorted[i], quint8(1U << group)});
        m_shortest = std::min(m_shortest, sorted[i].size());
        m_reach = std::max(m_reach, sorted[i].size());
    }
    m_bytes = std::min(m_reach, mostBytes);
    m_reach = std::max(m_reach, mostBytes);
    for (const Member &member : std::as_const(m_members)) {
        draw(member);
    }
}

/// Behind the end of a short text anything may come.
void Sketch::draw(const Member &member)
{
    for (qsizetype at = 0; at < m_bytes; ++at) {
        if (at >= member.text.size()) {
            for (quint8 &bits : m_tables[size_t(at)].low) {
                bits |= member.group;
            }
            for (quint8 &bits : m_tables[size_t(at)].high) {
                bits |= member.group;
            }
            continue;
        }
        allow(member.group, at, member.text[at]);
        if (m_letters == Case::Insensitive && isLetter(member.text[at])) {
            allow(member.group, at, char(member.text[at] ^ 0x20));
        }
    }
}

void Sketch::allow(quint8 group, qsizetype at, char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    m_tables[size_t(at)].low[value & 15U] |= group;
    m_tables[size_t(at)].high[value >> 4U] |= group;
}

bool Sketch::standsAt(QByteArrayView text, qsizetype place, quint8 groups) const
{
    if (m_letters == Case::Insensitive) {
        return true;
    }
    const QByteArrayView rest = text.sliced(place);
    return std::any_of(m_members.cbegin(), m_members.cend(), [rest, groups](const Member &member) {
        const qsizetype size = member.text.size();
        return (member.group & groups) != 0 && size <= rest.size() &&
               std::memcmp(rest.data(), member.text.constData(), size_t(size)) == 0;
    });
}

quint8 Sketch::groupsAt(QByteArrayView text, qsizetype place) const
{
    quint8 groups = 0xff;
    const qsizetype end = std::min(m_bytes, text.size() - place);
    for (qsizetype at = 0; at < end && groups != 0; ++at) {
        const auto value = static_cast<unsigned char>(text[place + at]);
        groups &= m_tables[size_t(at)].low[value & 15U] & m_tables[size_t(at)].high[value >> 4U];
    }
    return groups;
}

qsizetype Sketch::find(QByteArrayView text, qsizetype from) const
{
    for (qsizetype place = from; place + m_shortest <= text.size(); ++place) {
        const quint8 groups = groupsAt(text, place);
        if (groups != 0 && standsAt(text, place, groups)) {
            return place;
        }
    }
    return -1;
}

} // namespace search
