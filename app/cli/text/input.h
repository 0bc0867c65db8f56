// SPDX-License-Identifier: Apache-2.0
// What a command is given to read: a file, or standard input under the name `-`. Bounded; faults are named by file,
// line and column.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonDocument>

#include <cstdio>

namespace cli {

/// More than this is refused: 32 MiB.
inline constexpr qint64 inputLimit = 32 * 1024 * 1024;
/// Where a bundle of code may be in it: 72 MiB.
inline constexpr qint64 codeLimit = 72 * 1024 * 1024;

/// Blocks until the input is at its end. Invalid for a file that is missing, too large or a folder; Unavailable
/// where reading fails.
base::Result<QByteArray> readInput(const QString &name, std::FILE *standardInput, qint64 limit = inputLimit);

/// The same read as JSON: an object or an array. Invalid with `NAME: line L, column C: what is wrong`.
base::Result<QJsonDocument> readJson(const QString &name, std::FILE *standardInput, qint64 limit = inputLimit);

/// The same of what was read already.
base::Result<QJsonDocument> parseJson(const QString &name, QByteArray text);

} // namespace cli
