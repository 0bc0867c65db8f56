// SPDX-License-Identifier: Apache-2.0
// Who has the next turn. Nearly all queue up in order, which costs next to nothing; a heap holds the few that come with
// an earlier turn than the last.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <deque>
#include <functional>
#include <vector>

namespace domain {

class TurnQueue
{
public:
    struct Turn
    {
        quint32 number = 0; ///< Smaller ones come first.
        quint32 automation = 0;

        friend auto operator<=>(const Turn &, const Turn &) = default;
    };

    bool isEmpty() const { return m_inOrder.empty() && m_others.empty(); }

    void add(Turn turn)
    {
        if (m_inOrder.empty() || m_inOrder.back() <= turn) {
            m_inOrder.push_back(turn);
        } else {
            m_others.push_back(turn);
            std::push_heap(m_others.begin(), m_others.end(), std::greater<>());
        }
    }

    /// The first; there must be one.
    Turn take()
    {
        Turn first;
        if (m_others.empty() || (!m_inOrder.empty() && m_inOrder.front() <= m_others.front())) {
            first = m_inOrder.front();
            m_inOrder.pop_front();
        } else {
            first = m_others.front();
            std::pop_heap(m_others.begin(), m_others.end(), std::greater<>());
            m_others.pop_back();
        }
        return first;
    }

private:
    std::deque<Turn> m_inOrder;
    std::vector<Turn> m_others; ///< A heap.
};

} // namespace domain
