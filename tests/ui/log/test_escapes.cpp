// SPDX-License-Identifier: Apache-2.0
// Whatever a program writes to move, rename, ask or reprogram a terminal is shown as marks, and leaves the export as it
// came.
#include "tests/support/registry.h"

#include "app/search/seentext.h"
#include "ui/log/out/logsaver.h"
#include "ui/widgets/log/ansi.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

bool isObeyed(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u <= 0x9f) || u == 0x061c || u == 0x200e || u == 0x200f ||
           (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
}

/// What must hold of any line: nothing that could be obeyed is left, and the runs cover the text.
QString complaint(const QByteArray &raw)
{
    const ui::ShownLine shown = ui::showLine(raw);
    for (const QChar c : shown.text) {
        if (isObeyed(c))
            return u"%1 is left"_s.arg(int(c.unicode()), 0, 16);
    }
    qsizetype at = 0;
    for (const ui::AnsiRun &run : shown.runs) {
        if (run.start != at || run.length <= 0)
            return u"runs do not follow each other"_s;
        if (!run.style.link.isEmpty() && !run.style.link.startsWith("http"_L1))
            return u"a link to "_s + run.style.link;
        at += run.length;
    }
    return at == shown.text.size() ? QString() : u"runs do not cover the text"_s;
}

/// Sequences a terminal would obey, each whole and cut short at every byte.
QList<QByteArray> cases()
{
    QList<QByteArray> whole;
    for (char final = '@'; final <= '~'; ++final) {
        for (const char *parameters : {"", "2", "?25", "1;1", ">0", "!", "6", "38;2;1;2;3", "99999999999"})
            whole.append(QByteArray("\x1b[") + parameters + final);
        whole.append(QByteArray("\x1b") + final);
    }
    for (const char *start : {"\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\xc2\x9d", "\xc2\x90"}) {
        for (const char *body : {"0;title", "2;title", "52;c;ZXZpbA==", "4;1;?", "10;?", "50;?", "777;notify;a;b",
                                 "8;;javascript:alert(1)", "8;;file:///etc/passwd", "8;id=1;ssh://h",
                                 "8;;http://a/\xe2\x80\xae", "1337;File=name=x:AAAA", "+q544e", "$qm"}) {
            for (const char *end : {"\x07", "\x1b\\", "\xc2\x9c", ""})
                whole.append(QByteArray(start) + body + end);
        }
    }
    for (const char *one : {"\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\x8b", "\xef\xbb\xbf", "\x08\x08", "\x0e", "\x0b",
                            "\x0c", "\xc2\x85",
                            "\xc2\x9b"
                            "2J",
                            "\xe2\x80\xa8", "\x7f", "\x05",
                            "\x9b"
                            "2J",
                            "\xff\x1b[c"})
        whole.append(one);
    QSet<QByteArray> all;
    for (const QByteArray &sequence : std::as_const(whole)) {
        for (qsizetype length = 1; length <= sequence.size(); ++length)
            all.insert(sequence.first(length));
    }
    return all.values();
}

} // namespace

class TestEscapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsObeyedAndNothingIsLost()
    {
        const QList<QByteArray> all = cases();
        QVERIFY2(all.size() >= 2000, qPrintable(QString::number(all.size())));
        for (const QByteArray &sequence : all) {
            const QByteArray raw = "before" + sequence + "after";
            QVERIFY2(complaint(raw).isEmpty(),
                     qPrintable(complaint(raw) + u" in "_s + QString::fromLatin1(raw.toHex())));
            const QString text = ui::showLine(raw).text;
            QVERIFY(text.startsWith(u"before"_s));
            QVERIFY2(text.contains(u"after"_s) || sequence.contains('\x1b'), raw.toHex().constData());
            store::LogChunk chunk{.firstLine = 0, .bytes = raw + '\n', .spans = {{.lines = 1, .open = true}}};
            QCOMPARE(ui::writtenBytes(chunk), raw);
        }
    }

    void onlyLinksOfABrowserAreLinks()
    {
        const ui::ShownLine good = ui::showLine("\x1b]8;;https://example.org/a\x1b\\here\x1b]8;;\x1b\\ there");
        QCOMPARE(good.text, u"here there"_s);
        QCOMPARE(good.runs.size(), 2);
        QCOMPARE(good.runs.first().style.link, u"https://example.org/a"_s);
        QCOMPARE(good.runs.last().style.link, QString());
        const ui::ShownLine bad = ui::showLine("\x1b]8;;javascript:alert(1)\x07here\x1b]8;;\x07");
        QCOMPARE(bad.text, u"here"_s);
        QCOMPARE(bad.runs.first().style.link, QString());
    }

    void stylesAreShown()
    {
        const ui::ShownLine line = ui::showLine("\x1b[3;9ma\x1b[0mb\x1b[1;2;4mc\x1b[22;24md");
        QCOMPARE(line.text, u"abcd"_s);
        QVERIFY(line.runs[0].style.italic && line.runs[0].style.strike);
        QVERIFY(line.runs[1].style == ui::AnsiStyle());
        QVERIFY(line.runs[2].style.bold && line.runs[2].style.dim && line.runs[2].style.underline);
        QCOMPARE(line.runs.size(), 4);
    }

    /// Random and damaged lines, always the same ones: no crash, nothing obeyed.
    void anyBytesAreFine()
    {
        const QList<QByteArray> seeds = cases();
        QRandomGenerator random(20260101);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray raw;
            for (int pieces = random.bounded(1, 6); pieces > 0; --pieces)
                raw += seeds[random.bounded(int(seeds.size()))];
            for (int damage = random.bounded(4); damage > 0; --damage)
                raw[random.bounded(int(raw.size()))] = char(random.bounded(256));
            raw.replace('\n', ' ');
            QVERIFY2(complaint(raw).isEmpty(),
                     qPrintable(complaint(raw) + u" in "_s + QString::fromLatin1(raw.toHex())));
            QByteArray buffer;
            QVERIFY(search::seenText(raw, buffer).size() <= raw.size());
        }
    }
};

REGISTER_TEST(TestEscapes);
#include "test_escapes.moc"
