// SPDX-License-Identifier: Apache-2.0
#include "app/engine/results/artifacts.h"
#include "app/engine/results/lastline.h"
#include "app/engine/results/resultschema.h"
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().first();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class ResultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastLineIsKept_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const QByteArrayList &pieces, const QByteArray &line) {
            QTest::newRow(name) << pieces << line;
        };
        row("nothing", {}, "");
        row("one", {"one\n"}, "one");
        row("without a newline", {"one\ntwo"}, "two");
        row("blank lines behind", {"one\n\n  \n", "\n"}, "one");
        row("in pieces", {"o", "n", "e\nt", "w", "o\n"}, "two");
        row("a piece that ends a line and brings none", {"one", "\n\n"}, "one");
        row("carriage returns", {"one\r\n"}, "one");
        row("too long", {QByteArray(engine::LastLine::longest + 1, 'x')}, "");
        row("too long, in pieces", {QByteArray(engine::LastLine::longest, 'x'), "x", "x\n"}, "");
        row("too long before the last", {QByteArray(engine::LastLine::longest + 1, 'x'), "\n", "good\n"}, "good");
        row("too long in the middle", {"a\n" + QByteArray(engine::LastLine::longest + 1, 'x') + "\ngood"}, "good");
        row("just not too long", {QByteArray(engine::LastLine::longest, 'x')},
            QByteArray(engine::LastLine::longest, 'x'));
    }
    void theLastLineIsKept()
    {
        QFETCH(const QByteArrayList, pieces);
        QFETCH(const QByteArray, line);
        engine::LastLine last;
        for (const QByteArray &piece : pieces) {
            last.feed(piece);
        }
        QCOMPARE(last.line(), line);
    }

    void whatALastLineMeans_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QJsonValue>("result");
        QTest::newRow("state and data") << QByteArray(R"({"state":"success","data":["42"]})") << QString()
                                        << json(R"(["42"])");
        QTest::newRow("output") << QByteArray(R"({"output":{"a":1}})") << QString() << json(R"({"a":1})");
        QTest::newRow("neither") << QByteArray(R"({"a":1})") << QString() << json(R"({"a":1})");
        QTest::newRow("failure") << QByteArray(R"({"state":"failure","data":7})")
                                 << u"it ended with the state failure"_s << json("7");
        QTest::newRow("array") << QByteArray("[1,2]") << QString() << json("[1,2]");
    }
    void whatALastLineMeans()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, reason);
        QFETCH(const QJsonValue, result);
        const auto told = engine::announcementOf(line);
        QVERIFY(told.has_value());
        QCOMPARE(told->reason, reason);
        QCOMPARE(told->succeeded, reason.isEmpty());
        QCOMPARE(told->result, result);
        for (const char *none : {"", "done", "42", "{\"a\": ", "\"text\""}) {
            QVERIFY(!engine::announcementOf(none));
        }
    }

    void schemasNameWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *name, const char *schema, const char *result, const QStringList &words) {
            QTest::newRow(name) << QByteArray(schema) << QByteArray(result) << words;
        };
        row("fits", R"({"type":"object","required":["a"]})", R"({"a":1})", {});
        row("a number fits", R"({"type":"integer"})", "42", {});
        row("null fits", R"({"type":"null"})", "null", {});
        row("missing", R"({"type":"object","required":["a"]})", "{}", {u"/"_s, u"'a'"_s});
        row("deep", R"({"properties":{"a":{"items":{"type":"string"}}}})", R"({"a":["x",7]})", {u"/a/1: "_s});
        row("enum", R"({"properties":{"state":{"enum":["ok"]}}})", R"({"state":"bad"})", {u"/state: "_s});
        row("pattern", R"({"properties":{"id":{"pattern":"^[a-z]+$"}}})", R"({"id":"X1"})", {u"/id: "_s});
        row("reference", R"({"definitions":{"n":{"type":"number"}},"additionalProperties":{"$ref":"#/definitions/n"}})",
            R"({"x":"y"})", {u"/x: "_s});
        row("a tree", R"({"properties":{"child":{"$ref":"#"},"n":{"type":"number"}}})",
            R"({"child":{"child":{"n":"x"}}})", {u"/child/child/n: "_s});
        row("any of", R"({"anyOf":[{"type":"string"},{"type":"number"}]})", "[]", {u"/"_s});
    }
    void schemasNameWhatIsWrong()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, result);
        QFETCH(const QStringList, words);
        const auto told = test::await(engine::whatViolates(json(schema).toObject(), json(result)));
        QVERIFY2(told.has_value(), told ? "" : qPrintable(told.error().message()));
        QCOMPARE(told->isEmpty(), words.isEmpty());
        for (const QString &word : words) {
            QVERIFY2(told->contains(word), qPrintable(*told));
        }
    }
    void noResultFitsNoSchema()
    {
        const auto told = test::await(engine::whatViolates({{u"type"_s, u"object"_s}}, QJsonValue::Undefined));
        QVERIFY(told.has_value());
        QCOMPARE(*told, u"the run gave no result"_s);
    }
    void longTextsAreNotHeldAgainstPatterns()
    {
        const QJsonObject schema = json(R"({"properties":{"a":{"pattern":"^(x|y)*$"}}})").toObject();
        const auto told = test::await(engine::whatViolates(schema, QJsonObject{{u"a"_s, QString(1000000, u'x')}}));
        QVERIFY(told.has_value());
        QVERIFY2(told->startsWith(u"/a: a text of more than"_s), qPrintable(*told));
        const auto most = test::await(engine::whatViolates(schema, QJsonObject{{u"a"_s, QString(4096, u'x')}}));
        QVERIFY(most.has_value());
        QCOMPARE(*most, QString());
    }

    void refusesSchemasThatDoHarm_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &schema, const QString &field) {
            QTest::newRow(name) << schema << field;
        };
        row("itself", "{\"$ref\":\"#\"}", u"result_schema"_s);
        row("each other",
            "{\"definitions\":{\"a\":{\"$ref\":\"#/definitions/b\"},\"b\":{\"$ref\":\"#/definitions/a\"}}}",
            u"result_schema.definitions/"_s);
        row("by a combination", "{\"allOf\":[{\"not\":{\"$ref\":\"#\"}}]}", u"result_schema"_s);
        row("another file", "{\"$ref\":\"other.json\"}", u"result_schema.$ref"_s);
        row("the network", "{\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/x\"}}}",
            u"result_schema.properties/a/$ref"_s);
        row("nowhere", "{\"$ref\":\"#/definitions/none\"}", u"result_schema.$ref"_s);
        row("bad pattern", "{\"properties\":{\"a\":{\"pattern\":\"(\"}}}", u"result_schema.properties/a/pattern"_s);
        row("bad type", "{\"type\":\"strnig\"}", u"result_schema"_s);
        row("bad minimum", "{\"minimum\":\"x\"}", u"result_schema"_s);
        QByteArray laughs = "{\"definitions\":{\"a0\":{}";
        for (int i = 1; i < 30; ++i) {
            const QByteArray before = "{\"$ref\":\"#/definitions/a" + QByteArray::number(i - 1) + "\"}";
            laughs += ",\"a" + QByteArray::number(i) + "\":{\"allOf\":[" + before + ',' + before + "]}";
        }
        row("a billion laughs", laughs + "},\"$ref\":\"#/definitions/a29\"}", u"result_schema"_s);
        row("deep", QByteArray("{\"items\":").repeated(60) + "{}" + QByteArray("}").repeated(60),
            u"result_schema.items"_s);
        row("large", "{\"description\":\"" + QByteArray(70000, 'x') + "\"}", u"result_schema"_s);
    }
    void refusesSchemasThatDoHarm()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, field);
        const QJsonObject object = json(schema).toObject();
        QVERIFY(!object.isEmpty());
        const base::Status refused = engine::checkResultSchema(object);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::ErrorCode::Invalid);
        QVERIFY2(refused.error().field.startsWith(field), qPrintable(refused.error().field));
        QVERIFY(!refused.error().detail.isEmpty());
    }

    void artifactsAreDescribed()
    {
        const QTemporaryDir folder;
        const QDir root(folder.path());
        QVERIFY(root.mkpath(u"reports/deep"_s));
        const QDateTime old = QDateTime::currentDateTimeUtc().addSecs(-3600);
        const QDateTime since = old.addSecs(1800);
        write(root.filePath(u"reports/a.txt"_s), "hello \xc3\xbc\n");
        write(root.filePath(u"reports/b.bin"_s), QByteArray("\0\1\2", 3));
        write(root.filePath(u"reports/c.txt"_s), {});
        write(root.filePath(u"reports/old.txt"_s), "old");
        QFile stale(root.filePath(u"reports/old.txt"_s));
        QVERIFY(stale.open(QIODevice::ReadWrite));
        QVERIFY(stale.setFileTime(old, QFileDevice::FileModificationTime));
        stale.close();
        QVERIFY(QFile::link(u"/etc/passwd"_s, root.filePath(u"reports/link.txt"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(root.filePath(u"reports/pipe.txt"_s)).constData(), 0600), 0);

        const QJsonArray items = engine::artifactsOf(
            {u"reports/*"_s, root.filePath(u"reports/a.*"_s), u"none/*"_s, u"["_s}, folder.path(), since);
        QCOMPARE(items.size(), 3);
        const QJsonObject text = items.at(0).toObject();
        QCOMPARE(text.value(u"name"_s).toString(), u"reports/a.txt"_s);
        QCOMPARE(text.value(u"path"_s).toString(), root.filePath(u"reports/a.txt"_s));
        QCOMPARE(text.value(u"bytes"_s).toInt(), 9);
        QCOMPARE(text.value(u"preview"_s).toString(), u"hello \u00fc\n"_s);
        const QByteArray hash = QCryptographicHash::hash("hello \xc3\xbc\n", QCryptographicHash::Sha256).toHex();
        QCOMPARE(text.value(u"sha256"_s).toString().toLatin1(), hash);
        QVERIFY(items.at(1).toObject().value(u"preview"_s).isNull());
        QCOMPARE(items.at(2).toObject().value(u"preview"_s).toString(), QString());
    }
    void artifactsAreLimited()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < 7; ++i) {
            write(folder.filePath(u"f%1"_s.arg(i)), QByteArray(1000, 'x'));
        }
        const QDateTime since = QDateTime::currentDateTimeUtc().addSecs(-60);
        const QJsonArray items =
            engine::artifactsOf({u"*"_s}, folder.path(), since, {.files = 5, .allBytes = 2500, .previewBytes = 10});
        QCOMPARE(items.size(), 6);
        QVERIFY(!items.at(1).toObject().value(u"sha256"_s).isNull());
        QVERIFY(items.at(2).toObject().value(u"sha256"_s).isNull());
        QCOMPARE(items.at(0).toObject().value(u"preview"_s).toString(), QString(10, u'x'));
        QCOMPARE(items.at(5).toObject().value(u"omitted"_s).toInt(), 2);
        const QJsonArray large = engine::artifactsOf({u"f0"_s}, folder.path(), since, {.fileBytes = 999});
        QVERIFY(large.at(0).toObject().value(u"sha256"_s).isNull());
    }
};

REGISTER_TEST(ResultsTest);
#include "test_results.moc"
