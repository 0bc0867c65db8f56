// SPDX-License-Identifier: Apache-2.0
// What takes long to look at is looked at before anything is stored.
#include "tests/support/registry.h"
#include "tests/unit/server/house.h"

#include <QPromise>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

/// Answers later, on another thread: whatever has `bad` in its command is refused.
QFuture<base::Result<void>> lookLater(const domain::Automation &automation)
{
    const QString command = automation.params.value(u"command"_s).toString();
    if (!command.contains(u"look"_s)) {
        return QtFuture::makeReadyFuture(base::Status());
    }
    const auto promise = std::make_shared<QPromise<base::Result<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, bad = command.contains(u"bad"_s)] {
        promise->addResult(bad ? base::Status(base::invalid(u"params.command"_s, u"it is refused"_s)) : base::Status());
        promise->finish();
    });
    return promise->future();
}

QByteArray automation(const QByteArray &command)
{
    return R"({"name":"N","type":"script","params":{"command":")" + command + R"("}})";
}

} // namespace

class ContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createLooksFirst_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing to look at") << automation("true") << 201 << QString();
        QTest::newRow("good") << automation("look") << 201 << QString();
        QTest::newRow("bad") << automation("look bad") << 400 << u"params.command"_s;
        QTest::newRow("many") << '[' + automation("look") + ',' + automation("true") + ',' + automation("look") + ']'
                              << 201 << QString();
        QTest::newRow("one of many") << '[' + automation("true") + ',' + automation("look bad") + ']' << 400
                                     << u"[1].params.command"_s;
    }
    void createLooksFirst()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, field);
        test::House house({}, lookLater);
        const test::Reply reply = house.ask({.method = "POST", .path = "/api/automations", .body = body});
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.object().value(u"field"_s).toString(), field);
        const auto stored = test::await(house.workspace->automations().list());
        QCOMPARE(stored->isEmpty(), status != 201);
    }

    void updateLooksFirst()
    {
        test::House house({}, lookLater);
        const QByteArray path = "/api/automations/" + house.addAutomation().id.text().toLatin1();
        const test::Reply refused =
            house.ask({.method = "PUT", .path = path, .body = R"({"params":{"command":"look bad"}})"});
        QCOMPARE(refused.status, 400);
        QCOMPARE(test::await(house.workspace->automations().list())->first().version, 1);
        QCOMPARE(house.ask({.method = "PUT", .path = path, .body = R"({"params":{"command":"look"}})"}).status, 200);
        QCOMPARE(test::await(house.workspace->automations().list())->first().version, 2);
    }

    void muchCodeHasRoutesOfItsOwn()
    {
        test::House house;
        const QByteArray body = automation(QByteArray(2 * 1024 * 1024, 'x'));
        QCOMPARE(house.ask({.method = "POST", .path = "/api/automations", .body = body}).status, 413);
        QCOMPARE(house.ask({.method = "POST", .path = "/api/automations/bundle", .body = body}).status, 201);
        const auto stored = test::await(house.workspace->automations().list());
        const QByteArray path = "/api/automations/" + stored->first().id.text().toLatin1();
        QCOMPARE(house.ask({.method = "PUT", .path = path, .body = body}).status, 413);
        QCOMPARE(house.ask({.method = "PUT", .path = path + "/bundle", .body = body}).status, 200);
    }
};

REGISTER_TEST(ContentTest);
#include "test_content.moc"
