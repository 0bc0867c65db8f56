// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/server/abuse/malformed.h"

namespace test {

namespace {

using Bytes = QList<QByteArray>;

/// `text` cut off behind each of its bytes.
Bytes cuts(const QByteArray &text)
{
    Bytes all;
    for (qsizetype i = 0; i < text.size(); ++i) {
        all.append(text.first(i));
    }
    return all;
}

/// Each byte of `text` replaced by, or followed by, each of `awkward`.
Bytes swaps(const QByteArray &text, const QByteArray &awkward)
{
    Bytes all;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const char c : awkward) {
            QByteArray changed = text;
            changed[i] = c;
            all.append(changed);
        }
        all.append(text.first(i + 1) + awkward.at(i % awkward.size()) + text.sliced(i + 1));
    }
    return all;
}

Bytes firstLines()
{
    Bytes all;
    const QByteArray end = "\r\nHost: localhost\r\n\r\n";
    for (const QByteArray line : {" GET / HTTP/1.1",
                                  "GET  / HTTP/1.1",
                                  "GET /",
                                  "GET",
                                  "",
                                  "GET\t/\tHTTP/1.1",
                                  "GET / HTTP/1.1 ",
                                  "GET / HTTP/0.9",
                                  "GET / HTTP/1.0x",
                                  "GET / HTTP/1.",
                                  "GET / HTTP/2.0",
                                  "GET / http/1.1",
                                  "GET / HTTP/11.1",
                                  "get / HTTP/1.1",
                                  "G\0T / HTTP/1.1",
                                  "GET http://evil.example/ HTTP/1.1",
                                  "GET * HTTP/1.1",
                                  "CONNECT evil.example:443 HTTP/1.1",
                                  "TRACE / HTTP/1.1",
                                  "OPTIONS * HTTP/1.1",
                                  "PRI * HTTP/2.0",
                                  "GET /../../etc/passwd HTTP/1.1",
                                  "GET /%00 HTTP/1.1",
                                  "GET /%zz HTTP/1.1",
                                  "GET /%2e%2e%2f HTTP/1.1",
                                  "GET //api//automations HTTP/1.1",
                                  "GET /api/automations/%ff%fe HTTP/1.1",
                                  "GET ?token=x HTTP/1.1",
                                  "GET /#fragment HTTP/1.1",
                                  "GET /\x7f HTTP/1.1",
                                  "GET /\xc3\xa4 HTTP/1.1",
                                  "POST / HTTP/1.1"}) {
        all.append(line + end);
    }
    for (const char c : QByteArray("{}|\\^`\"<>[]@:;,?=()")) {
        all.append(QByteArray("G") + c + "T / HTTP/1.1" + end);
        all.append(QByteArray("GET /") + c + " HTTP/1.1" + end);
    }
    return all;
}

/// Every byte there is, in a name and in a value.
Bytes headerBytes(const QByteArray &line, const QByteArray &rest)
{
    Bytes all;
    for (int c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        all.append(line + "X" + byte + "Y: v\r\n" + rest);
        all.append(line + "X-Y: a" + byte + "b\r\n" + rest);
    }
    return all;
}

Bytes framings(const QByteArray &line, const QByteArray &rest)
{
    Bytes all;
    for (const QByteArray value :
         {"-1", "+5", "0x5", "5 5", "5,5", "5;5", "", " ", "1e3", "99999999999999999999999", "18446744073709551616",
          "9223372036854775807", "5\t", "٥", "NaN", "5.0", "05", "\"5\"", "5\r\nContent-Length: 6"}) {
        all.append(line + "Content-Length: " + value + "\r\n" + rest + "hello");
    }
    for (const QByteArray value :
         {"chunked, chunked", "identity", "gzip", "gzip, chunked", "chunked;q=1", " chunked",
          "\x0b"
          "chunked",
          "xchunked", "chunked\r\nTransfer-Encoding: identity", "chunked\r\nContent-Length: 5", "CHUNKED", ""}) {
        all.append(line + "Transfer-Encoding: " + value + "\r\n" + rest + "5\r\nhello\r\n0\r\n\r\n");
    }
    for (const QByteArray body :
         {"g\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "5\nhello\n0\n\n", "5 \r\nhello\r\n0\r\n\r\n",
          "ffffffffffffffffff\r\nx", "7fffffffffffffff\r\nx", "5;a=b\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n",
          "5\r\nhello0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n", "\r\n\r\n", "5",
          "5\r\nhel"}) {
        all.append(line + "Transfer-Encoding: chunked\r\n" + rest + body);
    }
    return all;
}

