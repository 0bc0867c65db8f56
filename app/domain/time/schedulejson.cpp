// SPDX-License-Identifier: Apache-2.0
#include "app/domain/schedule.h"

#include "app/base/wordtable.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::WordTable<GapRule, GapRule::Shift> gapWords({{
    {GapRule::Auto, u"auto"},
    {GapRule::End, u"end"},
    {GapRule::Skip, u"skip"},
    {GapRule::Shift, u"shift"},
}});
constexpr base::WordTable<OverlapRule, OverlapRule::Second> overlapWords({{
    {OverlapRule::Auto, u"auto"},
    {OverlapRule::First, u"first"},
    {OverlapRule::Both, u"both"},
    {OverlapRule::Second, u"second"},
}});

base::Status readText(const QString &field, const QJsonValue &value, QString *text)
{
    if (!value.isString()) {
        return base::invalid(field, u"a string is wanted"_s);
    }
    *text = value.toString();
    return {};
}

base::Status readNumber(const QString &field, const QJsonValue &value, qint64 minimum, qint64 maximum, qint64 *number)
{
    const double read = value.toDouble(-1);
    if (!value.isDouble() || read != std::floor(read) || read < double(minimum) || read > double(maximum)) {
        return base::invalid(field, u"a whole number %1–%2 is wanted"_s.arg(minimum).arg(maximum));
    }
    *number = qint64(read);
    return {};
}

/// A wall time of a zone as an instant: behind a gap, in the first pass of an overlap.
base::Instant resolve(const Zone &zone, base::Instant wall)
{
    const WallMatch match = zone.fromLocal(LocalTime(wall.time_since_epoch()));
    return match.kind == WallMatch::Kind::Never ? match.change : match.first;
}

/// `zone` is asked only about a time without an offset.
base::Status readInstant(const QString &field, const QJsonValue &value, const auto &zone,
                         std::optional<base::Instant> *instant)
{
    static const QRegularExpression offset(u"(Z|[+-]\\d\\d:?\\d\\d)$"_s);
    const QString text = value.toString();
    const bool withOffset = offset.match(text).hasMatch() && text.contains(u'T');
    const std::optional<base::Instant> read = base::parseIso(withOffset ? text : text + u'Z');
    if (!value.isString() || !read) {
        return base::invalid(field, u"an ISO 8601 time such as 2026-10-22T12:30:00Z is wanted"_s);
    }
    if (withOffset) {
        *instant = *read;
        return {};
    }
    TRY(const Zone local, zone());
    *instant = resolve(local, *read);
    return {};
}

template <typename Rule, Rule last>
base::Status readRule(const QString &field, const QJsonValue &value, const base::WordTable<Rule, last> &words,
                      Rule *rule)
{
    const std::optional<Rule> found = value.isString() ? words.find(value.toString()) : std::nullopt;
    if (!found) {
        return base::invalid(field, u"one of %1 is wanted"_s.arg(words.words().join(u", ")));
    }
    *rule = *found;
    return {};
}

base::Status readDst(const QJsonValue &value, Schedule *schedule)
{
    if (value.isString() && value.toString() == "auto"_L1) {
        return {};
    }
    if (!value.isObject()) {
        return base::invalid(u"dst"_s,
                             u"“auto” or an object with gap (end, skip, shift) and overlap (first, both, second) "
                             "is wanted"_s);
    }
    const QJsonObject rules = value.toObject();
    for (auto it = rules.begin(); it != rules.end(); ++it) {
        if (it.key() == "gap"_L1) {
            CHECK(readRule(u"dst.gap"_s, it.value(), gapWords, &schedule->gap));
        } else if (it.key() == "overlap"_L1) {
            CHECK(readRule(u"dst.overlap"_s, it.value(), overlapWords, &schedule->overlap));
        } else {
            return base::invalid(u"dst."_s + it.key(), u"unknown; gap and overlap can be given"_s);
        }
    }
    return {};
}

base::Status readInterval(const QJsonObject &json, Schedule *schedule)
{
    const QJsonValue minutes = json.value(u"every_minutes");
    const QJsonValue seconds = json.value(u"every_seconds");
    if (!minutes.isUndefined() && !seconds.isUndefined()) {
        return base::invalid(u"every_seconds"_s, u"every_minutes is given too; only one of them is wanted"_s);
    }
    if (!minutes.isUndefined()) {
        CHECK(readNumber(u"every_minutes"_s, minutes, 1, longestIntervalSeconds / 60, &schedule->everySeconds));
        schedule->everySeconds *= 60;
    }
    if (!seconds.isUndefined()) {
        CHECK(readNumber(u"every_seconds"_s, seconds, 1, longestIntervalSeconds, &schedule->everySeconds));
    }
    return {};
}

