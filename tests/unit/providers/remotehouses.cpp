// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/providers/remotehouse.h"

#include "tests/unit/providers/brahmahouse.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/nobahouse.h"
#include "tests/unit/providers/posthog/posthoghouse.h"
#include "tests/unit/providers/signalboxhouse.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

namespace test {

rest::Habits hastyHabits()
{
    rest::Habits habits;
    habits.attempts = 2;
    habits.firstPause = base::Millis(2);
    habits.longestPause = base::Millis(10);
    habits.patience = base::Millis(3000);
    habits.failuresInARow = 100;
    habits.longestSilence = base::Millis(300); // a machine at work is late by a hundred
    habits.longest = base::Millis(600);
    habits.streamSilence = base::Millis(300);
    habits.streamAttempts = 2;
    return habits;
}

const std::vector<HouseMaker> &remoteHouses()
{
    static const std::vector<HouseMaker> all{
        {"signalbox", QStringLiteral("signalbox"), [] { return std::make_unique<SignalboxHouse>(); }},
        {"defender", QStringLiteral("defender"), [] { return std::make_unique<DefenderHouse>(); }},
        {"defender's autotasks", QStringLiteral("defender"),
         [] { return std::make_unique<DefenderHouse>(hastyHabits(), QStringLiteral("autotasks")); }},
        {"brahma", QStringLiteral("brahma"), [] { return std::make_unique<BrahmaHouse>(); }},
        {"noba", QStringLiteral("noba"), [] { return std::make_unique<NobaHouse>(); }},
        {"posthog", QStringLiteral("posthog"), [] { return std::make_unique<PosthogHouse>(); }},
        {"an early posthog", QStringLiteral("posthog"),
         [] { return std::make_unique<PosthogHouse>(PosthogAge::Early); }},
        {"noba as documented", QStringLiteral("noba"), [] { return std::make_unique<DocumentedNobaHouse>(); }},
        {"theeye", QStringLiteral("theeye"), [] { return std::make_unique<TheEyeHouse>(); }},
    };
    return all;
}

} // namespace test
