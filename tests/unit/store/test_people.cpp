// SPDX-License-Identifier: Apache-2.0
// The last gate of the store: who may not, changes nothing, whichever door they came through. And what the store keeps
// of people: logins, who may see what, where things were done, what differs from what was approved last.
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::Actor;
using domain::Role;
using test::await;
using test::TempStore;

namespace {

QString lastAction(TempStore &store)
{
    const auto rows = await(store->audit().page({.limit = 1}));
    return rows && !rows->isEmpty() ? rows->first().action : QString();
}

bool isDenied(const auto &result)
{
    return !result && result.error().code == base::ErrorCode::Denied;
}

QByteArray tokenOf(TempStore &store, const QString &owner, std::optional<qint64> days = {})
{
    const auto made = await(store->operators().createToken(
        {.name = u"desk"_s, .operatorName = owner, .role = Role::Admin, .days = days}, u"kim"_s, u"kim"_s));
    return made ? made->secret.toLatin1() : QByteArray();
}

} // namespace

class StorePeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayNotChangesNothing();
    void whoeverIsBarredChangesNothing();
    void everyActIsAuditedWithWhereItWasDone();
    void aTokenTakesTheDesk();
    void hiddenAutomationsAndTheirRunsStayHidden();
    void theLastThatWasLetThroughIsCompared();
    void calendarsKeepTheirLastGoodCopy();
    void windowsOfACalendarAreItsOwn();
};

void StorePeopleTest::whoMayNotChangesNothing()
{
    TempStore store;
    const base::AutomationId id = test::automationIn(store);
    const Actor viewer(u"vic"_s, Role::Viewer, u"window"_s);
    const Actor user(u"uma"_s, Role::User, u"window"_s);
    QVERIFY(isDenied(await(store->runs().request(id, viewer))));
    QVERIFY(await(store->runs().page({}))->isEmpty());
    const auto run = await(store->runs().request(id, user));
    QVERIFY(run);
    QVERIFY(isDenied(await(store->runs().cancel(run->id, viewer))));
    QVERIFY(isDenied(await(store->automations().remove(id, user))));
    QVERIFY(isDenied(await(store->automations().setPaused({id}, true, user))));
    QVERIFY(isDenied(await(store->pauses().setAllPaused(store::Pausing::On, user))));
    QVERIFY(isDenied(await(store->operators().add({u"zoe"_s, Role::Admin}, u"kim"_s, Actor(u"o"_s, Role::Operator)))));
    QVERIFY(isDenied(await(store->settings().set(QLatin1StringView(store::setting::parallelRuns), 3, user))));
    QVERIFY(!await(store->automations().get(id))->paused);
    QCOMPARE(await(store->runs().get(run->id))->status, domain::RunStatus::Queued);
    QCOMPARE(lastAction(store), u"run"_s);
}

void StorePeopleTest::whoeverIsBarredChangesNothing()
{
    TempStore store;
    const base::AutomationId id = test::automationIn(store);
    Actor admin(u"kim"_s, Role::Admin, u"window"_s);
    admin.barred = u"The desk is locked."_s;
    const auto refused = await(store->runs().request(id, admin));
    QVERIFY(isDenied(refused));
    QCOMPARE(refused.error().detail, u"The desk is locked."_s);
    QVERIFY(isDenied(await(store->automations().remove(id, admin))));
    QCOMPARE(lastAction(store), u"create"_s);
}

void StorePeopleTest::everyActIsAuditedWithWhereItWasDone()
{
    TempStore store;
    const base::AutomationId id = test::automationIn(store);
    const Actor ann(u"ann"_s, Role::Admin, u"window"_s);
    const auto run = await(store->runs().request(id, ann));
    QVERIFY(await(store->runs().cancel(run->id, ann)));
    QVERIFY(await(store->settings().set(QLatin1StringView(store::setting::parallelRuns), 3, ann)));
    QVERIFY(await(store->secretRecords().noteWritten({u"NAS"_s}, ann)));
    QVERIFY(await(store->secretRecords().noteUsed({u"NAS"_s}, run->id)));
    const auto rows = await(store->audit().page({.limit = 5})).value();
    const QStringList expected{u"use"_s, u"set"_s, u"set_setting"_s, u"cancel"_s, u"run"_s};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QCOMPARE(rows.at(i).action, expected.at(i));
        QCOMPARE(rows.at(i).by.from, i == 0 ? QString() : u"window"_s);
    }
    QVERIFY(rows.at(2).before.contains(u"0"_s) && rows.at(2).after.contains(u"3"_s));
    QVERIFY(await(store->audit().verify()));
    QVERIFY(domain::verifyExport(await(store->audit().exported({})).value().text));
}

