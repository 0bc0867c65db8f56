// SPDX-License-Identifier: Apache-2.0
// The JSON of answers about remote systems. Pure functions, safe on every thread.
#pragma once

#include "app/domain/connections/connection.h"
#include "app/domain/connections/losses.h"
#include "app/domain/connections/providerinfo.h"
#include "app/store/mirrors/mirrors.h"
#include "app/store/mirrors/outbox.h"

#include <QJsonArray>
#include <QJsonObject>

namespace server {

QJsonObject providerItem(const domain::ProviderInfo &info);
QJsonArray actionItems(const domain::ProviderInfo &info);
QJsonObject accountItem(const domain::AccountFacts &facts);
QJsonObject conflictItem(const store::Conflict &conflict);
QJsonObject outboxItem(const store::OutboxEntry &entry);
QJsonArray lossItems(const QList<domain::Loss> &losses);

/// What a person chose: `side`, `local` or `remote`, and by field in `fields`.
base::Result<store::Choice> choiceFrom(const QJsonObject &body);

} // namespace server
