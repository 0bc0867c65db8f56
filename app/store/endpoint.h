// SPDX-License-Identifier: Apache-2.0
// Where a running engine answers: `endpoint.json` in the store's runtime folder, mode 0600. Written by whoever serves,
// read by the command line.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace store {

struct Endpoint
{
    QString url;      ///< `http://127.0.0.1:41700`
    QByteArray token; ///< 256 random bits in hex, made anew at each start.
    qint64 pid = 0;
};

/// 64 hex characters from the system's random source.
QByteArray newToken();
/// Replaces the file atomically, mode 0600.
base::Status writeEndpoint(const QString &runtimeDirectory, const Endpoint &endpoint);
/// NotFound where there is no file or its process is gone; Invalid where it can't be read as an endpoint.
base::Result<Endpoint> readEndpoint(const QString &runtimeDirectory);
/// Removes the file if it is the one of this process.
void removeEndpoint(const QString &runtimeDirectory);

} // namespace store
