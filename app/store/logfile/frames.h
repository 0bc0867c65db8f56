// SPDX-License-Identifier: Apache-2.0
// Packed bytes as a frame that says how it is packed, how long it is unpacked, and carries a checksum: LZ4 where that
// packs well, for it is packed in half and unpacked in a quarter of the time, otherwise zstd.
#pragma once

#include "app/base/result.h"

#include <memory>

struct LZ4F_dctx_s;
struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace store {

/// How much work goes into making a frame small.
enum class Packing {
    Tight, ///< As small as is reasonable.
    Quick, ///< A tenth to a fifth faster, and a little larger: when blocks queue up.
};

/// Puts one frame behind the other; keeps its buffer for the next row. One thread at a time.
class FramePacker
{
public:
    FramePacker();

    void clear();
    /// Fails only without memory.
    base::Status add(QByteArrayView plain, Packing packing);
    /// All frames since the last clear().
    QByteArray frames() const { return {m_packed.constData(), m_size}; }

private:
    struct Free
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };
    bool suitsLz4(QByteArrayView plain);
    void makeRoom(size_t bytes);
    base::Status addLz4(QByteArrayView plain);
    base::Status addZstd(QByteArrayView plain, Packing packing);

    std::unique_ptr<ZSTD_CCtx_s, Free> m_zstd;
    QByteArray m_packed;
    qsizetype m_size = 0;
};

struct Frame
{
    enum class Codec { Zstd, Lz4 };

    QByteArrayView packed;
    qsizetype size = 0; ///< Unpacked.
    Codec codec = Codec::Zstd;
};

/// LZ4 unpacks as fast as its checksum is made.
enum class Checksum { Checked, Ignored };

/// Unpacks frame after frame. One thread at a time.
class FrameUnpacker
{
public:
    FrameUnpacker();

    /// Takes the first frame off `packed`. Corrupt where there is none, or one of more than `mostBytes` unpacked.
    base::Result<Frame> take(QByteArrayView &packed, qsizetype mostBytes);
    /// Into `plain`, which has room for frame.size. Corrupt unless it is whole and its checksum, where asked for,
    /// right.
    base::Status unpack(const Frame &frame, char *plain, Checksum checksum = Checksum::Checked);

private:
    struct Free
    {
        void operator()(LZ4F_dctx_s *context) const;
        void operator()(ZSTD_DCtx_s *context) const;
    };
    base::Result<Frame> takeLz4(QByteArrayView &packed, qsizetype mostBytes);
    bool isWholeLz4(const Frame &frame, char *plain, Checksum checksum);

    std::unique_ptr<LZ4F_dctx_s, Free> m_lz4;
    std::unique_ptr<ZSTD_DCtx_s, Free> m_zstd;
};

} // namespace store
