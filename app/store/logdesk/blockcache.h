// SPDX-License-Identifier: Apache-2.0
// The last few blocks that were decoded: a view that scrolls asks for the same ones again and again.
#pragma once

#include "app/store/logs.h"

namespace store {

/// Blocks never change once stored and log numbers are never given twice, so nothing has to be taken back. (What was
/// left out of a log may be shown for a little longer.)
class BlockCache
{
public:
    std::optional<LogChunk> find(qint64 log, qint64 firstLine);
    void add(qint64 log, const LogChunk &chunk);

private:
    struct Entry
    {
        qint64 log = 0;
        LogChunk chunk;
    };
    QList<Entry> m_entries; ///< The latest used first.
};

} // namespace store
