// SPDX-License-Identifier: Apache-2.0
// The JSON of answers: a domain value's own fields, and beside them the names and units that older clients expect. Pure
// functions, safe on every thread.
#pragma once

#include "app/base/clock.h"
#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "app/store/logs.h"
#include "app/store/pauses.h"

#include <QJsonObject>

#include <optional>

namespace server {

/// When it is, whether everything is paused then, and the tokens of webhooks for who may see them.
struct Moment
{
    base::Instant now;
    store::Pausing everything = store::Pausing::Off;
    QHash<base::AutomationId, QString> tokens = {};
};

/// The earliest slot of any trigger to come; empty where there is none, or it or everything is paused. `zones` serves
/// the whole answer.
std::optional<base::Instant> nextRun(const domain::Automation &automation, const Moment &moment, domain::Zones &zones);

/// `lastRun` is its newest run. Adds `token` to a webhook where the moment knows it, `schedule`, `last_run` (Unix
/// seconds), `last_status` and `next_run`.
QJsonObject automationItem(const domain::Automation &automation, const std::optional<domain::Run> &lastRun,
                           const Moment &moment, domain::Zones &zones);

/// Adds `run_id`, and `started` and `finished` in Unix seconds.
QJsonObject runItem(const domain::Run &run);

/// Turns `schedule`, short for a cron trigger, into `triggers`. `current` are the triggers stored so far: the first
/// with a cron expression is replaced, or one is added; null takes it away. Invalid where both are given and disagree.
base::Result<QJsonObject> withoutShorthand(const QJsonObject &input, const QJsonArray &current);
/// An error in a trigger that came from the shorthand, told in its name.
base::Error inShorthand(const base::Error &error, const QJsonObject &input);

/// Which version a body `{version}` asks for. Invalid where it names none.
base::Result<qint64> versionWanted(const QJsonObject &body);

/// The bytes as the run wrote them: without the newlines that close open lines.
QByteArray storedBytes(const store::LogChunk &chunk);
/// Bytes as text, U+FFFD for what is not UTF-8; a character cut in two at the front is left out.
QString textOfTail(const QByteArray &bytes);
/// `out`, `err` or `note`.
QString streamWord(store::Stream stream);

} // namespace server
