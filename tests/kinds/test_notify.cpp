// SPDX-License-Identifier: Apache-2.0
// Notices, as a kind and as what is told of other runs' ends. Who delivers them is the test.
#include "tests/kinds/kindhouse.h"
#include "tests/support/registry.h"

#include <QMutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::NoticeCause;
using domain::NoticeWay;
using test::KindHouse;

namespace {

/// Takes notices in, from the engine's thread.
class Postbox
{
public:
    engine::NotifyFunction function()
    {
        return [this](const domain::Notice &notice) {
            const QMutexLocker lock(&m_mutex);
            m_notices.append(notice);
            return m_silent ? QFuture<base::Status>(m_never.future()) : QtFuture::makeReadyFuture(m_answer);
        };
    }
    QList<domain::Notice> notices()
    {
        const QMutexLocker lock(&m_mutex);
        return m_notices;
    }
    /// `cause title`, sorted.
    QStringList told()
    {
        QStringList words;
        for (const domain::Notice &notice : notices()) {
            words.append(domain::causeWord(notice.cause) + u' ' + notice.title);
        }
        words.sort();
        return words;
    }
    void answer(const base::Status &status)
    {
        const QMutexLocker lock(&m_mutex);
        m_answer = status;
    }
    void keepSilent()
    {
        m_never.start();
        m_silent = true;
    }

private:
    QMutex m_mutex;
    QList<domain::Notice> m_notices;
    base::Status m_answer;
    QPromise<base::Status> m_never;
    bool m_silent = false;
};

/// Time goes on until so many notices came.
bool waitFor(KindHouse &house, Postbox &box, qsizetype count)
{
    return QTest::qWaitFor(
        [&] {
            house.pass(1s);
            return box.notices().size() >= count;
        },
        15000);
}

KindHouse::Change telling(const QString &name, const QMap<NoticeCause, QList<NoticeWay>> &ways)
{
    return [=](domain::Automation &automation) {
        automation.name = name;
        automation.notify.ways = ways;
    };
}

const QMap<NoticeCause, QList<NoticeWay>> failureOnDesktop{{NoticeCause::Failure, {NoticeWay::Desktop}}};
const base::Error nobody = base::unavailable({}, u"desktop: nobody is there"_s);

} // namespace

class NotifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunDeliversItsMessage()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        QVERIFY(test::await(house.secrets->set(u"hook"_s, u"t0k3n-of-hook"_s, {})));
        house.start();
        const QJsonObject params{{u"message"_s, u"Take the <bins> out t0k3n-of-hook"_s},
                                 {u"level"_s, u"warning"_s},
                                 {u"ways"_s, QJsonArray{u"desktop"_s, u"webhook"_s}},
                                 {u"webhook"_s, u"https://example.org/${secret:hook}"_s}};
        const domain::Run run = house.run(u"notify"_s, params, [](domain::Automation &a) { a.name = u"Bins"_s; });
        QVERIFY2(KindHouse::word(run) == u"done"_s, qPrintable(run.reason));
        QCOMPARE(house.log(run.id), QByteArray("Take the <bins> out [secret]\n"));
        QCOMPARE(box.notices().size(), 1);
        const domain::Notice notice = box.notices().value(0);
        QCOMPARE(notice.title, u"Bins"_s);
        QCOMPARE(notice.text, u"Take the <bins> out [secret]"_s);
        QCOMPARE(notice.level, domain::NoticeLevel::Warning);
        QCOMPARE(notice.ways, (QList<NoticeWay>{NoticeWay::Desktop, NoticeWay::Webhook}));
        QCOMPARE(notice.webhook, u"https://example.org/t0k3n-of-hook"_s);
    }

    void whatIsNotDeliveredFailsWithTheReason()
    {
        Postbox box;
        box.answer(nobody);
        KindHouse house;
        house.notify = box.function();
        house.start();
        const domain::Run run = house.run(u"notify"_s, {{u"message"_s, u"x"_s}, {u"title"_s, u"Bins"_s}});
        QCOMPARE(KindHouse::word(run), u"failed"_s);
        QCOMPARE(run.reason, u"not delivered: desktop: nobody is there"_s);
        QCOMPARE(box.notices().value(0).ways, QList<NoticeWay>{NoticeWay::Desktop});
        QCOMPARE(box.notices().value(0).title, u"Bins"_s);
    }

    void aSilentWayIsCancelled()
    {
        Postbox box;
        box.keepSilent();
        KindHouse house;
        house.notify = box.function();
        house.start();
        const domain::Run run =
            house.run(u"notify"_s, {{u"message"_s, u"x"_s}}, [](domain::Automation &a) { a.timeoutSeconds = 1; });
        QCOMPARE(KindHouse::word(run), u"timed_out"_s);
    }

    void aStepTellsWhatTheStepBeforeAnswered()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        house.start();
        const domain::Automation count = house.add({}, [](domain::Automation &a) {
            a.params = {{u"command"_s, u"echo '{\"files\": \"12\"}'"_s}, {u"result_from"_s, u"last_line_json"_s}};
        });
        const domain::Automation tell =
            house.addKind(u"notify"_s, {{u"message"_s, u"Counted."_s}}, [](domain::Automation &a) {
                a.name = u"Tell"_s;
                a.arguments = {{.name = u"files"_s, .kind = domain::ArgumentKind::Input}};
            });
        const auto step = [](const QString &id, const domain::Automation &what, const QJsonArray &after = {}) {
            return QJsonObject{{u"id"_s, id}, {u"automation_id"_s, what.id.text()}, {u"after"_s, after}};
        };
        const QJsonArray afterCount{QJsonObject{{u"step"_s, u"count"_s}, {u"on"_s, u"success"_s}}};
        const domain::Run run = house.run(
            u"workflow"_s, {{u"steps"_s, QJsonArray{step(u"count"_s, count), step(u"tell"_s, tell, afterCount)}}});
        QVERIFY2(KindHouse::word(run) == u"done"_s, qPrintable(run.reason));
        QCOMPARE(box.notices().size(), 1);
        QCOMPARE(box.notices().first().title, u"Tell"_s);
        QCOMPARE(box.notices().first().text, u"Counted.\nfiles: 12"_s);
    }

    void endsAreToldByTheRule()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        house.start();
        const auto run = [&house](const QString &name, const QString &command,
                                  const QMap<NoticeCause, QList<NoticeWay>> &ways) {
            const KindHouse::Change change = telling(name, ways);
            return house.ended(house.request(house.add(command, [&](domain::Automation &a) {
                change(a);
                a.timeoutSeconds = 1;
            })));
        };
        run(u"Good"_s, u"true"_s, {{NoticeCause::Success, {NoticeWay::Desktop}}});
        run(u"Quiet"_s, u"exit 1"_s, {{NoticeCause::Success, {NoticeWay::Desktop}}});
        run(u"Bad"_s, u"exit 7"_s, {{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Sound}}});
        QVERIFY(waitFor(house, box, 2));
        QCOMPARE(box.told(), (QStringList{u"failure Bad failed"_s, u"success Good is done"_s}));
        house.pass(10min);
        run(u"Slow"_s, u"sleep 60"_s, failureOnDesktop);
        QVERIFY(waitFor(house, box, 3));
        const domain::Notice slow = box.notices().last();
        QCOMPARE(slow.title, u"Slow timed out"_s);
        QCOMPARE(slow.text, u"limit 1 s reached"_s);
        QCOMPARE(slow.level, domain::NoticeLevel::Error);
        QCOMPARE(slow.runs.size(), 1);
    }

    void whatTheSettingsSwitchOffIsLeftOut()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        QVERIFY(test::await(house.store->settings().set(u"notices.sound"_s, false, u"ann"_s)));
        house.start();
        const QMap<NoticeCause, QList<NoticeWay>> both{{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Sound}}};
        const domain::Automation backup = house.add(u"exit 1"_s, telling(u"Backup"_s, both));
        house.ended(house.request(backup));
        QVERIFY(waitFor(house, box, 1));
        QCOMPARE(box.notices().first().ways, QList<NoticeWay>{NoticeWay::Desktop});
        QVERIFY(test::await(house.store->settings().set(u"notices.desktop"_s, false, u"ann"_s)));
        house.ended(house.request(backup));
        house.stop(); // tells what is left
        QCOMPARE(box.notices().size(), 1);
    }

    void aStormIsAFewNoticesThatCount()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        QVERIFY(test::await(house.secrets->set(u"hook"_s, u"t0k3n-of-hook"_s, {})));
        house.start();
        QList<domain::Automation> failing;
        for (int i = 0; i < 20; ++i) {
            failing.append(house.add(u"exit 1"_s, [i](domain::Automation &a) {
                a.name = u"Job %1"_s.arg(i);
                a.overlap = domain::Overlap::Parallel;
                a.notify.ways = {{NoticeCause::Failure, {NoticeWay::Desktop, NoticeWay::Sound, NoticeWay::Webhook}}};
                a.notify.webhook = u"https://example.org/${secret:hook}"_s;
            }));
        }
        for (int wave = 0; wave < 10; ++wave) { // 200 failures in half a minute
            for (const domain::Automation &automation : std::as_const(failing)) {
                QVERIFY(!house.request(automation).isEmpty());
            }
            QTRY_VERIFY_WITH_TIMEOUT(house.statuses().count(u"failed"_s) == 20 * (wave + 1), 30000);
            house.pass(3s);
        }
        QList<domain::Notice> local;
        qint64 posted = 0;
        const auto sort = [&] {
            local.clear();
            posted = 0;
            for (const domain::Notice &notice : box.notices()) {
                if (notice.ways.contains(NoticeWay::Webhook)) {
                    posted += notice.count;
                } else {
                    local.append(notice);
                }
            }
        };
        QVERIFY(QTest::qWaitFor(
            [&] {
                house.pass(1s);
                sort();
                return posted == 200 && !local.isEmpty() && local.last().count == 200;
            },
            15000));
        qInfo("200 failures: %lld notices on the desktop, %lld posts", qint64(local.size()),
              qint64(box.notices().size() - local.size()));
        QVERIFY(local.size() <= 4);
        QVERIFY(box.notices().size() <= 8);
        QCOMPARE(local.last().title, u"200 runs failed"_s);
        int sounds = 0;
        for (const domain::Notice &notice : std::as_const(local)) {
            QCOMPARE(notice.group, local.first().group);
            sounds += notice.ways.contains(NoticeWay::Sound) ? 1 : 0;
        }
        QCOMPARE(sounds, 1);
    }

    void whatReachesNobodyIsTriedAgainAndThenAudited()
    {
        Postbox box;
        box.answer(nobody);
        KindHouse house;
        house.notify = box.function();
        house.start();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was not delivered and is tried again.*nobody"_s));
        const domain::Run run =
            house.ended(house.request(house.add(u"exit 1"_s, telling(u"Backup"_s, failureOnDesktop))));
        QCOMPARE(KindHouse::word(run), u"failed"_s);
        QVERIFY(waitFor(house, box, 1));
        box.answer({});
        QVERIFY(waitFor(house, box, 2));
        QCOMPARE(box.told(), (QStringList{u"failure Backup failed"_s, u"failure Backup failed"_s}));

        const base::Error maybe{.code = base::ErrorCode::Timeout, .detail = u"it may have arrived"_s};
        box.answer(maybe);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was not delivered: it may have arrived"_s));
        house.ended(house.request(house.add(u"exit 1"_s, telling(u"Other"_s, failureOnDesktop))));
        QVERIFY(waitFor(house, box, 3));
        const auto audited = [&house] {
            const auto page = test::await(house.store->audit().page({.limit = 1}));
            return page && !page->isEmpty() ? page->first().action + u' ' + page->first().detail : QString();
        };
        QTRY_COMPARE(audited(), u"notice_lost failure by desktop: it may have arrived"_s);
    }

    void aClosingEngineTellsWhatIsNewFirst()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        house.start();
        house.ended(house.request(house.add(u"exit 1"_s, telling(u"Backup"_s, failureOnDesktop))));
        house.stop(); // no time has passed
        QCOMPARE(box.told(), QStringList{u"failure Backup failed"_s});
        house.start();
        house.pass(1h);
        house.stop();
        QCOMPARE(box.notices().size(), 1);
    }

    void whatAnEngineLeftUnsentTheNextOneSends()
    {
        Postbox box;
        KindHouse house;
        house.start(); // it can tell nobody
        house.ended(house.request(house.add(u"exit 1"_s, telling(u"Backup"_s, failureOnDesktop))));
        house.stop();
        house.notify = box.function();
        house.start();
        QVERIFY(waitFor(house, box, 1));
        QCOMPARE(box.told(), QStringList{u"failure Backup failed"_s});
    }

    void whoDoesNotStartIsToldOnce()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        QVERIFY(test::await(house.store->settings().set(QString::fromLatin1(store::setting::parallelRuns), 1)));
        house.start();
        const base::RunId before = house.request(house.add(u"echo busy; sleep 60"_s));
        QVERIFY(house.waitForLog(before, "busy"));
        house.add(u"true"_s, [](domain::Automation &a) {
            a.name = u"Nightly"_s;
            domain::Schedule schedule;
            schedule.cron = u"* * * * *"_s;
            schedule.timezone = u"UTC"_s;
            a.triggers = {schedule};
            a.overlap = domain::Overlap::Skip;
            a.notify.ways = {{NoticeCause::Late, {NoticeWay::Desktop}}};
        });
        QTRY_VERIFY_WITH_TIMEOUT((house.pass(1s), house.statuses().contains(u"queued"_s)), 15000);
        QCOMPARE(box.told(), QStringList());
        QVERIFY(waitFor(house, box, 1));
        QCOMPARE(box.told(), QStringList{u"late Nightly is late"_s});
        QVERIFY(test::await(house.store->runs().cancel(before, u"ann"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(house.statuses().contains(u"done"_s), 10000);
        QCOMPARE(box.notices().size(), 1);
    }

    void whoTakesLongerThanUsualIsTold()
    {
        Postbox box;
        KindHouse house;
        house.notify = box.function();
        house.start();
        const domain::Automation quick =
            house.add(u"true"_s, telling(u"Report"_s, {{NoticeCause::Late, {NoticeWay::Desktop}}}));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(KindHouse::word(house.ended(house.request(quick))), u"done"_s);
        }
        domain::Automation changed = quick;
        changed.params = {{u"command"_s, u"echo there; sleep 60"_s}};
        QVERIFY(test::await(house.store->automations().update(changed, u"ann"_s)));
        const base::RunId slow = house.request(quick);
        QVERIFY(house.waitForLog(slow, "there"));
        QVERIFY(waitFor(house, box, 1));
        QCOMPARE(box.told(), QStringList{u"late Report is late"_s});
        QVERIFY2(box.notices().first().text.startsWith(u"takes longer than usual ("_s),
                 qPrintable(box.notices().first().text));
        QVERIFY(test::await(house.store->runs().cancel(slow, u"ann"_s)));
        house.ended(slow);
    }

    void wrongParamsAreNamed()
    {
        const auto field = [](const QJsonObject &params) {
            return test::complaint(u"notify"_s, params).section(u": "_s, 0, 0);
        };
        const QString text = u"x"_s;
        QCOMPARE(field({}), u"params.message"_s);
        QCOMPARE(field({{u"message"_s, text}, {u"level"_s, u"loud"_s}}), u"params.level"_s);
        QCOMPARE(field({{u"message"_s, text}, {u"ways"_s, QJsonArray{u"desktop"_s, u"smoke"_s}}}), u"params.ways[1]"_s);
        QCOMPARE(field({{u"message"_s, text}, {u"ways"_s, QJsonArray{u"webhook"_s}}}), u"params.webhook"_s);
        QCOMPARE(field({{u"message"_s, text}, {u"webhook"_s, u"example.org"_s}}), u"params.webhook"_s);
        QCOMPARE(field({{u"message"_s, text}, {u"webhook"_s, u"${secret:hook}"_s}}), QString());
    }
};

REGISTER_TEST(NotifyTest);
#include "test_notify.moc"
