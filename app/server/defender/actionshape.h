// SPDX-License-Identifier: Apache-2.0
// Automations of the kind `bundle` as Defender's clients know them, and back. Pure functions, safe on every thread.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/server/defender/dialect.h"

namespace server {

enum class WithCode { No, Yes };

struct ActionView
{
    Dialect dialect = Dialect::Action;
    WithCode code = WithCode::No;
    QString webhookToken; ///< Of its webhook; empty where it has none or it is not to be seen.
};

/// Its triggers as one: what cannot be said in their words is `{"type":"manual"}`.
QJsonObject actionItem(const domain::Automation &automation, const ActionView &view);

/// The changes that a request to make or change one asks for, in our own names; what has none stands in `remote`. Where
/// `current` is given its `remote` is what is not replaced. Invalid names their field.
base::Result<QJsonObject> changesFromAction(const QJsonObject &action, const domain::Automation *current);

QString actionStatus(const domain::Run &run);
/// What a list shows of a run.
QJsonObject actionRunItem(const domain::Run &run, Dialect dialect);
/// The same with what it answered, or why it failed, and its log.
QJsonObject actionRunDetail(const domain::Run &run, Dialect dialect, const QString &log);

} // namespace server
