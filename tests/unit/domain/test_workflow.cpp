// SPDX-License-Identifier: Apache-2.0
// Workflows as values: what is wrong with their steps, and how they go on from how each step stands.
#include "app/domain/workflow/standing.h"
#include "tests/support/registry.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::StepState;

namespace {

base::Result<domain::Steps> read(const QByteArray &json)
{
    const QJsonObject whole = QJsonDocument::fromJson("{\"steps\":" + json + "}").object();
    return domain::stepsFromJson(whole.value("steps"_L1));
}

/// `b: a, c!, d*`: b after a on success, c on failure, d in any case.
domain::Steps plan(const QStringList &lines)
{
    domain::Steps steps;
    for (const QString &line : lines) {
        domain::Step step{.id = line.section(u':', 0, 0), .automation = base::AutomationId(u"auto_x"_s)};
        for (QString name : line.section(u':', 1).split(u',', Qt::SkipEmptyParts)) {
            name = name.trimmed();
            const domain::AfterOn on = name.endsWith(u'!')   ? domain::AfterOn::Failure
                                       : name.endsWith(u'*') ? domain::AfterOn::Any
                                                             : domain::AfterOn::Success;
            step.after.append({.step = name.remove(u'!').remove(u'*'), .on = on});
        }
        steps.append(step);
    }
    return steps;
}

/// Runs it to its end; steps named in `failing` fail. Answers what happened in words, step by step.
QString played(const QStringList &lines, const QStringList &failing)
{
    const domain::Steps steps = plan(lines);
    domain::StepStates states;
    QStringList told;
    for (int round = 0; round <= steps.size(); ++round) {
        const domain::Progress now = domain::progressOf(steps, states);
        for (const QString &id : now.notTaken) {
            states.insert(id, StepState::NotTaken);
        }
        if (now.over) {
            told.append(now.failed.isEmpty() ? u"done"_s : u"failed: "_s + now.failed.join(u' '));
            return told.join(u"; "_s);
        }
        told.append(now.start.join(u' '));
        for (const QString &id : now.start) {
            states.insert(id, failing.contains(id) ? StepState::Failed : StepState::Done);
        }
    }
    return u"never ends"_s;
}

} // namespace

class WorkflowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsComeBackFromTheirJson()
    {
        const QByteArray json = R"([
            {"automation_id": "auto_1", "id": "build"},
            {"after": [{"on": "success", "step": "build"}], "arguments": {"deep": "[1]", "n": "3"},
             "automation_id": "auto_2", "id": "test"},
            {"after": [{"on": "failure", "step": "test"}, {"on": "any", "step": "build"}],
             "automation_id": "auto_1", "id": "tell"}
        ])";
        const auto steps = read(json);
        QVERIFY2(steps, qPrintable(steps ? QString() : steps.error().message()));
        QCOMPARE(domain::toJson(*steps), QJsonDocument::fromJson(json).array());
        QCOMPARE(
            read(R"([{"id":"a","automation_id":"x","arguments":{"n":3,"o":{"a":1},"none":null}}])")->at(0).arguments,
            (domain::ArgumentValues{{u"n"_s, u"3"_s}, {u"o"_s, u"{\"a\":1}"_s}}));
    }

    void wrongStepsNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("none") << "[]"_ba << u""_s;
        QTest::newRow("no list") << "{}"_ba << u""_s;
        QTest::newRow("no object") << "[1]"_ba << u"[0]"_s;
        QTest::newRow("unknown field") << R"([{"id":"a","automation_id":"x","when":1}])"_ba << u"[0].when"_s;
        QTest::newRow("no id") << R"([{"automation_id":"x"}])"_ba << u"[0].id"_s;
        QTest::newRow("id with a space") << R"([{"id":"a b","automation_id":"x"}])"_ba << u"[0].id"_s;
        QTest::newRow("no automation") << R"([{"id":"a"}])"_ba << u"[0].automation_id"_s;
        QTest::newRow("twice") << R"([{"id":"a","automation_id":"x"},{"id":"a","automation_id":"x"}])"_ba
                               << u"[1].id"_s;
        QTest::newRow("unknown step") << R"([{"id":"a","automation_id":"x","after":[{"step":"b"}]}])"_ba
                                      << u"[0].after[0].step"_s;
        QTest::newRow("edge twice")
            << R"([{"id":"b","automation_id":"x"},{"id":"a","automation_id":"x","after":[{"step":"b"},{"step":"b"}]}])"_ba
            << u"[1].after[1].step"_s;
        QTest::newRow("wrong end") << R"([{"id":"a","automation_id":"x","after":[{"step":"a","on":"done"}]}])"_ba
                                   << u"[0].after[0].on"_s;
        QTest::newRow("itself") << R"([{"id":"a","automation_id":"x","after":[{"step":"a"}]}])"_ba << u"[0].after"_s;
    }
    void wrongStepsNameTheirField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto steps = read(json);
        QVERIFY(!steps);
        QCOMPARE(steps.error().field, field);
    }

    void stepsThatWaitForEachOtherAreNamed()
    {
        const auto steps = read(R"([
            {"id": "a", "automation_id": "x"},
            {"id": "b", "automation_id": "x", "after": [{"step": "c"}]},
            {"id": "c", "automation_id": "x", "after": [{"step": "a"}, {"step": "b"}]},
            {"id": "d", "automation_id": "x", "after": [{"step": "c"}]}
        ])");
        QVERIFY(!steps);
        QCOMPARE(steps.error().field, u"[1].after"_s);
        QCOMPARE(steps.error().detail, u"these steps wait for each other: b, c"_s);
    }

    void aLongChainIsNoKnot()
    {
        QStringList lines{u"s0"_s};
        for (int i = 1; i < domain::mostSteps; ++i) {
            lines.prepend(u"s%1: s%2"_s.arg(i).arg(i - 1));
        }
        QVERIFY(domain::stepsFromJson(domain::toJson(plan(lines))));
    }

    void goesOnAsItsEdgesSay_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QStringList>("failing");
        QTest::addColumn<QString>("told");
        const QStringList chain{u"a"_s, u"b: a"_s, u"c: b"_s};
        const QStringList caught{u"a"_s, u"b: a"_s, u"rescue: a!"_s, u"last: b*, rescue*"_s};
        const QStringList diamond{u"a"_s, u"l: a"_s, u"r: a"_s, u"end: l, r"_s};
        QTest::newRow("chain") << chain << QStringList{} << u"a; b; c; done"_s;
        QTest::newRow("broken chain") << chain << QStringList{u"b"_s} << u"a; b; failed: b"_s;
        QTest::newRow("nothing to catch") << caught << QStringList{} << u"a; b; last; done"_s;
        QTest::newRow("caught") << caught << QStringList{u"a"_s} << u"a; rescue; last; done"_s;
        QTest::newRow("the rescue fails")
            << caught << QStringList{u"a"_s, u"rescue"_s} << u"a; rescue; last; failed: rescue"_s;
        QTest::newRow("side by side") << diamond << QStringList{} << u"a; l r; end; done"_s;
        QTest::newRow("one side fails") << diamond << QStringList{u"r"_s} << u"a; l r; failed: r"_s;
        QTest::newRow("always is no rescue")
            << QStringList{u"a"_s, u"b: a*"_s} << QStringList{u"a"_s} << u"a; b; failed: a"_s;
        QTest::newRow("two begin") << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s} << u"a b; failed: a"_s;
    }
    void goesOnAsItsEdgesSay()
    {
        QFETCH(QStringList, lines);
        QFETCH(QStringList, failing);
        QTEST(played(lines, failing), "told");
    }

    void everyStepOfAnyWorkflowEnds()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 300; ++round) {
            QStringList lines;
            QStringList failing;
            const int size = random.bounded(1, 12);
            for (int i = 0; i < size; ++i) {
                QStringList before;
                for (int k = 0; k < i; ++k) {
                    if (random.bounded(3) == 0) {
                        before.append(u"s%1%2"_s.arg(k).arg(QStringList{{}, u"!"_s, u"*"_s}.at(random.bounded(3))));
                    }
                }
                lines.append(u"s%1:%2"_s.arg(i).arg(before.join(u',')));
                if (random.bounded(3) == 0) {
                    failing.append(u"s%1"_s.arg(i));
                }
            }
            QVERIFY2(played(lines, failing) != u"never ends"_s, qPrintable(lines.join(u'\n')));
        }
    }

    void stepsStandAsTheirRunsDo()
    {
        const domain::Steps steps = plan({u"a"_s, u"b: a"_s, u"c: b"_s, u"rescue: b!"_s});
        domain::Run flow;
        flow.status = domain::RunStatus::Running;
        flow.startedAt = base::Instant(base::Millis(1000));
        const auto run = [](const QString &step, domain::RunStatus status, qint64 at) {
            domain::Run one;
            one.triggerDetail = step;
            one.status = status;
            one.queuedAt = base::Instant(base::Millis(at));
            return one;
        };
        const auto words = [&](const QList<domain::Run> &runs) {
            QStringList told;
            for (const domain::Standing &standing : domain::standings(steps, flow, runs)) {
                told.append(domain::standingWord(standing));
            }
            return told.join(u' ');
        };
        using enum domain::RunStatus;
        QCOMPARE(words({run(u"a"_s, Running, 1000)}), u"running waiting waiting waiting"_s);
        const QList<domain::Run> later{run(u"a"_s, Done, 1000), run(u"b"_s, Failed, 1001)};
        QCOMPARE(words(later), u"done failed not_taken waiting"_s);
        // Another attempt begins anew.
        flow.attemptStartedAt = base::Instant(base::Millis(2000));
        QCOMPARE(words(later + QList{run(u"a"_s, Queued, 2000)}), u"queued waiting waiting waiting"_s);
        flow.status = Cancelled;
        QCOMPARE(words(later), u"not_started not_started not_started not_started"_s);
        const QJsonObject json =
            domain::toJson(domain::standings(steps, flow, {run(u"b"_s, Failed, 2000)}))[1].toObject();
        QCOMPARE(json.value("id"_L1).toString(), u"b"_s);
        QCOMPARE(json.value("status"_L1).toString(), u"failed"_s);
        QCOMPARE(json.value("attempt"_L1).toInt(), 1);
    }

    void automationsAreNamedOnce()
    {
        const QJsonObject params =
            QJsonDocument::fromJson(
                R"({"steps":[{"id":"a","automation_id":"x"},{"id":"b","automation_id":"y"},{"id":"c","automation_id":"x"}]})")
                .object();
        QCOMPARE(domain::automationsOf(params),
                 (QList<base::AutomationId>{base::AutomationId(u"x"_s), base::AutomationId(u"y"_s)}));
    }
};

REGISTER_TEST(WorkflowTest);
#include "test_workflow.moc"
