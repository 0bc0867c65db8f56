// SPDX-License-Identifier: Apache-2.0
// Notices on their way: to a notification service that takes notes, and to a web server that does.
#include "app/notices/sender.h"
#include "tests/kinds/webserver.h"
#include "tests/support/registry.h"
#include "tests/unit/notices/privatebus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using domain::NoticeWay;
using test::FakeService;
using test::Registration;
using test::WebServer;

namespace {

domain::Notice notice(const QList<NoticeWay> &ways)
{
    domain::Notice made;
    made.id = u"notice_1"_s;
    made.group = u"failure"_s;
    made.cause = domain::NoticeCause::Failure;
    made.level = domain::NoticeLevel::Error;
    made.title = u"Backup failed"_s;
    made.text = u"exit code 1 <b>&"_s;
    made.runs = {{.id = base::RunId(u"run_1"_s),
                  .automation = base::AutomationId(u"auto_1"_s),
                  .automationName = u"Backup"_s,
                  .status = u"failed"_s,
                  .reason = u"exit code 1"_s}};
    made.ways = ways;
    return made;
}

base::Status sent(notices::Sender &sender, const domain::Notice &what)
{
    const QFuture<base::Status> answer = sender.send(what);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 15000)) {
        return base::Error{.code = ErrorCode::Internal, .detail = u"no answer"_s};
    }
    return answer.result();
}

/// The problem; empty where it was delivered.
QString problem(const base::Status &status)
{
    return status ? QString() : status.error().detail;
}

} // namespace

