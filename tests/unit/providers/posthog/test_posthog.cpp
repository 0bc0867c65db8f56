// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/automationmerge.h"
#include "tests/support/registry.h"
#include "tests/unit/providers/outcome.h"
#include "tests/unit/providers/posthog/posthoghouse.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::answerOf;
using test::PosthogAge;
using test::PosthogDouble;
using test::PosthogHouse;

namespace {

const test::Asked &last(const PosthogHouse &house)
{
    return house.remote.server.asked.last();
}

/// What the action answers; fails the test where it does not.
QJsonValue done(PosthogHouse &house, const QString &action, const QJsonObject &fields)
{
    const auto answer = answerOf(house.box->act(action, fields));
    if (!answer) {
        qWarning("%s: %s", qPrintable(action), qPrintable(answer.error().message()));
        return QJsonValue::Undefined;
    }
    return *answer;
}

} // namespace

/// Tasks, as servers tell and take them.
class PosthogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskIsReadWithAllItsFields()
    {
        PosthogHouse house;
        house.remote.tasks[0].insert("json_schema"_L1, QJsonObject{{u"type"_s, u"object"_s}});
        const auto read = answerOf(house.box->automation(u"t1"_s));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        const domain::Automation &task = read->automation;
        QCOMPARE(task.name, u"Rotate staging credentials"_s);
        QCOMPARE(task.type, u"posthog_task"_s);
        QCOMPARE(task.description, u"What is to be done"_s);
        QCOMPARE(task.params, (QJsonObject{{u"origin_product"_s, u"user_created"_s},
                                           {u"repository"_s, u"acme/infra"_s},
                                           {u"github_integration"_s, 41}}));
        QCOMPARE(task.resultSchema, (QJsonObject{{u"type"_s, u"object"_s}}));
        QCOMPARE(task.remote.value("slug"_L1).toString(), u"OPS-2"_s);
        QCOMPARE(task.remote.value("created_by"_L1)["email"_L1].toString(), u"a@example.org"_s);
        QCOMPARE(read->lastStatus, u"in_progress"_s);
        // A run is no new version of the task.
        for (const QString &passing : {u"latest_run"_s, u"updated_at"_s}) {
            QVERIFY(!task.remote.contains(passing));
        }
    }

    void trapTitleAndSlugMayBeEmpty()
    {
        PosthogHouse house;
        house.remote.tasks[0].insert("title"_L1, u""_s);
        QCOMPARE(answerOf(house.box->automation(u"t1"_s))->automation.name, u"OPS-2"_s);
        house.remote.tasks[0].insert("slug"_L1, QJsonValue());
        QCOMPARE(answerOf(house.box->automation(u"t1"_s))->automation.name, u"t1"_s);
    }

    void aTaskIsCreatedChangedAndHidden()
    {
        PosthogHouse house;
        domain::Automation wanted = test::someTask();
        wanted.resultSchema = {{u"type"_s, u"object"_s}};
        wanted.params.insert("github_integration"_L1, 41);
        const auto made = answerOf(house.box->create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        QCOMPARE(last(house).json(), (QJsonObject{{u"title"_s, wanted.name},
                                                  {u"description"_s, wanted.description},
                                                  {u"origin_product"_s, u"user_created"_s},
                                                  {u"repository"_s, u"acme/infra"_s},
                                                  {u"github_integration"_s, 41},
                                                  {u"json_schema"_s, wanted.resultSchema}}));
        domain::Automation changed = made->automation;
        changed.description = u"new"_s;
        changed.resultSchema = {};
        changed.params.remove("repository"_L1);
        const auto updated = answerOf(house.box->update(made->remoteId, changed, made->automation));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message()));
        // Only what changed is said, so that nobody's change is written over.
        QCOMPARE(last(house).json(),
                 (QJsonObject{
                     {u"description"_s, u"new"_s}, {u"json_schema"_s, QJsonValue()}, {u"repository"_s, QJsonValue()}}));
        QVERIFY(domain::sameThere(
            updated->automation, changed,
            providers::posthog::capabilities(providers::posthog::Generation::Later, providers::posthog::Rights::Write)
                .carries));
        QVERIFY(answerOf(house.box->remove(made->remoteId)));
        QCOMPARE(answerOf(house.box->automation(made->remoteId)).error().code, ErrorCode::NotFound);
        QCOMPARE(house.remote.tasks.size(), 3); // it is hidden and kept
        QCOMPARE(answerOf(house.box->remove(made->remoteId)).error().code, ErrorCode::NotFound);
    }

    void whatDidNotChangeIsNotSent()
    {
        PosthogHouse house;
        const auto read = answerOf(house.box->automation(u"t1"_s));
        QVERIFY(answerOf(house.box->update(u"t1"_s, read->automation, read->automation)));
        QCOMPARE(house.remote.server.count("PATCH", PosthogDouble::at("{}/")), 0);
    }

    void whatATaskCantHoldIsRefusedByName_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("field");
        const QString task = u"posthog_task"_s;
        QTest::newRow("a script") << u"script"_s << u"a"_s << QJsonObject() << u"type"_s;
        QTest::newRow("a long title") << task << QString(256, u'a') << QJsonObject() << u"name"_s;
        QTest::newRow("half a repository")
            << task << u"a"_s << QJsonObject{{u"repository"_s, u"infra"_s}} << u"params.repository"_s;
        QTest::newRow("a path") << task << u"a"_s << QJsonObject{{u"repository"_s, u"a/b/c"_s}}
                                << u"params.repository"_s;
        QTest::newRow("an integration by name")
            << task << u"a"_s << QJsonObject{{u"github_integration"_s, u"x"_s}} << u"params.github_integration"_s;
        QTest::newRow("something else") << task << u"a"_s << QJsonObject{{u"command"_s, u"x"_s}} << u"params.command"_s;
    }
    void whatATaskCantHoldIsRefusedByName()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, name);
        QFETCH(const QJsonObject, params);
        QFETCH(const QString, field);
        PosthogHouse house;
        domain::Automation wanted = test::someTask();
        wanted.type = type;
        wanted.name = name;
        wanted.params = params;
        const auto refused = answerOf(house.box->create(wanted));
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(house.remote.server.asked.size(), 0);
    }

    void whatStandsThereAlreadyIsNotHeldAgainstAChange()
    {
        PosthogHouse house;
        house.remote.tasks[0].insert("repository"_L1, u"odd"_s);
        house.remote.tasks[0].insert("github_integration"_L1, u"odd"_s);
        const auto read = answerOf(house.box->automation(u"t1"_s));
        domain::Automation wanted = read->automation;
        wanted.description = u"new"_s;
        const auto updated = answerOf(house.box->update(u"t1"_s, wanted, read->automation));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message()));
        wanted.params.remove("origin_product"_L1);
        QCOMPARE(answerOf(house.box->update(u"t1"_s, wanted, read->automation)).error().field,
                 u"params.origin_product"_s);
    }

    void trapTheEnvelopeNamesItsField()
    {
        PosthogHouse house;
        domain::Automation wanted = test::someTask();
        wanted.params.insert("origin_product"_L1, u"loop"_s);
        const auto refused = answerOf(house.box->create(wanted));
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QCOMPARE(refused.error().field, u"params.origin_product"_s);
        QVERIFY(refused.error().detail.contains(u"This origin is reserved"_s));
    }

    void trapRepositoriesAreWrittenInLowerCase()
    {
        PosthogHouse house;
        domain::Automation wanted = test::someTask();
        wanted.params.insert("repository"_L1, u"Acme/Infra"_s);
        QCOMPARE(answerOf(house.box->create(wanted))->automation.params.value("repository"_L1).toString(),
                 u"acme/infra"_s);
    }

    void trapTheAssigneeIsNotKeptAndThatIsSaid()
    {
        PosthogHouse house;
        const QJsonObject made =
            done(house, u"create-task"_s, {{u"description"_s, u"Look at it"_s}, {u"assignee"_s, u"kim"_s}}).toObject();
        QCOMPARE(made.value("not_kept"_L1).toArray(), QJsonArray{u"assignee"_s});
        QCOMPARE(last(house).json().value("assignee"_L1).toString(), u"kim"_s);
        QCOMPARE(last(house).json().value("origin_product"_L1).toString(), u"user_created"_s);
        QCOMPARE(made.value("title"_L1).toString(), u"Look at it"_s); // left blank, it was made of the description
        QVERIFY(!done(house, u"create-task"_s, {{u"title"_s, u"a"_s}}).toObject().contains("not_kept"_L1));
    }

    void trapEveryPathEndsWithASlash()
    {
        PosthogHouse house;
        for (const test::Verb &verb : house.verbs()) {
            (void)answerOf(verb.ask());
        }
        QVERIFY(house.remote.server.asked.size() > 8);
        for (const test::Asked &asked : std::as_const(house.remote.server.asked)) {
            QVERIFY2(asked.path.endsWith('/'), asked.path.constData());
        }
    }

    void trapTheProjectMayBeTheCurrentOne()
    {
        PosthogHouse house;
        house.connection.baseUrl.setPath(u"/behind/a/proxy/"_s);
        house.open({{u"project_id"_s, QJsonValue()}});
        (void)answerOf(house.box->automations({}));
        QCOMPARE(last(house).path, "/behind/a/proxy/api/projects/7/tasks/"_ba);
        const domain::Connection connection{.baseUrl = house.remote.server.url()};
        providers::posthog::Account account({connection, {{u"token"_s, u"phx_good"_s}}, house.clock},
                                            test::hastyHabits());
        (void)answerOf(account.automations({}));
        QCOMPARE(last(house).path, "/api/projects/@current/tasks/"_ba);
    }

    void trapTheKeyGoesIntoTheHeaderOnly()
    {
        PosthogHouse house;
        (void)answerOf(house.box->automations({}));
        QCOMPARE(last(house).headers.value("authorization"), "Bearer phx_good"_ba);
        QVERIFY(!last(house).query.toString().contains(u"phx"_s));
    }

    void trapA403NamesTheScopeThatIsMissing()
    {
        PosthogHouse house;
        house.remote.scopes = {u"task:read"_s};
        const auto refused = answerOf(house.box->run({.remoteId = u"t1"_s}));
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QVERIFY(refused.error().field.isEmpty()); // the key itself is fine
        QVERIFY2(refused.error().detail.contains(u"task:write"_s), qPrintable(refused.error().detail));
        house.remote.scopes = {};
        QVERIFY(answerOf(house.box->automations({})).error().detail.contains(u"task:read"_s));
    }

    void trapWithoutTheFlagAGoodKeyIsRefused()
    {
        PosthogHouse house;
        house.remote.hasFlag = false;
        const auto refused = answerOf(house.box->facts());
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QVERIFY2(refused.error().detail.contains(u"its organisation must have Tasks"_s),
                 qPrintable(refused.error().detail));
    }

    void trapTheRateLimitIsWaitedFor()
    {
        PosthogHouse house;
        house.remote.server.plea = 0;
        house.remote.server.fault("GET", PosthogDouble::at(""), test::Fault::TooMany, 1);
        QVERIFY(answerOf(house.box->automations({})));
        QCOMPARE(house.remote.server.count("GET", PosthogDouble::at("")), 2);
    }

    void trapAccessThatCantBeCheckedIsNoRefusal()
    {
        PosthogHouse house;
        house.remote.server.fault("POST", PosthogDouble::at("{}/run/"), test::Fault::Unavailable);
        QCOMPARE(answerOf(house.box->run({.remoteId = u"t1"_s})).error().code, ErrorCode::Unavailable);
    }

    void trapA401IsTheKeyAndA403IsNot()
    {
        PosthogHouse house;
        house.open({}, u"phx_bad"_s);
        const auto refused = answerOf(house.box->facts());
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
    }

    void whatTheKeyMayDoAndWhichServerItIsAreFoundOut_data()
    {
        QTest::addColumn<bool>("early");
        QTest::addColumn<bool>("reads");
        QTest::newRow("later, all") << false << false;
        QTest::newRow("later, read only") << false << true;
        QTest::newRow("early, all") << true << false;
        QTest::newRow("early, read only") << true << true;
    }
    void whatTheKeyMayDoAndWhichServerItIsAreFoundOut()
    {
        using enum domain::Capability;
        QFETCH(const bool, early);
        QFETCH(const bool, reads);
        PosthogHouse house(early ? PosthogAge::Early : PosthogAge::Later);
        house.remote.scopes = reads ? QStringList{u"task:read"_s} : house.remote.scopes;
        const auto facts = answerOf(house.box->facts());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message()));
        QCOMPARE(facts->role, reads ? u"task:read"_s : u"task:read, task:write"_s);
        QCOMPARE(facts->version, early ? u"Tasks, of early 2026"_s : u"Tasks"_s);
        QCOMPARE(facts->capabilities.has(Run), !reads);
        QCOMPARE(facts->capabilities.has(Update), !reads);
        QVERIFY(facts->capabilities.has(List) && facts->capabilities.has(Runs));
        QCOMPARE(facts->capabilities.has(Approvals), !reads && !early);
        QCOMPARE(facts->capabilities.log, early ? domain::RemoteLog::Poll : domain::RemoteLog::Stream);
        QCOMPARE(house.remote.tasks.size(), 2); // finding out changed nothing
    }

    void settingsAreLookedAt()
    {
        using providers::posthog::settingsOf;
        QCOMPARE(settingsOf({{u"created_by"_s, u"kim"_s}}).error().field, u"settings.created_by"_s);
        QCOMPARE(settingsOf({{u"project_id"_s, u"a/b"_s}}).error().field, u"settings.project_id"_s);
        QCOMPARE(settingsOf({{u"project_id"_s, 7}}).error().field, u"settings.project_id"_s);
        QCOMPARE(settingsOf({{u"project_id"_s, u" 12 "_s}})->project, u"12"_s);
    }

    void tasksAreShownChangedAndHiddenByActions()
    {
        PosthogHouse house;
        QCOMPARE(done(house, u"task"_s, {{u"task"_s, u"t1"_s}})["slug"_L1].toString(), u"OPS-2"_s);
        const QJsonObject changes{
            {u"task"_s, u"t1"_s}, {u"title"_s, u"Other"_s}, {u"json_schema"_s, u"{\"type\":\"object\"}"_s}};
        QCOMPARE(done(house, u"update-task"_s, changes)["title"_L1].toString(), u"Other"_s);
        QCOMPARE(last(house).method, "PATCH"_ba);
        QCOMPARE(last(house).json(),
                 (QJsonObject{{u"title"_s, u"Other"_s}, {u"json_schema"_s, QJsonObject{{u"type"_s, u"object"_s}}}}));
        QVERIFY(done(house, u"delete-task"_s, {{u"task"_s, u"t1"_s}}).isNull());
        QCOMPARE(answerOf(house.box->act(u"task"_s, {{u"task"_s, u"t1"_s}})).error().code, ErrorCode::NotFound);
        QCOMPARE(answerOf(house.box->act(u"task"_s, {})).error().field, u"task"_s);
        QCOMPARE(answerOf(house.box->act(u"update-task"_s, {{u"task"_s, u"t1"_s}, {u"json_schema"_s, u"{"_s}}))
                     .error()
                     .field,
                 u"json_schema"_s);
        QCOMPARE(answerOf(house.box->act(u"fly"_s, {})).error().code, ErrorCode::Unsupported);
    }

    void whatNewerServersHaveBesideIsReached()
    {
        PosthogHouse house;
        QCOMPARE(done(house, u"repositories"_s, {}).toArray(), QJsonArray{u"acme/infra"_s});
        QCOMPARE(done(house, u"repository-readiness"_s, {{u"repository"_s, u"acme/infra"_s}})["ready"_L1].toBool(),
                 true);
        QCOMPARE(done(house, u"summaries"_s, {{u"ids"_s, u"t0, t1"_s}})["results"_L1].toArray(),
                 (QJsonArray{u"t0"_s, u"t1"_s}));
    }
};

REGISTER_TEST(PosthogTest);
#include "test_posthog.moc"
