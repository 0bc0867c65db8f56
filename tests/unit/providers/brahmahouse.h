// SPDX-License-Identifier: Apache-2.0
// An account at a double of Brahma Console: a registered executor, three subscriptions, one task.
#pragma once

#include "app/providers/brahma/account.h"
#include "tests/support/brahmadouble.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/providers/remotehouse.h"

namespace test {

/// Throwaway: the key of which everything is known, and its account.
inline const QString brahmaKey = QString(63, u'0') + u'1';
inline const QString brahmaExecutor = QStringLiteral("0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");
inline const QString brahmaToken = QStringLiteral("0xaf88d065e77c8cc2239327c5edb3a432268e5831");
inline const QString brahmaSubscriber = QStringLiteral("0x3e26fe336ebae6135a3ae1600f13a01a1d2510c4");

class BrahmaHouse final : public RemoteHouse
{
public:
    explicit BrahmaHouse(const rest::Habits &habits = hastyHabits());

    FaultServer &server() override { return remote.server; }
    syncing::Account &account() override { return *box; }
    std::vector<Verb> verbs() override;
    int runs() const override { return 0; } // the service does not list them
    void empty() override { remote.registrations = {}; }
    /// Again, with other settings or another credential.
    void open(const QHash<QString, QString> &credential);
    void open()
    {
        open({{QStringLiteral("api_key"), QLatin1StringView(BrahmaDouble::apiKey)},
              {QStringLiteral("executor_key"), brahmaKey}});
    }

    FakeClock clock{base::Instant(std::chrono::sys_days(std::chrono::year(2026) / 10 / 25))};
    BrahmaDouble remote;
    domain::Connection connection;
    std::unique_ptr<providers::brahma::Account> box;

private:
    std::vector<Verb> reads();
    std::vector<Verb> actionReads();
    std::vector<Verb> changes();

    rest::Habits m_habits;
};

/// A subscription as the service tells of it.
QJsonObject someSubscription(const QString &id, const QString &account, int status = 2);
/// A transfer of a token, as the arguments of a run.
domain::ArgumentValues someTransfer();

} // namespace test
