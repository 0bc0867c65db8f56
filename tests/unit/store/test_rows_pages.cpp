// SPDX-License-Identifier: Apache-2.0
// Reading runs: words, filters, pages by key and histories.
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"
#include "tests/unit/store/somerows.h"

using namespace Qt::StringLiterals;
using domain::Run;
using domain::RunStatus;
using test::automationIn;
using test::await;
using test::planned;
using test::running;
using test::TempStore;

namespace {

class RowsPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsMatchWhateverTheCase_data();
    void wordsMatchWhateverTheCase();
    void filtersNarrowThePage();
    void pagesByKeyCoverTenThousandRunsOnce();
    void historiesAreNewestFirst();
    void forecastsKnowWhatIsStored();
};

void RowsPagesTest::wordsMatchWhateverTheCase_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("found");
    QTest::newRow("name") << u"übung"_s << 1;
    QTest::newRow("other case") << u"ÜBUNG"_s << 1;
    QTest::newRow("all words") << u"  100%   übung "_s << 1;
    QTest::newRow("one word missing") << u"übung nothing"_s << 0;
    QTest::newRow("percent is itself") << u"%"_s << 1;
    QTest::newRow("underscore is itself") << u"1_0"_s << 0;
    QTest::newRow("quote") << u"'; DROP TABLE run"_s << 0;
    QTest::newRow("id") << u"RUN_"_s << 2;
    QTest::newRow("none") << QString() << 2;
}

void RowsPagesTest::wordsMatchWhateverTheCase()
{
    QFETCH(QString, words);
    TempStore store;
    const auto run = await(store->runs().request(automationIn(store, u"Übung 100%"_s), u"ann"_s));
    QVERIFY(run);
    QVERIFY(await(store->runs().request(automationIn(store, u"Other"_s), u"ann"_s)));
    QTEST(static_cast<int>(await(store->runs().page({.words = words}))->size()), "found");
}

void RowsPagesTest::filtersNarrowThePage()
{
    TempStore store;
    const base::AutomationId one = automationIn(store);
    const base::AutomationId two = automationIn(store, u"Other"_s);
    const Run run = running(store, one);
    QVERIFY(await(store->runs().finish(run.id, {.status = RunStatus::Failed})));
    QVERIFY(await(store->runs().request(one, u"ann"_s)));
    QVERIFY(await(store->runs().request(two, u"ann"_s)));
    auto &runs = store->runs();
    QCOMPARE(await(runs.page({}))->size(), 3);
    QCOMPARE(await(runs.page({.automation = one}))->size(), 2);
    QCOMPARE(await(runs.page({.statuses = {RunStatus::Failed}}))->value(0).id, run.id);
    QCOMPARE(await(runs.page({.statuses = {RunStatus::Failed, RunStatus::Queued}}))->size(), 3);
    QCOMPARE(await(runs.page({.automation = two, .statuses = {RunStatus::Failed}}))->size(), 0);
    QCOMPARE(await(runs.page({.limit = 1}))->size(), 1);
}

void RowsPagesTest::pagesByKeyCoverTenThousandRunsOnce()
{
    constexpr int all = 10000;
    TempStore store;
    const base::AutomationId automation = automationIn(store);
    QList<Run> plan;
    for (int i = 0; i < all; ++i) {
        plan.append(planned(automation, i, RunStatus::Skipped));
    }
    const auto inserted = await(store->runs().plan(plan, {}));
    QCOMPARE(inserted->size(), all);
    QList<base::RunId> seen;
    store::RunQuery query{.limit = 777};
    for (;;) {
        const auto page = await(store->runs().page(query));
        QVERIFY(page);
        for (const Run &run : *page) {
            seen.append(run.id);
        }
        if (page->size() < query.limit) {
            break;
        }
        query.before = page->last().id;
        // What is made meanwhile is newer and does not push the pages about.
        QVERIFY(await(store->runs().request(automation, u"ann"_s)));
    }
    QCOMPARE(seen.size(), all);
    for (int i = 0; i < all; ++i) {
        QCOMPARE(seen.at(i), inserted->at(all - 1 - i).id);
    }
}

void RowsPagesTest::historiesAreNewestFirst()
{
    TempStore store;
    const base::AutomationId one = automationIn(store);
    const base::AutomationId two = automationIn(store, u"Other"_s);
    QList<base::RunId> ids;
    for (int i = 0; i < 5; ++i) {
        ids.prepend(await(store->runs().request(one, u"ann"_s))->id);
    }
    const auto histories = await(store->runs().histories({one, two}, 3));
    QVERIFY(histories);
    QCOMPARE(histories->value(one).size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(histories->value(one).at(i).id, ids.at(i));
    }
    QVERIFY(histories->value(two).isEmpty());
}

void RowsPagesTest::forecastsKnowWhatIsStored()
{
    TempStore store;
    const base::AutomationId known = automationIn(store);
    const base::AutomationId fresh = automationIn(store, u"Other"_s);
    // The last twenty that are done take 21…40 s; the older ones and the failed one have no say.
    for (int second = 1; second <= 41; ++second) {
        const domain::Run run = running(store, known);
        store.clock.advance(base::Seconds(second));
        const domain::RunStatus end = second > 40 ? domain::RunStatus::Failed : domain::RunStatus::Done;
        QVERIFY(await(store->runs().finish(run.id, {.status = end})));
    }
    const domain::Run goes = running(store, fresh);
    QVERIFY(await(store->runs().request(known, u"ann"_s)));
    QVERIFY(await(store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 7)));
    const auto input = await(store->forecasts().input());
    QVERIFY(input);
    QCOMPARE(input->automations.size(), 2);
    QCOMPARE(input->durations.size(), 1);
    QCOMPARE(input->durations.value(known), base::Seconds(30));
    QCOMPARE(input->globalLimit, 7);
    QCOMPARE(input->open.size(), 2);
    QCOMPARE(input->open.first().automation, fresh);
    QCOMPARE(input->open.first().startedAt, goes.startedAt);
    QCOMPARE(input->open.last().automation, known);
    QVERIFY(!input->open.last().startedAt);
}

REGISTER_TEST(RowsPagesTest);

} // namespace

#include "test_rows_pages.moc"
