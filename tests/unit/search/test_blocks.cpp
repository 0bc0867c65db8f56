// SPDX-License-Identifier: Apache-2.0
// Blocks as they are stored, of hundreds of lines, against a search that looks at each line by itself.
#include "app/search/matcher.h"
#include "app/search/seentext.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace search;

namespace {

enum class Bytes { Ascii, Utf8, Any };

/// Words that share beginnings, among them what is looked for; lines of any length, also none.
QByteArray someBlock(QRandomGenerator &random, Bytes bytes, int lines)
{
    const QByteArrayList words{"error",    "Error ",     "err",     "items=9", "items=12 ", " ms=40",   "ms=77",
                               "worker-1", "worker-07 ", " stored", "_x",      "k",         "abcdef12", "beef",
                               " ",        "-",          "\t",      "=",       "0",         "refused",  "timeout"};
    const QByteArrayList utf8{"\xc3\xa4", "\xe2\x84\xaa", "\xc3\x84rger"};
    const QByteArrayList other{"\xff", "\xc3", "\r", "\x1b[31m", QByteArray(1, '\0'), "\r\r"};
    QByteArray block;
    for (int line = 0; line < lines; ++line) {
        for (quint32 left = random.bounded(14); left > 0; --left) {
            const quint32 which = bytes == Bytes::Ascii ? 0 : random.bounded(12);
            block += which == 11 && bytes == Bytes::Any ? other[random.bounded(other.size())]
                     : which == 10                      ? utf8[random.bounded(utf8.size())]
                                                        : words[random.bounded(words.size())];
        }
        block += random.bounded(90) == 0 ? QByteArray(random.bounded(3000), '.') : QByteArray();
        block += '\n';
    }
    return block;
}

QByteArrayList seenLines(const QByteArray &block)
{
    QByteArray buffer;
    return seenText(block, buffer).toByteArray().chopped(1).split('\n');
}

/// Where in its line the term first matches.
Span placeIn(const QByteArray &line, const Term &term)
{
    if (term.syntax == Syntax::Literal && term.letters == Case::Sensitive && term.words == Words::Any) {
        const qsizetype place = line.indexOf(term.text.toUtf8());
        return place < 0 ? Span() : Span{place, place + term.text.toUtf8().size()};
    }
    QString pattern = term.syntax == Syntax::Literal ? QRegularExpression::escape(term.text) : term.text;
    pattern = term.words == Words::Whole ? u"(?<!\\w)(?:%1)(?!\\w)"_s.arg(pattern) : pattern;
    const QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption |
                                                     (term.letters == Case::Insensitive
                                                          ? QRegularExpression::CaseInsensitiveOption
                                                          : QRegularExpression::NoPatternOption));
    const QString text = QString::fromUtf8(line);
    const QRegularExpressionMatch match = expression.match(text);
    return match.hasMatch() ? Span{text.first(match.capturedStart()).toUtf8().size(),
                                   text.first(match.capturedEnd()).toUtf8().size()}
                            : Span();
}

QList<LineHit> expected(const QByteArrayList &lines, const Query &query)
{
    QList<LineHit> hits;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Span first;
        for (const Term &term : query.terms) {
            const Span place = placeIn(lines[i], term);
            first = place.found() && (!first.found() || place.start < first.start) ? place : first;
        }
        if (first.found()) {
            hits.append({i, qint32(first.start), qint32(first.end - first.start)});
        }
    }
    return hits;
}

QList<LineHit> found(const QByteArray &block, const Query &query)
{
    const base::Result<Matcher> matcher = Matcher::compile(query);
    const auto hits =
        matcher ? matcher->scan(block, [] { return false; }) : base::Result<QList<LineHit>>(QList<LineHit>());
    return *hits;
}

Term regex(const QString &text, Case letters = Case::Sensitive)
{
    return {.text = text, .syntax = Syntax::Regex, .letters = letters};
}

} // namespace

class BlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsInAnyBytes()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 60; ++round) {
            const QByteArray block = someBlock(random, Bytes(round % 3), random.bounded(1, 400));
            const QByteArrayList lines = seenLines(block);
            for (const auto &text : {u"error"_s, u"k"_s, u"="_s, u"worker-1 stored"_s, u"nowhere"_s, u"\u00e4"_s}) {
                const Query query{.terms = {{.text = text}}};
                QCOMPARE(found(block, query), expected(lines, query));
            }
        }
    }

    void termsOfEveryKind_data()
    {
        QTest::addColumn<QList<Term>>("terms");
        const auto insensitive = Case::Insensitive;
        const QList<std::pair<const char *, QList<Term>>> rows{
            {"ignoring case", {{.text = u"ERROR"_s, .letters = insensitive}}},
            {"the sign of the kelvin", {{.text = u"k"_s, .letters = insensitive}}},
            {"whole words", {{.text = u"beef"_s, .words = Words::Whole}}},
            {"whole words, ignoring case", {{.text = u"ERR"_s, .letters = insensitive, .words = Words::Whole}}},
            {"alternatives", {regex(u"ms=40[0-9]{2}|worker-1[0-2] stored.*items=9[0-9]"_s)}},
            {"alternatives, ignoring case", {regex(u"REFUSED|timeout|error "_s, insensitive)}},
            {"nothing but texts", {regex(u"err|error|(?:items=|ms=)[479]|worker-(1|07 s)"_s)}},
            {"two texts", {regex(u"error.*worker-0"_s)}},
            {"classes first", {regex(u"[a-f]{6}[0-9]{2}.*items=[0-9]+"_s)}},
            {"classes only", {regex(u"[a-f]{4,}\\d"_s)}},
            {"nothing known", {regex(u"\\w+=\\d+ \\w"_s)}},
            {"may be empty", {regex(u"x*"_s)}},
            {"ends", {regex(u"[^a-z]$"_s)}},
            {"looks around", {regex(u"(?<=worker)-1(?! )"_s)}},
            {"beyond ASCII", {regex(u"\u00e4|\u00c4r"_s)}},
            {"any of several", {{.text = u"timeout"_s}, {.text = u"refused"_s}, regex(u"ms=7+ "_s)}},
            {"any, ignoring case", {{.text = u"ERR"_s, .letters = insensitive}, {.text = u"beef"_s}}},
        };
        for (const auto &[name, terms] : rows) {
            QTest::newRow(name) << terms;
        }
    }
    void termsOfEveryKind()
    {
        QFETCH(QList<Term>, terms);
        const Query query{.terms = terms, .combine = Combine::Any};
        QRandomGenerator random(2);
        qsizetype hits = 0;
        for (int round = 0; round < 40; ++round) {
            const QByteArray block = someBlock(random, Bytes(round % 2), random.bounded(1, 600));
            const QList<LineHit> lines = found(block, query);
            QCOMPARE(lines, expected(seenLines(block), query));
            hits += lines.size();
        }
        QVERIFY(hits > 0);
    }
};

REGISTER_TEST(BlocksTest);
#include "test_blocks.moc"
