// SPDX-License-Identifier: Apache-2.0
// Answers held against the OpenAPI document of the routes. Valijson is seen by one file only, for it takes long to
// read.
#pragma once

#include "tests/unit/server/client.h"

#include <QSet>
#include <QString>

namespace test {

/// Fails the running test where a route's answer is not what the document says of it. Answers without a route, and
/// those cut off, are not looked at.
void failWhereUndescribed(const QByteArray &method, const QByteArray &path, const Reply &reply);
/// The routes that answered as they should, `GET /api/automations`, since the program began.
const QSet<QString> &routesSeen();

} // namespace test
