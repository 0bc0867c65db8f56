// SPDX-License-Identifier: Apache-2.0
// What a NOBA server can be asked for beside automations and runs: webhooks, keys, playbooks, healing, exports.
#pragma once

#include "app/domain/connections/providerinfo.h"
#include "app/sync/rest/call.h"

#include <QJsonArray>
#include <QJsonObject>

namespace providers::noba {

/// Of the server as it is.
QList<domain::RemoteAction> actions();
/// What is asked for one. Unsupported where there is none of the name, Invalid where a field is missing or no JSON.
base::Result<rest::Call> callOf(const QString &action, const QJsonObject &fields);
/// The answer as it is shown: secrets masked, but for those that are told this once.
base::Result<QJsonValue> shown(const QString &action, const rest::Reply &reply);

/// `sha256=` and the signature that receivers ask for, over the very bytes that are sent.
QByteArray signatureOf(const QByteArray &body, const QString &secret);

} // namespace providers::noba
