// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/frames.h"

#include <QtEndian>

#include <algorithm>
#include <array>

#include <lz4.h>
#include <lz4frame.h>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// Lower levels are no way to be faster: they write twice to seven times as much.
constexpr int level = 1;
/// Parameters of zstd; 0: what the level says.
struct Effort
{
    int minMatch = 0;
    int hashLog = 0; ///< A table of 8 KiB stays in the nearest cache.
};
constexpr Effort tight{.minMatch = 6};
constexpr Effort quick{.minMatch = 7, .hashLog = 11};

/// So many bytes are tried; LZ4 suits where they come to no more than these.
constexpr int probe = 8 << 10;
constexpr int probePacked = probe * 2 / 5;

constexpr quint32 lz4Magic = 0x184D2204; // "LZ4 Frame Format Description", general structure

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .context = u"a block of a log"_s, .detail = detail, .field = {}};
}

LZ4F_preferences_t lz4Preferences(qsizetype size)
{
    LZ4F_preferences_t wanted{};
    wanted.frameInfo.blockSizeID = LZ4F_max256KB;
    wanted.frameInfo.blockMode = LZ4F_blockIndependent;
    wanted.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    wanted.frameInfo.contentSize = static_cast<unsigned long long>(size);
    return wanted;
}

} // namespace

void FramePacker::Free::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

FramePacker::FramePacker() : m_zstd(ZSTD_createCCtx()) {}

void FramePacker::clear()
{
    // A buffer above this size was made for a monstrous line.
    constexpr qsizetype kept = 2 << 20;
    if (m_packed.size() > kept) {
        m_packed = {};
    }
    m_size = 0;
}

base::Status FramePacker::add(QByteArrayView plain, Packing packing)
{
    return suitsLz4(plain) ? addLz4(plain) : addZstd(plain, packing);
}

bool FramePacker::suitsLz4(QByteArrayView plain)
{
    if (plain.size() < probe) {
        return false;
    }
    std::array<char, probePacked> packed{};
    // From the middle: a block is seldom all alike, and its beginning knows nothing before it.
    const char *from = plain.data() + (plain.size() - probe) / 2;
    return LZ4_compress_default(from, packed.data(), probe, static_cast<int>(packed.size())) > 0;
}

void FramePacker::makeRoom(size_t bytes)
{
    if (static_cast<size_t>(m_packed.size() - m_size) < bytes) {
        QByteArray larger(m_size + static_cast<qsizetype>(bytes), Qt::Uninitialized);
        std::copy_n(m_packed.constData(), m_size, larger.data());
        m_packed = std::move(larger);
    }
}

base::Status FramePacker::addLz4(QByteArrayView plain)
{
    const LZ4F_preferences_t wanted = lz4Preferences(plain.size());
    const size_t room = LZ4F_compressFrameBound(static_cast<size_t>(plain.size()), &wanted);
    makeRoom(room);
    const size_t packed =
        LZ4F_compressFrame(m_packed.data() + m_size, room, plain.data(), static_cast<size_t>(plain.size()), &wanted);
    if (LZ4F_isError(packed) != 0) {
        return base::unavailable(u"compressing a log"_s, QString::fromLatin1(LZ4F_getErrorName(packed)));
    }
    m_size += static_cast<qsizetype>(packed);
    return {};
}

base::Status FramePacker::addZstd(QByteArrayView plain, Packing packing)
{
    if (!m_zstd) {
        return base::unavailable(u"compressing a log"_s, u"there is not enough memory"_s);
    }
    const Effort &effort = packing == Packing::Quick ? quick : tight;
    const size_t room = ZSTD_compressBound(static_cast<size_t>(plain.size()));
    makeRoom(room);
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_minMatch, effort.minMatch);
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_hashLog, effort.hashLog);
    ZSTD_CCtx_setParameter(m_zstd.get(), ZSTD_c_checksumFlag, 1);
    const size_t packed =
        ZSTD_compress2(m_zstd.get(), m_packed.data() + m_size, room, plain.data(), static_cast<size_t>(plain.size()));
    if (ZSTD_isError(packed) != 0) {
        return base::unavailable(u"compressing a log"_s, QString::fromLatin1(ZSTD_getErrorName(packed)));
    }
    m_size += static_cast<qsizetype>(packed);
    return {};
}

