// SPDX-License-Identifier: Apache-2.0
#include "app/base/lines.h"
#include "app/store/logfile/blockformat.h"
#include "app/store/logfile/logchunk.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using store::LogChunk;
using store::LogSpan;
using store::Stream;

namespace {

/// Spans of every kind, times that go back and forth, lines from empty to long.
LogChunk colourful(QRandomGenerator &random, int spans)
{
    LogChunk chunk{.firstLine = 40, .bytes = {}, .spans = {}};
    for (int i = 0; i < spans; ++i) {
        const LogSpan span{.lines = random.bounded(1, 9),
                           .stream = static_cast<Stream>(i % 3),
                           .at = base::fromMillis(random.bounded(2'000'000) - 1'000'000 + i),
                           .open = random.bounded(4) == 0};
        for (qint64 line = 0; line < span.lines; ++line) {
            chunk.bytes += QByteArray(random.bounded(120), static_cast<char>('a' + line)) + '\n';
        }
        chunk.spans.append(span);
    }
    return chunk;
}

store::StoredBlock stored(const LogChunk &chunk)
{
    return {.firstLine = chunk.firstLine,
            .lines = store::linesOf(chunk.spans),
            .bytes = chunk.bytes.size(),
            .codec = static_cast<int>(store::LogCodec::Frames),
            .data = *store::BlockEncoder().encode({chunk})};
}

bool same(const LogChunk &a, const LogChunk &b)
{
    return a.firstLine == b.firstLine && a.bytes == b.bytes && a.spans == b.spans;
}

} // namespace

class LogFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countingAgreesWithTheObviousWay()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 300; ++i) {
            QByteArray text(random.bounded(40'000), 'x');
            for (char &c : text) {
                c = random.bounded(i % 7 + 1) == 0 ? '\n' : 'x';
            }
            const QByteArrayView from = QByteArrayView(text).sliced(std::min<qsizetype>(text.size(), i % 5));
            QCOMPARE(base::countLines(from), qint64(std::count(from.begin(), from.end(), '\n')));
            const qint64 wanted = random.bounded(20'000);
            qsizetype at = 0;
            for (qint64 line = 0; line < wanted && at < from.size(); ++line) {
                const qsizetype found = from.indexOf('\n', at);
                at = found < 0 ? from.size() : found + 1;
            }
            QCOMPARE(base::endOfLines(from, wanted), at);
        }
    }

    void whatIsEncodedIsDecoded()
    {
        QRandomGenerator random(2);
        for (int i = 1; i < 100; ++i) {
            const LogChunk chunk = colourful(random, i);
            const base::Result<LogChunk> back = store::decodeBlock(stored(chunk));
            QVERIFY(back);
            QVERIFY(same(*back, chunk));
        }
    }

    void packingFollowsTheQueue()
    {
        QCOMPARE(store::packingFor(0), store::Packing::Tight);
        QCOMPARE(store::packingFor(512 << 10), store::Packing::Tight);
        QCOMPARE(store::packingFor((512 << 10) + 1), store::Packing::Quick);
        QCOMPARE(store::packingFor(qint64(1) << 40), store::Packing::Quick);
    }

    /// One encoder packs both ways in turn; quick is what it says, and both come back.
    void eachPackingComesBack()
    {
        QRandomGenerator random(12);
        store::BlockEncoder encoder;
        for (int i = 0; i < 40; ++i) {
            const LogChunk chunk = colourful(random, 400);
            store::StoredBlock block = stored(chunk);
            block.data = *encoder.encode({chunk}, i % 2 == 0 ? store::Packing::Quick : store::Packing::Tight);
            QVERIFY(same(*store::decodeBlock(block), chunk));
            QVERIFY(block.data.size() < chunk.bytes.size() / 4);
        }
    }

    void extremeTimesSurvive()
    {
        const qint64 least = std::numeric_limits<qint64>::min();
        const qint64 most = std::numeric_limits<qint64>::max();
        LogChunk chunk{.firstLine = 0, .bytes = "a\nb\nc\n", .spans = {}};
        for (const qint64 at : {most, least, most}) {
            chunk.spans.append({.lines = 1, .stream = Stream::Err, .at = base::fromMillis(at)});
        }
        QVERIFY(same(*store::decodeBlock(stored(chunk)), chunk));
    }

    void chunksOfABlockAreJoined()
    {
        const base::RunId run(u"run_a"_s);
        store::StoredBlock block = stored(test::logLines(run, 0, 30));
        block.data = *store::BlockEncoder().encode({test::logLines(run, 0, 10), test::logLines(run, 10, 20)});
        const base::Result<LogChunk> back = store::decodeBlock(block);
        QVERIFY(back);
        QCOMPARE(back->spans.size(), 2);
        QCOMPARE(back->bytes, test::logLines(run, 0, 30).bytes);
    }

    /// Whatever happens to a row: the answer is Corrupt or the lines as they were, never a crash.
    void mutatedBlocksAreCorrupt()
    {
        QRandomGenerator random(3);
        const LogChunk chunk = colourful(random, 60);
        const store::StoredBlock good = stored(chunk);
        int corrupt = 0;
        for (int i = 0; i < 4000; ++i) {
            store::StoredBlock bad = good;
            switch (i % 6) {
            case 0:
                bad.data.truncate(random.bounded(int(bad.data.size())));
                break;
            case 1:
                bad.data.insert(random.bounded(int(bad.data.size())), char(random.bounded(256)));
                break;
            case 2:
                bad.lines += random.bounded(2) == 0 ? 1 + random.bounded(1000) : -random.bounded(1, 1000);
                break;
            case 3:
                bad.bytes = static_cast<qint64>(random.generate64());
                break;
            case 4:
                bad.data.remove(random.bounded(int(bad.data.size())), random.bounded(1, 20));
                break;
            default:
                bad.data[random.bounded(int(bad.data.size()))] ^= char(1 << random.bounded(8));
            }
            const base::Result<LogChunk> back = store::decodeBlock(bad);
            if (back) {
                QVERIFY2(same(*back, chunk), qPrintable(QString::number(i)));
            } else {
                QCOMPARE(back.error().code, base::ErrorCode::Corrupt);
                ++corrupt;
            }
        }
        QVERIFY2(corrupt > 3900, qPrintable(QString::number(corrupt)));
    }

    /// The same where no checksum helps: a frame that is whole, with a header that lies.
    void lyingHeadersAreCorrupt()
    {
        const QByteArray lines(50, '\n');
        const LogChunk chunk{.firstLine = 0, .bytes = lines, .spans = {{.lines = 50}}};
        for (const LogSpan &lie :
             {LogSpan{.lines = 49}, LogSpan{.lines = 51}, LogSpan{.lines = 0}, LogSpan{.lines = -1}}) {
            store::StoredBlock bad = stored(chunk);
            LogChunk lying = chunk;
            lying.spans = {lie};
            bad.data = *store::BlockEncoder().encode({lying});
            QCOMPARE(store::decodeBlock(bad).error().code, base::ErrorCode::Corrupt);
        }
        store::StoredBlock fewer = stored(chunk);
        fewer.data =
            *store::BlockEncoder().encode({{.firstLine = 0, .bytes = QByteArray(50, 'x'), .spans = chunk.spans}});
        QCOMPARE(store::decodeBlock(fewer).error().code, base::ErrorCode::Corrupt);
        store::StoredBlock foreign = stored(chunk);
        foreign.codec = 0;
        QCOMPARE(store::decodeBlock(foreign).error().code, base::ErrorCode::Corrupt);
    }

    void slicesAreTheLinesAskedFor()
    {
        QRandomGenerator random(4);
        const LogChunk chunk = colourful(random, 50);
        const qint64 lines = store::linesOf(chunk.spans);
        for (int i = 0; i < 300; ++i) {
            const qint64 first = random.bounded(int(lines));
            const qint64 count = random.bounded(1, int(lines));
            const LogChunk slice = store::sliceChunk(chunk, 40 + first, count);
            const qint64 got = std::min(count, lines - first);
            QCOMPARE(store::linesOf(slice.spans), got);
            const QList<QByteArray> all = chunk.bytes.split('\n');
            QCOMPARE(slice.bytes, all.mid(first, got).join('\n') + '\n');
            if (first > 0) {
                LogChunk joined = store::sliceChunk(chunk, 40, first);
                store::addChunk(joined, store::sliceChunk(chunk, 40 + first, lines));
                QVERIFY(same(joined, chunk));
            }
        }
    }

    void bigChunksAreCutAtLines()
    {
        const base::RunId run(u"run_a"_s);
        LogChunk chunk = test::logLines(run, 7, 5000);
        chunk.bytes += QByteArray(30'000, 'l') + "\nend\n";
        chunk.spans.append({.lines = 2, .stream = Stream::Err, .open = true});
        const QList<LogChunk> pieces = store::splitChunk(chunk, 10'000);
        QVERIFY(pieces.size() > 10);
        LogChunk joined{.firstLine = 7, .bytes = {}, .spans = {}};
        for (const LogChunk &piece : pieces) {
            QVERIFY(store::checkChunk(piece));
            QCOMPARE(piece.firstLine, 7 + store::linesOf(joined.spans));
            store::addChunk(joined, piece);
        }
        QVERIFY(same(joined, chunk));
    }

    void wrongChunksAreRefusedByField_data()
    {
        QTest::addColumn<LogChunk>("chunk");
        QTest::addColumn<QString>("field");
        QTest::newRow("empty") << LogChunk{} << u"bytes"_s;
        QTest::newRow("no newline") << LogChunk{.firstLine = 0, .bytes = "a", .spans = {{.lines = 1}}} << u"bytes"_s;
        QTest::newRow("no spans") << LogChunk{.firstLine = 0, .bytes = "a\n", .spans = {}} << u"spans"_s;
        QTest::newRow("too many lines") << LogChunk{.firstLine = 0, .bytes = "a\n", .spans = {{.lines = 2}}}
                                        << u"spans"_s;
        QTest::newRow("negative") << LogChunk{.firstLine = 0, .bytes = "a\n", .spans = {{.lines = -1}, {.lines = 2}}}
                                  << u"spans"_s;
        QTest::newRow("line before the first")
            << LogChunk{.firstLine = -1, .bytes = "a\n", .spans = {{.lines = 1}}} << u"firstLine"_s;
    }

    void wrongChunksAreRefusedByField()
    {
        QFETCH(LogChunk, chunk);
        QFETCH(QString, field);
        const base::Status status = store::checkChunk(chunk);
        QVERIFY(!status);
        QCOMPARE(status.error().code, base::ErrorCode::Invalid);
        QCOMPARE(status.error().field, field);
    }
};

REGISTER_TEST(LogFormatTest);
#include "test_logformat.moc"
