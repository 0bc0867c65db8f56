// SPDX-License-Identifier: Apache-2.0
// What the service puts around its answers: `{data, error}`, sometimes twice, and errors also where the status says
// that all is well. Pure.
#pragma once

#include "app/sync/rest/call.h"

#include <QJsonObject>

namespace providers::brahma {

/// Ok, or the error that stands in an answer of 2xx: NotFound where it says so, else Invalid of what changes anything
/// and Unavailable of what does not.
base::Status refusalIn(const QJsonObject &answer, const rest::Call &call);

/// What stands under `data`. Corrupt where there is nothing; errors as refusalIn().
base::Result<QJsonValue> dataOf(const rest::Reply &reply, const rest::Call &call);
base::Result<QJsonObject> dataObjectOf(const rest::Reply &reply, const rest::Call &call);
/// Null is a list without anything in it.
base::Result<QJsonArray> dataArrayOf(const rest::Reply &reply, const rest::Call &call);

/// The id of a task that was taken, in either nesting. Corrupt where there is none.
base::Result<QString> taskIdIn(const QJsonObject &data);
/// A nonce: decimal text, and a number where it comes as one. Corrupt where it is none.
base::Result<QString> nonceIn(const QJsonValue &data);

} // namespace providers::brahma
