// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/blockformat.h"

#include "app/base/lines.h"
#include "app/store/logfile/logchunk.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr char formatVersion = 2;
/// Two blocks and the start of a third.
constexpr qint64 queueIsShort = 512 << 10;
constexpr int openBit = 4;
constexpr int streamBits = 3;
/// A block is a chunk at most, and what was in the tail before it.
constexpr qsizetype maxPlainBytes = 2 * maxChunkBytes;
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

base::Result<QByteArray> unpackedFrame(FrameUnpacker &frames, QByteArrayView &packed)
{
    TRY(const Frame frame, frames.take(packed, maxPlainBytes));
    QByteArray plain(frame.size, Qt::Uninitialized);
    CHECK(frames.unpack(frame, plain.data()));
    return plain;
}

base::Status checkRow(const StoredBlock &block)
{
    if (block.firstLine < 0 || block.lines < 1 || block.bytes < block.lines) {
        return corrupt(u"its row is wrong"_s);
    }
    if (block.codec != static_cast<int>(LogCodec::Frames) && block.codec != static_cast<int>(LogCodec::Gap)) {
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

Packing packingFor(qint64 queuedBytes)
{
    return queuedBytes <= queueIsShort ? Packing::Tight : Packing::Quick;
}

base::Result<QByteArray> BlockEncoder::encode(const QList<LogChunk> &chunks, Packing packing)
{
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
    m_frames.clear();
    CHECK(m_frames.add(header, packing));
    CHECK(m_frames.add(chunks.size() == 1 ? chunks.first().bytes : m_joined, packing));
    if (m_joined.size() > keptBuffer) {
        m_joined = {};
    }
    return m_frames.frames();
}

base::Result<QByteArrayView> LineDecoder::decode(const StoredBlock &block)
{
    CHECK(checkRow(block));
    QByteArrayView packed(block.data);
    CHECK(m_frames.take(packed, maxPlainBytes)); // The spans.
    TRY(const Frame frame, m_frames.take(packed, maxPlainBytes));
    if (m_plain.size() > keptBuffer) {
        m_plain = {};
    }
    if (m_plain.size() < frame.size) {
        m_plain = QByteArray(frame.size, Qt::Uninitialized);
    }
    // Of millions of lines a few are found; whoever reads these checks them.
    CHECK(m_frames.unpack(frame, m_plain.data(), Checksum::Ignored));
    const QByteArrayView lines(m_plain.constData(), frame.size);
    if (lines.size() != block.bytes || !lines.endsWith('\n')) {
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
    FrameUnpacker frames;
    TRY(const QByteArray spanBytes, unpackedFrame(frames, packed));
    TRY(QList<LogSpan> spans, readSpans(spanBytes, block.lines));
    TRY(QByteArray bytes, unpackedFrame(frames, packed));
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
