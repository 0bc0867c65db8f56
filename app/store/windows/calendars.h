// SPDX-License-Identifier: Apache-2.0
// The calendars of a store that are read again and again: verbs. What one brought stays until it can be read again.
#pragma once

#include "app/domain/rights/rights.h"
#include "app/domain/windows/subscription.h"

#include <QFuture>

namespace store {

class Desk;

/// What a reading changed.
struct CalendarReading
{
    int added = 0;
    int removed = 0;
    int changed = 0;
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store. A calendar
/// that does not exist is NotFound. A window of a calendar is noted as changed for each change of the calendar, too.
class Calendars
{
public:
    using Subscription = domain::CalendarSubscription;

    explicit Calendars(Desk &desk) : m_desk(desk) {}

    /// All, by name.
    QFuture<base::Result<QList<Subscription>>> list() const;
    QFuture<base::Result<Subscription>> get(const QString &id) const;
    /// Gives it an id; it has not been read yet. Audited.
    QFuture<base::Result<Subscription>> create(Subscription made, domain::Actor by);
    /// The fields that `changes` gives; it is read again soon. Audited.
    QFuture<base::Result<Subscription>> edit(const QString &id, QJsonObject changes, domain::Actor by);
    /// Read again soon.
    QFuture<base::Result<Subscription>> readAgain(const QString &id, domain::Actor by);
    /// And its windows. Audited. Answers what was removed.
    QFuture<base::Result<Subscription>> remove(const QString &id, domain::Actor by);

    /// It was read: these are its windows now. What was done to occurrences of one that is still there stays. Audited
    /// where anything changed.
    QFuture<base::Result<CalendarReading>> took(const QString &id, QList<domain::MaintenanceWindow> windows);
    /// It could not be read; its windows stay.
    QFuture<base::Result<void>> failed(const QString &id, QString why);

private:
    Desk &m_desk;
};

} // namespace store
