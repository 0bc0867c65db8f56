// SPDX-License-Identifier: Apache-2.0
// Changes as bytes on a socket: a length of four bytes (big endian) and a CBOR array. No changes at all means goodbye.
#pragma once

#include "app/base/result.h"
#include "app/store/changes.h"

#include <optional>

namespace store {

inline constexpr qint64 largestFrame = 1024 * 1024;

/// Never larger than largestFrame: where the ids do not fit, each table has one change without id.
QByteArray encodeFrame(const Changes &changes);

/// Takes the first whole frame off the buffer; nothing if it is not there yet. Invalid for what is no frame: the
/// connection can't be read any further.
base::Result<std::optional<Changes>> takeFrame(QByteArray &buffer);

} // namespace store
