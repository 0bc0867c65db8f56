// SPDX-License-Identifier: Apache-2.0
// Where NOBA is not as one would expect; the other traps stand beside what they are about.
#include "app/providers/noba/actions.h"
#include "app/providers/noba/reading.h"
#include "app/providers/noba/windows.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/nobahouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using namespace providers;
using test::answerOf;
using test::NobaHouse;
using test::NobaWay;

namespace {

const QString hello = u"0fe653c29f92"_s;

NobaWay calm(const QHash<QString, QString> &credential = NobaWay().credential)
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return {u"actual"_s, credential, habits};
}

QJsonObject someGraph()
{
    return {
        {u"id"_s, u"graph"_s},           {u"name"_s, u"G"_s},
        {u"type"_s, u"workflow"_s},      {u"config"_s, QJsonObject{{u"entry"_s, u"n"_s}, {u"nodes"_s, QJsonArray()}}},
        {u"schedule"_s, u"0 3 * * *"_s}, {u"enabled"_s, true}};
}

QJsonObject someWindow(const QJsonObject &more)
{
    QJsonObject window{{u"id"_s, 1}, {u"name"_s, u"W"_s}, {u"duration_min"_s, 60}, {u"created_at"_s, 1795334671}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        window.insert(it.key(), it.value());
    }
    return window;
}

} // namespace

class NobaTrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trapATokenInTheAddressIsRefused()
    {
        NobaHouse house(calm());
        QVERIFY(answerOf(house.account().automations({})));
        QCOMPARE(house.server().asked.last().headers.value("authorization"), "Bearer good-token"_ba);
        QVERIFY(!house.server().asked.last().query.hasQueryItem(u"token"_s));
    }

    void trapARequestHasAtMost64KiB_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("field");
        QTest::newRow("create") << u"create"_s << u"params.command"_s;
        QTest::newRow("update") << u"update"_s << u"params.command"_s;
        QTest::newRow("a long name") << u"rename"_s << u"name"_s;
        QTest::newRow("run") << u"run"_s << u"arguments.text"_s;
        QTest::newRow("webhook") << u"fire-webhook"_s << u"body"_s;
        QTest::newRow("import") << u"import"_s << u"automations"_s;
    }
    /// Nothing is sent; 64 KiB less a little go through, and an import has more room.
    void trapARequestHasAtMost64KiB()
    {
        QFETCH(const QString, verb);
        QFETCH(const QString, field);
        NobaHouse house(calm());
        const domain::Automation base = answerOf(house.account().automation(hello))->automation;
        const auto send = [&](qsizetype length) -> base::Status {
            const QString text(length, u'x');
            domain::Automation wanted = base;
            if (verb == "rename"_L1) {
                wanted.name = text;
            } else {
                wanted.params.insert("command"_L1, text);
            }
            if (verb == "create"_L1) {
                const auto made = answerOf(house.account().create(wanted));
                return made ? base::Status() : base::Status(made.error());
            }
            if (verb == "run"_L1) {
                domain::ArgumentValues values{{u"text"_s, text}};
                const auto run = answerOf(house.account().run({.remoteId = hello, .arguments = values}));
                return run ? base::Status() : base::Status(run.error());
            }
            if (verb == "fire-webhook"_L1 || verb == "import"_L1) {
                const QJsonArray list{QJsonObject{{u"name"_s, text}}};
                const QJsonObject given =
                    verb == "import"_L1
                        ? QJsonObject{{u"automations"_s, list}}
                        : QJsonObject{{u"hook_id"_s, u"hook"_s}, {u"secret"_s, u"s"_s}, {u"body"_s, text}};
                const auto done = answerOf(house.account().act(verb, given));
                return done ? base::Status() : base::Status(done.error());
            }
            const auto kept = answerOf(house.account().update(hello, wanted, base));
            return kept ? base::Status() : base::Status(kept.error());
        };
        const qsizetype most = verb == "import"_L1 ? 512 << 10 : 64 << 10;
        const int before = static_cast<int>(house.server().asked.size());
        const base::Status refused = send(most + 1);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QCOMPARE(refused.error().field, field);
        QVERIFY2(refused.error().detail.contains(u"%1 KiB"_s.arg(most >> 10)), qPrintable(refused.error().detail));
        for (const auto &asked : house.server().asked.mid(before)) {
            QCOMPARE(asked.method, "GET"_ba);
        }
        const base::Status taken = send(most - 2000);
        QVERIFY2(taken || taken.error().field != field, qPrintable(taken.error().detail));
        QVERIFY(house.server().asked.last().method != "GET"_ba || taken);
    }

    void trapATokenMayComeWithAWishForASecondFactor()
    {
        NobaHouse house(calm({{u"username"_s, u"kim"_s}, {u"password"_s, u"right"_s}}));
        house.remote.wantsSecondFactor = true;
        const auto listed = answerOf(house.account().automations({}));
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message()));
        QCOMPARE(house.remote.logins, 1);
    }

    void trapADetailMayBeAList()
    {
        NobaHouse house(calm());
        house.server().route("GET", "/api/runs/{}", [](const test::Asked &) {
            const QJsonObject fault{{u"loc"_s, QJsonArray{u"path"_s, u"run_id"_s}},
                                    {u"msg"_s, u"Input should be a valid integer"_s},
                                    {u"type"_s, u"int_parsing"_s}};
            return test::told({{u"detail"_s, QJsonArray{fault}}}, 422);
        });
        const auto refused = answerOf(house.account().readRun(u"x"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QVERIFY2(refused.error().detail.contains(u"path.run_id: Input should be a valid integer"_s),
                 qPrintable(refused.error().detail));
    }

    void trapRunsHaveNoSecondPart()
    {
        NobaHouse house(calm());
        const auto page = answerOf(house.account().runs({.automationRemoteId = {}, .cursor = {}, .atMost = 1000}));
        QCOMPARE(page->items.size(), 5);
        QVERIFY(page->next.isEmpty());
        QCOMPARE(house.server().asked.last().value(u"limit"_s), u"500"_s); // it takes no more
    }

    void trapANewTypeKeepsTheOldConfig()
    {
        NobaHouse house(calm());
        QJsonObject item = house.remote.automations.first().toObject();
        item.insert("type"_L1, u"http"_s);
        item.insert("config"_L1, QJsonObject{{u"url"_s, u"https://a"_s}});
        house.remote.automations.replace(0, item);
        const auto read = answerOf(house.account().automation(hello));
        domain::Automation wanted = read->automation;
        wanted.type = u"noba_webhook"_s;
        const auto after = answerOf(house.account().update(hello, wanted, read->automation));
        QVERIFY2(after, after ? "" : qPrintable(after.error().message()));
        const auto isPut = [](const test::Asked &asked) { return asked.method == "PUT"; };
        const auto put = std::find_if(house.server().asked.begin(), house.server().asked.end(), isPut);
        QCOMPARE(put->json(),
                 (QJsonObject{{u"type"_s, u"webhook"_s}, {u"config"_s, QJsonObject{{u"url"_s, u"https://a"_s}}}}));
    }

    void trapAGraphIsStartedByNoSchedule()
    {
        NobaHouse house(calm());
        house.remote.automations.append(someGraph());
        const auto read = answerOf(house.account().automation(u"graph"_s));
        QVERIFY(read->automation.triggers.isEmpty());
        domain::Automation wanted = read->automation;
        wanted.name = u"H"_s;
        QVERIFY(answerOf(house.account().update(u"graph"_s, wanted, read->automation)));
        QCOMPARE(house.remote.automations.last()["schedule"_L1].toString(), u"0 3 * * *"_s); // not ours to take away
        wanted.triggers = {domain::Schedule{.cron = u"0 4 * * *"_s}};
        const auto refused = noba::bodyOf(wanted, someGraph(), {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"triggers"_s);
        QJsonObject steps = someGraph();
        steps.insert("config"_L1, QJsonObject{{u"steps"_s, QJsonArray{u"a"_s}}});
        QCOMPARE(noba::automationOf(steps, {})->automation.triggers.size(), 1); // those it starts
    }

    void trapABrokenGraphIsASuccess()
    {
        NobaHouse house(calm());
        house.remote.automations.append(someGraph());
        const auto begun = answerOf(house.account().run({.remoteId = u"graph"_s}));
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, base::ErrorCode::Timeout); // it may begin yet, or never
        QVERIFY2(begun.error().detail.contains(u"none of its steps has begun"_s), qPrintable(begun.error().detail));
        QCOMPARE(house.server().count("POST", "/api/automations/{}/run"), 1);
    }

    void trapAWebhookOfAGraphStartsNothing()
    {
        NobaHouse house(calm());
        const auto fire = [&house](const QString &hook) {
            return answerOf(
                house.account().act(u"fire-webhook"_s, {{u"hook_id"_s, hook}, {u"secret"_s, u"shown-once"_s}}));
        };
        QVERIFY(fire(u"hook"_s));
        const auto nothing = fire(u"of-a-graph"_s); // which is 200, too
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, base::ErrorCode::Conflict);
    }

    void trapAutomationsRepeatByTheServersZoneAndWindowsByUtc()
    {
        const QString zone = u"Europe/Berlin"_s;
        const auto item =
            noba::automationOf({{u"id"_s, u"a"_s}, {u"type"_s, u"delay"_s}, {u"schedule"_s, u"0 3 * * *"_s}}, zone);
        QCOMPARE(std::get<domain::Schedule>(item->automation.triggers.first()).timezone, zone);
        const auto weekly = noba::windowOf(someWindow({{u"schedule"_s, u"0 3 * * 0"_s}}));
        QCOMPARE(weekly->window.timezone, u"UTC"_s);
        domain::MaintenanceWindow window = weekly->window;
        window.timezone = zone;
        const auto refused = noba::theirWindow(window);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"timezone"_s);
    }

    void trapAWindowIsForTheWholeServer()
    {
        const auto weekly = noba::windowOf(someWindow({{u"schedule"_s, u"0 3 * * 0"_s}}));
        QCOMPARE(weekly->window.scope, QStringList{u"*"_s});
        domain::MaintenanceWindow window = weekly->window;
        window.scope = {u"tag:x"_s};
        const auto refused = noba::theirWindow(window);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, u"scope"_s);
    }

    void trapTimesOfAWindowWinOverItsSchedule()
    {
        const auto both = noba::windowOf(someWindow(
            {{u"schedule"_s, u"0 3 * * 0"_s}, {u"one_off_start"_s, 1774144800}, {u"one_off_end"_s, 1774150200}}));
        QVERIFY(both->window.recurring.isEmpty());
        QCOMPARE(domain::wallText(both->window.start), u"2026-03-22T02:00:00"_s);
        const auto half =
            noba::windowOf(someWindow({{u"schedule"_s, u"0 3 * * 0"_s}, {u"one_off_start"_s, 1774144800}}));
        QVERIFY(!half->window.recurring.isEmpty()); // one of them is none
    }

    void trapAnImportWantsAMapping()
    {
        const auto call = noba::callOf(u"import"_s, {{u"automations"_s, u"[{\"name\":\"n\"}]"_s}}); // as documented
        QVERIFY2(call, call ? "" : qPrintable(call.error().message()));
        QCOMPARE(QJsonDocument::fromJson(call->body).object(),
                 (QJsonObject{{u"automations"_s, QJsonArray{QJsonObject{{u"name"_s, u"n"_s}}}}}));
    }

    void trapAPlaybookIsInstalledWithABody()
    {
        NobaHouse house(calm());
        const auto made = answerOf(house.account().act(u"install-playbook"_s, {{u"id"_s, u"p"_s}}));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(house.server().asked.last().body, "{}"_ba);
    }
};

REGISTER_TEST(NobaTrapsTest);
#include "test_nobatraps.moc"
