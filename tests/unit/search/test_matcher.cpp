// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"
#include "app/search/requiredtext.h"
#include "app/search/seentext.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace search;

namespace {

QList<qint64> linesOf(const Query &query, const QByteArray &text)
{
    const base::Result<Matcher> matcher = Matcher::compile(query);
    if (!matcher) {
        return {-1};
    }
    const auto hits = matcher->scan(text, [] { return false; });
    QList<qint64> lines;
    for (const LineHit &hit : hits ? *hits : QList<LineHit>{{-2, 0, 0}}) {
        lines.append(hit.line);
    }
    return lines;
}

Term regex(const QString &text)
{
    return {.text = text, .syntax = Syntax::Regex};
}

/// What Qt says of each line by itself.
QList<qint64> expected(const QString &pattern, const QByteArray &text)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption |
                                                     QRegularExpression::UseUnicodePropertiesOption);
    QList<qint64> lines;
    const QList<QByteArray> all = text.chopped(1).split('\n');
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (expression.match(QString::fromUtf8(all[i])).hasMatch()) {
            lines.append(i);
        }
    }
    return lines;
}

} // namespace

class TestMatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLinesAndColumns()
    {
        const auto matcher = Matcher::compile({.terms = {{.text = u"needle"_s}}});
        QVERIFY(matcher);
        const auto hits = matcher->scan("one\na needle\n\nneedle needle\n", [] { return false; });
        QVERIFY(hits);
        QCOMPARE(*hits, (QList<LineHit>{{1, 2, 6}, {3, 0, 6}}));
        QCOMPARE(matcher->places("needle needle").size(), 2);
    }

    void obeysCaseAndWords()
    {
        const QByteArray text("Error here\nerrors\nan error.\n\xc3\x84rger\n\xc3\xa4rger\n");
        QCOMPARE(linesOf({.terms = {{.text = u"error"_s}}}, text), (QList<qint64>{1, 2}));
        QCOMPARE(linesOf({.terms = {{.text = u"ERROR"_s, .letters = Case::Insensitive}}}, text),
                 (QList<qint64>{0, 1, 2}));
        QCOMPARE(linesOf({.terms = {{.text = u"error"_s, .words = Words::Whole}}}, text), (QList<qint64>{2}));
        QCOMPARE(linesOf({.terms = {{.text = u"\u00e4RGER"_s, .letters = Case::Insensitive}}}, text),
                 (QList<qint64>{3, 4}));
        QCOMPARE(linesOf({.terms = {{.text = u"e.r"_s, .letters = Case::Insensitive}}}, text), QList<qint64>());
    }

    void combinesTerms()
    {
        const QByteArray text("a b\nb\nc a\na c d\nd\n");
        const Term a{.text = u"a"_s};
        const Term c{.text = u"c"_s};
        const Term notD{.text = u"d"_s, .sense = Sense::Unwanted};
        QCOMPARE(linesOf({{a, c}, Combine::All}, text), (QList<qint64>{2, 3}));
        QCOMPARE(linesOf({{a, c}, Combine::Any}, text), (QList<qint64>{0, 2, 3}));
        QCOMPARE(linesOf({{a, c, notD}, Combine::All}, text), (QList<qint64>{2}));
        QCOMPARE(linesOf({{notD}, Combine::All}, text), (QList<qint64>{0, 1, 2}));
        QCOMPARE(linesOf({{a, c, notD}, Combine::Any}, text), (QList<qint64>{0, 2}));
    }

    void refusesWhatCanNotBeFound()
    {
        QVERIFY(!Matcher::compile({}));
        QVERIFY(!Matcher::compile({.terms = {{}}}));
        QVERIFY(!Matcher::compile({.terms = {{.text = u"a\nb"_s}}}));
        const auto wrong = Matcher::compile({.terms = {regex(u"ok(["_s)}});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, base::ErrorCode::Invalid);
        QCOMPARE(wrong.error().position, std::optional(4));
    }

    void matchesNeverLeaveTheirLine_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : {"b\\s+c", "[^x]+c", "^$", "a$", "^c", "\\Aa", "b\\z", "b(?!\\s*c)", "(?s)b.c", "x*",
                                    "a|c", "b\\W", "[\\t-~]+c", "[\\b-z]c", "c?$", "\\D\\d", "(?i)A", "é|c", "b\\Rc"}) {
            QTest::newRow(pattern) << QString::fromUtf8(pattern);
        }
    }
    void matchesNeverLeaveTheirLine()
    {
        QFETCH(QString, pattern);
        const QByteArray ascii("a b\nc\n\nb  c1\nxc\na\n");
        QCOMPARE(linesOf({.terms = {regex(pattern)}}, ascii), expected(pattern, ascii));
        const QByteArray wide = ascii + "\xc3\xa9 b\nc\xc3\xa9\n";
        QCOMPARE(linesOf({.terms = {regex(pattern)}}, wide), expected(pattern, wide));
    }

    /// 2,000 made-up expressions over made-up lines say what Qt says of each line by itself.
    void agreesWithOneLineAtATime()
    {
        const QStringList pieces{u"a"_s,   u"b"_s,       u"ab"_s,   u"."_s,     u"[ab]"_s, u"[^a]"_s,
                                 u"\\s"_s, u"\\d+"_s,    u"x?"_s,   u"(b|c)"_s, u"c*"_s,   u"a{2}"_s,
                                 u"\\."_s, u"^"_s,       u"$"_s,    u"|"_s,     u" "_s,    u"=1"_s,
                                 u"\\w"_s, u"(?:ab)+"_s, u"\\bc"_s, u"[a-c]1"_s};
        const QByteArray letters("aabbcc11= .x\t");
        QRandomGenerator random(4711);
        int matched = 0;
        for (int i = 0; i < 2000; ++i) {
            QByteArray text;
            for (int line = 0; line < 12; ++line) {
                for (quint32 left = random.bounded(12); left > 0; --left) {
                    text += letters[random.bounded(int(letters.size()))];
                }
                text += '\n';
            }
            QString pattern;
            for (int left = random.bounded(1, 6); left > 0; --left) {
                pattern += pieces[random.bounded(int(pieces.size()))];
            }
            if (!QRegularExpression(pattern).isValid()) {
                continue;
            }
            const QList<qint64> found = linesOf({.terms = {regex(pattern)}}, text);
            matched += found.isEmpty() ? 0 : 1;
            QVERIFY2(found == expected(pattern, text), qPrintable(pattern + u" in "_s + QString::fromUtf8(text)));
        }
        QVERIFY(matched > 500);
    }

    void knowsWhatAMatchMustHold_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("required");
        const std::pair<const char *, const char *> rows[] = {
            {"status=20[34].*(a|b)", "status=203,status=204"},
            {"ab?cd", "cd"},
            {"abc*", "ab"},
            {"ab+c", "ab"},
            {"a{2}bc", "bc"},
            {"a{0,2}bc", "bc"},
            {"ab|cd", "ab,cd"},
            {"ab|c", ""},
            {"ab|.*", ""},
            {"(ab)?cd", "cd"},
            {"(ab)+cd", "ab;cd"},
            {"one.*(two|three)$", "one;two,three"},
            {"(?:four (one|two)|five .*six)", "four one,four two,five "},
            {"(one|two)(a|b)", "onea,oneb,twoa,twob"},
            {"(a.c|de) fg", " fg"},
            {"(|a)bc", "bc,abc"},
            {"a\\.b", "a.b"},
            {"\\x41bc", ""},
            {"\\Qab\\Ecd", ""},
            {"(ab)\\1", ""},
            {"(?i)abc", ""},
            {"ab(?=cd)", ""},
            {"[]a]bc", "bc"},
            {"[^a]bc", "bc"},
            {"[a-c]z", "az,bz,cz"},
            {"[a-z]bc", "bc"},
            {"[[:alpha:]]bc", ""},
            {"\u00e4bc", "bc"}};
        for (const auto &[pattern, required] : rows) {
            QTest::newRow(pattern) << QString::fromUtf8(pattern) << QByteArray(required);
        }
    }
    void knowsWhatAMatchMustHold()
    {
        QFETCH(QString, pattern);
        QFETCH(QByteArray, required);
        QByteArrayList all;
        for (const OneOf &texts : requiredTexts(pattern)) {
            all.append(texts.join(','));
        }
        QCOMPARE(all.join(';'), required);
    }

    void textsThatBeginAlikeAreToldApart()
    {
        const QByteArray text = "status=200 ok\nid=7 status=203\nstatus=20\nstatus=205 status=204\nstatus=2\n";
        QCOMPARE(linesOf({.terms = {regex(u"[a-z]+=20[34]$"_s)}}, text), (QList<qint64>{1, 3}));
        QCOMPARE(linesOf({.terms = {regex(u"[a-z]+=20?[0-9]?$"_s)}}, text), (QList<qint64>{1, 2, 3, 4}));
    }

    void seesWhatIsShown()
    {
        const QByteArray text("\x1b[31mer\x1b[0mror\n10%\r100% done\r\n\x1b]8;;http://x\x1b\\link\x1b]8;;\x07 end\n"
                              "\x1b]0;title\x07\n\x1b[2J\n");
        QByteArray buffer;
        QCOMPARE(seenText(text, buffer).toByteArray(),
                 QByteArray("error\n100% done\nlink end\n\x1b]0;title\x07\n\x1b[2J\n"));
        QCOMPARE(seenText("\r\nb\r\n\r", buffer).toByteArray(), QByteArray("\nb\n")); // nothing is left of a line
        QCOMPARE(linesOf({.terms = {{.text = u"error"_s}}}, text), (QList<qint64>{0}));
        QCOMPARE(linesOf({.terms = {{.text = u"10%"_s}}}, text), QList<qint64>());
        QCOMPARE(linesOf({.terms = {{.text = u"link end"_s}}}, text), (QList<qint64>{2}));
    }

    void bytesThatAreNoTextDoNoHarm()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 300; ++i) {
            QByteArray text(random.bounded(400), Qt::Uninitialized);
            for (char &byte : text) {
                byte = char(random.bounded(256));
            }
            text += "\xff\xfe needle \x80\n";
            const auto last = text.count('\n') - 1;
            QVERIFY(linesOf({.terms = {{.text = u"NEEDLE"_s, .letters = Case::Insensitive}}}, text).contains(last));
            QVERIFY(linesOf({.terms = {regex(u"ne+dle .?$|needle"_s)}}, text).contains(last));
        }
    }

    void aPatternThatNeverEndsIsGivenUp()
    {
        const auto matcher = Matcher::compile({.terms = {regex(u"(a+)+$"_s)}});
        QVERIFY(matcher);
        const auto hits = matcher->scan(QByteArray(40, 'a') + "b\n", [] { return false; });
        QVERIFY(!hits);
        QCOMPARE(hits.error().code, base::ErrorCode::Invalid);
    }
};

REGISTER_TEST(TestMatcher);
#include "test_matcher.moc"
