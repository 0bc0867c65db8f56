// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/http/requestplan.h"

#include "app/domain/input/secretrefs.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace kinds {

namespace {

constexpr base::Seconds ever = std::chrono::hours(24 * 20); // the run's own time limit ends it

/// Those that belong to the connection.
bool isOurs(const QString &header)
{
    static const QStringList ours{u"content-length"_s, u"transfer-encoding"_s, u"connection"_s, u"upgrade"_s};
    return ours.contains(header.toLower());
}

base::Status checkUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty()) {
        return base::invalid(u"url"_s, u"url must be an address such as https://example.org/path"_s);
    }
    if (!url.userInfo().isEmpty()) {
        return base::invalid(u"url"_s, u"url must hold no login; auth is the place: Basic USER:${secret:NAME}"_s);
    }
    return {};
}

base::Status checkHeaders(const QJsonObject &headers)
{
    for (auto it = headers.constBegin(); it != headers.constEnd(); ++it) {
        const QString field = u"headers."_s + it.key();
        if (!net::isHeaderName(it.key().toUtf8())) {
            return base::invalid(field, u"%1 is no name of a header: letters, digits and - make one"_s.arg(it.key()));
        }
        if (isOurs(it.key())) {
            return base::invalid(field, u"%1 is set by Signalbox itself"_s.arg(it.key()));
        }
        if (!net::isHeaderValue(it->toString().toUtf8())) {
            return base::invalid(field, u"%1 must be one line"_s.arg(field));
        }
    }
    return {};
}

base::Status checkAuth(const QString &auth)
{
    if (auth.isEmpty()) {
        return {};
    }
    const QString scheme = auth.section(u' ', 0, 0);
    const QString rest = auth.section(u' ', 1);
    const bool basic = scheme.compare("basic"_L1, Qt::CaseInsensitive) == 0;
    if (!net::isHeaderName(scheme.toUtf8()) || rest.isEmpty() ||
        (basic && !QString(rest).remove(u"${secret:"_s).contains(u':'))) {
        return base::invalid(u"auth"_s,
                             u"auth must be Bearer ${secret:NAME}, Basic USER:${secret:NAME} or SCHEME VALUE"_s);
    }
    if (domain::secretsIn(rest).isEmpty()) {
        return base::invalid(u"auth"_s,
                             u"auth must refer to a secret, which stays in the keychain: %1 ${secret:NAME}"_s.arg(
                                 basic ? u"Basic USER:"_s : scheme));
    }
    return {};
}

QByteArray authorization(const QString &auth, const QHash<QString, QString> &secrets)
{
    const QString scheme = auth.section(u' ', 0, 0);
    const QByteArray value = domain::withSecrets(auth.section(u' ', 1), secrets).toUtf8();
    const bool basic = scheme.compare("basic"_L1, Qt::CaseInsensitive) == 0;
    return scheme.toUtf8() + ' ' + (basic ? value.toBase64() : value);
}

QByteArray typeOf(const QByteArray &body)
{
    QJsonParseError error;
    QJsonDocument::fromJson(body, &error);
    return error.error == QJsonParseError::NoError ? "application/json" : "text/plain; charset=utf-8";
}

base::Result<net::Headers> headersOf(const QJsonObject &params, const QHash<QString, QString> &secrets)
{
    net::Headers headers;
    const auto add = [&headers](const QString &field, const QByteArray &name, const QByteArray &value) -> base::Status {
        if (!net::isHeaderValue(value)) {
            return base::invalid(u"params."_s + field, u"the secret in %1 has more than one line"_s.arg(field));
        }
        headers.append({name, value});
        return {};
    };
    const QJsonObject given = params.value("headers"_L1).toObject();
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        CHECK(add(u"headers."_s + it.key(), it.key().toUtf8(), domain::withSecrets(it->toString(), secrets).toUtf8()));
    }
    if (const QString auth = params.value("auth"_L1).toString(); !auth.isEmpty()) {
        CHECK(add(u"auth"_s, "Authorization", authorization(auth, secrets)));
    }
    return headers;
}

} // namespace

base::Status checkRequest(const QJsonObject &params)
{
    CHECK(checkUrl(params.value("url"_L1).toString()));
    CHECK(checkAuth(params.value("auth"_L1).toString()));
    return checkHeaders(params.value("headers"_L1).toObject());
}

base::Result<net::Request> requestOf(const QJsonObject &params, const QHash<QString, QString> &secrets)
{
    net::Request request;
    request.url = QUrl(params.value("url"_L1).toString().trimmed(), QUrl::StrictMode);
    request.method = params.value("method"_L1).toString(u"GET"_s).toLatin1();
    TRY(request.headers, headersOf(params, secrets));
    request.body = domain::withSecrets(params.value("body"_L1).toString(), secrets).toUtf8();
    if (!request.body.isEmpty() && net::Answer{.headers = request.headers}.header("Content-Type").isEmpty()) {
        request.headers.append({"Content-Type", typeOf(request.body)});
    }
    request.caFile = params.value("ca_file"_L1).toString();
    request.longestSilence = base::Seconds(params.value("max_wait_s"_L1).toInteger(30));
    request.longest = ever;
    request.mostBytes = params.value("max_body_bytes"_L1).toInteger(mostBodyBytes);
    request.redirects = params.value("follow_redirects"_L1).toBool(true) ? 3 : 0;
    return request;
}

} // namespace kinds
