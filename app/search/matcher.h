// SPDX-License-Identifier: Apache-2.0
// A compiled query over lines. Any bytes are fine: what is not UTF-8 matches nothing but itself.
#pragma once

#include "app/search/pattern.h"

namespace search {

struct LineHit
{
    qint64 line = 0;   ///< Counted from the first line given.
    qint32 column = 0; ///< The first match: bytes of the line as it is seen.
    qint32 length = 0;

    friend bool operator==(const LineHit &, const LineHit &) = default;
};

/// Any thread, any number at once.
class Matcher
{
public:
    /// Invalid when there is no term, or one that is wrong.
    static base::Result<Matcher> compile(const Query &query);

    /// The lines that match, in order. `lines` are complete lines.
    base::Result<QList<LineHit>> scan(QByteArrayView lines, const Stopped &stopped) const;
    /// The same, block after block.
    base::Result<QList<LineHit>> scan(QByteArrayView lines, const Stopped &stopped, Scratch &scratch) const;
    /// False when no line of the block that `filter` was made of can match.
    bool mayMatch(const TextFilter &filter) const;
    /// Every place of every wanted term in one line as it is seen, in order; what is empty is left out.
    QList<Span> places(QByteArrayView line) const;

private:
    friend class Scan;

    QList<Pattern> m_wanted;
    QList<Pattern> m_unwanted;
    Combine m_combine = Combine::All;
};

} // namespace search
