// SPDX-License-Identifier: Apache-2.0
// Our own format: an array of automations as they are, without ids of others, without secrets.
#pragma once

#include "app/bundles/formats/format.h"

namespace bundles {

bool isJson(const Source &source);
/// Ids are made anew, and references between the automations follow. All or nothing: Invalid names `[i].field`.
base::Result<ImportPlan> readJson(const Source &source, const Surroundings &around);
/// The same of an array that was read before.
base::Result<ImportPlan> planJson(const QJsonArray &array);
Exported writeJson(const QList<domain::Automation> &automations, const ExportAround &around);
/// One of the array. What it is, not how it stands: no times, version or pause; no token of a webhook.
QJsonObject exportedJson(const domain::Automation &automation);

} // namespace bundles
