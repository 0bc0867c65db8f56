// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/table.h"

#include "app/server/connections/connectionroutes.h"
#include "app/server/defender/defender.h"
#include "app/server/hooks/hooks.h"
#include "app/server/routes/approvalroutes.h"
#include "app/server/routes/auditroutes.h"
#include "app/server/routes/automationroutes.h"
#include "app/server/routes/calendarroutes.h"
#include "app/server/routes/forecastroutes.h"
#include "app/server/routes/inputroutes.h"
#include "app/server/routes/maintenanceroutes.h"
#include "app/server/routes/operatorroutes.h"
#include "app/server/routes/pauseroutes.h"
#include "app/server/routes/queueroutes.h"
#include "app/server/routes/runroutes.h"
#include "app/server/routes/secretroutes.h"
#include "app/server/routes/systemroutes.h"
#include "app/server/routes/whyroutes.h"
#include "app/server/settings/settingsroutes.h"
#include "app/server/transfer/transfer.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

struct Found
{
    QHash<QString, QString> path;
    QString shape; ///< One letter a segment: `f` fixed sorts before `v` variable.
};

std::optional<Found> fit(const QString &pattern, const QList<QByteArray> &segments)
{
    const QStringList words = pattern.split(u'/');
    if (words.size() != segments.size()) {
        return std::nullopt;
    }
    Found found;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString given = decoded(segments.at(i));
        if (words.at(i).startsWith(u'{')) {
            if (given.isEmpty()) {
                return std::nullopt;
            }
            found.path.insert(words.at(i).sliced(1).chopped(1), given);
            found.shape += u'v';
        } else if (words.at(i) == given) {
            found.shape += u'f';
        } else {
            return std::nullopt;
        }
    }
    return found;
}

} // namespace

const QList<Route> &routes()
{
    static const QList<Route> all = automationRoutes() + inputRoutes() + secretRoutes() + runRoutes() + queueRoutes() +
                                    whyRoutes() + forecastRoutes() + maintenanceRoutes() + calendarRoutes() +
                                    pauseRoutes() + systemRoutes() + approvalRoutes() + operatorRoutes() +
                                    auditRoutes() + settingsRoutes() + webhookRoutes() + connectionRoutes() +
                                    mirrorRoutes() + defenderRoutes() + allTransferRoutes();
    return all;
}

Match matchRoute(Method method, const QByteArray &path)
{
    const QList<QByteArray> segments = path.split('/');
    Match best;
    QString bestShape;
    for (const Route &route : routes()) {
        const std::optional<Found> found = fit(route.pattern, segments);
        if (!found || (!bestShape.isEmpty() && found->shape > bestShape)) {
            continue;
        }
        if (found->shape != bestShape) {
            best = {};
            bestShape = found->shape;
        }
        best.allowed.append(methodName(route.method));
        if (route.method == method) {
            best.route = &route;
            best.path = found->path;
            best.id = found->path.value(u"id"_s);
        }
    }
    return best;
}

} // namespace server
