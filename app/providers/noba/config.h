// SPDX-License-Identifier: Apache-2.0
// NOBA's types and their `config` as our kinds and their params, and back. Pure.
#pragma once

#include "app/domain/automation.h"

namespace providers::noba {

struct OurKind
{
    QString type;
    QJsonObject params;
    QJsonObject rest; ///< What of the config has no param.
};

/// A type that no kind of ours is like has `noba_` in front, and its config for params. Secrets are masked.
OurKind ourKind(const QString &type, const QJsonObject &config);

struct TheirKind
{
    QString type;
    QJsonObject config;
};

/// `real` is the config that stands there, empty for a new one: what of it has no param stays, secrets too. Invalid,
/// named `type` or `params.x`, for what NOBA has no place for.
base::Result<TheirKind> theirKind(const QString &type, const QJsonObject &params, const QJsonObject &real);

/// Their `schedule` of our triggers, null where there are none. `zone` is that of the server. Invalid, named
/// `triggers[0].x`, where it can't be said there.
base::Result<QJsonValue> theirSchedule(const QList<domain::Trigger> &triggers, const QString &zone);

} // namespace providers::noba
