// SPDX-License-Identifier: Apache-2.0
// The `data` of one row of block or tail: a zstd frame with content size and checksum, over
//     u8 version (1) | varint number of spans | spans | the bytes of the lines, to the end
//     span: varint lines | u8 stream in bits 0-1, open in bit 2 | zigzag varint ms since the span before (the first:
//     1970)
// Varints are LEB128. The lines stand at the end, so that cutting them costs no copy of what is before them.
#pragma once

#include "app/store/logs.h"

#include <memory>

struct ZSTD_CCtx_s;

namespace store {

/// Values of the column `codec`.
enum class LogCodec : int { Zstd = 1 };

/// Turns chunks into rows; keeps its buffers for the next one. One thread at a time.
class BlockEncoder
{
public:
    BlockEncoder();
    ~BlockEncoder();
    BlockEncoder(BlockEncoder &&) noexcept = default;
    BlockEncoder &operator=(BlockEncoder &&) noexcept = default;

    /// The chunks, which follow each other, as one row's data. `level` is zstd's. Fails only without memory.
    base::Result<QByteArray> encode(const QList<LogChunk> &chunks, int level);

private:
    struct FreeContext
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, FreeContext> m_context;
    QByteArray m_plain;
    QByteArray m_packed;
};

/// A row as it came from the file.
struct StoredBlock
{
    qint64 firstLine = 0;
    qint64 lines = 0;
    qint64 bytes = 0;
    int codec = 0;
    QByteArray data;
};

/// Corrupt when anything in it is not what encode() can have written.
base::Result<LogChunk> decodeBlock(const StoredBlock &block);

} // namespace store
