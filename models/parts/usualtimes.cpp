// SPDX-License-Identifier: Apache-2.0
#include "models/parts/usualtimes.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype mostTimes = 20;

QList<base::Millis> timesOf(const QList<domain::Run> &runs)
{
    QList<base::Millis> times;
    for (const domain::Run &run : runs) {
        if (run.status == domain::RunStatus::Done && run.startedAt && run.finishedAt) {
            times.append(std::max(*run.finishedAt - *run.startedAt, base::Millis(0)));
        }
    }
    return times;
}

} // namespace

std::optional<base::Millis> ranFor(const domain::Run &run, base::Instant now)
{
    if (!run.startedAt) {
        return std::nullopt;
    }
    if (!run.finishedAt && run.status != domain::RunStatus::Running) {
        return std::nullopt;
    }
    // A clock set back under a run must not give a negative duration.
    return std::max(run.finishedAt.value_or(now) - *run.startedAt, base::Millis(0));
}

std::optional<UsualTime> usualTime(const QList<domain::Run> &runs)
{
    return usualTime(timesOf(runs));
}

std::optional<UsualTime> usualTime(QList<base::Millis> times)
{
    if (times.isEmpty()) {
        return std::nullopt;
    }
    std::sort(times.begin(), times.end());
    const qsizetype rank = (times.size() * 95 + 99) / 100;
    return UsualTime{times.at((times.size() - 1) / 2), times.at(rank - 1), times.constLast()};
}

void UsualTimes::learn(const base::AutomationId &id, const QList<domain::Run> &newestFirst)
{
    m_times[id] = timesOf(newestFirst);
    m_usual.remove(id);
    if (const std::optional<UsualTime> usual = usualTime(m_times.value(id))) {
        m_usual.insert(id, *usual);
    }
}

void UsualTimes::add(const domain::Run &run)
{
    const QList<base::Millis> time = timesOf({run});
    if (time.isEmpty() || !knows(run.automationId)) {
        return;
    }
    QList<base::Millis> &times = m_times[run.automationId];
    times.prepend(time.constFirst());
    times.resize(std::min(times.size(), mostTimes));
    m_usual[run.automationId] = *usualTime(times);
}

std::optional<UsualTime> UsualTimes::of(const base::AutomationId &id) const
{
    const auto found = m_usual.constFind(id);
    return found == m_usual.cend() ? std::nullopt : std::optional(*found);
}

double share(base::Millis part, base::Millis whole)
{
    if (whole.count() <= 0) {
        return 0.0;
    }
    return std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()), 0.0, 1.0);
}

} // namespace models
