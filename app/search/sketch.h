// SPDX-License-Identifier: Apache-2.0
// A few texts, reduced to what many places of a block can be asked at once: may one of them begin here? For each of the
// first bytes there are two tables, of its upper and its lower half, with a bit for each of eight groups of texts (the
// way of "Teddy" in Hyperscan). What passes is then compared with the texts of its groups.
#pragma once

#include "app/search/query.h"
#include "app/search/requiredtext.h"

#include <QByteArrayView>

#include <array>

namespace search {

/// A value; any thread.
class Sketch
{
public:
    static constexpr qsizetype mostBytes = 8;
    /// Bits of the groups, by the half of a byte.
    struct Tables
    {
        alignas(16) std::array<quint8, 16> low{};
        alignas(16) std::array<quint8, 16> high{};
    };

    /// `texts` are one or more, none of them empty. Insensitive: ASCII letters in both cases.
    Sketch(const OneOf &texts, Case letters);

    /// How many bytes from a place on have tables.
    qsizetype bytes() const { return m_bytes; }
    const std::array<Tables, mostBytes> &tables() const { return m_tables; }
    /// So many bytes from a place on may be looked at.
    qsizetype reach() const { return m_reach; }

    /// A text of `groups` begins at `place` (only likely where case does not count); it need not fit.
    bool standsAt(QByteArrayView text, qsizetype place, quint8 groups) const;
    /// How long the text is that begins at `place`; of several the one that was given first. 0 when none does.
    qsizetype lengthAt(QByteArrayView text, qsizetype place) const;
    /// The first place at or after `from` where one begins, -1 when there is none. A byte at a time.
    qsizetype find(QByteArrayView text, qsizetype from) const;

private:
    struct Member
    {
        QByteArray text;
        qsizetype given = 0; ///< Its place among the texts.
        quint8 group = 0;    ///< One bit.
    };

    void draw(const Member &member);
    void allow(quint8 group, qsizetype at, char byte);
    quint8 groupsAt(QByteArrayView text, qsizetype place) const;

    std::array<Tables, mostBytes> m_tables;
    QList<Member> m_members;            ///< Group after group.
    std::array<qsizetype, 9> m_first{}; ///< Of each group, and behind the last one.
    Case m_letters;
    qsizetype m_bytes = 0;
    qsizetype m_shortest = 0;
    qsizetype m_reach = 0;
};

} // namespace search
