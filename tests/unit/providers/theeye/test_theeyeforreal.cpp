// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/account.h"
#include "app/providers/theeye/theeye.h"
#include "app/server/server.h"
#include "app/store/connections/connections.h"
#include "app/store/hooks/webhooks.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "app/sync/syncloop.h"
#include "tests/support/fakesleepers.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/theeye/theeyehouse.h"

using namespace Qt::StringLiterals;
using domain::ConnectionState;
using domain::RunStatus;
using test::answerOf;
using test::await;

namespace {

const QByteArray token = "right-token-0123456789";

rest::Habits calmHabits()
{
    rest::Habits habits = test::hastyHabits();
    habits.longestSilence = base::Millis(5000);
    habits.longest = base::Millis(8000);
    return habits;
}

/// As it is, with a credential that needs no keyring, and in less of a hurry to give up.
class LoggedIn final : public syncing::Provider
{
public:
    domain::ProviderInfo info() const override { return m_provider.info(); }
    base::Status check(const domain::Connection &connection) const override { return m_provider.check(connection); }
    std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override
    {
        return std::make_unique<providers::theeye::Account>(
            syncing::AccountContext{context.connection, test::rightLogin(), context.clock},
            *providers::theeye::settingsOf(context.connection), calmHabits());
    }

private:
    providers::TheEye m_provider;
};

syncing::Providers onlyTheEye()
{
    syncing::Providers all;
    all.push_back(std::make_unique<LoggedIn>());
    return all;
}

bool until(const std::function<bool()> &done)
{
    return QTest::qWaitFor(done, 10000);
}

/// This program as a service with one connection to TheEye, asked over its own API, as by another Signalbox.
struct Service
{
    Service()
        : server(workspace.store(), catalog, workspace.clock,
                 {.listen = u"127.0.0.1:0"_s, .privateToken = token, .operatorName = u"kim"_s}),
          loop(workspace.store(), onlyTheEye(), workspace.clock,
               {.secrets = nullptr, .makeSleeper = sleepers.maker(), .chance = [] { return 0.5; }})
    {
        for (const QString &job : {u"job-1"_s, u"job-2"_s, u"job-3"_s}) { // not so old that nobody wants them
            there.remote.changeJob(job, {{u"last_update"_s, u"2026-10-24T12:00:00.000Z"_s}});
        }
        self.baseUrl = QUrl(server.start().value_or(QString()));
        api = std::make_unique<providers::signalbox::Account>(
            syncing::AccountContext{self, {{u"token"_s, QString::fromLatin1(token)}}, clock}, rest::Habits());
    }

    /// Until the loop waits for time.
    bool rests()
    {
        QCoreApplication::processEvents();
        return until([this] { return sleepers.next().has_value(); });
    }
    /// Time passes up to the next look, `times` times.
    bool looks(int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            workspace.clock.advance(sleepers.next().value_or(base::Millis(0)));
            sleepers.look();
            if (!rests()) {
                return false;
            }
        }
        return true;
    }
    domain::Connection connection() { return await(workspace->connections().get(id)).value_or({}); }
    /// As the API tells it.
    syncing::RemoteAutomation automation(const QString &name)
    {
        const auto page = answerOf(api->automations({}));
        for (const syncing::RemoteAutomation &one : page ? page->items : QList<syncing::RemoteAutomation>()) {
            if (one.automation.name == name) {
                return one;
            }
        }
        return {};
    }
    base::Status describe(const QString &name, const QString &description)
    {
        const syncing::RemoteAutomation before = automation(name);
        domain::Automation wanted = before.automation;
        wanted.description = description;
        const auto done = answerOf(api->update(before.remoteId, wanted, before.automation));
        return done ? base::Status() : base::Status(done.error());
    }
    QString descriptionThere() const { return there.remote.tasks.value("one"_L1)["description"_L1].toString(); }
    QByteArray log(const QString &run)
    {
        const auto part = answerOf(api->log(run, {}));
        return part ? part->bytes : part.error().message().toUtf8();
    }

    test::TheEyeHouse there{calmHabits()};
    test::TempStore workspace;
    test::FakeSleepers sleepers{workspace.clock};
    base::SystemClock clock;
    domain::Catalog catalog;
    server::Server server;
    syncing::SyncLoop loop;
    domain::Connection self;
    std::unique_ptr<providers::signalbox::Account> api;
    base::ConnectionId id;
};

