// SPDX-License-Identifier: Apache-2.0
// Marks in the logs of runs: a line that somebody wants to find again, with a note or none. They are kept with the run,
// so that every window of the workspace shows the same.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace store {

class Desk;

struct Mark
{
    qint64 line = 0; ///< From 0.
    QString note;
    QString madeBy;
    base::Instant madeAt;

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// More than these are not kept with one run.
inline constexpr qint64 mostMarks = 10'000;
inline constexpr qsizetype longestNote = 2'000; ///< Characters.

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store. A change is
/// told as one of the run.
class Marks
{
public:
    explicit Marks(Desk &desk) : m_desk(desk) {}

    /// Those of a run, by line.
    QFuture<base::Result<QList<Mark>>> ofRun(const base::RunId &run) const;
    /// A new one, or another note for one that is there. NotFound without the run, Invalid for a line below 0, a note
    /// that is too long or one mark too many.
    QFuture<base::Result<Mark>> set(const base::RunId &run, const Mark &mark);
    /// Answers what it was, so that it can be set again. NotFound if there is none.
    QFuture<base::Result<Mark>> remove(const base::RunId &run, qint64 line);

private:
    Desk &m_desk;
};

} // namespace store
