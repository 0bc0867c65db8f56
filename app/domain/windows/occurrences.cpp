// SPDX-License-Identifier: Apache-2.0
#include "app/domain/windows/occurrences.h"

#include "app/domain/automation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr base::Millis instantBefore{1};
/// An occurrence may be longer than on the wall clock by what the clocks are set back.
constexpr base::Millis clockChange = base::Seconds(86400);
constexpr base::Millis quarter = base::Seconds(900);

/// Where the clocks skip it, behind the gap; where they pass it twice, the first time.
base::Instant resolve(const Zone &zone, LocalTime wall)
{
    const WallMatch match = zone.fromLocal(wall);
    return match.kind == WallMatch::Kind::Never ? match.change : match.first;
}

bool overlaps(const WindowSpan &span, base::Instant from, base::Instant to)
{
    return span.from < span.to && span.from < to && from < span.to;
}

void forgetOldest(QList<WindowException> &exceptions)
{
    std::stable_sort(exceptions.begin(), exceptions.end(),
                     [](const WindowException &a, const WindowException &b) { return a.span.to < b.span.to; });
    while (exceptions.size() > mostExceptions) {
        exceptions.removeFirst();
    }
}

/// The occurrence gets another span.
void replace(MaintenanceWindow &window, const Occurrence &occurrence, const WindowSpan &span)
{
    const auto same = [&](const WindowException &exception) {
        return occurrence.start ? exception.start == occurrence.start
                                : !exception.start && exception.span == occurrence.span;
    };
    window.exceptions.removeIf(same);
    // One that was opened by hand and is never open any more leaves no trace.
    if (occurrence.start || span.from < span.to) {
        window.exceptions.append({occurrence.start, span});
    }
    forgetOldest(window.exceptions);
}

} // namespace

WindowFinder::WindowFinder(MaintenanceWindow window, Zone zone, std::optional<Cron> cron)
    : m_window(std::move(window)),
      m_zone(std::move(zone)),
      m_cron(std::move(cron)),
      m_first(resolve(m_zone, m_window.start))
{
}

base::Result<WindowFinder> WindowFinder::make(const MaintenanceWindow &window, Zones &zones)
{
    TRY(Zone zone, zones.of(window.timezone));
    std::optional<Cron> cron;
    if (!window.recurring.isEmpty()) {
        TRY(cron, Cron::parse(window.recurring));
    }
    return WindowFinder(window, std::move(zone), std::move(cron));
}

base::Instant WindowFinder::endOf(base::Instant start) const
{
    const WallMatch match = m_zone.fromLocal(m_zone.toLocal(start) + m_window.length());
    if (match.kind == WallMatch::Kind::Never) {
        return match.change;
    }
    return match.first > start ? match.first : match.second;
}

std::optional<base::Instant> WindowFinder::nextRegular(base::Instant after) const
{
    if (m_cron) {
        return m_cron->next(std::max(after, m_first - instantBefore), m_zone);
    }
    return m_first > after ? std::optional(m_first) : std::nullopt;
}

bool WindowFinder::isException(base::Instant start) const
{
    return std::any_of(m_window.exceptions.begin(), m_window.exceptions.end(),
                       [start](const WindowException &exception) { return exception.start == start; });
}

QList<Occurrence> WindowFinder::between(base::Instant from, base::Instant to) const
{
    QList<Occurrence> found;
    std::optional<base::Instant> start = nextRegular(from - m_window.length() - clockChange);
    for (; start && *start < to && found.size() < mostOccurrences; start = nextRegular(*start)) {
        const WindowSpan span{*start, endOf(*start)};
        if (overlaps(span, from, to) && !isException(*start)) {
            found.append({start, span, false});
        }
    }
    for (const WindowException &exception : m_window.exceptions) {
        if (overlaps(exception.span, from, to)) {
            found.append({exception.start, exception.span, true});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Occurrence &a, const Occurrence &b) { return a.span.from < b.span.from; });
    return found;
}

std::optional<Occurrence> WindowFinder::next(base::Instant after) const
{
    std::optional<Occurrence> next;
    std::optional<base::Instant> start = nextRegular(after);
    while (start && isException(*start)) {
        start = nextRegular(*start);
    }
    if (start) {
        next = {start, {*start, endOf(*start)}, false};
    }
    for (const WindowException &exception : m_window.exceptions) {
        const WindowSpan &span = exception.span;
        if (span.from > after && span.from < span.to && (!next || span.from < next->span.from)) {
            next = {exception.start, span, true};
        }
    }
    return next;
}

