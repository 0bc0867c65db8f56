// SPDX-License-Identifier: Apache-2.0
// Several logs at once: what is the same in two of them, in which order their lines came.
#include "tests/support/registry.h"
#include "tests/support/tempstore.h"

#include "models/several/alignment.h"
#include "models/several/likeness.h"
#include "models/several/lognews.h"
#include "models/several/logsweep.h"
#include "models/several/timedlines.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::align;
using models::Alignment;
using models::withoutNumbers;
using test::await;

namespace {

QList<qint64> numbersOf(const search::LineSet &lines)
{
    QList<qint64> numbers;
    for (qint64 i = 0; i < lines.size(); ++i) {
        numbers.append(lines.at(i));
    }
    return numbers;
}

class LogSeveralTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAndNumbersDoNotCount_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("time") << "12:04:01.123 up"_ba
                              << "09:59:10.001 up"_ba << true;
        QTest::newRow("iso") << "2026-11-23T03:00:00Z up"_ba
                             << "2025-01-02T13:37:59Z up"_ba << true;
        QTest::newRow("syslog") << "Nov 23 03:00:00 host up"_ba
                                << "Feb  2 13:00:00 host up"_ba << false; // two blanks
        QTest::newRow("day") << "Mon Nov 23 up"_ba
                             << "Tue Feb 12 up"_ba << true;
        QTest::newRow("unit") << "took 12ms"_ba
                              << "took 9ms"_ba << true;
        QTest::newRow("id") << "pod 5f3a9bc1 up"_ba
                            << "pod 99aa00ff up"_ba << true;
        QTest::newRow("pointer") << "at 0x7ffe"_ba
                                 << "at 0x1"_ba << true;
        QTest::newRow("word") << "worker up"_ba
                              << "worker down"_ba << false;
        QTest::newRow("hex word without number") << "facade"_ba
                                                 << "decade"_ba << false;
        QTest::newRow("unit differs") << "took 12ms"_ba
                                      << "took 12s"_ba << false;
    }
    void timesAndNumbersDoNotCount()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, same);
        QCOMPARE(withoutNumbers(one) == withoutNumbers(other), same);
    }

    void whatIsOnlyInOneIsFound()
    {
        const Alignment result = align({1, 2, 3, 4, 5}, {1, 9, 3, 5, 6});
        QCOMPARE(numbersOf(result.onlyLeft), (QList<qint64>{1, 3}));
        QCOMPARE(numbersOf(result.onlyRight), (QList<qint64>{1, 4}));
        QCOMPARE(result.rightOf(4), 3);
        QCOMPARE(result.leftOf(4), 4);
        QVERIFY(align({}, {}).pairs.isEmpty());
        QCOMPARE(align({}, {1, 2}).onlyRight.size(), 2);
        QCOMPARE(align({7, 7, 7}, {7, 7}).onlyLeft.size(), 1);
    }

    void alignmentsAreSound()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QList<quint64> left, right;
            for (int i = 0; i < 40; ++i) {
                const quint64 line = random.bounded(1 + round % 30);
                if (random.bounded(10) > 1) {
                    left.append(line);
                }
                if (random.bounded(10) > 1) {
                    right.append(line);
                }
            }
            const Alignment result = align(left, right);
            std::pair<qint64, qint64> last{-1, -1};
            for (const auto &pair : result.pairs) {
                QVERIFY(pair.first > last.first && pair.second > last.second);
                QCOMPARE(left[pair.first], right[pair.second]);
                last = pair;
            }
            QCOMPARE(result.onlyLeft.size() + result.pairs.size(), left.size());
            QCOMPARE(result.onlyRight.size() + result.pairs.size(), right.size());
        }
    }

    void linesOfSeveralLogsComeByTime()
    {
        using Logs = QList<QList<models::Stretch>>;
        const auto at = [](qint64 millis) { return base::fromMillis(millis); };
        const models::TimedLines lines(Logs{{{0, 2, at(10)}, {2, 1, at(30)}}, {{0, 1, at(5)}, {1, 3, at(20)}}, {}});
        QCOMPARE(lines.size(), 7);
        QStringList order;
        for (qint64 row = 0; row < lines.size(); ++row) {
            const models::Origin origin = lines.at(row);
            order.append(u"%1:%2"_s.arg(origin.log).arg(origin.line));
        }
        QCOMPARE(order.join(u' '), u"1:0 0:0 0:1 1:1 1:2 1:3 0:2"_s);
        // A clock that was set back does not turn a log around.
        const models::TimedLines back(Logs{{{0, 1, at(50)}, {1, 1, at(10)}}, {{0, 1, at(20)}}});
        QCOMPARE(back.at(0).log, 1);
        QCOMPARE(back.at(1).line, 0);
        QCOMPARE(back.at(2).line, 1);
    }

    void newIsWhatTheLastGoodRunDidNotSay()
    {
        test::TempStore store;
        const QList<domain::Run> runs = finishedRuns(store, 3);
        write(store, runs[0].id, "12:00:01 start\n12:00:02 read 10 rows\n12:00:03 done\n");
        write(store, runs[2].id, "13:00:01 start\n13:00:02 read 99 rows\ncannot reach the host\n13:00:03 done\n");
        models::LogNews news(store.store());
        QSignalSpy finished(&news, &models::LogNews::finished);
        news.compare(runs[2], runs[0]);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(numbersOf(news.lines()), QList<qint64>{2});
        QSignalSpy none(&news, &models::LogNews::none);
        news.compareWithLastDone(runs[0]);
        QTRY_COMPARE(none.size(), 1);
    }

    void allRunsOfAnAutomationAreSearched()
    {
        test::TempStore store;
        const QList<domain::Run> runs = finishedRuns(store, 5);
        for (const domain::Run &run : runs) {
            write(store, run.id, "first\nan Error here\nlast\n");
        }
        models::LogSweep sweep(store.store(), store.clock);
        const QAbstractItemModelTester tester(&sweep, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const search::Query query{.terms = {{.text = u"error"_s, .letters = search::Case::Insensitive}}};
        QVERIFY(sweep.lookInAll(query, runs[0].automationId));
        QTRY_VERIFY(!sweep.isSearching());
        QCOMPARE(sweep.searchedRuns(), 5);
        QCOMPARE(sweep.rowCount(), 5);
        QCOMPARE(sweep.runAt(0), runs.last().id);
        QCOMPARE(sweep.lineAt(0), 1);
        QCOMPARE(sweep.index(0, models::LogSweep::TextColumn).data().toString(), u"an Error here"_s);
        QVERIFY(sweep.look(query, {runs[1], runs[3]}));
        QTRY_VERIFY(!sweep.isSearching());
        QCOMPARE(sweep.rowCount(), 2);
        QCOMPARE(sweep.look({}, runs).error().code, base::ErrorCode::Invalid);
    }

private:
    static QList<domain::Run> finishedRuns(test::TempStore &store, int count)
    {
        domain::Automation automation;
        automation.name = u"Feed"_s;
        automation.type = u"script"_s;
        automation.params = {{u"command"_s, u"true"_s}};
        const base::AutomationId id = await(store->automations().create({automation}, u"tester"_s))->first().id;
        QList<domain::Run> runs;
        for (int i = 0; i < count; ++i) {
            runs.append(*await(store->runs().request(id, u"tester"_s)));
        }
        return runs;
    }
    static void write(test::TempStore &store, const base::RunId &run, const QByteArray &bytes)
    {
        const store::LogSpan span{bytes.count('\n'), store::Stream::Out, store.clock.now(), false};
        QVERIFY(await(store->logs().append(run, {0, bytes, {span}})));
    }
};

REGISTER_TEST(LogSeveralTest);

} // namespace

#include "test_logseveral.moc"
