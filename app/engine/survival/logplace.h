// SPDX-License-Identifier: Apache-2.0
// Up to where the output of a run is in its log: so many lines of the log, which hold so many bytes of each stream.
#pragma once

#include "app/store/logs.h"

#include <array>
#include <functional>

namespace engine {

struct LogPlace
{
    qint64 line = 0;                 ///< Lines of the log.
    std::array<qint64, 2> offsets{}; ///< By stream: where the output goes on that the log does not have.

    friend bool operator==(const LogPlace &, const LogPlace &) = default;
};

/// Bytes of a stream's output from an offset on, at most so many; empty at the end.
using ReadOutput = std::function<QByteArray(store::Stream stream, qint64 offset, qint64 atMost)>;

/// `place` after the lines of `chunk`, of which those before `place` are passed over.
LogPlace passed(LogPlace place, const store::LogChunk &chunk, const ReadOutput &read);

} // namespace engine
