// SPDX-License-Identifier: Apache-2.0
// Who has the next turn. Nearly all queue up in order, which costs next to nothing; a heap holds the few that come with
// an earlier turn than the last.
#pragma once

#include "app/domain/rehearsal/heap.h"

#include <QtGlobal>

#include <deque>

namespace domain {

class TurnQueue
{
public:
    struct Turn
    {
        quint32 number = 0; ///< Smaller ones come first.
        quint32 automation = 0;

        friend bool operator<(const Turn &a, const Turn &b) { return a.number < b.number; }
    };

    bool isEmpty() const { return m_inOrder.empty() && m_others.isEmpty(); }
    /// There must be one.
    const Turn &first() const { return firstIsInOrder() ? m_inOrder.front() : m_others.first(); }

    void add(Turn turn)
    {
        if (m_inOrder.empty() || m_inOrder.back() < turn) {
            m_inOrder.push_back(turn);
        } else {
            m_others.add(turn);
        }
    }

    /// There must be one.
    Turn take()
    {
        if (!firstIsInOrder()) {
            return m_others.take();
        }
        const Turn first = m_inOrder.front();
        m_inOrder.pop_front();
        return first;
    }

private:
    bool firstIsInOrder() const
    {
        return m_others.isEmpty() || (!m_inOrder.empty() && m_inOrder.front() < m_others.first());
    }

    std::deque<Turn> m_inOrder;
    Heap<Turn> m_others;
};

} // namespace domain
