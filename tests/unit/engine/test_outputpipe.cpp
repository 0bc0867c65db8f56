// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/support/runnerfixture.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using engine::OutputPipe;
using test::Output;

class OutputPipeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteArrivesInOrderInChunks()
    {
        test::RunnerFixture fixture;
        QVERIFY(fixture.open());
        Output out;
        engine::ProcessSpec spec = fixture.spec({"/usr/bin/seq", "1", "500000"});
        spec.out = out.pipe->takeWriteEnd();
        qsizetype longest = 0;
        connect(out.pipe.get(), &OutputPipe::read, this,
                [&longest](const QByteArray &chunk) { longest = std::max(longest, chunk.size()); });
        fixture.start(std::move(spec));
        QTRY_COMPARE_WITH_TIMEOUT(out.closed, 1, 20000);
        QByteArray expected;
        for (int i = 1; i <= 500000; ++i) {
            expected += QByteArray::number(i) + '\n';
        }
        QVERIFY(out.bytes == expected);
        QVERIFY(longest <= 256 << 10);
    }

    void aFloodArrivesInWholeLines()
    {
        Output out;
        QByteArrayList chunks;
        connect(out.pipe.get(), &OutputPipe::read, this, [&chunks](const QByteArray &chunk) { chunks += chunk; });
        const int end = out.pipe->takeWriteEnd();
        const QByteArray lines = QByteArray("0123456789abcde\n").repeated(6250) + "start";
        QCOMPARE(::write(end, lines.constData(), size_t(lines.size())), lines.size());
        QTRY_COMPARE(chunks.join().size(), lines.size() - 5);
        QVERIFY(chunks.last().endsWith('\n'));
        QCOMPARE(::write(end, " and end", 8), 8);
        QTRY_COMPARE(chunks.last(), "start and end"_ba);
        QCOMPARE(::write(end, lines.constData(), size_t(lines.size())), lines.size());
        ::close(end);
        QTRY_COMPARE(out.closed, 1);
        QCOMPARE(chunks.join(), lines + " and end" + lines);
    }

    void chunksKeptByTheReaderStayAsTheyWere()
    {
        const std::unique_ptr<OutputPipe> pipe = OutputPipe::create().value();
        QByteArrayList kept;
        connect(pipe.get(), &OutputPipe::read, this, [&kept](const QByteArray &chunk) { kept += chunk; });
        const int end = pipe->takeWriteEnd();
        for (char fill = 'a'; fill < 'k'; ++fill) {
            const QByteArray block(100000, fill);
            QCOMPARE(::write(end, block.constData(), 100000), 100000);
            QTRY_COMPARE(kept.join().size(), (fill - 'a' + 1) * 100000);
        }
        ::close(end);
        for (char fill = 'a'; fill < 'k'; ++fill) {
            QCOMPARE(kept.join().count(fill), 100000);
        }
    }

    void aPausedPipeHoldsTheProgramBack()
    {
        Output out;
        const int end = out.pipe->takeWriteEnd();
        ::fcntl(end, F_SETFL, O_NONBLOCK);
        out.pipe->pause();
        const QByteArray block(65536, 'x');
        qint64 written = 0;
        for (ssize_t n = 0; (n = ::write(end, block.constData(), 65536)) > 0;) {
            written += n;
        }
        QVERIFY(written > 0 && written <= 1 << 20);
        QCoreApplication::processEvents();
        QCOMPARE(out.reads, 0);
        QSignalSpy closed(out.pipe.get(), &OutputPipe::closed);
        out.pipe->resume();
        QTRY_COMPARE(out.bytes.size(), written);
        ::close(end);
        QTRY_COMPARE(closed.size(), 1);
    }

    void drainTakesWhatIsThereAndDoesNotWaitForTheEnd()
    {
        Output out;
        const int end = out.pipe->takeWriteEnd();
        QCOMPARE(::write(end, "last words", 10), 10);
        out.pipe->drain();
        QCOMPARE(out.bytes, "last words"_ba);
        QCOMPARE(out.drained, 1);
        out.pipe->drain();
        out.pipe->resume();
        QCOMPARE(out.drained, 1);
        QCOMPARE(out.closed, 0);
        ::close(end);
    }

    void drainOfAPausedPipeWaitsForResume()
    {
        Output out;
        const int end = out.pipe->takeWriteEnd();
        out.pipe->pause();
        QCOMPARE(::write(end, "abc", 3), 3);
        ::close(end);
        out.pipe->drain();
        QCOMPARE(out.drained, 0);
        out.pipe->resume();
        QCOMPARE(out.bytes, "abc"_ba);
        QCOMPARE(out.drained, 1);
    }

    void pausingInsideReadStopsTheDrainToo()
    {
        Output out;
        const int end = out.pipe->takeWriteEnd();
        const QByteArray block(600000, 'x');
        QCOMPARE(::write(end, block.constData(), 600000), 600000);
        ::close(end);
        connect(out.pipe.get(), &OutputPipe::read, out.pipe.get(), [&out] { out.pipe->pause(); });
        out.pipe->drain();
        QCOMPARE(out.reads, 1);
        QCOMPARE(out.drained, 0);
        out.pipe->resume();
        out.pipe->resume();
        QCOMPARE(out.bytes.size(), 600000);
        out.pipe->resume();
        QCOMPARE(out.drained, 1);
    }
};

REGISTER_TEST(OutputPipeTest);
#include "test_outputpipe.moc"
