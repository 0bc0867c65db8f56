// SPDX-License-Identifier: Apache-2.0
// Comparing what must not be guessed bit by bit.
#pragma once

#include <QByteArray>

namespace base {

/// Takes the same time wherever two texts of the same length differ. False where `expected` is empty.
inline bool isSameSecret(const QByteArray &given, const QByteArray &expected)
{
    if (expected.isEmpty() || given.size() != expected.size()) {
        return false;
    }
    unsigned difference = 0;
    for (qsizetype i = 0; i < given.size(); ++i) {
        difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(expected[i]);
    }
    return difference == 0;
}

} // namespace base
