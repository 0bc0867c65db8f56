// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/blockformat.h"

#include "app/base/lines.h"
#include "app/store/logfile/logchunk.h"

#include <QtEndian>

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr char formatVersion = 2;
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
/// Two blocks and the start of a third.
constexpr qint64 queueIsShort = 512 << 10;
constexpr int openBit = 4;
constexpr int streamBits = 3;
/// A block is a chunk at most, and what was in the tail before it.
constexpr unsigned long long maxPlainBytes = 2 * maxChunkBytes;
/// Buffers above this size, left by a monstrous line, are given back.
constexpr qsizetype keptBuffer = 2 << 20;

base::Error corrupt(const QString &detail)
{
    return {.code = base::ErrorCode::Corrupt, .context = u"a block of a log"_s, .detail = detail, .field = {}};
}

void putVarint(QByteArray &out, quint64 value)
{
    while (value >= 0x80) {
        out.append(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    out.append(static_cast<char>(value));
}

/// Unsigned arithmetic, so that no pair of instants overflows.
quint64 zigzag(quint64 difference)
{
    return (difference << 1) ^ (0 - (difference >> 63));
}

quint64 unzigzag(quint64 value)
{
    return (value >> 1) ^ (0 - (value & 1));
}

void putSpans(QByteArray &out, const QList<LogSpan> &spans)
{
    out.append(formatVersion);
    putVarint(out, static_cast<quint64>(spans.size()));
    quint64 before = 0;
    for (const LogSpan &span : spans) {
        const auto at = static_cast<quint64>(base::toMillis(span.at));
        putVarint(out, static_cast<quint64>(span.lines));
        out.append(static_cast<char>(static_cast<int>(span.stream) | (span.open ? openBit : 0)));
        putVarint(out, zigzag(at - before));
        before = at;
    }
}

/// Reads forward and never past the end; the first failure stays.
class Cursor
{
public:
    explicit Cursor(const QByteArray &bytes) : m_bytes(bytes) {}

    quint64 byte()
    {
        if (m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return static_cast<unsigned char>(m_bytes[m_at++]);
    }

    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && !m_failed; shift += 7) {
            const quint64 next = byte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        m_failed = true;
        return 0;
    }

    bool failed() const { return m_failed; }
    qsizetype position() const { return m_at; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

/// `lines` in all; an empty list when the spans are not well formed.
QList<LogSpan> takeSpans(Cursor &cursor, qint64 lines)
{
    QList<LogSpan> spans;
    const quint64 count = cursor.varint();
    quint64 at = 0;
    for (quint64 i = 0; i < count && lines > 0; ++i) {
        const quint64 here = cursor.varint();
        const auto flags = static_cast<int>(cursor.byte());
        at += unzigzag(cursor.varint());
        const bool known = (flags & ~(streamBits | openBit)) == 0 && (flags & streamBits) <= int(Stream::Note);
        if (cursor.failed() || !known || here < 1 || here > static_cast<quint64>(lines)) {
            return {};
        }
        lines -= static_cast<qint64>(here);
        spans.append({.lines = static_cast<qint64>(here),
                      .stream = static_cast<Stream>(flags & streamBits),
                      .at = base::fromMillis(static_cast<qint64>(at)),
                      .open = (flags & openBit) != 0});
    }
    return lines == 0 && static_cast<quint64>(spans.size()) == count ? spans : QList<LogSpan>();
}

struct Frame
{
    QByteArrayView packed;
    size_t size = 0; ///< Unpacked.
};

/// Takes the first frame off `packed`.
base::Result<Frame> takeFrame(QByteArrayView &packed)
{
    const auto available = static_cast<size_t>(packed.size());
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), available);
    if (size > maxPlainBytes) { // Also "unknown" and "error", which are the largest numbers.
        return corrupt(u"its size is not to be believed"_s);
    }
    const size_t length = ZSTD_findFrameCompressedSize(packed.data(), available);
    if (ZSTD_isError(length) != 0) {
        return corrupt(u"it is cut short"_s);
    }
    const Frame frame{packed.first(static_cast<qsizetype>(length)), static_cast<size_t>(size)};
    packed = packed.sliced(static_cast<qsizetype>(length));
    return frame;
}

base::Result<QByteArray> unpacked(const Frame &frame)
{
    QByteArray plain(static_cast<qsizetype>(frame.size), Qt::Uninitialized);
    const auto length = static_cast<size_t>(frame.packed.size());
    if (ZSTD_decompress(plain.data(), frame.size, frame.packed.data(), length) != frame.size) {
        return corrupt(u"it can't be decompressed"_s);
    }
    return plain;
}

base::Status checkRow(const StoredBlock &block)
{
    if (block.firstLine < 0 || block.lines < 1 || block.bytes < block.lines) {
        return corrupt(u"its row is wrong"_s);
    }
    if (block.codec != static_cast<int>(LogCodec::Zstd) && block.codec != static_cast<int>(LogCodec::Gap)) {
        return corrupt(u"its codec is unknown"_s);
    }
    return {};
}

base::Result<LogChunk> gapChunk(const StoredBlock &block)
{
    if (block.data.size() != sizeof(qint64) || block.lines > maxGapLines) {
        return corrupt(u"what stands for lines that were left out is wrong"_s);
    }
    const QByteArray note = "--- " + QByteArray::number(block.lines) + " lines (" + QByteArray::number(block.bytes) +
                            " bytes) were left out here: this log keeps its first and its last lines ---";
    return LogChunk{.firstLine = block.firstLine,
                    .bytes = note + QByteArray(static_cast<qsizetype>(block.lines), '\n'),
                    .spans = {{.lines = block.lines,
                               .stream = Stream::Note,
                               .at = base::fromMillis(qFromLittleEndian<qint64>(block.data.constData()))}}};
}

base::Result<QList<LogSpan>> readSpans(const QByteArray &header, qint64 lines)
{
    Cursor cursor(header);
    if (cursor.byte() != formatVersion) {
        return corrupt(u"its version is unknown"_s);
    }
    QList<LogSpan> spans = takeSpans(cursor, lines);
    if (spans.isEmpty() || cursor.position() != header.size()) {
        return corrupt(u"its spans do not match its lines"_s);
    }
    return spans;
}

} // namespace

void BlockEncoder::FreeContext::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

BlockEncoder::BlockEncoder() : m_context(ZSTD_createCCtx()) {}

BlockEncoder::~BlockEncoder() = default;

Packing packingFor(qint64 queuedBytes)
{
    return queuedBytes <= queueIsShort ? Packing::Tight : Packing::Quick;
}

base::Status BlockEncoder::addFrame(QByteArrayView plain, Packing packing)
{
    const Effort &effort = packing == Packing::Quick ? quick : tight;
    const size_t room = ZSTD_compressBound(static_cast<size_t>(plain.size()));
    if (static_cast<size_t>(m_packed.size() - m_packedSize) < room) {
        QByteArray larger(m_packedSize + static_cast<qsizetype>(room), Qt::Uninitialized);
        std::copy_n(m_packed.constData(), m_packedSize, larger.data());
        m_packed = std::move(larger);
    }
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_minMatch, effort.minMatch);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_hashLog, effort.hashLog);
    ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_checksumFlag, 1);
    const size_t packed = ZSTD_compress2(m_context.get(), m_packed.data() + m_packedSize, room, plain.data(),
                                         static_cast<size_t>(plain.size()));
    if (ZSTD_isError(packed) != 0) {
        return base::unavailable(u"compressing a log"_s, QString::fromLatin1(ZSTD_getErrorName(packed)));
    }
    m_packedSize += static_cast<qsizetype>(packed);
    return {};
}

