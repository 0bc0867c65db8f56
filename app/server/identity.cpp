// SPDX-License-Identifier: Apache-2.0
#include "app/server/identity.h"

#include "app/base/constanttime.h"
#include "app/store/store.h"

using namespace Qt::StringLiterals;

namespace server {

bool Identity::isPrivate(const QByteArray &token) const
{
    return base::isSameSecret(token, m_options.privateToken);
}

void Identity::find(const QByteArray &token, const std::function<void(const Known &)> &then)
{
    if (isPrivate(token)) {
        then(std::optional(owner(u"local API"_s)));
        return;
    }
    whenOpen([this, token, then](const base::Result<bool> &open) {
        if (!open) {
            then(open.error());
        } else if (*open) {
            findOperator(token, then);
        } else {
            then(std::optional<domain::Actor>());
        }
    });
}

void Identity::whenOpen(const std::function<void(const base::Result<bool> &)> &then)
{
    if (m_options.tokens == TokenUse::Always) {
        then(true);
        return;
    }
    whenDone(m_store.settings().all(), m_loop, [then](const base::Result<QJsonObject> &all) {
        then(all ? base::Result<bool>(all->value(QLatin1StringView(store::setting::localApi)).toBool())
                 : base::Result<bool>(all.error()));
    });
}

/// The id finds the row, the hash decides: what is compared takes as long whether it fits or not.
void Identity::findOperator(const QByteArray &token, const std::function<void(const Known &)> &then)
{
    const QString id = store::tokenIdOf(token);
    if (id.isEmpty()) {
        then(std::optional<domain::Actor>());
        return;
    }
    whenDone(m_store.operators().owner(id, m_options.operatorName), m_loop,
             [token, then](const base::Result<std::optional<store::TokenOwner>> &owner) {
                 if (!owner) {
                     then(owner.error());
                     return;
                 }
                 const bool fits =
                     *owner && base::isSameSecret(store::tokenHash(token), (*owner)->hash) && (*owner)->valid;
                 then(fits ? std::optional(domain::Actor((*owner)->as, u"API token "_s + (*owner)->record.name))
                           : std::nullopt);
             });
}

} // namespace server
