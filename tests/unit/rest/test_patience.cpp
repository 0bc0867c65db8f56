// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/attempts.h"
#include "app/sync/rest/breaker.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::Millis;
using namespace std::chrono_literals;

class PatienceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesDoubleUpToTheLongest()
    {
        rest::Habits habits;
        habits.attempts = 20;
        habits.patience = 10h;
        const auto pause = [&](int number, double chance) {
            return *rest::pauseAfter({}, 500, {.number = number, .chance = chance}, habits);
        };
        QCOMPARE(pause(1, 1), Millis(1s));
        QCOMPARE(pause(2, 1), Millis(2s));
        QCOMPARE(pause(5, 0.5), Millis(8s));
        QCOMPARE(pause(15, 1), Millis(5min));
        QCOMPARE(pause(3, 0), Millis(0));
    }

    void onlyWhatIsSafeIsAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("repeat");
        QTest::addColumn<bool>("again");
        using rest::Repeat;
        const auto row = [](const char *method, Repeat repeat, bool again) {
            QTest::addRow("%s %d", method, int(repeat)) << QByteArray(method) << int(repeat) << again;
        };
        for (const char *method : {"GET", "HEAD", "PUT", "DELETE"}) {
            row(method, Repeat::ByMethod, true);
        }
        for (const char *method : {"POST", "PATCH"}) {
            row(method, Repeat::ByMethod, false);
            row(method, Repeat::Safe, true);
        }
        row("PUT", Repeat::Never, false);
    }
    void onlyWhatIsSafeIsAskedAgain()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, repeat);
        QFETCH(const bool, again);
        const rest::Habits habits;
        rest::Call call;
        call.method = method;
        call.repeat = static_cast<rest::Repeat>(repeat);
        for (const int status : {408, 500, 502, 503, 504}) {
            QCOMPARE(rest::pauseAfter(call, status, {}, habits).has_value(), again);
        }
        QCOMPARE(rest::pauseAfterSilence(call, net::Sent::Perhaps, {}, habits).has_value(), again);
        // Nothing was done: these are safe for every call.
        QVERIFY(rest::pauseAfterSilence(call, net::Sent::Never, {}, habits));
        QVERIFY(rest::pauseAfter(call, 429, {}, habits));
        for (const int status : {200, 301, 400, 401, 403, 404, 405, 409, 410, 422, 501}) {
            QVERIFY(!rest::pauseAfter(call, status, {}, habits));
        }
    }

    void attemptsAndPatienceEnd()
    {
        const rest::Habits habits;
        QVERIFY(rest::pauseAfter({}, 500, {.number = habits.attempts - 1}, habits));
        QVERIFY(!rest::pauseAfter({}, 500, {.number = habits.attempts}, habits));
        QVERIFY(!rest::pauseAfter({}, 500, {.number = 1, .spent = habits.patience}, habits));
        QCOMPARE(*rest::pauseAfter({}, 429, {.number = 1, .plea = Millis(20s)}, habits), Millis(20s));
        QVERIFY(!rest::pauseAfter({}, 429, {.number = 1, .plea = Millis(10min)}, habits));
    }

    void whatMayHaveBeenDoneIsATimeout()
    {
        const base::Error cut = base::unavailable({}, u"closed"_s);
        const base::Error late{.code = base::ErrorCode::Timeout, .detail = u"late"_s};
        const rest::Call post = rest::plainCall({u"x"_s}, "POST");
        QCOMPARE(rest::lost(post, net::Sent::Perhaps, cut).code, base::ErrorCode::Timeout);
        QCOMPARE(rest::lost(post, net::Sent::Never, cut).code, base::ErrorCode::Unavailable);
        QCOMPARE(rest::lost(post, net::Sent::Never, late).code, base::ErrorCode::Unavailable);
        QCOMPARE(rest::lost({}, net::Sent::Perhaps, late).code, base::ErrorCode::Unavailable);
    }

    void aBrokenServerIsLeftAloneAndTriedCarefully()
    {
        rest::Habits habits;
        habits.failuresInARow = 3;
        rest::Breaker breaker(habits);
        rest::Breaker::Time now = 10s;
        breaker.failed(now);
        breaker.failed(now);
        QCOMPARE(breaker.restsFor(now), Millis(0));
        breaker.failed(now);
        QCOMPARE(breaker.restsFor(now), Millis(30s));
        now += 30s;
        QCOMPARE(breaker.restsFor(now), Millis(0));
        breaker.begins(now);
        QVERIFY(breaker.restsFor(now) > Millis(0)); // one at a time
        breaker.failed(now);
        QCOMPARE(breaker.restsFor(now), Millis(60s)); // and twice as long
        now += 60s;
        breaker.begins(now);
        breaker.worked();
        QCOMPARE(breaker.restsFor(now), Millis(0));
        breaker.failed(now);
        QCOMPARE(breaker.restsFor(now), Millis(0));
    }

    void aServerIsLeftAloneForAsLongAsItAsksUpToAnHour()
    {
        rest::Breaker breaker{rest::Habits()};
        breaker.asksForPatience(0s, 20s);
        breaker.asksForPatience(0s, 5s);
        QCOMPARE(breaker.plea(1s), Millis(19s));
        breaker.asksForPatience(0s, 30h);
        QCOMPARE(breaker.plea(0s), Millis(1h));
        QCOMPARE(breaker.plea(2h), Millis(0));
    }
};

REGISTER_TEST(PatienceTest);
#include "test_patience.moc"
