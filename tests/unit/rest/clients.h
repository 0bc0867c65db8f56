// SPDX-License-Identifier: Apache-2.0
// A client of a fault server that waits for milliseconds where others wait for seconds.
#pragma once

#include "app/sync/rest/restclient.h"
#include "tests/support/faultserver.h"

#include <QTest>

namespace test {

inline rest::Habits quickHabits()
{
    rest::Habits habits;
    habits.firstPause = base::Millis(4);
    habits.longestPause = base::Millis(40);
    habits.patience = base::Millis(3000);
    habits.failuresInARow = 100;
    habits.rest = base::Millis(100);
    habits.longestSilence = base::Millis(250);
    habits.longest = base::Millis(600);
    habits.streamSilence = base::Millis(400);
    habits.streamAttempts = 3;
    return habits;
}

template <typename T> base::Result<T> answerOf(const rest::Future<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 15000)) {
        return base::internal(QStringLiteral("the test waited in vain"));
    }
    return future.resultCount() > 0 ? future.result() : base::internal(QStringLiteral("no answer was given"));
}

struct Clients
{
    explicit Clients(const rest::Habits &habits = quickHabits())
        : client({.base = server.url(), .caFile = {}, .clock = clock, .habits = habits, .chance = [] { return 1.0; }})
    {
        client.identifyBy([this] { return net::Headers{{"Authorization", "Bearer " + token}}; });
    }

    base::Result<rest::Reply> ask(const QByteArray &method, const QString &path = QStringLiteral("thing"))
    {
        return answerOf(client.ask(rest::plainCall({path}, method)));
    }

    base::SystemClock clock;
    FaultServer server;
    QByteArray token = "first";
    rest::RestClient client;
};

} // namespace test
