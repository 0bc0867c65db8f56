// SPDX-License-Identifier: Apache-2.0
// One look at all that wait, oldest first: what is true around each of them, and so what the windows and
// domain::admit() say of it.
#pragma once

#include "app/domain/windows/standing.h"
#include "app/engine/queue/heldruns.h"
#include "app/engine/queue/openruns.h"
#include "app/engine/queue/pace.h"
#include "app/engine/queue/waitingruns.h"

#include <unordered_map>

namespace engine {

class Round
{
public:
    /// What a round looks at; it changes while the round goes on.
    struct Scene
    {
        const WaitingRuns &waiting;
        const OpenRuns &open;
        const Pace &pace;
        const HeldRuns &held;
        const domain::WindowStanding &windows;
    };

    Round(const Scene &scene, base::Instant now, int globalLimit)
        : m_scene(scene), m_now(now), m_globalLimit(globalLimit)
    {
    }

    /// The automation's address is what it is known by: the same for all of its runs, and unchanged while this lives.
    domain::Admission ask(const domain::Run &run, const domain::Automation &automation);
    /// It goes on waiting: none that came later overtakes it where they are after the same thing.
    void waits(const domain::Run &run, const domain::Automation &automation);
    /// It is held until then: the next one to be made up for has its time after it.
    void holds(const domain::Automation &automation, base::Instant until);

private:
    /// What the runs of one automation have in common.
    struct Lane
    {
        const domain::Automation *automation = nullptr;
        bool takesPlace = true;
        int queued = 0; ///< That wait, of those that were looked at.
    };

    Lane &laneOf(const domain::Automation &automation);
    std::optional<domain::LockObstacle> lockObstacle(const domain::Run &run,
                                                     const domain::Automation &automation) const;
    std::optional<base::Instant> catchUpFrom(const domain::Automation &automation) const;

    Scene m_scene;
    base::Instant m_now;
    int m_globalLimit;
    std::unordered_map<const domain::Automation *, Lane> m_lanes;
    Lane *m_last = nullptr;               // most runs come after one of the same automation
    QHash<QString, base::RunId> m_wanted; // locks, and the first that waits for each
    QHash<base::AutomationId, base::Instant> m_promised;
};

} // namespace engine
