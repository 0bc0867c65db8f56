// SPDX-License-Identifier: Apache-2.0
#include "app/server/http/address.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace server {

base::Result<Address> parseAddress(const QString &text)
{
    static const QRegularExpression form(
        u"\\A(?:(127\\.(?:\\d{1,3})\\.(?:\\d{1,3})\\.(?:\\d{1,3}))|\\[(::1)\\]):(\\d{1,5})\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    bool fits = match.hasMatch();
    for (const QString &part : match.captured(1).split(u'.', Qt::SkipEmptyParts)) {
        fits = fits && part.toInt() <= 255 && (part.size() == 1 || !part.startsWith(u'0'));
    }
    const int port = match.captured(3).toInt();
    if (!fits || port > 65535) {
        return base::invalid(u"listen"_s, u"listen must be a literal loopback address and a port such as 127.0.0.1:41700"_s);
    }
    return Address{match.captured(1) + match.captured(2), static_cast<quint16>(port)};
}

QString urlHost(const Address &address)
{
    return address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
}

} // namespace server
