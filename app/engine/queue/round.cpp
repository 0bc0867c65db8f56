// SPDX-License-Identifier: Apache-2.0
#include "app/engine/queue/round.h"

#include <limits>

namespace engine {

namespace {

constexpr int nobody = std::numeric_limits<int>::max(); // is kept out by such a limit

} // namespace

Round::Lane &Round::laneOf(const domain::Automation &automation)
{
    if (!m_last || m_last->automation != &automation) {
        const auto [lane, isNew] = m_lanes.try_emplace(&automation);
        m_last = &lane->second;
        if (isNew) {
            *m_last = {&automation, m_scene.open.takesPlace(automation), 0};
        }
    }
    return *m_last;
}

domain::Admission Round::ask(const domain::Run &run, const domain::Automation &automation)
{
    const std::optional<domain::Admission> said =
        domain::windowAdmission(m_scene.windows, run, automation, m_now, m_scene.held.slotOf(automation.id));
    if (said) {
        return *said;
    }
    const Lane &lane = laneOf(automation);
    const domain::Surroundings around{.runningHere = m_scene.open.of(run.automationId),
                                      .queuedBefore = lane.queued,
                                      .runningEverywhere = m_scene.open.working(),
                                      .globalLimit = lane.takesPlace ? m_globalLimit : nobody,
                                      .now = m_now,
                                      .catchUpFrom = run.caughtUp ? catchUpFrom(automation) : std::nullopt,
                                      .newest = automation.overlap == domain::Overlap::Replace
                                                    ? m_scene.waiting.newestOf(run.automationId)
                                                    : std::nullopt};
    return domain::admit(run, automation, around, lockObstacle(run, automation));
}

std::optional<domain::LockObstacle> Round::lockObstacle(const domain::Run &run,
                                                        const domain::Automation &automation) const
{
    for (const QString &lock : automation.resourceLocks) {
        if (const std::optional<base::RunId> holder = m_scene.open.holder(lock, run)) {
            return domain::LockObstacle{lock, *holder, true};
        }
        if (const auto earlier = m_wanted.constFind(lock); earlier != m_wanted.constEnd()) {
            return domain::LockObstacle{lock, *earlier, false};
        }
    }
    return std::nullopt;
}

std::optional<base::Instant> Round::catchUpFrom(const domain::Automation &automation) const
{
    const base::Seconds apart(automation.catchUpSpacingSeconds);
    if (apart.count() == 0) {
        return std::nullopt;
    }
    const auto promised = m_promised.constFind(automation.id);
    return promised == m_promised.constEnd() ? m_scene.pace.next(automation.id, apart) : std::optional(*promised);
}

void Round::waits(const domain::Run &run, const domain::Automation &automation)
{
    if (domain::isBetweenAttempts(run)) {
        return; // it has its turn and its locks
    }
    ++laneOf(automation).queued;
    for (const QString &lock : automation.resourceLocks) {
        if (!m_wanted.contains(lock)) {
            m_wanted.insert(lock, run.id);
        }
    }
}

void Round::holds(const domain::Automation &automation, base::Instant until)
{
    m_promised[automation.id] = until + base::Seconds(automation.catchUpSpacingSeconds);
}

} // namespace engine
