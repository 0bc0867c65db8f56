// SPDX-License-Identifier: Apache-2.0
// Secrets are found in any text, by what is fast as by what is plain.
#include "app/engine/masking/maskstream.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using engine::MaskStream;
using engine::Matcher;

namespace {

const QByteArray mark(MaskStream::mark);

QByteArray fed(MaskStream &stream, const QByteArray &bytes)
{
    const MaskStream::Released released = stream.feed(bytes);
    return released.before + bytes.first(released.fed);
}

QByteArray through(const std::shared_ptr<const Matcher> &matcher, const QByteArrayList &pieces)
{
    MaskStream stream(matcher);
    QByteArray out;
    for (const QByteArray &piece : pieces) {
        out += fed(stream, piece);
    }
    return out + stream.finish();
}

/// What finds every occurrence of every pattern, slowly: text without line breaks, places to hide.
QByteArray plainly(const QByteArrayList &patterns, const QByteArray &text)
{
    QByteArray squeezed;
    for (const char c : text) {
        if (c != '\n' && c != '\r') {
            squeezed += c;
        }
    }
    std::vector<bool> hidden(static_cast<size_t>(squeezed.size()));
    for (const QByteArray &pattern : patterns) {
        for (qsizetype at = squeezed.indexOf(pattern); at >= 0; at = squeezed.indexOf(pattern, at + 1)) {
            std::fill_n(hidden.begin() + at, pattern.size(), true);
        }
    }
    QByteArray out;
    qsizetype at = 0;
    bool marked = false;
    for (const char c : text) {
        const bool isBreak = c == '\n' || c == '\r';
        const bool hide = !isBreak && hidden[static_cast<size_t>(at)];
        out += !hide ? QByteArray(1, c) : marked ? QByteArray() : mark;
        marked = hide;
        at += isBreak ? 0 : 1;
    }
    return out;
}

/// Broken after `about` bytes, more or less.
QByteArray inLines(const QByteArray &text, int about, QRandomGenerator &random)
{
    QByteArray lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = 1 + random.bounded(2 * about);
        lines += text.mid(at, length) + (random.bounded(3) == 0 ? "\r\n" : "\n");
        at += length;
    }
    return lines;
}

} // namespace

class TestMaskSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAmongMuchTextIsFound_data();
    void oneAmongMuchTextIsFound();
    void itAgreesWithThePlainSearch_data();
    void itAgreesWithThePlainSearch();
};

void TestMaskSearch::oneAmongMuchTextIsFound_data()
{
    QTest::addColumn<int>("shortest");
    QTest::addColumn<int>("longest");
    QTest::addColumn<int>("line");
    for (const int shortest : {4, 5, 6, 8, 12, 16, 24, 60}) {
        for (const int line : {1, 3, 9, 35, 80, 100'000}) {
            QTest::addRow("from %d bytes, lines of %d", shortest, line) << shortest << shortest + 30 << line;
        }
    }
}

/// Wherever it stands, and wherever it is broken; in a text long enough that it is glanced over first.
void TestMaskSearch::oneAmongMuchTextIsFound()
{
    QFETCH(int, shortest);
    QFETCH(int, longest);
    QFETCH(int, line);
    QRandomGenerator random(static_cast<quint32>(1000 * shortest + line));
    const auto word = [&random](int length) {
        QByteArray letters;
        while (letters.size() < length) {
            letters += static_cast<char>(random.bounded('A', 'Z' + 1));
        }
        return letters;
    };
    QByteArrayList patterns;
    for (int i = 0; i < 40; ++i) {
        patterns.append(word(random.bounded(shortest, longest)));
    }
    patterns.append(word(shortest));
    const auto matcher = std::make_shared<const Matcher>(patterns);
    for (int round = 0; round < 20; ++round) {
        const QByteArray &pattern = patterns.at(random.bounded(static_cast<int>(patterns.size())));
        const qsizetype around = 10'000 + random.bounded(100);
        QByteArray text = QByteArray(random.bounded(9'000), 'x') + pattern.chopped(1);
        text += QByteArray(around - text.size(), 'y');
        const bool isThere = round % 4 != 0;
        text.insert(random.bounded(static_cast<int>(around)), isThere ? pattern : "none");
        text = inLines(text, line, random);
        const QByteArray expected = plainly(patterns, text);
        QCOMPARE(expected.contains(mark), isThere);
        if (line >= 35) { // with more breaks it does not look
            QCOMPARE(matcher->mayBeIn(text), expected != text);
        }
        QCOMPARE(through(matcher, {text}), expected);
        const qsizetype parted = random.bounded(static_cast<int>(text.size()));
        const QByteArray inPieces = through(matcher, {text.first(parted), text.sliced(parted)});
        QVERIFY(!isThere || inPieces.contains(mark));
        QCOMPARE(inPieces.count('\n'), text.count('\n'));
    }
}

void TestMaskSearch::itAgreesWithThePlainSearch_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

/// A small alphabet, so that near misses, overlaps and repetitions are the rule.
void TestMaskSearch::itAgreesWithThePlainSearch()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto text = [&random](qsizetype length, QByteArrayView letters) {
        QByteArray out;
        for (qsizetype i = 0; i < length; ++i) {
            out += letters[random.bounded(static_cast<int>(letters.size()))];
        }
        return out;
    };
    const int longest = seed % 3 == 0 ? 40 : 9;
    const int shortest = seed % 3 == 0 ? 12 : 4;
    QByteArrayList patterns;
    for (int i = 0; i < 6; ++i) {
        patterns.append(text(random.bounded(shortest, longest), "ab"));
    }
    QByteArray whole;
    while (whole.size() < 3000) {
        whole += random.bounded(3) == 0 ? patterns.at(random.bounded(6)) : text(random.bounded(9), "ab\nc");
        if (random.bounded(4) == 0) {
            whole.insert(random.bounded(static_cast<int>(whole.size()) + 1), "\r\n");
        }
    }
    QByteArrayList pieces;
    for (qsizetype at = 0; at < whole.size();) {
        const qsizetype length = std::min<qsizetype>(random.bounded(1, 60), whole.size() - at);
        pieces.append(whole.mid(at, length));
        at += length;
    }
    const auto matcher = std::make_shared<const Matcher>(patterns);
    QCOMPARE(through(matcher, {whole}), plainly(patterns, whole));
    // In pieces, few bytes that begin a secret at the end of a line are let go: what is hidden is hidden there too.
    const QByteArray inPieces = through(matcher, pieces);
    for (const QByteArray &pattern : std::as_const(patterns)) {
        QVERIFY(!inPieces.contains(pattern));
    }
    QCOMPARE(inPieces.count('\n'), whole.count('\n'));
}

REGISTER_TEST(TestMaskSearch);
#include "test_masksearch.moc"
