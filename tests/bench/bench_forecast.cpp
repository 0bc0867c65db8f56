// SPDX-License-Identifier: Apache-2.0
// A forecast of 10,000 automations over 90 days on one core: how many slots, seconds of processor time, slots a second.
// The goal is less than a second. For scale, what merely finding the same slots costs, schedule by schedule.
#include "app/domain/forecast.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

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

/// The same slots, found and forgotten.
double findOnly(const domain::ForecastInput &input)
{
    const double begin = processorSeconds();
    qint64 found = 0;
    for (const domain::Automation &automation : input.automations) {
        const auto finder =
            domain::SlotFinder::make(std::get<domain::Schedule>(automation.triggers.first()), automation.createdAt);
        for (auto slot = finder->next(from - base::Millis(1)); slot && *slot < to; slot = finder->next(*slot)) {
            ++found;
        }
    }
    const double took = processorSeconds() - begin;
    std::printf("finding them alone:  %8lld slots in %.3f s\n", static_cast<long long>(found), took);
    return took;
}

double measure(const char *name, const domain::ForecastInput &input)
{
    double best = 1e18;
    qsizetype count = 0;
    std::array<qsizetype, 4> decisions{};
    for (int round = 0; round < rounds; ++round) {
        const double begin = processorSeconds();
        const domain::Forecast forecast = domain::forecast(input);
        best = std::min(best, processorSeconds() - begin);
        count = forecast.slots.size();
        decisions = {};
        for (const domain::ForecastSlot &slot : forecast.slots) {
            ++decisions[size_t(slot.decision)];
        }
    }
    std::printf("%-20s %8lld slots in %.3f s, %.1f million a second; %lld run, %lld wait, %lld skip\n", name,
                static_cast<long long>(count), best, double(count) / best / 1e6,
                static_cast<long long>(decisions[size_t(domain::Decision::Run)]),
                static_cast<long long>(decisions[size_t(domain::Decision::Wait)]),
                static_cast<long long>(decisions[size_t(domain::Decision::Skip)]));
    return best;
}

} // namespace

int main()
{
    domain::ForecastInput input = workspace();
    std::printf("%d automations, 90 days, best of %d\n", automationCount, rounds);
    const double floor = findOnly(input);
    const double whole = measure("64 places:", input);
    std::printf("of finding them alone: %.2f; goal: less than 1 s\n", whole / floor);
    input.globalLimit = 4;
    measure("4 places:", input);
    for (domain::Automation &automation : input.automations) {
        std::get<domain::Schedule>(automation.triggers.first()).jitterSeconds = 60;
    }
    input.globalLimit = 64;
    measure("with jitter:", input);
    return 0;
}
