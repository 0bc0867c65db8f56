// SPDX-License-Identifier: Apache-2.0
// Numbers of lines, in order, in little memory: at most a bit for each line up to the last, two bytes for each number
// where they are rare.
#pragma once

#include <QList>

#include <optional>

namespace search {

class LineSet
{
public:
    void clear() { m_parts.clear(); }
    /// Greater than every number in it.
    void append(qint64 line);
    /// All of them greater than every number in it.
    void append(const LineSet &lines);
    qint64 size() const { return m_parts.isEmpty() ? 0 : m_parts.last().before + m_parts.last().count; }
    bool isEmpty() const { return m_parts.isEmpty(); }
    bool contains(qint64 line) const;
    /// The `index`th number, from 0; inside the set.
    qint64 at(qint64 index) const;
    /// How many numbers are less than `line`.
    qint64 rank(qint64 line) const;
    /// The first number greater than `line`, and the last one less than it.
    std::optional<qint64> after(qint64 line) const;
    std::optional<qint64> before(qint64 line) const;
    /// The numbers and the `context` ones around each, less than `end`.
    LineSet widened(int context, qint64 end) const;

private:
    /// 65,536 lines in a row: their low halves as they came, or a bit for each.
    struct Part
    {
        qint64 base = 0;
        qint64 before = 0; ///< Numbers in the parts before it.
        qint32 count = 0;
        QList<quint16> sparse;
        QList<quint64> bits;

        void append(quint16 low);
        bool contains(quint16 low) const;
        qint32 rank(qint32 low) const;
        quint16 at(qint32 index) const;
    };
    template <typename Visit> void visit(const Visit &each) const;
    QList<Part>::const_iterator partOf(qint64 line) const;

    QList<Part> m_parts;
};

} // namespace search
