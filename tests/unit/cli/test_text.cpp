// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exitstatus.h"
#include "app/cli/net/ssereader.h"
#include "app/cli/text/input.h"
#include "app/cli/text/output.h"
#include "app/cli/text/table.h"
#include "app/cli/text/terminal.h"
#include "tests/support/registry.h"
#include "tests/unit/cli/outcome.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exitStatusOfEveryCode()
    {
        using base::ErrorCode;
        const QList<std::pair<ErrorCode, int>> expected{{ErrorCode::NotFound, 3},    {ErrorCode::Conflict, 5},
                                                        {ErrorCode::Invalid, 2},     {ErrorCode::Denied, 4},
                                                        {ErrorCode::Timeout, 6},     {ErrorCode::Unavailable, 6},
                                                        {ErrorCode::Cancelled, 1},   {ErrorCode::Corrupt, 1},
                                                        {ErrorCode::Unsupported, 1}, {ErrorCode::Internal, 1}};
        for (const auto &[code, status] : expected) {
            QCOMPARE(static_cast<int>(cli::exitOf(code)), status);
        }
    }

    void exitStatusOfHttp()
    {
        const QList<std::pair<int, int>> expected{{400, 2}, {401, 4}, {403, 4}, {404, 3}, {405, 2}, {409, 5},
                                                  {413, 2}, {415, 2}, {421, 2}, {500, 1}, {503, 6}};
        for (const auto &[http, status] : expected) {
            QCOMPARE(static_cast<int>(cli::exitOf(cli::errorOfAnswer(http, "<html>").code)), status);
        }
        const base::Error error = cli::errorOfAnswer(
            400, R"({"detail":"hour is 0 to 23","code":"invalid","field":"triggers[0].cron","position":2})");
        QCOMPARE(cli::errorText(error), u"hour is 0 to 23 (field triggers[0].cron, position 2)"_s);
        QVERIFY(cli::errorText(cli::errorOfAnswer(500, {})).contains(u"500"_s));
    }

    void tableIsAlignedAndOneRowALine()
    {
        const test::Files files;
        cli::Output output(files.streams());
        cli::Table table({u"ID"_s, u"NAME"_s, u"STATE"_s});
        table.add({u"a"_s, u"日本"_s, u"active"_s});
        table.add({u"auto_1"_s, u"x\n\x1b[2J"_s, u""_s});
        table.print(output);
        QCOMPARE(files.out(), QByteArray("ID      NAME          STATE\n"
                                         "a       日本          active\n"
                                         "auto_1  x\\x0a\\x1b[2J  -\n"));
    }

    void emptyTablePrintsNothing()
    {
        const test::Files files;
        cli::Output output(files.streams());
        cli::Table({u"ID"_s}).print(output);
        QVERIFY(files.out().isEmpty());
    }

    void objectKeepsTheOrderAskedFor()
    {
        const test::Files files;
        cli::Output output(files.streams());
        cli::printObject(
            output, {{u"a"_s, 1}, {u"name"_s, u"N"_s}, {u"none"_s, QJsonValue::Null}, {u"list"_s, QJsonArray{1, 2}}},
            {u"name"_s, u"missing"_s});
        QCOMPARE(files.out(), QByteArray("name  N\na     1\nlist  [1,2]\nnone  -\n"));
    }

    void arraysHaveOneElementALine()
    {
        const test::Files files;
        cli::Output output(files.streams());
        output.json(QJsonArray());
        output.json(QJsonArray{QJsonObject{{u"a"_s, 1}}, QJsonObject{{u"b"_s, 2}}});
        QCOMPARE(files.out(), QByteArray("[]\n[\n{\"a\":1},\n{\"b\":2}\n]\n"));
    }

    void onlyColoursReachATerminal_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("colour") << u"\x1b[1;31mred\x1b[0m"_s << u"\x1b[1;31mred\x1b[0m"_s;
        QTest::newRow("title") << u"\x1b]0;x\x07"_s << u"\\x1b]0;x\\x07"_s;
        QTest::newRow("clear") << u"\x1b[2J"_s << u"\\x1b[2J"_s;
        QTest::newRow("torn colour") << u"a\x1b[3"_s << u"a\\x1b[3"_s;
        QTest::newRow("lone escape") << u"\x1b"_s << u"\\x1b"_s;
        QTest::newRow("eight-bit") << QString(QChar(0x9b)) << u"\\x9b"_s;
        QTest::newRow("bidi") << QString(QChar(0x202e)) << u"\\u{202e}"_s;
        QTest::newRow("progress") << u"1%\r2%\tx"_s << u"1%\r2%\tx"_s;
    }

    void onlyColoursReachATerminal()
    {
        QFETCH(QString, given);
        QTEST(cli::withColoursOnly(given), "shown");
    }

    void badJsonIsNamedByFileLineAndColumn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"ä\": nope\n}\n");
        file.close();
        const auto got = cli::readJson(path, nullptr);
        QVERIFY(!got);
        QCOMPARE(got.error().code, base::ErrorCode::Invalid);
        QVERIFY2(got.error().message().startsWith(path + u": line 2, column "_s), qPrintable(got.error().message()));
    }

    void inputIsBounded()
    {
        const test::Files files(QByteArray(cli::inputLimit + 1, ' '));
        const auto got = cli::readInput(u"-"_s, files.streams().in);
        QVERIFY(!got);
        QVERIFY(got.error().message().contains(u"32 MiB"_s));
    }

    void missingFilesAndFoldersAreInvalidInput()
    {
        QCOMPARE(cli::readInput(u"/no/such/file"_s, nullptr).error().code, base::ErrorCode::Invalid);
        QCOMPARE(cli::readInput(u"/tmp"_s, nullptr).error().code, base::ErrorCode::Invalid);
    }

    void aByteOrderMarkIsNoFault()
    {
        const test::Files files("\xef\xbb\xbf[]");
        QVERIFY(cli::readJson(u"-"_s, files.streams().in)->isArray());
    }

    void eventsSurviveBeingTornAnywhere()
    {
        const QByteArray text = ": hello\r\nid: 1\rdata: one\r\n\r\nid:2\ndata:two\ndata: three\n\n"
                                "event: end\ndata: {}\nunknown\n\nid: 9\n\ndata: half";
        const QList<cli::ServerEvent> expected{{"", "1", "one"}, {"", "2", "two\nthree"}, {"end", "2", "{}"}};
        for (qsizetype first = 0; first <= text.size(); ++first) {
            cli::SseReader reader;
            QList<cli::ServerEvent> got = *reader.feed(text.left(first));
            got += *reader.feed(text.mid(first));
            QCOMPARE(got, expected);
        }
    }

    void endlessEventsAreRefused()
    {
        cli::SseReader reader;
        const QByteArray piece("data: " + QByteArray(1024 * 1024, 'x') + '\n');
        bool refused = false;
        for (int i = 0; i < 40 && !refused; ++i) {
            refused = !reader.feed(piece);
        }
        QVERIFY(refused);
    }

    void aVanishedReaderIsQuietAndAFullDiskIsNot()
    {
        const test::Files files;
        std::FILE *full = std::fopen("/dev/full", "w");
        QVERIFY(full != nullptr);
        cli::Output output({files.streams().in, full, files.streams().err});
        output.line(u"x"_s);
        QCOMPARE(output.close(cli::Exit::Ok), cli::Exit::Failed);
        QVERIFY(files.err().contains("writing the answer"));
        std::fclose(full);

        const test::Files quiet;
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        std::FILE *broken = ::fdopen(ends[1], "w");
        cli::Output gone({quiet.streams().in, broken, quiet.streams().err});
        gone.line(u"x"_s);
        QCOMPARE(gone.close(cli::Exit::Ok), cli::Exit::Ok);
        QVERIFY(gone.lost());
        QVERIFY(quiet.err().isEmpty());
        std::fclose(broken);
    }
};

REGISTER_TEST(TextTest);
#include "test_text.moc"
