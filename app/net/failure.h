// SPDX-License-Identifier: Apache-2.0
// Turns what Qt Network says of a failed exchange into an Error of the house.
#pragma once

#include "app/base/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace net {

/// One sentence on what is wrong with the other's certificate.
QString certificateFault(const QSslError &error, const QString &host);

/// Whether it can only happen before the first byte of a request is written.
bool isBeforeSending(QNetworkReply::NetworkError error);

base::Error failureOf(const QNetworkReply &reply, const QList<QSslError> &tls);

} // namespace net
