// SPDX-License-Identifier: Apache-2.0
// The `data` of one row of block or tail: two frames, each with content size and checksum, the first of zstd, of
//     u8 version (2) | varint number of spans | spans
//     span: varint lines | u8 stream in bits 0-1, open in bit 2 | zigzag varint ms since the span before (the first:
//     1970)
// and one of LZ4 or zstd, of the bytes of the lines. Varints are LEB128. Two, so that a flood is compressed where it
// lies.
#pragma once

#include "app/store/logfile/frames.h"
#include "app/store/logs.h"

namespace store {

/// Values of the column `codec`. A gap stands for lines that were left out; its data are the milliseconds since 1970 at
/// which the first of them came, eight bytes, the lowest first.
enum class LogCodec : int { Frames = 1, Gap = 2 };
/// One row stands for no more, so that it can be read like any other.
constexpr qint64 maxGapLines = 1 << 20;

/// What suits, when so many bytes are being packed or wait for it.
Packing packingFor(qint64 queuedBytes);

/// Turns chunks into rows; keeps its buffers for the next one. One thread at a time.
class BlockEncoder
{
public:
    /// The chunks, which follow each other, as one row's data. Fails only without memory.
    base::Result<QByteArray> encode(const QList<LogChunk> &chunks, Packing packing = Packing::Tight);

private:
    FramePacker m_frames;
    QByteArray m_joined;
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

/// Takes the lines out of row after row, always into the same buffer. One thread at a time.
class LineDecoder
{
public:
    /// The bytes of the lines, good until the next call. Corrupt when they can't be unpacked; other harm is found where
    /// the lines are read, see decodeBlock().
    base::Result<QByteArrayView> decode(const StoredBlock &block);

private:
    FrameUnpacker m_frames;
    QByteArray m_plain;
};

/// Corrupt when anything in it is not what encode() or gapData() can have written. The lines of a gap are a note that
/// tells of it and, so that all others keep their numbers, empty ones.
base::Result<LogChunk> decodeBlock(const StoredBlock &block);

/// The data of a gap that begins with what `block` holds, readable or not.
QByteArray gapData(const StoredBlock &block);

} // namespace store
