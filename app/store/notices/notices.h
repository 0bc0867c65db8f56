// SPDX-License-Identifier: Apache-2.0
// The notices that wait to be sent: verbs. Each is sent at most once, and none is lost without a trace.
#pragma once

#include "app/base/clock.h"
#include "app/domain/notices/notice.h"

#include <QFuture>
#include <QSet>

namespace store {

class Desk;

/// So long a notice waits for others that it can be told with.
inline constexpr base::Millis noticesGather{1000};

/// One thing to be told in one way.
struct PendingNotice
{
    qint64 id = 0;
    domain::NoticeCause cause = domain::NoticeCause::Failure;
    domain::NoticeWay way = domain::NoticeWay::Desktop;
    domain::NoticeRun run;
    QString webhook; ///< As the rule says, references and all; of NoticeWay::Webhook only.
    int attempt = 1; ///< The how manieth this is.
};

struct ClaimedNotices
{
    QList<PendingNotice> notices;         ///< Oldest first.
    std::optional<base::Instant> nextDue; ///< When to look again, causes at rest left aside.
};

enum class Claim {
    Due,    ///< What is due, with all that is new of the same causes.
    AllNew, ///< New ones that are not due yet, too: nobody will look again soon.
};

struct LateRun
{
    base::RunId run;
    QString why;
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class Notices
{
public:
    explicit Notices(Desk &desk) : m_desk(desk) {}

    /// Marks them as being sent. Those that nobody wants any more are taken away. Nothing of the causes in `resting`.
    QFuture<base::Result<ClaimedNotices>> claim(Claim what, const QSet<domain::NoticeCause> &resting);
    QFuture<base::Result<void>> told(const QList<qint64> &ids);
    /// They reached nobody, and are due again at `at`.
    QFuture<base::Result<void>> later(const QList<qint64> &ids, base::Instant at);
    /// They are given up. Audited, once for all of them.
    QFuture<base::Result<void>> lost(const QList<qint64> &ids, QString why);
    /// Gives up what another engine was sending when it died. Answers how many.
    QFuture<base::Result<int>> loseLeftovers();
    /// Tells of these runs by the rules of their automations, unless that was done before or they are over.
    QFuture<base::Result<void>> noteLate(const QList<LateRun> &runs);

private:
    Desk &m_desk;
};

} // namespace store
