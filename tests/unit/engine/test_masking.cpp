// SPDX-License-Identifier: Apache-2.0
#include "app/engine/masking/maskforms.h"
#include "app/engine/masking/maskstream.h"
#include "app/engine/results/maskedend.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using engine::MaskStream;
using engine::Matcher;

namespace {

const QByteArray mark(MaskStream::mark);

std::shared_ptr<const Matcher> matcherOf(const QByteArrayList &secrets)
{
    QByteArrayList patterns;
    for (const QByteArray &secret : secrets) {
        patterns.append(engine::maskForms(secret));
    }
    return std::make_shared<const Matcher>(patterns);
}

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

QByteArray upperPercent(QByteArray text)
{
    return QByteArray(text).toPercentEncoding();
}

} // namespace

class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsAreMasked_data();
    void formsAreMasked();
    void anySplitIsMasked();
    void brokenLinesAreMasked();
    void linesOfLongSecretsAreMasked();
    void shortSecretsAreNot();
    void whatIsNoSecretStays();
    void onlyWhatMayBecomeASecretWaits();
    void aLineThatWaitsIsLetGo();
    void theRestIsKnownAfterALineWasLetGo();
    void waitingIsBounded();
    void whatAJobTellsIsMasked();
};

void TestMasking::formsAreMasked_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("shown");
    const QByteArray secret = "p4ss/w\"o r+d\\&é'%~$";
    const auto row = [&secret](const char *name, const QByteArray &shown) { QTest::newRow(name) << secret << shown; };
    row("raw", secret);
    row("hex", secret.toHex());
    row("HEX", secret.toHex().toUpper());
    row("url", upperPercent(secret));
    row("url lower", "p4ss%2fw%22o%20r%2bd%5c%26%c3%a9%27%25~%24");
    row("url, slash kept", "p4ss/w%22o%20r%2Bd%5C%26%C3%A9%27%25~%24");
    row("form", "p4ss%2Fw%22o+r%2Bd%5C%26%C3%A9%27%25%7E%24");
    row("component", "p4ss%2Fw%22o%20r%2Bd%5C%26%C3%A9'%25~%24");
    row("json", "p4ss/w\\\"o r+d\\\\&é'%~$");
    row("json, ascii", "p4ss/w\\\"o r+d\\\\&\\u00e9'%~$");
    row("json, ASCII", "p4ss/w\\\"o r+d\\\\&\\u00E9'%~$");
    row("json, slashes", "p4ss\\/w\\\"o r+d\\\\&\\u00e9'%~$");
    row("json, html", "p4ss/w\\\"o r+d\\\\\\u0026é'%~$");
    row("shell", "p4ss/w\"o r+d\\&é'\\''%~$");
    row("shell, strokes", "p4ss/w\\\"o\\ r+d\\\\\\&é\\'%~\\$");
    row("html", "p4ss/w&quot;o r+d\\&amp;é&#39;%~$");
    const QJsonDocument document(QJsonArray{QString::fromUtf8(secret)});
    row("json of Qt", document.toJson(QJsonDocument::Compact).mid(2).chopped(2));
    row("url of Qt", QUrl::toPercentEncoding(QString::fromUtf8(secret)));
    for (int before = 0; before < 3; ++before) {
        const QByteArray around = (QByteArray(before, 'x') + secret + "tail").toBase64();
        QTest::addRow("base64 %d", before) << secret << around;
        QTest::addRow("base64url %d", before) << secret << QByteArray(around).replace('+', '-').replace('/', '_');
    }
    row("base64 alone", secret.toBase64());
    row("base64 of echo", (secret + '\n').toBase64());
}

void TestMasking::formsAreMasked()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, shown);
    const auto matcher = matcherOf({secret});
    const QByteArray out = through(matcher, {"before " + shown + " after\n"});
    QVERIFY2(out.contains(mark), out.constData());
    QVERIFY(out.startsWith("before ") && out.endsWith(" after\n"));
    // Of base64 the edges also hold bits of what stands beside the secret.
    const qsizetype rest = out.size() - mark.size() - 14;
    QVERIFY2(rest <= (QByteArray(QTest::currentDataTag()).startsWith("base64") ? 12 : 0), out.constData());
}

