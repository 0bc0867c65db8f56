// SPDX-License-Identifier: Apache-2.0
// Where PostHog is not as one would expect; the other traps stand beside what they are about.
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

class PosthogTrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapADeletedTaskIsHiddenAndKept()
    {
        PosthogHouse house;
        QVERIFY(answerOf(house.box->remove(u"t1"_s))); // 204, without a word
        QCOMPARE(house.remote.tasks.size(), 2);
        const auto listed = answerOf(house.box->automations({}));
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message()));
        QCOMPARE(listed->items.size(), 1);
        QCOMPARE(answerOf(house.box->automation(u"t1"_s)).error().code, base::ErrorCode::NotFound);
    }

    void trapTheUsualOriginDiffersSoItIsSaid()
    {
        PosthogHouse house;
        domain::Automation wanted = test::someTask();
        wanted.params.remove("origin_product"_L1);
        QVERIFY(answerOf(house.box->create(wanted)));
        QCOMPARE(house.remote.server.asked.last().json().value("origin_product"_L1).toString(), u"user_created"_s);
    }

    void trapAnIntegrationIsFilledInByEarlyServers_data()
    {
        QTest::addColumn<bool>("early");
        QTest::newRow("early") << true;
        QTest::newRow("later") << false;
    }
    void trapAnIntegrationIsFilledInByEarlyServers()
    {
        QFETCH(const bool, early);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        const auto made = answerOf(house.box->create(test::someTask())); // without one
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        // What came of it is what there is, and what a later change is held against.
        QCOMPARE(made->automation.params.contains("github_integration"_L1), early);
        QVERIFY(answerOf(house.box->update(made->remoteId, made->automation, made->automation)));
        QCOMPARE(house.remote.server.count("PATCH", PosthogDouble::at("{}/")), 0);
    }

    void trapPutIsRefused()
    {
        PosthogHouse house;
        for (const test::Verb &verb : house.verbs()) {
            (void)answerOf(verb.ask());
        }
        QVERIFY(house.remote.server.count("PATCH", PosthogDouble::at("{}/")) > 0);
        for (const test::Asked &asked : std::as_const(house.remote.server.asked)) {
            QVERIFY2(asked.method != "PUT", asked.path.constData());
        }
    }
};

REGISTER_TEST(PosthogTrapsTest);
#include "test_posthogtraps.moc"
