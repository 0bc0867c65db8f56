// SPDX-License-Identifier: Apache-2.0
#include "app/search/linewalk.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace search;

namespace {

struct Told
{
    qint64 line = 0;
    qsizetype start = 0;
    qsizetype place = 0;
    friend bool operator==(const Told &, const Told &) = default;
};

/// In a block of its own, so that a sanitizer sees its end.
QByteArray someText(QRandomGenerator &random, int size, int lineLength)
{
    QByteArray text(size, Qt::Uninitialized);
    for (char &c : text) {
        c = random.bounded(lineLength) == 0 ? '\n' : "abcABC01 \r\0\xff"[random.bounded(12)];
    }
    return text;
}

QByteArray someWord(QRandomGenerator &random, int most)
{
    QByteArray word(random.bounded(1, most + 1), Qt::Uninitialized);
    for (char &c : word) {
        c = "abcABC01 \r\0\xff"[random.bounded(12)];
    }
    return word;
}

QList<Told> walked(const QByteArray &text, const Mark &mark)
{
    QList<Told> all;
    std::array<MarkedLine, LineWalk::mostAtOnce> lines;
    for (LineWalk walk(text, mark); !walk.isOver();) {
        const size_t count = walk.next(lines);
        for (size_t i = 0; i < count; ++i) {
            all.append({lines[i].line, lines[i].start, lines[i].place});
        }
    }
    return all;
}

/// The first place in each line.
QList<Told> expected(QByteArrayView text, const OneOf &texts)
{
    QList<Told> all;
    qint64 line = 0;
    for (qsizetype start = 0; start < text.size(); ++line) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        qsizetype first = -1;
        for (const QByteArray &one : texts) {
            const qsizetype place = text.first(end).indexOf(one, start);
            first = place >= 0 && (first < 0 || place < first) ? place : first;
        }
        if (first >= 0) {
            all.append({line, start, first});
        }
        start = end + 1;
    }
    return all;
}

} // namespace

class LineWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachLineOnceForItsFirstPlace_data()
    {
        QTest::addColumn<int>("texts");
        QTest::newRow("one text") << 1;
        QTest::newRow("a few") << 5;
        QTest::newRow("more than groups") << 16;
    }
    void tellsEachLineOnceForItsFirstPlace()
    {
        QFETCH(int, texts);
        QRandomGenerator random{quint32(texts)};
        int found = 0;
        for (int round = 0; round < 1000; ++round) {
            const QByteArray text = someText(random, random.bounded(1500), random.bounded(1, 200));
            OneOf wanted;
            for (int i = 0; i < texts; ++i) {
                wanted.append(someWord(random, round % 3 == 0 ? 2 : 11));
            }
            const QList<Told> lines = expected(text, wanted);
            found += lines.isEmpty() ? 0 : 1;
            QCOMPARE(walked(text, marksOf({wanted}, Case::Sensitive).first()), lines);
        }
        QVERIFY(found > 200);
    }

    void passesOverNoLineWhateverItsCase()
    {
        QRandomGenerator random(9);
        for (int round = 0; round < 1000; ++round) {
            const QByteArray text = someText(random, random.bounded(1500), random.bounded(1, 100));
            const OneOf wanted{someWord(random, 4), someWord(random, 10)};
            QList<qint64> told;
            for (const Told &line : walked(text, marksOf({wanted}, Case::Insensitive).first())) {
                told.append(line.line);
            }
            for (const Told &line : expected(text.toLower(), {wanted[0].toLower(), wanted[1].toLower()})) {
                QVERIFY(told.contains(line.line));
            }
        }
    }

    void aLongTextIsWalkedInParts()
    {
        QRandomGenerator random(4);
        QByteArray text = someText(random, 3 << 20, 40);
        text.insert(2 << 20, QByteArray(1 << 20, 'x'));
        for (const QByteArray &wanted : {QByteArray("bb"), QByteArray("xx"), QByteArray("none of it")}) {
            QCOMPARE(walked(text, Needle(wanted)), expected(text, {wanted}));
        }
    }
};

REGISTER_TEST(LineWalkTest);
#include "test_linewalk.moc"
