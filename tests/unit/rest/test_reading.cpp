// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/apart.h"
#include "app/sync/rest/errorreader.h"
#include "app/sync/rest/eventreader.h"
#include "app/sync/rest/pages.h"
#include "app/sync/rest/retryafter.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using rest::Event;
using rest::EventReader;

namespace {

rest::Reply replyWith(const QByteArray &link)
{
    return {.status = 200, .headers = {{"Link", link}}, .body = {}, .url = QUrl(u"https://a.example/api/list?p=1"_s)};
}

QList<Event> readAll(const QByteArray &bytes, qsizetype piece)
{
    EventReader reader;
    QList<Event> events;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        events += reader.read(bytes.mid(at, piece)).value_or({});
    }
    return events;
}

} // namespace

class ReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("said");
        const QByteArray json = "application/json";
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &type, const QString &said) {
            QTest::newRow(name) << body << type << said;
        };
        row("detail", R"({"detail":"Forbidden"})", json, u"Forbidden"_s);
        row("error", R"({"error":"no"})", json, u"no"_s);
        row("message", R"({"statusCode":400,"message":"bad name"})", json, u"bad name"_s);
        row("nested", R"({"error":{"message":"it broke","code":7}})", json, u"it broke"_s);
        row("detail first", R"({"message":"b","detail":"a"})", json, u"a"_s);
        row("a list of faults", R"({"detail":[{"loc":["path","id",3],"msg":"not a number"},{"msg":"two"}]})", json,
            u"path.id.3: not a number; two"_s);
        row("fields", R"([{"field":"name","code":"required"}])", json, u"name: required"_s);
        row("bare string", "\"it broke\"", json, u"it broke"_s);
        row("bare string without a type", "\"it broke\"", {}, u"it broke"_s);
        row("null", "null", json, {});
        row("nothing", "", json, {});
        row("number", "7", json, {});
        row("text", "  it\r\n broke \x1b[31m\n", "text/plain", u"it broke [31m"_s);
        row("title", "<html><head><title>502 Bad &amp; Gateway</title></head><body>x</body>", "text/html",
            u"502 Bad & Gateway"_s);
        row("page without a title", "<script>evil()</script><h1>Sign in</h1>&lt;now&gt;", "text/html",
            u"Sign in <now>"_s);
        row("not UTF-8", "caf\xe9", "text/plain", u"caf\ufffd"_s);
    }
    void errorsAreReadInEveryForm()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const QString, said);
        QCOMPARE(rest::saidIn(body, type), said);
    }

    void whatIsSaidIsBounded()
    {
        QCOMPARE(rest::saidIn("{\"detail\":\"" + QByteArray(5000, 'x') + "\"}", "application/json").size(),
                 rest::longestSaying);
        QVERIFY(rest::saidIn(QByteArray(5 << 20, '<'), "text/html").size() <= rest::longestSaying);
        QVERIFY(rest::saidIn(QByteArray(900, '[') + QByteArray(900, ']'), "application/json").isEmpty());
    }

    void aStatusIsAnErrorOfTheHouse()
    {
        const rest::Call get;
        const rest::Call post = rest::plainCall({u"x"_s}, "POST");
        const auto codeOf = [](int status, const rest::Call &call) {
            return rest::errorOf({.status = status, .headers = {}, .body = {}, .url = QUrl(u"https://a.example/"_s)},
                                 call);
        };
        using enum base::ErrorCode;
        QCOMPARE(codeOf(400, get).code, Invalid);
        QCOMPARE(codeOf(401, get).code, Denied);
        QCOMPARE(codeOf(401, get).field, u"credential"_s);
        QCOMPARE(codeOf(403, get).code, Denied);
        QCOMPARE(codeOf(403, get).field, QString());
        QCOMPARE(codeOf(404, get).code, NotFound);
        QCOMPARE(codeOf(405, get).code, Unsupported);
        QCOMPARE(codeOf(409, get).code, Conflict);
        QCOMPARE(codeOf(422, get).code, Invalid);
        QCOMPARE(codeOf(429, post).code, Unavailable);
        QCOMPARE(codeOf(503, post).code, Unavailable);
        QCOMPARE(codeOf(500, get).code, Unavailable);
        QCOMPARE(codeOf(500, post).code, Timeout); // it may have been done
        QCOMPARE(codeOf(404, get).message(), u"a.example answered 404"_s);
    }

    void whenThereIsSomeAgainIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        const QString at = u"; it can be tried again from 2026-05-01T00:00:00Z on"_s;
        QTest::newRow("text") << "{\"error\":\"used up\",\"reset_at\":\"2026-05-01T00:00:00Z\"}"_ba
                              << u": used up"_s + at;
        QTest::newRow("other zone") << "{\"error\":\"used up\",\"reset_at\":\"2026-05-01T02:00:00+02:00\"}"_ba
                                    << u": used up"_s + at;
        QTest::newRow("seconds, inside") << "{\"error\":{\"message\":\"used up\",\"reset_at\":1777593600}}"_ba
                                         << u": used up"_s + at;
        QTest::newRow("nonsense") << "{\"error\":\"used up\",\"reset_at\":\"soon\"}"_ba << u": used up"_s;
        QTest::newRow("out of this world") << "{\"error\":\"used up\",\"reset_at\":1e300}"_ba << u": used up"_s;
        QTest::newRow("null") << "{\"error\":\"used up\",\"reset_at\":null}"_ba << u": used up"_s;
    }
    void whenThereIsSomeAgainIsSaid()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, said);
        for (const int status : {402, 429}) {
            const base::Error error = rest::errorOf(
                {.status = status, .headers = {}, .body = body, .url = QUrl(u"https://a.example/"_s)}, {});
            QCOMPARE(error.code, base::ErrorCode::Unavailable);
            QCOMPARE(error.message(), u"a.example answered %1"_s.arg(status) + said);
            QCOMPARE(rest::resetTold(error).has_value(), said.contains(u"tried again"_s));
            QVERIFY(!rest::resetTold(error) || *rest::resetTold(error) == base::parseIso(u"2026-05-01T00:00:00Z"_s));
        }
    }

    void waitingTimesAreSecondsOrDates_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char *name, const QByteArray &value, const QByteArray &date, qint64 seconds) {
            QTest::newRow(name) << value << date << seconds;
        };
        const QByteArray noon = "Sun, 06 Nov 1994 12:00:00 GMT";
        row("seconds", "120", {}, 120);
        row("seconds with space", " 7 ", {}, 7);
        row("none", "", {}, -1);
        row("negative", "-5", {}, -1);
        row("words", "soon", {}, -1);
        row("endless", "99999999999999999999", {}, 366LL * 86400);
        row("a date by its own clock", "Sun, 06 Nov 1994 12:00:30 GMT", noon, 30);
        row("the second form", "Sunday, 06-Nov-94 12:00:30 GMT", noon, 30);
        row("the third form", "Sun Nov  6 12:00:30 1994", noon, 30);
        row("a date by our clock", "Thu, 01 Jan 1970 00:16:50 GMT", {}, 10);
        row("a date that is over", "Sun, 06 Nov 1994 11:00:00 GMT", noon, 0);
    }
    void waitingTimesAreSecondsOrDates()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, date);
        QFETCH(const qint64, seconds);
        const auto pause = rest::retryAfter(value, date, base::fromMillis(1000000));
        QCOMPARE(pause ? pause->count() : -1000, seconds * 1000);
    }

    void theNextPartIsLinked()
    {
        const auto next = [](const QByteArray &link) { return rest::nextLink(replyWith(link)); };
        QCOMPARE(*next(R"(</api/list?p=2>; rel="next", </api/list?p=9>; rel="last")"),
                 QUrl(u"https://a.example/api/list?p=2"_s));
        QCOMPARE(*next(R"(<?a=1,2>; title="x, y"; rel="prev next")"), QUrl(u"https://a.example/api/list?a=1,2"_s));
        QCOMPARE(*next(R"(</api/list?p=9>; rel="last")"), QUrl());
        QCOMPARE(*next({}), QUrl());
        const auto elsewhere = next(R"(<https://b.example/api/list?p=2>; rel=next)");
        QCOMPARE(elsewhere.error().code, base::ErrorCode::Corrupt);
        QCOMPARE(rest::nextLink(replyWith({}), QJsonValue(7)).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(*rest::nextLink(replyWith({}), QJsonValue()), QUrl());
    }

    void aListThatCannotBeWholeIsCorrupt()
    {
        rest::PageWatch watch;
        QVERIFY(watch.take({}, {u"a"_s, u"b"_s}, u"2"_s));
        QVERIFY(watch.take(u"2"_s, {u"b"_s, u"c"_s}, u"3"_s)); // something was put in front meanwhile
        QCOMPARE(watch.take(u"3"_s, {u"d"_s}, u"2"_s).error().code, base::ErrorCode::Corrupt);
        QCOMPARE(watch.take(u"3"_s, {u"a"_s, u"c"_s}, u"4"_s).error().code, base::ErrorCode::Corrupt);
        QVERIFY(watch.take(u"3"_s, {}, {}));
        QCOMPARE(watch.checkTotal(9).error().code, base::ErrorCode::Corrupt);
        QVERIFY(watch.checkTotal(3));
        QVERIFY(watch.take({}, {u"a"_s}, u"2"_s)); // a new walk
        const base::Error missing = rest::pageError(base::notFound(u"page"_s), u"2"_s);
        QCOMPARE(missing.code, base::ErrorCode::Corrupt);
        QCOMPARE(rest::pageError(base::notFound(u"list"_s), {}).code, base::ErrorCode::NotFound);
    }

    void aLongAnswerIsReadOnAnotherThread()
    {
        QObject asker;
        const auto where = [](int) { return base::Result<QThread *>(QThread::currentThread()); };
        const auto read = rest::thenApart<QThread *>(&asker, rest::settled<int>(1), where);
        const auto refused = rest::thenApart<QThread *>(&asker, rest::settled<int>(base::notFound(u"it"_s)), where);
        auto gone = std::make_unique<QObject>();
        const auto nobodys = rest::thenApart<QThread *>(gone.get(), rest::settled<int>(1), where);
        gone.reset();
        QTRY_VERIFY(read.isFinished() && refused.isFinished() && nobodys.isFinished());
        QVERIFY(*read.result() != QThread::currentThread());
        QCOMPARE(refused.result().error().code, base::ErrorCode::NotFound);
        QCOMPARE(nobodys.result().error().code, base::ErrorCode::Cancelled);
    }

    void eventsAreReadInAnyPieces()
    {
        const QByteArray bytes =
            "\xef\xbb\xbf: hello\n\nid: 1\ndata: one\n\nid: 2\r\ndata: two\r\ndata:three\r\n\r\n"
            "event: end\rdata:\r\rdata\n\nid\ndata: x\n\nid: 9\n\nretry: 50\ndata: last\n\ndata: cut";
        const QList<Event> expected{{{}, "one", "1"}, {{}, "two\nthree", "2"}, {"end", "", "2"},
                                    {{}, "", "2"},    {{}, "x", ""},           {{}, "last", "9"}};
        for (qsizetype piece = 1; piece < 40; ++piece) {
            QCOMPARE(readAll(bytes, piece), expected);
        }
        EventReader reader("4");
        QCOMPARE(reader.read("data: a\n\n")->first().id, "4"_ba);
        QCOMPARE(reader.read("retry: 99999999999999999999\nretry: x\n")->size(), 0);
        QCOMPARE(reader.retry(), std::optional<qint64>(3600000));
    }

    void anEndlessEventIsCorrupt()
    {
        EventReader reader;
        base::Result<QList<Event>> events = QList<Event>();
        for (int i = 0; i < 10 && events; ++i) {
            events = reader.read("data: " + QByteArray(1 << 20, 'x') + "\n");
        }
        QVERIFY(!events);
        QCOMPARE(events.error().code, base::ErrorCode::Corrupt);
    }
};

REGISTER_TEST(ReadingTest);
#include "test_reading.moc"
