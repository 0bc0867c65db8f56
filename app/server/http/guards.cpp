// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/guards.h"

#include "app/domain/hooks/request.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

/// Beast lets equal lengths pass and joins nothing; whoever stands in front of us might read them otherwise.
bool isFramedStrictly(const Request &request)
{
    const int lengths = request.count("content-length"_ba);
    const int codings = request.count("transfer-encoding"_ba);
    const QByteArray length = request.header("content-length"_ba);
    const bool digits = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (lengths + codings > 1 || (lengths == 1 && (length.isEmpty() || !digits))) {
        return false;
    }
    return codings == 0 || (request.keepsChunks && request.header("transfer-encoding"_ba).toLower() == "chunked"_ba);
}

bool isForeignPage(const Request &request, const GuardRules &rules)
{
    const QByteArray site = request.header("sec-fetch-site"_ba).toLower();
    if (!site.isEmpty() && site != "same-origin"_ba && site != "none"_ba) {
        return true;
    }
    const int origins = request.count("origin"_ba);
    return origins > 1 || (origins == 1 && !isOurOrigin(request.header("origin"_ba), rules));
}

bool isPlain(const Request &request)
{
    return request.count("content-encoding"_ba) == 0 ||
           request.header("content-encoding"_ba).toLower() == "identity"_ba;
}

} // namespace

bool isOurHost(const QByteArray &host, const GuardRules &rules)
{
    const QByteArray port = ":"_ba + QByteArray::number(rules.port);
    for (const QByteArray &name : {"127.0.0.1"_ba, "localhost"_ba, "[::1]"_ba, rules.listenHost}) {
        const QByteArray given = host.toLower();
        if (given == name + port || (rules.port == 80 && given == name)) {
            return true;
        }
    }
    return false;
}

bool isOurOrigin(const QByteArray &origin, const GuardRules &rules)
{
    return origin.startsWith("http://"_ba) && isOurHost(origin.mid(7), rules);
}

bool isJsonType(const QByteArray &contentType)
{
    QList<QByteArray> parts = contentType.toLower().split(';');
    if (parts.takeFirst().trimmed() != "application/json"_ba) {
        return false;
    }
    return std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
        const QByteArray name = part.trimmed();
        return !name.startsWith("charset"_ba) || name == "charset=utf-8"_ba || name == "charset=\"utf-8\""_ba;
    });
}

std::optional<Response> refuseHead(const Request &request, const GuardRules &rules)
{
    if (!isFramedStrictly(request)) {
        return refusal(400, u"invalid"_s, u"a body needs exactly one Content-Length, or Transfer-Encoding: chunked"_s);
    }
    if (request.count("host"_ba) != 1 || !isOurHost(request.header("host"_ba), rules)) {
        return refusal(421, u"wrong_host"_s,
                       u"the Host header must name this computer and port, such as %1:%2"_s
                           .arg(QString::fromLatin1(rules.listenHost))
                           .arg(rules.port));
    }
    if (!request.path.startsWith('/')) {
        return refusal(400, u"invalid"_s, u"the request target must be a path"_s);
    }
    return std::nullopt;
}

std::optional<Response> refuseForeignPage(const Request &request, const GuardRules &rules)
{
    if (isForeignPage(request, rules)) {
        return refusal(403, u"denied"_s, u"requests from pages of other origins are refused"_s);
    }
    return std::nullopt;
}

bool isFromListedPage(const Request &request, const QStringList &origins)
{
    return request.count("origin"_ba) == 1 &&
           origins.contains(QString::fromLatin1(request.header("origin"_ba)), Qt::CaseSensitive);
}

std::optional<Response> refuseHookType(const Request &request)
{
    const bool known = request.count("content-type"_ba) == 1 && domain::bodyTypeOf(request.header("content-type"_ba));
    if (request.hasBody() && (!isPlain(request) || !known)) {
        return refusal(415, u"wrong_type"_s, u"the body must be JSON, a form or text, and say which by Content-Type"_s);
    }
    return std::nullopt;
}

std::optional<Response> refuseBodyType(const Request &request)
{
    if (!request.hasBody()) {
        return std::nullopt;
    }
    if (!isPlain(request) || request.count("content-type"_ba) != 1 || !isJsonType(request.header("content-type"_ba))) {
        return refusal(415, u"wrong_type"_s, u"the body must be JSON, sent as Content-Type: application/json"_s);
    }
    return std::nullopt;
}

} // namespace server