class SenderTest : public QObject
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

    void theDesktopShowsAndReplaces()
    {
        FakeService service;
        const Registration there(service);
        notices::Sender sender;
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        domain::Notice many = notice({NoticeWay::Desktop});
        many.title = u"5 runs failed"_s;
        QCOMPARE(problem(sent(sender, many)), QString());
        many.group = u"late"_s;
        QCOMPARE(problem(sent(sender, many)), QString());
        QCOMPARE(service.shown.size(), 3);
        const FakeService::Shown first = service.shown.at(0);
        QCOMPARE(first.title, u"Backup failed"_s);
        QCOMPARE(first.text, u"exit code 1 &lt;b&gt;&amp;"_s);
        QCOMPARE(first.replaces, 0u);
        QCOMPARE(first.actions, QStringList()); // there is no window to open
        QCOMPARE(first.hints.value(u"urgency"_s).toInt(), 2);
        QCOMPARE(first.hints.value(u"desktop-entry"_s).toString(), u"signalbox"_s);
        QVERIFY(first.hints.value(u"suppress-sound"_s).toBool());
        QCOMPARE(service.shown.at(1).replaces, first.id);
        QCOMPARE(service.shown.at(2).replaces, 0u);
        there.tell(u"NotificationClosed"_s, {first.id, 2u});
        const auto isNew = [&] {
            return sent(sender, notice({NoticeWay::Desktop})) && service.shown.last().replaces == 0;
        };
        QVERIFY(QTest::qWaitFor(isNew, 5000)); // asked until it is, and not once more
    }

    void aServiceThatCanLessGetsLess()
    {
        FakeService service;
        const Registration there(service);
        notices::Sender sender;
        service.abilities = {u"body"_s};
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        QCOMPARE(service.shown.last().text, u"exit code 1 <b>&"_s);
        service.abilities = {};
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        QCOMPARE(service.shown.last().title, u"Backup failed: exit code 1 <b>&"_s);
        QCOMPARE(service.shown.last().text, QString());
    }

    void soundsAreTheServicesOwnOrTheWindowsBeep()
    {
        FakeService service;
        const Registration there(service);
        notices::Sender sender;
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Sound}))), QString());
        QCOMPARE(service.shown.last().hints.value(u"sound-name"_s).toString(), u"dialog-error"_s);
        QVERIFY(service.shown.last().hints.value(u"transient"_s).toBool());
        service.abilities = {u"body"_s};
        const base::Status none = sent(sender, notice({NoticeWay::Sound}));
        QCOMPARE(problem(none), u"sound: the notification service of this desktop plays no sounds"_s);
        QCOMPARE(none.error().code, ErrorCode::Unsupported);
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Sound, NoticeWay::Desktop}))), QString());
        QCOMPARE(service.shown.size(), 2);
        int beeps = 0;
        sender.setFront({.labels = {}, .show = {}, .beep = [&beeps] { ++beeps; }, .act = {}});
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Sound}))), QString());
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Sound, NoticeWay::Desktop}))), QString());
        QCOMPARE(beeps, 2);
    }

    void aClickOpensTheRun()
    {
        FakeService service;
        const Registration there(service);
        notices::Sender sender;
        QStringList opened;
        sender.setFront({.labels = {.open = u"Open"_s, .approve = {}, .reject = {}},
                         .show = {},
                         .beep = {},
                         .act = [&opened](notices::NoticeVerb, const base::RunId &run) { opened.append(run.text()); }});
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        QCOMPARE(service.shown.last().actions, (QStringList{u"default"_s, u"Open"_s}));
        there.tell(u"ActionInvoked"_s, {4711u, u"default"_s}); // somebody else's
        there.tell(u"ActionInvoked"_s, {service.shown.last().id, u"default"_s});
        QTRY_COMPARE(opened, QStringList{u"run_1"_s});
    }

    void whatWaitsForApprovalIsDecidedWhereItIsTold()
    {
        FakeService service;
        const Registration there(service);
        notices::Sender sender;
        QStringList done;
        sender.setFront({.labels = {.open = u"Open"_s, .approve = u"Approve"_s, .reject = u"Reject…"_s},
                         .show = {},
                         .beep = {},
                         .act = [&done](notices::NoticeVerb verb, const base::RunId &run) {
                             done.append(u"%1 %2"_s.arg(int(verb)).arg(run.text()));
                         }});
        domain::Notice asks = notice({NoticeWay::Desktop});
        asks.cause = domain::NoticeCause::Approval;
        asks.group = u"approval"_s;
        QCOMPARE(problem(sent(sender, asks)), QString());
        QCOMPARE(service.shown.last().actions,
                 (QStringList{u"default"_s, u"Open"_s, u"approve"_s, u"Approve"_s, u"reject"_s, u"Reject…"_s}));
        const uint id = service.shown.last().id;
        there.tell(u"ActionInvoked"_s, {id, u"nonsense"_s});
        there.tell(u"ActionInvoked"_s, {id, u"approve"_s});
        there.tell(u"ActionInvoked"_s, {id, u"reject"_s});
        QTRY_COMPARE(done, (QStringList{u"1 run_1"_s, u"2 run_1"_s}));
        // Which of several is meant nobody can say.
        asks.runs.append(asks.runs.first());
        QCOMPARE(problem(sent(sender, asks)), QString());
        QCOMPARE(service.shown.last().actions, (QStringList{u"default"_s, u"Open"_s}));
        // A failure is nothing to approve.
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        QCOMPARE(service.shown.last().actions, (QStringList{u"default"_s, u"Open"_s}));
        // A plain service shows it plainly.
        service.abilities = {u"body"_s};
        asks.runs.removeLast();
        QCOMPARE(problem(sent(sender, asks)), QString());
        QCOMPARE(service.shown.last().actions, QStringList());
    }

    void withoutAServiceTheWindowSaysIt()
    {
        notices::Sender sender;
        const base::Status none = sent(sender, notice({NoticeWay::Desktop}));
        QCOMPARE(problem(none), u"desktop: no notification service runs in this session"_s);
        QCOMPARE(none.error().code, ErrorCode::Unavailable);
        QStringList said;
        bool visible = false;
        sender.setFront({.labels = {},
                         .show =
                             [&](const domain::Notice &one) {
                                 said.append(one.title);
                                 return visible;
                             },
                         .beep = {},
                         .act = {}});
        QVERIFY(!sent(sender, notice({NoticeWay::Desktop})));
        visible = true;
        QCOMPARE(problem(sent(sender, notice({NoticeWay::Desktop}))), QString());
        QCOMPARE(said.size(), 2);
    }

    void withoutASessionNobodyIsAsked()
    {
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        notices::Sender sender;
        const base::Status none = sent(sender, notice({NoticeWay::Desktop}));
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        if (!runtime.isNull()) {
            qputenv("XDG_RUNTIME_DIR", runtime);
        }
        QCOMPARE(problem(none), u"desktop: there is no desktop session here (no session bus)"_s);
    }

    void webhooksGetTheNoticeAsJson()
    {
        WebServer server([](const QByteArray &) { return WebServer::answer("204 No Content", ""); });
        notices::Sender sender;
        domain::Notice made = notice({NoticeWay::Webhook});
        made.webhook = server.url(u"/hook/t0ken"_s);
        QCOMPARE(problem(sent(sender, made)), QString());
        QCOMPARE(server.requests.size(), 1);
        const QByteArray request = server.requests.first();
        QVERIFY2(request.startsWith("POST /hook/t0ken HTTP/1.1\r\n"), request.constData());
        const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        QCOMPARE(body.value(u"id").toString(), u"notice_1"_s);
        QCOMPARE(body.value(u"cause").toString(), u"failure"_s);
        QCOMPARE(body.value(u"level").toString(), u"error"_s);
        QCOMPARE(body.value(u"title").toString(), u"Backup failed"_s);
        QCOMPARE(body.value(u"text").toString(), u"exit code 1 <b>&"_s);
        QCOMPARE(body.value(u"count").toInt(), 1);
        const QJsonObject run = body.value(u"runs").toArray().first().toObject();
        QCOMPARE(run.value(u"run_id").toString(), u"run_1"_s);
        QCOMPARE(run.value(u"automation_name").toString(), u"Backup"_s);
        QCOMPARE(run.value(u"status").toString(), u"failed"_s);
    }

    void whetherAWebhookMayBeAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("asks for patience")
            << QByteArray("429 Slow Down") << ErrorCode::Unavailable << u"webhook: 127.0.0.1 answered 429"_s;
        QTest::newRow("is away") << QByteArray("503 Away") << ErrorCode::Unavailable
                                 << u"webhook: 127.0.0.1 answered 503"_s;
        QTest::newRow("refuses") << QByteArray("404 Oh") << ErrorCode::Denied << u"webhook: 127.0.0.1 answered 404"_s;
        QTest::newRow("breaks") << QByteArray("500 Oh") << ErrorCode::Denied << u"webhook: 127.0.0.1 answered 500"_s;
        QTest::newRow("hangs up") << QByteArray() << ErrorCode::Timeout << u"it may have arrived"_s;
    }
    void whetherAWebhookMayBeAskedAgain()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, text);
        WebServer server(
            [&](const QByteArray &) { return answer.isEmpty() ? QByteArray() : WebServer::answer(answer, ""); });
        notices::Sender sender;
        domain::Notice made = notice({NoticeWay::Webhook});
        made.webhook = server.url(u"/hook/t0ken"_s);
        const base::Status status = sent(sender, made);
        QVERIFY(!status);
        QCOMPARE(status.error().code, code);
        QVERIFY2(problem(status).contains(text), qPrintable(problem(status)));
        QVERIFY2(!problem(status).contains(u"t0ken"_s), qPrintable(problem(status)));
        QCOMPARE(server.requests.size(), 1);
    }

    void whatNobodyListensToMayBeSentAgain()
    {
        QString url;
        {
            const WebServer gone([](const QByteArray &) { return std::nullopt; });
            url = gone.url(u"/t0ken"_s);
        }
        notices::Sender sender;
        domain::Notice made = notice({NoticeWay::Webhook});
        made.webhook = url;
        const base::Status refused = sent(sender, made);
        QVERIFY(!refused && refused.error().code == ErrorCode::Unavailable);
        QVERIFY2(problem(refused).startsWith(u"webhook: nothing listens at 127.0.0.1:"_s),
                 qPrintable(problem(refused)));
        made.webhook = u"not an address"_s;
        const base::Status wrong = sent(sender, made);
        QVERIFY(!wrong && wrong.error().code == ErrorCode::Invalid);
    }

    void whatArrivedHalfIsNotToBeSentAgain()
    {
        WebServer server([](const QByteArray &) { return WebServer::answer("200 OK", ""); });
        notices::Sender sender;
        domain::Notice made = notice({NoticeWay::Desktop, NoticeWay::Webhook});
        made.webhook = server.url();
        const base::Status half = sent(sender, made);
        QCOMPARE(problem(half), u"desktop: no notification service runs in this session"_s);
        QCOMPARE(half.error().code, ErrorCode::Unsupported);
        QCOMPARE(server.requests.size(), 1);
    }

    void aSenderThatDiesAnswers()
    {
        WebServer server([](const QByteArray &) { return std::nullopt; });
        auto sender = std::make_unique<notices::Sender>();
        domain::Notice made = notice({NoticeWay::Webhook});
        made.webhook = server.url();
        const QFuture<base::Status> answer = sender->send(made);
        QTRY_COMPARE(server.requests.size(), 1);
        sender.reset();
        QVERIFY(answer.isFinished() && !answer.result());
    }
};

REGISTER_TEST(SenderTest);
#include "test_sender.moc"