base::Result<QByteArray> BlockEncoder::encode(const QList<LogChunk> &chunks, Packing packing)
{
    if (!m_context) {
        return base::unavailable(u"compressing a log"_s, u"there is not enough memory"_s);
    }
    QList<LogSpan> spans;
    m_joined.resize(0);
    for (const LogChunk &chunk : chunks) {
        for (const LogSpan &span : chunk.spans) {
            addSpan(spans, span);
        }
        if (chunks.size() > 1) {
            m_joined.append(chunk.bytes);
        }
    }
    QByteArray header;
    putSpans(header, spans);
    m_packedSize = 0;
    CHECK(addFrame(header, packing));
    CHECK(addFrame(chunks.size() == 1 ? chunks.first().bytes : m_joined, packing));
    QByteArray data(m_packed.constData(), m_packedSize);
    if (m_packed.size() > keptBuffer) {
        m_joined = {};
        m_packed = {};
    }
    return data;
}

void LineDecoder::FreeContext::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

LineDecoder::LineDecoder() : m_context(ZSTD_createDCtx()) {}

LineDecoder::~LineDecoder() = default;

base::Result<QByteArrayView> LineDecoder::decode(const StoredBlock &block)
{
    CHECK(checkRow(block));
    QByteArrayView packed(block.data);
    CHECK(takeFrame(packed)); // The spans.
    TRY(const Frame frame, takeFrame(packed));
    if (!m_context || m_plain.size() > keptBuffer) {
        m_plain = {};
    }
    if (m_plain.size() < static_cast<qsizetype>(frame.size)) {
        m_plain = QByteArray(static_cast<qsizetype>(frame.size), Qt::Uninitialized);
    }
    const auto length = static_cast<size_t>(frame.packed.size());
    const bool done = m_context && ZSTD_decompressDCtx(m_context.get(), m_plain.data(), frame.size, frame.packed.data(),
                                                       length) == frame.size;
    const QByteArrayView lines(m_plain.constData(), static_cast<qsizetype>(frame.size));
    if (!done || lines.size() != block.bytes || !lines.endsWith('\n')) {
        return corrupt(u"its bytes can't be read"_s);
    }
    return lines;
}

base::Result<LogChunk> decodeBlock(const StoredBlock &block)
{
    CHECK(checkRow(block));
    if (block.codec == static_cast<int>(LogCodec::Gap)) {
        return gapChunk(block);
    }
    QByteArrayView packed(block.data);
    TRY(const Frame header, takeFrame(packed));
    TRY(const QByteArray spanBytes, unpacked(header));
    TRY(QList<LogSpan> spans, readSpans(spanBytes, block.lines));
    TRY(const Frame frame, takeFrame(packed));
    TRY(QByteArray bytes, unpacked(frame));
    const bool whole = packed.isEmpty() && bytes.size() == block.bytes && bytes.endsWith('\n');
    if (!whole || base::countLines(bytes) != block.lines) {
        return corrupt(u"its bytes do not match its lines"_s);
    }
    return LogChunk{.firstLine = block.firstLine, .bytes = std::move(bytes), .spans = std::move(spans)};
}

QByteArray gapData(const StoredBlock &block)
{
    const base::Result<LogChunk> chunk = decodeBlock(block);
    QByteArray data(sizeof(qint64), '\0');
    if (chunk && !chunk->spans.isEmpty()) {
        qToLittleEndian<qint64>(base::toMillis(chunk->spans.first().at), data.data());
    }
    return data;
}

} // namespace store
