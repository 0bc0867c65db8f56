// SPDX-License-Identifier: Apache-2.0
#include "app/notices/webhook.h"

#include "app/net/exchange.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace notices {

namespace {

constexpr int tooManyRequests = 429;
constexpr int serviceUnavailable = 503;

net::Request requestOf(const domain::Notice &notice)
{
    return {.url = QUrl(notice.webhook.trimmed(), QUrl::StrictMode),
            .method = "POST",
            .headers = {{"Content-Type", "application/json"}},
            .body = QJsonDocument(domain::toJson(notice)).toJson(QJsonDocument::Compact),
            .caFile = {},
            .longestSilence = base::Seconds(10),
            .longest = base::Seconds(20),
            .mostBytes = 1 << 20};
}

base::Status judged(const net::Answer &answer)
{
    if (answer.status >= 200 && answer.status < 300) {
        return {};
    }
    const bool asksForPatience = answer.status == tooManyRequests || answer.status == serviceUnavailable;
    return base::Error{.code = asksForPatience ? base::ErrorCode::Unavailable : base::ErrorCode::Denied,
                       .detail = u"%1 answered %2"_s.arg(answer.url.host()).arg(answer.status)};
}

/// An answer that got lost says nothing about the notice.
base::Error failed(const net::Exchange &exchange, const QUrl &url, const base::Error &error)
{
    base::Error told = error;
    told.context.clear();
    told.detail.replace(url.toString(QUrl::FullyEncoded), url.host());
    if (url.path().size() > 1) {
        told.detail.replace(url.path(), u"/…"_s);
    }
    if (exchange.sent() == net::Sent::Perhaps) {
        told.code = base::ErrorCode::Timeout;
        told.detail += u"; it may have arrived"_s;
    } else {
        told.code = base::ErrorCode::Unavailable;
    }
    return told;
}

} // namespace

void post(QObject *context, const domain::Notice &notice, const std::function<void(const base::Status &)> &take)
{
    const net::Request request = requestOf(notice);
    if (!request.url.isValid() || request.url.host().isEmpty()) {
        take(base::invalid({}, u"with its secrets filled in the address is none"_s));
        return;
    }
    auto *exchange = new net::Exchange(request, context);
    QObject::connect(
        exchange, &net::Exchange::finished, context, [exchange, url = request.url, take](const base::Status &status) {
            exchange->deleteLater();
            take(status ? judged(exchange->answer()) : base::Status(failed(*exchange, url, status.error())));
        });
    exchange->start();
}

} // namespace notices
