// SPDX-License-Identifier: Apache-2.0
#include "app/domain/sync/automationmerge.h"
#include "tests/support/registry.h"
#include "tests/unit/domain/sync/randomautomation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Automation;
using domain::AutomationMerge;
using domain::Fate;
using domain::FieldConflict;
using domain::Side;

namespace {

const QStringList carries{u"name"_s, u"description"_s, u"tags"_s,      u"type"_s,   u"params"_s,   u"triggers"_s,
                          u"env"_s,  u"arguments"_s,   u"timeout_s"_s, u"paused"_s, u"approval"_s, u"acl"_s};

Automation script(const QString &command)
{
    Automation automation;
    automation.id = base::AutomationId(u"auto_here"_s);
    automation.version = 7;
    automation.name = u"Backup"_s;
    automation.type = u"script"_s;
    automation.params = {{u"command"_s, command}};
    return automation;
}

Automation with(Automation automation, const std::function<void(Automation &)> &edit)
{
    edit(automation);
    return automation;
}

QStringList fieldsOf(const QList<FieldConflict> &conflicts)
{
    QStringList fields;
    for (const FieldConflict &conflict : conflicts) {
        fields.append(domain::fieldText(conflict));
    }
    return fields;
}

QHash<QString, Side> all(const QList<FieldConflict> &conflicts, Side side)
{
    QHash<QString, Side> choices;
    for (const FieldConflict &conflict : conflicts) {
        choices.insert(domain::fieldText(conflict), side);
    }
    return choices;
}

} // namespace

class TestAutomationMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOneSideChangedIsTaken();
    void whatBothChangedOtherwiseIsAConflict();
    void listsOfTagsAreMergedByEntry();
    void triggersAreMergedByEntryWhileNoneCameOrWent();
    void aTypeGoesWithItsParams();
    void whatTheSystemDoesNotCarryStays();
    void theirUnknownFieldsFollowThem();
    void whatDoesNotGoTogetherIsAConflict();
    void withoutABaseEveryDifferenceIsAConflict();
    void aChoiceIsNeededForEachConflict();
    void conflictsAreWrittenAndRead();
    void whatASystemKeepsOtherwiseIsSoHere();
    void removalsAndEdits_data();
    void removalsAndEdits();
    void publishingNamesWhatIsLost();
    void anEndStays();
    void randomOnesKeepEveryPromise();

private:
    void holds(const Automation &base, const Automation &local, const Automation &remote);
    void holdsFieldByField(const Automation &base, const Automation &local, const Automation &remote);
    void resolvingConverges(const AutomationMerge &merge, const Automation &remote, Side side);
};

void TestAutomationMerge::whatOneSideChangedIsTaken()
{
    const Automation base = script(u"a"_s);
    const Automation local = with(base, [](Automation &a) { a.description = u"mine"_s; });
    const Automation remote = with(base, [](Automation &a) {
        a.params.insert(u"command"_s, u"b"_s);
        a.env.insert(u"X"_s, u"1"_s);
        a.id = {};
        a.version = 0;
    });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(merge.conflicts, QList<FieldConflict>());
    QCOMPARE(merge.merged.description, u"mine"_s);
    QCOMPARE(merge.merged.params.value("command"_L1).toString(), u"b"_s);
    QCOMPARE(merge.merged.env.value(u"X"_s), u"1"_s);
    QCOMPARE(merge.merged.id.text(), u"auto_here"_s);
    QCOMPARE(merge.merged.version, 7);
    QVERIFY(merge.changesHere);
    QVERIFY(merge.changesThere);
}

void TestAutomationMerge::whatBothChangedOtherwiseIsAConflict()
{
    const Automation base = script(u"a"_s);
    const Automation local = with(base, [](Automation &a) {
        a.params = {{u"command"_s, u"mine"_s}, {u"pty"_s, true}};
        a.name = u"Same"_s;
    });
    const Automation remote = with(base, [](Automation &a) {
        a.params = {{u"command"_s, u"theirs"_s}};
        a.name = u"Same"_s;
    });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(merge.conflicts, (QList<FieldConflict>{{{u"params"_s, u"command"_s}, u"a"_s, u"mine"_s, u"theirs"_s}}));
    QCOMPARE(merge.merged, local);
}

