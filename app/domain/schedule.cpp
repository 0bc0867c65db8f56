// SPDX-License-Identifier: Apache-2.0
#include "app/domain/schedule.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

base::Status checkKind(const Schedule &schedule)
{
    const int given = (schedule.cron.isEmpty() ? 0 : 1) + (schedule.everySeconds != 0 ? 1 : 0) + (schedule.at ? 1 : 0);
    if (given == 1) {
        return {};
    }
    const QString field = given == 0 || !schedule.cron.isEmpty() ? u"cron"_s : u"at"_s;
    return base::invalid(
        field, u"a schedule has exactly one of cron, every_minutes, every_seconds and at; %1 are given"_s.arg(given));
}

base::Status checkRanges(const Schedule &schedule)
{
    if (schedule.everySeconds < 0 || schedule.everySeconds > longestIntervalSeconds) {
        return base::invalid(u"every_seconds"_s, u"an interval is 1–%1 seconds"_s.arg(longestIntervalSeconds));
    }
    if (schedule.jitterSeconds < 0 || schedule.jitterSeconds > longestJitterSeconds) {
        return base::invalid(u"jitter_s"_s, u"jitter is 0–%1 seconds"_s.arg(longestJitterSeconds));
    }
    if (schedule.anchor && schedule.everySeconds == 0) {
        return base::invalid(u"anchor"_s, u"an anchor goes with every_minutes or every_seconds only"_s);
    }
    if (schedule.notBefore && schedule.notAfter && *schedule.notAfter < *schedule.notBefore) {
        return base::invalid(u"not_after"_s, u"not_after lies before not_before"_s);
    }
    return {};
}

base::Result<std::optional<Cron>> parseCron(const QString &expression)
{
    if (expression.isEmpty()) {
        return std::optional<Cron>();
    }
    base::Result<Cron> cron = Cron::parse(expression);
    if (!cron) {
        base::Error error = cron.error();
        if (error.field != "cron"_L1) {
            error.detail = u"%1: %2"_s.arg(error.field, error.detail);
            error.field = u"cron"_s;
        }
        return error;
    }
    if (cron->isReboot()) {
        return base::invalid(u"cron"_s, u"@reboot has no times; a trigger of type startup is wanted"_s);
    }
    return std::optional<Cron>(*std::move(cron));
}

quint64 withByte(quint64 hash, quint8 byte)
{
    return (hash ^ byte) * 0x100000001b3;
}

} // namespace

/// FNV-1a over the automation and the slot, then mixed so that neighbouring slots land far apart (the finalizer of
/// SplitMix64). Written out because it must give the same answer in every version of the program.
Jitter::Jitter(const Schedule &schedule, const base::AutomationId &automation)
    : m_seed(0xcbf29ce484222325), m_choices(quint64(schedule.jitterSeconds) * 1000 + 1)
{
    for (const char c : automation.text().toUtf8()) {
        m_seed = withByte(m_seed, quint8(c));
    }
}

base::Millis Jitter::of(base::Instant slot) const
{
    const auto millis = quint64(base::toMillis(slot));
    quint64 hash = m_seed;
    for (int shift = 0; shift < 64; shift += 8) {
        hash = withByte(hash, quint8(millis >> shift));
    }
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
    hash = hash ^ (hash >> 31);
    return base::Millis(qint64(hash % m_choices));
}

SlotFinder::SlotFinder(Schedule schedule, base::Instant created, Zone zone, std::optional<Cron> cron)
    : m_schedule(std::move(schedule)),
      m_anchor(m_schedule.anchor.value_or(created)),
      m_zone(std::move(zone)),
      m_cron(std::move(cron))
{
}

base::Result<SlotFinder> SlotFinder::make(const Schedule &schedule, base::Instant created)
{
    Zones zones;
    return make(schedule, created, zones);
}

base::Result<SlotFinder> SlotFinder::make(const Schedule &schedule, base::Instant created, Zones &zones)
{
    CHECK(checkKind(schedule));
    CHECK(checkRanges(schedule));
    TRY(std::optional<Cron> cron, parseCron(schedule.cron));
    TRY(Zone zone, zones.of(schedule.timezone));
    return SlotFinder(schedule, created, std::move(zone), std::move(cron));
}

std::optional<base::Instant> SlotFinder::next(base::Instant after) const
{
    if (m_schedule.notBefore) {
        after = std::max(after, *m_schedule.notBefore - base::Millis(1));
    }
    const std::optional<base::Instant> slot = nextUnbounded(after);
    if (slot && m_schedule.notAfter && *slot > *m_schedule.notAfter) {
        return std::nullopt;
    }
    return slot;
}

std::optional<base::Instant> SlotFinder::nextUnbounded(base::Instant after) const
{
    if (m_cron) {
        return m_cron->next(after, m_zone, m_schedule.gap, m_schedule.overlap);
    }
    if (m_schedule.at) {
        return *m_schedule.at > after ? m_schedule.at : std::nullopt;
    }
    if (after < m_anchor) {
        return m_anchor;
    }
    const base::Millis every = base::Seconds(m_schedule.everySeconds);
    return m_anchor + ((after - m_anchor) / every + 1) * every;
}

std::optional<base::Instant> SlotFinder::slotsUntil(base::Instant from, base::Instant before,
                                                    std::vector<base::Instant> &into) const
{
    if (m_schedule.notAfter) {
        before = std::min(before, *m_schedule.notAfter + base::Millis(1));
    }
    std::optional<base::Instant> slot = next(from - base::Millis(1));
    while (slot && *slot < before) {
        into.push_back(*slot);
        appendNear(*slot, before, into);
        slot = next(into.back());
    }
    return slot;
}

/// Some of the slots behind one and before an instant: those that need no search.
void SlotFinder::appendNear(base::Instant slot, base::Instant before, std::vector<base::Instant> &into) const
{
    if (m_cron) {
        m_cron->appendRestOfDay(slot, before, m_zone, into);
    } else if (m_schedule.everySeconds > 0) {
        const base::Millis every = base::Seconds(m_schedule.everySeconds);
        for (slot += every; slot < before; slot += every) {
            into.push_back(slot);
        }
    }
}

base::Instant SlotFinder::dueAt(base::Instant slot, const base::AutomationId &automation) const
{
    return m_schedule.jitterSeconds == 0 ? slot : Jitter(m_schedule, automation).due(slot, next(slot));
}

} // namespace domain
