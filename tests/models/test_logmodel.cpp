// SPDX-License-Identifier: Apache-2.0
#include "models/automationdetail.h"
#include "models/logmodel.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

store::LogChunk chunkOf(qint64 first, int count, base::Instant at)
{
    store::LogChunk chunk;
    chunk.firstLine = first;
    for (int i = 0; i < count; ++i) {
        chunk.bytes += "line " + QByteArray::number(first + i) + '\n';
    }
    chunk.spans = {{.lines = count, .stream = store::Stream::Out, .at = at}};
    return chunk;
}

void append(test::Workspace &workspace, const base::RunId &run, const store::LogChunk &chunk)
{
    test::Workspace::must(test::Workspace::now(workspace.store().logs().append(run, chunk)));
}

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRangeOfALongLogIsReadOnDemand()
    {
        test::Workspace workspace;
        const domain::Run run = workspace.request(workspace.create(1).constFirst().id);
        for (int i = 0; i < 10; ++i) {
            append(workspace, run.id, chunkOf(i * 10000, 10000, workspace.clock.now()));
        }
        models::LogModel log(workspace.store());
        QSignalSpy loaded(&log, &models::LogModel::linesLoaded);
        log.setRun(run.id);
        QTRY_COMPARE(log.lineCount(), 100000);
        QVERIFY(!log.line(0));
        log.request(70000, 60);
        QTRY_VERIFY(log.line(70059));
        QCOMPARE(log.line(70000)->text, QByteArray("line 70000"));
        QCOMPARE(log.line(70000)->time, workspace.clock.now());
        QVERIFY(!log.line(0));
        QVERIFY(!log.line(-1));
        QVERIFY(loaded.size() <= 2);
        log.request(99990, 5000);
        QTRY_VERIFY(log.line(99999));
        QVERIFY(!log.line(100000));
    }

    void onlySomePagesAreKept()
    {
        test::Workspace workspace;
        const domain::Run run = workspace.request(workspace.create(1).constFirst().id);
        append(workspace, run.id, chunkOf(0, 60000, workspace.clock.now()));
        models::LogModel log(workspace.store());
        QSignalSpy loaded(&log, &models::LogModel::linesLoaded);
        log.setRun(run.id);
        QTRY_COMPARE(log.lineCount(), 60000);
        for (qint64 first = 0; first < 60000; first += models::logPageLines) {
            log.request(first, models::logPageLines);
            QVERIFY(log.line(first) || loaded.wait());
        }
        QVERIFY(!log.line(0));
        qint64 kept = 0;
        for (qint64 line = 0; line < 60000; ++line) {
            kept += log.line(line) ? 1 : 0;
        }
        QVERIFY(kept <= models::keptLogPages * models::logPageLines);
        QVERIFY(kept > 0);
    }

    void aGrowingLogIsFollowed()
    {
        test::Workspace workspace;
        const domain::Run run = workspace.request(workspace.create(1).constFirst().id);
        models::LogModel log(workspace.store());
        log.setRun(run.id);
        QTRY_VERIFY(log.run());
        append(workspace, run.id, chunkOf(0, 700, workspace.clock.now()));
        QTRY_COMPARE(log.lineCount(), 700);
        log.request(650, 100);
        QTRY_VERIFY(log.line(699));
        append(workspace, run.id, chunkOf(700, 10, workspace.clock.now()));
        QTRY_COMPARE(log.lineCount(), 710);
        QVERIFY(!log.line(705));
        log.request(650, 100);
        QTRY_VERIFY(log.line(709));
        QCOMPARE(log.line(700)->text, QByteArray("line 700"));
        workspace.start(run.id);
        QTRY_COMPARE(log.run()->status, domain::RunStatus::Running);
    }

    void anotherRunDropsWhatTheFirstStillReads()
    {
        test::Workspace workspace;
        const base::AutomationId id = workspace.create(1).constFirst().id;
        const domain::Run first = workspace.request(id);
        const domain::Run second = workspace.request(id);
        append(workspace, first.id, chunkOf(0, 1000, workspace.clock.now()));
        append(workspace, second.id, chunkOf(0, 5, workspace.clock.now()));
        models::LogModel log(workspace.store());
        log.setRun(first.id);
        QTRY_COMPARE(log.lineCount(), 1000);
        log.request(0, 1000);
        log.setRun(second.id);
        QCOMPARE(log.lineCount(), 0);
        QTRY_COMPARE(log.lineCount(), 5);
        QVERIFY(!log.line(0));
        log.request(0, 10);
        QTRY_VERIFY(log.line(4));
    }

    void longLinesAreClippedBetweenCharacters()
    {
        QByteArray line = "x" + QByteArray("ä").repeated(60000);
        const QList<models::LogLine> lines =
            models::linesOf({.firstLine = 0,
                             .bytes = line + "\nend\n",
                             .spans = {{.lines = 1}, {.lines = 1, .stream = store::Stream::Err, .open = true}}});
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).clipped);
        QVERIFY(lines.at(0).text.size() <= models::longestLogLine);
        QVERIFY(!QString::fromUtf8(lines.at(0).text).contains(QChar::ReplacementCharacter));
        QVERIFY(!lines.at(0).noEol);
        QCOMPARE(lines.at(1).stream, store::Stream::Err);
        QVERIFY(lines.at(1).noEol);
        // Bytes that are no text at all, and a chunk whose spans promise more than it holds.
        const QByteArray noise(200000, '\x80');
        QCOMPARE(models::linesOf({.firstLine = 0, .bytes = noise, .spans = {{.lines = 7}}}).size(), 1);
    }

    void theInspectorReadsTheRowOfTheTable()
    {
        test::Workspace workspace;
        domain::Automation automation = test::someAutomation();
        automation.triggers = {domain::Schedule{.cron = u"0 */2 * * *"_s, .timezone = u"UTC"_s}};
        automation.runAs = u"sudo -u backup"_s;
        const base::AutomationId id = workspace.create({automation}).constFirst().id;
        models::AutomationModel model(workspace.store(), workspace.catalog, workspace.clock);
        models::AutomationDetail detail(model, workspace.clock);
        QVERIFY(detail.facts().isEmpty());
        detail.setAutomation(id);
        QTRY_VERIFY(detail.row());
        QCOMPARE(detail.fires().size(), 4);
        QCOMPARE(detail.fires().constFirst().distance, u"in 2 h"_s);
        QVERIFY(!detail.banner());
        const auto facts = detail.facts();
        const auto runAs = std::find_if(facts.cbegin(), facts.cend(),
                                        [](const models::Fact &fact) { return fact.key == u"run_as"_s; });
        QCOMPARE(runAs->text, u"sudo -u backup"_s);
        QCOMPARE(runAs->font, models::FactFont::Fixed);

        QSignalSpy changed(&detail, &models::AutomationDetail::changed);
        workspace.runFor(id, 60s, domain::RunStatus::Failed);
        QTRY_VERIFY(detail.banner());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(detail.banner()->statusKey, u"run.failed"_s);
        QCOMPARE(detail.counts(), u"1 failed"_s);
        test::Workspace::now(workspace.store().automations().setPaused({id}, true, u"tester"_s)).has_value();
        QTRY_COMPARE(detail.banner()->statusKey, u"automation.paused"_s);
        QVERIFY(detail.fires().isEmpty());
    }
};

REGISTER_TEST(TestLogModel);

} // namespace

#include "test_logmodel.moc"