void connectIt(Service &service)
{
    domain::Connection wanted = service.there.connection;
    wanted.name = u"Office"_s;
    wanted.provider = u"theeye"_s;
    const auto added = await(service.workspace->connections().add(wanted, u"kim"_s));
    QVERIFY2(added, added ? "" : qPrintable(added.error().message()));
    service.id = added->id;
    service.loop.start();
    QVERIFY(service.rests());
    QVERIFY(until([&service] { return service.connection().state == ConnectionState::Online; }));
    const domain::Connection seen = service.connection();
    QCOMPARE(seen.account.who, u"kim"_s);
    QCOMPARE(seen.account.role, u"admin"_s);
}

void list(Service &service)
{
    QCOMPARE(answerOf(service.api->automations({}))->items.size(), 3);
    const domain::Automation task = service.automation(u"Rotate"_s).automation;
    QCOMPARE(task.type, u"theeye_script"_s);
    QCOMPARE(task.arguments.size(), 3);
    QCOMPARE(service.automation(u"Rotate and tell"_s).automation.type, u"theeye_workflow"_s);
}

void editIt(Service &service)
{
    const base::Status edited = service.describe(u"Rotate"_s, u"rotates well"_s);
    QVERIFY2(edited, edited ? "" : qPrintable(edited.error().message()));
    QVERIFY(until([&service] { return service.descriptionThere() == u"rotates well"_s; }));
    QVERIFY(service.there.remote.tasks.value("one"_L1)["tide"_L1].isObject()); // what is not known here stays there
    QVERIFY(service.rests());
}

/// What the server is about to forget was copied, though nobody asked.
void readWhatIsForgotten(Service &service)
{
    const auto runs = answerOf(service.api->runs({.automationRemoteId = service.automation(u"Rotate"_s).remoteId}));
    QVERIFY2(runs, runs ? "" : qPrintable(runs.error().message()));
    QCOMPARE(runs->items.size(), 4);
    QVERIFY(until([&service] {
        const QList<domain::Run> all = await(service.workspace->runs().page({})).value_or({});
        return std::count_if(all.begin(), all.end(), [](const domain::Run &run) { return run.log.lines > 0; }) == 3;
    }));
    while (service.there.remote.jobs.size() > 2) { // newest first: those that are not over stay
        service.there.remote.jobs.removeLast();
    }
    for (const syncing::RemoteRun &run : runs->items) {
        if (run.status == RunStatus::Done) {
            QVERIFY2(service.log(run.remoteId).startsWith("rotated\n"), qPrintable(run.remoteId));
            QCOMPARE(answerOf(service.api->readRun(run.remoteId))->exitCode, std::optional(0));
        }
    }
}

void runItAndWatch(Service &service)
{
    const QString task = service.automation(u"Rotate"_s).remoteId;
    const auto asked =
        answerOf(service.api->run({.remoteId = task, .arguments = {{u"Env"_s, u"prd"_s}, {u"Why"_s, u"full"_s}}}));
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message()));
    QVERIFY(await(service.workspace->runs().handOver(base::RunId(asked->remoteId)))); // as an engine does
    QVERIFY(until([&service] { return service.there.server().count("POST", "/acme/task/{}/job") == 1; }));
    const QString job = service.there.remote.jobs.first()["id"_L1].toString();
    const QString origin = service.there.remote.job(job).value("origin"_L1).toString();
    QCOMPARE(origin, u"user"_s);
    QVERIFY(service.rests());
    service.there.remote.changeJob(job, {{u"lifecycle"_s, u"started"_s}});
    QVERIFY(service.looks(2));
    QCOMPARE(answerOf(service.api->readRun(asked->remoteId))->status, RunStatus::Running);
    service.there.remote.changeJob(job, {{u"lifecycle"_s, u"finished"_s},
                                         {u"state"_s, u"failure"_s},
                                         {u"last_update"_s, u"2026-10-25T00:01:00.000Z"_s},
                                         {u"result"_s, QJsonObject{{u"code"_s, 3}, {u"log"_s, u"disk\nis full\n"_s}}}});
    QVERIFY(service.looks(3));
    const auto over = answerOf(service.api->readRun(asked->remoteId));
    QCOMPARE(over->status, RunStatus::Failed);
    QCOMPARE(over->exitCode, std::optional(3));
    QCOMPARE(service.log(asked->remoteId), "disk\nis full\n"_ba);
}

