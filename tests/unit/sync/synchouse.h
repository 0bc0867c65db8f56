// SPDX-License-Identifier: Apache-2.0
// One connection to a far end in memory: a real store, a real loop, time that the test moves. All on one thread.
#pragma once

#include "app/providers/loopback/loopback.h"
#include "app/store/connections/connections.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"
#include "app/sync/syncloop.h"
#include "tests/support/fakesleepers.h"
#include "tests/support/memorykeychain.h"
#include "tests/support/tempstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace test {

/// Handles events until `done()`; false after a minute, which is no limit but the end of what never comes.
inline bool spinUntil(const std::function<bool()> &done)
{
    QElapsedTimer waited;
    waited.start();
    QTimer beat; // so that waiting for an event ends
    beat.start(20);
    while (!done()) {
        if (waited.hasExpired(60'000)) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// What the future answers; Timeout where it does not.
template <typename T> base::Result<T> got(const QFuture<base::Result<T>> &future)
{
    if (!spinUntil([&future] { return future.isFinished(); }) || future.resultCount() == 0) {
        return base::Error{
            .code = base::ErrorCode::Timeout, .context = {}, .detail = QStringLiteral("no answer"), .field = {}};
    }
    return future.result();
}

class SyncHouse
{
public:
    SyncHouse() { connectAnew(); }
    ~SyncHouse() { stop(); }

    TempStore store;
    MemorySecrets secrets{store.store()};
    FakeSleepers sleepers{store.clock};
    std::shared_ptr<providers::FarEnd> far;
    base::ConnectionId id;
    QList<syncing::PassResult> passes;

    /// Another connection, to a far end of its own, instead of the one there is.
    void connectAnew()
    {
        stop();
        if (!id.isEmpty()) {
            (void)got(store->connections().remove(id, store::Unsent::Discard, QStringLiteral("tester")));
        }
        domain::Connection wanted;
        wanted.name = QStringLiteral("Far %1").arg(++m_farEnds);
        wanted.provider = QStringLiteral("loopback");
        wanted.baseUrl = QUrl(QStringLiteral("https://number%1.loopback.invalid").arg(m_farEnds));
        far = m_loopback.at(wanted.baseUrl, store.clock);
        id = got(store->connections().add(wanted, QStringLiteral("tester")))->id;
        passes.clear();
    }

    /// A loop over the same far end, as a new process would have it.
    void start()
    {
        syncing::Providers all;
        all.push_back(std::make_unique<Lent>(m_loopback));
        loop = std::make_unique<syncing::SyncLoop>(store.store(), std::move(all), store.clock,
                                                   syncing::SyncOptions{.secrets = secrets.get(),
                                                                        .makeSleeper = sleepers.maker(),
                                                                        .chance = [] { return 0.5; }});
        QObject::connect(
            loop.get(), &syncing::SyncLoop::passEnded, loop.get(),
            [this](const base::ConnectionId &, const syncing::PassResult &result) { passes.append(result); });
        loop->start();
    }
    /// As a kill does: nothing is brought to an end.
    void stop() { loop.reset(); }

    /// Until the loop waits for time.
    bool rests()
    {
        QCoreApplication::processEvents();
        return spinUntil([this] { return sleepers.next().has_value(); });
    }
    bool startAndRest()
    {
        start();
        return rests();
    }
    /// Time passes, and the loop rests again.
    bool pass(base::Millis by)
    {
        store.clock.advance(by);
        sleepers.look();
        return rests();
    }
    /// Up to the next look or retry.
    bool passToNext() { return pass(sleepers.next().value_or(base::Millis(0))); }
    /// What was written until now is heard of. A verb answers before its batch is told of, so the second one is
    /// answered when that of the first is over.
    void hears()
    {
        for (int i = 0; i < 2; ++i) {
            (void)got(
                store->automations().remove(base::AutomationId(QStringLiteral("none")), QStringLiteral("tester")));
        }
        QCoreApplication::processEvents();
    }
    /// Handles what the last commits announced, and what follows from it.
    bool settles()
    {
        QCoreApplication::processEvents();
        return rests();
    }

    domain::Connection connection() { return got(store->connections().get(id)).value_or({}); }
    /// Those that live there.
    QList<domain::Automation> automations()
    {
        QList<domain::Automation> all = got(store->automations().list()).value_or({});
        all.removeIf([this](const domain::Automation &automation) { return automation.connectionId != id; });
        return all;
    }
    QList<store::OutboxEntry> outbox() { return got(store->outbox().list(id)).value_or({}); }
    QList<store::Conflict> conflicts() { return got(store->mirrors().conflicts()).value_or({}); }
    /// Those that are there, or are to be.
    QList<domain::Run> runs()
    {
        QList<domain::Run> all = got(store->runs().page({.limit = 0})).value_or({});
        all.removeIf([this](const domain::Run &run) { return run.connectionId != id; });
        return all;
    }
    /// A manual run, as far as an engine takes it.
    base::Result<domain::Run> request(const base::AutomationId &automation)
    {
        TRY(const domain::Run run, got(store->runs().request(automation, QStringLiteral("tester"))));
        return got(store->runs().handOver(run.id));
    }

    std::unique_ptr<syncing::SyncLoop> loop;

private:
    /// The same far ends for every loop of the house.
    class Lent final : public syncing::Provider
    {
    public:
        explicit Lent(const syncing::Provider &provider) : m_provider(provider) {}
        domain::ProviderInfo info() const override { return m_provider.info(); }
        base::Status check(const domain::Connection &connection) const override { return m_provider.check(connection); }
        std::unique_ptr<syncing::Account> open(const syncing::AccountContext &context) const override
        {
            return m_provider.open(context);
        }

    private:
        const syncing::Provider &m_provider;
    };

    providers::Loopback m_loopback;
    int m_farEnds = 0;
};

/// An automation of the far end or of this one.
inline domain::Automation script(const QString &name, const QString &command = QStringLiteral("true"))
{
    domain::Automation automation = someAutomation(name);
    automation.params = {{QStringLiteral("command"), command}};
    return automation;
}

/// Edits the one of this name here.
inline void edit(SyncHouse &house, const QString &name, const std::function<void(domain::Automation &)> &change)
{
    for (domain::Automation automation : house.automations()) {
        if (automation.name == name) {
            change(automation);
            QVERIFY(got(house.store->automations().update(automation, QStringLiteral("tester"))));
        }
    }
}

/// An automation of this machine that lives there from now on.
inline domain::Automation publish(SyncHouse &house, const domain::Automation &automation)
{
    const auto made = got(house.store->automations().create({automation}, QStringLiteral("tester")));
    return got(house.store->mirrors().publish(made->first().id, house.id, QStringLiteral("tester")))
        .value_or(domain::Automation());
}

} // namespace test
