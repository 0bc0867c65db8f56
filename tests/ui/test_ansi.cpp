// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/ui/shots.h"

#include "ui/widgets/log/ansi.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

bool isDangerous(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u <= 0x9f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) ||
           u == 0x200e || u == 0x200f || u == 0x061c || u == 0x2028 || u == 0x2029 || u == 0xfeff || u == 0x200b;
}

struct Piece
{
    QByteArray bytes;
    QString mark; ///< What has to be seen for it; empty for colours.
};

QList<Piece> pieces()
{
    return {{"\x1b[31m", {}},
            {"\x1b[0m", {}},
            {"\x1b[1;4;38;5;208m", {}},
            {"\x1b[38;2;1;2;3m", {}},
            {"\x1b[2J", u"\u241b"_s},
            {"\x1b[H", u"\u241b"_s},
            {"\x1b]0;title\x07", u"\u2407"_s},
            {"\x1b]8;;http://x\x1b\\", {}},
            {"\x1bP", u"\u241b"_s},
            {"\x1b[?1049h", u"\u241b"_s},
            {"\x07", u"\u2407"_s},
            {"\x08", u"\u2408"_s},
            {QByteArray(1, '\0'), u"\u2400"_s},
            {"\x0c", u"\u240c"_s},
            {"\x7f", u"\u2421"_s},
            {"\xc2\x9b", u"\u27e8009B\u27e9"_s},
            {"\xe2\x80\xae", u"\u27e8202E\u27e9"_s},
            {"\xe2\x81\xa6", u"\u27e82066\u27e9"_s},
            {"\xe2\x80\xa8", u"\u27e82028\u27e9"_s},
            {"\xef\xbb\xbf", u"\u27e8FEFF\u27e9"_s},
            {"\x1b[", u"\u241b"_s},
            {"\x1b[31", u"\u241b"_s},
            {"\xff", u"\ufffd"_s},
            {"\xe2\x82", u"\ufffd"_s}};
}

} // namespace

class TestAnsi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAndObeysNothing_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QStringList>("marks");
        const QList<Piece> all = pieces();
        QRandomGenerator random(20261022);
        for (int i = 0; i < 300; ++i) {
            QByteArray raw;
            QStringList marks;
            QString letters;
            const int parts = 1 + int(random.bounded(6));
            for (int part = 0; part < parts; ++part) {
                // A tilde ends an unfinished sequence, so that it can not swallow the letter behind it.
                raw += "Q";
                const Piece &piece = all[qsizetype(random.bounded(int(all.size())))];
                raw += piece.bytes + "~Z";
                if (!piece.mark.isEmpty())
                    marks << piece.mark;
                letters += u"QZ"_s;
            }
            QTest::addRow("case %d", i) << raw << letters << marks;
        }
    }
    void losesNothingAndObeysNothing()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, letters);
        QFETCH(QStringList, marks);
        const ShownLine line = showLine(raw);
        for (const QChar c : line.text)
            QVERIFY2(!isDangerous(c), qPrintable(QString::number(c.unicode(), 16)));
        QString kept;
        for (const QChar c : line.text)
            if (c == u'Q' || c == u'Z')
                kept += c;
        QCOMPARE(kept, letters);
        qsizetype at = 0;
        for (const QString &mark : std::as_const(marks)) {
            at = line.text.indexOf(mark, at);
            QVERIFY2(at >= 0, qPrintable(mark + u" in "_s + line.text));
            at += mark.size();
        }
        qsizetype end = 0;
        for (const AnsiRun &run : line.runs) {
            QCOMPARE(run.start, end);
            end += run.length;
        }
        QCOMPARE(end, line.text.size());
    }

    void survivesAnyBytes()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 500; ++i) {
            QByteArray raw(int(random.bounded(200)), Qt::Uninitialized);
            for (char &c : raw)
                c = char(random.bounded(256));
            const ShownLine line = showLine(raw);
            for (const QChar c : line.text)
                QVERIFY(!isDangerous(c));
        }
    }

    void readsColours_data()
    {
        QTest::addColumn<QByteArray>("sgr");
        QTest::addColumn<AnsiStyle>("style");
        const auto indexed = [](int index) { return AnsiInk{AnsiInk::Kind::Indexed, index, 0}; };
        QTest::newRow("red") << QByteArray("31") << AnsiStyle{indexed(1)};
        QTest::newRow("bright blue") << QByteArray("94") << AnsiStyle{indexed(12)};
        QTest::newRow("256") << QByteArray("38;5;208") << AnsiStyle{indexed(208)};
        QTest::newRow("true colour") << QByteArray("38;2;1;2;3") << AnsiStyle{{AnsiInk::Kind::Rgb, 0, qRgb(1, 2, 3)}};
        QTest::newRow("bold red") << QByteArray("1;31") << AnsiStyle{indexed(1), true};
        QTest::newRow("ground is ignored") << QByteArray("48;5;1;32") << AnsiStyle{indexed(2)};
        QTest::newRow("underline off") << QByteArray("4;24;2") << AnsiStyle{{}, false, true};
        QTest::newRow("reset") << QByteArray("31;0") << AnsiStyle{};
        QTest::newRow("too big") << QByteArray("99999999999999999999") << AnsiStyle{};
        QTest::newRow("half a colour") << QByteArray("38;2;1") << AnsiStyle{};
        QTest::newRow("colons") << QByteArray("38:5:9") << AnsiStyle{indexed(9)};
    }
    void readsColours()
    {
        QFETCH(QByteArray, sgr);
        QFETCH(AnsiStyle, style);
        const ShownLine line = showLine("\x1b[" + sgr + "mX");
        QCOMPARE(line.text, u"X"_s);
        QCOMPARE(line.runs.size(), 1);
        QVERIFY(line.runs.first().style == style);
    }

    void showsTheLastOfAProgress()
    {
        QCOMPARE(showLine("10 %\r50 %\r100 %").text, u"100 %"_s);
        QCOMPARE(showLine("100 %\r").text, u"100 %"_s);
        QCOMPARE(showLine("done\r\r").text, u"done"_s);
        QCOMPARE(showLine("\r").text, QString());
    }

    void expandsTabs()
    {
        QCOMPARE(showLine("a\tb").text, u"a       b"_s);
        QCOMPARE(showLine("\t").text, QString(8, u' '));
    }

    void saysHowMuchOfAHugeLineIsHidden()
    {
        const ShownLine line = showLine(QByteArray(5'000'000, 'x'));
        QVERIFY(line.text.size() < shownBytes + 40);
        QVERIFY(line.text.endsWith(u"B\u27e9"_s));
    }

    void makesEveryColourReadable()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            test::look().setScheme(scheme);
            const Tokens &tokens = test::look().tokens();
            const QColor ground = tokens.colour(Colour::BgLog);
            for (int i = 0; i < 256; ++i)
                QVERIFY(contrastRatio(inkColour({AnsiInk::Kind::Indexed, i, 0}, tokens, ground), ground) >= 4.5);
            QRandomGenerator random(3);
            for (int i = 0; i < 200; ++i)
                QVERIFY(
                    contrastRatio(inkColour({AnsiInk::Kind::Rgb, 0, random.generate() | 0xff000000u}, tokens, ground),
                                  ground) >= 4.5);
        }
        test::look().setScheme(Scheme::Light);
    }
};

REGISTER_TEST(TestAnsi);
#include "test_ansi.moc"
