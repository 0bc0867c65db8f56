// SPDX-License-Identifier: Apache-2.0
// What the overview of a workspace is made of, read in one transaction: many runs as lean marks in time, the failures
// that nobody took note of, and what waits.
#pragma once

#include "app/base/result.h"
#include "app/domain/run.h"

#include <QFuture>

namespace store {

class Desk;

/// What a timeline and figures need of one run.
struct RunMark
{
    base::RunId id;
    base::AutomationId automation;
    domain::RunStatus status = domain::RunStatus::Queued;
    std::optional<base::Instant> plannedFor;
    base::Instant queuedAt;
    std::optional<base::Instant> startedAt;
    std::optional<base::Instant> finishedAt;
    bool caughtUp = false;

    /// When it started, else its slot, else when it was made.
    base::Instant at() const { return startedAt.value_or(plannedFor.value_or(queuedAt)); }
    friend bool operator==(const RunMark &, const RunMark &) = default;
};

struct OverviewRows
{
    QList<RunMark> marks;                    ///< Newest first.
    std::optional<base::Instant> wholeSince; ///< Older ones were left out; empty where none was.
    QList<domain::Run> unnoted;              ///< Failures, the newest first; at most Overviews::mostUnnoted.
    QList<domain::Run> waiting;              ///< Queued, held, awaiting approval, oldest first.
};

/// The verb may be called from any thread; its future is finished on a thread of the store.
class Overviews
{
public:
    static constexpr qint64 mostMarks = 50'000;
    static constexpr qint64 mostUnnoted = 200;

    explicit Overviews(Desk &desk) : m_desk(desk) {}

    /// The marks are those of runs since then.
    QFuture<base::Result<OverviewRows>> rows(base::Instant since) const;

private:
    Desk &m_desk;
};

} // namespace store
