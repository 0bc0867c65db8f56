// SPDX-License-Identifier: Apache-2.0
#include "app/search/sketch.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace search {

namespace {

constexpr qsizetype groupCount = 8;

bool begins(QByteArrayView text, const QByteArray &with)
{
    return with.size() <= text.size() && std::memcmp(text.data(), with.constData(), size_t(with.size())) == 0;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

Sketch::Sketch(const OneOf &texts, Case letters) : m_letters(letters)
{
    m_shortest = texts.first().size();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        m_members.append({.text = texts[i], .given = i, .group = 0});
        m_shortest = std::min(m_shortest, texts[i].size());
        m_reach = std::max(m_reach, texts[i].size());
    }
    m_bytes = std::min(m_reach, mostBytes);
    m_reach = std::max(m_reach, mostBytes);
    // Neighbours share their beginnings: together in a group they let little else pass.
    std::sort(m_members.begin(), m_members.end(), [](const Member &a, const Member &b) { return a.text < b.text; });
    const qsizetype groups = std::min(m_members.size(), groupCount);
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        const qsizetype group = i * groups / m_members.size();
        m_members[i].group = quint8(1U << group);
        std::fill(m_first.begin() + group + 1, m_first.end(), i + 1);
        draw(m_members[i]);
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
    for (unsigned left = groups; left != 0; left &= left - 1) {
        const auto group = size_t(std::countr_zero(left));
        const auto begin = m_members.cbegin() + m_first[group];
        const auto end = m_members.cbegin() + m_first[group + 1];
        if (std::any_of(begin, end, [rest](const Member &member) { return begins(rest, member.text); })) {
            return true;
        }
    }
    return false;
}

qsizetype Sketch::lengthAt(QByteArrayView text, qsizetype place) const
{
    const QByteArrayView rest = text.sliced(place);
    const Member *first = nullptr;
    for (const Member &member : m_members) {
        if ((first == nullptr || member.given < first->given) && begins(rest, member.text)) {
            first = &member;
        }
    }
    return first == nullptr ? 0 : first->text.size();
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
