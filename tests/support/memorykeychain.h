// SPDX-License-Identifier: Apache-2.0
// A keychain in memory that can be locked, emptied and taken away, and answers as the real ones do: a locked one says
// "not found" of what it has and "deleted" of what stays.
#pragma once

#include "app/engine/input/ledger.h"
#include "app/secrets/secretstore.h"

#include <QMap>
#include <QTimer>

namespace test {

enum class Keyring { Open, Locked, Missing };

/// Outlives the keychains over it.
struct KeyringState
{
    Keyring keyring = Keyring::Open;
    QMap<QString, QString> entries;
    QStringList asked;   ///< `read NAME` …, in order.
    bool silent = false; ///< Nothing is answered.
};

class MemoryKeychain final : public QObject, public secrets::Keychain
{
public:
    explicit MemoryKeychain(KeyringState &state) : m_state(state) {}

    void setService(const QString &service) override { m_service = service; }
    void read(const QString &key, const Take &take) override
    {
        m_state.asked.append(QStringLiteral("read ") + key);
        const bool found = m_state.keyring == Keyring::Open && m_state.entries.contains(key);
        reply(found ? How::Ok : missing(How::NotFound), found ? m_state.entries.value(key) : QString(), take);
    }
    void write(const QString &key, const QString &value, const Take &take) override
    {
        m_state.asked.append(QStringLiteral("write ") + key);
        if (m_state.keyring == Keyring::Open) {
            m_state.entries.insert(key, value);
        }
        reply(m_state.keyring == Keyring::Open ? How::Ok : missing(How::Locked), {}, take);
    }
    void remove(const QString &key, const Take &take) override
    {
        m_state.asked.append(QStringLiteral("remove ") + key);
        if (m_state.keyring == Keyring::Open) {
            m_state.entries.remove(key);
        }
        reply(missing(How::Ok), {}, take);
    }

private:
    using How = secrets::KeychainReply::How;

    How missing(How otherwise) const { return m_state.keyring == Keyring::Missing ? How::Unavailable : otherwise; }
    void reply(How how, const QString &value, const Take &take)
    {
        if (m_service.isEmpty()) {
            qFatal("the keychain was asked before it knew its service");
        }
        if (m_state.silent) {
            m_unanswered.append(take);
        } else {
            QTimer::singleShot(0, this, [=] { take({.how = how, .value = value, .why = {}}); });
        }
    }

    KeyringState &m_state;
    QString m_service;
    QList<Take> m_unanswered;
};

/// Secrets over a store of a test. Made on the main thread.
class MemorySecrets
{
public:
    explicit MemorySecrets(store::Store &store)
        : m_secrets(std::make_unique<MemoryKeychain>(state), engine::ledgerOf(store))
    {
    }

    KeyringState state;
    secrets::SecretStore &operator*() { return m_secrets; }
    secrets::SecretStore *operator->() { return &m_secrets; }
    secrets::SecretStore *get() { return &m_secrets; }

private:
    secrets::SecretStore m_secrets;
};

} // namespace test
