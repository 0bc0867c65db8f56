// SPDX-License-Identifier: Apache-2.0
// The secrets of a workspace: values from the keychain, and what the store knows of them beside it. Nothing is kept in
// memory, but what is lent to a single run where there is no keychain.
#pragma once

#include "app/base/result.h"
#include "app/domain/rights/rights.h"
#include "app/secrets/keychain.h"

#include <QFuture>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QPromise>
#include <QStringList>

#include <memory>

namespace secrets {

/// What the store is asked and told about secrets; answers are finished on any thread.
struct Ledger
{
    std::function<QFuture<base::Result<QString>>()> service;
    /// Whether each name was ever written, in their order.
    std::function<QFuture<base::Result<QList<bool>>>(const QStringList &)> written;
    std::function<QFuture<base::Result<void>>(const QStringList &, const domain::Actor &by)> noteWritten;
    std::function<QFuture<base::Result<void>>(const QStringList &, const domain::Actor &by)> noteRemoved;
};

using Values = QHash<QString, QString>;

/// Lives on the main thread; its verbs may be called from any. Errors name the secret: NotFound where it was never set,
/// Denied where the keyring is locked, Unavailable where there is none.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    SecretStore(std::unique_ptr<Keychain> keychain, Ledger ledger, QObject *parent = nullptr);
    ~SecretStore() override;

    /// Invalid for an empty value or one with a zero byte. What a name may be is for the caller to say.
    QFuture<base::Result<void>> set(const QString &name, const QString &value, const domain::Actor &by);
    /// NotFound where it was never set. Its record stays while the keyring is locked.
    QFuture<base::Result<void>> remove(const QString &name, const domain::Actor &by);
    /// All of them or the first error.
    QFuture<base::Result<Values>> read(const QStringList &names);
    /// For one run only: kept until takeBack(), in memory of this process where there is no keyring.
    QFuture<base::Result<void>> lend(const QMap<QString, QString> &values, const domain::Actor &by);
    QFuture<base::Result<void>> takeBack(const QStringList &names);

private:
    template <typename T> using Then = std::function<void(const base::Result<T> &)>;

    /// Does `work` on the main thread once the keychain knows its service.
    template <typename T> QFuture<base::Result<T>> onMain(const std::function<void(const Then<T> &)> &work);
    void withService(const Then<void> &then);
    void readFrom(QStringList names, const Values &got, const Then<Values> &then);
    void lendFrom(QMap<QString, QString> values, const Then<void> &then);
    void takeBackFrom(QStringList names, const QStringList &gone, const Then<void> &then);
    /// Ok once the keychain surely does not have it.
    void erase(const QString &name, const Then<void> &then);
    /// Says of a secret that the keychain does not find whether it was never set, is behind a lock, or is lost.
    void explainMissing(const QString &name, const Then<void> &then);
    /// Ok where an entry can be written, which tells an empty keyring from a locked one.
    void tryEntry(const QString &name, const Then<void> &then);

    std::unique_ptr<Keychain> m_keychain;
    Ledger m_ledger;
    bool m_serviceKnown = false;
    Values m_lent; // where there is no keyring
};

} // namespace secrets
