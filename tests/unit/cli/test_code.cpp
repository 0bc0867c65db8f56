// SPDX-License-Identifier: Apache-2.0
// The commands about bundles and the key-value store, with real files.
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"
#include "tests/unit/cli/scriptedserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QJsonDocument json(const test::Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out);
}

} // namespace

class CodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"code/lib"_s));
        write(path(u"code/index.js"_s), "exports.handler = 1;\n");
        write(path(u"code/lib/a.js"_s), "x");
    }

    void packsListsAndChecks()
    {
        const auto packed = here({u"bundle"_s, u"pack"_s, path(u"code"_s), path(u"b.zip"_s), u"--json"_s});
        QCOMPARE(packed.status, 0);
        QCOMPARE(json(packed).object().value(u"files"_s).toInt(), 2);
        const QString digest = json(packed).object().value(u"digest"_s).toString();
        QCOMPARE(QByteArray::fromBase64(digest.toLatin1()).size(), 32);

        const auto listed = here({u"bundle"_s, u"list"_s, path(u"b.zip"_s), u"--json"_s});
        QCOMPARE(listed.status, 0);
        QCOMPARE(json(listed).array().at(1).toObject().value(u"name"_s).toString(), u"lib/a.js"_s);
        const auto table = here({u"bundle"_s, u"list"_s, path(u"b.zip"_s)});
        QVERIFY(table.out.contains("lib/a.js"));

        const auto checked = here({u"bundle"_s, u"check"_s, path(u"b.zip"_s), u"--json"_s});
        QCOMPARE(checked.status, 0);
        QCOMPARE(json(checked).object().value(u"ok"_s), QJsonValue(true));
        QCOMPARE(json(checked).object().value(u"digest"_s).toString(), digest);
        QVERIFY(here({u"bundle"_s, u"check"_s, path(u"b.zip"_s)}).out.startsWith("ok: 2 files, 22 bytes"));
    }

    void refusalsHaveReasonsAndStatuses()
    {
        write(path(u"bad.zip"_s), "this is no zip file, but it is long enough");
        const auto checked = here({u"bundle"_s, u"check"_s, path(u"bad.zip"_s)});
        QCOMPARE(checked.status, 1);
        QVERIFY2(checked.err.contains("refused (truncated)"), checked.err.constData());
        const auto object = json(here({u"bundle"_s, u"check"_s, path(u"bad.zip"_s), u"--json"_s})).object();
        QCOMPARE(object.value(u"ok"_s), QJsonValue(false));
        QCOMPARE(object.value(u"reason"_s).toString(), u"truncated"_s);
        QCOMPARE(here({u"bundle"_s, u"list"_s, path(u"bad.zip"_s)}).status, 2);
        QCOMPARE(here({u"bundle"_s, u"check"_s, path(u"none.zip"_s)}).status, 2);
        QCOMPARE(here({u"bundle"_s, u"pack"_s, path(u"none"_s), path(u"b.zip"_s)}).status, 2);
        QVERIFY(QFile::remove(path(u"code/index.js"_s)));
        const auto packed = here({u"bundle"_s, u"pack"_s, path(u"code"_s), path(u"b.zip"_s)});
        QCOMPARE(packed.status, 2);
        QVERIFY(packed.err.contains("index.js"));
        QVERIFY(!QFile::exists(path(u"b.zip"_s)));
    }

    void importMakesPausedAutomations()
    {
        const auto answer = [](const test::Request &) { return test::json(201, R"([{"id":"auto_1","name":"code"}])"); };
        test::ScriptedServer server(answer);
        const auto made = test::runCommand(server, {u"import"_s, path(u"code"_s)});
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY2(made.out.startsWith("imported auto_1 code: 2 files, 22 bytes, digest "), made.out.constData());
        QCOMPARE(server.requests().first().target, QByteArray("/api/automations"));
        const QJsonObject sent = QJsonDocument::fromJson(server.requests().first().body).array().at(0).toObject();
        QCOMPARE(sent.value(u"name"_s).toString(), u"code"_s);
        QCOMPARE(sent.value(u"type"_s).toString(), u"bundle"_s);
        QCOMPARE(sent.value(u"paused"_s), QJsonValue(true));

        QCOMPARE(here({u"bundle"_s, u"pack"_s, path(u"code"_s), path(u"b.zip"_s)}).status, 0);
        const auto zipped = json(test::runCommand(server, {u"import"_s, path(u"b.zip"_s), u"--json"_s})).array().at(0);
        QCOMPARE(zipped.toObject().value(u"id"_s).toString(), u"auto_1"_s);
        QCOMPARE(zipped.toObject().value(u"files"_s).toInt(), 2);
    }
    void importTakesWhatDefenderAnswers()
    {
        const QJsonObject autotask{{u"name"_s, u"my task"_s},
                                   {u"trigger"_s, QJsonObject{{u"type"_s, u"sentinel"_s}}},
                                   {u"encodedZippedCode"_s, packedCode()}};
        test::ScriptedServer server([](const test::Request &) { return test::json(201, R"([{"id":"auto_1"}])"); });
        const QByteArray text = QJsonDocument(QJsonArray{autotask}).toJson();
        const auto dry = test::runCommand(server, {u"import"_s, u"-"_s, u"--dry-run"_s}, text);
        QCOMPARE(dry.status, 0);
        QVERIFY2(dry.out.startsWith("would import my task: 2 files"), dry.out.constData());
        QVERIFY2(dry.err.contains("not carried over: trigger (sentinel)"), dry.err.constData());
        QVERIFY(server.requests().isEmpty());
        const auto made =
            test::runCommand(server, {u"import"_s, u"-"_s, u"--format"_s, u"defender"_s, u"--json"_s}, text);
        const QJsonObject item = json(made).array().at(0).toObject();
        QCOMPARE(item.value(u"not_carried"_s).toArray(), QJsonArray{u"trigger (sentinel)"_s});
        QCOMPARE(QByteArray::fromBase64(item.value(u"digest"_s).toString().toLatin1()).size(), 32);
        QCOMPARE(server.requests().size(), 1);
    }
    void whatCantBeImportedChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no zip file") << QByteArray("this is no zip file, but it is long enough")
                                     << QByteArray("refused");
        QTest::newRow("no code") << QByteArray(R"({"name":"x"})") << QByteArray("encodedZippedCode");
        QTest::newRow("no text") << QByteArray(R"([{"encodedZippedCode":"**"}])")
                                 << QByteArray("[0].encodedZippedCode");
        const QJsonObject badVariable{{u"encodedZippedCode"_s, packedCode()},
                                      {u"environmentVariables"_s, QJsonObject{{u"A"_s, 1}}}};
        QTest::newRow("a bad variable") << QJsonDocument(badVariable).toJson() << QByteArray("[0].env");
    }
    void whatCantBeImportedChangesNothing()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, words);
        test::ScriptedServer server([](const test::Request &) { return test::json(201, "[]"); });
        const auto refused = test::runCommand(server, {u"import"_s, u"-"_s, u"--format"_s, u"defender"_s}, text);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains(words), refused.err.constData());
        QVERIFY(server.requests().isEmpty());
        QCOMPARE(test::runCommand(server, {u"import"_s, u"-"_s, u"--format"_s, u"zip"_s}, text).status, 2);
    }

    void keepsKeysAndValues()
    {
        QCOMPARE(kv({u"get"_s, u"a"_s}).status, 3);
        QCOMPARE(kv({u"put"_s, u"a"_s, u"1"_s}).status, 0);
        QCOMPARE(kv({u"put"_s, u"b"_s, u"-"_s}, "two\nlines").status, 0);
        QCOMPARE(kv({u"get"_s, u"a"_s}).out, QByteArray("1\n"));
        QCOMPARE(json(kv({u"get"_s, u"b"_s, u"--json"_s})).object().value(u"value"_s).toString(), u"two\nlines"_s);
        const QJsonArray all = json(kv({u"list"_s, u"--json"_s})).array();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.first().toObject().value(u"key"_s).toString(), u"a"_s);
        QVERIFY(all.first().toObject().contains(u"expires_at"_s));
        QVERIFY(kv({u"list"_s}).out.contains("EXPIRES"));
        QCOMPARE(kv({u"del"_s, u"a"_s}).status, 0);
        QCOMPARE(kv({u"del"_s, u"a"_s}).status, 3);
        QVERIFY(QFile::exists(path(u"workspace/kvstore.json"_s)));
    }
    void refusesWhatIsTooMuchOrNoText()
    {
        QCOMPARE(kv({u"put"_s, QString(1025, u'k'), u"v"_s}).status, 2);
        QCOMPARE(kv({u"put"_s, u"k"_s, u"-"_s}, QByteArray(307201, 'v')).status, 2);
        QCOMPARE(kv({u"put"_s, u"k"_s, u"-"_s}, "\xff\xfe").status, 2);
        QCOMPARE(kv({u"get"_s, u"k"_s}).status, 3);
    }

