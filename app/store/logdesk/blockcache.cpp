// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/blockcache.h"

namespace store {

namespace {

constexpr qsizetype entryLimit = 8;
constexpr qsizetype biggestKept = 1 << 20;

} // namespace

std::optional<LogChunk> BlockCache::find(qint64 log, qint64 firstLine)
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].log == log && m_entries[i].chunk.firstLine == firstLine) {
            m_entries.move(i, 0);
            return m_entries.first().chunk;
        }
    }
    return std::nullopt;
}

void BlockCache::add(qint64 log, const LogChunk &chunk)
{
    if (chunk.bytes.size() > biggestKept) {
        return;
    }
    m_entries.prepend({log, chunk});
    if (m_entries.size() > entryLimit) {
        m_entries.removeLast();
    }
}

} // namespace store
