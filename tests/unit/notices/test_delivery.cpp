// SPDX-License-Identifier: Apache-2.0
// From the end of a run to the desktop and to a webhook, and that no secret comes along.
#include "app/notices/sender.h"
#include "tests/flow/given/dumper/encodings.h"
#include "tests/kinds/kindhouse.h"
#include "tests/kinds/webserver.h"
#include "tests/support/registry.h"
#include "tests/unit/notices/privatebus.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::NoticeCause;
using domain::NoticeWay;
using test::KindHouse;
using test::WebServer;

namespace {

const QByteArray canary = "Zq7\"canary/Wx+9&8vU";

/// An engine with a desktop and a server that gets its notices.
struct Place
{
    Place() : server([](const QByteArray &) { return WebServer::answer("200 OK", ""); }), there(service)
    {
        house.notify = [this](const domain::Notice &notice) { return sender.send(notice); };
    }
    ~Place() { house.stop(); }
    /// Time goes on until so many notices came each way.
    bool waitFor(qsizetype count)
    {
        return QTest::qWaitFor(
            [this, count] {
                house.pass(10s);
                return service.shown.size() >= count && server.requests.size() >= count;
            },
            15000);
    }
    KindHouse::Change tellingOfFailures()
    {
        return [this](domain::Automation &automation) {
            automation.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Webhook}}};
            automation.notify.webhook = server.url(u"/${secret:hook}"_s);
        };
    }
    /// Everything that anybody was told.
    QByteArray told() const
    {
        QByteArray all = server.requests.join('\n');
        for (const test::FakeService::Shown &shown : service.shown) {
            all += shown.title.toUtf8() + '\n' + shown.text.toUtf8() + '\n';
        }
        return all;
    }

    test::FakeService service;
    WebServer server;
    test::Registration there;
    notices::Sender sender;
    KindHouse house;
};

void verifyNoCanary(const QByteArray &told)
{
    QVERIFY2(!told.contains("canary"), told.constData());
    for (const test::Encoded &encoded : test::encodings(canary)) {
        QVERIFY2(!told.contains(encoded.text), encoded.name);
    }
}

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!test::PrivateBus::isPossible()) {
            QSKIP("dbus-daemon is not installed");
        }
        test::PrivateBus::ofThisProgram();
    }

    void aFailureReachesDesktopAndWebhook()
    {
        Place place;
        QVERIFY(test::await(place.house.secrets->set(u"hook"_s, u"t0k3n-of-hook"_s, {})));
        place.house.start();
        const domain::Run run =
            place.house.ended(place.house.request(place.house.add(u"exit 7"_s, place.tellingOfFailures())));
        QCOMPARE(KindHouse::word(run), u"failed"_s);
        QVERIFY(place.waitFor(1));
        QCOMPARE(place.service.shown.first().title, u"Backup failed"_s);
        QCOMPARE(place.service.shown.first().text, u"exit code 7"_s);
        const QByteArray request = place.server.requests.first();
        QVERIFY2(request.startsWith("POST /t0k3n-of-hook HTTP/1.1\r\n"), request.constData());
        QVERIFY2(request.contains(run.id.text().toUtf8()), request.constData());
        place.house.pass(1h);
        place.house.stop();
        QCOMPARE(place.service.shown.size(), 1);
        QCOMPARE(place.server.requests.size(), 1);
    }

    void noSecretIsInTheReason()
    {
        Place place;
        QByteArray words;
        WebServer talker([&words](const QByteArray &) { return WebServer::answer("500 " + words, ""); });
        QVERIFY(test::await(place.house.secrets->set(u"token"_s, QString::fromUtf8(canary), {})));
        QVERIFY(test::await(place.house.secrets->set(u"hook"_s, u"t0k3n-of-hook"_s, {})));
        place.house.start();
        const domain::Automation asks = place.house.addKind(
            u"http"_s, {{u"url"_s, talker.url()}, {u"auth"_s, u"Bearer ${secret:token}"_s}}, place.tellingOfFailures());
        qsizetype count = 0;
        for (const test::Encoded &encoded : test::encodings(canary)) {
            if (encoded.text.contains('\n')) {
                continue; // no reason has two lines
            }
            words = "Sorry " + encoded.text;
            const domain::Run run = place.house.ended(place.house.request(asks));
            QVERIFY2(run.reason.contains(u"500 Sorry"_s), qPrintable(run.reason));
            place.house.pass(1h); // the next one is a notice of its own
            QVERIFY(place.waitFor(++count));
        }
        QVERIFY(place.told().contains("500 Sorry"));
        QVERIFY(place.told().contains("[secret]"));
        verifyNoCanary(place.told());
    }

    void noSecretIsInAResultThatIsToldOf()
    {
        Place place;
        QVERIFY(test::await(place.house.secrets->set(u"token"_s, QString::fromUtf8(canary), {})));
        place.house.start();
        const domain::Automation leaks = place.house.add(
            u"b=$(printf %s \"$TOKEN\" | base64 -w0); x=$(printf %s \"$TOKEN\" | od -An -v -tx1 | tr -d ' \\n');"
            " j=$(printf %s \"$TOKEN\" | sed 's/\"/\\\\\"/g'); printf '{\"text\": \"%s %s %s\"}\\n' \"$j\" \"$b\" \"$x\""_s,
            [](domain::Automation &automation) {
                automation.params.insert(u"result_from"_s, u"last_line_json"_s);
                automation.env = {{u"TOKEN"_s, u"${secret:token}"_s}};
            });
        const QJsonObject params{{u"message"_s, u"It said:"_s},
                                 {u"ways"_s, QJsonArray{u"desktop"_s, u"webhook"_s}},
                                 {u"webhook"_s, place.server.url()}};
        const domain::Automation tells = place.house.addKind(u"notify"_s, params, [](domain::Automation &automation) {
            automation.arguments = {{.name = u"text"_s, .kind = domain::ArgumentKind::Input}};
        });
        const QJsonArray after{QJsonObject{{u"step"_s, u"leaks"_s}, {u"on"_s, u"success"_s}}};
        const QJsonArray steps{
            QJsonObject{{u"id"_s, u"leaks"_s}, {u"automation_id"_s, leaks.id.text()}},
            QJsonObject{{u"id"_s, u"tells"_s}, {u"automation_id"_s, tells.id.text()}, {u"after"_s, after}}};
        const domain::Run run = place.house.run(u"workflow"_s, {{u"steps"_s, steps}});
        QVERIFY2(KindHouse::word(run) == u"done"_s, qPrintable(run.reason));
        QVERIFY(place.waitFor(1));
        QVERIFY2(place.told().contains("text: [secret] [secret] [secret]"), place.told().constData());
        verifyNoCanary(place.told());
    }
};

REGISTER_TEST(DeliveryTest);
#include "test_delivery.moc"
