// SPDX-License-Identifier: Apache-2.0
#include "app/engine/limits/confinement.h"
#include "tests/support/registry.h"
#include "tests/support/runnerfixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using domain::Limits;
using engine::Confinement;
using engine::ControlGroups;
using engine::ProcessEnd;
using engine::ProcessSpec;
using test::RunnerFixture;

namespace {

const base::RunId someRun(u"run_limits"_s);
const QByteArray eatMemory = "my $x = 'm' x (200 << 20); print length($x)";

} // namespace

class LimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutLimitsNothingIsDone()
    {
        const Confinement free = engine::confine({}, someRun, {.groups = {}, .scopeProgram = u"/bin/scope"_s}).value();
        QVERIFY(!free.group && free.prefix.isEmpty() && free.memoryBytesEach == 0 && free.remarks.isEmpty());
    }

    void aUserManagerGetsAScope()
    {
        const Confinement scoped = engine::confine({.memoryMb = 64, .cpuPercent = 150, .tasks = 20}, someRun,
                                                   {.groups = {},
                                                    .scopeProgram = u"/usr/bin/systemd-run"_s,
                                                    .scopeControllers = {u"cpu"_s, u"memory"_s, u"pids"_s}})
                                       .value();
        QCOMPARE(scoped.prefix.join(u' '),
                 u"/usr/bin/systemd-run --user --scope --quiet --collect --unit=signalbox-run_limits "
                 "--property MemoryMax=64M --property MemorySwapMax=0 --property CPUQuota=150% "
                 "--property TasksMax=20 --"_s);
        QVERIFY(scoped.remarks.isEmpty());
        QCOMPARE(scoped.memoryBytesEach, 0);
    }

    void whatAUserManagerWasNotGivenIsSaid()
    {
        const Confinement scoped =
            engine::confine({.cpuPercent = 150, .tasks = 20}, someRun,
                            {.groups = {}, .scopeProgram = u"/bin/scope"_s, .scopeControllers = {u"pids"_s}})
                .value();
        QVERIFY(scoped.prefix.contains(u"TasksMax=20"_s));
        QVERIFY(!scoped.prefix.contains(u"CPUQuota=150%"_s));
        QCOMPARE(scoped.remarks.size(), 1);
        QVERIFY(scoped.remarks.first().startsWith("the limit of 150 % of a processor can't be enforced"_L1));
    }

    void howFarEachLimitHoldsIsKnownBefore()
    {
        using enum domain::LimitHold;
        QCOMPARE(engine::holds({}), (domain::LimitMeans{.memory = EachProcess, .cpu = Not, .tasks = Not}));
        QCOMPARE(engine::holds(
                     {.groups = {}, .scopeProgram = u"/bin/scope"_s, .scopeControllers = {u"memory"_s, u"pids"_s}}),
                 (domain::LimitMeans{.memory = Together, .cpu = Not, .tasks = Together}));
    }

    void whatCannotBeEnforcedIsSaid()
    {
        const Confinement alone =
            engine::confine({.memoryMb = 64, .cpuPercent = 150, .tasks = 20}, someRun, {}).value();
        QVERIFY(alone.prefix.isEmpty());
        QCOMPARE(alone.memoryBytesEach, 64 << 20);
        QCOMPARE(alone.remarks.size(), 3);
        QVERIFY(alone.remarks.at(0).startsWith("the limit of 64 MiB of memory holds for the address space of each"_L1));
        QVERIFY(alone.remarks.at(1).startsWith("the limit of 150 % of a processor can't be enforced"_L1));
        QVERIFY(alone.remarks.at(2).startsWith("the limit of 20 tasks can't be enforced"_L1));
        QVERIFY(engine::confine({.tasks = 20}, someRun, {}).value().memoryBytesEach == 0);
    }

    void aScopeIsJudgedByWhatItLeft()
    {
        const Limits limits{.memoryMb = 64};
        const domain::Usage all{.peakKib = 64 << 10};
        const domain::Usage less{.peakKib = (64 << 10) - 1};
        QCOMPARE(engine::eventsOfScope(limits, SIGKILL, all).killedForMemory, 1);
        QCOMPARE(engine::eventsOfScope(limits, SIGTERM, all).killedForMemory, 1);
        QCOMPARE(engine::eventsOfScope(limits, SIGHUP, all).killedForMemory, 0);
        QCOMPARE(engine::eventsOfScope(limits, SIGKILL, less).killedForMemory, 0);
        QCOMPARE(engine::eventsOfScope(limits, SIGKILL, {}).killedForMemory, 0);
        QCOMPARE(engine::eventsOfScope({.tasks = 5}, SIGKILL, all).killedForMemory, 0);
    }

    void aFolderThatIsNoGroupIsRefused()
    {
        const QTemporaryDir folder;
        const ControlGroups none(folder.path());
        QVERIFY(none.controllers().isEmpty());
        const engine::Means means{.groups = none};
        QVERIFY(!engine::confine({.memoryMb = 1}, someRun, means)->group);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void addressSpaceIsLimited()
    {
        RunnerFixture fixture;
        QVERIFY(fixture.open());
        for (const qint64 megabytes : {64, 1024}) {
            ProcessSpec spec = fixture.spec({"/usr/bin/perl", "-e", eatMemory});
            spec.memoryBytes = megabytes << 20;
            const quint64 ticket = fixture.start(std::move(spec));
            QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(ticket), 30000);
            QCOMPARE(fixture.ends[ticket].how, ProcessEnd::How::Exited);
            QCOMPARE(fixture.ends[ticket].code == 0, megabytes == 1024);
        }
    }

    void aGroupIsKilledWhole()
    {
        const std::optional<ControlGroups> groups = ControlGroups::find();
        if (!groups) {
            QSKIP("there is no cgroup v2 to write to");
        }
        auto group = groups->make(someRun, {});
        QVERIFY(group);
        RunnerFixture fixture;
        QVERIFY(fixture.open());
        test::Output out;
        ProcessSpec spec =
            fixture.shell("trap '' TERM; cat /proc/self/cgroup; setsid sleep 1000 & while :; do sleep 1; done");
        spec.out = out.pipe->takeWriteEnd();
        spec.group = group->lend();
        const quint64 ticket = fixture.start(std::move(spec));
        QTRY_VERIFY_WITH_TIMEOUT(out.bytes.contains("run_limits\n"), 30000);
        QVERIFY(!group->remove());
        fixture.runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.hasEnded(ticket), 30000);
        QCOMPARE(fixture.survivors(), QList<qint64>());
        QTRY_VERIFY(group->remove());
    }

    void aGroupLimitsMemory()
    {
        const auto end = runInGroup({.memoryMb = 64}, eatMemory);
        if (end) {
            QCOMPARE(end->first.how, ProcessEnd::How::Signalled);
            QVERIFY(end->second.killedForMemory > 0);
        }
    }

    void aGroupLimitsTasks()
    {
        const auto end = runInGroup({.tasks = 5}, "my $n = 0; while ($n < 50) { my $p = fork; last if !defined $p; "
                                                  "if (!$p) { sleep 1000 } $n++ } exit $n");
        if (end) {
            QCOMPARE(end->first.code, 4);
            QVERIFY(end->second.refusedTasks > 0);
        }
    }

    void aGroupLimitsTheProcessor()
    {
        const auto end = runInGroup({.cpuPercent = 20}, "use Time::HiRes 'time'; my ($t, $c) = (time, times); "
                                                        "1 while time < $t + 2; exit int(50 * ((times)[0] - $c))");
        if (end) {
            QVERIFY2(end->first.code >= 10 && end->first.code <= 35, QByteArray::number(end->first.code)); // of 100
        }
    }

