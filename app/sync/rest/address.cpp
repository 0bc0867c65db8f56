// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/address.h"

using namespace Qt::StringLiterals;

namespace rest {

base::Status checkAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        return base::invalid(u"base_url"_s, u"an address such as https://example.org:8080 is wanted"_s);
    }
    if (!url.userInfo().isEmpty()) {
        return base::invalid(u"base_url"_s, u"a login has no place in the address; it is a credential"_s);
    }
    if (url.hasQuery() || url.hasFragment()) {
        return base::invalid(u"base_url"_s, u"the address must end with its path"_s);
    }
    return {};
}

base::Status checkCaFile(const QString &path)
{
    if (!path.isEmpty() && !path.startsWith(u'/')) {
        return base::invalid(u"settings.ca_file"_s, u"the absolute path of a file in PEM is wanted"_s);
    }
    return {};
}

} // namespace rest