private:
    /// Of two files.
    static QString packedCode()
    {
        return u"UEsDBAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAZGVwcy5qc2V4cG9ydHMuZm9vID0gKCkgPT4gNDI7UEsDBAoAAAAAAAFzWFSEyi"
               u"yCiQ"
               "AAAIkAAAAIAAAAaW5kZXguanNjb25zdCBkZXBzID0gcmVxdWlyZSgnLi9kZXBzJyk7CgpleHBvcnRzLmhhbmRsZXIgPSBhc3luYyBmd"
               "W5j"
               "dGlvbigpIHsKICBjb25zdCB2YWx1ZSA9IGRlcHMuZm9vKCk7CiAgY29uc29sZS5sb2codmFsdWUpOwogIHJldHVybiB2YWx1ZTsKfVB"
               "LAQ"
               "IUAAoAAAAAAAFzWFTA91VHFwAAABcAAAAHAAAAAAAAAAAAAAAAAAAAAABkZXBzLmpzUEsBAhQACgAAAAAAAXNYVITKLIKJAAAAiQAAA"
               "AgA"
               "AAAAAAAAAAAAAAAAPAAAAGluZGV4LmpzUEsFBgAAAAACAAIAawAAAOsAAAAAAA=="_s;
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    test::Outcome here(const QStringList &words, const QByteArray &input = {})
    {
        return test::runHere(words + QStringList{u"--store"_s, path(u"workspace"_s)}, input);
    }
    test::Outcome kv(const QStringList &words, const QByteArray &input = {})
    {
        return here(QStringList{u"kv"_s} + words, input);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

REGISTER_TEST(CodeTest);
#include "test_code.moc"
