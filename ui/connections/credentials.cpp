// SPDX-License-Identifier: Apache-2.0
#include "ui/connections/credentials.h"

#include "app/base/answer.h"
#include "app/secrets/secretstore.h"
#include "ui/seat/seat.h"

namespace ui {

using namespace Qt::StringLiterals;

namespace {

base::Error noKeychain()
{
    return base::unavailable(u"keeping the sign-in"_s, u"this window has no keychain"_s);
}

} // namespace

QList<domain::FieldSpec> credentialFields(const domain::Catalog &catalog, const QString &provider)
{
    const domain::ProviderInfo *info = catalog.provider(provider);
    return info ? info->credentials : QList<domain::FieldSpec>();
}

void keepCredential(const Context &context, QObject *owner, const base::ConnectionId &id, const Credential &credential,
                    const std::function<void(const base::Status &)> &then)
{
    Credential left = credential;
    left.removeIf([](const std::pair<const QString &, QString &> &entry) { return entry.second.isEmpty(); });
    if (left.isEmpty())
        return then({});
    if (!context.secrets)
        return then(noKeychain());
    const QString field = left.constBegin().key();
    const QString value = left.take(field);
    base::onAnswer(owner, context.secrets->set(domain::credentialName(id, field), value, context.seat.by()),
                   [&context, owner, id, left, then](const base::Status &kept) {
                       if (!kept)
                           then(kept);
                       else
                           keepCredential(context, owner, id, left, then);
                   });
}

void forgetCredential(const Context &context, const base::ConnectionId &id, const QStringList &fields)
{
    for (const QString &field : context.secrets ? fields : QStringList())
        static_cast<void>(context.secrets->remove(domain::credentialName(id, field), context.seat.by()));
}

} // namespace ui
