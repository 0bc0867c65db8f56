// SPDX-License-Identifier: Apache-2.0
// What a log looks like in a file: as it was written, safe to show in a terminal, as a page, as records. Pure; used in
// the pool.
#pragma once

#include "app/store/logs.h"
#include "ui/look/tokens.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace ui {

/// Text: the bytes as written. Ansi: as seen here, colours as escapes and nothing else. JsonLines: an object a line.
/// Zip: the text, and beside it what the run was.
enum class LogForm { Text, Ansi, Html, JsonLines, Zip };

/// What a file begins and ends with, and what becomes of each chunk.
struct LogFormat
{
    QByteArray head = {};
    std::function<QByteArray(const store::LogChunk &)> body;
    QByteArray tail = {};
};

/// `title` and `tokens` (their scheme and colours) are for pages.
LogFormat logFormat(LogForm form, const QString &title, const Tokens &tokens);
/// `log`, `ansi`, `html`, `jsonl`, `zip`.
QString suffixOf(LogForm form);

/// What a run really wrote: line ends that were added to open lines are left out.
QByteArray writtenBytes(const store::LogChunk &chunk);

} // namespace ui
