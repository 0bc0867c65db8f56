// SPDX-License-Identifier: Apache-2.0
// The smallest of many, as with std::push_heap and std::pop_heap. Taking is written out because the smaller of
// two children can't be foreseen: chosen without a branch, it takes half the time.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace domain {

/// By operator<; of equal ones any may be the first.
template <typename T> class Heap
{
public:
    bool isEmpty() const { return m_things.empty(); }
    qsizetype size() const { return qsizetype(m_things.size()); }
    const T &first() const { return m_things.front(); }

    void add(const T &thing)
    {
        m_things.push_back(thing);
        rise(m_things.size() - 1, thing);
    }

    /// There must be one.
    T take()
    {
        const T first = m_things.front();
        const T last = m_things.back();
        m_things.pop_back();
        if (!m_things.empty()) {
            rise(sink(), last);
        }
        return first;
    }

    /// Changes things in any way.
    template <typename Change> void changeAll(Change change)
    {
        std::for_each(m_things.begin(), m_things.end(), change);
        std::make_heap(m_things.begin(), m_things.end(), [](const T &a, const T &b) { return b < a; });
    }

private:
    /// From the root to the bottom, always to the smaller child; the place that is free now.
    size_t sink()
    {
        T *things = m_things.data();
        const size_t count = m_things.size();
        size_t hole = 0;
        size_t child = 1;
        for (; child + 1 < count; child = 2 * hole + 1) {
            child += size_t(things[child + 1] < things[child]);
            things[hole] = things[child];
            hole = child;
        }
        if (child < count) {
            things[hole] = things[child];
            hole = child;
        }
        return hole;
    }

    void rise(size_t hole, const T &thing)
    {
        T *things = m_things.data();
        while (hole > 0 && thing < things[(hole - 1) / 2]) {
            things[hole] = things[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        things[hole] = thing;
    }

    std::vector<T> m_things;
};

} // namespace domain
