// SPDX-License-Identifier: Apache-2.0
#include "models/parts/runrows.h"

#include <algorithm>

namespace models {

int RunRows::rowOf(const base::RunId &id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.cend() ? -1 : static_cast<int>(*found - m_first);
}

void RunRows::clear()
{
    *this = {};
}

void RunRows::prepend(const QList<domain::Run> &runs)
{
    m_first -= runs.size();
    for (qsizetype i = 0; i < runs.size(); ++i) {
        note(runs.at(i), m_first + i);
    }
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        m_runs.prepend(*run);
    }
}

void RunRows::append(const QList<domain::Run> &runs)
{
    for (const domain::Run &run : runs) {
        note(run, m_first + m_runs.size());
        m_runs.append(run);
    }
}

void RunRows::insert(int row, const domain::Run &run)
{
    m_runs.insert(row, run);
    note(run, 0);
    renumber();
}

void RunRows::replace(int row, const domain::Run &run)
{
    m_runs[row] = run;
    note(run, m_first + row);
}

void RunRows::remove(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_numbers.remove(m_runs.at(row).id);
        m_ticking.remove(m_runs.at(row).id);
    }
    m_runs.remove(first, last - first + 1);
    renumber();
}

int RunRows::placeOf(const domain::Run &run) const
{
    const auto place = std::lower_bound(m_runs.cbegin(), m_runs.cend(), run.seq,
                                        [](const domain::Run &other, qint64 seq) { return other.seq > seq; });
    return static_cast<int>(place - m_runs.cbegin());
}

void RunRows::note(const domain::Run &run, qint64 number)
{
    m_numbers.insert(run.id, number);
    if (run.status == domain::RunStatus::Running || (run.status == domain::RunStatus::Held && run.heldUntil)) {
        m_ticking.insert(run.id);
    } else {
        m_ticking.remove(run.id);
    }
}

void RunRows::renumber()
{
    for (qsizetype row = 0; row < m_runs.size(); ++row) {
        m_numbers[m_runs.at(row).id] = m_first + row;
    }
}

} // namespace models
