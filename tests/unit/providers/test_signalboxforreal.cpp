// SPDX-License-Identifier: Apache-2.0
#include "app/providers/signalbox/account.h"
#include "app/server/server.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/providers/outcome.h"

using namespace Qt::StringLiterals;
using test::answerOf;
using test::await;

namespace {

domain::Catalog scripts()
{
    domain::FieldSpec command;
    command.name = u"command"_s;
    command.type = domain::FieldType::Command;
    domain::KindInfo script;
    script.type = u"script"_s;
    script.fields = {command};
    return domain::Catalog(QList<domain::KindInfo>{script});
}

/// A store with its server, and an account there.
struct Box
{
    Box()
        : server(workspace.store(), catalog, workspace.clock,
                 {.listen = u"127.0.0.1:0"_s, .privateToken = "right-token-0123456789", .operatorName = u"kim"_s})
    {
        connection.baseUrl = QUrl(server.start().value_or(QString()));
        account = std::make_unique<providers::signalbox::Account>(
            syncing::AccountContext{connection, {{u"token"_s, u"right-token-0123456789"_s}}, clock}, rest::Habits());
    }

    domain::Run running()
    {
        const domain::Automation stored =
            await(workspace->automations().create({test::someAutomation()}, u"kim"_s))->first();
        const domain::Run run = await(workspace->runs().request(stored.id, u"kim"_s)).value();
        return await(workspace->runs().start(run.id, 1)).value();
    }
    bool append(const base::RunId &run, qint64 first, const QByteArray &bytes)
    {
        const store::LogSpan span{
            .lines = bytes.count('\n'), .stream = store::Stream::Out, .at = workspace.clock.now(), .open = false};
        return await(workspace->logs().append(run, {.firstLine = first, .bytes = bytes, .spans = {span}})).has_value();
    }

    test::TempStore workspace;
    base::SystemClock clock;
    domain::Catalog catalog = scripts();
    server::Server server;
    domain::Connection connection;
    std::unique_ptr<providers::signalbox::Account> account;
};

} // namespace

