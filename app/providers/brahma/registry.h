// SPDX-License-Identifier: Apache-2.0
// What one executor has registered on one chain, and who subscribed to it.
#pragma once

#include "app/providers/brahma/notary.h"
#include "app/providers/brahma/reading.h"
#include "app/providers/brahma/service.h"

namespace providers::brahma {

struct Listing
{
    QString registryId;
    Surroundings around;
    QList<QJsonObject> subscriptions; ///< One of each account.

    const QJsonObject *find(const QString &id) const;
};

/// Lives no longer than what it is given.
class Registry
{
public:
    Registry(Service &service, const Settings &settings, const base::Result<Notary> &notary)
        : m_service(service), m_settings(settings), m_notary(notary)
    {
    }

    /// NotFound where nothing is registered; what Notary::make() refused where nobody is known to have done it. So
    /// below.
    rest::Future<QJsonObject> registration();
    rest::Future<QString> id();
    rest::Future<Listing> listing();
    rest::Future<Listing> listingOf(const QJsonObject &registration);
    /// As last seen, where it has this subscription; asked for otherwise.
    rest::Future<Listing> listingWith(const QString &subscription);

    Surroundings around(const QJsonObject &registration) const;

private:
    Service &m_service;
    const Settings &m_settings;
    const base::Result<Notary> &m_notary;
    std::optional<Listing> m_last;
};

} // namespace providers::brahma
