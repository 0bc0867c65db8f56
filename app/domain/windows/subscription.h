// SPDX-License-Identifier: Apache-2.0
// A calendar that is read again and again: where it is, how often, and what its events are as maintenance windows. The
// windows it brought last are its last good copy. A value; nothing here reads anything.
#pragma once

#include "app/domain/windows/icalendar.h"

namespace domain {

struct CalendarSubscription
{
    QString id; ///< `cal_` and twelve characters.
    QString name;
    QString source;              ///< An http(s) URL, or the absolute path of a file.
    qint64 everySeconds = 86400; ///< From one reading to the next.
    QJsonObject fields;          ///< What every window gets: `scope`, `autonomy_override`, `manual_runs` …
    QString createdBy;
    std::optional<base::Instant> readAt;  ///< When it could be read last.
    std::optional<base::Instant> triedAt; ///< When that was tried last.
    QString error;                        ///< Why it could not be read the last time; empty where it could.

    friend bool operator==(const CalendarSubscription &, const CalendarSubscription &) = default;
};

/// `{name, source, every_s, scope, autonomy_override, approval, manual_runs, in_flight, blocked_slots,
/// mute_notifications, reason}`; Invalid names the field. What only the store knows is passed over.
base::Result<CalendarSubscription> subscriptionFromJson(const QJsonObject &object);
QJsonObject toJson(const CalendarSubscription &subscription);
/// With the given fields replaced, checked as a new one.
base::Result<CalendarSubscription> edited(const CalendarSubscription &subscription, const QJsonObject &changes);

/// When it is to be read next.
base::Instant nextReading(const CalendarSubscription &subscription);
/// The file's events as windows of the subscription; one event has the same id each time.
base::Result<ReadCalendar> windowsOf(const CalendarSubscription &subscription, const QByteArray &file);

/// Whether the source is asked over the network.
bool isRemote(const CalendarSubscription &subscription);

} // namespace domain
