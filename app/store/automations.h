// SPDX-License-Identifier: Apache-2.0
// The automations of a store: verbs. Every save is a new version and the old ones are kept.
#pragma once

#include "app/base/result.h"
#include "app/domain/automation.h"
#include "app/domain/rights/rights.h"

#include <QFuture>
#include <QSet>

namespace store {

class Desk;
class Transaction;

/// Which versions of an automation.
struct VersionPage
{
    qint64 before = 0; ///< Older than this one; 0 is from the newest on.
    qint64 limit = 0;  ///< At most so many; 0 is all.
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Automations
{
public:
    explicit Automations(Desk &desk) : m_desk(desk) {}

    /// All, by name.
    QFuture<base::Result<QList<domain::Automation>>> list() const;
    QFuture<base::Result<domain::Automation>> get(const base::AutomationId &id) const;
    /// Those that the operator may not know of, those that are gone and have runs among them. None for an admin.
    QFuture<base::Result<QSet<base::AutomationId>>> hiddenFrom(domain::Operator who) const;
    /// Inserts all or none; gives ids, version 1 and times. Answers them as stored.
    QFuture<base::Result<QList<domain::Automation>>> create(QList<domain::Automation> automations, domain::Actor by);
    /// The same of automations that refer to each other: each comes with a new id of its own, by which the others
    /// name it, and its place in the list does not matter. Conflict where an id was given away before.
    QFuture<base::Result<QList<domain::Automation>>> import(QList<domain::Automation> automations, domain::Actor by);
    /// Saves a new version. `automation.version` must be the stored one, else Conflict.
    QFuture<base::Result<domain::Automation>> update(domain::Automation automation, domain::Actor by);
    /// Removes it; its runs and logs stay. Waiting runs are cancelled, missed slots that wait for a decision dismissed,
    /// running runs are asked to end.
    QFuture<base::Result<void>> remove(const base::AutomationId &id, domain::Actor by);
    /// Pauses or resumes those that exist, each a new version where it changes anything. NotFound if one does not
    /// exist.
    QFuture<base::Result<void>> setPaused(const QList<base::AutomationId> &ids, bool paused, domain::Actor by);
    /// One of them, also of an automation that is gone.
    QFuture<base::Result<domain::Automation>> version(const base::AutomationId &id, qint64 version) const;
    /// A version becomes the newest one, also of an automation that was removed: that is there again, with its id. What
    /// would have been due meanwhile is not made up for. Version 0 is the last one. NotFound if there is no such
    /// version.
    QFuture<base::Result<domain::Automation>> restore(const base::AutomationId &id, qint64 version, domain::Actor by);
    /// Old versions, newest first, the current one included. NotFound if there never was any.
    QFuture<base::Result<QList<domain::Automation>>> history(const base::AutomationId &id, VersionPage page = {}) const;

private:
    Desk &m_desk;
};

/// Automations::import() as a part of a transaction that does more.
base::Result<QList<domain::Automation>>
importAll(Transaction &transaction, const QList<domain::Automation> &automations, const domain::Actor &by);

} // namespace store
