// SPDX-License-Identifier: Apache-2.0
// Entries of a run's log, which are notifications of JSON-RPC, as lines for people; and what else comes in the same
// stream. What is not known is shown as it came. Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace providers::posthog {

/// Without the second of the underscores that some methods begin with.
QString methodOf(const QJsonObject &entry);

/// Whether it is a piece of text that is streamed and not kept: it comes again as a whole.
bool isPassing(const QJsonObject &entry);

/// Lines, each with its line end; empty where there is nothing to see.
QByteArray linesOf(const QJsonObject &entry);

/// What an event of the stream is.
enum class Sort {
    Entry,      ///< Of the log.
    RunState,   ///< How the run stands.
    Permission, ///< Somebody is asked.
    KeepAlive,
};
Sort sortOf(const QJsonObject &event);

/// One line for the log, of any kind.
QJsonObject consoleEntry(const QString &run, const QString &level, const QString &message, const QString &at);

/// The entries of a log as JSON lines; a line that is none becomes an entry that shows it.
QJsonArray entriesIn(const QByteArray &jsonLines);

} // namespace providers::posthog
