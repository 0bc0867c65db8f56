// SPDX-License-Identifier: Apache-2.0
#include "app/engine/notices/noticer.h"

#include "app/base/answer.h"
#include "app/domain/input/secretrefs.h"
#include "app/engine/log.h"
#include "app/engine/notices/maskednotice.h"
#include "app/store/notices/noticeways.h"

#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using domain::NoticeCause;
using domain::NoticeWay;

namespace engine {

namespace {

constexpr base::Seconds firstRest{10};
constexpr base::Seconds longestRest{300};
constexpr base::Seconds longestEnd{3};
constexpr std::array<base::Seconds, 4> againAfter{base::Seconds(60), base::Seconds(300), base::Seconds(1800),
                                                  base::Seconds(7200)};

bool concerns(const store::Changes &changes, store::Table table)
{
    return std::any_of(changes.begin(), changes.end(),
                       [table](const store::Change &change) { return change.table == table; });
}

QSet<NoticeWay> silentWays(const QJsonObject &settings)
{
    QSet<NoticeWay> silent;
    for (const auto &[key, way] : {std::pair(store::setting::noticesDesktop, NoticeWay::Desktop),
                                   std::pair(store::setting::noticesSound, NoticeWay::Sound),
                                   std::pair(store::setting::noticesWebhook, NoticeWay::Webhook)}) {
        if (!settings.value(QLatin1StringView(key)).toBool(true)) {
            silent.insert(way);
        }
    }
    return silent;
}

} // namespace

Noticer::Noticer(store::Store &store, const base::Clock &clock, Walls walls)
    : m_store(store), m_clock(clock), m_walls(std::move(walls))
{
    connect(m_walls.alarm.get(), &Alarm::due, this, &Noticer::look);
    connect(m_walls.alarm.get(), &Alarm::clockStepped, this, [this] {
        m_paces.clear(); // by a clock that is gone
        look();
    });
}

Noticer::~Noticer() = default;

void Noticer::start()
{
    connect(&m_store, &store::Store::changed, this, [this](const store::Changes &changes) {
        if (concerns(changes, store::Table::Settings)) {
            readWays([] {});
        }
        if (m_started && concerns(changes, store::Table::Notices)) {
            look();
        }
    });
    readWays([this] {
        base::onAnswer(this, m_store.notices().loseLeftovers(), [this](const base::Result<int> &count) {
            if (count && *count > 0) {
                qCWarning(logEngine, "%d notices may not have been delivered; see the audit", *count);
            }
            m_started = true;
            look();
        });
    });
}

/// What can't be read leaves the ways as they were.
void Noticer::readWays(const std::function<void()> &then)
{
    base::onAnswer(this, m_store.settings().all(), [this, then](const base::Result<QJsonObject> &settings) {
        m_silent = settings ? silentWays(*settings) : m_silent;
        then();
    });
}

void Noticer::stop()
{
    m_stopping = true;
    QTimer::singleShot(longestEnd, this, [this] {
        if (!std::exchange(m_quiet, true)) {
            Q_EMIT quiet();
        }
    });
    look();
}

QSet<NoticeCause> Noticer::resting() const
{
    QSet<NoticeCause> causes;
    for (auto it = m_paces.constBegin(); it != m_paces.constEnd() && !m_stopping; ++it) {
        if (m_clock.now() < it->until) {
            causes.insert(it.key());
        }
    }
    return causes;
}

void Noticer::look()
{
    if (!m_started) {
        onSettled();
        return;
    }
    if (std::exchange(m_looking, true)) {
        m_lookAgain = true;
        return;
    }
    const store::Claim what = m_stopping ? store::Claim::AllNew : store::Claim::Due;
    base::onAnswer(this, m_store.notices().claim(what, resting()),
                   [this](const base::Result<store::ClaimedNotices> &claimed) {
                       m_looking = false;
                       if (claimed) {
                           onClaimed(*claimed);
                       } else {
                           qCWarning(logEngine, "notices can't be read: %s", qUtf8Printable(claimed.error().message()));
                           m_walls.alarm->arm(m_clock.now() + againAfter.front());
                       }
                       if (std::exchange(m_lookAgain, false)) {
                           look();
                       }
                       onSettled();
                   });
}

void Noticer::onClaimed(const store::ClaimedNotices &claimed)
{
    const QList<Batch> all = batches(unmuted(claimed.notices));
    m_open += static_cast<int>(all.size());
    armFor(claimed.nextDue);
    for (const Batch &batch : all) {
        fillIn(batch);
    }
}

/// What goes a way that the settings leave out is done with, and so is what happens in a window that mutes; what is
/// sent once more happened before it.
QList<store::PendingNotice> Noticer::unmuted(const QList<store::PendingNotice> &notices)
{
    QList<store::PendingNotice> kept;
    QList<qint64> muted;
    for (const store::PendingNotice &notice : notices) {
        const bool inWindow = notice.attempt == 1 && m_walls.isMuted && m_walls.isMuted(notice.run.automation);
        if (inWindow || m_silent.contains(notice.way)) {
            muted.append(notice.id);
        } else {
            kept.append(notice);
        }
    }
    if (!muted.isEmpty()) {
        base::onAnswer(this, m_store.notices().told(muted), [](const base::Status &done) {
            if (!done) {
                qCWarning(logEngine, "muted notices were not put away: %s", qUtf8Printable(done.error().message()));
            }
        });
    }
    return kept;
}

void Noticer::armFor(const std::optional<base::Instant> &nextDue)
{
    std::optional<base::Instant> next = nextDue;
    for (const Pace &pace : std::as_const(m_paces)) {
        if (pace.until > m_clock.now()) {
            next = std::min(next.value_or(pace.until), pace.until);
        }
    }
    m_walls.alarm->arm(next);
}

QList<Noticer::Batch> Noticer::batches(const QList<store::PendingNotice> &notices)
{
    QMap<NoticeCause, QList<store::PendingNotice>> local;
    QMap<std::pair<NoticeCause, QString>, QList<store::PendingNotice>> remote;
    for (const store::PendingNotice &notice : notices) {
        if (notice.way == NoticeWay::Webhook) {
            remote[{notice.cause, notice.webhook}].append(notice);
        } else {
            local[notice.cause].append(notice);
        }
        pace(notice.cause);
    }
    QList<Batch> batches;
    for (auto it = local.constBegin(); it != local.constEnd(); ++it) {
        addLocal(batches, it.key(), *it);
    }
    for (const QList<store::PendingNotice> &group : std::as_const(remote)) {
        addWebhooks(batches, group);
    }
    return batches;
}

/// The cause rests from now on; the longer, the oftener it had to be told of lately.
Noticer::Pace &Noticer::pace(NoticeCause cause)
{
    const base::Instant now = m_clock.now();
    Pace &pace = m_paces[cause];
    if (now < pace.until) {
        return pace; // set a moment ago
    }
    const bool goesOn = pace.width.count() > 0 && now < pace.until + pace.width;
    if (!goesOn) {
        pace = {};
    }
    pace.width = goesOn ? std::min<base::Millis>(pace.width * 2, longestRest) : base::Millis(firstRest);
    pace.until = now + pace.width;
    return pace;
}

void Noticer::addLocal(QList<Batch> &batches, NoticeCause cause, const QList<store::PendingNotice> &notices)
{
    Batch batch;
    Pace &lately = pace(cause);
    QList<domain::NoticeRun> runs;
    QSet<NoticeWay> ways;
    QSet<base::RunId> seen;
    for (const store::PendingNotice &notice : notices) {
        batch.ids.append(notice.id);
        batch.attempt = std::max(batch.attempt, notice.attempt);
        ways.insert(notice.way);
        if (!seen.contains(notice.run.id)) {
            seen.insert(notice.run.id);
            runs.append(notice.run);
        }
    }
    if (lately.sounded && ways.contains(NoticeWay::Desktop)) {
        ways.remove(NoticeWay::Sound); // one sound is enough for a storm
    }
    domain::NoticeTally tally = batch.attempt > 1 ? domain::NoticeTally() : lately.shown;
    tally.add(runs);
    batch.notice = tally.notice(cause);
    batch.notice.group = domain::causeWord(cause);
    batch.notice.ways = ways.values();
    lately.shown = tally;
    lately.sounded = lately.sounded || ways.contains(NoticeWay::Sound);
    batches.append(batch);
}

void Noticer::addWebhooks(QList<Batch> &batches, const QList<store::PendingNotice> &notices)
{
    Batch batch;
    domain::NoticeTally tally;
    for (const store::PendingNotice &notice : notices) {
        batch.ids.append(notice.id);
        batch.attempt = std::max(batch.attempt, notice.attempt);
        tally.add({notice.run});
    }
    batch.notice = tally.notice(notices.first().cause);
    batch.notice.ways = {NoticeWay::Webhook};
    batch.notice.webhook = notices.first().webhook;
    batches.append(batch);
}

void Noticer::fillIn(const Batch &batch)
{
    const QStringList names = domain::secretsIn(batch.notice.webhook);
    if (names.isEmpty()) {
        send(batch);
        return;
    }
    if (!m_walls.secrets) {
        settle(batch, base::Error{.code = base::ErrorCode::Unsupported,
                                  .detail = u"this engine has no access to the secrets of the address"_s});
        return;
    }
    base::onAnswer(this, m_walls.secrets->read(names), [this, batch](const base::Result<secrets::Values> &values) {
        if (!values) {
            settle(batch, values.error());
            return;
        }
        Batch whole = batch;
        whole.notice = maskedNotice(*values, batch.notice);
        whole.notice.webhook = domain::withSecrets(batch.notice.webhook, *values);
        send(whole);
    });
}

void Noticer::send(const Batch &batch)
{
    Batch numbered = batch;
    numbered.notice.id = base::newId(u"notice_"_s);
    base::onAnswer(this, m_walls.notify(numbered.notice),
                   [this, batch](const base::Status &status) { settle(batch, status); });
}

void Noticer::settle(const Batch &batch, const base::Status &status)
{
    const bool mayRepeat = !status && status.error().code == base::ErrorCode::Unavailable;
    const bool again = mayRepeat && batch.attempt <= int(againAfter.size());
    QFuture<base::Status> written;
    if (status) {
        written = m_store.notices().told(batch.ids);
    } else {
        qCWarning(logEngine, "the notice \"%s\" was not delivered%s: %s", qUtf8Printable(batch.notice.title),
                  again ? " and is tried again" : "", qUtf8Printable(status.error().message()));
        if (Pace &lately = m_paces[batch.notice.cause]; !batch.notice.group.isEmpty()) {
            lately.shown = {}; // nobody saw it
        }
        written = again ? m_store.notices().later(batch.ids, m_clock.now() + againAfter[size_t(batch.attempt - 1)])
                        : m_store.notices().lost(batch.ids, status.error().message());
    }
    base::onAnswer(this, written, [this](const base::Status &done) {
        if (!done) {
            qCWarning(logEngine, "what became of a notice was not written: %s", qUtf8Printable(done.error().message()));
        }
        --m_open;
        if (!m_stopping) {
            look(); // for when it is due again
        }
        onSettled();
    });
}

void Noticer::onSettled()
{
    if (m_stopping && m_open == 0 && !m_looking && !std::exchange(m_quiet, true)) {
        Q_EMIT quiet();
    }
}

} // namespace engine
