// SPDX-License-Identifier: Apache-2.0
#include "app/providers/theeye/session.h"

using namespace Qt::StringLiterals;

namespace providers::theeye {

namespace {

base::Error refused(const QString &detail)
{
    return {.code = base::ErrorCode::Denied, .detail = detail, .field = u"credential"_s};
}

/// A login changes nothing there, so that there is nothing to look for.
base::Error loginError(base::Error error)
{
    error.context = u"logging in"_s;
    if (error.code == base::ErrorCode::Timeout) {
        error.code = base::ErrorCode::Unavailable;
    } else if (error.code == base::ErrorCode::Invalid || error.code == base::ErrorCode::Denied) {
        error.code = base::ErrorCode::Denied;
        error.field = u"credential"_s;
    }
    return error;
}

} // namespace

Session::Session(rest::RestClient &gateway, QString organisation, Credential credential)
    : m_gateway(gateway),
      m_organisation(std::move(organisation)),
      m_credential(std::move(credential)),
      m_token(m_credential.integrationToken)
{
}

net::Headers Session::headers() const
{
    const QByteArray token = m_token.toUtf8();
    return token.isEmpty() || !net::isHeaderValue(token) ? net::Headers()
                                                         : net::Headers{{"Authorization", "Bearer " + token}};
}

rest::Future<void> Session::renew()
{
    if (!m_underWay || m_underWay->isFinished()) {
        m_underWay = login();
    }
    return *m_underWay;
}

rest::Future<void> Session::login()
{
    if (m_ended) {
        return rest::settled<void>(refused(u"it was logged out from here; sync logs in again"_s));
    }
    if (!m_credential.integrationToken.isEmpty()) {
        return rest::settled<void>(refused(u"the integration token is refused"_s));
    }
    if (m_credential.username.isEmpty() || m_credential.password.isEmpty()) {
        return rest::settled<void>(refused(u"an integration token, or a name and a password, is needed"_s));
    }
    rest::Call call = rest::plainCall({u"api"_s, u"auth"_s, u"login"_s}, "POST");
    call.ask(u"customer"_s, m_organisation);
    const QByteArray who = (m_credential.username + u':' + m_credential.password).toUtf8();
    call.headers = {{"Authorization", "Basic " + who.toBase64()}};
    call.identity = rest::Identity::None;
    call.repeat = rest::Repeat::Safe;
    const rest::Promise<void> promise;
    base::onAnswer(this, m_gateway.ask(call), [this, promise](const base::Result<rest::Reply> &reply) {
        promise.give(reply ? take(*reply) : base::Status(loginError(reply.error())));
    });
    return promise.future();
}

base::Status Session::take(const rest::Reply &reply)
{
    const base::Result<QJsonObject> answer = rest::objectOf(reply);
    if (!answer) {
        return loginError(answer.error());
    }
    m_token = answer->value("access_token"_L1).toString();
    return m_token.isEmpty() ? base::Error{.code = base::ErrorCode::Corrupt,
                                           .context = u"logging in"_s,
                                           .detail = u"the gateway of TheEye gave no token"_s}
                             : base::Status();
}

base::Status Session::end(const rest::Reply &)
{
    m_token.clear();
    m_ended = true;
    return {};
}

} // namespace providers::theeye