private:
    static QString reasonWithout(const QString &controller)
    {
        if (ControlGroups::root().isEmpty()) {
            return u"no cgroup v2 is mounted here"_s;
        }
        QFile there(ControlGroups::root() + u"/cgroup.controllers"_s);
        const bool known = there.open(QIODevice::ReadOnly) && there.readAll().contains(controller.toLatin1());
        return known ? u"this process's control group may not hand on its controller %1"_s.arg(controller)
                     : u"the cgroup v2 mounted here has no controller %1"_s.arg(controller);
    }

    using End = std::pair<ProcessEnd, engine::LimitEvents>;
    static std::optional<End> runInGroup(const Limits &limits, const QByteArray &script)
    {
        const std::optional<ControlGroups> groups = ControlGroups::find();
        const QString controller = limits.memoryMb ? u"memory"_s : limits.tasks ? u"pids"_s : u"cpu"_s;
        if (!groups || !groups->controllers().contains(controller)) {
            QTest::qSkip(qPrintable(reasonWithout(controller)), __FILE__, __LINE__);
            return {};
        }
        auto group = groups->make(someRun, limits);
        RunnerFixture fixture;
        ProcessSpec spec = fixture.spec({"/usr/bin/perl", "-e", script});
        spec.group = group ? group->lend() : -1;
        const quint64 ticket = fixture.open() ? fixture.start(std::move(spec)) : 0;
        if (!QTest::qWaitFor([&] { return fixture.hasEnded(ticket); }, 30000)) {
            return End();
        }
        const End end{fixture.ends[ticket], group->events()};
        return QTest::qWaitFor([&group] { return group->remove(); }) ? end : End();
    }
};

REGISTER_TEST(LimitTest);
#include "test_limits.moc"
