// SPDX-License-Identifier: Apache-2.0
// What commands about remote systems share: the path of a connection, and reading `--set`.
#pragma once

#include "app/cli/commands/session.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

/// A connection is named by its id or its name.
QByteArray connectionPath(const QString &idOrName, const QByteArray &rest = {});

/// `--set KEY=VALUE` …, once each. A value of `-` is standard input, for one key at most.
base::Result<QHash<QString, QString>> givenValues(Session &session);

/// The text as the field's type has it: a number, a flag, a list with commas, or itself. Invalid names the field.
base::Result<QJsonValue> valueOf(const QJsonObject &field, const QString &text);
/// Every value by its field; Invalid for one that has none.
base::Result<QJsonObject> valuesOf(const QJsonArray &fields, const QHash<QString, QString> &values);

/// Of a request that the engine answers once the other system did. How long that may take is known there, call by call;
/// this is only how long somebody may sit here before it is surely a fault.
inline constexpr std::chrono::hours longestThere{1};

/// Says, after `quiet`, that the answer is still waited for and that leaving does not call off what was asked for.
void sayThatItWaits(Session &session, std::chrono::milliseconds quiet = std::chrono::seconds(4));

} // namespace cli
