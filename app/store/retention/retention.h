// SPDX-License-Identifier: Apache-2.0
// Which runs and logs have been kept long enough. Each verb is one small transaction; what is removed from the rows is
// remembered until its log is gone, too, so that a sweep that was cut short is ended by the next one.
#pragma once

#include "app/base/ids.h"
#include "app/base/result.h"

#include <QFuture>
#include <QList>
#include <QString>

#include <limits>

namespace store {

class Desk;

/// What a sweep has removed.
struct Swept
{
    qint64 tooOld = 0;  ///< Runs that ended too long ago.
    qint64 tooMany = 0; ///< Runs beyond the number that is kept.
    qint64 logs = 0;    ///< Logs of runs that stay, for the room they took; and ...
    qint64 bytes = 0;   ///< ... how many bytes they had when they were written.

    bool any() const { return tooOld + tooMany + logs > 0; }
    friend bool operator==(const Swept &, const Swept &) = default;
};

/// Before the number of any run; runs from before a connection was made have numbers below zero.
inline constexpr qint64 beforeEveryRun = std::numeric_limits<qint64>::min();

/// How far a sweep has come through the runs: by automation, then by number.
struct SweepPlace
{
    QString automation;
    qint64 seq = beforeEveryRun;
    bool atEnd = false;
};

struct SweepStep
{
    SweepPlace next;
    QList<base::RunId> removed; ///< Their logs are to go.
};

/// Never touched: runs that are open or belong to an open one, that have a mark or a note, that somebody is still to be
/// told of or asked about, whose times are ahead of the clock; and the last run of each automation.
///
/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Retention
{
public:
    explicit Retention(Desk &desk) : m_desk(desk) {}

    /// Runs whose logs were to go when a sweep was cut short.
    QFuture<base::Result<QList<base::RunId>>> unfinished() const;
    /// Looks at some runs from `from` on and removes those that need not be kept, with what belongs to them.
    QFuture<base::Result<SweepStep>> removeRuns(SweepPlace from);
    /// Gives up the oldest logs, of about `bytes` bytes together as they were written, at least one; the runs stay.
    /// Answers whose they are; nothing where there is none that may go.
    QFuture<base::Result<QList<base::RunId>>> giveUpLogs(qint64 bytes);
    /// The logs of these runs are gone.
    QFuture<base::Result<void>> logsGone(QList<base::RunId> runs);
    /// Ends the sweep: one row of the audit for all it removed, none where it removed nothing.
    QFuture<base::Result<Swept>> finish();

private:
    Desk &m_desk;
};

} // namespace store
