// SPDX-License-Identifier: Apache-2.0
// Which runs and logs go when they have been kept long enough, and which never do.
#include "app/store/retention/retention.h"
#include "tests/support/registry.h"
#include "tests/unit/store/somerows.h"

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::Swept;
using test::await;
using test::TempStore;

namespace {

constexpr std::chrono::days ninetyOne(91);

} // namespace

class RetentionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = std::make_unique<TempStore>(); }
    void cleanup() { m_store.reset(); }

    void runsTooOldGoWithAllThatIsTheirs()
    {
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> old = ended(id, 3);
        later(ninetyOne);
        const QList<base::RunId> fresh = ended(id, 2);
        QCOMPARE(swept(), (Swept{.tooOld = 3}));
        QCOMPARE(left(id), fresh);
        QCOMPARE(await(store().runs().get(old[0])).error().code, ErrorCode::NotFound);
        QCOMPARE(await(store().logs().info(old[0]))->lines, 0);
        QCOMPARE(await(store().logs().info(fresh[0]))->lines, 1);
        QCOMPARE(await(store().runs().counts())->total, 2);
        QVERIFY(await(store().retention().unfinished())->isEmpty());
    }

    void aKeyIsForgottenWithItsRun()
    {
        const base::AutomationId id = automationIn(*m_store);
        const auto ask = [&](const QByteArray &digest) {
            const store::RunKey key{u"k"_s, digest};
            return await(store().runs().request(
                id, u"ann"_s, {.arguments = {}, .id = {}, .overrideReason = {}, .request = {}, .key = key}));
        };
        const QByteArray digest(32, 'd');
        const base::RunId run = ask(digest)->id;
        m_store->reopen();
        QCOMPARE(ask(digest)->id, run);
        QCOMPARE(ask(QByteArray(32, 'e')).error().code, ErrorCode::Conflict);
        QVERIFY(await(store().runs().drop(run, domain::RunStatus::Cancelled, {})));
        ended(id, 1);
        later(ninetyOne);
        QCOMPARE(swept(), (Swept{.tooOld = 1}));
        QVERIFY(ask(QByteArray(32, 'e'))->id != run);
    }

    void theLastRunStaysHoweverOld()
    {
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> runs = ended(id, 2);
        later(ninetyOne);
        swept();
        QCOMPARE(left(id), QList{runs[1]});
        QVERIFY(await(store().automations().remove(id, u"ann"_s)));
        swept();
        QCOMPARE(left(id), QList<base::RunId>());
    }

    void onlySoManyRunsStay()
    {
        set("retention.keep_runs", 3);
        const base::AutomationId id = automationIn(*m_store);
        const base::AutomationId other = automationIn(*m_store, u"Other"_s);
        const QList<base::RunId> runs = ended(id, 250); // More than one step looks at.
        const QList<base::RunId> others = ended(other, 3);
        QCOMPARE(swept(), (Swept{.tooMany = 247}));
        QCOMPARE(left(id), runs.last(3));
        QCOMPARE(left(other), others);
    }

    void anAutomationMayHaveItsOwnRules()
    {
        domain::Automation automation = test::someAutomation();
        automation.retention = {.keepDays = 0, .keepRuns = 2};
        const base::AutomationId id = await(store().automations().create({automation}, u"ann"_s))->first().id;
        const base::AutomationId usual = automationIn(*m_store, u"Usual"_s);
        const QList<base::RunId> runs = ended(id, 4);
        const QList<base::RunId> others = ended(usual, 4);
        later(ninetyOne);
        QCOMPARE(swept(), (Swept{.tooOld = 3, .tooMany = 2}));
        QCOMPARE(left(id), runs.last(2));
        QCOMPARE(left(usual), others.last(1));
    }

    void whatSomebodyNeedsStays()
    {
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> runs = ended(id, 3);
        const domain::Run open = running(*m_store, id);
        QVERIFY(await(store().marks().set(runs[1], {.line = 0, .note = u"look"_s, .madeBy = u"ann"_s, .madeAt = {}})));
        ended(id, 1);
        later(ninetyOne);
        QCOMPARE(swept(), (Swept{.tooOld = 2}));
        QCOMPARE(left(id).size(), 3);
        QVERIFY(left(id).contains(runs[1]) && left(id).contains(open.id));
        QVERIFY(await(store().marks().remove(runs[1], 0)));
        QCOMPARE(swept(), (Swept{.tooOld = 1}));
    }

    void whatAnOpenRunCameOfStays()
    {
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> runs = ended(id, 2);
        const auto again = await(store().runs().again(runs[0], u"ann"_s));
        QVERIFY(again);
        ended(id, 1);
        later(ninetyOne);
        QCOMPARE(swept(), (Swept{.tooOld = 1}));
        QVERIFY(left(id).contains(runs[0]) && !left(id).contains(runs[1]));
    }

    void aClockThatWasSetBackRemovesNothing()
    {
        const base::AutomationId id = automationIn(*m_store);
        later(ninetyOne);
        const QList<base::RunId> runs = ended(id, 4);
        m_store->clock.jump(-std::chrono::duration_cast<base::Millis>(3 * ninetyOne));
        set("retention.keep_runs", 1);
        QCOMPARE(swept(), Swept());
        QCOMPARE(left(id), runs);
        later(4 * ninetyOne);
        QCOMPARE(swept(), (Swept{.tooMany = 3}));
    }

    void logsGoForTheirRoomAndRunsStay()
    {
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> runs = ended(id, 4, 1000);
        const qint64 each = await(store().runs().get(runs[0]))->log.bytes;
        QVERIFY(await(store().marks().set(runs[1], {.line = 0, .note = {}, .madeBy = u"ann"_s, .madeAt = {}})));
        const auto given = await(store().retention().giveUpLogs(2 * each));
        QCOMPARE(*given, (QList{runs[0], runs[2]}));
        QVERIFY(await(store().logs().remove(*given)));
        QVERIFY(await(store().retention().logsGone(*given)));
        QCOMPARE(*await(store().retention().finish()), (Swept{.logs = 2, .bytes = 2 * each}));
        const domain::Run run = *await(store().runs().get(runs[0]));
        QCOMPARE(run.log.removedAt, m_store->clock.now());
        QCOMPARE(run.log.bytes, each);
        QVERIFY(!domain::toJson(run).value(u"log"_s).toObject().value(u"removed_at"_s).toString().isEmpty());
        QCOMPARE(await(store().logs().info(runs[0]))->lines, 0);
        QCOMPARE(await(store().logs().info(runs[1]))->lines, 1000);
        QCOMPARE(await(store().retention().giveUpLogs(1))->size(), 1); // At least one ...
        QVERIFY(await(store().retention().giveUpLogs(1))->isEmpty());  // ... of those that may go.
    }

    void aSweepIsOneRowOfTheAudit()
    {
        set("retention.keep_runs", 1);
        const base::AutomationId id = automationIn(*m_store);
        ended(id, 150);
        const qsizetype before = sweeps().size();
        swept();
        QCOMPARE(sweeps().size(), before + 1);
        QVERIFY(sweeps().first().detail.contains(u"149 runs beyond"_s));
        swept();
        QCOMPARE(sweeps().size(), before + 1); // Nothing was left to do.
    }

    void aSweepThatWasCutShortIsEndedByTheNext()
    {
        set("retention.keep_runs", 1);
        const base::AutomationId id = automationIn(*m_store);
        const QList<base::RunId> runs = ended(id, 3);
        const auto step = await(store().retention().removeRuns({}));
        QCOMPARE(step->removed, runs.first(2));
        m_store->reopen();
        QCOMPARE(await(store().logs().info(runs[0]))->lines, 1);
        const auto unfinished = await(store().retention().unfinished());
        QCOMPARE(QSet<base::RunId>(unfinished->begin(), unfinished->end()),
                 QSet<base::RunId>(step->removed.begin(), step->removed.end()));
        QVERIFY(await(store().logs().remove(*unfinished)));
        QVERIFY(await(store().retention().logsGone(*unfinished)));
        QCOMPARE(swept(), (Swept{.tooMany = 2}));
    }

    void settingsNameWhatIsWrong_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("days") << u"retention.keep_days"_s << QJsonValue(-1);
        QTest::newRow("runs") << u"retention.keep_runs"_s << QJsonValue(1e9);
        QTest::newRow("total") << u"logs.total_mb"_s << QJsonValue(1.5);
        QTest::newRow("run") << u"logs.run_mb"_s << QJsonValue(0);
        QTest::newRow("run, big") << u"logs.run_mb"_s << QJsonValue(2e6);
    }
    void settingsNameWhatIsWrong()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        const auto set = await(store().settings().set(key, value));
        QCOMPARE(set.error().field, key);
        QVERIFY(set.error().detail.contains(u"a whole number from"_s));
    }

