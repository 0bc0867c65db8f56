// SPDX-License-Identifier: Apache-2.0
#include "app/server/server.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/providers/defenderhouse.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using test::answerOf;

namespace {

const QString token = u"right-token-0123456789"_s;

domain::Catalog bundlesOnly()
{
    domain::FieldSpec code;
    code.name = u"code"_s;
    code.type = domain::FieldType::Bundle;
    domain::KindInfo bundle;
    bundle.type = u"bundle"_s;
    bundle.fields = {code};
    return domain::Catalog(QList<domain::KindInfo>{bundle});
}

/// A store with its server, and an account there.
struct Box
{
    explicit Box(const QString &place)
        : server(workspace.store(), catalog, workspace.clock,
                 {.listen = u"127.0.0.1:0"_s, .privateToken = token.toUtf8(), .operatorName = u"kim"_s})
    {
        const bool isOld = place == "autotasks"_L1;
        connection.baseUrl = QUrl(server.start().value_or(QString()) + (isOld ? u"/autotask/"_s : QString()));
        connection.settings = {{u"generation"_s, place}};
        open(token);
    }

    void open(const QString &secret)
    {
        account = std::make_unique<providers::defender::Account>(
            syncing::AccountContext{connection, {{u"api_key"_s, token}, {u"api_secret"_s, secret}}, clock},
            *providers::defender::settingsOf(connection), rest::Habits());
    }

    test::TempStore workspace;
    base::SystemClock clock;
    domain::Catalog catalog = bundlesOnly();
    server::Server server;
    domain::Connection connection;
    std::unique_ptr<providers::defender::Account> account;
};

void addBoth()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("actions") << u"actions"_s;
    QTest::newRow("autotasks") << u"autotasks"_s;
}

} // namespace

/// The server of this program, which speaks to Defender's clients, asked as Defender is asked.
class DefenderForRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void automationsComeAndGo_data() { addBoth(); }
    void automationsComeAndGo()
    {
        QFETCH(const QString, place);
        Box box(place);
        domain::Automation wanted = test::someBundle();
        wanted.env = {{u"hello"_s, u"world"_s}};
        wanted.remote = {{u"relayerId"_s, u"f75701bb"_s}};
        const auto made = answerOf(box.account->create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        const auto listed = answerOf(box.account->automations({}));
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message()));
        QCOMPARE(listed->items.size(), 1);
        const domain::Automation seen = listed->items.first().automation;
        QCOMPARE(seen.params, wanted.params);
        QCOMPARE(seen.triggers, wanted.triggers);
        QCOMPARE(seen.env, wanted.env);
        QCOMPARE(seen.remote.value("relayerId"_L1).toString(), u"f75701bb"_s);
        domain::Automation changed = seen;
        changed.name = u"other"_s;
        changed.paused = true;
        changed.env.insert(u"more"_s, u"1"_s);
        changed.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s, .timezone = u"UTC"_s}};
        const auto updated = answerOf(box.account->update(made->remoteId, changed, seen));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message()));
        QCOMPARE(updated->automation.name, u"other"_s);
        QVERIFY(updated->automation.paused);
        QCOMPARE(updated->automation.env, changed.env);
        QCOMPARE(updated->automation.triggers, changed.triggers);
        QCOMPARE(updated->automation.params, wanted.params);
        QCOMPARE(updated->automation.remote.value("relayerId"_L1).toString(), u"f75701bb"_s);
        const auto home = answerOf(box.account->act(u"bring-home"_s, {{u"id"_s, made->remoteId}}));
        QVERIFY2(home, home ? "" : qPrintable(home.error().message()));
        QCOMPARE(domain::automationFromJson(home->toObject())->env, changed.env);
        QVERIFY(answerOf(box.account->remove(made->remoteId)));
        QCOMPARE(answerOf(box.account->remove(made->remoteId)).error().code, base::ErrorCode::NotFound);
    }

    void runsAreStartedListedAndRead_data() { addBoth(); }
    void runsAreStartedListedAndRead()
    {
        QFETCH(const QString, place);
        Box box(place);
        const QString id = answerOf(box.account->create(test::someBundle()))->remoteId;
        QStringList made;
        for (int i = 0; i < 3; ++i) {
            const auto run = answerOf(box.account->run({.remoteId = id, .body = QJsonObject{{u"n"_s, i}}}));
            QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
            QCOMPARE(run->status, domain::RunStatus::Running); // pending, and that is all they say
            made.prepend(run->remoteId);
        }
        QStringList listed;
        syncing::RunFilter filter;
        do {
            const auto page = answerOf(box.account->runs(filter));
            QVERIFY2(page, page ? "" : qPrintable(page.error().message()));
            for (const syncing::RemoteRun &run : page->items) {
                listed.append(run.remoteId);
            }
            filter.cursor = page->next;
        } while (!filter.cursor.isEmpty());
        listed.sort(); // made within one millisecond they have no order by time
        made.sort();
        QCOMPARE(listed, made);
        const auto run = answerOf(box.account->readRun(made.first()));
        QCOMPARE(run->automationRemoteId, id);
        QVERIFY(!answerOf(box.account->log(made.first(), {}))->complete);
    }

    void codeIsReplacedAndASecondTimeNot()
    {
        Box box(u"actions"_s);
        const QString id = answerOf(box.account->create(test::someBundle()))->remoteId;
        const QJsonObject fields{{u"id"_s, id}, {u"code"_s, test::someCode()}};
        const auto same = answerOf(box.account->act(u"upload-code"_s, fields));
        QVERIFY2(same, same ? "" : qPrintable(same.error().message()));
        QCOMPARE(same->toObject().value("uploaded"_L1), QJsonValue(false));
        const auto environment = answerOf(box.account->act(u"environment"_s, {{u"id"_s, id}}));
        QCOMPARE(environment->toObject().value("variables"_L1).toObject(), QJsonObject());
    }

    void aWrongSecretIsDenied()
    {
        Box box(u"actions"_s);
        box.open(u"wrong"_s);
        const auto refused = answerOf(box.account->facts());
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
        box.open(token);
        QCOMPARE(answerOf(box.account->facts())->version, u"Actions"_s);
    }
};

REGISTER_TEST(DefenderForRealTest);
#include "test_defenderforreal.moc"
