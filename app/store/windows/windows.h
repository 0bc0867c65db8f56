// SPDX-License-Identifier: Apache-2.0
// The maintenance windows of a store: verbs. Each change is audited, and answers the window as it is stored.
#pragma once

#include "app/base/result.h"
#include "app/domain/rights/rights.h"
#include "app/domain/windows/occurrences.h"

#include <QFuture>

#include <functional>

namespace store {

class Desk;
class Transaction;

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store. A window
/// that does not exist is NotFound.
class Windows
{
public:
    using Answer = QFuture<base::Result<domain::MaintenanceWindow>>;

    explicit Windows(Desk &desk) : m_desk(desk) {}

    /// All, by name.
    QFuture<base::Result<QList<domain::MaintenanceWindow>>> list() const;
    Answer get(const QString &id) const;
    /// Inserts all or none, as domain::windowFromJson() made them; one without an id gets one. Answers them.
    QFuture<base::Result<QList<domain::MaintenanceWindow>>> create(QList<domain::MaintenanceWindow> windows,
                                                                   domain::Actor by);
    /// The fields that `changes` gives; a `version` in it that is not the stored one is a Conflict.
    Answer edit(const QString &id, QJsonObject changes, domain::Actor by);
    /// Answers what was removed.
    Answer remove(const QString &id, domain::Actor by);
    /// Open from now on for as long as it is long.
    Answer activate(const QString &id, domain::Actor by);
    /// Closed from now on until it begins again. Conflict if it is not open.
    Answer deactivate(const QString &id, domain::Actor by);
    /// What is open ends then. Conflict if nothing is.
    Answer extend(const QString &id, base::Instant until, domain::Actor by);
    /// One occurrence at another time; an empty span takes it out. See domain::moved().
    Answer move(const QString &id, base::Instant start, domain::WindowSpan span, domain::Actor by);
    /// The saved versions, newest first, the current one included; at most mostWindowVersions, also of one that was
    /// removed.
    QFuture<base::Result<QList<domain::MaintenanceWindow>>> history(const QString &id) const;
    /// A version becomes the newest one, what was done to single occurrences by then included; also of a window that
    /// was removed: that is there again, with its id. NotFound if there is no such version.
    Answer restore(const QString &id, qint64 version, domain::Actor by);
    /// As it was before, whatever it is now, also where it was removed: for undoing.
    Answer putBack(domain::MaintenanceWindow window, domain::Actor by);

private:
    using Change =
        std::function<base::Result<domain::MaintenanceWindow>(const domain::MaintenanceWindow &, base::Instant now)>;
    Answer change(const QString &id, domain::Actor by, QString action, Change how);

    Desk &m_desk;
};

/// Windows::create() as a part of a transaction that does more.
base::Result<QList<domain::MaintenanceWindow>>
createAll(Transaction &transaction, const QList<domain::MaintenanceWindow> &windows, const domain::Actor &by);

} // namespace store