void StorePeopleTest::aTokenTakesTheDesk()
{
    TempStore store;
    QVERIFY(await(store->operators().add({u"ann"_s, Role::Operator}, u"kim"_s, u"kim"_s)));
    const QByteArray token = tokenOf(store, u"ann"_s, 1);
    QVERIFY(await(store->operators().hasToken(u"ann"_s)).value());
    QVERIFY(!await(store->operators().hasToken(u"kim"_s)).value());
    const auto who = await(store->operators().signIn(token, u"kim"_s, u"window"_s));
    QCOMPARE(who->name, u"ann"_s);
    QCOMPARE(who->role, Role::Operator); // the lesser of both
    const store::AuditEntry row = await(store->audit().page({.limit = 1})).value().first();
    QCOMPARE(row.action, u"login"_s);
    QCOMPARE(row.by.name, u"ann"_s);
    QVERIFY(!row.detail.contains(QString::fromLatin1(token)));
    QVERIFY(isDenied(await(store->operators().signIn(token + 'x', u"kim"_s, u"window"_s))));
    QVERIFY(isDenied(await(store->operators().signIn({}, u"kim"_s, u"window"_s))));
    store.clock.advance(25h);
    QVERIFY(isDenied(await(store->operators().signIn(token, u"kim"_s, u"window"_s))));
    QVERIFY(!await(store->operators().hasToken(u"ann"_s)).value());
}

void StorePeopleTest::hiddenAutomationsAndTheirRunsStayHidden()
{
    TempStore store;
    domain::Automation secret = test::someAutomation(u"Secret"_s);
    secret.acl = {u"ann"_s};
    secret = await(store->automations().create({secret}, u"kim"_s)).value().first();
    const base::AutomationId open = test::automationIn(store, u"Open"_s);
    QVERIFY(await(store->runs().request(secret.id, u"kim"_s)));
    QVERIFY(await(store->runs().request(open, u"kim"_s)));
    const domain::Operator ann{u"ann"_s, Role::Viewer};
    const domain::Operator vic{u"vic"_s, Role::Operator};
    const auto hidden = [&](const domain::Operator &who) {
        return await(store->automations().hiddenFrom(who)).value();
    };
    const auto seen = [&](const domain::Operator &who) {
        return await(store->runs().page({.seenBy = who, .limit = 0})).value().size();
    };
    QVERIFY(hidden(ann).isEmpty());
    QCOMPARE(hidden(vic), QSet<base::AutomationId>{secret.id});
    QCOMPARE(seen(ann), 2);
    QCOMPARE(seen(vic), 1);
    QCOMPARE(seen({u"kim"_s, Role::Admin}), 2);
    secret.acl.append(u"role:operator"_s);
    secret = await(store->automations().update(secret, u"kim"_s)).value();
    QVERIFY(hidden(vic).isEmpty());
    secret = await(store->automations().restore(secret.id, 1, u"kim"_s)).value();
    QCOMPARE(seen(vic), 1);
    QVERIFY(await(store->automations().remove(secret.id, u"kim"_s)));
    QCOMPARE(seen(vic), 1); // its runs are still nobody else's business
}

