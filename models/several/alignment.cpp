// SPDX-License-Identifier: Apache-2.0
#include "models/several/alignment.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace models {

namespace {

using Pair = std::pair<qint64, qint64>;

struct Seen
{
    qint64 left = -1, right = -1; ///< -1: nowhere; -2: more than once.
};

void note(qint64 &place, qint64 line)
{
    place = place == -1 ? line : -2;
}

/// Lines that stand once in both, by their place in the left.
std::vector<Pair> common(const QList<quint64> &left, const QList<quint64> &right)
{
    QHash<quint64, Seen> seen;
    for (qsizetype i = 0; i < left.size(); ++i) {
        note(seen[left[i]].left, i);
    }
    for (qsizetype i = 0; i < right.size(); ++i) {
        note(seen[right[i]].right, i);
    }
    std::vector<Pair> pairs;
    for (qsizetype i = 0; i < left.size(); ++i) {
        const Seen here = seen.value(left[i]);
        if (here.left == i && here.right >= 0) {
            pairs.emplace_back(i, here.right);
        }
    }
    return pairs;
}

/// As many of them as possible whose places in the right grow, too.
std::vector<Pair> growing(const std::vector<Pair> &pairs)
{
    std::vector<size_t> ends; // ends[n]: where the best chain of n + 1 ends
    std::vector<ptrdiff_t> before(pairs.size(), -1);
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto place = std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
                                            [&pairs](size_t at, qint64 right) { return pairs[at].second < right; });
        before[i] = place == ends.begin() ? -1 : static_cast<ptrdiff_t>(*(place - 1));
        if (place == ends.end()) {
            ends.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<Pair> chain;
    for (ptrdiff_t at = ends.empty() ? -1 : static_cast<ptrdiff_t>(ends.back()); at >= 0; at = before[size_t(at)]) {
        chain.push_back(pairs[size_t(at)]);
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

/// Pairs lines between two places: from the start as long as they are equal, then from the end, then whatever comes
/// next in order.
class Gap
{
public:
    Gap(const QList<quint64> &left, const QList<quint64> &right, QList<Pair> &into)
        : m_left(left), m_right(right), m_into(into)
    {
    }

    void pair(Pair from, Pair to)
    {
        while (from.first < to.first && from.second < to.second && same(from)) {
            m_into.append(from);
            from = {from.first + 1, from.second + 1};
        }
        std::vector<Pair> last;
        while (from.first < to.first && from.second < to.second && same({to.first - 1, to.second - 1})) {
            to = {to.first - 1, to.second - 1};
            last.push_back(to);
        }
        pairInOrder(from, to);
        for (auto it = last.rbegin(); it != last.rend(); ++it) {
            m_into.append(*it);
        }
    }

private:
    bool same(Pair at) const { return m_left[at.first] == m_right[at.second]; }

    void pairInOrder(Pair from, Pair to)
    {
        QHash<quint64, std::vector<qint64>> places;
        for (qint64 right = from.second; right < to.second; ++right) {
            places[m_right[right]].push_back(right);
        }
        // Lines may be given away only so far ahead, or one that happens to be equal would cost many between.
        constexpr qint64 reach = 64;
        qint64 next = from.second;
        for (qint64 left = from.first; left < to.first && next < to.second; ++left) {
            const auto found = places.constFind(m_left[left]);
            if (found == places.cend()) {
                continue;
            }
            const auto place = std::lower_bound(found->cbegin(), found->cend(), next);
            if (place != found->cend() && *place - next <= reach) {
                m_into.append({left, *place});
                next = *place + 1;
            }
        }
    }

    const QList<quint64> &m_left;
    const QList<quint64> &m_right;
    QList<Pair> &m_into;
};

search::LineSet missing(qint64 lines, const QList<Pair> &pairs, qint64 Pair::*side)
{
    search::LineSet rest;
    qint64 line = 0;
    for (const Pair &pair : pairs) {
        for (; line < pair.*side; ++line) {
            rest.append(line);
        }
        line = pair.*side + 1;
    }
    for (; line < lines; ++line) {
        rest.append(line);
    }
    return rest;
}

/// The other side's line at or before `line`.
qint64 beside(const QList<Pair> &pairs, qint64 line, qint64 Pair::*from, qint64 Pair::*to)
{
    const auto after = std::upper_bound(pairs.cbegin(), pairs.cend(), line,
                                        [from](qint64 wanted, const Pair &pair) { return wanted < pair.*from; });
    return after == pairs.cbegin() ? 0 : (*(after - 1)).*to;
}

} // namespace

qint64 Alignment::rightOf(qint64 left) const
{
    return beside(pairs, left, &Pair::first, &Pair::second);
}

qint64 Alignment::leftOf(qint64 right) const
{
    return beside(pairs, right, &Pair::second, &Pair::first);
}

Alignment align(const QList<quint64> &left, const QList<quint64> &right)
{
    Alignment result;
    Gap gap(left, right, result.pairs);
    Pair from{0, 0};
    for (const Pair &anchor : growing(common(left, right))) {
        gap.pair(from, anchor);
        result.pairs.append(anchor);
        from = {anchor.first + 1, anchor.second + 1};
    }
    gap.pair(from, {left.size(), right.size()});
    result.onlyLeft = missing(left.size(), result.pairs, &Pair::first);
    result.onlyRight = missing(right.size(), result.pairs, &Pair::second);
    return result;
}

} // namespace models
