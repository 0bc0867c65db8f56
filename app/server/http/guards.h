// SPDX-License-Identifier: Apache-2.0
// Who may talk to a server on loopback at all, judged by headers alone: against DNS rebinding, foreign pages in a
// browser, smuggled lengths. Pure functions.
#pragma once

#include "app/server/http/message.h"

#include <QStringList>

#include <optional>

namespace server {

struct GuardRules
{
    QByteArray listenHost; ///< As it stands in our URL: `127.0.0.1`, `[::1]`.
    quint16 port = 0;
};

/// Only `127.0.0.1`, `localhost`, `[::1]` or the address listened on, with our port (left out only for port 80).
bool isOurHost(const QByteArray &host, const GuardRules &rules);
/// A page we could have sent ourselves: `http://` and one of our hosts.
bool isOurOrigin(const QByteArray &origin, const GuardRules &rules);
/// `application/json`, in UTF-8 where a charset is named.
bool isJsonType(const QByteArray &contentType);

/// What is wrong with a request before anybody asks what it wants: host, framing. Empty where nothing is.
std::optional<Response> refuseHead(const Request &request, const GuardRules &rules);
/// That a page of another origin sent it.
std::optional<Response> refuseForeignPage(const Request &request, const GuardRules &rules);
/// That it comes from a page of exactly one origin, and from one of these.
bool isFromListedPage(const Request &request, const QStringList &origins);
/// What is wrong with its body's type. Empty where nothing is, and where there is no body.
std::optional<Response> refuseBodyType(const Request &request);
/// The same where it may be JSON, a form or text.
std::optional<Response> refuseHookType(const Request &request);

} // namespace server
