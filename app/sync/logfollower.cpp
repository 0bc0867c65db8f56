// SPDX-License-Identifier: Apache-2.0
#include "app/sync/logfollower.h"

namespace syncing {

namespace {

constexpr int mostLogs = 4; // followed at once
constexpr base::Millis askAgain{2000};
constexpr base::Millis streamAgain{200}; // a stream that gave nothing is opened again

} // namespace

LogFollower::LogFollower(Session &session, store::WantedLog wanted, std::unique_ptr<Sleeper> sleeper)
    : Step(session), m_wanted(std::move(wanted)), m_sleeper(std::move(sleeper))
{
    connect(m_sleeper.get(), &Sleeper::woke, this, &LogFollower::ask);
}

void LogFollower::ask()
{
    either(m_session.account->log(m_wanted.remoteId, m_wanted.from),
           [this](const base::Result<LogPart> &part) { take(part); });
}

void LogFollower::take(const base::Result<LogPart> &part)
{
    if (part) {
        save(*part);
    } else if (part.error().code == base::ErrorCode::NotFound || part.error().code == base::ErrorCode::Unsupported) {
        save({.bytes = {}, .next = m_wanted.from, .complete = true}); // there is none and there will be none
    } else {
        finish(part.error());
    }
}

void LogFollower::save(const LogPart &part)
{
    if (part.bytes.isEmpty() && !part.complete) {
        if (m_wanted.over || m_session.capabilities.log == domain::RemoteLog::AtEnd) {
            finish(); // it is not ready yet
        } else {
            m_sleeper->sleep(m_session.capabilities.log == domain::RemoteLog::Stream ? streamAgain : askAgain);
        }
        return;
    }
    after(m_session.store.mirrors().saveLog(m_wanted.run, part), [this, part] {
        m_wanted.from = part.next;
        m_complete = part.complete;
        if (part.complete) {
            finish();
        } else if (m_session.capabilities.log == domain::RemoteLog::Stream || m_wanted.over) {
            ask();
        } else {
            m_sleeper->sleep(askAgain);
        }
    });
}

LogFollowers::LogFollowers(Session &session, MakeSleeper makeSleeper)
    : m_session(session), m_makeSleeper(std::move(makeSleeper))
{
}

LogFollowers::~LogFollowers() = default;

void LogFollowers::look()
{
    if (m_session.capabilities.log == domain::RemoteLog::None) {
        return;
    }
    base::onAnswer(this, m_session.store.mirrors().wantedLogs(m_session.id(), mostLogs),
                   [this](const base::Result<QList<store::WantedLog>> &wanted) {
                       for (const store::WantedLog &log : wanted.value_or({})) {
                           follow(log);
                       }
                   });
}

void LogFollowers::follow(const store::WantedLog &wanted)
{
    const bool tooEarly = m_session.capabilities.log == domain::RemoteLog::AtEnd && !wanted.over;
    const QString run = wanted.run.text();
    if (tooEarly || !m_session.account || m_followers.contains(run) || m_followers.size() >= mostLogs) {
        return;
    }
    auto follower = std::make_unique<LogFollower>(m_session, wanted, m_makeSleeper());
    connect(follower.get(), &Step::finished, this, [this, run] { ended(run); });
    LogFollower *const begun = follower.get();
    m_followers.emplace(run, std::move(follower));
    begun->start();
}

/// One that is whole makes room for the next: a system may forget before it is looked at again.
void LogFollowers::ended(const QString &run)
{
    const auto found = m_followers.find(run);
    if (found == m_followers.end()) {
        return;
    }
    LogFollower *const follower = found->second.release();
    m_followers.erase(found);
    follower->deleteLater();
    if (follower->isComplete()) {
        look();
    }
}

void LogFollowers::stop()
{
    m_followers.clear();
}

} // namespace syncing