void FrameUnpacker::Free::operator()(LZ4F_dctx_s *context) const
{
    LZ4F_freeDecompressionContext(context);
}

void FrameUnpacker::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

FrameUnpacker::FrameUnpacker() : m_zstd(ZSTD_createDCtx())
{
    LZ4F_dctx *context = nullptr;
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION)) == 0) {
        m_lz4.reset(context);
    }
}

base::Result<Frame> FrameUnpacker::take(QByteArrayView &packed, qsizetype mostBytes)
{
    if (packed.size() >= qsizetype(sizeof lz4Magic) && qFromLittleEndian<quint32>(packed.data()) == lz4Magic) {
        return takeLz4(packed, mostBytes);
    }
    const auto available = static_cast<size_t>(packed.size());
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), available);
    if (size > static_cast<unsigned long long>(mostBytes)) { // Also "unknown" and "error", the largest numbers.
        return corrupt(u"its size is not to be believed"_s);
    }
    const size_t length = ZSTD_findFrameCompressedSize(packed.data(), available);
    if (ZSTD_isError(length) != 0) {
        return corrupt(u"it is cut short"_s);
    }
    const Frame frame{packed.first(static_cast<qsizetype>(length)), static_cast<qsizetype>(size), Frame::Codec::Zstd};
    packed = packed.sliced(static_cast<qsizetype>(length));
    return frame;
}

/// It is the last one in its row: only unpacking tells where a frame of LZ4 ends.
base::Result<Frame> FrameUnpacker::takeLz4(QByteArrayView &packed, qsizetype mostBytes)
{
    LZ4F_frameInfo_t info{};
    size_t header = static_cast<size_t>(packed.size());
    LZ4F_resetDecompressionContext(m_lz4.get());
    const size_t next = m_lz4 ? LZ4F_getFrameInfo(m_lz4.get(), &info, packed.data(), &header) : 0;
    if (!m_lz4 || LZ4F_isError(next) != 0) {
        return corrupt(u"it is cut short"_s);
    }
    // Checked here and not in unpack(): without its size and its sum nothing of it is to be believed.
    const bool said = info.contentSize > 0 && info.contentChecksumFlag == LZ4F_contentChecksumEnabled;
    if (!said || info.contentSize > static_cast<unsigned long long>(mostBytes)) {
        return corrupt(u"its size is not to be believed"_s);
    }
    const Frame frame{packed, static_cast<qsizetype>(info.contentSize), Frame::Codec::Lz4};
    packed = {};
    return frame;
}

base::Status FrameUnpacker::unpack(const Frame &frame, char *plain, Checksum checksum)
{
    const auto length = static_cast<size_t>(frame.packed.size());
    const auto size = static_cast<size_t>(frame.size);
    const bool whole =
        frame.codec == Frame::Codec::Lz4
            ? isWholeLz4(frame, plain, checksum)
            : m_zstd && ZSTD_decompressDCtx(m_zstd.get(), plain, size, frame.packed.data(), length) == size;
    if (!whole) {
        return corrupt(u"it can't be decompressed"_s);
    }
    return {};
}

bool FrameUnpacker::isWholeLz4(const Frame &frame, char *plain, Checksum checksum)
{
    LZ4F_decompressOptions_t options{};
    options.stableDst = 1;
    options.skipChecksums = checksum == Checksum::Ignored;
    LZ4F_resetDecompressionContext(m_lz4.get());
    size_t done = 0;
    size_t used = 0;
    size_t more = 1;
    while (more != 0) {
        size_t room = static_cast<size_t>(frame.size) - done;
        size_t given = static_cast<size_t>(frame.packed.size()) - used;
        more = LZ4F_decompress(m_lz4.get(), plain + done, &room, frame.packed.data() + used, &given, &options);
        if (LZ4F_isError(more) != 0 || (room == 0 && given == 0)) {
            return false;
        }
        done += room;
        used += given;
    }
    return done == static_cast<size_t>(frame.size) && used == static_cast<size_t>(frame.packed.size());
}

} // namespace store
