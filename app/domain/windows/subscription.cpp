// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/subscription.h"

#include "app/base/jsonreader.h"

#include <QCryptographicHash>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qint64 mostOften = 300; // seconds
constexpr qint64 mostSeldom = 31LL * 86400;
constexpr base::Millis afterFailure = base::Seconds(900);
constexpr qsizetype longestSource = 2000;

const QStringList &windowFields()
{
    static const QStringList names{u"scope"_s,     u"autonomy_override"_s, u"approval"_s,           u"manual_runs"_s,
                                   u"in_flight"_s, u"blocked_slots"_s,     u"mute_notifications"_s, u"reason"_s};
    return names;
}

base::Status checkSource(const QString &source)
{
    const QUrl url(source, QUrl::StrictMode);
    const bool web = (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty();
    if ((!web && !source.startsWith(u'/')) || source.size() > longestSource || source.contains(QChar())) {
        return base::invalid(u"source"_s, u"source must be an http or https URL, or the absolute path of a file"_s);
    }
    return {};
}

/// Some window with these fields, for their checks.
base::Status checkFields(const QJsonObject &fields)
{
    QJsonObject whole = fields;
    whole.insert("name"_L1, u"Event"_s);
    whole.insert("start"_L1, u"2026-01-01T00:00:00"_s);
    whole.insert("end"_L1, u"2026-01-02T00:00:00"_s);
    CHECK(windowFromJson(whole));
    return {};
}

/// Twelve characters that are the same for the same event.
QString idOf(const CalendarSubscription &subscription, const MaintenanceWindow &window)
{
    const QString text = QStringList{subscription.id,      window.name,     wallText(window.start),
                                     wallText(window.end), window.timezone, window.recurring}
                             .join(u'\n');
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"window_"_s + QString::fromLatin1(hash.first(12));
}

} // namespace

base::Result<CalendarSubscription> subscriptionFromJson(const QJsonObject &object)
{
    CalendarSubscription subscription;
    base::JsonReader reader(object);
    reader.ignore({u"id"_s, u"created_by"_s, u"read_at"_s, u"tried_at"_s, u"error"_s, u"next_reading"_s});
    reader.ignore(windowFields());
    reader.text("name"_L1, subscription.name);
    reader.text("source"_L1, subscription.source);
    reader.integer("every_s"_L1, subscription.everySeconds, mostOften, mostSeldom);
    CHECK(reader.finish());
    subscription.name = subscription.name.trimmed();
    if (subscription.name.isEmpty() || subscription.name.size() > longestWindowName) {
        return base::invalid(u"name"_s, u"name must have 1 to %1 characters"_s.arg(longestWindowName));
    }
    CHECK(checkSource(subscription.source));
    for (const QString &name : windowFields()) {
        if (object.contains(name)) {
            subscription.fields.insert(name, object.value(name));
        }
    }
    CHECK(checkFields(subscription.fields));
    return subscription;
}

QJsonObject toJson(const CalendarSubscription &subscription)
{
    const auto timeOrNull = [](const std::optional<base::Instant> &at) {
        return at ? QJsonValue(base::isoUtc(*at)) : QJsonValue();
    };
    QJsonObject object = subscription.fields;
    object.insert("id"_L1, subscription.id);
    object.insert("name"_L1, subscription.name);
    object.insert("source"_L1, subscription.source);
    object.insert("every_s"_L1, subscription.everySeconds);
    object.insert("created_by"_L1, subscription.createdBy);
    object.insert("read_at"_L1, timeOrNull(subscription.readAt));
    object.insert("tried_at"_L1, timeOrNull(subscription.triedAt));
    object.insert("error"_L1, subscription.error.isEmpty() ? QJsonValue() : QJsonValue(subscription.error));
    return object;
}

base::Result<CalendarSubscription> edited(const CalendarSubscription &subscription, const QJsonObject &changes)
{
    QJsonObject whole = toJson(subscription);
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        whole.insert(it.key(), it.value());
    }
    TRY(CalendarSubscription after, subscriptionFromJson(whole));
    after.id = subscription.id;
    after.createdBy = subscription.createdBy;
    return after;
}

base::Instant nextReading(const CalendarSubscription &subscription)
{
    if (!subscription.triedAt) {
        return base::Instant();
    }
    const base::Millis every = base::Seconds(subscription.everySeconds);
    return *subscription.triedAt + (subscription.error.isEmpty() ? every : std::min(every, afterFailure));
}

base::Result<ReadCalendar> windowsOf(const CalendarSubscription &subscription, const QByteArray &file)
{
    TRY(ReadCalendar calendar, readCalendar(file));
    QList<MaintenanceWindow> windows;
    QSet<QString> seen;
    for (const MaintenanceWindow &event : calendar.windows) {
        TRY(MaintenanceWindow window, edited(event, subscription.fields));
        window.calendar = subscription.id;
        window.id = idOf(subscription, window);
        if (!seen.contains(window.id)) { // an event that stands there twice is one window
            seen.insert(window.id);
            windows.append(window);
        }
    }
    calendar.windows = windows;
    return calendar;
}

bool isRemote(const CalendarSubscription &subscription)
{
    return !subscription.source.startsWith(u'/');
}

} // namespace domain