void TestAutomationMerge::listsOfTagsAreMergedByEntry()
{
    const Automation base = with(script(u"a"_s), [](Automation &a) { a.tags = {u"one"_s, u"two"_s}; });
    const Automation local = with(base, [](Automation &a) { a.tags = {u"two"_s, u"mine"_s}; });
    const Automation remote = with(base, [](Automation &a) { a.tags = {u"one"_s, u"two"_s, u"theirs"_s}; });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(merge.conflicts, QList<FieldConflict>());
    QCOMPARE(merge.merged.tags, (QStringList{u"two"_s, u"mine"_s, u"theirs"_s}));
}

void TestAutomationMerge::triggersAreMergedByEntryWhileNoneCameOrWent()
{
    const auto watch = [](const QStringList &paths) {
        QList<domain::Trigger> triggers;
        for (const QString &path : paths) {
            triggers.append(domain::FileChange{.path = path, .settleMs = 1000});
        }
        return triggers;
    };
    const auto watching = [&watch](const QStringList &paths) {
        return with(script(u"a"_s), [&](Automation &a) { a.triggers = watch(paths); });
    };
    const Automation base = watching({u"/a"_s, u"/b"_s});
    const AutomationMerge apart =
        domain::merge(base, watching({u"/mine"_s, u"/b"_s}), watching({u"/a"_s, u"/theirs"_s}), carries);
    QCOMPARE(apart.conflicts, QList<FieldConflict>());
    QCOMPARE(apart.merged.triggers, watch({u"/mine"_s, u"/theirs"_s}));
    const AutomationMerge same =
        domain::merge(base, watching({u"/mine"_s, u"/b"_s}), watching({u"/theirs"_s, u"/b"_s}), carries);
    QCOMPARE(fieldsOf(same.conflicts), QStringList{u"triggers[0]"_s});
    const AutomationMerge gone = domain::merge(base, watching({u"/b"_s}), watching({u"/theirs"_s, u"/b"_s}), carries);
    QCOMPARE(fieldsOf(gone.conflicts), QStringList{u"triggers"_s});
}

void TestAutomationMerge::aTypeGoesWithItsParams()
{
    const Automation base = script(u"a"_s);
    const Automation local = with(base, [](Automation &a) { a.params.insert(u"pty"_s, true); });
    const Automation remote = with(base, [](Automation &a) {
        a.type = u"http"_s;
        a.params = {{u"url"_s, u"http://localhost"_s}};
    });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(fieldsOf(merge.conflicts), (QStringList{u"type"_s, u"params"_s}));
    QCOMPARE(merge.merged, local);
    const base::Result<Automation> theirs =
        domain::resolved(merge.merged, merge.conflicts, all(merge.conflicts, Side::Remote));
    QVERIFY(theirs);
    QCOMPARE(theirs->params, remote.params);
    QCOMPARE(domain::merge(base, base, remote, carries).merged.params, remote.params);
}

void TestAutomationMerge::whatTheSystemDoesNotCarryStays()
{
    const Automation base = script(u"a"_s);
    const Automation local = with(base, [](Automation &a) { a.icon = u"fa-database"_s; });
    const Automation remote = with(base, [](Automation &a) { a.maxQueued = 3; });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(merge.merged, local);
    QVERIFY(!merge.changesHere);
    QVERIFY(!merge.changesThere);
}

void TestAutomationMerge::theirUnknownFieldsFollowThem()
{
    const Automation base = with(script(u"a"_s), [](Automation &a) { a.remote = {{u"relayerId"_s, 1}}; });
    const Automation remote = with(base, [](Automation &a) {
        a.remote = {{u"relayerId"_s, 2}, {u"new"_s, QJsonArray{1, u"x"_s}}};
    });
    QCOMPARE(domain::merge(base, base, remote, carries).merged.remote, remote.remote);
    QCOMPARE(domain::mergeWithoutBase(script(u"a"_s), remote, carries).merged.remote, remote.remote);
}

void TestAutomationMerge::whatDoesNotGoTogetherIsAConflict()
{
    const Automation base = script(u"a"_s);
    const Automation local =
        with(base, [](Automation &a) { a.triggers = {domain::FileChange{.path = u"/a"_s, .settleMs = 1000}}; });
    const Automation remote =
        with(base, [](Automation &a) { a.arguments = {domain::Argument{.name = u"host"_s, .required = true}}; });
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    QCOMPARE(fieldsOf(merge.conflicts), (QStringList{u"arguments"_s, u"triggers"_s}));
    QCOMPARE(merge.merged, local);
    // One of each can't be had together either.
    QVERIFY(!domain::resolved(merge.merged, merge.conflicts,
                              {{u"arguments"_s, Side::Remote}, {u"triggers"_s, Side::Local}}));
    QVERIFY(domain::resolved(merge.merged, merge.conflicts, all(merge.conflicts, Side::Remote)));
}

