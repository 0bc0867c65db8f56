// SPDX-License-Identifier: Apache-2.0
#include "ui/seat/seat.h"

#include "app/base/answer.h"
#include "app/store/store.h"
#include "ui/seat/rightsgroup.h"

#include <QWidget>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

const QString lockedKey = u"desk/locked"_s;
const QString readOnlyKey = u"desk/read_only"_s;

/// A token may be revoked elsewhere, and timers count no sleep: an hour at most until that is seen.
constexpr base::Millis longestTrust = base::Seconds(3600);

} // namespace

Seat::Seat(store::Store &store, QString account, QSettings &memory, const base::Clock &clock)
    : m_store(store),
      m_account(std::move(account)),
      m_memory(memory),
      m_clock(clock),
      m_who{m_account, domain::Role::Admin},
      m_sight(store, m_who)
{
    m_locked = memory.value(lockedKey).toBool() ? Locked::Yes : Locked::No;
    m_readOnly = memory.value(readOnlyKey).toBool() ? ReadOnly::Yes : ReadOnly::No;
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &Seat::lookAgain);
    connect(&store, &store::Store::changed, this, [this](const store::Changes &changes) {
        const bool ours = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
            return change.table == store::Table::Operators;
        });
        if (ours)
            lookAgain();
    });
}

QString Seat::barred() const
{
    if (m_locked == Locked::Yes)
        return tr("The desk is locked. Unlock it first.");
    return m_readOnly == ReadOnly::Yes ? tr("This window is for looking only.") : QString();
}

domain::Actor Seat::by() const
{
    domain::Actor actor(m_who, u"window"_s);
    actor.barred = barred();
    return actor;
}

base::Status Seat::may(domain::Right right) const
{
    return domain::authorize(by(), right);
}

QString Seat::whyNot(domain::Right right) const
{
    if (may(right))
        return {};
    const QString why = barred();
    if (!why.isEmpty())
        return why;
    const QString role = domain::rightWord(right);
    return tr("%1 may not do this: it needs the role %2.").arg(m_who.name, role);
}

QString Seat::text() const
{
    if (m_locked == Locked::Yes)
        return tr("Locked");
    const QString who = u"%1 (%2)"_s.arg(m_who.name, domain::roleWord(m_who.role));
    return m_readOnly == ReadOnly::Yes ? tr("%1, looking only").arg(who) : who;
}

void Seat::sit(const domain::Operator &who, const QString &token)
{
    m_who = who;
    m_sight.setWho(who);
    m_token = token;
    m_expiry.stop();
    if (!token.isEmpty())
        lookAgain();
}

void Seat::setLocked(Locked locked)
{
    m_locked = locked;
    m_memory.setValue(lockedKey, locked == Locked::Yes);
    m_memory.sync();
}

void Seat::lock()
{
    if (m_locked == Locked::Yes)
        return;
    m_store.operators().noteDesk(u"lock"_s, domain::Actor(m_who, u"window"_s));
    sit({m_account, domain::Role::Admin}, {});
    setLocked(Locked::Yes);
    Q_EMIT changed();
}

void Seat::setReadOnly(ReadOnly readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    m_memory.setValue(readOnlyKey, readOnly == ReadOnly::Yes);
    Q_EMIT changed();
}

void Seat::take(const QString &token, const std::function<void(const base::Status &)> &then)
{
    const QByteArray secret = token.trimmed().toUtf8();
    base::onAnswer(this, m_store.operators().signIn(secret, m_account, u"window"_s),
                   [this, secret, then](const base::Result<domain::Operator> &who) {
                       if (!who) {
                           then(who.error());
                           return;
                       }
                       setLocked(Locked::No);
                       sit(*who, store::tokenIdOf(secret));
                       Q_EMIT changed();
                       then({});
                   });
}

void Seat::giveBack()
{
    if (m_token.isEmpty())
        return;
    sit({m_account, domain::Role::Admin}, {});
    Q_EMIT changed();
}

void Seat::unlock(const std::function<void(const base::Status &)> &then)
{
    base::onAnswer(this, m_store.operators().hasToken(m_account), [this, then](const base::Result<bool> &has) {
        if (!has) {
            then(has.error());
        } else if (*has) {
            then(base::Error{.code = base::ErrorCode::Denied,
                             .context = {},
                             .detail = tr("A token of %1 unlocks the desk.").arg(m_account),
                             .field = {}});
        } else {
            m_store.operators().noteDesk(u"unlock"_s, domain::Actor(m_who, u"window"_s));
            setLocked(Locked::No);
            Q_EMIT changed();
            then({});
        }
    });
}

/// Whoever sits here by a token goes when it counts no more, and has the role that they have now.
void Seat::lookAgain()
{
    if (m_token.isEmpty())
        return;
    using Owner = base::Result<std::optional<store::TokenOwner>>;
    base::onAnswer(this, m_store.operators().owner(m_token, m_account), [this, token = m_token](const Owner &owner) {
        if (token != m_token || !owner)
            return;
        if (!*owner || !(*owner)->valid) {
            lock();
            return;
        }
        m_expiry.start(longestTrust);
        if (const auto until = (*owner)->record.expiresAt)
            m_expiry.start(std::clamp<base::Millis>(*until - m_clock.now(), base::Millis(0), longestTrust));
        if (m_who.role != (*owner)->as.role) {
            m_who = (*owner)->as;
            m_sight.setWho(m_who);
            Q_EMIT changed();
        }
    });
}

void Seat::guard(domain::Right right, const QList<QAction *> &actions, QObject *owner)
{
    auto *group = new RightsGroup(*this, right, owner);
    for (QAction *action : actions)
        group->add(action);
}

void Seat::guard(domain::Right right, QWidget *widget)
{
    const auto follow = [this, right, widget, tip = widget->toolTip()] {
        const QString why = whyNot(right);
        widget->setEnabled(why.isEmpty());
        widget->setToolTip(why.isEmpty() ? tip : why);
    };
    connect(this, &Seat::changed, widget, follow);
    follow();
}

} // namespace ui
