// SPDX-License-Identifier: Apache-2.0
#include "app/engine/survival/logplace.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::LogPlace;
using store::LogChunk;
using store::Stream;

namespace {

/// A log as the engine writes it, and the output that it came from.
struct Story
{
    LogChunk log;
    std::array<QByteArray, 2> output;
    QList<LogPlace> ends; ///< After each span.

    void add(Stream stream, const QByteArray &bytes)
    {
        const bool open = !bytes.endsWith('\n');
        log.bytes += open ? bytes + '\n' : bytes;
        const qint64 lines = bytes.count('\n') + (open ? 1 : 0);
        log.spans.append({.lines = lines, .stream = stream, .at = {}, .open = open});
        LogPlace end = ends.isEmpty() ? LogPlace() : ends.last();
        end.line += lines;
        if (stream != Stream::Note) {
            output[size_t(stream)] += bytes;
            end.offsets[size_t(stream)] += bytes.size();
        }
        ends.append(end);
    }

    LogPlace from(const LogPlace &place) const
    {
        return engine::passed(place, log, [this](Stream stream, qint64 offset, qint64 atMost) {
            return output[size_t(stream)].mid(offset, std::min<qint64>(atMost, 7));
        });
    }
};

QByteArray someBytes(QRandomGenerator &random, bool open)
{
    QByteArray bytes;
    const int lines = random.bounded(1, 5);
    for (int i = 0; i < lines; ++i) {
        bytes += QByteArray(random.bounded(0, 20), 'x') + '\n';
    }
    return open ? bytes + QByteArray(random.bounded(1, 30), 'o') : bytes;
}

} // namespace

class LogPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsAreCountedApartAndNotesNotAtAll()
    {
        Story story;
        story.add(Stream::Out, "one\ntwo\n");
        story.add(Stream::Err, "error\n");
        story.add(Stream::Note, "a note\n");
        story.add(Stream::Out, "three\n");
        QCOMPARE(story.from({}), (LogPlace{5, {14, 6}}));
    }

    void aPartOfALongLineIsMeasured()
    {
        Story story;
        story.add(Stream::Out, "short\nlong, and it goes on");
        story.add(Stream::Err, "between\n");
        story.add(Stream::Out, " to its end\n");
        QCOMPARE(story.from({}), (LogPlace{4, {38, 8}}));
    }

    void whatIsKnownIsPassedOver()
    {
        Story story;
        story.add(Stream::Out, "1\n2\n3\n4\n");
        QCOMPARE(story.from({2, {4, 0}}), (LogPlace{4, {8, 0}}));
        QCOMPARE(story.from({4, {8, 0}}), (LogPlace{4, {8, 0}}));
        QCOMPARE(story.from({9, {99, 0}}), (LogPlace{9, {99, 0}}));
    }

    void everyPlaceLeadsToTheEnd()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            Story story;
            const int spans = random.bounded(1, 12);
            for (int i = 0; i < spans; ++i) {
                story.add(static_cast<Stream>(random.bounded(3)), someBytes(random, random.bounded(4) == 0));
            }
            QCOMPARE(story.from({}), story.ends.last());
            for (const LogPlace &place : story.ends) {
                QCOMPARE(story.from(place), story.ends.last());
            }
        }
    }
};

REGISTER_TEST(LogPlaceTest);
#include "test_logplace.moc"