void TestAutomationMerge::withoutABaseEveryDifferenceIsAConflict()
{
    const Automation local = script(u"mine"_s);
    const Automation remote = with(script(u"theirs"_s), [](Automation &a) { a.description = u"there"_s; });
    const AutomationMerge merge = domain::mergeWithoutBase(local, remote, carries);
    QCOMPARE(fieldsOf(merge.conflicts), (QStringList{u"description"_s, u"params"_s}));
    QCOMPARE(merge.merged, local);
    QCOMPARE(domain::mergeWithoutBase(local, local, carries).conflicts, QList<FieldConflict>());
}

void TestAutomationMerge::aChoiceIsNeededForEachConflict()
{
    const Automation base = script(u"a"_s);
    const AutomationMerge merge = domain::merge(base, script(u"mine"_s), script(u"theirs"_s), carries);
    const base::Result<Automation> none = domain::resolved(merge.merged, merge.conflicts, {});
    QVERIFY(!none);
    QCOMPARE(none.error().field, u"params.command"_s);
    const base::Result<Automation> other =
        domain::resolved(merge.merged, merge.conflicts, {{u"params.command"_s, Side::Local}, {u"name"_s, Side::Local}});
    QVERIFY(!other);
    QCOMPARE(other.error().field, u"name"_s);
}

void TestAutomationMerge::conflictsAreWrittenAndRead()
{
    const QList<FieldConflict> conflicts{
        {{u"params"_s, u"headers"_s, u"X.Y"_s}, QJsonValue(QJsonValue::Undefined), QJsonValue(), QJsonArray{1}},
        {{u"name"_s}, u"a"_s, u"b"_s, u"c"_s}};
    QCOMPARE(domain::conflictsFromJson(domain::toJson(conflicts)), conflicts);
}

void TestAutomationMerge::whatASystemKeepsOtherwiseIsSoHere()
{
    const Automation sent = script(u"  trimmed "_s);
    const Automation kept = script(u"trimmed"_s);
    const Automation meanwhile = with(sent, [](Automation &a) { a.description = u"meanwhile"_s; });
    const Automation here = domain::afterSending(sent, meanwhile, kept, carries);
    QCOMPARE(here.params, kept.params);
    QCOMPARE(here.description, u"meanwhile"_s);
    QCOMPARE(domain::afterSending(sent, script(u"edited"_s), kept, carries).params, script(u"edited"_s).params);
}

void TestAutomationMerge::removalsAndEdits_data()
{
    QTest::addColumn<QString>("sides"); // base, local, remote: 0 is not there, the same letter is the same
    QTest::addColumn<int>("fate");
    const auto row = [](const char *sides, Fate fate) {
        QTest::newRow(sides) << QString::fromLatin1(sides) << static_cast<int>(fate);
    };
    row("aaa", Fate::Merge);
    row("0ab", Fate::Merge);
    row("00a", Fate::AddHere);
    row("0a0", Fate::AddThere);
    row("aa0", Fate::RemoveHere);
    row("ab0", Fate::EditedHere);
    row("a0a", Fate::RemoveThere);
    row("a0b", Fate::EditedThere);
    row("a00", Fate::Forget);
    row("000", Fate::Forget);
}

void TestAutomationMerge::removalsAndEdits()
{
    QFETCH(const QString, sides);
    const Automation a = script(u"a"_s);
    const Automation b = script(u"b"_s);
    const auto copy = [&](qsizetype i) { return sides.at(i) == u'a' ? &a : sides.at(i) == u'b' ? &b : nullptr; };
    const Fate fate = domain::fateOf({.base = copy(0), .local = copy(1), .remote = copy(2)}, carries);
    QTEST(static_cast<int>(fate), "fate");
}

void TestAutomationMerge::publishingNamesWhatIsLost()
{
    const Automation automation = with(script(u"a"_s), [](Automation &a) {
        a.icon = u"fa-database"_s;
        a.maxParallel = 2;
        a.description = u"kept"_s;
    });
    QCOMPARE(domain::lostFields(automation, carries), (QStringList{u"icon"_s, u"max_parallel"_s}));
    QCOMPARE(domain::lostFields(script(u"a"_s), carries), QStringList());
}

void TestAutomationMerge::anEndStays()
{
    using enum domain::RunStatus;
    for (const domain::RunStatus from : domain::allStatuses()) {
        for (const domain::RunStatus to : domain::allStatuses()) {
            QCOMPARE(domain::onwards(from, to), domain::isFinal(from) ? from : to);
        }
    }
}

