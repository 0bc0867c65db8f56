// SPDX-License-Identifier: Apache-2.0
// Who sits at the desk: the account, or another operator by a token of theirs. Locked, nothing can be changed or
// decided in this window; what runs goes on.
#pragma once

#include "app/base/clock.h"
#include "app/domain/rights/rights.h"
#include "models/sight.h"

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <functional>

class QAction;
class QWidget;

namespace store {
class Store;
}

namespace ui {

enum class Locked { No, Yes };
enum class ReadOnly { No, Yes };

/// Lives on the main thread.
class Seat : public QObject
{
    Q_OBJECT

public:
    /// `memory` keeps the lock and read-only mode for the next window. The store need not be open yet; `clock` tells
    /// when a token expires.
    Seat(store::Store &store, QString account, QSettings &memory, const base::Clock &clock);

    /// The account at the desk, who is admin.
    const QString &account() const { return m_account; }
    /// Who has the desk; the account while it is locked.
    const domain::Operator &who() const { return m_who; }
    /// For what is done now.
    domain::Actor by() const;
    /// Denied, with a sentence, where whoever sits here can't do such things now.
    base::Status may(domain::Right right) const;
    /// The sentence of may(); empty where they can.
    QString whyNot(domain::Right right) const;

    Locked locked() const { return m_locked; }
    ReadOnly readOnly() const { return m_readOnly; }
    /// `deploy (admin)`, `Locked`.
    QString text() const;

    /// The desk is the account's again, and locked.
    void lock();
    void setReadOnly(ReadOnly readOnly);
    /// The holder of the token has the desk, and it is not locked any more. Audited; Denied changes nothing.
    void take(const QString &token, const std::function<void(const base::Status &)> &then);
    /// The desk is the account's again.
    void giveBack();
    /// Without a token, which works only while the account has none. `then` hears whether one is needed.
    void unlock(const std::function<void(const base::Status &)> &then);

    /// What they may know of; models show no more.
    const models::Sight &sight() const { return m_sight; }

    /// These actions need the right: who may not finds them disabled with the reason. `owner` is what they live in.
    void guard(domain::Right right, const QList<QAction *> &actions, QObject *owner);
    /// The same for a widget that nobody else enables or disables.
    void guard(domain::Right right, QWidget *widget);

Q_SIGNALS:
    /// Who has the desk, or what they may do.
    void changed();

private:
    void sit(const domain::Operator &who, const QString &token);
    void setLocked(Locked locked);
    void lookAgain();
    QString barred() const;

    store::Store &m_store;
    const QString m_account;
    QSettings &m_memory;
    const base::Clock &m_clock;
    domain::Operator m_who;
    models::Sight m_sight;
    QString m_token; ///< The id of the token by which somebody else sits here.
    QTimer m_expiry;
    Locked m_locked = Locked::No;
    ReadOnly m_readOnly = ReadOnly::No;
};

} // namespace ui
