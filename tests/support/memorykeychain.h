// SPDX-License-Identifier: Apache-2.0
// A keychain in memory that can be locked, emptied and taken away, and answers as the real ones do: a locked one says
// "not found" of what it has and "deleted" of what stays.
#pragma once

#include "app/engine/input/ledger.h"
#include "app/secrets/secretstore.h"

#include <QMap>
#include <QThread>
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

/// Secrets over a store of a test, on the thread that made them or on one of their own.
class MemorySecrets
{
public:
    enum class Thread { Same, Own };

    explicit MemorySecrets(store::Store &store, Thread thread = Thread::Same)
    {
        auto keychain = std::make_unique<MemoryKeychain>(state);
        MemoryKeychain *const wall = keychain.get();
        m_secrets = std::make_unique<secrets::SecretStore>(std::move(keychain), engine::ledgerOf(store));
        if (thread == Thread::Own) {
            wall->moveToThread(&m_thread);
            m_secrets->moveToThread(&m_thread);
            m_thread.start();
        }
    }
    ~MemorySecrets()
    {
        m_thread.quit();
        m_thread.wait();
    }

    KeyringState state;
    secrets::SecretStore *operator->() { return m_secrets.get(); }
    secrets::SecretStore *get() { return m_secrets.get(); }

private:
    QThread m_thread;
    std::unique_ptr<secrets::SecretStore> m_secrets;
};

} // namespace test
