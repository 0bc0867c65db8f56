// SPDX-License-Identifier: Apache-2.0
// An account at a double of PostHog, an early server or a later one.
#pragma once

#include "app/providers/posthog/account.h"
#include "tests/support/posthog/posthogdouble.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

class PosthogHouse final : public RemoteHouse
{
public:
    explicit PosthogHouse(PosthogAge age = PosthogAge::Later, const rest::Habits &habits = hastyHabits());

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *box; }
    std::vector<Verb> verbs() override;
    int runs() const override { return static_cast<int>(remote.runs.value(QStringLiteral("t1")).size()); }
    QByteArray pagedRuns() const override { return PosthogDouble::at("{}/runs/"); }
    void empty() override;
    /// Again, with other settings and another key.
    void open(const QJsonObject &settings = {}, const QString &key = QString::fromLatin1(PosthogDouble::token));

    base::SystemClock clock;
    PosthogDouble remote;
    domain::Connection connection;
    std::unique_ptr<providers::posthog::Account> box;

private:
    std::vector<Verb> reads();
    std::vector<Verb> actionReads();
    std::vector<Verb> changes();
    std::vector<Verb> actionChanges();

    rest::Habits m_habits;
};

/// A task that PostHog can keep.
domain::Automation someTask();

} // namespace test