void TestMasking::anySplitIsMasked()
{
    const QByteArray secret = "correct horse battery staple";
    const auto matcher = matcherOf({secret});
    for (const QByteArray &shown : {secret, secret.toHex(), secret.toBase64(), upperPercent(secret)}) {
        const QByteArray line = "x" + shown + "y\n";
        for (qsizetype first = 0; first <= line.size(); ++first) {
            QCOMPARE(through(matcher, {line.first(first), line.sliced(first)}), "x" + mark + "y\n");
        }
        QByteArrayList single;
        for (const char c : line) {
            single.append(QByteArray(1, c));
        }
        QCOMPARE(through(matcher, single), "x" + mark + "y\n");
    }
}

void TestMasking::brokenLinesAreMasked()
{
    const QByteArray secret = "correct horse battery staple";
    const auto matcher = matcherOf({secret});
    for (const QByteArray &lineEnd : {"\n"_ba, "\r\n"_ba, "\n\n"_ba}) {
        for (qsizetype at = 1; at < secret.size(); ++at) {
            const QByteArray broken = "x" + secret.first(at) + lineEnd + secret.sliced(at) + "y\n";
            QCOMPARE(through(matcher, {broken}), "x" + mark + lineEnd + mark + "y\n");
        }
    }
    // As base64 and xxd wrap.
    QByteArray wrapped;
    const QByteArray hex = (secret + secret + secret).toHex();
    for (qsizetype at = 0; at < hex.size(); at += 60) {
        wrapped += hex.mid(at, 60) + '\n';
    }
    QCOMPARE(through(matcher, {wrapped}), QByteArray(mark + '\n').repeated(3));
}

void TestMasking::linesOfLongSecretsAreMasked()
{
    const QByteArray key = "-----BEGIN KEY-----\nMIIEvQIBADANBg\r\nkqhkiG9w0B\nabc\n-----END KEY-----\n";
    const auto matcher = matcherOf({key});
    QCOMPARE(through(matcher, {"is kqhkiG9w0B there\n"}), "is " + mark + " there\n");
    QCOMPARE(through(matcher, {"x MIIEvQIBADANBg"_ba.toBase64() + "\n"}).contains("IEvQ"_ba.toBase64()), false);
    QCOMPARE(through(matcher, {key}), mark + "\n" + mark + "\r\n" + mark + "\n" + mark + "\n" + mark + "\n");
    QCOMPARE(through(matcher, {"abc\n"}), "abc\n");
    // As one line, with its line ends escaped.
    QByteArray escaped = key;
    escaped.replace("\r", "\\r").replace("\n", "\\n");
    QCOMPARE(through(matcher, {'"' + escaped + "\"\n"}), '"' + mark + "\"\n");
}

void TestMasking::shortSecretsAreNot()
{
    QVERIFY(engine::maskForms("abc").isEmpty());
    QVERIFY(engine::maskForms("a\nb").isEmpty());
    QVERIFY(!engine::maskForms("abcd").isEmpty());
    QCOMPARE(through(matcherOf({"abcd"}), {"xabcdx\n"}), "x" + mark + "x\n");
}

void TestMasking::whatIsNoSecretStays()
{
    const auto matcher = matcherOf({"correct horse", "12345678"});
    QByteArray bytes(100'000, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &c : bytes) {
        c = static_cast<char>(random.bounded(256));
    }
    QCOMPARE(through(matcher, {bytes.first(33'333), bytes.sliced(33'333)}), bytes);
    MaskStream stream(matcher);
    const QByteArray line = "nothing here\n";
    QVERIFY2(stream.feed(line).fed == line.size(), "what is clean is not copied");
}

void TestMasking::onlyWhatMayBecomeASecretWaits()
{
    MaskStream stream(matcherOf({"correct horse"}));
    QCOMPARE(fed(stream, "the corr"), "the ");
    QCOMPARE(fed(stream, "idor is "), "corridor is ");
    QVERIFY(!stream.holdsLine());
    QCOMPARE(fed(stream, "correct"), "");
    QCOMPARE(fed(stream, " horse!\n"), mark + "!\n");
    QCOMPARE(stream.finish(), "");
}

