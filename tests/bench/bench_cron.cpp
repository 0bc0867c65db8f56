// SPDX-License-Identifier: Apache-2.0
// Cost of one cron next() in America/New_York, chained from 2026, as a ratio to one localtime_r + mktime pair measured
// in the same run, and of the answer "never". Best of five rounds each.
#include "app/domain/cron.h"
#include "app/domain/zone.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1767225600; // 2026-01-01 00:00 UTC
constexpr int rounds = 5;

template <typename Body> double bestNanoseconds(int count, Body body)
{
    double best = 1e18;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        body(count);
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count() / count);
    }
    return best;
}

double calendarPair()
{
    qint64 sum = 0;
    const double cost = bestNanoseconds(200'000, [&](int count) {
        for (int i = 0; i < count; ++i) {
            const std::time_t time = start + i * 60LL;
            std::tm local{};
            localtime_r(&time, &local);
            sum += std::mktime(&local);
        }
    });
    std::printf("localtime_r + mktime        %8.1f ns (checksum %lld)\n", cost, static_cast<long long>(sum));
    return cost;
}

double nextCost(const char *expression, const domain::Zone &zone)
{
    const auto cron = domain::Cron::parse(QString::fromLatin1(expression));
    if (!cron) {
        std::exit(1);
    }
    return bestNanoseconds(100'000, [&](int count) {
        const base::Instant from = base::fromMillis(start * 1000);
        const base::Instant until = base::fromMillis(2082758400000); // 2036
        base::Instant at = from;
        for (int i = 0; i < count; ++i) {
            const std::optional<base::Instant> next = cron->next(at, zone);
            at = !next || *next > until ? from : *next;
        }
    });
}

} // namespace

int main()
{
    setenv("TZ", "America/New_York", 1);
    tzset();
    const auto zone = domain::Zone::load(u"America/New_York"_s);
    if (!zone) {
        std::puts("no zone files");
        return 1;
    }
    const double pair = calendarPair();
    const char *expressions[] = {"* * * * *",  "0 3 * * *", "*/15 9-17 * * 1-5",
                                 "0 0 29 2 *", "0 0 L * *", "0 0 * * 5#3"};
    double product = 1;
    double first = 0;
    for (const char *expression : expressions) {
        const double cost = nextCost(expression, *zone);
        first = first == 0 ? cost : first;
        product *= cost / pair;
        std::printf("%-26s  %8.1f ns  %.3f of a pair\n", expression, cost, cost / pair);
    }
    std::printf("geometric mean              %.3f of a pair (goal 0.25)\n", std::pow(product, 1.0 / 6));
    for (const char *expression : {"0 0 31 2 *", "0 0 0 29 2 * 2027-2199/4", "0 0 29 2 +MON#1"}) {
        const double cost = nextCost(expression, *zone);
        std::printf("never: %-24s %5.1f ns  %.2f of * * * * * (goal 20)\n", expression, cost, cost / first);
    }
    const double parse = bestNanoseconds(100'000, [](int count) {
        for (int i = 0; i < count; ++i) {
            if (!domain::Cron::parse(u"*/15 9-17 * * 1-5")) {
                std::exit(1);
            }
        }
    });
    std::printf("parse */15 9-17 * * 1-5     %8.1f ns\n", parse);
    return 0;
}