void decideInTheQueueHere(Service &service)
{
    const auto pending = answerOf(service.api->approvals());
    QVERIFY2(pending, pending ? "" : qPrintable(pending.error().message()));
    QCOMPARE(pending->size(), 1);
    QCOMPARE(pending->first().title, u"May it?"_s);
    const auto decided = answerOf(service.api->decide(pending->first().remoteId, domain::Judgement::Approve, u"ok"_s));
    QVERIFY2(decided, decided ? "" : qPrintable(decided.error().message()));
    QVERIFY(until(
        [&service] { return service.there.remote.job(u"job-5"_s).value("state"_L1).toString() == u"success"_s; }));
    QVERIFY(service.rests());
    QVERIFY(service.looks(2));
    QVERIFY(answerOf(service.api->approvals())->isEmpty());
}

void meetAnError(Service &service)
{
    service.there.server().fault("PUT", "/acme/task/{}", test::Fault::Forbidden, 1);
    QVERIFY(service.describe(u"Rotate"_s, u"rotates badly"_s));
    const auto refused = [&service] {
        const auto waiting = await(service.workspace->outbox().list(service.id)).value_or({});
        return waiting.size() == 1 && waiting.first().waitsFor.contains("403"_L1);
    };
    QVERIFY(until(refused));
    QCOMPARE(service.descriptionThere(), u"rotates well"_s);
    const auto waiting = await(service.workspace->outbox().list(service.id));
    QVERIFY(await(service.workspace->outbox().retry(waiting->first().id, u"kim"_s)));
    QVERIFY(until([&service] { return service.descriptionThere() == u"rotates badly"_s; }));
    QVERIFY(service.rests());
}

void goOfflineAndComeBack(Service &service)
{
    for (const QByteArray &path : {"/acme/task"_ba, "/acme/task/{}"_ba, "/acme/job"_ba, "/acme/job/{}"_ba}) {
        service.there.server().fault("*", path, test::Fault::Reset);
    }
    QVERIFY(service.looks(2));
    QVERIFY(until([&service] { return service.connection().state == ConnectionState::Offline; }));
    QCOMPARE(answerOf(service.api->automations({}))->items.size(), 3); // it is all here
    QVERIFY(service.describe(u"Rotate"_s, u"rotates again"_s));
    QCOMPARE(service.descriptionThere(), u"rotates badly"_s);
    service.there.server().heal();
    const auto isBack = [&service] { return service.looks() && service.connection().state == ConnectionState::Online; };
    QVERIFY(isBack() || isBack() || isBack());
    QVERIFY(until([&service] { return service.descriptionThere() == u"rotates again"_s; }));
}

} // namespace

/// TheEye through this program: its store, its loop, its server; and the server itself, asked as TheEye is by a key.
class TheEyeForRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromConnectingToComingBack()
    {
        Service service;
        const QList<void (*)(Service &)> story{
            connectIt,           list, readWhatIsForgotten, editIt, runItAndWatch, decideInTheQueueHere, meetAnError,
            goOfflineAndComeBack};
        for (void (*part)(Service &) : story) {
            part(service);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    void theServerOfThisProgramTakesItsKeys()
    {
        Service service;
        domain::Automation local = test::someAutomation();
        local.triggers = {domain::Webhook{}};
        const auto made = await(service.workspace->automations().create({local}, u"kim"_s));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        const QString automation = made->first().id.text();
        const auto key = await(service.workspace->webhooks().token(made->first().id));
        QVERIFY2(key, key ? "" : qPrintable(key.error().message()));
        domain::Connection self = service.there.connection;
        self.baseUrl = service.self.baseUrl;
        providers::theeye::Account account({self, {}, service.clock}, *providers::theeye::settingsOf(self),
                                           calmHabits());
        QJsonObject fields{{u"id"_s, automation}, {u"key"_s, key->token}};
        const auto run = answerOf(account.act(u"run-with-key"_s, fields));
        QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
        QCOMPARE(await(service.workspace->runs().page({}))->size(), 1);
        fields.insert("key"_L1, u"wrong"_s);
        QVERIFY(!answerOf(account.act(u"run-with-key"_s, fields)));
    }
};

REGISTER_TEST(TheEyeForRealTest);
#include "test_theeyeforreal.moc"
