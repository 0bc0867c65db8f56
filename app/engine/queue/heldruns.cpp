// SPDX-License-Identifier: Apache-2.0
#include "app/engine/queue/heldruns.h"

namespace engine {

namespace {

/// The two clocks are not read at the same moment; less than this is no news.
constexpr base::Millis newsFrom{1000};

} // namespace

HeldRuns::HeldRuns(const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent)
    : QObject(parent), m_clock(clock), m_alarm(std::move(alarm))
{
    m_now.setSingleShot(true);
    connect(&m_now, &QTimer::timeout, this, &HeldRuns::look);
    connect(m_alarm.get(), &Alarm::due, this, &HeldRuns::look);
    connect(m_alarm.get(), &Alarm::clockStepped, this, &HeldRuns::onStep);
}

void HeldRuns::put(const domain::Run &run)
{
    const int expectedIn = m_expected.contains(run.id) ? m_expected.take(run.id) : m_round;
    remove(run.id);
    Held held{.until = run.heldUntil, .lapse = {}, .forWindow = domain::isHeldForWindow(run)};
    if (held.forWindow && run.trigger != domain::TriggerKind::Manual) {
        m_slots.insert(run.automationId, run.id);
    }
    if (run.heldUntil && run.heldSince) {
        held.lapse = Lapse(*run.heldSince, m_clock);
        held.length = *run.heldUntil - *run.heldSince;
    }
    const std::optional<base::Instant> earlier = shortened(held);
    held.until = earlier ? earlier : held.until;
    m_held.insert(run.id, held);
    if (held.until) {
        m_order.emplace(*held.until, run.id.text());
        arm();
    }
    if (earlier) {
        Q_EMIT moved({{run.id, *earlier}});
    }
    if (held.forWindow) {
        letGoIfStale(run.id, expectedIn);
    }
}

/// The windows may have changed before the store had it as held.
void HeldRuns::letGoIfStale(const base::RunId &id, int expectedIn)
{
    if (expectedIn != m_round) {
        Q_EMIT moved({{id, m_clock.now()}});
    }
}

void HeldRuns::expect(const domain::Run &run, std::optional<base::Instant> since)
{
    m_expected.insert(run.id, m_round);
    // Of what is asked of admit() and the windows, only the latter hold until a time of day.
    if (!since && run.trigger != domain::TriggerKind::Manual) {
        m_slots.insert(run.automationId, run.id);
    }
}

void HeldRuns::unexpect(const base::RunId &id)
{
    m_expected.remove(id);
    if (!contains(id)) {
        remove(id);
    }
}

void HeldRuns::askAgain()
{
    ++m_round;
    QHash<base::RunId, base::Instant> until;
    for (auto it = m_held.constBegin(); it != m_held.constEnd(); ++it) {
        if (it->forWindow) {
            until.insert(it.key(), m_clock.now());
        }
    }
    if (!until.isEmpty()) {
        Q_EMIT moved(until);
    }
}

void HeldRuns::remove(const base::RunId &id)
{
    m_slots.removeIf([&id](const auto &slot) { return slot.value() == id; });
    const auto found = m_held.constFind(id);
    if (found == m_held.constEnd()) {
        return;
    }
    const bool timed = found->until && m_order.erase({*found->until, id.text()}) > 0;
    m_held.erase(found);
    if (timed) {
        arm();
    }
}

void HeldRuns::clear()
{
    m_held.clear();
    m_slots.clear();
    m_expected.clear();
    m_order.clear();
    arm();
}

/// An earlier end than it has, where the clock was set back under it.
std::optional<base::Instant> HeldRuns::shortened(const Held &held) const
{
    if (!held.lapse) {
        return std::nullopt;
    }
    const base::Instant end = held.lapse->end(held.length, m_clock);
    return *held.until - end >= newsFrom ? std::optional(end) : std::nullopt;
}

void HeldRuns::onStep()
{
    QHash<base::RunId, base::Instant> until;
    for (auto it = m_held.begin(); it != m_held.end(); ++it) {
        const std::optional<base::Instant> earlier = shortened(*it);
        if (earlier && m_order.erase({*it->until, it.key().text()}) > 0) {
            it->until = earlier;
            m_order.emplace(*earlier, it.key().text());
            until.insert(it.key(), *earlier);
        }
    }
    if (!until.isEmpty()) {
        Q_EMIT moved(until);
    }
    look();
}

void HeldRuns::look()
{
    const base::Instant now = m_clock.now();
    QList<base::RunId> ids;
    while (!m_order.empty() && m_order.begin()->first <= now) {
        ids.append(base::RunId(m_order.begin()->second));
        m_order.erase(m_order.begin());
    }
    arm();
    if (!ids.isEmpty()) {
        Q_EMIT due(ids);
    }
}

void HeldRuns::arm()
{
    m_now.stop();
    if (m_order.empty()) {
        m_alarm->arm(std::nullopt);
    } else if (m_order.begin()->first <= m_clock.now()) {
        m_now.start(0);
    } else {
        m_alarm->arm(m_order.begin()->first);
    }
}

} // namespace engine
