// SPDX-License-Identifier: Apache-2.0
#include "tests/flow/remotewindow/farsystem.h"

#include "tests/unit/providers/remotehouse.h"

namespace test {

namespace {

constexpr base::Millis longestStandstill{60'000}; // of a machine at work

class Opening final : public syncing::Provider
{
public:
    Opening(std::unique_ptr<syncing::Provider> real, OpenAccount open)
        : m_real(std::move(real)), m_open(std::move(open))
    {
    }
    domain::ProviderInfo info() const override { return m_real->info(); }
    base::Status check(const domain::Connection &connection) const override { return m_real->check(connection); }
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override
    {
        return m_open(context);
    }

private:
    std::unique_ptr<syncing::Provider> m_real;
    OpenAccount m_open;
};

} // namespace

std::unique_ptr<syncing::Provider> opening(std::unique_ptr<syncing::Provider> real, OpenAccount open)
{
    return std::make_unique<Opening>(std::move(real), std::move(open));
}

rest::Habits storyHabits()
{
    rest::Habits habits = hastyHabits();
    habits.patience = base::Millis(3'600'000); // time is in a hurry
    habits.longestSilence = longestStandstill;
    habits.longest = longestStandstill;
    habits.streamSilence = longestStandstill;
    return habits;
}

void FarSystem::goAway()
{
    constexpr int deepest = 9;
    for (int depth = 1; depth <= deepest; ++depth) {
        server().fault("*", QByteArray("/{}").repeated(depth), Fault::Reset);
    }
    server().closeStreams();
}

const std::vector<FarSystemMaker> &farSystems()
{
    static const std::vector<FarSystemMaker> all{
        {"Defender", farDefender}, {"PostHog", farPosthog}, {"TheEye", farTheEye},
        {"Brahma", farBrahma},     {"NOBA", farNoba},       {"Signalbox", farSignalbox},
    };
    return all;
}

} // namespace test
