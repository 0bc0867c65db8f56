// SPDX-License-Identifier: Apache-2.0
// The socket a remote system plugs into. A Provider describes the system and opens Accounts; an Account speaks to it
// for one connection. A new provider is one folder under app/providers and one line in providers.cpp.
#pragma once

#include "app/base/clock.h"
#include "app/domain/approvals/approval.h"
#include "app/domain/automation.h"
#include "app/domain/connections/connection.h"
#include "app/domain/connections/providerinfo.h"
#include "app/domain/connections/remote.h"
#include "app/domain/windows/maintenance.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>
#include <vector>

namespace syncing { // sync() is the name of a function of the system

using domain::AccountFacts;
using domain::LogPart;
using domain::RemoteApproval;
using domain::RemoteAutomation;
using domain::RemoteRun;

template <typename T> using Answer = QFuture<base::Result<T>>;

/// One part of a list. `next` asks for the part after it; empty at the end.
template <typename T> struct Page
{
    QList<T> items;
    QString next;
};

struct RunWish
{
    QString remoteId;
    domain::ArgumentValues arguments;
    QJsonValue body = QJsonValue::Undefined; ///< What the run is given beside its arguments.
    QString key;                             ///< Ours for this wish; the same again where it is asked a second time.
};

struct RunFilter
{
    QString automationRemoteId; ///< Empty is all.
    QString cursor;             ///< Page::next of the part before.
    int atMost = 50;
};

struct RemoteWindow
{
    QString remoteId;
    domain::MaintenanceWindow window; ///< Without an id.
    bool active = false;
    QJsonObject remote; ///< Fields that have no word here.
};

/// Speaks for one connection. Lives on the engine thread and never blocks it. Its verbs answer once, on that thread;
/// destroying it ends what is under way with Cancelled. What the system can't do answers Unsupported. Errors: Denied
/// where the credential is refused or not enough, NotFound, Conflict, Unavailable (may be tried again later; nothing
/// happened there), Timeout (it may have happened: look before asking again), Corrupt (an answer that makes no sense).
class Account : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Answer<AccountFacts> facts() = 0;

    virtual Answer<Page<RemoteAutomation>> automations(const QString &cursor) = 0;
    virtual Answer<RemoteAutomation> automation(const QString &remoteId) = 0;
    virtual Answer<RemoteAutomation> create(const domain::Automation &wanted) = 0;
    /// `base` is what was last seen there: what the system wants sent whole is made from both.
    virtual Answer<RemoteAutomation> update(const QString &remoteId, const domain::Automation &wanted,
                                            const domain::Automation &base) = 0;
    virtual Answer<void> remove(const QString &remoteId) = 0;

    virtual Answer<RemoteRun> run(const RunWish &wish) = 0;
    virtual Answer<void> cancel(const QString &runRemoteId) = 0;
    /// Newest first.
    virtual Answer<Page<RemoteRun>> runs(const RunFilter &filter) = 0;
    virtual Answer<RemoteRun> readRun(const QString &runRemoteId) = 0;
    /// `from` is empty at first, LogPart::next afterwards.
    virtual Answer<LogPart> log(const QString &runRemoteId, const QString &from) = 0;

    virtual Answer<QList<RemoteApproval>> approvals() = 0;
    virtual Answer<void> decide(const QString &approvalRemoteId, domain::Judgement verdict, const QString &comment) = 0;

    virtual Answer<QList<RemoteWindow>> windows() = 0;
    virtual Answer<QString> createWindow(const domain::MaintenanceWindow &window) = 0;
    virtual Answer<void> updateWindow(const QString &remoteId, const domain::MaintenanceWindow &window) = 0;
    virtual Answer<void> removeWindow(const QString &remoteId) = 0;

    /// One of ProviderInfo::actions with its fields.
    virtual Answer<QJsonValue> act(const QString &action, const QJsonObject &fields) = 0;

Q_SIGNALS:
    /// A credential that renews itself has changed and is to be kept: field and value.
    void credentialChanged(const QHash<QString, QString> &credential);
};

/// What an account is opened with.
struct AccountContext
{
    domain::Connection connection;
    QHash<QString, QString> credential; ///< From the keychain, by field.
    const base::Clock &clock;
};

class Provider
{
public:
    virtual ~Provider() = default;
    /// The same at every call.
    virtual domain::ProviderInfo info() const = 0;
    /// Ok, or what is wrong with the settings, by field.
    virtual base::Status check(const domain::Connection &connection) const = 0;
    virtual std::unique_ptr<Account> open(const AccountContext &context) const = 0;
};

using Providers = std::vector<std::unique_ptr<Provider>>;

} // namespace syncing