base::Status readInstants(const QJsonObject &json, Zones &zones, Schedule *schedule)
{
    const std::pair<QString, std::optional<base::Instant> *> fields[] = {{u"at"_s, &schedule->at},
                                                                         {u"anchor"_s, &schedule->anchor},
                                                                         {u"not_before"_s, &schedule->notBefore},
                                                                         {u"not_after"_s, &schedule->notAfter}};
    const auto zone = [&] { return zones.of(schedule->timezone); };
    for (const auto &[name, instant] : fields) {
        if (json.contains(name)) {
            CHECK(readInstant(name, json.value(name), zone, instant));
        }
    }
    return {};
}

base::Status readPlain(const QJsonObject &json, Schedule *schedule)
{
    if (json.contains(u"cron")) {
        CHECK(readText(u"cron"_s, json.value(u"cron"), &schedule->cron));
        if (schedule->cron.isEmpty()) {
            return base::invalid(u"cron"_s, u"the expression is empty; five fields such as 30 2 * * * are wanted"_s);
        }
    }
    if (json.contains(u"timezone")) {
        CHECK(readText(u"timezone"_s, json.value(u"timezone"), &schedule->timezone));
    }
    if (json.contains(u"jitter_s")) {
        CHECK(readNumber(u"jitter_s"_s, json.value(u"jitter_s"), 0, longestJitterSeconds, &schedule->jitterSeconds));
    }
    if (json.contains(u"dst")) {
        CHECK(readDst(json.value(u"dst"), schedule));
    }
    return {};
}

/// Null counts as not given.
base::Result<QJsonObject> knownFields(const QJsonObject &json)
{
    static const QStringList known{u"cron"_s,     u"every_minutes"_s, u"every_seconds"_s, u"at"_s,        u"anchor"_s,
                                   u"timezone"_s, u"jitter_s"_s,      u"not_before"_s,    u"not_after"_s, u"dst"_s};
    QJsonObject given;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!known.contains(it.key())) {
            return base::invalid(it.key(), u"a schedule has no such field; it has %1"_s.arg(known.join(u", ")));
        }
        if (!it.value().isNull()) {
            given.insert(it.key(), it.value());
        }
    }
    return given;
}

} // namespace

base::Result<Schedule> scheduleFromJson(const QJsonObject &json, Provenance provenance)
{
    TRY(const QJsonObject given, knownFields(json));
    Schedule schedule;
    CHECK(readPlain(given, &schedule));
    CHECK(readInterval(given, &schedule));
    Zones zones;
    CHECK(readInstants(given, zones, &schedule));
    if (provenance == Provenance::Outside) {
        CHECK(SlotFinder::make(schedule, base::Instant(), zones));
    }
    return schedule;
}

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject json;
    const auto putInstant = [&](const QString &name, const std::optional<base::Instant> &instant) {
        if (instant) {
            json.insert(name, base::isoUtc(*instant));
        }
    };
    if (!schedule.cron.isEmpty()) {
        json.insert(u"cron"_s, schedule.cron);
    }
    if (schedule.everySeconds > 0) {
        const bool minutes = schedule.everySeconds % 60 == 0;
        json.insert(minutes ? u"every_minutes"_s : u"every_seconds"_s, schedule.everySeconds / (minutes ? 60 : 1));
    }
    putInstant(u"at"_s, schedule.at);
    putInstant(u"anchor"_s, schedule.anchor);
    if (!schedule.timezone.isEmpty()) {
        json.insert(u"timezone"_s, schedule.timezone);
    }
    if (schedule.jitterSeconds > 0) {
        json.insert(u"jitter_s"_s, schedule.jitterSeconds);
    }
    putInstant(u"not_before"_s, schedule.notBefore);
    putInstant(u"not_after"_s, schedule.notAfter);
    if (schedule.gap != GapRule::Auto || schedule.overlap != OverlapRule::Auto) {
        json.insert(u"dst"_s, QJsonObject{{u"gap"_s, gapWords.of(schedule.gap)},
                                          {u"overlap"_s, overlapWords.of(schedule.overlap)}});
    }
    return json;
}

} // namespace domain