void TestAutomationMerge::randomOnesKeepEveryPromise()
{
    const int rounds = qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 500 : 100'000;
    test::RandomAutomations random(1);
    int conflicts = 0;
    for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i) {
        const Automation base = random.one();
        const Automation local = random.edited(base, 4);
        const Automation remote = random.edited(base, 4);
        holds(base, local, remote);
        holdsFieldByField(base, local, remote);
        const AutomationMerge merge = domain::merge(base, local, remote, carries);
        conflicts += merge.conflicts.isEmpty() ? 0 : 1;
        resolvingConverges(merge, remote, Side::Local);
        resolvingConverges(merge, remote, Side::Remote);
    }
    QVERIFY2(conflicts > rounds / 20 && conflicts < rounds * 19 / 20, "chance made hardly any, or only conflicts");
}

void TestAutomationMerge::holds(const Automation &base, const Automation &local, const Automation &remote)
{
    // Only one side changed anything.
    QVERIFY(domain::sameThere(domain::merge(base, base, remote, carries).merged, remote, carries));
    QVERIFY(domain::merge(base, base, remote, carries).conflicts.isEmpty());
    QCOMPARE(domain::merge(base, local, base, carries).merged, local);
    // Both changed the same.
    QVERIFY(domain::merge(base, local, local, carries).conflicts.isEmpty());

    const AutomationMerge here = domain::merge(base, local, remote, carries);
    const AutomationMerge there = domain::merge(base, remote, local, carries);
    QCOMPARE(fieldsOf(here.conflicts), fieldsOf(there.conflicts));
    const auto oursHere = domain::resolved(here.merged, here.conflicts, all(here.conflicts, Side::Local));
    const auto oursThere = domain::resolved(there.merged, there.conflicts, all(there.conflicts, Side::Remote));
    QVERIFY(oursHere && oursThere);
    QVERIFY(domain::sameThere(*oursHere, *oursThere, carries));

    // Done again it is as it was.
    const AutomationMerge again = domain::merge(base, here.merged, remote, carries);
    QCOMPARE(again.merged, here.merged);
    QCOMPARE(again.conflicts, here.conflicts);
    QVERIFY(!again.changesHere);
}

/// No edit of either side is lost without being named: an oracle that knows nothing of merging.
void TestAutomationMerge::holdsFieldByField(const Automation &base, const Automation &local, const Automation &remote)
{
    const AutomationMerge merge = domain::merge(base, local, remote, carries);
    const QJsonObject b = domain::toJson(base);
    const QJsonObject l = domain::toJson(local);
    const QJsonObject r = domain::toJson(remote);
    const QJsonObject m = domain::toJson(merge.merged);
    QSet<QString> inConflict;
    for (const FieldConflict &conflict : merge.conflicts) {
        inConflict.insert(conflict.path.first());
    }
    for (auto it = m.constBegin(); it != m.constEnd(); ++it) {
        const QString field = it.key();
        if (!carries.contains(field)) {
            QCOMPARE(it.value(), l.value(field));
        } else if (l.value(field) != b.value(field) && r.value(field) == b.value(field)) {
            QCOMPARE(it.value(), l.value(field));
        } else if (l.value(field) == b.value(field) && r.value(field) != b.value(field)) {
            QVERIFY(it.value() == r.value(field) || inConflict.contains(field));
        } else if (!l.value(field).isObject() && !l.value(field).isArray() && l.value(field) != r.value(field)) {
            QVERIFY(inConflict.contains(field));
            QCOMPARE(it.value(), l.value(field));
        }
    }
}

void TestAutomationMerge::resolvingConverges(const AutomationMerge &merge, const Automation &remote, Side side)
{
    const auto chosen = domain::resolved(merge.merged, merge.conflicts, all(merge.conflicts, side));
    if (!chosen) {
        // What only one side changed does not go with what the other did: then ours can be had as it was.
        QCOMPARE(side, Side::Remote);
        return;
    }
    const AutomationMerge after = domain::merge(remote, *chosen, remote, carries);
    QVERIFY(after.conflicts.isEmpty());
    QCOMPARE(after.merged, *chosen);
    // Once it is sent, both sides are the same.
    QVERIFY(!domain::merge(*chosen, *chosen, *chosen, carries).changesThere);
}

REGISTER_TEST(TestAutomationMerge);
#include "test_automationmerge.moc"
