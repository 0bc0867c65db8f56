// SPDX-License-Identifier: Apache-2.0
#include "app/engine/clockwork/timeout.h"
#include "tests/support/registry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Timeout;

class TimeoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nineTenthsAreToldBeforeTheEnd()
    {
        Timeout timeout;
        const Heard heard(timeout);
        QElapsedTimer timer;
        timer.start();
        timeout.start(2s);
        QTRY_COMPARE_WITH_TIMEOUT(heard.order, "n"_ba, 10000);
        QVERIFY2(timer.elapsed() >= 1800, QByteArray::number(timer.elapsed()));
        QTRY_COMPARE_WITH_TIMEOUT(heard.order, "nr"_ba, 10000);
        QVERIFY2(timer.elapsed() >= 2000, QByteArray::number(timer.elapsed()));
    }

    void whatHasPassedCounts()
    {
        Timeout timeout;
        const Heard heard(timeout);
        timeout.start(600s, 590s);
        timeout.start(600s, 600s);
        QCOMPARE(heard.order, "r"_ba);
        timeout.start(600s, 540s);
        QCOMPARE(heard.order, "rn"_ba);
        QCOMPARE(heard.left, 60s);
    }

    void monthsAreNotTakenForAMoment()
    {
        Timeout timeout;
        const Heard heard(timeout);
        timeout.start(366 * 24h);
        QTest::qWait(20);
        QCOMPARE(heard.order, QByteArray());
    }

    void stoppedItTellsNothing()
    {
        Timeout timeout;
        const Heard heard(timeout);
        timeout.start(600s, 599990ms);
        timeout.stop();
        QTest::qWait(30);
        QCOMPARE(heard.order, QByteArray());
    }

private:
    struct Heard
    {
        explicit Heard(Timeout &timeout)
        {
            connect(&timeout, &Timeout::nearing, &timeout, [this](base::Seconds remaining) {
                order += 'n';
                left = remaining;
            });
            connect(&timeout, &Timeout::reached, &timeout, [this] { order += 'r'; });
        }
        QByteArray order;
        base::Seconds left{0};
    };
};

REGISTER_TEST(TimeoutTest);
#include "test_timeout.moc"
