// SPDX-License-Identifier: Apache-2.0
#include "app/engine/heldruns.h"

namespace engine {

HeldRuns::HeldRuns(const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent)
    : QObject(parent), m_clock(clock), m_alarm(std::move(alarm))
{
    m_now.setSingleShot(true);
    connect(&m_now, &QTimer::timeout, this, &HeldRuns::look);
    connect(m_alarm.get(), &Alarm::due, this, &HeldRuns::look);
    connect(m_alarm.get(), &Alarm::clockStepped, this, &HeldRuns::look);
}

void HeldRuns::put(const domain::Run &run)
{
    remove(run.id);
    m_until.insert(run.id, run.heldUntil);
    if (run.heldUntil) {
        m_order.emplace(*run.heldUntil, run.id.text());
        arm();
    }
}

void HeldRuns::remove(const base::RunId &id)
{
    const auto found = m_until.constFind(id);
    if (found == m_until.constEnd()) {
        return;
    }
    const bool timed = *found && m_order.erase({**found, id.text()}) > 0;
    m_until.erase(found);
    if (timed) {
        arm();
    }
}

void HeldRuns::clear()
{
    m_until.clear();
    m_order.clear();
    arm();
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
