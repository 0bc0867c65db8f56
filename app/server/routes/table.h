// SPDX-License-Identifier: Apache-2.0
// All routes, and which of them a path means: fixed words win over variables, from left to right.
#pragma once

#include "app/server/routes/route.h"

namespace server {

/// In the order of the documentation.
const QList<Route> &routes();

struct Match
{
    const Route *route = nullptr; ///< Null where no row has this method.
    QString id;
    QHash<QString, QString> path; ///< Every variable of the pattern, `id` among them.
    QList<QByteArray> allowed;    ///< Methods of the pattern; empty where no pattern fits the path.
};

Match matchRoute(Method method, const QByteArray &path);

} // namespace server
