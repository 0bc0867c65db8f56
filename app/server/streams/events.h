// SPDX-License-Identifier: Apache-2.0
// Server-sent events as text. Pure functions.
#pragma once

#include "app/server/streams/lines.h"

#include <QJsonObject>

namespace server {

/// A comment; keeps a silent stream alive.
inline const QByteArray heartbeatEvent = QByteArrayLiteral(":\n\n");

/// A line of a log: its number as id, its text as data. A carriage return would end the data, so the text is split
/// there; one at the end is left out.
QByteArray lineEvent(const Line &line);
/// An event without a name or id.
QByteArray dataEvent(const QJsonObject &data);
/// The last event of a run's stream.
QByteArray endEvent(const QString &status);

} // namespace server
