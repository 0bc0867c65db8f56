// SPDX-License-Identifier: Apache-2.0
// Sends the notices that wait in the store: together what happened together, and no cause oftener than it may.
#pragma once

#include "app/base/clock.h"
#include "app/engine/clockwork/alarm.h"
#include "app/engine/kind.h"
#include "app/secrets/secretstore.h"
#include "app/store/store.h"

#include <QObject>

#include <functional>
#include <memory>

namespace engine {

/// Lives on the engine thread.
class Noticer : public QObject
{
    Q_OBJECT

public:
    struct Walls
    {
        NotifyFunction notify;
        secrets::SecretStore *secrets = nullptr; ///< Without it no address that needs one gets anything.
        std::unique_ptr<Alarm> alarm;
        std::function<bool(const base::AutomationId &)> isMuted = {}; ///< By a window; then nobody is told.
    };
    Noticer(store::Store &store, const base::Clock &clock, Walls walls);
    ~Noticer() override;

    /// Gives up what a dead engine was sending, then sends what waits and whatever comes.
    void start();
    /// Sends what is new without waiting for more; quiet() follows within a few seconds.
    void stop();

Q_SIGNALS:
    void quiet();

private:
    /// A cause that was told of lately.
    struct Pace
    {
        base::Instant until; ///< Until then it rests.
        base::Millis width{0};
        domain::NoticeTally shown; ///< What the notice on the desktop counts.
        bool sounded = false;
    };
    /// What goes out as one notice.
    struct Batch
    {
        domain::Notice notice;
        QList<qint64> ids;
        int attempt = 1;
    };

    void readWays(const std::function<void()> &then);
    void look();
    void onClaimed(const store::ClaimedNotices &claimed);
    QList<store::PendingNotice> unmuted(const QList<store::PendingNotice> &notices);
    QList<Batch> batches(const QList<store::PendingNotice> &notices);
    void addLocal(QList<Batch> &batches, domain::NoticeCause cause, const QList<store::PendingNotice> &notices);
    void addWebhooks(QList<Batch> &batches, const QList<store::PendingNotice> &notices);
    Pace &pace(domain::NoticeCause cause);
    QSet<domain::NoticeCause> resting() const;
    void armFor(const std::optional<base::Instant> &nextDue);
    void fillIn(const Batch &batch);
    void send(const Batch &batch);
    void settle(const Batch &batch, const base::Status &status);
    void onSettled();

    store::Store &m_store;
    const base::Clock &m_clock;
    Walls m_walls;
    QHash<domain::NoticeCause, Pace> m_paces;
    QSet<domain::NoticeWay> m_silent; ///< Ways that the settings of the workspace leave out.
    int m_open = 0;                   // batches under way
    bool m_started = false;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_stopping = false;
    bool m_quiet = false;
};

} // namespace engine
