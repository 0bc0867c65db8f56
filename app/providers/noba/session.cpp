// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/session.h"

#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace providers::noba {

namespace {

// Five failures within a minute lock every login from the address out for five minutes, and it does not say for how
// long.
constexpr base::Seconds afterRefusal{60};
constexpr base::Seconds afterLockOut{300};

QByteArray fromBase32(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar c : text.toUpper()) {
        if (c == u' ' || c == u'-' || c == u'=') {
            continue;
        }
        const qsizetype value = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c);
        if (value < 0) {
            return {};
        }
        bits = (bits << 5 | static_cast<quint32>(value)) & 0xfff;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(static_cast<char>(bits >> count & 0xff));
        }
    }
    return bytes;
}

bool isLockOut(const base::Error &error)
{
    return error.code == base::ErrorCode::Unavailable && error.detail.contains("answered 429"_L1);
}

base::Error denied(const QString &detail)
{
    return {.code = base::ErrorCode::Denied, .detail = detail, .field = u"credential"_s};
}

} // namespace

QString totpCode(const QString &secret, base::Instant now)
{
    const QByteArray key = fromBase32(secret);
    if (key.isEmpty()) {
        return {};
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()).count();
    QByteArray counter(8, '\0');
    qToBigEndian<qint64>(seconds / 30, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, key, QCryptographicHash::Sha1);
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + (mac.back() & 0xf)) & 0x7fffffff;
    return u"%1"_s.arg(number % 1000000, 6, 10, QChar(u'0'));
}

Session::Session(rest::RestClient &client, Credential credential, std::function<void(const Credential &)> keep)
    : m_client(client), m_credential(std::move(credential)), m_keep(std::move(keep))
{
    m_client.identifyBy([this] { return headers(); });
    if (m_credential.value(u"api_key"_s).isEmpty() && !m_credential.value(u"password"_s).isEmpty()) {
        m_client.renewBy([this] { return renew(); });
    }
}

/// The word before a key is another than before a token: the one is refused with the other's.
net::Headers Session::headers() const
{
    const QByteArray key = m_credential.value(u"api_key"_s).trimmed().toUtf8();
    const QByteArray token = m_credential.value(u"token"_s).trimmed().toUtf8();
    if (!key.isEmpty() && net::isHeaderValue(key)) {
        return {{"Authorization", "ApiKey " + key}};
    }
    return token.isEmpty() || !net::isHeaderValue(token) ? net::Headers()
                                                         : net::Headers{{"Authorization", "Bearer " + token}};
}

rest::Call Session::loginCall(const QString &code) const
{
    QJsonObject body{{u"username"_s, m_credential.value(u"username"_s)},
                     {u"password"_s, m_credential.value(u"password"_s)}};
    if (!code.isEmpty()) {
        body.insert("totp_code"_L1, code);
    }
    rest::Call call = rest::jsonCall("POST", {u"api"_s, u"login"_s}, QJsonDocument(body));
    call.identity = rest::Identity::None;
    call.repeat = rest::Repeat::Once;
    return call;
}

rest::Future<void> Session::renew()
{
    if (m_refusal && m_client.remote().clock.monotonic() < m_refusedUntil) {
        return rest::settled<void>(*m_refusal);
    }
    const rest::Promise<void> promise;
    login(promise, {});
    return promise.future();
}

void Session::login(const rest::Promise<void> &promise, const QString &code)
{
    base::onAnswer(&m_client, m_client.ask(loginCall(code)),
                   [this, promise, code](const base::Result<rest::Reply> &reply) {
                       const base::Result<QJsonObject> answer = reply ? rest::objectOf(*reply) : reply.error();
                       if (answer && answer->value("requires_2fa"_L1).toBool() && code.isEmpty()) {
                           const QString secret = m_credential.value(u"totp_secret"_s);
                           const QString next = secret.isEmpty() ? m_credential.value(u"totp_code"_s).trimmed()
                                                                 : totpCode(secret, m_client.remote().clock.now());
                           if (!next.isEmpty()) {
                               login(promise, next);
                               return;
                           }
                       }
                       base::Status status = answer ? take(*answer) : base::Status(answer.error());
                       if (!status && status.error().code == base::ErrorCode::Timeout) {
                           base::Error lost = status.error(); // a login that may have been done is no harm
                           lost.code = base::ErrorCode::Unavailable;
                           status = lost;
                       }
                       if (!status && (status.error().code == base::ErrorCode::Denied || isLockOut(status.error()))) {
                           m_refusal = status.error();
                           m_refusedUntil = m_client.remote().clock.monotonic() +
                                            (isLockOut(*m_refusal) ? afterLockOut : afterRefusal);
                       }
                       promise.give(status);
                   });
}

base::Status Session::take(const QJsonObject &answer)
{
    const QString token = answer.value("token"_L1).toString();
    if (token.isEmpty()) {
        return answer.value("requires_2fa"_L1).toBool()
                   ? denied(u"NOBA asks for a code of the second factor; log in again with one"_s)
                   : base::Error{.code = base::ErrorCode::Corrupt, .detail = u"NOBA's login gave no token"_s};
    }
    m_refusal.reset();
    m_credential.insert(u"token"_s, token);
    m_credential.remove(u"totp_code"_s); // counts once
    m_keep(m_credential);
    return {};
}

} // namespace providers::noba
