// SPDX-License-Identifier: Apache-2.0
#include "app/providers/brahma/registry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace providers::brahma {

namespace {

base::Result<QString> idOf(const QJsonObject &registration)
{
    const QString id = registration.value("id"_L1).toString();
    return id.isEmpty() ? base::Result<QString>(base::Error{.code = base::ErrorCode::Corrupt,
                                                            .detail = u"the registration there has no id"_s})
                        : id;
}

} // namespace

const QJsonObject *Listing::find(const QString &id) const
{
    const auto known = std::find_if(subscriptions.begin(), subscriptions.end(),
                                    [&id](const QJsonObject &one) { return one.value("id"_L1).toString() == id; });
    return known == subscriptions.end() ? nullptr : &*known;
}

rest::Future<QJsonObject> Registry::registration()
{
    return m_notary ? m_service.registration(m_notary->executor()) : rest::settled<QJsonObject>(m_notary.error());
}

rest::Future<QString> Registry::id()
{
    return rest::then<QString>(m_service.context(), registration(), idOf);
}

rest::Future<Listing> Registry::listing()
{
    return rest::chain<Listing>(m_service.context(), registration(),
                                [this](const QJsonObject &registration) { return listingOf(registration); });
}

rest::Future<Listing> Registry::listingOf(const QJsonObject &registration)
{
    const base::Result<QString> id = idOf(registration);
    if (!id) {
        return rest::settled<Listing>(id.error());
    }
    return rest::then<Listing>(
        m_service.context(), m_service.subscriptions(*id),
        [this, id = *id, around = around(registration)](const QJsonArray &all) -> base::Result<Listing> {
            TRY(const QList<QJsonObject> newest, newestOf(all));
            m_last = Listing{id, around, newest};
            return *m_last;
        });
}

rest::Future<Listing> Registry::listingWith(const QString &subscription)
{
    return m_last && m_last->find(subscription) ? rest::settled<Listing>(*m_last) : listing();
}

Surroundings Registry::around(const QJsonObject &registration) const
{
    const QJsonObject metadata = registration.value("executorMetadata"_L1).toObject();
    QString name = metadata.value("name"_L1).toString();
    if (name.isEmpty()) {
        name = metadata.value("id"_L1).toString(u"Automation"_s);
    }
    return {.name = name,
            .perExecution = registration.value("config"_L1)["limitPerExecution"_L1].toBool(true),
            .asksFirst = m_settings.asksFirst,
            .tokens = tokensOf(m_settings.plugin.chain, m_settings.tokens)};
}

} // namespace providers::brahma
