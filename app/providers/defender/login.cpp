// SPDX-License-Identifier: Apache-2.0
#include "app/providers/defender/login.h"

using namespace Qt::StringLiterals;

namespace providers::defender {

namespace {

base::Error refused(const QString &detail)
{
    return {.code = base::ErrorCode::Denied, .detail = detail, .field = u"credential"_s};
}

/// A login changes nothing there, so there is nothing to look for; and whatever is wrong with what was sent is about
/// the key or its secret.
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

rest::Call loginCall(const QJsonObject &body)
{
    rest::Call call = rest::jsonCall("POST", {}, QJsonDocument(body));
    call.identity = rest::Identity::None;
    call.repeat = rest::Repeat::Safe;
    return call;
}

QUrl below(QUrl base, const QString &path)
{
    const QString before = base.path();
    base.setPath(before.endsWith(u'/') ? before + path : before + u'/' + path);
    return base;
}

SrpChallenge challengeOf(const QJsonObject &parameters)
{
    return {.salt = parameters.value("SALT"_L1).toString().toLatin1(),
            .publicNumber = parameters.value("SRP_B"_L1).toString().toLatin1(),
            .secretBlock = parameters.value("SECRET_BLOCK"_L1).toString().toLatin1()};
}

} // namespace

Login::Login(rest::RestClient &client, Settings settings, Credential credential)
    : m_client(client),
      m_settings(std::move(settings)),
      m_credential(std::move(credential)),
      m_token(m_settings.login == LoginWay::Token ? m_credential.token : QString())
{
}

net::Headers Login::headers() const
{
    net::Headers headers;
    const auto add = [&headers](const QByteArray &name, const QByteArray &prefix, const QString &value) {
        const QByteArray bytes = value.toUtf8();
        if (!bytes.isEmpty() && net::isHeaderValue(bytes)) {
            headers.emplaceBack(name, prefix + bytes);
        }
    };
    add("X-Api-Key", {}, m_credential.apiKey);
    add("Authorization", "Bearer ", m_token);
    return headers;
}

rest::Future<void> Login::renew()
{
    if (m_settings.login == LoginWay::Token) {
        return rest::settled<void>(
            refused(m_token.isEmpty() ? u"a token is needed"_s : u"the token is refused or over; give a new one"_s));
    }
    if (m_credential.apiKey.isEmpty() || m_credential.secret.isEmpty()) {
        return rest::settled<void>(refused(u"the API key and its secret are needed"_s));
    }
    if (m_refreshToken.isEmpty()) {
        return begin();
    }
    const rest::Promise<void> promise;
    base::onAnswer(this, refresh(), [this, promise](const base::Status &status) {
        if (status || status.error().code != base::ErrorCode::Denied) {
            promise.give(status);
            return;
        }
        m_refreshToken.clear(); // it is over, too
        base::onAnswer(this, begin(), [promise](const base::Status &begun) { promise.give(begun); });
    });
    return promise.future();
}

rest::Future<void> Login::begin()
{
    return taken(m_settings.login == LoginWay::Cognito ? askProof() : askService(u"auth/login"_s, {}));
}

rest::Future<void> Login::refresh()
{
    if (m_settings.login == LoginWay::Api) {
        return taken(askService(u"auth/refresh-token"_s, {{u"refreshToken"_s, m_refreshToken}}));
    }
    return taken(
        askCognito("InitiateAuth", {{u"AuthFlow"_s, u"REFRESH_TOKEN_AUTH"_s},
                                    {u"ClientId"_s, m_settings.clientId},
                                    {u"AuthParameters"_s, QJsonObject{{u"REFRESH_TOKEN"_s, m_refreshToken}}}}));
}

/// The tokens of a reply, kept.
rest::Future<void> Login::taken(const rest::Future<rest::Reply> &reply)
{
    const rest::Promise<void> promise;
    base::onAnswer(this, reply, [this, promise](const base::Result<rest::Reply> &answer) {
        if (!answer) {
            promise.give(loginError(answer.error()));
            return;
        }
        const base::Result<QJsonObject> tokens = rest::objectOf(*answer);
        promise.give(tokens ? take(*tokens) : base::Status(loginError(tokens.error())));
    });
    return promise.future();
}

base::Status Login::take(const QJsonObject &tokens)
{
    // Cognito gives three, of which the access token is the one that is taken there.
    const QJsonObject result = tokens.value("AuthenticationResult"_L1).toObject();
    const QString token =
        result.isEmpty() ? tokens.value("accessToken"_L1).toString() : result.value("AccessToken"_L1).toString();
    if (token.isEmpty()) {
        const QString challenge = tokens.value("ChallengeName"_L1).toString();
        return challenge.isEmpty()
                   ? base::Error{.code = base::ErrorCode::Corrupt,
                                 .context = u"logging in"_s,
                                 .detail = u"the login service gave no token"_s}
                   : refused(u"the login service asks for %1, which an API key can't give"_s.arg(challenge.left(60)));
    }
    m_token = token;
    // A renewal gives no new one.
    const QString refresh =
        result.isEmpty() ? tokens.value("refreshToken"_L1).toString() : result.value("RefreshToken"_L1).toString();
    m_refreshToken = refresh.isEmpty() ? m_refreshToken : refresh;
    return {};
}

rest::Future<rest::Reply> Login::askService(const QString &what, QJsonObject body)
{
    body.insert("apiKey"_L1, m_credential.apiKey);
    body.insert("secretKey"_L1, m_credential.secret);
    body.insert("type"_L1, u"admin"_s);
    rest::Call call = loginCall(body);
    call.url = below(m_settings.loginUrl, what);
    return m_client.ask(call);
}

rest::Future<rest::Reply> Login::askCognito(const QByteArray &operation, const QJsonObject &body)
{
    rest::Call call = loginCall(body);
    call.url = m_settings.cognitoUrl;
    call.headers = {{"Content-Type", "application/x-amz-json-1.1"},
                    {"X-Amz-Target", "AWSCognitoIdentityProviderService." + operation}};
    return m_client.ask(call);
}

rest::Future<rest::Reply> Login::askProof()
{
    base::Result<SrpClient> made = SrpClient::make();
    if (!made) {
        return rest::settled<rest::Reply>(made.error());
    }
    const auto srp = std::make_shared<SrpClient>(*std::move(made));
    const QJsonObject parameters{{u"USERNAME"_s, m_credential.apiKey},
                                 {u"SRP_A"_s, QString::fromLatin1(srp->publicNumber())}};
    const auto begun = askCognito(
        "InitiateAuth",
        {{u"AuthFlow"_s, u"USER_SRP_AUTH"_s}, {u"ClientId"_s, m_settings.clientId}, {u"AuthParameters"_s, parameters}});
    return rest::chain<rest::Reply>(this, begun, [this, srp](const rest::Reply &reply) {
        const base::Result<QJsonObject> challenge = rest::objectOf(reply);
        return challenge ? prove(*srp, *challenge) : rest::settled<rest::Reply>(challenge.error());
    });
}

rest::Future<rest::Reply> Login::prove(const SrpClient &srp, const QJsonObject &challenge)
{
    const QString name = challenge.value("ChallengeName"_L1).toString();
    if (name != "PASSWORD_VERIFIER"_L1) {
        return rest::settled<rest::Reply>(
            refused(u"the login service asks for “%1” instead of the proof of a password"_s.arg(name.left(60))));
    }
    const QJsonObject parameters = challenge.value("ChallengeParameters"_L1).toObject();
    const SrpChallenge asked = challengeOf(parameters);
    const SrpIdentity identity{.poolId = m_settings.poolId,
                               .user = parameters.value("USER_ID_FOR_SRP"_L1).toString(m_credential.apiKey),
                               .secret = m_credential.secret};
    const base::Result<QByteArray> key = srp.key(identity, asked);
    if (!key) {
        return rest::settled<rest::Reply>(key.error());
    }
    const QString timestamp = srpTimestamp(m_client.remote().clock.now());
    const QString signature = QString::fromLatin1(srpSignature(*key, identity, asked, timestamp));
    QJsonObject body{{u"ChallengeName"_s, name},
                     {u"ClientId"_s, m_settings.clientId},
                     {u"ChallengeResponses"_s,
                      QJsonObject{{u"USERNAME"_s, identity.user},
                                  {u"PASSWORD_CLAIM_SECRET_BLOCK"_s, QString::fromLatin1(asked.secretBlock)},
                                  {u"TIMESTAMP"_s, timestamp},
                                  {u"PASSWORD_CLAIM_SIGNATURE"_s, signature}}}};
    if (const QJsonValue session = challenge.value("Session"_L1); session.isString()) {
        body.insert("Session"_L1, session);
    }
    return askCognito("RespondToAuthChallenge", body);
}

} // namespace providers::defender
