// SPDX-License-Identifier: Apache-2.0
// Bytes on a connection: whatever comes is answered or hung up on within a second, every answer is a whole one, none is
// a fault of ours, and a request in order is served all the while.
#include "tests/fuzz/mutator.h"
#include "tests/unit/server/house.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace {

std::unique_ptr<test::House> &house()
{
    static std::unique_ptr<test::House> made;
    return made;
}

fuzz::Mutator make(quint32 seed)
{
    const test::House &here = *house();
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(here.port) + "\r\n";
    return {seed,
            {here.request({.path = "/api/automations/runs?status=done&limit=3"}),
             here.request({.method = "POST", .path = "/api/why/x", .body = "{\"a\":[1,2]}"}),
             "POST /api/automations HTTP/1.1\r\n" + host +
                 "Content-Type: application/json\r\nTransfer-Encoding: chunked"
                 "\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n",
             "POST /job/secret/none HTTP/1.1\r\n" + host +
                 "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b",
             "GET / HTTP/1.0\r\n\r\n"},
            {"\r\n",
             "\r\n\r\n",
             "\n",
             "\r",
             "Content-Length: 5\r\n",
             "Content-Length: -1\r\n",
             "Transfer-Encoding: chunked\r\n",
             "0\r\n\r\n",
             "ffffffffffffffff\r\n",
             "Host: evil\r\n",
             "Origin: null\r\n",
             "Expect: 100-continue\r\n",
             "Authorization: Bearer x\r\n",
             "%2f",
             "%00",
             "{id}",
             "?",
             "//",
             " HTTP/1.1",
             "\t",
             "\xff",
             QByteArray(1, '\0'),
             QByteArray(9000, 'h')}};
}

/// The head of an answer as all of them have it.
bool isAnswer(const QByteArray &received)
{
    const int status = received.mid(9, 3).toInt();
    return received.startsWith("HTTP/1.1 ") && status >= 100 && status < 500 &&
           (status == 100 || received.contains("X-Content-Type-Options: nosniff\r\n"));
}

bool one(const QByteArray &bytes, fuzz::Mutator &mutator)
{
    QElapsedTimer timer;
    timer.start();
    test::Client client(house()->port);
    client.send(bytes);
    client.finish();
    client.readToEnd(3000);
    const bool sound = client.received().isEmpty() || isAnswer(client.received());
    const bool others = mutator.random().bounded(100) > 0 || house()->get("/api/status").status == 200;
    return sound && others && timer.elapsed() < 1000;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    house() = std::make_unique<test::House>();
    const int status = fuzz::run(argc, argv, make, one);
    house().reset();
    return status;
}
