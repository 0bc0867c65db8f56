// SPDX-License-Identifier: Apache-2.0
#include "app/net/request.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace net {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

bool isHeaderName(const QByteArray &name)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
    };
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), allowed);
}

bool isHeaderValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 127; });
}

bool isSameOrigin(const QUrl &from, const QUrl &to)
{
    if (from.host() != to.host()) {
        return false;
    }
    const bool nowEncrypted = from.scheme() == "http"_L1 && to.scheme() == "https"_L1;
    return (from.scheme() == to.scheme() && portOf(from) == portOf(to)) ||
           (nowEncrypted && portOf(from) == 80 && portOf(to) == 443);
}

} // namespace net
