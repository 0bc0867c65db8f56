// SPDX-License-Identifier: Apache-2.0
// Rows of a log: whatever stands in them, they are refused or read as lines that agree with their spans.
#include "app/base/lines.h"
#include "app/search/textfilter.h"
#include "app/store/logfile/blockformat.h"
#include "app/store/logfile/logchunk.h"
#include "tests/fuzz/mutator.h"

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray lines = "first\nsecond \xff\n\nfourth with \x1b[31mcolour\x1b[0m\n";

store::LogChunk goodChunk()
{
    return {.firstLine = 7,
            .bytes = lines,
            .spans = {{.lines = 2, .stream = store::Stream::Out, .at = base::fromMillis(1'700'000'000'000)},
                      {.lines = 1, .stream = store::Stream::Err, .at = base::fromMillis(1'700'000'000'007)},
                      {.lines = 1, .stream = store::Stream::Note, .at = base::fromMillis(-5), .open = true}}};
}

/// The spans as encode() writes them, unpacked.
QByteArray goodHeader()
{
    const QByteArray data = store::BlockEncoder().encode({goodChunk()}).value();
    QByteArray header(1024, '\0');
    const size_t frame = ZSTD_findFrameCompressedSize(data.constData(), static_cast<size_t>(data.size()));
    header.truncate(static_cast<qsizetype>(ZSTD_decompress(header.data(), 1024, data.constData(), frame)));
    return header;
}

fuzz::Mutator make(quint32 seed)
{
    const QByteArray packed = store::BlockEncoder().encode({goodChunk()}).value();
    const QByteArray header = goodHeader();
    search::FilterMaker filters;
    filters.add(lines);
    return {seed,
            {packed, header, filters.finish(64), QByteArray(8, '\x11'), QByteArray("\x02\x01\x04\x00\x00", 5)},
            {QByteArray(9, '\xff'), QByteArray(3, '\0'), header, packed.first(12), "\x80\x80\x80\x80\x10",
             "\x28\xb5\x2f\xfd", "\x04\x22\x4d\x18"}};
}

/// A frame with a right checksum around anything, so that what is behind it gets to see it.
QByteArray frame(const QByteArray &plain)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    packed.truncate(static_cast<qsizetype>(ZSTD_compress(packed.data(), static_cast<size_t>(packed.size()),
                                                         plain.constData(), static_cast<size_t>(plain.size()), 1)));
    return packed;
}

bool holds(const store::StoredBlock &block, store::LineDecoder &decoder)
{
    const base::Result<store::LogChunk> chunk = store::decodeBlock(block);
    const bool whole = !chunk || (chunk->bytes.endsWith('\n') && store::linesOf(chunk->spans) == block.lines &&
                                  base::countLines(chunk->bytes) == block.lines && chunk->firstLine == block.firstLine);
    const base::Result<QByteArrayView> text = decoder.decode(block);
    return whole && (!text || (text->size() == block.bytes && text->endsWith('\n')));
}

bool one(const QByteArray &bytes, fuzz::Mutator &mutator)
{
    static store::LineDecoder decoder;
    QRandomGenerator &random = mutator.random();
    store::StoredBlock block{.firstLine = 7, .lines = 4, .bytes = lines.size(), .codec = 1, .data = bytes};
    if (random.bounded(4) == 0) {
        block.lines = random.bounded(-2, 2'000'000);
        block.bytes = random.bounded(-2, 2'000'000);
        block.codec = random.bounded(4);
    }
    bool good = holds(block, decoder);
    block.data = frame(bytes) + frame(lines);
    good = good && holds(block, decoder);
    block.data = frame(goodHeader()) + frame(bytes);
    block.bytes = bytes.size();
    good = good && holds(block, decoder);
    search::TextFilter(bytes).mayHold("anything at all");
    // What was put in is in it, whatever it was.
    static search::FilterMaker maker;
    maker.add(bytes + '\n');
    const QByteArray filter = maker.finish(random.bounded(600));
    const qsizetype from = random.bounded(static_cast<int>(bytes.size()) + 1);
    const QByteArray part = bytes.mid(from, random.bounded(1, 12));
    const bool isPlain = !bytes.contains('\n') && !bytes.contains('\r') && !bytes.contains('\x1b');
    return good && (!isPlain || search::TextFilter(filter).mayHold(part));
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, make, one);
}
