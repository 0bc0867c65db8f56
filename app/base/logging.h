// SPDX-License-Identifier: Apache-2.0
// The program's own log: one category a room, one handler that writes a rotated file beside the store (the window shows
// it under Help) and, at warning level and above, standard error.
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace base {

Q_DECLARE_LOGGING_CATEGORY(logBase)

/// Installs the handler. `path` is the file (`signalbox.log`); at 1 MiB it becomes `signalbox.log.1`. Call once, from
/// main. Handlers may be called from any thread; lines are never interleaved. Control characters are written as `\xNN`,
/// so that one record is always one line.
void startLogging(const QString &path);

/// The file given to startLogging(), or empty.
QString loggingPath();

} // namespace base
