// SPDX-License-Identifier: Apache-2.0
// Programs that try to outlive their run, and helpers of ours that get killed: nobody may survive either.
#include "tests/support/registry.h"
#include "tests/unit/engine/runnerfixture.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;
using engine::ProcessEnd;
using engine::ProcessSpec;
using test::Output;
using test::RunnerFixture;

namespace {

// Perl's own words for the tricks, shared by the rows below.
const QByteArray perlWords = "use POSIX (); $| = 1; sub deaf { $SIG{$_} = 'IGNORE' for qw(TERM INT HUP QUIT) }"
                             "sub hang { sleep 1000 while 1 } sub up { syswrite STDOUT, \"up\\n\" }"
                             "sub child { my $p = fork; return $p if $p; $_[0]->(); POSIX::_exit(0) }";

struct Escape
{
    const char *name;
    QByteArrayList argv;
};

QByteArrayList shell(const QByteArray &script)
{
    return {"/bin/sh", "-c", script};
}

QByteArrayList perl(const QByteArray &script)
{
    return {"/usr/bin/perl", "-e", perlWords + script};
}

// Each prints "up" for every process that is in place, `children` of them besides the main one.
std::vector<Escape> escapes()
{
    return {
        {"plain child", shell("sleep 1000 & echo up; wait")},
        {"nohup", shell("nohup sleep 1000 & sleep 0.05; echo up; wait")},
        {"own session", shell("setsid sleep 1000 & echo up; wait")},
        {"own session, forked off", shell("setsid -f sleep 1000; echo up; sleep 1000")},
        {"double fork", perl("child(sub { child(sub { up(); hang() }) }); wait; hang()")},
        {"daemon that ignores TERM",
         perl("child(sub { POSIX::setsid(); child(sub { deaf(); chdir '/'; up(); hang() }) }); wait; hang()")},
        {"everyone ignores TERM",
         perl("deaf(); child(sub { deaf(); child(sub { deaf(); up(); hang() }); hang() }); hang()")},
        {"stopped child", perl("child(sub { up(); kill STOP => $$; hang() }); hang()")},
        {"stopped and deaf", perl("child(sub { deaf(); up(); kill STOP => $$; hang() }); hang()")},
        {"own process group", perl("child(sub { POSIX::setpgid(0, 0); deaf(); up(); hang() }); hang()")},
        {"chain of daemons", perl("sub chain { my $n = shift; POSIX::setsid(); if ($n == 0) { deaf(); up(); hang() }"
                                  "child(sub { chain($n - 1) }); POSIX::_exit(0) } child(sub { chain(8) }); hang()")},
        {"restarts itself on TERM",
         perl("$SIG{TERM} = sub { child(sub { $SIG{TERM} = 'IGNORE'; hang() }); POSIX::_exit(0) }; up(); hang()")},
        {"revives its killed child", perl("deaf(); sub guard { while (1) { my $p = child(sub { deaf(); hang() }); up() "
                                          "if !$_[0]++; waitpid $p, 0 } } my $n = 0;"
                                          "guard($n)")},
        {"fork storm", // 2 + 4 + 8 + 16 processes that keep coming while they are stopped
         perl("deaf(); sub storm { my $d = shift; if ($d > 0) { child(sub { storm($d - 1) }), select(undef, undef, "
              "undef, 0.02)"
              "for 1 .. 2 } hang() } up(); storm(4)")},
        {"storm of relays", perl("deaf(); sub relay { my $n = shift; hang() if $n == 0; child(sub { relay($n - 1) });"
                                 "POSIX::_exit(0) } for (1 .. 2) { child(sub { relay(50) }) } up(); hang()")},
        {"changed name", perl("child(sub { $0 = 'bad) name ('; deaf(); up(); hang() }); hang()")},
        {"own mount and process namespace", shell("unshare -pf --mount-proc sleep 1000 & sleep 0.05; echo up; wait")},
        {"main thread gone, others live",
         {"/usr/bin/python3", "-c",
          "import ctypes, os, threading, time, signal\n"
          "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
          "threading.Thread(target=lambda: (os.write(1, b'up\\n'), time.sleep(1000))).start()\n"
          "ctypes.CDLL(None).pthread_exit(None)\n"}},
        {"child made by a thread",
         {"/usr/bin/python3", "-c",
          "import subprocess, threading, os, signal\n"
          "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
          "def go():\n"
          "  p = subprocess.Popen(['/bin/sleep', '1000'], start_new_session=True)\n"
          "  os.write(1, b'up\\n')\n"
          "  p.wait()\n"
          "t = threading.Thread(target=go)\nt.start()\nt.join()\n"}},
        {"sub-reaper below",
         {"/usr/bin/python3", "-c",
          "import ctypes, os, signal, time\n"
          "ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)\n"
          "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
          "if os.fork() == 0:\n"
          "  os.setsid()\n"
          "  if os.fork() == 0:\n"
          "    os.write(1, b'up\\n')\n"
          "    time.sleep(1000)\n"
          "  os._exit(0)\n"
          "time.sleep(1000)\n"}},
    };
}

/// Not so inside some containers and below chroot.
bool namespacesCanBeMade()
{
    QProcess probe;
    probe.start(u"unshare"_s, {u"-pf"_s, u"--mount-proc"_s, u"true"_s});
    return probe.waitForFinished() && probe.exitCode() == 0;
}

} // namespace

class EscapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RunnerFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void noDescendantSurvivesAStop_data()
    {
        QTest::addColumn<QByteArrayList>("argv");
        for (const Escape &escape : escapes()) {
            QTest::newRow(escape.name) << escape.argv;
        }
    }
    void noDescendantSurvivesAStop()
    {
        QFETCH(QByteArrayList, argv);
        if (!QFile::exists(QFile::decodeName(argv.first()))) {
            QSKIP("its interpreter is not installed");
        }
        if (argv.last().contains("unshare") && !namespacesCanBeMade()) {
            QSKIP("namespaces can't be made here");
        }
        Output out;
        ProcessSpec spec = m_fixture->spec(argv);
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_VERIFY_WITH_TIMEOUT(out.bytes.contains("up\n"), 30000);
        QVERIFY(!m_fixture->survivors().empty());
        m_fixture->runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        QCOMPARE(m_fixture->survivors(), QList<qint64>());
        QVERIFY(m_fixture->ends[ticket].stopped);
        QVERIFY(m_fixture->ends[ticket].killedTotal > 0);
    }

    void leftoversOfAFinishedProgramAreEnded_data()
    {
        QTest::addColumn<QByteArrayList>("argv");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("background job") << shell("sleep 1000 & exit 5") << "TERM"_ba;
        QTest::newRow("background job holding the output") << shell("sleep 1000 & echo hi; exit 5") << "TERM"_ba;
        QTest::newRow("daemon in its own session") << shell("setsid -f sleep 1000; exit 5") << "TERM"_ba;
        QTest::newRow("deaf daemon") << perl("pipe R, W; child(sub { POSIX::setsid(); deaf(); syswrite W, 'x'; hang() "
                                             "}); sysread R, $_, 1; exit 5")
                                     << "KILL"_ba;
        QTest::newRow("killed main process") << shell("setsid -f sleep 1000; kill -9 $$") << "TERM"_ba;
    }
    void leftoversOfAFinishedProgramAreEnded()
    {
        QFETCH(QByteArrayList, argv);
        QFETCH(QByteArray, last);
        Output out;
        ProcessSpec spec = m_fixture->spec(argv);
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        QCOMPARE(m_fixture->survivors(), QList<qint64>());
        const ProcessEnd &end = m_fixture->ends[ticket];
        QVERIFY(end.code == 5 || end.code == SIGKILL);
        QVERIFY(!end.stopped);
        QCOMPARE(end.killed.back().signal, last);
        QTRY_COMPARE(out.closed, 1);
    }

    void aKillingRunTouchesNoNeighbour()
    {
        Output out;
        ProcessSpec spec = m_fixture->shell("echo up; sleep 1000");
        spec.out = out.pipe->takeWriteEnd();
        const quint64 neighbour = m_fixture->start(std::move(spec));
        QTRY_COMPARE_WITH_TIMEOUT(out.bytes, "up\n"_ba, 30000);
        const QList<qint64> before = m_fixture->survivors();
        for (int i = 0; i < 5; ++i) {
            const quint64 ticket = m_fixture->start(m_fixture->shell("setsid -f sleep 1000; setsid -f sleep 1000"));
            QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        }
        QCOMPARE(m_fixture->survivors(), before);
        QVERIFY(!m_fixture->hasEnded(neighbour));
    }

    void aKilledWorkerFailsItsRunOnly()
    {
        const quint64 neighbour = m_fixture->start(m_fixture->spec({"/bin/sleep", "1000"}));
        Output out;
        ProcessSpec spec = m_fixture->shell(
            "setsid -f sleep 1000; trap '' TERM; setsid -f sleep 1000; echo up; kill -9 $PPID; sleep 1000");
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        QCOMPARE(m_fixture->ends[ticket].how, ProcessEnd::How::RunnerDied);
        QTRY_COMPARE(m_fixture->survivors().size(), 1);
        QCOMPARE(m_fixture->survivors().front(), m_fixture->pids.value(neighbour));
        QVERIFY(!m_fixture->hasEnded(neighbour));
        const quint64 next = m_fixture->start(m_fixture->shell("exit 4"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(next), 30000);
        QCOMPARE(m_fixture->ends[next].code, 4);
    }

    void killedIdleWorkersAreReplaced()
    {
        QFile children(u"/proc/%1/task/%1/children"_s.arg(m_fixture->runner.keeperPid()));
        QByteArray workers;
        const auto fill = [&] {
            children.close();
            workers = children.open(QIODevice::ReadOnly) ? children.readAll() : QByteArray();
            return workers.split(' ').size() > 2;
        };
        QTRY_VERIFY(fill());
        for (const QByteArray &worker : workers.trimmed().split(' ')) {
            ::kill(worker.toInt(), SIGKILL);
        }
        const quint64 ticket = m_fixture->start(m_fixture->shell("exit 4"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        const ProcessEnd &end = m_fixture->ends[ticket];
        QVERIFY(end.code == 4 || end.how == ProcessEnd::How::RunnerDied); // a dying worker may still have taken it
        const quint64 next = m_fixture->start(m_fixture->shell("exit 4"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(next), 30000);
        QCOMPARE(m_fixture->ends[next].code, 4);
    }

    void aKilledKeeperIsToldAndItsRunsEnd()
    {
        QSignalSpy lost(&m_fixture->runner, &engine::Runner::lost);
        std::vector<quint64> tickets;
        for (int i = 0; i < 10; ++i) {
            tickets.push_back(m_fixture->start(m_fixture->shell("setsid -f sleep 1000; exec sleep 1000")));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->pids.size(), 10, 30000);
        ::kill(static_cast<pid_t>(m_fixture->runner.keeperPid()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 30000);
        QVERIFY(!m_fixture->runner.isOpen());
        QVERIFY(!m_fixture->runner.start(m_fixture->shell("exit 0")));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ends.size(), tickets.size(), 30000);
        for (const quint64 ticket : tickets) {
            QCOMPARE(m_fixture->ends[ticket].how, ProcessEnd::How::Signalled);
            QVERIFY(!m_fixture->ends[ticket].stopped);
        }
        QCOMPARE(m_fixture->survivors(), QList<qint64>());
        QVERIFY(m_fixture->open());
        const quint64 next = m_fixture->start(m_fixture->shell("exit 4"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(next), 30000);
        QCOMPARE(m_fixture->ends[next].code, 4);
    }

    void aProtectedProcessIsToldAsDenied()
    {
        const QString python = QFileInfo(u"/usr/bin/python3"_s).canonicalFilePath();
        struct statvfs mount
        {
        };
        const QTemporaryDir folder;
        ::statvfs(QFile::encodeName(folder.path()).constData(), &mount);
        if (::geteuid() != 0 || python.isEmpty() || (mount.f_flag & ST_NOSUID) != 0) {
            QSKIP("needs root, Python and a folder where set-uid works");
        }
        // A runner without rights, and a program that becomes root.
        const QByteArray base = QFile::encodeName(folder.path());
        QVERIFY(QFile::copy(engine::Runner::locate(), folder.filePath(u"runner"_s)));
        QVERIFY(QFile::copy(python, folder.filePath(u"python"_s)));
        QFile script(folder.filePath(u"start"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec /usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups " + base +
                     "/runner\n");
        script.close();
        ::chmod(base.constData(), 0755);
        ::chmod((base + "/runner").constData(), 0755);
        ::chmod((base + "/start").constData(), 0755);
        ::chmod((base + "/python").constData(), 04755);

        RunnerFixture unprivileged(script.fileName());
        QVERIFY(unprivileged.open());
        Output out;
        ProcessSpec spec = unprivileged.spec(
            {base + "/python", "-c", "import os, time\nos.setresuid(0, 0, 0)\nos.write(1, b'up')\ntime.sleep(1000)"});
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = unprivileged.start(std::move(spec));
        QTRY_COMPARE_WITH_TIMEOUT(out.bytes, "up"_ba, 30000);
        unprivileged.runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(unprivileged.hasEnded(ticket), 30000);
        const ProcessEnd &end = unprivileged.ends[ticket];
        QCOMPARE(end.how, ProcessEnd::How::OutOfReach);
        QCOMPARE(end.killed.size(), 2U);
        QVERIFY(end.killed[0].denied && end.killed[1].denied);
        QCOMPARE(unprivileged.survivors(), QList<qint64>{unprivileged.pids.value(ticket)});
        const quint64 next = unprivileged.start(unprivileged.shell("exit 4"));
        QTRY_VERIFY_WITH_TIMEOUT(unprivileged.hasEnded(next), 30000);
        QCOMPARE(unprivileged.ends[next].code, 4);
        ::kill(static_cast<pid_t>(unprivileged.pids.value(ticket)), SIGKILL);
        QTRY_VERIFY(unprivileged.survivors().empty());
    }

    void destroyingTheClientEndsItsRuns()
    {
        for (int i = 0; i < 20; ++i) {
            m_fixture->start(
                i % 5 == 0 ? m_fixture->spec(perl("POSIX::setsid(); deaf(); child(sub { deaf(); hang() }); hang()"))
                           : m_fixture->shell("sleep 1000; sleep 1000"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->pids.size(), 20, 30000);
        const QByteArray marker = m_fixture->marker;
        QElapsedTimer timer;
        timer.start();
        m_fixture.reset();
        QCOMPARE(RunnerFixture::processesWith(marker), QList<qint64>());
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()));
    }

    void aKilledEngineTakesAHundredRunsWithIt()
    {
        // This half must not touch the event loop: it is a fork of a Qt program.
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t engine = ::fork();
        if (engine == 0) {
            ::_exit(startRunsAndHang(ready[1]));
        }
        ::close(ready[1]);
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), 1);
        QCOMPARE(RunnerFixture::processesWith(m_fixture->marker).size(), 120);
        QElapsedTimer timer;
        timer.start();
        ::kill(engine, SIGKILL);
        ::waitpid(engine, nullptr, 0);
        QTRY_VERIFY_WITH_TIMEOUT(RunnerFixture::processesWith(m_fixture->marker).empty(), 5000);
        qInfo("a hundred runs settled within %lld ms", static_cast<long long>(timer.elapsed()));
        ::close(ready[0]);
    }

private:
    int startRunsAndHang(int ready)
    {
        base::Result<engine::RunnerKeeper> keeper = engine::RunnerKeeper::spawn(engine::Runner::locate());
        std::vector<engine::wire::Fd> channels;
        for (int i = 0; keeper && i < 100; ++i) {
            base::Result<engine::wire::SocketPair> pair = engine::wire::makeSocketPair();
            ProcessSpec spec =
                i % 5 == 0 ? m_fixture->shell("setsid sleep 1000 & wait") : m_fixture->spec({"/bin/sleep", "1000"});
            base::Result<engine::wire::Start> start = engine::wire::encode(spec, std::move(pair.value().theirs));
            char packet[64];
            if (!start || engine::wire::send(keeper.value().control(), start.value()) != 0 ||
                ::read(pair.value().ours.get(), packet, sizeof packet) <= 0) {
                return 1;
            }
            channels.push_back(std::move(pair.value().ours));
        }
        while (RunnerFixture::processesWith(m_fixture->marker).size() < 120) {
            ::usleep(1000);
        }
        [[maybe_unused]] const ssize_t told = ::write(ready, "x", 1);
        ::pause();
        return 0;
    }

    std::unique_ptr<RunnerFixture> m_fixture;
};

REGISTER_TEST(EscapeTest);
#include "test_escape.moc"
