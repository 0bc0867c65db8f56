// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/maintenance.h"

#include "app/base/jsonreader.h"
#include "app/base/wordtable.h"
#include "app/domain/windows/occurrences.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<AutonomyOverride, AutonomyOverride::Execute> overrideWords({{
    {AutonomyOverride::Disabled, u"disabled"},
    {AutonomyOverride::Approve, u"approve"},
    {AutonomyOverride::Notify, u"notify"},
    {AutonomyOverride::Execute, u"execute"},
}});
constexpr base::WordTable<ManualRuns, ManualRuns::Block> manualWords({{
    {ManualRuns::Allow, u"allow"},
    {ManualRuns::Warn, u"warn"},
    {ManualRuns::Block, u"block"},
}});
constexpr base::WordTable<InFlight, InFlight::Stop> inFlightWords({{
    {InFlight::Finish, u"finish"},
    {InFlight::Stop, u"stop"},
}});
constexpr base::WordTable<BlockedSlots, BlockedSlots::OnceAfter> blockedWords({{
    {BlockedSlots::Skip, u"skip"},
    {BlockedSlots::OnceAfter, u"once_after"},
}});

constexpr qsizetype longestReason = 2000;
constexpr qsizetype mostInScope = 10'000;

/// What a text shows, as if it were UTC; empty where it is no time. `offset` is set where it says one.
std::optional<base::Instant> shown(const QString &text, bool *offset)
{
    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:?\\d\\d)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    *offset = !match.captured(3).isEmpty();
    return base::parseIso(QString(text).replace(u' ', u'T') + (*offset ? u""_s : u"Z"_s));
}

void readWall(base::JsonReader &reader, QLatin1StringView name, const Zone &zone, LocalTime &into)
{
    QString text;
    reader.text(name, text);
    bool offset = false;
    const std::optional<base::Instant> read = shown(text, &offset);
    if (!read) {
        reader.fail(base::invalid(name, u"%1 must be a wall time such as 2026-03-22T03:00:00"_s.arg(name)));
        return;
    }
    const LocalTime wall = offset ? zone.toLocal(*read) : LocalTime(read->time_since_epoch());
    into = std::chrono::floor<std::chrono::seconds>(wall);
}

void readException(const QJsonObject &object, QList<WindowException> &into)
{
    const std::optional<base::Instant> from = base::parseIso(object.value("from"_L1).toString());
    const std::optional<base::Instant> to = base::parseIso(object.value("to"_L1).toString());
    if (from && to) {
        into.append({base::parseIso(object.value("start"_L1).toString()), {*from, *to}});
    }
}

/// What only the store knows.
void readKept(base::JsonReader &reader, Provenance provenance, const QJsonObject &json, MaintenanceWindow &window)
{
    reader.ignore({u"id"_s, u"created_by"_s, u"exceptions"_s, u"version"_s, u"updated_at"_s, u"updated_by"_s, u"open"_s,
                   u"open_until"_s, u"next_start"_s, u"next_end"_s, u"hits"_s, u"calendar"_s});
    if (provenance == Provenance::Outside) {
        return;
    }
    window.id = json.value("id"_L1).toString();
    window.createdBy = json.value("created_by"_L1).toString();
    window.calendar = json.value("calendar"_L1).toString();
    window.version = json.value("version"_L1).toInteger();
    window.updatedAt = base::parseIso(json.value("updated_at"_L1).toString()).value_or(base::Instant());
    window.updatedBy = json.value("updated_by"_L1).toString();
    for (const QJsonValue exception : json.value("exceptions"_L1).toArray()) {
        readException(exception.toObject(), window.exceptions);
    }
}

void readApproval(base::JsonReader &reader, const QJsonObject &json, MaintenanceWindow &window)
{
    reader.ignore({u"approval"_s});
    const QJsonValue approval = json.value("approval"_L1);
    if (approval.isObject()) {
        window.approval = approval;
    } else if (!approval.isNull() && !approval.isUndefined()) {
        reader.fail(base::invalid(u"approval"_s, u"approval must be an object or null"_s));
    }
}