Window WindowFinder::planned(base::Instant from, base::Instant to) const
{
    Window window{.name = m_window.name, .spans = {}, .scope = m_window.whom(), .effect = m_window.effect()};
    for (const Occurrence &occurrence : between(from, to)) {
        if (!window.spans.isEmpty() && occurrence.span.from <= window.spans.last().to) {
            window.spans.last().to = std::max(window.spans.last().to, occurrence.span.to);
        } else {
            window.spans.append(occurrence.span);
        }
    }
    return window;
}

QList<Window> plannedWindows(const QList<MaintenanceWindow> &windows, base::Instant from, base::Instant to)
{
    QList<Window> planned;
    Zones zones;
    for (const MaintenanceWindow &window : windows) {
        const base::Result<WindowFinder> finder = WindowFinder::make(window, zones);
        Window one = finder ? finder->planned(from, to) : Window();
        if (!one.spans.isEmpty()) {
            planned.append(std::move(one));
        }
    }
    return planned;
}

base::Result<MaintenanceWindow> activated(const WindowFinder &finder, base::Instant at)
{
    MaintenanceWindow window = finder.window();
    window.exceptions.append({std::nullopt, {at, finder.endOf(at)}});
    forgetOldest(window.exceptions);
    return window;
}

base::Result<MaintenanceWindow> deactivated(const WindowFinder &finder, base::Instant at)
{
    const QList<Occurrence> open = finder.openAt(at);
    if (open.isEmpty()) {
        return base::conflict(u"the window %1 is not open"_s.arg(finder.window().name));
    }
    MaintenanceWindow window = finder.window();
    for (const Occurrence &occurrence : open) {
        replace(window, occurrence, {occurrence.span.from, at});
    }
    return window;
}

base::Result<MaintenanceWindow> extended(const WindowFinder &finder, base::Instant at, base::Instant until)
{
    const QList<Occurrence> open = finder.openAt(at);
    if (open.isEmpty()) {
        return base::conflict(u"the window %1 is not open"_s.arg(finder.window().name));
    }
    if (until <= at || until - open.first().span.from > longestWindow) {
        return base::invalid(u"until"_s, u"until must be ahead, and the window at most 366 days long"_s);
    }
    MaintenanceWindow window = finder.window();
    for (const Occurrence &occurrence : open) {
        replace(window, occurrence, {occurrence.span.from, until});
    }
    return window;
}

base::Result<MaintenanceWindow> moved(const WindowFinder &finder, base::Instant start, const WindowSpan &span)
{
    MaintenanceWindow window = finder.window();
    const bool known = std::any_of(window.exceptions.begin(), window.exceptions.end(),
                                   [start](const WindowException &exception) { return exception.start == start; });
    const QList<Occurrence> there = finder.openAt(start);
    const bool regular = std::any_of(there.begin(), there.end(),
                                     [start](const Occurrence &occurrence) { return occurrence.start == start; });
    if (!known && !regular) {
        return base::notFound(u"an occurrence of %1 at %2"_s.arg(window.name, base::isoUtc(start)));
    }
    if (span.to - span.from > longestWindow) {
        return base::invalid(u"to"_s, u"a window is at most 366 days long"_s);
    }
    replace(window, {start, {}, true}, span);
    return window;
}

base::Instant nextFreeSlot(const QList<WindowSpan> &busy, base::Instant from, base::Millis length)
{
    const auto rounded = [](base::Instant at) {
        const base::Millis since = at.time_since_epoch();
        return base::Instant((since + quarter - base::Millis(1)) / quarter * quarter);
    };
    QList<WindowSpan> spans = busy;
    std::sort(spans.begin(), spans.end(), [](const WindowSpan &a, const WindowSpan &b) { return a.from < b.from; });
    base::Instant slot = rounded(from);
    for (const WindowSpan &span : std::as_const(spans)) {
        if (overlaps(span, slot, slot + length)) {
            slot = rounded(span.to);
        }
    }
    return slot;
}

std::optional<base::Instant> wouldNotFinishBefore(const QList<Window> &windows, const Automation &automation,
                                                  base::Instant now, base::Millis longest)
{
    std::optional<base::Instant> first;
    for (const Window &window : windows) {
        if (!isBlocking(window.effect) || !window.scope.includes(automation)) {
            continue;
        }
        for (const WindowSpan &span : window.spans) {
            if (span.from > now && span.from < now + longest && (!first || span.from < *first)) {
                first = span.from;
            }
        }
    }
    return first;
}

} // namespace domain
