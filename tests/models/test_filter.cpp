// SPDX-License-Identifier: Apache-2.0
#include "models/filter.h"
#include "models/parts/filtertimes.h"
#include "tests/support/registry.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

using models::FilterScope;
using models::Sense;

models::AutomationRow backup()
{
    models::AutomationRow row;
    row.automation.name = u"NAS Backup"_s;
    row.automation.description = u"copies the disks"_s;
    row.automation.tags = {u"nightly"_s, u"two words"_s};
    row.automation.type = u"script"_s;
    domain::Run run;
    run.status = domain::RunStatus::TimedOut;
    row.history = {run};
    return row;
}

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsAreCutWithTheirPlaces()
    {
        const QString text = u"nas status:failed,timed-out -tag:\"two words\" not kind:http \"a b\""_s;
        const models::Filter filter = models::parseFilter(text, FilterScope::Automations);
        QVERIFY(filter.problems.isEmpty());
        QCOMPARE(filter.terms.size(), 5);
        QCOMPARE(filter.terms.at(1).field, u"status"_s);
        QCOMPARE(filter.terms.at(1).values, (QStringList{u"failed"_s, u"timed_out"_s}));
        QCOMPARE(filter.terms.at(2).values, QStringList{u"two words"_s});
        QCOMPARE(filter.terms.at(2).sense, Sense::Unwanted);
        QCOMPARE(filter.terms.at(3).sense, Sense::Unwanted);
        QCOMPARE(filter.terms.at(4).values, QStringList{u"a b"_s});
        const models::FilterTerm &third = filter.terms.at(2);
        QCOMPARE(text.mid(third.position, third.length), u"-tag:\"two words\""_s);
    }

    void anAutomationPassesOrNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *text, bool passes) {
            QTest::newRow(text) << QString::fromUtf8(text) << passes;
        };
        row("", true);
        row("nas", true);
        row("nas disks", true);
        row("nas missing", false);
        row("-missing", true);
        row("-nas", false);
        row("status:timed_out", true);
        row("status:failed", false);
        row("status:failed,timed_out", true);
        row("status:failed status:timed_out", true);
        row("status:failing", true);
        row("not status:failing", false);
        row("tag:Nightly", true);
        row("tag:night", false);
        row("tag:\"two words\"", true);
        row("tag:nightly kind:http", false);
        row("kind:SCRIPT trigger:manual", true);
        row("trigger:schedule", false);
        row("name:backup", true);
        row("-tag:nightly", false);
        row("night", true);
        row("colour:red", true); // a problem, so it hides nothing
        row("-", false);
        row("not", false);
        row("status:", true);
        row("\"nas ba", true);
    }
    void anAutomationPassesOrNot()
    {
        QFETCH(QString, text);
        QTEST(models::matches(models::parseFilter(text, FilterScope::Automations), backup(), {}), "passes");
    }

    void everyTriggerCanBeAskedFor_data()
    {
        QTest::addColumn<QList<domain::Trigger>>("triggers");
        QTest::addColumn<QString>("word");
        const domain::Trigger daily = domain::Schedule{.cron = u"0 3 * * *"_s};
        const domain::Trigger startup = domain::Startup{};
        QTest::newRow("none") << QList<domain::Trigger>{} << u"manual"_s;
        QTest::newRow("schedule") << QList<domain::Trigger>{daily} << u"schedule"_s;
        QTest::newRow("startup") << QList<domain::Trigger>{startup} << u"startup"_s;
        QTest::newRow("both") << QList<domain::Trigger>{daily, startup} << u"schedule startup"_s;
        QTest::newRow("after") << QList<domain::Trigger>{domain::After{}} << u"after"_s;
        QTest::newRow("file") << QList<domain::Trigger>{domain::FileChange{}} << u"file"_s;
    }
    void everyTriggerCanBeAskedFor()
    {
        QFETCH(QList<domain::Trigger>, triggers);
        models::AutomationRow row = backup();
        row.automation.triggers = triggers;
        QStringList found;
        for (const QString &word : domain::allTriggerWords())
            if (models::matches(models::parseFilter(u"trigger:"_s + word, FilterScope::Automations), row, {}))
                found.append(word);
        QTEST(found.join(u' '), "word");
        domain::Run run;
        run.trigger = domain::TriggerKind::Startup;
        const auto asked = models::runFilter(models::parseFilter(u"trigger:startup"_s, FilterScope::Runs), {});
        QVERIFY(models::matches(asked, run));
        run.trigger = domain::TriggerKind::Schedule;
        QVERIFY(!models::matches(asked, run));
    }

    void anAutomationIsFoundByItsLastRun()
    {
        const base::Instant now = base::fromMillis(1'792'672'200'000);
        models::AutomationRow row = backup();
        row.history.first().startedAt = now - std::chrono::hours(5);
        const auto found = [&](const QString &text) {
            const models::Filter filter = models::parseFilter(text, FilterScope::Automations);
            return filter.problems.isEmpty() && models::matches(filter, row, now);
        };
        QVERIFY(found(u"since:24h"_s));
        QVERIFY(!found(u"since:1h"_s));
        QVERIFY(found(u"-since:1h"_s));
        QVERIFY(found(u"until:1h"_s));
        QVERIFY(!found(u"until:24h"_s));
        row.history.clear();
        QVERIFY(!found(u"since:24h"_s)); // it never ran
        QCOMPARE(models::parseFilter(u"since:soon"_s, FilterScope::Automations).problems.size(), 1);
    }

    void whatIsWrongIsSaidWhereItStands()
    {
        const QString text = u"ok colour:red status:faild tag:"_s;
        const models::Filter filter = models::parseFilter(text, FilterScope::Automations);
        QCOMPARE(filter.terms.size(), 1);
        QCOMPARE(filter.problems.size(), 3);
        QVERIFY(filter.problems.at(0).sentence.contains(u"colour"_s));
        QVERIFY(filter.problems.at(0).sentence.contains(u"status, tag"_s));
        QVERIFY(filter.problems.at(1).sentence.contains(u"timed_out"_s));
        QCOMPARE(text.mid(filter.problems.at(1).position, filter.problems.at(1).length), u"status:faild"_s);
        QCOMPARE(models::parseFilter(u"tag:nightly"_s, FilterScope::Runs).problems.size(), 1);
    }

    void runsAreAskedForAsFarAsTheStoreCan()
    {
        const auto filter =
            models::runFilter(models::parseFilter(u"disk full -status:done,skipped"_s, FilterScope::Runs), {});
        QCOMPARE(filter.query.words, u"disk full"_s);
        QCOMPARE(filter.query.statuses.size(), domain::allStatuses().size() - 2);
        QVERIFY(!filter.query.statuses.contains(domain::RunStatus::Done));
        QVERIFY(filter.queryIsEnough());
        const auto more = models::runFilter(models::parseFilter(u"-probe automation:nas"_s, FilterScope::Runs), {});
        QVERIFY(!more.queryIsEnough());
        domain::Run run;
        run.automationName = u"NAS Backup"_s;
        QVERIFY(models::matches(more, run));
        run.reason = u"probe failed"_s;
        QVERIFY(!models::matches(more, run));
    }

    void timesAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<qint64>("first"); // minutes from now, which is Thursday 14:30
        QTest::addColumn<qint64>("end");
        QTest::newRow("hours") << u"3h"_s << qint64(-180) << qint64(-180);
        QTest::newRow("minutes") << u"30MIN"_s << qint64(-30) << qint64(-30);
        QTest::newRow("days") << u"7d"_s << qint64(-7 * 1440) << qint64(-7 * 1440);
        QTest::newRow("today") << u"today"_s << qint64(-870) << qint64(570);
        QTest::newRow("yesterday") << u"yesterday"_s << qint64(-870 - 1440) << qint64(-870);
        QTest::newRow("day") << u"2026-10-20"_s << qint64(-870 - 2 * 1440) << qint64(-870 - 1440);
        QTest::newRow("minute") << u"2026-10-22t14:05"_s << qint64(-25) << qint64(-24);
    }
    void timesAreReadAsPeopleTypeThem()
    {
        QFETCH(QString, value);
        const QDateTime local(QDate(2026, 10, 22), QTime(14, 30));
        const base::Instant now = base::fromMillis(local.toMSecsSinceEpoch());
        const std::optional<models::FilterTime> time = models::filterTime(value, now);
        QVERIFY(time);
        QTEST(qint64((time->first - now).count() / 60'000), "first");
        QTEST(qint64((time->end - now).count() / 60'000), "end");
    }

    void whatIsNoTimeIsSaid()
    {
        for (const QString &text : {u"since:soon"_s, u"until:7"_s, u"since:2026-13-01"_s, u"since:9999999h"_s}) {
            const models::Filter filter = models::parseFilter(text, FilterScope::Runs);
            QCOMPARE(filter.problems.size(), 1);
            QVERIFY(filter.problems[0].sentence.contains(u"yesterday"_s));
        }
    }

    void timeTriggerAndNoteOfRuns()
    {
        const base::Instant now = base::fromMillis(1'761'000'000'000);
        const auto ask = [now](const QString &text) {
            return models::runFilter(models::parseFilter(text, FilterScope::Runs), now);
        };
        domain::Run run;
        run.queuedAt = now - std::chrono::hours(5);
        run.trigger = domain::TriggerKind::File;
        run.status = domain::RunStatus::Failed;
        const auto filter = ask(u"since:6h -since:4h trigger:file,after"_s);
        QVERIFY(filter.queryIsEnough());
        QCOMPARE(filter.query.since, now - std::chrono::hours(6));
        QCOMPARE(filter.query.until, now - std::chrono::hours(4));
        QCOMPARE(filter.query.triggers,
                 (QList<domain::TriggerKind>{domain::TriggerKind::After, domain::TriggerKind::File}));
        QVERIFY(models::matches(filter, run));
        run.startedAt = now - std::chrono::hours(1);
        QVERIFY(!models::matches(filter, run));
        QVERIFY(models::matches(ask(u"until:30min"_s), run));
        QVERIFY(!models::matches(ask(u"-trigger:file"_s), run));
        QVERIFY(models::matches(ask(u"noted:no"_s), run));
        QVERIFY(!models::matches(ask(u"noted:yes"_s), run));
        run.acknowledged = domain::Acknowledgement{u"bob"_s, now, {}};
        QVERIFY(models::matches(ask(u"noted:yes"_s), run));
    }

    void askingForAndAgainstAStatusMatchesNothing()
    {
        const auto filter =
            models::runFilter(models::parseFilter(u"status:done -status:done"_s, FilterScope::Runs), {});
        QVERIFY(filter.impossible);
        domain::Run run;
        run.status = domain::RunStatus::Done;
        QVERIFY(!models::matches(filter, run));
    }
};

REGISTER_TEST(TestFilter);

} // namespace

#include "test_filter.moc"
