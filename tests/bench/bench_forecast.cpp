// SPDX-License-Identifier: Apache-2.0
// A forecast of 10,000 automations over 90 days on one core: how many slots, seconds of processor time, slots a second.
// The goal is less than a second. For scale, what merely finding the same slots costs, schedule by schedule.
#include "app/domain/forecast.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int automationCount = 10'000;
constexpr int rounds = 5;
const base::Instant from = base::fromMillis(1767225600000); // 2026-01-01 00:00 UTC
const base::Instant to = from + std::chrono::days(90);

/// A third daily, a third hourly in office hours or weekly, and of the rest one in ten every 15 minutes, the others
/// every six hours.
domain::Schedule scheduleOf(int index)
{
    domain::Schedule schedule;
    schedule.timezone = u"Europe/Berlin"_s;
    const int minute = index * 7 % 60;
    switch (index % 6) {
    case 0:
    case 1:
        schedule.cron = u"%1 %2 * * *"_s.arg(minute).arg(index * 5 % 24);
        break;
    case 2:
        schedule.cron = u"%1 8-17 * * MON-FRI"_s.arg(minute);
        break;
    case 3:
        schedule.cron = u"%1 %2 * * %3"_s.arg(minute).arg(index * 5 % 24).arg(index % 7);
        break;
    default:
        if (index / 6 % 10 == 0) {
            schedule.cron = u"*/15 * * * *"_s;
        } else {
            schedule.everySeconds = qint64(6) * 3600;
            schedule.anchor = from + base::Seconds(index * 13 % 21600);
        }
    }
    return schedule;
}

domain::ForecastInput workspace()
{
    domain::ForecastInput input;
    input.from = from;
    input.to = to;
    input.mostSlots = domain::mostRehearsedSlots;
    input.globalLimit = 64;
    for (int i = 0; i < automationCount; ++i) {
        domain::Automation automation;
        automation.id = base::AutomationId(u"auto_%1"_s.arg(i, 12, 10, QLatin1Char('0')));
        automation.name = u"Automation %1"_s.arg(i);
        automation.overlap = domain::Overlap(i % 4);
        automation.triggers = {scheduleOf(i)};
        input.durations.insert(automation.id, base::Millis(500 + i % 100 * 100));
        input.automations.append(automation);
    }
    return input;
}

/// Of this thread on its processor, whatever else the machine does.
double processorSeconds()
{
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// The same slots, found one by one and forgotten.
double findOnly(const domain::ForecastInput &input)
{
    const double begin = processorSeconds();
    for (const domain::Automation &automation : input.automations) {
        const auto finder =
            domain::SlotFinder::make(std::get<domain::Schedule>(automation.triggers.first()), automation.createdAt);
        auto slot = finder->next(from - base::Millis(1));
        while (slot && *slot < to) {
            slot = finder->next(*slot);
        }
    }
    return processorSeconds() - begin;
}

struct Mix
{
    const char *name;
    domain::ForecastInput input;
    double best = 1e18;
    std::array<long long, 4> decisions{};
};

void measure(Mix &mix)
{
    const double begin = processorSeconds();
    const domain::Forecast forecast = domain::forecast(mix.input);
    mix.best = std::min(mix.best, processorSeconds() - begin);
    mix.decisions = {};
    for (const domain::ForecastSlot &slot : forecast.slots) {
        ++mix.decisions[size_t(slot.decision)];
    }
}

void print(const Mix &mix, double floor)
{
    const long long count = std::accumulate(mix.decisions.begin(), mix.decisions.end(), 0LL);
    std::printf("%-12s %8.3f %8.2f %10.1f %10lld %10lld %10lld %10lld\n", mix.name, mix.best, mix.best / floor,
                double(count) / mix.best / 1e6, count, mix.decisions[size_t(domain::Decision::Run)],
                mix.decisions[size_t(domain::Decision::Wait)], mix.decisions[size_t(domain::Decision::Skip)]);
}

} // namespace

int main()
{
    std::vector<Mix> mixes{{"64 places", workspace()}, {"4 places", workspace()}, {"jitter", workspace()}};
    mixes[1].input.globalLimit = 4;
    for (domain::Automation &automation : mixes[2].input.automations) {
        std::get<domain::Schedule>(automation.triggers.first()).jitterSeconds = 60;
    }
    std::printf("%d automations, 90 days, best of %d, in turns; goal: less than 1 s\n", automationCount, rounds);
    double floor = 1e18;
    for (int round = 0; round < rounds; ++round) {
        floor = std::min(floor, findOnly(mixes[0].input));
        std::for_each(mixes.begin(), mixes.end(), measure);
    }
    std::printf("finding the slots alone, one by one: %.3f s\n", floor);
    std::printf("%-12s %8s %8s %10s %10s %10s %10s %10s\n", "", "seconds", "of that", "million/s", "slots", "run",
                "wait", "skip");
    for (const Mix &mix : mixes) {
        print(mix, floor);
    }
    return 0;
}
