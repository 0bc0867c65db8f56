// SPDX-License-Identifier: Apache-2.0
// An action with its fields as the call that it is, and what is shown of the answer. Pure.
#pragma once

#include "app/providers/theeye/actions.h"

namespace providers::theeye {

struct Wanted
{
    const Row *row = nullptr;
    rest::Call call;
};

/// Unsupported where there is no such action; Invalid names the field.
base::Result<Wanted> wantedBy(const QString &action, const QJsonObject &fields, const Settings &settings);
/// Without secrets, unless it was the secret that was asked for. Corrupt where it is of another form than it should be.
base::Result<QJsonValue> shown(const Row &row, const rest::Reply &reply);

} // namespace providers::theeye
