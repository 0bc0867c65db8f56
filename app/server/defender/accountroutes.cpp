// SPDX-License-Identifier: Apache-2.0
#include "app/server/defender/accountroutes.h"

#include "app/base/constanttime.h"
#include "app/domain/input/secretrefs.h"
#include "app/secrets/secretstore.h"
#include "app/server/identity.h"
#include "app/server/limits.h"
#include "app/store/store.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// The key is the token itself or the id in front of it.
bool belongTogether(const QByteArray &key, const QByteArray &token)
{
    return base::isSameSecret(key, token) || key == store::tokenIdOf(token).toLatin1();
}

void login(Tools &tools, const CallPtr &call)
{
    const QJsonObject body = call->body.toObject();
    const QByteArray key = body.value("apiKey"_L1).toString().toUtf8();
    const QByteArray token = body.value("secretKey"_L1).toString().toUtf8();
    tools.identity.find(token, [call, key, token](const Known &who) {
        if (!who) {
            call->fail(who.error());
        } else if (!*who || !belongTogether(key, token)) {
            call->exchange->answer(
                refusal(401, u"unauthorized"_s, u"apiKey and secretKey must be a token's id and the token"_s));
        } else {
            const QString same = QString::fromUtf8(token);
            call->answer(200, {{u"accessToken"_s, same}, {u"refreshToken"_s, same}});
        }
    });
}

void answerNames(Tools &tools, const CallPtr &call)
{
    whenDone(tools.store.secretRecords().names(), tools.loop, [call](const base::Result<QStringList> &names) {
        names ? call->answer(200, {{u"secretNames"_s, QJsonArray::fromStringList(*names)}}) : call->fail(names.error());
    });
}

/// Deletes and values of one request, one after the other; the first that fails ends it.
class SecretChanges : public std::enable_shared_from_this<SecretChanges>
{
public:
    SecretChanges(Tools &tools, CallPtr call) : m_tools(tools), m_call(std::move(call)) {}

    base::Status read()
    {
        const QJsonObject body = m_call->body.toObject();
        for (const QJsonValue name : body.value("deletes"_L1).toArray()) {
            m_deletes.append(name.toString());
            CHECK(domain::checkSecretName(m_deletes.last()));
        }
        const QJsonObject values = body.value("secrets"_L1).toObject();
        for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
            CHECK(domain::checkSecretName(it.key()));
            if (it->toString().isEmpty()) {
                return base::invalid(u"secrets."_s + it.key(), u"a secret must be a text that is not empty"_s);
            }
            m_values.insert(it.key(), it->toString());
        }
        return {};
    }

    void goOn()
    {
        if (!m_deletes.isEmpty()) {
            follow(m_tools.secrets->remove(m_deletes.takeFirst(), m_call->by), base::ErrorCode::NotFound);
        } else if (!m_values.isEmpty()) {
            const QString name = m_values.firstKey();
            follow(m_tools.secrets->set(name, m_values.take(name), m_call->by), std::nullopt);
        } else {
            answerNames(m_tools, m_call);
        }
    }

private:
    void follow(const QFuture<base::Result<void>> &step, std::optional<base::ErrorCode> harmless)
    {
        whenDone(step, m_tools.loop, [self = shared_from_this(), harmless](const base::Status &status) {
            if (status || status.error().code == harmless) {
                self->goOn();
            } else {
                self->m_call->fail(status.error());
            }
        });
    }

    Tools &m_tools;
    CallPtr m_call;
    QStringList m_deletes;
    QMap<QString, QString> m_values;
};

void changeSecrets(Tools &tools, const CallPtr &call)
{
    if (!tools.secrets) {
        call->fail(base::unavailable({}, u"there is no keyring here"_s));
        return;
    }
    const auto changes = std::make_shared<SecretChanges>(tools, call);
    if (const base::Status fits = changes->read(); !fits) {
        call->fail(fits.error());
        return;
    }
    changes->goOn();
}

QList<Route> routesUnder(const QString &base)
{
    using enum Subject;
    using enum BodyKind;
    QList<Route> routes{
        {Method::Post, base + u"/auth/login"_s, Right::View, u"The token for apiKey and secretKey"_s, login, None, Json,
         smallBody},
        {Method::Post, base + u"/auth/refresh-token"_s, Right::View, u"The same once more"_s, login, None, Json,
         smallBody},
        {Method::Get, base + u"/secrets"_s, Right::Edit, u"The names of the secrets"_s, answerNames, None, Nothing,
         smallBody},
        {Method::Post, base + u"/secrets"_s, Right::Admin, u"Set and delete secrets"_s, changeSecrets, None, Json,
         smallBody},
    };
    routes[0].guard = Guard::Body;
    routes[1].guard = Guard::Body;
    return routes;
}

} // namespace

QList<Route> accountRoutes()
{
    return routesUnder({}) + routesUnder(u"/autotask"_s);
}

} // namespace server
