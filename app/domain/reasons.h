// SPDX-License-Identifier: Apache-2.0
// The reasons of rows: one line of English each, in one wording, whoever finds it out. They are read back by
// domain::readReason(), so that they can be told in other words.
#pragma once

#include <QString>

namespace domain::reason {

/// A slot of an automation that is paused.
inline QString paused()
{
    return QStringLiteral("paused");
}
/// A slot while everything is paused.
inline QString everythingPaused()
{
    return QStringLiteral("everything is paused");
}

/// A slot that the rule about missed ones leaves out.
inline QString missed()
{
    return QStringLiteral("missed while the engine was away");
}
inline QString pastDeadline()
{
    return QStringLiteral("missed its start deadline");
}
inline QString beforeChange()
{
    return QStringLiteral("missed before the automation was last changed");
}
inline QString beforePause()
{
    return QStringLiteral("missed before everything was paused");
}
inline QString beforeResume()
{
    return QStringLiteral("missed before everything was resumed");
}

/// By whom a step is cancelled that has no workflow any more, or whose workflow is cancelled.
inline QString itsWorkflow()
{
    return QStringLiteral("its workflow");
}

inline QString waitsForDecision()
{
    return QStringLiteral("missed; waits for a decision");
}
inline QString dismissedBy(const QString &who)
{
    return QStringLiteral("missed; dismissed by %1").arg(who);
}
inline QString releasedBy(const QString &who)
{
    return QStringLiteral("released by %1").arg(who);
}
/// Numbers may be given as text.
template <typename Number> QString madeUpApart(const Number &seconds)
{
    return QStringLiteral("missed slots are made up for at least %1 s apart").arg(seconds);
}

/// A slot in a maintenance window that lets nothing run.
inline QString blockedByWindow(const QString &window)
{
    return QStringLiteral("blocked by the window %1").arg(window);
}
inline QString heldByWindow(const QString &window)
{
    return QStringLiteral("waits for the end of the window %1").arg(window);
}
inline QString windowAsksFirst(const QString &window)
{
    return QStringLiteral("the window %1 lets nothing run unasked").arg(window);
}
inline QString manualHeldByWindow(const QString &window)
{
    return QStringLiteral("the window %1 holds manual runs until it ends").arg(window);
}
inline QString stoppedByWindow(const QString &window)
{
    return QStringLiteral("stopped by the window %1").arg(window);
}

inline QString overlaps()
{
    return QStringLiteral("overlap: an earlier run is still open");
}
template <typename Number> QString queueFull(const Number &waiting)
{
    return QStringLiteral("overlap: %1 runs are waiting already").arg(waiting);
}
inline QString waitsForRun()
{
    return QStringLiteral("waits for the run before it");
}
inline QString waitsToReplace()
{
    return QStringLiteral("waits for the run it replaces to end");
}
template <typename Number> QString waitsForPlace(const Number &parallel)
{
    return QStringLiteral("waits for one of %1 parallel runs to end").arg(parallel);
}
template <typename Number> QString waitsForMachine(const Number &runs)
{
    return QStringLiteral("waits for one of %1 runs on this machine to end").arg(runs);
}

inline QString cancelledBy(const QString &who)
{
    return QStringLiteral("cancelled by %1").arg(who);
}
inline QString replacedBy(const QString &run)
{
    return QStringLiteral("replaced by %1").arg(run);
}
inline QString deleted()
{
    return QStringLiteral("the automation was deleted");
}
inline QString notStarted(const QString &why)
{
    return QStringLiteral("could not start: %1").arg(why);
}
inline QString engineStopped()
{
    return QStringLiteral("the engine was stopped");
}
inline QString engineDied()
{
    return QStringLiteral("the engine ended while it ran");
}

template <typename Number> QString waitsForApproval(const Number &given, const Number &quorum)
{
    return QStringLiteral("waits for approval: %1 of %2").arg(given).arg(quorum);
}
inline QString approvedBy(const QString &who)
{
    return QStringLiteral("approved by %1").arg(who);
}
inline QString approvedByTime()
{
    return QStringLiteral("approved, for nobody decided in time");
}
inline QString rejectedBy(const QString &who, const QString &comment)
{
    return comment.isEmpty() ? QStringLiteral("rejected by %1").arg(who)
                             : QStringLiteral("rejected by %1: %2").arg(who, comment.simplified());
}
inline QString approvalExpired()
{
    return QStringLiteral("rejected, for nobody decided in time");
}
/// Of a request that is withdrawn.
template <typename Number> QString definitionChanged(const Number &version)
{
    return QStringLiteral("the automation changed: version %1").arg(version);
}
inline QString noApprovalNeeded()
{
    return QStringLiteral("needs no approval any more");
}

/// A run that was handed over to a remote system.
inline QString askedOf(const QString &connection)
{
    return QStringLiteral("asked of %1").arg(connection);
}
/// Of a run that is taken for the one that was asked for.
inline QString perhapsOthers(const QString &connection)
{
    return QStringLiteral("may be somebody else's, for the answer was lost: %1").arg(connection);
}
inline QString connectionRemoved(const QString &connection)
{
    return QStringLiteral("the connection %1 was removed").arg(connection);
}
inline QString goneThere(const QString &connection)
{
    return QStringLiteral("%1 knows it no more").arg(connection);
}

/// Of a request that waited at a remote system.
inline QString decidedThere(const QString &connection)
{
    return QStringLiteral("decided at %1").arg(connection);
}

} // namespace domain::reason
