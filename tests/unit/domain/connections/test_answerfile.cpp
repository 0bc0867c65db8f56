// SPDX-License-Identifier: Apache-2.0
#include "app/domain/connections/answerfile.h"
#include "tests/support/registry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class AnswerFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreAsTheyWereThere_data()
    {
        QTest::addColumn<QJsonValue>("answer");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *what, const QJsonValue &answer, const QString &name, const QByteArray &bytes) {
            QTest::newRow(what) << answer << name << bytes;
        };
        const auto file = [](const QString &content, const QString &encoding, const QString &name) {
            return QJsonObject{{u"content"_s, content}, {u"encoding"_s, encoding}, {u"name"_s, name}};
        };
        row("binary", file(u"AP/+DQo="_s, u"base64"_s, u"a.bin"_s), u"a.bin"_s, QByteArray("\0\xff\xfe\r\n", 5));
        row("text", file(u"grün\r\n"_s, u"utf-8"_s, u"a.md"_s), u"a.md"_s, "gr\xc3\xbcn\r\n");
        row("empty", file({}, u"utf-8"_s, u"a"_s), u"a"_s, {});
        row("a name that leads elsewhere", file(u"x"_s, u"utf-8"_s, u"../../.bashrc\n"_s), u".bashrc"_s, "x");
        row("a name that is none", file(u"x"_s, u"utf-8"_s, u".."_s), u"get.txt"_s, "x");
        row("code", QJsonObject{{u"code"_s, u"UEsF"_s}, {u"digest"_s, u"d"_s}}, u"get.zip"_s, "PK\x05");
        row("a log", u"one\ntwo\n"_s, u"get.txt"_s, "one\ntwo\n");
        row("an export", QJsonArray{1}, u"get.json"_s, "[\n    1\n]\n");
        row("fields of others", QJsonObject{{u"code"_s, 5}}, u"get.json"_s, "{\n    \"code\": 5\n}\n");
        row("nothing", QJsonValue(), u"get.txt"_s, {});
    }
    void bytesAreAsTheyWereThere()
    {
        QFETCH(const QJsonValue, answer);
        QFETCH(const QByteArray, bytes);
        const auto file = domain::fileOf(u"get"_s, answer);
        QVERIFY(file);
        QCOMPARE(file->bytes, bytes);
        QTEST(file->name, "name");
    }

    void whatIsNoBase64IsSaid()
    {
        const auto file = domain::fileOf(u"get"_s, QJsonObject{{u"content"_s, u"no!"_s}, {u"encoding"_s, u"base64"_s}});
        QCOMPARE(file.error().code, base::ErrorCode::Corrupt);
        QVERIFY(file.error().detail.contains("content"_L1));
    }
};

REGISTER_TEST(AnswerFileTest);
#include "test_answerfile.moc"
