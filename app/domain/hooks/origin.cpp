// SPDX-License-Identifier: Apache-2.0
#include "app/domain/hooks/origin.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qsizetype longestOrigin = 300;

/// The origin of a page at `url`; empty where it has none.
QString originOf(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1)) {
        return {};
    }
    const int usual = scheme == "https"_L1 ? 443 : 80;
    const QString host = url.host(QUrl::FullyEncoded);
    const QString name = host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
    return scheme + u"://"_s + name + (url.port(usual) == usual ? QString() : u":%1"_s.arg(url.port()));
}

} // namespace

base::Status checkOrigin(const QString &text)
{
    const QString origin = text.size() > longestOrigin ? QString() : originOf(QUrl(text, QUrl::StrictMode));
    if (!origin.isEmpty() && origin == text) {
        return {};
    }
    QString detail = u"“%1” is no origin of a page, such as https://dash.example or http://127.0.0.1:3000"_s.arg(
        text.left(longestOrigin));
    if (!origin.isEmpty()) {
        detail += u"; write it as %1"_s.arg(origin);
    }
    return base::invalid({}, detail);
}

} // namespace domain
