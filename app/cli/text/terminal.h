// SPDX-License-Identifier: Apache-2.0
// Text from elsewhere on a terminal: nothing in it may move the cursor, set a title or answer for the operator.
#pragma once

#include <QString>

namespace cli {

/// Control characters, line ends and bidirectional overrides as `\xNN` or `\u{NNNN}`: one text, one line.
QString visible(const QString &text);
/// The same, but tabs, carriage returns and colour sequences (`ESC [ … m`) stay.
QString withColoursOnly(const QString &text);
/// How many columns the text takes: combining marks none, wide East Asian characters two.
int columns(const QString &text);

} // namespace cli