base::Status checkTimes(const MaintenanceWindow &window)
{
    if (window.length().count() <= 0) {
        return base::invalid(u"end"_s, u"end must be after start"_s);
    }
    if (window.length() > longestWindow) {
        return base::invalid(u"end"_s, u"a window is at most 366 days long"_s);
    }
    if (window.recurring.isEmpty()) {
        return {};
    }
    const base::Result<Cron> cron = Cron::parse(window.recurring);
    if (!cron) {
        base::Error error = cron.error();
        error.detail = error.field.isEmpty() ? error.detail : u"%1 (%2)"_s.arg(error.detail, error.field);
        error.field = u"recurring"_s;
        return error;
    }
    if (cron->isReboot()) {
        return base::invalid(u"recurring"_s, u"@reboot has no times"_s);
    }
    if (window.length() > longestRecurring) {
        return base::invalid(u"end"_s, u"a recurring window is at most 31 days long"_s);
    }
    return {};
}

base::Status checkTexts(const MaintenanceWindow &window)
{
    if (window.name.trimmed().isEmpty() || window.name.size() > longestWindowName) {
        return base::invalid(u"name"_s, u"name must have 1 to %1 characters"_s.arg(longestWindowName));
    }
    if (window.reason.size() > longestReason) {
        return base::invalid(u"reason"_s, u"reason has at most %1 characters"_s.arg(longestReason));
    }
    const bool spares = std::all_of(window.scope.begin(), window.scope.end(),
                                    [](const QString &entry) { return entry.startsWith(u'!'); });
    if (spares || window.scope.size() > mostInScope) {
        return base::invalid(u"scope"_s,
                             u"scope must name at least one automation id, tag:x or connection:x, or be [\"*\"]; !ID "
                             u"takes one out of it"_s);
    }
    for (qsizetype i = 0; i < window.scope.size(); ++i) {
        if (window.scope.at(i).trimmed().isEmpty()) {
            return base::invalid(u"scope[%1]"_s.arg(i), u"an automation id, tag:x, connection:x or * is wanted"_s);
        }
    }
    return {};
}

QJsonArray exceptionsJson(const MaintenanceWindow &window)
{
    QJsonArray items;
    for (const WindowException &exception : window.exceptions) {
        QJsonObject item{{u"from"_s, base::isoUtc(exception.span.from)}, {u"to"_s, base::isoUtc(exception.span.to)}};
        if (exception.start) {
            item.insert("start"_L1, base::isoUtc(*exception.start));
        }
        items.append(item);
    }
    return items;
}

} // namespace

WindowEffect MaintenanceWindow::effect() const
{
    switch (autonomyOverride) {
    case AutonomyOverride::Disabled:
        return blockedSlots == BlockedSlots::OnceAfter ? WindowEffect::OnceAfter : WindowEffect::Skip;
    case AutonomyOverride::Approve:
        return WindowEffect::Approve;
    case AutonomyOverride::Notify:
        return WindowEffect::Notify;
    case AutonomyOverride::Execute:
        return WindowEffect::Execute;
    }
    Q_UNREACHABLE();
}

WindowScope MaintenanceWindow::whom() const
{
    WindowScope whom;
    for (const QString &entry : scope) {
        if (entry == "*"_L1) {
            whom.everything = true;
        } else if (entry.startsWith(u'!')) {
            whom.spared.append(base::AutomationId(entry.mid(1)));
        } else if (entry.startsWith("tag:"_L1)) {
            whom.tags.append(entry.mid(4));
        } else if (entry.startsWith("connection:"_L1)) {
            whom.connections.append(base::ConnectionId(entry.mid(11)));
        } else {
            whom.automations.append(base::AutomationId(entry));
        }
    }
    return whom;
}

