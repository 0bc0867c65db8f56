// SPDX-License-Identifier: Apache-2.0
#include "models/whydetail.h"
#include "tests/models/workspace.h"
#include "tests/support/registry.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::WhyDetail;

namespace {

domain::Automation nightly(test::Workspace &workspace)
{
    domain::Automation automation = test::someAutomation();
    automation.triggers = {domain::Schedule{.cron = u"30 2 * * *"_s, .timezone = u"Europe/Berlin"_s}};
    return workspace.create(QList<domain::Automation>{automation}).first();
}

QStringList texts(const WhyDetail &detail)
{
    QStringList texts;
    const QList<WhyDetail::Line> lines = detail.lines();
    for (const WhyDetail::Line &line : lines)
        texts.append(line.text);
    return texts;
}

} // namespace

class TestWhyDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void nothingIsReadWhileNobodyLooks()
    {
        test::Workspace workspace;
        WhyDetail detail(workspace.store(), workspace.clock);
        QSignalSpy changed(&detail, &WhyDetail::changed);
        detail.setAutomation(nightly(workspace).id);
        QCOMPARE(changed.count(), 1); // it is another one
        // The store answers in order: this one comes after anything asked for before.
        QVERIFY(test::await(workspace->runs().counts()));
        QCoreApplication::processEvents();
        QVERIFY(!detail.why());
        detail.setWatched(true);
        QTRY_VERIFY(detail.why());
    }

    // The workspace's clock begins at 02:00 CEST on the day the clocks go back, half an hour before the first 02:30.
    void slotsAreWalkedAlongInBothDirections()
    {
        test::Workspace workspace;
        WhyDetail detail(workspace.store(), workspace.clock);
        detail.setWatched(true);
        detail.setAutomation(nightly(workspace).id);
        QTRY_VERIFY(detail.why());
        QCOMPARE(detail.headline(), u"It will run."_s);
        QCOMPARE(detail.statusKey(), u"run.queued"_s);
        QCOMPARE(detail.askedText(), u"2026-10-25 02:30"_s);
        QVERIFY(!detail.why()->previousSlot);
        QCOMPARE(texts(detail).at(1), u"02:30 comes twice in Europe/Berlin on that day, at 02:30 CEST and at 02:30 "
                                      u"CET; it is due the first time only."_s);
        QVERIFY(detail.lines().at(1).byClock);
        detail.askNext();
        QTRY_COMPARE(detail.askedText(), u"2026-10-26 02:30"_s);
        detail.askPrevious();
        QTRY_COMPARE(detail.askedText(), u"2026-10-25 02:30"_s);
    }

    void aWrongTimeChangesNothing()
    {
        test::Workspace workspace;
        WhyDetail detail(workspace.store(), workspace.clock);
        detail.setWatched(true);
        detail.setAutomation(nightly(workspace).id);
        QTRY_VERIFY(detail.why());
        QVERIFY(!detail.ask(u"soon"_s));
        QCOMPARE(detail.askedText(), u"2026-10-25 02:30"_s);
        QVERIFY(detail.ask(u"2026-10-27 02:30"_s));
        QTRY_COMPARE(detail.askedText(), u"2026-10-27 02:30"_s);
        QVERIFY(detail.ask(u"2020-10-27 02:30"_s));
        QTRY_COMPARE(detail.headline(), u"Nothing is known about that time."_s);
        QCOMPARE(detail.statusKey(), QString());
    }

    void aRunIsFollowedToItsEnd()
    {
        test::Workspace workspace;
        const domain::Automation automation = nightly(workspace);
        const domain::Run run = workspace.request(automation.id);
        WhyDetail detail(workspace.store(), workspace.clock);
        detail.setWatched(true);
        detail.setRun(run.id);
        QTRY_COMPARE(detail.statusKey(), u"run.queued"_s);
        workspace.start(run.id);
        workspace.clock.advance(41s);
        workspace.finish(run.id, domain::RunStatus::Failed, u"exit code 2"_s);
        QTRY_COMPARE(detail.statusKey(), u"run.failed"_s);
        QCOMPARE(texts(detail).constLast(), u"It failed at 02:00:41 CEST, after 41 s: exit code 2."_s);
        QCOMPARE(detail.lines().constLast().statusKey, u"run.failed"_s);
    }

    void whatIsGoneIsTold()
    {
        test::Workspace workspace;
        WhyDetail detail(workspace.store(), workspace.clock);
        detail.setWatched(true);
        detail.setAutomation(base::AutomationId(u"auto_none"_s));
        QTRY_VERIFY(detail.error());
        QVERIFY(!detail.why());
        detail.setAutomation(nightly(workspace).id);
        QTRY_VERIFY(detail.why());
        QVERIFY(!detail.error());
    }

    void anAnswerThatComesTooLateStartsNothing()
    {
        test::Workspace workspace;
        WhyDetail detail(workspace.store(), workspace.clock);
        QSignalSpy changed(&detail, &WhyDetail::changed);
        detail.setWatched(true);
        detail.setAutomation(nightly(workspace).id);
        detail.setWatched(false);
        QTRY_VERIFY(detail.why());
        const QList<QTimer *> timers = detail.findChildren<QTimer *>();
        for (const QTimer *timer : timers)
            QVERIFY(!timer->isActive());
    }
};

REGISTER_TEST(TestWhyDetail);
#include "test_whydetail.moc"
