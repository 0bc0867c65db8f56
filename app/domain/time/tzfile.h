// SPDX-License-Identifier: Apache-2.0
// Reads a zone file (TZif version 2 or newer, RFC 8536): the 64-bit block and the rule behind it. Damaged input gives
// an empty answer, never a wrong one.
#pragma once

#include "app/domain/time/tzrule.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace domain {

/// The changes of a zone's offset from 1970 to the end of 2199, rule expanded, changes without effect left out. The
/// first element holds the offset before the first change; its `at` means "since ever".
std::optional<std::vector<TzChange>> readTzFile(const QByteArray &bytes);

} // namespace domain