base::Result<MaintenanceWindow> windowFromJson(const QJsonObject &json, Provenance provenance)
{
    MaintenanceWindow window;
    base::JsonReader reader(json);
    reader.text("name"_L1, window.name);
    if (!reader.isNull("timezone"_L1)) {
        reader.text("timezone"_L1, window.timezone);
    }
    const base::Result<Zone> zone = Zone::load(window.timezone);
    if (!zone && provenance == Provenance::Outside) {
        reader.fail(zone.error());
    }
    readWall(reader, "start"_L1, zone.value_or(Zone::utc()), window.start);
    readWall(reader, "end"_L1, zone.value_or(Zone::utc()), window.end);
    if (!reader.isNull("recurring"_L1)) {
        reader.text("recurring"_L1, window.recurring);
    }
    reader.texts("scope"_L1, window.scope);
    reader.word("autonomy_override"_L1, overrideWords, window.autonomyOverride);
    readApproval(reader, json, window);
    reader.word("manual_runs"_L1, manualWords, window.manualRuns);
    reader.word("in_flight"_L1, inFlightWords, window.inFlight);
    reader.word("blocked_slots"_L1, blockedWords, window.blockedSlots);
    reader.flag("mute_notifications"_L1, window.muteNotifications);
    if (!reader.isNull("reason"_L1)) {
        reader.text("reason"_L1, window.reason);
    }
    readKept(reader, provenance, json, window);
    CHECK(reader.finish());
    if (provenance == Provenance::Outside) {
        CHECK(checkTexts(window));
        CHECK(checkTimes(window));
    }
    return window;
}

QJsonObject toJson(const MaintenanceWindow &window)
{
    return {{u"id"_s, window.id},
            {u"name"_s, window.name},
            {u"start"_s, wallText(window.start)},
            {u"end"_s, wallText(window.end)},
            {u"timezone"_s, window.timezone.isEmpty() ? QJsonValue() : QJsonValue(window.timezone)},
            {u"recurring"_s, window.recurring.isEmpty() ? QJsonValue() : QJsonValue(window.recurring)},
            {u"scope"_s, QJsonArray::fromStringList(window.scope)},
            {u"autonomy_override"_s, overrideWord(window.autonomyOverride)},
            {u"approval"_s, window.approval},
            {u"manual_runs"_s, manualWord(window.manualRuns)},
            {u"in_flight"_s, inFlightWord(window.inFlight)},
            {u"blocked_slots"_s, blockedWord(window.blockedSlots)},
            {u"mute_notifications"_s, window.muteNotifications},
            {u"reason"_s, window.reason},
            {u"created_by"_s, window.createdBy},
            {u"calendar"_s, window.calendar.isEmpty() ? QJsonValue() : QJsonValue(window.calendar)},
            {u"exceptions"_s, exceptionsJson(window)},
            {u"version"_s, window.version},
            {u"updated_at"_s, base::isoUtc(window.updatedAt)},
            {u"updated_by"_s, window.updatedBy}};
}

base::Result<MaintenanceWindow> edited(const MaintenanceWindow &window, const QJsonObject &changes)
{
    QJsonObject whole = toJson(window);
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it) {
        whole.insert(it.key(), it.value());
    }
    TRY(MaintenanceWindow after, windowFromJson(whole));
    after.id = window.id;
    after.createdBy = window.createdBy;
    after.calendar = window.calendar;
    after.version = window.version;
    const bool sameTimes = after.start == window.start && after.end == window.end &&
                           after.timezone == window.timezone && after.recurring == window.recurring;
    for (const WindowException &exception : window.exceptions) {
        if (sameTimes || !exception.start) {
            after.exceptions.append(exception);
        }
    }
    return after;
}

QString wallText(LocalTime time)
{
    return base::isoUtc(base::Instant(time.time_since_epoch())).left(19);
}

QString overrideWord(AutonomyOverride value)
{
    return overrideWords.of(value);
}
QString manualWord(ManualRuns value)
{
    return manualWords.of(value);
}
QString inFlightWord(InFlight value)
{
    return inFlightWords.of(value);
}
QString blockedWord(BlockedSlots value)
{
    return blockedWords.of(value);
}

} // namespace domain
