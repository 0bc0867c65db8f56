// SPDX-License-Identifier: Apache-2.0
#include "app/providers/noba/workflows.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace providers;

namespace {

constexpr qint64 start = 1795334600;

/// Newest first, as they are listed; given oldest first.
QJsonArray runsOf(const QList<QStringList> &rows)
{
    QJsonArray runs;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool isOver = rows.at(i).at(1) != "running"_L1;
        runs.prepend(QJsonObject{{u"id"_s, i + 1},
                                 {u"trigger"_s, rows.at(i).at(0)},
                                 {u"status"_s, rows.at(i).at(1)},
                                 {u"triggered_by"_s, rows.at(i).value(2, u"admin"_s)},
                                 {u"started_at"_s, start + i},
                                 {u"finished_at"_s, isOver ? QJsonValue(start + i + 1) : QJsonValue()}});
    }
    return runs;
}

QStringList told(const noba::Executions &executions)
{
    QStringList words;
    for (const syncing::RemoteRun &run : executions.runs) {
        words.append(u"%1 %2 (%3)"_s.arg(run.remoteId, domain::statusWord(run.status),
                                         executions.steps.value(run.remoteId).join(u' ')));
    }
    return words;
}

noba::Executions read(const QList<QStringList> &rows, bool isCutOff = false)
{
    return noba::executionsIn(runsOf(rows), isCutOff, base::fromMillis((start + 1000) * 1000));
}

} // namespace

class NobaWorkflowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsInARowAreOneExecution()
    {
        const auto all = read({{u"workflow:w:step1"_s, u"done"_s}, {u"workflow:w:step2"_s, u"done"_s}});
        QCOMPARE(told(all), QStringList{u"workflow:w:1 done (1 2)"_s});
        QCOMPARE(all.runs.first().automationRemoteId, u"w"_s);
        QCOMPARE(base::toMillis(*all.runs.first().finishedAt), (start + 2) * 1000);
        QVERIFY(!all.runs.first().hasLog);
    }

    void trapTwoExecutionsInOneMinuteAreTwo()
    {
        QCOMPARE(told(read({{u"workflow:w:step1"_s, u"done"_s},
                            {u"workflow:w:step2"_s, u"failed"_s},
                            {u"workflow:w:step1"_s, u"done"_s},
                            {u"workflow:w:step2"_s, u"done"_s}})),
                 (QStringList{u"workflow:w:3 done (3 4)"_s, u"workflow:w:1 failed (1 2)"_s}));
    }

    void trapARetryIsARunOfItsOwn()
    {
        QCOMPARE(told(read({{u"workflow:w:step1"_s, u"failed"_s},
                            {u"workflow:w:step1:retry1"_s, u"timeout"_s},
                            {u"workflow:w:step1:retry2"_s, u"done"_s},
                            {u"workflow:w:step2"_s, u"done"_s}})),
                 QStringList{u"workflow:w:1 done (1 2 3 4)"_s});
    }

    void theWorstStepIsWhatItIs()
    {
        QCOMPARE(told(read({{u"workflow:w:parallel1"_s, u"done"_s},
                            {u"workflow:w:parallel2"_s, u"timeout"_s},
                            {u"workflow:w:parallel3"_s, u"cancelled"_s}})),
                 QStringList{u"workflow:w:1 timed_out (1 2 3)"_s});
        const auto running =
            read({{u"workflow:w:parallel1"_s, u"failed"_s}, {u"workflow:w:parallel2"_s, u"running"_s}});
        QCOMPARE(told(running), QStringList{u"workflow:w:1 running (1 2)"_s});
        QVERIFY(!running.runs.first().finishedAt);
    }

    void graphsAndOthersAreKeptApart()
    {
        QCOMPARE(told(read({{u"workflow:w:node:n1"_s, u"done"_s},
                            {u"schedule:0 3 * * *"_s, u"done"_s},
                            {u"workflow:v:step1"_s, u"done"_s},
                            {u"workflow:w:node:n2"_s, u"done"_s},
                            {u"workflow:w:node:n1"_s, u"done"_s},
                            {u"workflow:w:node:n2"_s, u"done"_s, u"scheduler"_s}})),
                 (QStringList{u"workflow:w:6 done (6)"_s, u"workflow:w:5 done (5)"_s, u"workflow:v:3 done (3)"_s,
                              u"workflow:w:1 done (1 4)"_s}));
    }

    void whatBeganBeforeTheListIsLeftOut()
    {
        QCOMPARE(told(read({{u"workflow:w:step2"_s, u"done"_s},
                            {u"workflow:w:step1"_s, u"done"_s},
                            {u"workflow:w:step2"_s, u"done"_s}},
                           true)),
                 QStringList{u"workflow:w:2 done (2 3)"_s});
    }

    void oneThatHasJustEndedAStepIsTakenToGoOn()
    {
        const QJsonArray runs = runsOf({{u"workflow:w:step1"_s, u"done"_s}});
        const auto now = noba::executionsIn(runs, false, base::fromMillis((start + 2) * 1000));
        QCOMPARE(told(now), QStringList{u"workflow:w:1 running (1)"_s});
    }

    void aGateHoldsTheNewestExecution()
    {
        const QJsonArray runs = runsOf({{u"workflow:w:node:n1"_s, u"done"_s},
                                        {u"workflow:w:node:n1"_s, u"done"_s},
                                        {u"workflow:v:node:n1"_s, u"done"_s}});
        const auto all = noba::executionsIn(runs, false, base::fromMillis((start + 1000) * 1000), {u"w"_s});
        QCOMPARE(told(all), (QStringList{u"workflow:v:3 done (3)"_s, u"workflow:w:2 awaiting_approval (2)"_s,
                                         u"workflow:w:1 done (1)"_s}));
        QVERIFY(!all.runs.at(1).finishedAt);
    }

    void marksAreReadWhole()
    {
        QVERIFY(!noba::stepMarkOf(u"workflow:w"_s));
        QVERIFY(!noba::stepMarkOf(u"workflow:w:step"_s));
        QVERIFY(!noba::stepMarkOf(u"workflow:w:step99999999999"_s));
        QVERIFY(!noba::stepMarkOf(u"auto:script:workflow:w:step1"_s));
        QCOMPARE(noba::stepMarkOf(u"workflow:w:node:a:b"_s)->node, u"a:b"_s);
        QCOMPARE(noba::stepMarkOf(u"workflow:w:step2:retry3"_s)->retry, 3);
        QCOMPARE(noba::workflowOf(noba::executionId(u"w"_s, u"7"_s)), u"w"_s);
        QCOMPARE(noba::workflowOf(u"7"_s), QString());
    }
};

REGISTER_TEST(NobaWorkflowTest);
#include "test_nobaworkflows.moc"
