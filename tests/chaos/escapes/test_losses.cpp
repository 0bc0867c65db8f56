// SPDX-License-Identifier: Apache-2.0
// Helpers of ours that get killed: no process of a run outlives them, and later runs work.
#include "tests/chaos/escapes/escapehouse.h"
#include "tests/support/registry.h"

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

class LossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RunnerFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void leftoversOfAFinishedProgramAreEnded_data()
    {
        QTest::addColumn<QByteArrayList>("argv");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("background job") << test::RunnerFixture::shellWords("sleep 1000 & exit 5") << "TERM"_ba;
        QTest::newRow("background job holding the output")
            << test::RunnerFixture::shellWords("sleep 1000 & echo hi; exit 5") << "TERM"_ba;
        QTest::newRow("daemon in its own session")
            << test::RunnerFixture::shellWords("setsid -f sleep 1000; exit 5") << "TERM"_ba;
        QTest::newRow("deaf daemon") << QByteArrayList{ESCAPEE, "leaves a deaf daemon"} << "KILL"_ba;
        QTest::newRow("killed main process")
            << test::RunnerFixture::shellWords("setsid -f sleep 1000; kill -9 $$") << "TERM"_ba;
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
        QVERIFY(end.code == 5 || end.code == 0 || end.code == SIGKILL);
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
        struct statvfs mount
        {
        };
        const QTemporaryDir folder;
        const QByteArray base = QFile::encodeName(folder.path());
        ::statvfs(base.constData(), &mount);
        if (::geteuid() != 0 || (mount.f_flag & ST_NOSUID) != 0) {
            QSKIP("needs root and a folder where set-uid works");
        }
        // A runner without rights, and a program that becomes root.
        QVERIFY(QFile::copy(engine::Runner::locate(), folder.filePath(u"runner"_s)));
        QVERIFY(QFile::copy(QStringLiteral(ESCAPEE), folder.filePath(u"escapee"_s)));
        QFile script(folder.filePath(u"start"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec /usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups " + base +
                     "/runner\n");
        script.close();
        ::chmod(base.constData(), 0755);
        ::chmod((base + "/runner").constData(), 0755);
        ::chmod((base + "/start").constData(), 0755);
        ::chmod((base + "/escapee").constData(), 04755);

        RunnerFixture unprivileged(script.fileName());
        QVERIFY(unprivileged.open());
        Output out;
        ProcessSpec spec = unprivileged.spec({base + "/escapee", "becomes root"});
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = unprivileged.start(std::move(spec));
        QTRY_VERIFY_WITH_TIMEOUT(out.bytes.startsWith("up "), 30000);
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
            m_fixture->start(i % 5 == 0 ? m_fixture->spec({ESCAPEE, "everyone ignores TERM"})
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

REGISTER_TEST(LossTest);
#include "test_losses.moc"