Bytes headerForms(const QByteArray &line, const QByteArray &rest)
{
    Bytes all;
    for (const QByteArray text : {": v",
                                  "NoColon",
                                  "X : v",
                                  " X: v",
                                  "X:v\r\n folded",
                                  "X: v\r\n\tfolded",
                                  "X:",
                                  "X: v\nY: w",
                                  "X: v\rY: w",
                                  "Host: a\r\nHost: b",
                                  "Authorization: Bearer a\r\nAuthorization: Bearer b",
                                  "Authorization: Basic eDp5",
                                  "Authorization: Bearer",
                                  "Origin: null",
                                  "Origin: http://evil.example",
                                  "Origin: \r\nOrigin: ",
                                  "Sec-Fetch-Site: cross-site",
                                  "Connection: upgrade\r\nUpgrade: websocket",
                                  "Upgrade: h2c",
                                  "Expect: nothing",
                                  "Content-Encoding: gzip",
                                  "Content-Type: text/plain",
                                  "Content-Type: application/json; charset=utf-16",
                                  "Cookie: token=x",
                                  "X-Forwarded-Host: evil.example",
                                  "Range: bytes=0-",
                                  "Last-Event-ID: -1"}) {
        all.append(line + text + "\r\n" + rest);
        all.append(line + rest.chopped(2) + text + "\r\n\r\n");
    }
    for (int count = 1; count <= 40; ++count) {
        all.append(line + QByteArray("X-Many: y\r\n").repeated(count * 20) + rest);
        all.append(line + "X-Long: " + QByteArray(count * 400, 'z') + "\r\n" + rest);
        all.append("GET /" + QByteArray(count * 400, 'p') + " HTTP/1.1\r\n" + rest);
    }
    return all;
}

/// Numbers, words and texts that are none, a line each.
Bytes scalars()
{
    const QByteArray lines = R"(1
-
-0
+1
01
1.
.1
1e
1e999
-1e999
0x1
NaN
Infinity
nul
True
'a'
"
"\"
"\u12"
"\ud800"
"\udc00\ud800"
"\x41"
18446744073709551616
[1e400]
[-1e400]
[0.1e-400]
#)";
    return lines.split('\n') + Bytes{"",
                                     " ",
                                     "\"\t\"",
                                     "\"\xff\"",
                                     "\"\xc0\xaf\"",
                                     "\"\xed\xa0\x80\"",
                                     "\"\xf4\x90\x80\x80\"",
                                     "\xef\xbb\xbf{}",
                                     "\xff\xfe{"};
}

/// Lists and objects that are put together wrongly, a line each.
Bytes structures()
{
    const QByteArray lines = "{}{}\n[]]\n{]\n[}\n[,]\n[1,]\n[,1]\n[1,,2]\n{,}\n{\"a\"}\n{\"a\":}\n{\"a\":1,}\n{a:1}\n"
                             "{1:1}\n{\"a\":1 \"b\":2}\n{\"a\":1,\"a\":2}\n/* x */[]\n// x {}\n[1 2]\n[\"a\" 1]\n"
                             "{\"\":0}\n{\"__proto__\":{}}";
    return lines.split('\n');
}

Bytes nestings()
{
    Bytes all;
    for (const int depth : {10, 100, 500, 1000, 1023, 1024, 1025, 2000, 5000, 20000, 100000}) {
        all.append(QByteArray(depth, '['));
        all.append(QByteArray(depth, '[') + QByteArray(depth, ']'));
        all.append(QByteArray("{\"a\":").repeated(depth) + '1' + QByteArray(depth, '}'));
        all.append(QByteArray("[{\"a\":").repeated(depth));
    }
    return all;
}

/// Every field of an automation with values of every type.
Bytes wrongTypes()
{
    Bytes all;
    for (const QByteArray name : {"name",          "type",   "params",  "triggers",   "arguments", "env",    "tags",
                                  "timeout_s",     "retry",  "overlap", "approval",   "notify",    "limits", "schedule",
                                  "result_schema", "remote", "icon",    "max_queued", "grace_s",   "nothing"}) {
        for (const QByteArray value : {"null", "true", "-1", "1e30", "1.5", "\"\"", "\"\\u0000\"", "[]", "[null]",
                                       "[[]]", "{}", "{\"a\":null}", "{\"type\":\"webhook\",\"hmac_secret\":5}",
                                       "[{\"type\":\"schedule\",\"cron\":\"* *\"}]", "\"\\ud800\""}) {
            all.append("{\"name\":\"N\",\"type\":\"script\",\"params\":{\"command\":\"true\"},\"" + name +
                       "\":" + value + '}');
        }
    }
    return all;
}

} // namespace

QList<QByteArray> malformedRequests(const QByteArray &sound)
{
    const qsizetype lineEnd = sound.indexOf("\r\n") + 2;
    const QByteArray line = sound.first(lineEnd);
    const QByteArray rest = sound.sliced(lineEnd);
    const QByteArray head = sound.first(sound.indexOf("\r\n\r\n") + 4);
    const QByteArray plain = head.sliced(lineEnd);
    return cuts(sound) + swaps(sound, QByteArray("\0\xff\r\n\t :", 7)) + firstLines() + headerBytes(line, rest) +
           framings(line, plain) + headerForms(line, rest) +
           Bytes{QByteArray(head).replace("\r\n", "\n"),
                 QByteArray(head).replace("\r\n", "\r"),
                 "\r\n\r\n" + sound,
                 "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                 QByteArray(1000, '\0'),
                 head + sound + sound};
}

QList<QByteArray> malformedJson()
{
    const QByteArray sound = "{\"name\":\"N\\u00e9\",\"type\":\"script\",\"params\":{\"command\":\"true\"},"
                             "\"tags\":[\"a\",1.5e3,true,null]}";
    return cuts(sound) + swaps(sound, QByteArray("\0\xff{}[],:\"\\", 10)) + scalars() + structures() + nestings() +
           wrongTypes();
}

} // namespace test