private:
    store::Store &store() { return m_store->store(); }
    void set(const char *key, int value) { QVERIFY(await(store().settings().set(QString::fromLatin1(key), value))); }
    void later(std::chrono::days days) { m_store->clock.advance(days); }
    /// Runs that ended now, each with a log.
    QList<base::RunId> ended(const base::AutomationId &id, int count, qint64 lines = 1)
    {
        QList<base::RunId> runs;
        for (int i = 0; i < count; ++i) {
            const domain::Run run = running(*m_store, id);
            const QByteArray bytes = QByteArray("a line of text\n").repeated(lines);
            const auto info = store().logs().append(run.id, {0, bytes, {{lines, store::Stream::Out, run.queuedAt}}});
            domain::RunEnd end;
            end.log = {.lines = lines, .bytes = bytes.size()};
            if (!await(store().runs().finish(run.id, end)) || (i == count - 1 && !await(info))) {
                qFatal("a run can't be made");
            }
            runs.append(run.id);
        }
        return runs;
    }
    /// A whole sweep, as the engine does it.
    Swept swept()
    {
        store::SweepPlace place;
        while (!place.atEnd) {
            const auto step = await(store().retention().removeRuns(place));
            if (!step || !await(store().logs().remove(step->removed)) ||
                !await(store().retention().logsGone(step->removed))) {
                qFatal("a step of the sweep failed");
            }
            place = step->next;
        }
        return *await(store().retention().finish());
    }
    /// Oldest first.
    QList<base::RunId> left(const base::AutomationId &id)
    {
        store::RunQuery query;
        query.automation = id;
        query.limit = 0;
        QList<base::RunId> ids;
        for (const domain::Run &run : await(store().runs().page(query)).value_or({})) {
            ids.prepend(run.id);
        }
        return ids;
    }
    QList<store::AuditEntry> sweeps() { return *await(store().audit().page({.words = u"sweep"_s})); }

    std::unique_ptr<TempStore> m_store;
};

REGISTER_TEST(RetentionTest);
#include "test_retention.moc"
