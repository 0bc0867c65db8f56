// SPDX-License-Identifier: Apache-2.0
#include "app/kinds/kinds.h"

#include "app/bundles/bundles.h"
#include "app/engine/results/resultschema.h"
#include "app/kinds/bundle/bundle.h"
#include "app/kinds/delay/delay.h"
#include "app/kinds/http/http.h"
#include "app/kinds/notify/notify.h"
#include "app/kinds/script/script.h"
#include "app/kinds/service_control/servicecontrol.h"
#include "app/kinds/workflow/workflow.h"

using namespace Qt::StringLiterals;

namespace kinds {

engine::Kinds all()
{
    engine::Kinds kinds;
    kinds.push_back(std::make_unique<Script>());
    kinds.push_back(std::make_unique<Bundle>());
    kinds.push_back(std::make_unique<ServiceControl>());
    kinds.push_back(std::make_unique<Http>());
    kinds.push_back(std::make_unique<Notify>());
    kinds.push_back(std::make_unique<Delay>());
    kinds.push_back(std::make_unique<Workflow>());
    return kinds;
}

domain::Catalog catalog(const engine::Kinds &kinds)
{
    QList<domain::KindInfo> infos;
    for (const std::unique_ptr<engine::Kind> &kind : kinds) {
        infos.append(kind->info());
    }
    return domain::Catalog(infos);
}

base::Status checkMachine(const engine::Kinds &kinds, const domain::Automation &automation)
{
    if (!automation.connectionId.isEmpty()) {
        return {}; // this machine does not run it
    }
    for (const std::unique_ptr<engine::Kind> &kind : kinds) {
        if (kind->info().type == automation.type) {
            CHECK(engine::checkResultSchema(automation.resultSchema));
            return kind->check(automation);
        }
    }
    return base::invalid(QStringLiteral("type"), QStringLiteral("there is no kind named %1").arg(automation.type));
}

QFuture<base::Result<void>> checkContent(const bundles::Bundles &bundles, const domain::Automation &automation)
{
    const QJsonValue code = automation.params.value("code"_L1);
    if (automation.type == "bundle"_L1 && code.isString()) {
        return bundles.checkCode(code.toString());
    }
    return QtFuture::makeReadyFuture(base::Status());
}

} // namespace kinds
