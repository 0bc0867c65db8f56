// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/eventstream.h"
#include "tests/support/registry.h"
#include "tests/unit/rest/clients.h"

using namespace Qt::StringLiterals;
using test::Clients;
using test::Fault;

namespace {

struct Listener
{
    explicit Listener(Clients &clients, const QByteArray &lastId = {})
        : stream(clients.client, rest::plainCall({u"stream"_s}), lastId)
    {
        QObject::connect(&stream, &rest::EventStream::arrived, &stream, [this](const QList<rest::Event> &events) {
            for (const rest::Event &event : events) {
                heard.append(event.data);
            }
        });
        QObject::connect(&stream, &rest::EventStream::ended, &stream,
                         [this](const base::Status &status) { end.append(status); });
        stream.start();
    }

    rest::EventStream stream;
    QByteArrayList heard;
    QList<base::Status> end;
};

void serveStream(Clients &clients, const QByteArray &first = {})
{
    clients.server.route("GET", "/stream", [first](const test::Asked &) {
        return test::Told{.body = first, .type = "text/event-stream", .headers = {}, .open = true};
    });
}

} // namespace

class StreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBreaksIsResumedAfterTheLastEvent()
    {
        Clients clients;
        serveStream(clients);
        Listener listener(clients, "6");
        QTRY_COMPARE(clients.server.streams(), 1);
        QCOMPARE(clients.server.asked.last().headers.value("last-event-id"), "6"_ba);
        QCOMPARE(clients.server.asked.last().headers.value("authorization"), "Bearer first"_ba);
        clients.server.push("id: 7\ndata: seven\n\nid: 8\ndata: eig");
        QTRY_COMPARE(listener.heard, QByteArrayList{"seven"});
        clients.server.closeStreams();
        QTRY_COMPARE(clients.server.streams(), 1);
        QCOMPARE(clients.server.asked.last().headers.value("last-event-id"), "7"_ba);
        clients.server.push("id: 8\ndata: eight\n\n");
        QTRY_COMPARE(listener.heard, (QByteArrayList{"seven", "eight"}));
        QCOMPARE(listener.end.size(), 0);
    }

    void aStreamThatIsSilentIsOpenedAgain()
    {
        Clients clients;
        serveStream(clients);
        const Listener listener(clients);
        QTRY_COMPARE(clients.server.asked.size(), 2);
        QCOMPARE(listener.end.size(), 0);
    }

    void whatCanNotBeReachedEnds()
    {
        Clients clients;
        serveStream(clients);
        clients.server.fault("GET", "/stream", Fault::ServerError);
        const Listener listener(clients);
        QTRY_COMPARE(listener.end.size(), 1);
        QCOMPARE(listener.end.first().error().code, base::ErrorCode::Unavailable);
        QCOMPARE(clients.server.asked.size(), test::quickHabits().streamAttempts);
    }

    void refusalsAreNotRepeated_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::newRow("401") << Fault::Unauthorized << base::ErrorCode::Denied;
        QTest::newRow("403") << Fault::Forbidden << base::ErrorCode::Denied;
        QTest::newRow("404") << Fault::NotFound << base::ErrorCode::NotFound;
        QTest::newRow("405") << Fault::NotAllowed << base::ErrorCode::Unsupported;
        QTest::newRow("page") << Fault::Page << base::ErrorCode::Corrupt;
    }
    void refusalsAreNotRepeated()
    {
        QFETCH(const Fault, fault);
        QFETCH(const base::ErrorCode, code);
        Clients clients;
        serveStream(clients);
        clients.server.fault("GET", "/stream", fault);
        const Listener listener(clients);
        QTRY_COMPARE(listener.end.size(), 1);
        QCOMPARE(listener.end.first().error().code, code);
        QCOMPARE(clients.server.asked.size(), 1);
    }

    void aCredentialIsRenewedForAStreamToo()
    {
        Clients clients;
        serveStream(clients, "data: hello\n\n");
        clients.server.demand("authorization", "Bearer second");
        clients.client.renewBy([&clients] {
            clients.token = "second";
            return rest::settled<void>({});
        });
        const Listener listener(clients);
        QTRY_COMPARE(listener.heard, QByteArrayList{"hello"});
        QCOMPARE(clients.server.asked.size(), 2);
    }

    void noMoreIsReadThanIsTaken()
    {
        Clients clients;
        serveStream(clients);
        Listener listener(clients);
        QTRY_COMPARE(clients.server.streams(), 1);
        clients.server.push("data: one\n\n");
        QTRY_COMPARE(listener.heard.size(), 1);
        listener.stream.holdBack(true);
        clients.server.push("data: two\n\n");
        QTest::qWait(50);
        QCOMPARE(listener.heard.size(), 1);
        listener.stream.holdBack(false);
        QTRY_COMPARE(listener.heard.size(), 2);
    }

    void nothingMoreIsAnEnd()
    {
        Clients clients;
        clients.server.route("GET", "/stream",
                             [](const test::Asked &) { return test::Told{.status = 204, .body = {}, .type = {}}; });
        const Listener listener(clients);
        QTRY_COMPARE(listener.end.size(), 1);
        QVERIFY(listener.end.first());
    }
};

REGISTER_TEST(StreamTest);
#include "test_stream.moc"
