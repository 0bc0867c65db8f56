// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"
#include "app/search/textfilter.h"
#include "tests/support/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace search;

namespace {

constexpr qsizetype plenty = 4096;

QByteArray filterOf(const QByteArray &text, qsizetype most = plenty)
{
    FilterMaker maker;
    maker.add(text);
    return maker.finish(most);
}

bool mayMatch(const QByteArray &filter, const Term &term)
{
    const base::Result<Matcher> matcher = Matcher::compile({.terms = {term}});
    return !matcher || matcher->mayMatch(TextFilter(filter));
}

/// Words of a few letters, so that what is looked for is sometimes there; some in capitals, some not ASCII.
QByteArray someText(QRandomGenerator &random, qsizetype size)
{
    QByteArray text;
    while (text.size() < size) {
        for (int i = random.bounded(2, 9); i > 0; --i) {
            text += "abcdeABCDE019=-\xc3\xa4"[random.bounded(17)];
        }
        text += random.bounded(6) == 0 ? "\n" : random.bounded(30) == 0 ? "\x1b[31m" : " ";
    }
    return text + '\n';
}

} // namespace

class TextFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereMayBeThere()
    {
        QRandomGenerator random(11);
        int refused = 0;
        for (int round = 0; round < 300; ++round) {
            const QByteArray text = someText(random, random.bounded(1, 3000));
            const QByteArray filter = filterOf(text, 1 << random.bounded(5, 12));
            const QByteArray other = round % 2 == 0 ? text : someText(random, 200);
            const qsizetype at = random.bounded(int(other.size()));
            Term term{.text = QString::fromUtf8(
                          other.sliced(at, std::min<qsizetype>(random.bounded(3, 14), other.size() - at)))};
            term.letters = random.bounded(2) == 0 ? Case::Sensitive : Case::Insensitive;
            const base::Result<Matcher> matcher = Matcher::compile({.terms = {term}});
            if (!matcher) {
                continue; // It holds a line end.
            }
            const auto hits = matcher->scan(text, [] { return false; });
            QVERIFY(hits);
            const bool may = matcher->mayMatch(TextFilter(filter));
            QVERIFY2(may || hits->isEmpty(), qPrintable(term.text));
            refused += may ? 0 : 1;
        }
        QVERIFY(refused > 20); // A filter that lets everything pass is none.
    }

    void wordsThatAreNotThereAreRefused()
    {
        const QByteArray filter = filterOf("2026-10-22 worker-07 fetched page id=77 ok\nretried\n");
        QVERIFY(mayMatch(filter, {.text = u"worker-07"_s}));
        QVERIFY(mayMatch(filter, {.text = u"fetched page"_s}));
        QVERIFY(mayMatch(filter, {.text = u"1234567"_s})); // Nothing is known of digits.
        QVERIFY(!mayMatch(filter, {.text = u"timeout"_s}));
        QVERIFY(!mayMatch(filter, {.text = u"pageretried"_s}));
        QVERIFY(mayMatch(filter, {.text = u"FETCHED"_s, .letters = Case::Insensitive}));
        QVERIFY(!mayMatch(filter, {.text = u"TIMEOUT"_s, .letters = Case::Insensitive}));
        QVERIFY(!mayMatch(filter, {.text = u"time(out|s up)"_s, .syntax = Syntax::Regex}));
        QVERIFY(mayMatch(filter, {.text = u"time(out|s up)|fetch"_s, .syntax = Syntax::Regex}));
        QVERIFY(mayMatch(filter, {.text = u"(?i)TIMEOUT"_s, .syntax = Syntax::Regex}));
    }

    void termsAreCombined()
    {
        const QByteArray bytes = filterOf("one thing here\n");
        const TextFilter filter(bytes);
        const Term here{.text = u"thing"_s};
        const Term gone{.text = u"absent"_s};
        Term unwanted = gone;
        unwanted.sense = Sense::Unwanted;
        QVERIFY(!Matcher::compile({.terms = {here, gone}})->mayMatch(filter));
        QVERIFY(Matcher::compile({.terms = {here, gone}, .combine = Combine::Any})->mayMatch(filter));
        QVERIFY(!Matcher::compile({.terms = {gone}, .combine = Combine::Any})->mayMatch(filter));
        QVERIFY(Matcher::compile({.terms = {here, unwanted}})->mayMatch(filter));
        QVERIFY(Matcher::compile({.terms = {unwanted}})->mayMatch(filter));
    }

    /// The sign of the kelvin is a k in another case.
    void otherAlphabetsAreNotRefused()
    {
        const QByteArray filter = filterOf("\xe2\x84\xaa"
                                           "elvin\n");
        QVERIFY(mayMatch(filter, {.text = u"kelvin"_s, .letters = Case::Insensitive}));
        QVERIFY(!mayMatch(filter, {.text = u"kelvin"_s}));
    }

    void whatIsSeenCounts()
    {
        const QByteArray filter = filterOf("er\x1b[31mror\n10 percent\rdone now\n");
        QVERIFY(mayMatch(filter, {.text = u"error"_s}));
        QVERIFY(mayMatch(filter, {.text = u"done now"_s}));
        QVERIFY(!mayMatch(filter, {.text = u"percent"_s}));
    }

    void staysSmall()
    {
        QRandomGenerator random(5);
        QByteArray noise;
        for (int i = 0; i < 200'000; ++i) {
            noise += char('a' + random.bounded(26));
        }
        QVERIFY(filterOf("12 34 56\n789\n").size() == 1);
        QVERIFY(filterOf(noise + '\n').isEmpty()); // Everything is in it.
        for (const qsizetype most : {8, 64, 1024}) {
            QVERIFY(filterOf(someText(random, 50'000), most).size() <= most + 1);
        }
    }

    void whatIsNoFilterRefusesNothing()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("\x7f"), QByteArray("\x10") + QByteArray(9, '\0'),
                                        QByteArray("\x21") + QByteArray(8, '\0'), QByteArray(100'000, '\x10')}) {
            QVERIFY(TextFilter(bytes).mayHold("anything"));
        }
        QVERIFY(!TextFilter(QByteArray("\x10")).mayHold("anything"));
    }
};

REGISTER_TEST(TextFilterTest);
#include "test_textfilter.moc"
