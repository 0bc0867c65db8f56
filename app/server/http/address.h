// SPDX-License-Identifier: Apache-2.0
// Where to listen: a literal loopback address and a port. Names are refused, so that no resolver decides who may connect.
#pragma once

#include "app/base/result.h"

#include <QString>

namespace server {

struct Address
{
    QString host; ///< `127.0.0.1`, `::1`, without brackets.
    quint16 port = 0;
};

/// Reads `127.0.0.1:41700` or `[::1]:0`. Invalid in the field `listen`.
base::Result<Address> parseAddress(const QString &text);
/// `127.0.0.1` or `[::1]`, as it stands in a URL.
QString urlHost(const Address &address);

} // namespace server
