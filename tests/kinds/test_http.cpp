// SPDX-License-Identifier: Apache-2.0
#include "tests/kinds/kindhouse.h"
#include "tests/kinds/webserver.h"
#include "tests/support/registry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using test::await;
using test::KindHouse;
using test::WebServer;

namespace {

const QString certificate = QStringLiteral(FOLDER "/certificate.pem");
const QString key = QStringLiteral(FOLDER "/certificate.key");

WebServer::Answer always(const QByteArray &answer)
{
    return [answer](const QByteArray &) { return answer; };
}

QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &line : request.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':')) {
            return line.mid(name.size() + 1).trimmed();
        }
    }
    return {};
}

} // namespace

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerIsOutputAndResult()
    {
        WebServer server(always(
            WebServer::answer("200 OK", R"({"up": true})", "Content-Type: application/json\r\nSet-Cookie: a=b\r\n")));
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"http"_s, {{u"url"_s, server.url(u"/health?x=1"_s)}});
        QVERIFY2(KindHouse::word(run) == u"done"_s, qPrintable(run.reason));
        const QByteArray log = house.log(run.id);
        QVERIFY2(log.contains("\n{\"up\": true}\n"), log.constData());
        QVERIFY2(log.contains("< 200 OK\n") && log.contains("complete after"), log.constData());
        const QJsonObject result = run.result.toObject();
        QCOMPARE(result.value("status"_L1).toInt(), 200);
        QCOMPARE(result.value("bytes"_L1).toInt(), 12);
        QCOMPARE(result.value("body"_L1).toObject().value("up"_L1), QJsonValue(true));
        QVERIFY(result.value("total_ms"_L1).toInt(-1) >= result.value("answered_ms"_L1).toInt(99999));
        QVERIFY(!result.value("headers"_L1).toObject().contains("set-cookie"_L1));
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(server.requests.first().startsWith("GET /health?x=1 HTTP/1.1\r\n"));
    }

    void methodHeadersAndBodyArriveAsGiven()
    {
        WebServer server(always(WebServer::answer("201 Created", "")));
        KindHouse house;
        house.start();
        for (const QString &method : {u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s}) {
            const domain::Run run = house.run(u"http"_s, {{u"url"_s, server.url()},
                                                          {u"method"_s, method},
                                                          {u"headers"_s, QJsonObject{{u"X-One"_s, u"zwei ü"_s}}},
                                                          {u"body"_s, u"{\"a\": \"ü\"}"_s}});
            QVERIFY2(KindHouse::word(run) == u"done"_s, qPrintable(run.reason));
            const QByteArray request = server.requests.last();
            QVERIFY2(request.startsWith(method.toLatin1() + " / "), request.constData());
            QVERIFY2(request.endsWith("\r\n\r\n{\"a\": \"ü\"}"), request.constData());
            QCOMPARE(headerOf(request, "X-One"), QByteArray("zwei ü"));
            QCOMPARE(headerOf(request, "Content-Type"), QByteArray("application/json"));
        }
        QCOMPARE(server.requests.size(), 4);
    }

    void whatIsNoTextIsNotShown()
    {
        WebServer server(
            always(WebServer::answer("200 OK", QByteArray("\x89PNG\r\n\0\1", 8), "Content-Type: image/png; q=1\r\n")));
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"http"_s, {{u"url"_s, server.url()}});
        QCOMPARE(KindHouse::word(run), u"done"_s);
        QVERIFY(!house.log(run.id).contains("PNG"));
        QVERIFY(house.log(run.id).contains("< 8 bytes, not shown, for they are no text"));
        QVERIFY(!run.result.toObject().contains("body"_L1));
    }

    void secretsGoOutAndNowhereElse()
    {
        WebServer server([](const QByteArray &request) {
            return WebServer::answer("200 OK", "you said " + headerOf(request, "Authorization"));
        });
        KindHouse house;
        QVERIFY(await(house.secrets->set(u"api"_s, u"correct horse"_s, {})));
        house.start();
        const domain::Run bearer =
            house.run(u"http"_s, {{u"url"_s, server.url()},
                                  {u"auth"_s, u"Bearer ${secret:api}"_s},
                                  {u"method"_s, u"POST"_s},
                                  {u"headers"_s, QJsonObject{{u"X-Key"_s, u"k-${secret:api}"_s}}},
                                  {u"body"_s, u"p=${secret:api}"_s}});
        QCOMPARE(headerOf(server.requests.last(), "Authorization"), QByteArray("Bearer correct horse"));
        QCOMPARE(headerOf(server.requests.last(), "X-Key"), QByteArray("k-correct horse"));
        QVERIFY(server.requests.last().endsWith("p=correct horse"));
        const domain::Run basic =
            house.run(u"http"_s, {{u"url"_s, server.url()}, {u"auth"_s, u"Basic ann:${secret:api}"_s}});
        QCOMPARE(headerOf(server.requests.last(), "Authorization"),
                 "Basic " + QByteArray("ann:correct horse").toBase64());
        for (const domain::Run &run : {bearer, basic}) {
            QCOMPARE(KindHouse::word(run), u"done"_s);
            const QByteArray kept = house.log(run.id) + QJsonDocument(domain::toJson(run)).toJson();
            QVERIFY2(kept.contains("[secret]"), kept.constData());
            QVERIFY2(!kept.contains("correct horse") && !kept.contains(QByteArray("ann:correct horse").toBase64()),
                     kept.constData());
        }
        const auto uses = await(house.store->secretRecords().list());
        QList<QStringList> fields; // two automations of one name, in no promised order
        for (const store::SecretUse &use : uses->first().uses) {
            fields.append(use.fields);
        }
        QCOMPARE(fields.size(), 2);
        QVERIFY(fields.contains(QStringList{u"params.auth"_s}));
        QVERIFY(fields.contains(QStringList{u"params.auth"_s, u"params.body"_s, u"params.headers.X-Key"_s}));
    }

    void aSecretThatIsMissingFailsBeforeAnythingIsSent()
    {
        WebServer server(always(WebServer::answer("200 OK", "")));
        KindHouse house;
        house.start();
        const domain::Run run =
            house.run(u"http"_s, {{u"url"_s, server.url()}, {u"auth"_s, u"Bearer ${secret:api}"_s}});
        QCOMPARE(KindHouse::word(run), u"failed"_s);
        QVERIFY2(run.reason.contains(u"the secret api is not set"_s), qPrintable(run.reason));
        QCOMPARE(server.requests.size(), 0);
    }

    void theStatusDecides()
    {
        WebServer server(always(WebServer::answer("404 Not Found", "no such thing", "Content-Type: text/plain\r\n")));
        KindHouse house;
        house.start();
        const domain::Run failed = house.run(u"http"_s, {{u"url"_s, server.url()}});
        QCOMPARE(KindHouse::word(failed), u"failed"_s);
        QCOMPARE(failed.reason, u"answered 404 Not Found"_s);
        QVERIFY(house.log(failed.id).contains("no such thing\n"));
        QCOMPARE(failed.result.toObject().value("body"_L1).toString(), u"no such thing"_s);
        for (const QJsonValue &expected :
             {QJsonValue(404), QJsonValue(u"200-299, 404"_s), QJsonValue(QJsonArray{200, 404})}) {
            const domain::Run run = house.run(u"http"_s, {{u"url"_s, server.url()}, {u"expect_status"_s, expected}});
            QCOMPARE(KindHouse::word(run), u"done"_s);
        }
    }

    void redirectsStayWithOneServer()
    {
        WebServer other(always(WebServer::answer("200 OK", "stolen")));
        WebServer server([&other](const QByteArray &request) {
            return request.contains(" /away ")
                       ? WebServer::answer("302 Found", "", "Location: " + other.url().toLatin1() + "\r\n")
                   : request.contains(" /round ")
                       ? WebServer::answer("307 Temporary Redirect", "", "Location: /round\r\n")
                   : request.contains(" /old ") ? WebServer::answer("301 Moved Permanently", "", "Location: new\r\n")
                                                : WebServer::answer("200 OK", "arrived");
        });
        KindHouse house;
        QVERIFY(await(house.secrets->set(u"api"_s, u"correct horse"_s, {})));
        house.start();
        const auto ask = [&](const QString &path, bool follow = true) {
            return house.run(u"http"_s, {{u"url"_s, server.url(path)},
                                         {u"method"_s, u"POST"_s},
                                         {u"body"_s, u"x"_s},
                                         {u"auth"_s, u"Bearer ${secret:api}"_s},
                                         {u"follow_redirects"_s, follow}});
        };
        const domain::Run away = ask(u"/away"_s);
        QCOMPARE(KindHouse::word(away), u"failed"_s);
        QVERIFY2(away.reason.startsWith(u"redirected to another server, which is not followed: http://127.0.0.1:"_s),
                 qPrintable(away.reason));
        QCOMPARE(other.requests.size(), 0);
        const domain::Run moved = ask(u"/old"_s);
        QCOMPARE(KindHouse::word(moved), u"done"_s);
        QVERIFY(house.log(moved.id).contains("arrived"));
        QVERIFY(server.requests.last().startsWith("GET /new "));
        QCOMPARE(headerOf(server.requests.last(), "Authorization"), QByteArray("Bearer correct horse"));
        const qsizetype before = server.requests.size();
        QCOMPARE(ask(u"/round"_s).reason, u"redirected more than 3 times"_s);
        QCOMPARE(server.requests.size() - before, 4);
        QCOMPARE(ask(u"/old"_s, false).reason, u"answered 301 Moved Permanently"_s);
    }

    void nothingIsSentTwice()
    {
        int connections = 0;
        WebServer server([&connections](const QByteArray &) {
            ++connections;
            return QByteArray();
        });
        KindHouse house;
        house.start();
        for (const QString &method : {u"POST"_s, u"GET"_s, u"PUT"_s}) {
            connections = 0;
            const domain::Run run = house.run(
                u"http"_s,
                {{u"url"_s, server.url()}, {u"method"_s, method}, {u"body"_s, method == "GET"_L1 ? u""_s : u"x"_s}});
            QCOMPARE(KindHouse::word(run), u"failed"_s);
            QVERIFY2(run.reason.contains(u"closed the connection before its answer was complete"_s),
                     qPrintable(run.reason));
            QVERIFY2(connections == 1, qPrintable(u"%1: %2"_s.arg(method).arg(connections)));
        }
    }

    void whatIsTooLongTooSlowOrCutOffFails()
    {
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
        WebServer server([head](const QByteArray &request) -> std::optional<QByteArray> {
            if (request.contains(" /silent ")) {
                return std::nullopt;
            }
            return request.contains(" /cut ") ? head + "Content-Length: 100\r\n\r\nonly this"
                                              : WebServer::answer("200 OK", QByteArray(100000, 'x'));
        });
        KindHouse house;
        house.start();
        const domain::Run large = house.run(u"http"_s, {{u"url"_s, server.url()}, {u"max_body_bytes"_s, 1000}});
        QCOMPARE(large.reason, u"the answer has more than 1000 bytes"_s);
        QCOMPARE(house.log(large.id).count('x'), 1000);
        const domain::Run silent = house.run(u"http"_s, {{u"url"_s, server.url(u"/silent"_s)}, {u"max_wait_s"_s, 1}});
        QCOMPARE(silent.reason, u"127.0.0.1 was silent for 1 s"_s);
        const domain::Run cut = house.run(u"http"_s, {{u"url"_s, server.url(u"/cut"_s)}});
        QCOMPARE(KindHouse::word(cut), u"failed"_s);
        QVERIFY2(cut.reason.contains(u"before its answer was complete"_s), qPrintable(cut.reason));
        const domain::Run late = house.run(u"http"_s, {{u"url"_s, server.url(u"/silent"_s)}},
                                           [](domain::Automation &a) { a.timeoutSeconds = 1; });
        QCOMPARE(KindHouse::word(late), u"timed_out"_s);
        const base::RunId id = house.request(house.addKind(u"http"_s, {{u"url"_s, server.url(u"/silent"_s)}}));
        QVERIFY(house.waitForLog(id, "> GET"));
        QVERIFY(await(house.store->runs().cancel(id, u"ann"_s)));
        QCOMPARE(KindHouse::word(house.ended(id)), u"cancelled"_s);
    }

    void aLongAnswerArrivesWhole()
    {
        QByteArray body;
        for (int i = 0; i < 200000; ++i) {
            body += "line " + QByteArray::number(i) + " of a long answer\n";
        }
        WebServer server(always(WebServer::answer("200 OK", body)));
        KindHouse house;
        house.start();
        const domain::Run run = house.run(u"http"_s, {{u"url"_s, server.url()}});
        QCOMPARE(KindHouse::word(run), u"done"_s);
        QCOMPARE(run.result.toObject().value("bytes"_L1).toInteger(), body.size());
        QVERIFY(!run.result.toObject().contains("body"_L1));
        QVERIFY(run.log.bytes > body.size());
        QVERIFY(run.log.lines >= 200000);
    }

    void failuresOfConnectionsAreNamed()
    {
        KindHouse house;
        house.start();
        QString closed;
        {
            const WebServer gone(always({}));
            closed = gone.url();
        }
        const domain::Run refused = house.run(u"http"_s, {{u"url"_s, closed}});
        QVERIFY2(refused.reason.startsWith(u"nothing listens at 127.0.0.1:"_s), qPrintable(refused.reason));
        const domain::Run unknown = house.run(u"http"_s, {{u"url"_s, u"http://no-such-host.invalid/"_s}});
        QCOMPARE(unknown.reason, u"there is no host named no-such-host.invalid"_s);
    }

    void certificatesAreHeldToTheirWord()
    {
        WebServer server(always(WebServer::answer("200 OK", "safe")), certificate, key);
        KindHouse house;
        house.start();
        const domain::Run unknown = house.run(u"http"_s, {{u"url"_s, server.url()}});
        QCOMPARE(KindHouse::word(unknown), u"failed"_s);
        QVERIFY2(unknown.reason.startsWith(u"TLS: the certificate of 127.0.0.1 is signed by itself"_s),
                 qPrintable(unknown.reason));
        const domain::Run trusted = house.run(u"http"_s, {{u"url"_s, server.url()}, {u"ca_file"_s, certificate}});
        QVERIFY2(KindHouse::word(trusted) == u"done"_s, qPrintable(trusted.reason));
        const domain::Run other =
            house.run(u"http"_s, {{u"url"_s, server.url(u"/"_s, u"localhost"_s)}, {u"ca_file"_s, certificate}});
        QVERIFY2(other.reason.startsWith(u"TLS: the certificate is not for localhost but for 127.0.0.1"_s),
                 qPrintable(other.reason));
        QCOMPARE(server.requests.size(), 1);
    }

    void wrongParamsAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("field");
        const QString url = u"https://example.org/"_s;
        const auto row = [](const char *name, const QJsonObject &params, const QString &field) {
            QTest::newRow(name) << params << field;
        };
        row("nothing", {}, u"params.url"_s);
        row("no address", {{u"url"_s, u"example.org"_s}}, u"params.url"_s);
        row("a file", {{u"url"_s, u"file:///etc/passwd"_s}}, u"params.url"_s);
        row("a login in it", {{u"url"_s, u"https://a:b@example.org/"_s}}, u"params.url"_s);
        row("a secret in it", {{u"url"_s, u"https://example.org/?k=${secret:api}"_s}}, u"params.url"_s);
        row("method", {{u"url"_s, url}, {u"method"_s, u"FETCH"_s}}, u"params.method"_s);
        row("header name", {{u"url"_s, url}, {u"headers"_s, QJsonObject{{u"A B"_s, u"x"_s}}}}, u"params.headers.A B"_s);
        row("header value", {{u"url"_s, url}, {u"headers"_s, QJsonObject{{u"A"_s, u"x\r\nB: y"_s}}}},
            u"params.headers.A"_s);
        row("header of ours", {{u"url"_s, url}, {u"headers"_s, QJsonObject{{u"Content-Length"_s, u"7"_s}}}},
            u"params.headers.Content-Length"_s);
        row("header number", {{u"url"_s, url}, {u"headers"_s, QJsonObject{{u"A"_s, 1}}}}, u"params.headers.A"_s);
        row("password in the clear", {{u"url"_s, url}, {u"auth"_s, u"Basic ann:hunter2"_s}}, u"params.auth"_s);
        row("broken reference", {{u"url"_s, url}, {u"auth"_s, u"Bearer ${secret:"_s}}, u"params.auth"_s);
        row("basic without user", {{u"url"_s, url}, {u"auth"_s, u"Basic ${secret:api}"_s}}, u"params.auth"_s);
        row("status", {{u"url"_s, url}, {u"expect_status"_s, u"20x"_s}}, u"params.expect_status"_s);
        row("status number", {{u"url"_s, url}, {u"expect_status"_s, 99}}, u"params.expect_status"_s);
        row("status the other way", {{u"url"_s, url}, {u"expect_status"_s, u"299-200"_s}}, u"params.expect_status"_s);
        row("size", {{u"url"_s, url}, {u"max_body_bytes"_s, -1}}, u"params.max_body_bytes"_s);
        row("unknown", {{u"url"_s, url}, {u"verb"_s, u"GET"_s}}, u"params.verb"_s);
    }
    void wrongParamsAreNamed()
    {
        QFETCH(const QJsonObject, params);
        QFETCH(const QString, field);
        QCOMPARE(test::complaint(u"http"_s, params).section(u": "_s, 0, 0), field);
    }
};

REGISTER_TEST(HttpTest);
#include "test_http.moc"