void TestMasking::aLineThatWaitsIsLetGo()
{
    MaskStream stream(matcherOf({"correct horse"}));
    // A few bytes at the end of a line are no reason to wait.
    QCOMPARE(fed(stream, "a cor\n"), "a cor\n");
    QVERIFY(!stream.holdsLine());
    QCOMPARE(fed(stream, "a correct\n ho"), "a ");
    QVERIFY(stream.holdsLine());
    QCOMPARE(stream.releaseLines(), "correct\n");
    QVERIFY(!stream.holdsLine());
    QCOMPARE(stream.finish(), " ho");
}

void TestMasking::theRestIsKnownAfterALineWasLetGo()
{
    MaskStream stream(matcherOf({"correct horse battery"}));
    QCOMPARE(fed(stream, "a correct\n"), "a ");
    QCOMPARE(stream.releaseLines(), "correct\n");
    QCOMPARE(fed(stream, " horse\n"), "");
    QCOMPARE(fed(stream, " battery\nx"), mark + "\n" + mark + "\nx");
    // Also where so little of it stood in the first line that the line did not wait.
    QCOMPARE(fed(stream, "y co\nrrect horse bat"), "y co\n");
    QCOMPARE(fed(stream, "tery."), mark + ".");
}

void TestMasking::waitingIsBounded()
{
    MaskStream stream(matcherOf({"correct horse"}));
    qsizetype out = fed(stream, "correct").size();
    for (int i = 0; i < 1000; ++i) {
        out += fed(stream, QByteArray(100, '\n')).size();
    }
    QVERIFY2(out > 90'000, "line ends in the middle of a secret do not pile up");
    QCOMPARE(fed(stream, " horse\n").right(mark.size() + 1), mark + "\n");
    // Secrets that overlap for ever.
    MaskStream repeated(matcherOf({"aaaa"}));
    QByteArray all;
    for (int i = 0; i < 1000; ++i) {
        all += fed(repeated, QByteArray(100, 'a'));
    }
    all += repeated.finish();
    QCOMPARE(all, mark);
}

void TestMasking::whatAJobTellsIsMasked()
{
    engine::JobEnd end;
    end.reason = u"hunter22 is wrong"_s;
    end.errorMessage = u"hunter22\nat line 7"_s;
    end.result =
        QJsonArray{u"hunter22"_s, 44445555, 7, QJsonObject{{u"hunter22"_s, true}, {u"b"_s, u"aHVudGVyMjI="_s}}};
    end.artifacts = {QJsonObject{{u"name"_s, u"hunter22.txt"_s}, {u"bytes"_s, 3}}};
    end.killReceipt = {QJsonObject{{u"pid"_s, 44445555}, {u"name"_s, u"hunter22"_s}}};
    const engine::JobEnd clean = engine::maskedEnd(*matcherOf({"hunter22", "44445555"}), end);
    QCOMPARE(clean.reason, u"[secret] is wrong"_s);
    QCOMPARE(clean.errorMessage, u"[secret]\nat line 7"_s);
    const QJsonArray expected{u"[secret]"_s, u"[secret]"_s, 7,
                              QJsonObject{{u"[secret]"_s, true}, {u"b"_s, u"[secret]"_s}}};
    QCOMPARE(clean.result.toArray(), expected);
    QCOMPARE(clean.artifacts.first().toObject().value("name"_L1).toString(), u"[secret].txt"_s);
    QCOMPARE(clean.killReceipt.first().toObject().value("pid"_L1).toInt(), 44445555);
    QCOMPARE(clean.killReceipt.first().toObject().value("name"_L1).toString(), u"[secret]"_s);
    QVERIFY(engine::maskedEnd(*matcherOf({"hunter22"}), {}).result.isUndefined());
}

REGISTER_TEST(TestMasking);
#include "test_masking.moc"
