// SPDX-License-Identifier: Apache-2.0
// What a NOBA server can be asked for beside automations and runs: webhooks, keys, playbooks, healing, exports.
#pragma once

#include "app/domain/connections/providerinfo.h"
#include "app/sync/rest/call.h"

#include <QJsonArray>
#include <QJsonObject>

namespace providers::noba {

/// Of both dialects: what only one of them has is Unsupported in the other.
QList<domain::RemoteAction> actions();
/// What the server as it is is asked for one. Unsupported where there is none of the name, Invalid where a field is
/// missing or no JSON.
base::Result<rest::Call> callOf(const QString &action, const QJsonObject &fields);
/// The answer as it is shown: secrets masked, but for those that are told this once.
base::Result<QJsonValue> shown(const QString &action, const rest::Reply &reply);

/// What the action is given, by its fields. Unsupported where there is none of the name, Invalid with the field.
base::Result<QJsonObject> givenTo(const QString &action, const QJsonObject &fields);
/// The list that is to be imported, of what the import is given; an export as it is does, too. Invalid with the field.
base::Result<QJsonArray> automationsIn(const QJsonObject &given);

/// `sha256=` and the signature that receivers ask for, over the very bytes that are sent.
QByteArray signatureOf(const QByteArray &body, const QString &secret);

} // namespace providers::noba
