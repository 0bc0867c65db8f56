// SPDX-License-Identifier: Apache-2.0
#include "app/sync/syncer.h"

#include "app/base/logging.h"
#include "app/store/connections/connections.h"
#include "app/sync/homecoming.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncing {

namespace {

constexpr base::Millis latestWake{600'000}; // civil time may be set meanwhile

double byChance()
{
    return QRandomGenerator::global()->generateDouble();
}

/// Whether the credential itself is at fault, and not what is asked with it.
bool isLogin(const PassResult &result)
{
    const base::Error &error = result.status.error();
    return error.code == base::ErrorCode::Denied && (error.field == "credential"_L1 || result.depth == Depth::Full);
}

} // namespace

Syncer::Syncer(store::Store &store, const base::Clock &clock, const Provider &provider, const SyncOptions &options)
    : m_clock(clock),
      m_provider(provider),
      m_session{.store = store,
                .clock = clock,
                .chance = options.chance ? options.chance : byChance,
                .connection = {},
                .capabilities = provider.info().capabilities},
      m_credentials(options.secrets),
      m_sleeper(options.makeSleeper()),
      m_logs(m_session, options.makeSleeper)
{
    connect(m_sleeper.get(), &Sleeper::woke, this, &Syncer::onWoke);
    connect(&m_credentials, &Credentials::found, this, &Syncer::onFound);
    connect(&m_credentials, &Credentials::missing, this, &Syncer::onMissing);
    connect(&m_credentials, &Credentials::notKept, this, [this](const base::Error &error) {
        qCWarning(base::logBase, "the renewed credential of %s could not be kept: %s",
                  qUtf8Printable(m_session.connection.name), qUtf8Printable(error.message()));
    });
}

Syncer::~Syncer()
{
    m_pass.reset();
    m_logs.stop();
}

void Syncer::setConnection(const domain::Connection &connection)
{
    const domain::Connection before = std::exchange(m_session.connection, connection);
    // Untried again although we told how it stands: its credential was entered anew.
    const bool renewed = connection.state == domain::ConnectionState::Untried && m_told;
    const bool edited = before.version != connection.version;
    if (!edited && !renewed) {
        return;
    }
    m_told = false;
    m_needsLogin = m_offline = false;
    if (m_pass) {
        m_reopen = true;
        m_pass->endSoon();
    } else {
        close();
        open();
    }
}

void Syncer::open()
{
    if (m_session.connection.paused) {
        return;
    }
    if (const base::Status sound = m_provider.check(m_session.connection); !sound) {
        onMissing(sound.error());
        return;
    }
    m_opening = true;
    m_credentials.read(m_session.connection, m_provider.info().credentials);
}

void Syncer::onFound(const Credential &credential)
{
    if (!std::exchange(m_opening, false)) {
        return;
    }
    m_session.account =
        m_provider.open({.connection = m_session.connection, .credential = credential, .clock = m_clock});
    connect(m_session.account.get(), &Account::credentialChanged, this,
            [this](const Credential &changed) { m_credentials.keep(m_session.connection, changed); });
    begin(Depth::Full);
}

void Syncer::onMissing(const base::Error &error)
{
    m_opening = false;
    askForLogin(error);
    if (error.code == base::ErrorCode::Denied || error.code == base::ErrorCode::Unavailable) {
        // The keyring may be unlocked; nobody tells.
        lookIn(m_pace.afterFailure(m_session.chance()));
        m_needsLogin = false;
        rest();
    }
}

void Syncer::close()
{
    m_sleeper->cancel();
    m_logs.stop();
    m_opening = false;
    m_session.factsKnown = false;
    m_session.capabilities = m_provider.info().capabilities;
    m_taskDue.reset();
    if (m_session.account) {
        m_session.account.release()->deleteLater(); // it may be the one that called
    }
}

void Syncer::begin(Depth depth)
{
    m_sleeper->cancel();
    m_pushAgain = false;
    m_pass = std::make_unique<Pass>(m_session, depth);
    connect(m_pass.get(), &Pass::finished, this, &Syncer::onPassFinished);
    m_pass->start();
}

void Syncer::onPassFinished(const PassResult &result)
{
    m_pass.release()->deleteLater();
    if (std::exchange(m_reopen, false)) {
        close();
        open();
    } else if (result.status) {
        onWorked(result);
    } else if (isLogin(result)) {
        askForLogin(result.status.error());
    } else {
        onFailed(result);
    }
    Q_EMIT passEnded(result);
}

void Syncer::onWorked(const PassResult &result)
{
    const base::Millis interval = base::Seconds(m_session.connection.pollSeconds);
    m_taskDue = result.dueAt;
    m_offline = false;
    if (result.somethingNew || (result.depth == Depth::Push && result.somethingRuns)) {
        m_pace.quicken();
    }
    if (result.depth != Depth::Push) {
        lookIn(m_pace.afterLook(result.somethingRuns, interval, m_session.chance()));
        tell({.state = domain::ConnectionState::Online, .sawEverything = result.depth == Depth::Full});
    } else if (result.somethingRuns) {
        lookIn(soonestLook);
    }
    if (result.depth == Depth::Full) {
        m_fullDue = m_clock.monotonic() + interval;
    }
    if (result.wantsLook) {
        m_fullDue = m_clock.monotonic();
        lookIn(soonestLook);
    }
    m_logs.look();
    goOn();
}

void Syncer::onFailed(const PassResult &result)
{
    const base::Millis pause = m_pace.afterFailure(m_session.chance());
    m_offline = true;
    m_taskDue.reset();
    m_fullDue = m_clock.monotonic();
    lookIn(pause);
    tell({.state = domain::ConnectionState::Offline,
          .detail = result.status.error().message(),
          .nextSyncAt = m_clock.now() + pause});
    goOn();
}

/// Until a person enters the credential anew, or asks for a look.
void Syncer::askForLogin(const base::Error &error)
{
    close();
    m_needsLogin = true;
    tell({.state = domain::ConnectionState::NeedsLogin, .detail = error.message()});
}

void Syncer::goOn()
{
    if (std::exchange(m_lookAgain, false)) {
        lookNow();
    } else if (m_pushAgain && !m_offline) {
        begin(Depth::Push);
    } else {
        rest();
    }
}

/// As somebody asked for it. An account that failed leaves its server alone for a while: another one does not.
void Syncer::lookNow()
{
    const bool failed = std::exchange(m_offline, false);
    m_session.factsKnown = false; // who we are there may have changed, too
    if (m_session.account && !failed) {
        begin(Depth::Full);
        return;
    }
    close();
    open();
}

void Syncer::rest()
{
    base::Millis pause = std::chrono::ceil<base::Millis>(m_lookDue - m_clock.monotonic());
    if (m_taskDue && !m_offline) {
        pause = std::min(pause, *m_taskDue - m_clock.now());
    }
    m_sleeper->sleep(std::clamp(pause, base::Millis(0), latestWake));
}

void Syncer::onWoke()
{
    const Monotonic now = m_clock.monotonic();
    if (!m_session.account) {
        open();
    } else if (now >= m_lookDue) {
        begin(now >= m_fullDue ? Depth::Full : Depth::Runs);
    } else if (m_offline) {
        rest();
    } else {
        begin(Depth::Push);
    }
}

void Syncer::wake()
{
    m_pushAgain = true;
    if (m_session.account && !m_pass && !m_offline) {
        begin(Depth::Push);
    }
}

base::Status Syncer::syncNow()
{
    if (m_session.connection.paused) {
        return base::conflict(u"%1 is paused: go on with it first"_s.arg(m_session.connection.name));
    }
    m_needsLogin = false;
    if (m_pass) {
        m_lookAgain = true;
    } else if (!m_opening) {
        lookNow();
    }
    return {};
}

Answer<QJsonValue> Syncer::act(const QString &action, const QJsonObject &fields, const domain::Actor &by)
{
    if (!m_session.account) {
        return QtFuture::makeReadyFuture(base::Result<QJsonValue>(
            base::unavailable(u"asking %1"_s.arg(m_session.connection.name), u"no account is open there"_s)));
    }
    const Answer<QJsonValue> answer = m_session.account->act(action, fields);
    const QList<domain::RemoteAction> actions = m_provider.info().actions;
    const bool comesHome = std::any_of(actions.begin(), actions.end(), [&action](const domain::RemoteAction &one) {
        return one.name == action && one.comesHome;
    });
    return comesHome ? makeHere(this, m_session.store, answer, by) : answer;
}

void Syncer::tell(store::Standing standing)
{
    base::onAnswer(this, m_session.store.connections().setStanding(m_session.id(), std::move(standing)),
                   [this](const base::Status &told) {
                       m_told = m_told || told;
                       if (!told && told.error().code != base::ErrorCode::NotFound) {
                           qCWarning(base::logBase, "how %s stands could not be stored: %s",
                                     qUtf8Printable(m_session.connection.name), qUtf8Printable(told.error().message()));
                       }
                   });
}

} // namespace syncing
