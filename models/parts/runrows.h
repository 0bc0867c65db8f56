// SPDX-License-Identifier: Apache-2.0
// Runs in the order they are shown, found by id in constant time however many are put in front of them.
#pragma once

#include "app/domain/run.h"

#include <QHash>
#include <QSet>

namespace models {

class RunRows
{
public:
    int size() const { return static_cast<int>(m_runs.size()); }
    const domain::Run &at(int row) const { return m_runs.at(row); }
    const QList<domain::Run> &all() const { return m_runs; }
    /// -1 where there is none.
    int rowOf(const base::RunId &id) const;
    bool contains(const base::RunId &id) const { return m_numbers.contains(id); }
    /// Those of which a figure changes by itself: they run, or are held until a time.
    const QSet<base::RunId> &ticking() const { return m_ticking; }

    void clear();
    /// None of the runs may be there already.
    void prepend(const QList<domain::Run> &runs);
    void append(const QList<domain::Run> &runs);
    void insert(int row, const domain::Run &run);
    void replace(int row, const domain::Run &run);
    void remove(int first, int last);
    /// Where a run belongs that is not there, in the order of the store.
    int placeOf(const domain::Run &run) const;

private:
    void note(const domain::Run &run, qint64 number);
    void renumber();

    QList<domain::Run> m_runs;
    QHash<base::RunId, qint64> m_numbers; ///< Row plus m_first.
    QSet<base::RunId> m_ticking;
    qint64 m_first = 0; ///< Number of row 0; becomes smaller when rows come in front.
};

} // namespace models
