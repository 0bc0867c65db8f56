// SPDX-License-Identifier: Apache-2.0
// Text as a shell reads it: quoting, and commands that are given their standard input with them. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace bundles {

/// One word, whatever stands in it; left as it is where it needs no quotes.
QString quoted(const QString &word);
QString quotedAll(const QStringList &words);
/// The words of a line that quotedAll() could have written; empty where a shell would do more with it than take it
/// apart.
QStringList wordsOf(const QString &line);

/// A script for a POSIX shell that runs the command with these lines on its standard input.
QString withInput(const QString &command, const QString &input);

} // namespace bundles
