// SPDX-License-Identifier: Apache-2.0
// From the params of an automation to a request that can be sent.
#pragma once

#include "app/base/result.h"
#include "app/net/request.h"

#include <QHash>
#include <QJsonObject>

namespace kinds {

inline constexpr int mostBodyBytes = 32 << 20;

/// What the fields alone can't tell: the form of address, login and headers. Pure; named as in `params`.
base::Status checkRequest(const QJsonObject &params);

/// Invalid where a secret does not fit into the place it is meant for, naming the field and never the secret.
base::Result<net::Request> requestOf(const QJsonObject &params, const QHash<QString, QString> &secrets);

} // namespace kinds