void StorePeopleTest::theLastThatWasLetThroughIsCompared()
{
    TempStore store;
    domain::Automation automation = test::someAutomation();
    automation.approval = domain::ApprovalPolicy{};
    automation = await(store->automations().create({automation}, u"kim"_s)).value().first();
    const auto ask = [&] {
        const domain::Run run = await(store->runs().request(automation.id, u"kim"_s)).value();
        await(store->approvals().ask(run.id)).value();
        return await(store->approvals().page({.run = run.id})).value().first().id;
    };
    const auto decide = [&](const domain::ApprovalId &id, domain::Judgement what) {
        QVERIFY(await(store->approvals().decide({id}, {what, u"so"_s}, Actor(u"bob"_s, Role::Operator))));
    };
    const domain::ApprovalId first = ask();
    QVERIFY(!await(store->approvals().comparison(first))->last);
    decide(first, domain::Judgement::Approve);
    automation.params.insert("command"_L1, u"one\ntwo"_s);
    automation = await(store->automations().update(automation, u"kim"_s)).value();
    decide(ask(), domain::Judgement::Reject); // what was refused is nothing to compare with
    const auto compared = await(store->approvals().comparison(ask()));
    QCOMPARE(compared->last->id, first);
    QCOMPARE(compared->changes.size(), 1);
    QCOMPARE(compared->changes.first().field, u"params.command"_s);
    QVERIFY(!compared->changes.first().lines.isEmpty());
}

void StorePeopleTest::calendarsKeepTheirLastGoodCopy()
{
    TempStore store;
    const auto made = domain::subscriptionFromJson({{u"name"_s, u"Holidays"_s}, {u"source"_s, u"/nowhere.ics"_s}});
    const domain::CalendarSubscription one = await(store->calendars().create(*made, u"ann"_s)).value();
    const QByteArray two =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270101T000000Z\nDTEND:20270102T000000Z\n"
        "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20270201T000000Z\nDTEND:20270202T000000Z\n"
        "END:VEVENT\nEND:VCALENDAR\n";
    const auto read = [&](const QByteArray &file) {
        return await(store->calendars().took(one.id, domain::windowsOf(one, file)->windows)).value();
    };
    QCOMPARE(read(two).added, 2);
    const auto again = read(two);
    QCOMPARE(again.added + again.changed + again.removed, 0);
    QVERIFY(await(store->calendars().failed(one.id, u"away"_s)));
    QCOMPARE(await(store->windows().list())->size(), 2);
    domain::CalendarSubscription now = await(store->calendars().get(one.id)).value();
    QCOMPARE(now.error, u"away"_s);
    QVERIFY(now.readAt && now.triedAt);
    QByteArray fewer = two;
    fewer.replace("SUMMARY:B", "SUMMARY:C");
    const auto changed = read(fewer);
    QCOMPARE(changed.added, 1);
    QCOMPARE(changed.removed, 1);
    QVERIFY(await(store->calendars().get(one.id))->error.isEmpty());
    QVERIFY(await(store->calendars().remove(one.id, u"ann"_s)));
    QVERIFY(await(store->windows().list())->isEmpty());
    QCOMPARE(lastAction(store), u"unsubscribe"_s);
}

void StorePeopleTest::windowsOfACalendarAreItsOwn()
{
    TempStore store;
    const auto made = domain::subscriptionFromJson({{u"name"_s, u"Holidays"_s}, {u"source"_s, u"/nowhere.ics"_s}});
    const domain::CalendarSubscription one = await(store->calendars().create(*made, u"ann"_s)).value();
    const QByteArray file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20270101T000000Z\n"
                            "DTEND:20270102T000000Z\nEND:VEVENT\nEND:VCALENDAR\n";
    QVERIFY(await(store->calendars().took(one.id, domain::windowsOf(one, file)->windows)));
    const QString id = await(store->windows().list())->first().id;
    QCOMPARE(await(store->windows().edit(id, {{u"name"_s, u"B"_s}}, u"ann"_s)).error().code, base::ErrorCode::Conflict);
    QCOMPARE(await(store->windows().remove(id, u"ann"_s)).error().code, base::ErrorCode::Conflict);
    // By hand it can be opened, and that stays when the calendar is read again.
    QVERIFY(await(store->windows().activate(id, u"ann"_s)));
    QVERIFY(await(store->calendars().took(one.id, domain::windowsOf(one, file)->windows)));
    QCOMPARE(await(store->windows().get(id))->exceptions.size(), 1);
}

REGISTER_TEST(StorePeopleTest);

#include "test_people.moc"
