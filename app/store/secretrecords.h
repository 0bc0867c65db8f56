// SPDX-License-Identifier: Apache-2.0
// Which secrets there are: names, when and by whom they were written, and which automations refer to them. Values are
// in the keychain and never come here.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"
#include "app/domain/rights/rights.h"

#include <QFuture>
#include <QStringList>

namespace store {

class Desk;

/// A field of an automation that refers to a secret.
struct SecretUse
{
    base::AutomationId automation;
    QString automationName;
    QStringList fields; ///< `env.TOKEN`, `arguments[0].default`
};

struct SecretRecord
{
    QString name;
    std::optional<base::Instant> writtenAt; ///< Empty where it is referred to and was never written.
    QString writtenBy;
    QList<SecretUse> uses;
};

/// Secrets that were lent to single runs.
struct LentRecords
{
    QStringList over;   ///< Their runs are over, or never came to be.
    QStringList needed; ///< Their runs wait or go on.
};

/// Verbs may be called from any thread; their futures are finished after commit, on a thread of the store.
class SecretRecords
{
public:
    explicit SecretRecords(Desk &desk) : m_desk(desk) {}

    /// By name, those included that an automation refers to and nobody has set; without what is lent to single runs.
    QFuture<base::Result<QList<SecretRecord>>> list() const;
    /// The names of all that were written, without what is lent to single runs.
    QFuture<base::Result<QStringList>> names() const;
    /// Whether each of `names` was written, in their order.
    QFuture<base::Result<QList<bool>>> written(const QStringList &names) const;
    QFuture<base::Result<LentRecords>> lent() const;
    /// Under which service the keychain keeps the secrets of this workspace.
    QFuture<base::Result<QString>> service() const;

    /// After the keychain has it. Audited, unless it is lent to a run.
    QFuture<base::Result<void>> noteWritten(const QStringList &names, domain::Actor by);
    /// After the keychain has it no more. Audited, unless it was lent to a run.
    QFuture<base::Result<void>> noteRemoved(const QStringList &names, domain::Actor by);
    /// A run gets their values. Audited, but for what was lent to it.
    QFuture<base::Result<void>> noteUsed(const QStringList &names, const base::RunId &run);

private:
    Desk &m_desk;
};

} // namespace store
