// SPDX-License-Identifier: Apache-2.0
// What is known of remote systems: verbs for whoever looks there (see(), gone(), seeRuns(), saveLog()) and for people
// who decide between two sides. Automations and runs that were seen are rows like any others; beside them stands what
// was last seen there. Only real changes are written and announced.
#pragma once

#include "app/base/result.h"
#include "app/domain/connections/remote.h"
#include "app/domain/rights/rights.h"
#include "app/domain/sync/automationmerge.h"

#include <QFuture>
#include <QHash>

namespace store {

class Desk;
class Logs;
struct WindowThere;

/// What became of a page of automations.
struct SeenAutomations
{
    int added = 0;       ///< New there, and here by now.
    int changed = 0;     ///< Changed there, and here by now.
    int adopted = 0;     ///< Were created from here, and the answer had been lost.
    int conflicts = 0;   ///< Newly in conflict.
    QStringList unsound; ///< `NAME: why` of those that can't be automations here; they are passed over.
};

/// What became of a page of runs.
struct SeenRuns
{
    int added = 0;
    int changed = 0;
    int adopted = 0;       ///< Were asked for from here, and the answer had been lost.
    bool allKnown = false; ///< None of them is new: older ones are known, too, once all was seen.
};

/// A run there that is not over, as far as is known.
struct OpenThere
{
    base::RunId run;
    QString remoteId;
    QString automationRemoteId;
};

/// A log that is to be fetched.
struct WantedLog
{
    base::RunId run;
    QString remoteId;
    QString from;      ///< LogPart::next of what was saved last; empty at first.
    bool over = false; ///< The run has ended.
};

/// What two sides disagree about.
enum class Disagreement {
    Fields,       ///< Both changed the same fields.
    RemovedThere, ///< Edited here, removed there.
    RemovedHere,  ///< Edited there, removed here.
};
QString disagreementWord(Disagreement what);

/// Which state of both sides somebody looks at.
struct Sides
{
    qint64 local = 0; ///< The version of the automation; 0 where it was removed.
    QString remote;   ///< Another one whenever something else was seen there.

    friend bool operator==(const Sides &, const Sides &) = default;
};

/// Waits for a person, and nothing is sent for this automation meanwhile.
struct Conflict
{
    base::AutomationId automation;
    QString name;
    base::ConnectionId connection;
    QString remoteId;
    Disagreement what = Disagreement::Fields;
    QList<domain::FieldConflict> fields; ///< Of Disagreement::Fields.
    base::Instant since;
    Sides sides = {};
};

/// What a person chose.
struct Choice
{
    domain::Side side = domain::Side::Local;  ///< For the whole, and for fields that are not in `fields`.
    QHash<QString, domain::Side> fields = {}; ///< By domain::fieldText().
    std::optional<Sides> seen = {};           ///< What it was chosen by. Where not set, whatever stands there now.
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Mirrors
{
public:
    Mirrors(Desk &desk, Logs &logs) : m_desk(desk), m_logs(logs) {}

    // -- For whoever looks there. NotFound where the connection is gone.

    /// Merges each with what is here; what was edited here and not sent stays. Pages may come in any order and again.
    QFuture<base::Result<SeenAutomations>> see(const base::ConnectionId &connection,
                                               QList<domain::RemoteAutomation> page);
    /// What all that is mirrored is called there: whoever saw every page asks after those that were on none of them.
    QFuture<base::Result<QStringList>> remoteIds(const base::ConnectionId &connection) const;
    /// It answered that there is no such automation. It goes here as well (audited; runs and versions stay), unless it
    /// was edited here meanwhile: a conflict then. Nothing where it is not mirrored.
    QFuture<base::Result<void>> gone(const base::ConnectionId &connection, QString remoteId);

    /// Pages as the system gives them, newest first. Runs of automations that are not mirrored are passed over. Until
    /// all was seen once (Standing::sawEverything), ended ones are history: nobody is told and nothing follows them.
    QFuture<base::Result<SeenRuns>> seeRuns(const base::ConnectionId &connection, QList<domain::RemoteRun> page);
    /// Those that are not over and whose name there is known, oldest first.
    QFuture<base::Result<QList<OpenThere>>> openRuns(const base::ConnectionId &connection) const;
    /// A run there does not exist any more and was not over: it ends as interrupted.
    QFuture<base::Result<void>> runGone(const base::ConnectionId &connection, QString remoteId);

    /// All requests for approval that wait there. They stand in the queue here as well, and what is decided here is
    /// sent; those that wait there no more are withdrawn. After seeRuns(): those about runs that are not known are
    /// passed over.
    QFuture<base::Result<void>> seeApprovals(const base::ConnectionId &connection,
                                             QList<domain::RemoteApproval> pending);

    /// All maintenance windows that are there, as they are; they decide nothing here. Answers `NAME: why` of those that
    /// can't be windows here; they are passed over.
    QFuture<base::Result<QStringList>> seeWindows(const base::ConnectionId &connection, QList<WindowThere> seen);
    /// Of all connections, by name; see store::WindowsThere.
    QFuture<base::Result<QList<WindowThere>>> windows() const;

    /// Logs of runs that were not over when first seen, and those that somebody asked for; the newest first.
    QFuture<base::Result<QList<WantedLog>>> wantedLogs(const base::ConnectionId &connection, int atMost) const;
    /// Somebody wants to see the log of this run. Nothing where it is complete, or of this machine.
    QFuture<base::Result<void>> wantLog(const base::RunId &run);
    /// Adds to the log of a run what followed WantedLog::from. Saved twice (after a kill between two answers) it is
    /// there once. One call for each run at a time.
    QFuture<base::Result<void>> saveLog(const base::RunId &run, domain::LogPart part);

    // -- For people.

    /// The automation of this machine lives there from now on, and is sent. Conflict where it lives elsewhere already;
    /// Unsupported where the system can't create any. Audited.
    QFuture<base::Result<domain::Automation>> publish(const base::AutomationId &automation,
                                                      const base::ConnectionId &connection, domain::Actor by);
    /// By name.
    QFuture<base::Result<QList<Conflict>>> conflicts() const;
    /// What was last seen there. NotFound where it is not mirrored.
    QFuture<base::Result<domain::Automation>> seenThere(const base::AutomationId &automation) const;
    /// All or none; NotFound where one is in no conflict, Conflict where a side has changed since it was seen. What is
    /// to be sent then is. Audited.
    QFuture<base::Result<void>> resolve(QHash<base::AutomationId, Choice> choices, domain::Actor by);

private:
    Desk &m_desk;
    Logs &m_logs;
};

} // namespace store
