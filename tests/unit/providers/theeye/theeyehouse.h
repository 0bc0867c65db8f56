// SPDX-License-Identifier: Apache-2.0
// An account at a double of TheEye, by a name and a password.
#pragma once

#include "app/providers/theeye/account.h"
#include "tests/support/theeye/theeyedouble.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

class TheEyeHouse final : public RemoteHouse
{
public:
    explicit TheEyeHouse(const rest::Habits &habits = hastyHabits());

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *box; }
    std::vector<Verb> verbs() override;
    int runs() const override { return static_cast<int>(remote.jobs.size()); }
    QByteArray pagedRuns() const override { return "/acme/job"; }
    /// A list there can only be cut off at its end, so that each part begins with the ones before.
    bool repeatsAreSeen() const override { return false; }
    void empty() override;
    bool renews() const override { return true; }
    /// Again, with other settings and another credential.
    void open(const QHash<QString, QString> &credential);

    base::SystemClock clock;
    TheEyeDouble remote;
    domain::Connection connection;
    std::unique_ptr<providers::theeye::Account> box;

private:
    void fill();
    std::vector<Verb> reads();
    std::vector<Verb> changes();
    std::vector<Verb> decisions();
    std::vector<Verb> actionReads();
    std::vector<Verb> actionChanges();
    std::vector<Verb> scheduleChanges();

    rest::Habits m_habits;
};

/// By a name and a password that are right.
QHash<QString, QString> rightLogin();
/// The task `one` as a server tells it, with a fixed argument before two that are asked for.
QJsonObject someTheEyeTask();
QJsonObject someTheEyeGraph();
/// One that the server has no questions about.
domain::Automation someDummy();

} // namespace test
