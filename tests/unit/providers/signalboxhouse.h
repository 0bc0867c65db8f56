// SPDX-License-Identifier: Apache-2.0
// An account at a double of another Signalbox.
#pragma once

#include "app/providers/signalbox/account.h"
#include "tests/support/signalboxdouble.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

class SignalboxHouse final : public RemoteHouse
{
public:
    explicit SignalboxHouse(const rest::Habits &habits = hastyHabits());

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *box; }
    std::vector<Verb> verbs() override;
    int runs() const override { return static_cast<int>(remote.runs.size()); }
    QByteArray pagedRuns() const override { return "/api/automations/runs"; }

    base::SystemClock clock;
    SignalboxDouble remote;
    std::unique_ptr<providers::signalbox::Account> box;

private:
    std::vector<Verb> reads();
    std::vector<Verb> changes();
};

/// An automation that can be sent.
domain::Automation someAutomation();
domain::MaintenanceWindow someWindow();

} // namespace test