/// The server of this program, asked as another Signalbox asks it.
class SignalboxForRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void automationsComeAndGo()
    {
        Box box;
        domain::Automation wanted = test::someAutomation();
        wanted.triggers = {domain::Schedule{.cron = u"0 3 * * *"_s}};
        wanted.retry = domain::Retry{};
        wanted.tags = {u"night"_s};
        const auto made = answerOf(box.account->create(wanted));
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        const auto listed = answerOf(box.account->automations({}));
        QCOMPARE(listed->items.size(), 1);
        const syncing::RemoteAutomation seen = listed->items.first();
        QCOMPARE(seen.remoteId, made->remoteId);
        QCOMPARE(seen.automation.remote.keys(), QStringList{u"version"_s}); // it says nothing that is not understood
        domain::Automation back = seen.automation;
        back.remote = {};
        QCOMPARE(domain::toJson(back), domain::toJson(wanted));
        domain::Automation changed = seen.automation;
        changed.description = u"new"_s;
        changed.retry.reset();
        const auto updated = answerOf(box.account->update(seen.remoteId, changed, seen.automation));
        QVERIFY2(updated, updated ? "" : qPrintable(updated.error().message()));
        QCOMPARE(updated->automation.description, u"new"_s);
        QVERIFY(!updated->automation.retry);
        QCOMPARE(answerOf(box.account->update(seen.remoteId, changed, seen.automation)).error().code,
                 base::ErrorCode::Conflict);
        QVERIFY(answerOf(box.account->remove(seen.remoteId)));
        QCOMPARE(answerOf(box.account->remove(seen.remoteId)).error().code, base::ErrorCode::NotFound);
        wanted.type = u"teleport"_s;
        const auto refused = answerOf(box.account->create(wanted));
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QCOMPARE(refused.error().field, u"type"_s);
    }

    void weAreWhoTheTokenSays()
    {
        Box box;
        QCOMPARE(answerOf(box.account->facts())->role, u"admin"_s);
        providers::signalbox::Account stranger({box.connection, {{u"token"_s, u"wrong"_s}}, box.clock}, rest::Habits());
        const auto refused = answerOf(stranger.facts());
        QCOMPARE(refused.error().code, base::ErrorCode::Denied);
        QCOMPARE(refused.error().field, u"credential"_s);
    }

    void runsAreListedInPartsAndCancelled()
    {
        Box box;
        const QString id = answerOf(box.account->create(test::someAutomation()))->remoteId;
        QStringList made;
        for (int i = 0; i < 5; ++i) {
            const auto run = answerOf(box.account->run({.remoteId = id}));
            QVERIFY2(run, run ? "" : qPrintable(run.error().message()));
            QCOMPARE(run->status, domain::RunStatus::Queued);
            made.prepend(run->remoteId);
        }
        QStringList listed;
        syncing::RunFilter filter{.automationRemoteId = id, .cursor = {}, .atMost = 2};
        do {
            const auto page = answerOf(box.account->runs(filter));
            QVERIFY(page);
            for (const syncing::RemoteRun &run : page->items) {
                listed.append(run.remoteId);
            }
            filter.cursor = page->next;
        } while (!filter.cursor.isEmpty());
        QCOMPARE(listed, made);
        QVERIFY(answerOf(box.account->cancel(made.first())));
        QCOMPARE(answerOf(box.account->readRun(made.first()))->status, domain::RunStatus::Cancelled);
    }

    void theSameWishIsOneRunAndKnownByItsKey()
    {
        Box box;
        const QString id = answerOf(box.account->create(test::someAutomation()))->remoteId;
        const syncing::RunWish wish{.remoteId = id, .key = u"run_ours"_s};
        const auto first = answerOf(box.account->run(wish));
        QVERIFY2(first, first ? "" : qPrintable(first.error().message()));
        QCOMPARE(answerOf(box.account->run(wish))->remoteId, first->remoteId);
        const auto theirs = answerOf(box.account->run({.remoteId = id}));
        QCOMPARE(theirs->key, std::optional(QString())); // surely not ours
        const auto page = answerOf(box.account->runs({.automationRemoteId = id, .cursor = {}}));
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->items.last().remoteId, first->remoteId);
        QCOMPARE(page->items.last().key, std::optional(u"run_ours"_s));
    }

    void theLogComesWhileItRuns()
    {
        Box box;
        const domain::Run run = box.running();
        QVERIFY(box.append(run.id, 0, "one\n10 %\r20 %\n"));
        const auto first = answerOf(box.account->log(run.id.text(), {}));
        QVERIFY2(first, first ? "" : qPrintable(first.error().message()));
        QCOMPARE(first->bytes, "one\n10 %\r20 %\n"_ba);
        const auto next = box.account->log(run.id.text(), first->next);
        QVERIFY(box.append(run.id, 2, "\ntwo\n"));
        QByteArray rest = answerOf(next)->bytes;
        QVERIFY(await(box.workspace->logs().seal(run.id)));
        QVERIFY(await(box.workspace->runs().finish(run.id, {.status = domain::RunStatus::Done})));
        auto part = answerOf(box.account->log(run.id.text(), u"3"_s));
        rest += part->bytes;
        QVERIFY(part->complete);
        QVERIFY2(rest == "\ntwo\n", rest.constData());
        const auto middle = answerOf(box.account->log(run.id.text(), u"1"_s));
        QCOMPARE(middle->bytes, "\ntwo\n"_ba);
        QVERIFY(middle->complete);
    }

    void windowsComeAndGo()
    {
        Box box;
        const auto window = domain::windowFromJson({{u"name"_s, u"Weekly"_s},
                                                    {u"start"_s, u"2026-03-22T03:00:00"_s},
                                                    {u"end"_s, u"2026-03-22T04:00:00"_s},
                                                    {u"timezone"_s, u"UTC"_s},
                                                    {u"recurring"_s, u"0 3 * * 0"_s},
                                                    {u"reason"_s, u"patches"_s}});
        const auto id = answerOf(box.account->createWindow(*window));
        QVERIFY2(id, id ? "" : qPrintable(id.error().message()));
        const auto listed = answerOf(box.account->windows());
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().remote, QJsonObject());
        QCOMPARE(listed->first().window.reason, u"patches"_s);
        domain::MaintenanceWindow changed = listed->first().window;
        changed.reason = u"none"_s;
        QVERIFY(answerOf(box.account->updateWindow(*id, changed)));
        QVERIFY(answerOf(box.account->act(u"activate-window"_s, {{u"id"_s, *id}})));
        QVERIFY(answerOf(box.account->windows())->first().active);
        QVERIFY(answerOf(box.account->removeWindow(*id)));
        QVERIFY(answerOf(box.account->approvals())->isEmpty());
    }
};

REGISTER_TEST(SignalboxForRealTest);
#include "test_signalboxforreal.moc"
