// SPDX-License-Identifier: Apache-2.0
// Rows of a store: what a commit costs alone and shared, and what a page costs among few and many runs. First argument:
// how many runs (default 100000).
#include "app/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(const QFuture<base::Result<T>> &future)
{
    const base::Result<T> result = future.result(); // waits; the verbs do not need this thread
    if (!result) {
        qFatal("%s", qPrintable(result.error().message()));
    }
    return *result;
}

double millisOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void fill(store::Store &store, const domain::Automation &automation, int from, int to)
{
    constexpr int batch = 10000;
    for (int first = from; first < to; first += batch) {
        QList<domain::Run> runs;
        for (int i = first; i < std::min(first + batch, to); ++i) {
            domain::Run run;
            run.automationId = automation.id;
            run.automationName = automation.name;
            run.automationVersion = 1;
            run.trigger = domain::TriggerKind::Schedule;
            run.plannedFor = base::fromMillis(60000LL * i);
            run.status = domain::RunStatus::Skipped;
            runs.append(run);
        }
        must(store.runs().plan(runs, {}));
    }
}

void measurePages(store::Store &store, const domain::Automation &automation, const char *when)
{
    constexpr int times = 100;
    const auto page = [&store](const store::RunQuery &query) { return must(store.runs().page(query)); };
    const base::RunId oldest = page({.limit = 0}).value(100).id;
    const auto report = [when](const char *what, double millis) {
        std::printf("%-8s %-34s %9.3f ms\n", when, what, millis);
    };
    const auto mean = [&page](const store::RunQuery &query) {
        return millisOf([&page, &query] {
                   for (int i = 0; i < times; ++i) {
                       page(query);
                   }
               }) /
               times;
    };
    report("newest 100", mean({}));
    report("100 of one automation", mean({.automation = automation.id}));
    report("100 before another", mean({.before = oldest}));
    report("counts", millisOf([&store] {
                         for (int i = 0; i < times; ++i) {
                             must(store.runs().counts());
                         }
                     }) / times);
    report("a word nobody has, all searched", millisOf([&page] { page({.words = u"nowhere"_s}); }));
    report("a status nobody has, all searched", millisOf([&page] { page({.statuses = {domain::RunStatus::Failed}}); }));
}

void measureCommits(store::Store &store, const domain::Automation &automation)
{
    constexpr int count = 500;
    const double alone = millisOf([&] {
        for (int i = 0; i < count; ++i) {
            must(store.runs().request(automation.id, u"bench"_s));
        }
    });
    const double shared = millisOf([&] {
        QList<QFuture<base::Result<domain::Run>>> futures;
        for (int i = 0; i < count; ++i) {
            futures.append(store.runs().request(automation.id, u"bench"_s));
        }
        for (const auto &future : futures) {
            must(future);
        }
    });
    std::printf("%d requests one after the other %.1f ms, at once %.1f ms: %.1f times\n", count, alone, shared,
                alone / shared);
}

void measure(store::Store &store, int runs)
{
    domain::Automation automation;
    automation.name = u"Bench"_s;
    automation.type = u"script"_s;
    automation = must(store.automations().create({automation}, u"bench"_s)).first();
    measureCommits(store, automation);
    constexpr int few = 1000;
    fill(store, automation, 0, few);
    measurePages(store, automation, "few");
    std::printf("%d runs planned in %.0f ms\n", runs, millisOf([&] { fill(store, automation, few, runs); }));
    measurePages(store, automation, "many");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int runs = argc > 1 ? application.arguments().at(1).toInt() : 100000;
    const QTemporaryDir folder;
    const base::SystemClock clock;
    store::Store store(folder.path(), clock);
    store.open().then(&store, [&store, runs](const base::Status &opened) {
        if (!opened) {
            qFatal("%s", qPrintable(opened.error().message()));
        }
        measure(store, runs);
        QCoreApplication::quit();
    });
    const int code = application.exec();
    store.close();
    return code;
}
