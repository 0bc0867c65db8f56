// SPDX-License-Identifier: Apache-2.0
// The connection that somebody names, by its id or by its name.
#pragma once

#include "app/server/routes/route.h"
#include "app/store/connections/connections.h"
#include "app/store/store.h"

namespace server {

/// Goes on with it on the I/O thread; NotFound ends the call.
template <typename Go> void withConnection(Tools &tools, const CallPtr &call, const QString &idOrName, Go go)
{
    whenDone(tools.store.connections().list(), tools.loop,
             [call, idOrName, go](const base::Result<QList<domain::Connection>> &all) {
                 for (const domain::Connection &one : all.value_or(QList<domain::Connection>())) {
                     if (one.id.text() == idOrName || one.name.compare(idOrName, Qt::CaseInsensitive) == 0) {
                         go(one);
                         return;
                     }
                 }
                 call->fail(all ? base::notFound(QStringLiteral("connection ") + idOrName) : all.error());
             });
}

} // namespace server
