// SPDX-License-Identifier: Apache-2.0
// Maintenance windows of a remote system: seen, kept for when it can't be reached, and without a say about runs here.
#include "app/store/mirrors/windowsthere.h"
#include "tests/support/registry.h"
#include "tests/unit/sync/synchouse.h"

using namespace Qt::StringLiterals;
using providers::Fault;
using test::got;
using test::SyncHouse;

namespace {

syncing::RemoteWindow freeze(const QString &remoteId, const QString &name)
{
    syncing::RemoteWindow remote{.remoteId = remoteId, .active = true};
    remote.window = domain::windowFromJson(QJsonObject{{u"name"_s, name},
                                                       {u"start"_s, u"2026-10-20T00:00:00"_s},
                                                       {u"end"_s, u"2026-11-20T00:00:00"_s},
                                                       {u"timezone"_s, u"UTC"_s}})
                        .value();
    return remote;
}

QStringList names(SyncHouse &house)
{
    QStringList all;
    for (const store::WindowThere &there : got(house.store->mirrors().windows()).value_or({})) {
        all.append(there.window.name);
    }
    return all;
}

} // namespace

class TestWindowLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreKeptForWhenTheSystemIsAway();
    void onlyWhatChangedIsWritten();
    void theyDecideNothingHere();
    void oneWithoutAnIdIsPassedOver();
    void theyGoWithTheirConnection();
};

void TestWindowLook::theyAreKeptForWhenTheSystemIsAway()
{
    SyncHouse house;
    house.far->windows = {freeze(u"7"_s, u"Reboot"_s), freeze(u"8"_s, u"Audit"_s)};
    QVERIFY(house.startAndRest());
    QCOMPARE(names(house), (QStringList{u"Audit"_s, u"Reboot"_s}));
    const store::WindowThere audit = got(house.store->mirrors().windows())->first();
    QCOMPARE(audit.window.id, house.id.text() + u"/8"_s);
    QVERIFY(audit.open);
    house.far->faults = [](const QString &) { return Fault::Refused; };
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(house.rests());
    QCOMPARE(names(house).size(), 2);
    house.far->faults = {};
    house.far->windows = {freeze(u"7"_s, u"Reboot twice"_s)};
    QVERIFY(house.passToNext());
    QCOMPARE(names(house), QStringList{u"Reboot twice"_s});
}

void TestWindowLook::onlyWhatChangedIsWritten()
{
    SyncHouse house;
    house.far->windows = {freeze(u"7"_s, u"Reboot"_s)};
    QVERIFY(house.startAndRest());
    QVERIFY(test::spinUntil([&house] { return house.connection().syncedAt.has_value(); }));
    QVERIFY(house.settles());
    qsizetype told = 0;
    QObject::connect(
        &house.store.store(), &store::Store::changed, this,
        [&told](const store::Changes &changes) {
            told += std::count_if(changes.begin(), changes.end(),
                                  [](const store::Change &change) { return change.table == store::Table::Windows; });
        },
        Qt::QueuedConnection);
    const qsizetype before = house.passes.size();
    QVERIFY(house.loop->syncNow(house.id));
    QVERIFY(test::spinUntil([&house, before] { return house.passes.size() > before; }));
    QVERIFY(house.settles());
    QCOMPARE(told, 0);
}

/// Over all and blocking everything: a run of this machine is none of its business.
void TestWindowLook::theyDecideNothingHere()
{
    SyncHouse house;
    house.far->windows = {freeze(u"7"_s, u"Reboot"_s)};
    QVERIFY(house.startAndRest());
    QCOMPARE(names(house).size(), 1);
    QVERIFY(got(house.store->windows().list())->isEmpty());
    QVERIFY(got(house.store->forecasts().input())->maintenance.isEmpty());
}

void TestWindowLook::oneWithoutAnIdIsPassedOver()
{
    SyncHouse house;
    house.far->windows = {freeze({}, u"Nameless"_s), freeze(u"7"_s, u"Reboot"_s)};
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"can't be shown: Nameless: "_s));
    QVERIFY(house.startAndRest());
    QCOMPARE(names(house), QStringList{u"Reboot"_s});
    QVERIFY(house.passes.last().status);
}

void TestWindowLook::theyGoWithTheirConnection()
{
    SyncHouse house;
    house.far->windows = {freeze(u"7"_s, u"Reboot"_s)};
    QVERIFY(house.startAndRest());
    QCOMPARE(names(house).size(), 1);
    house.connectAnew();
    QVERIFY(names(house).isEmpty());
}

REGISTER_TEST(TestWindowLook);

#include "test_windowlook.moc"
