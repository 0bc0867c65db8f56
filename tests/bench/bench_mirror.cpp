// SPDX-License-Identifier: Apache-2.0
// A remote system of 10,000 automations and 100,000 runs as it is seen for the first time and again without changes:
// how long both take, and that the second time writes no row. Run: bench_mirror [automations] [runs] [folder]
#include "app/store/connections/connections.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int pageSize = 200;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

template <typename Future> void waitFor(const Future &future)
{
    while (!future.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
}

template <typename T> T must(QFuture<base::Result<T>> future)
{
    waitFor(future);
    if (future.resultCount() == 0 || !future.result()) {
        std::fprintf(stderr, "%s\n",
                     future.resultCount() ? qPrintable(future.result().error().message()) : "no answer");
        std::abort();
    }
    return *future.result();
}

void must(QFuture<base::Status> future)
{
    waitFor(future);
    if (future.resultCount() == 0 || !future.result()) {
        std::abort();
    }
}

domain::RemoteAutomation automationAt(int index)
{
    domain::RemoteAutomation remote;
    remote.remoteId = QString::number(index);
    remote.automation.name = u"Automation %1"_s.arg(index);
    remote.automation.description = u"What it is for, in a line as people write it."_s;
    remote.automation.type = u"script"_s;
    remote.automation.params = {{u"command"_s, u"echo %1"_s.arg(index)}};
    remote.automation.remote = {{u"relayerId"_s, index}};
    return remote;
}

domain::RemoteRun runAt(int index, int automations)
{
    domain::RemoteRun remote;
    remote.remoteId = QString::number(index);
    remote.automationRemoteId = QString::number(index % automations);
    remote.status = index % 50 == 0 ? domain::RunStatus::Failed : domain::RunStatus::Done;
    static const base::Instant now = base::SystemClock().now();
    remote.startedAt = now - base::Seconds(10 * (index + 1));
    remote.queuedAt = remote.startedAt;
    remote.finishedAt = *remote.startedAt + base::Millis(500);
    return remote;
}

class Bench
{
public:
    Bench(store::Store &store, int automations, int runs) : m_store(store), m_automations(automations), m_runs(runs)
    {
        domain::Connection connection;
        connection.name = u"Office"_s;
        connection.provider = u"loopback"_s;
        m_connection = must(m_store.connections().add(connection, u"bench"_s)).id;
        domain::AccountFacts facts;
        facts.capabilities.can = domain::allCapabilities();
        facts.capabilities.carries = {u"name"_s, u"description"_s, u"type"_s, u"params"_s};
        must(m_store.connections().setFacts(m_connection, facts));
        QObject::connect(
            &m_store, &store::Store::changed, &m_store,
            [this](const store::Changes &changes) { m_changes += changes.size(); }, Qt::DirectConnection);
    }

    void pass(const char *title)
    {
        m_changes = 0;
        const auto start = Clock::now();
        int news = 0;
        for (int from = 0; from < m_automations; from += pageSize) {
            QList<domain::RemoteAutomation> page;
            for (int i = from; i < std::min(from + pageSize, m_automations); ++i) {
                page.append(automationAt(i));
            }
            const store::SeenAutomations seen = must(m_store.mirrors().see(m_connection, page));
            news += seen.added + seen.changed + seen.conflicts;
        }
        const double automations = since(start);
        for (int from = 0; from < m_runs; from += pageSize) {
            QList<domain::RemoteRun> page;
            for (int i = from; i < std::min(from + pageSize, m_runs); ++i) {
                page.append(runAt(i, m_automations));
            }
            const store::SeenRuns seen = must(m_store.mirrors().seeRuns(m_connection, page));
            news += seen.added + seen.changed;
        }
        const double all = since(start);
        must(m_store.connections().setStanding(m_connection, {.sawEverything = true}));
        std::printf("%-7s automations %7.2f s  runs %7.2f s  rows that are news %7d  changes announced %lld\n", title,
                    automations, all - automations, news, static_cast<long long>(m_changes));
    }

private:
    store::Store &m_store;
    int m_automations;
    int m_runs;
    base::ConnectionId m_connection;
    std::atomic<qint64> m_changes{0};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList given = application.arguments();
    const QTemporaryDir temporary;
    const base::SystemClock clock;
    store::Store store(given.value(3, temporary.path() + u"/workspace"_s), clock);
    must(store.open());
    Bench bench(store, given.value(1, u"10000"_s).toInt(), given.value(2, u"100000"_s).toInt());
    bench.pass("first");
    bench.pass("second");
    store.close();
    return 0;
}
