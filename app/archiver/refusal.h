// SPDX-License-Identifier: Apache-2.0
// Why an operation was not done. Thrown inside this program only, and printed by main().
#pragma once

#include <QByteArray>

namespace archiver {

struct Refusal
{
    const char *reason; ///< A fixed word: `link`, `crc` …
    QByteArray entry;   ///< The name at fault, raw, or empty.
    QByteArray detail;  ///< What was wrong, one sentence.
};

} // namespace archiver
