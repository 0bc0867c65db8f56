// SPDX-License-Identifier: Apache-2.0
// What another Signalbox can be asked for beside its automations and runs.
#pragma once

#include "app/domain/connections/providerinfo.h"
#include "app/sync/rest/call.h"

namespace providers::signalbox {

QList<domain::RemoteAction> actions();

struct Request
{
    rest::Call call;
    bool answersList = false; ///< Else it is an object.
};

/// What is asked for an action. Unsupported where there is none of the name, Invalid where a field is missing.
base::Result<Request> requestOf(const QString &action, const QJsonObject &fields);

} // namespace providers::signalbox
