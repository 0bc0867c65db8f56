// SPDX-License-Identifier: Apache-2.0
// Keeps one connection: opens its account, looks there and sends what waits, and decides when next. How it stands and
// what it waits for is told to the store each time.
#pragma once

#include "app/sync/credentials.h"
#include "app/sync/logfollower.h"
#include "app/sync/pace.h"
#include "app/sync/pass.h"
#include "app/sync/sleeper.h"

#include <memory>

namespace store {
struct Standing;
}

namespace syncing {

struct SyncOptions
{
    secrets::SecretStore *secrets = nullptr; ///< Outlives the loop. Without it credentials are empty.
    MakeSleeper makeSleeper = [] { return std::make_unique<TimerSleeper>(); };
    std::function<double()> chance; ///< From 0 to 1; by chance where not given.
};

/// Lives on the engine thread.
class Syncer final : public QObject
{
    Q_OBJECT

public:
    /// `store`, `clock` and `provider` outlive it.
    Syncer(store::Store &store, const base::Clock &clock, const Provider &provider, const SyncOptions &options);
    ~Syncer() override;

    /// What people say of it, and how the store has it stand: at first, and after every change of its row.
    void setConnection(const domain::Connection &connection);
    /// Something may wait to be sent.
    void wake();
    /// A full look now, whatever it waits for. Conflict where it is paused.
    base::Status syncNow();
    /// One of ProviderInfo::actions; see domain::RemoteActions. Unavailable while no account is open.
    Answer<QJsonValue> act(const QString &action, const QJsonObject &fields, const domain::Actor &by);

Q_SIGNALS:
    void passEnded(const syncing::PassResult &result);

private:
    using Monotonic = std::chrono::nanoseconds;

    void open();
    void onFound(const Credential &credential);
    void onMissing(const base::Error &error);
    void close();
    void begin(Depth depth);
    void onPassFinished(const PassResult &result);
    void onWorked(const PassResult &result);
    void onFailed(const PassResult &result);
    void askForLogin(const base::Error &error);
    void goOn();
    void lookNow();
    void rest();
    void onWoke();
    void lookIn(base::Millis pause) { m_lookDue = m_clock.monotonic() + pause; }
    void tell(store::Standing standing);

    const base::Clock &m_clock;
    const Provider &m_provider;
    Session m_session;
    Credentials m_credentials;
    std::unique_ptr<Sleeper> m_sleeper;
    LogFollowers m_logs;
    Pace m_pace;
    std::unique_ptr<Pass> m_pass;
    Monotonic m_lookDue{0};
    Monotonic m_fullDue{0};
    std::optional<base::Instant> m_taskDue;
    bool m_opening = false;
    bool m_told = false;       // how it stands, since it was opened, and the store has it
    bool m_offline = false;    // waits for m_lookDue, whatever is to be sent
    bool m_needsLogin = false; // waits for a person
    bool m_reopen = false;     // once the pass has ended
    bool m_pushAgain = false;  // so
    bool m_lookAgain = false;  // so
};

} // namespace syncing
