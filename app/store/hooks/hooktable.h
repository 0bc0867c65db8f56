// SPDX-License-Identifier: Apache-2.0
// The rows of webhooks. Used inside a transaction, on the thread of its connection.
#pragma once

#include "app/store/hooks/webhooks.h"
#include "app/store/sql/connection.h"

namespace store {

inline constexpr qint64 mostDeliveries = 10'000; ///< About so many are kept for each automation.

class HookTable
{
public:
    explicit HookTable(Connection &db) : m_db(db) {}

    base::Result<std::optional<base::AutomationId>> ownerOf(const QByteArray &token);
    base::Result<std::optional<HookToken>> token(const base::AutomationId &automation);
    base::Result<QHash<base::AutomationId, QString>> tokens();
    base::Status setToken(const base::AutomationId &automation, const HookToken &token);
    base::Status removeToken(const base::AutomationId &automation);

    /// The run that a sender's id stands for since `since`; empty where it is new.
    base::Result<std::optional<base::RunId>> seen(const base::AutomationId &automation, const QString &senderId,
                                                  base::Instant since);
    base::Status remember(const Delivery &delivery);
    base::Status insert(const Delivery &delivery);
    base::Result<QList<Delivery>> deliveries(const base::AutomationId &automation, qint64 limit, qint64 before);
    /// Empty where there is none.
    base::Result<std::optional<Delivery>> delivery(const QString &id);
    /// What is older than it has to be kept.
    base::Status forgetOld(base::Instant now);

    base::Status keepRequest(const base::RunId &run, const domain::HookRequest &request);
    base::Result<std::optional<domain::HookRequest>> request(const base::RunId &run);

private:
    base::Status trim(const base::AutomationId &automation);

    Connection &m_db;
};

/// A token where its triggers have a webhook and it has none, none where they have not or it lives elsewhere. Part of
/// every save.
base::Status fitToken(Transaction &transaction, const domain::Automation &automation, const QString &by);

} // namespace store
