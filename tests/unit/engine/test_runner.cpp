// SPDX-License-Identifier: Apache-2.0
#include "tests/support/registry.h"
#include "tests/support/runnerfixture.h"

#include <QTemporaryDir>
#include <QtEndian>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

using namespace Qt::StringLiterals;
using engine::ProcessEnd;
using engine::ProcessSpec;
using test::Output;
using test::RunnerFixture;

class RunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<RunnerFixture>();
        QVERIFY(m_fixture->open());
    }
    void cleanup() { m_fixture.reset(); }

    void exitCodeIsTold()
    {
        const quint64 ticket = m_fixture->start(m_fixture->shell("exit 37"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        const ProcessEnd &end = m_fixture->ends[ticket];
        QCOMPARE(end.how, ProcessEnd::How::Exited);
        QCOMPARE(end.code, 37);
        QVERIFY(!end.stopped);
        QVERIFY(end.killed.empty());
        QVERIFY(m_fixture->pids.value(ticket) > 0);
    }

    void startIsToldOnceBeforeTheEnd()
    {
        for (const char *script : {"exit 0", "sleep 0.1"}) {
            run(m_fixture->shell(script));
        }
        QCOMPARE(m_fixture->order, "sese"_ba);
    }

    void signalIsTold()
    {
        const quint64 ticket = m_fixture->start(m_fixture->shell("kill -USR1 $$"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        QCOMPARE(m_fixture->ends[ticket].how, ProcessEnd::How::Signalled);
        QCOMPARE(m_fixture->ends[ticket].code, SIGUSR1);
    }

    void missingProgramIsAnExecError()
    {
        const ProcessEnd end = run(m_fixture->spec({"/nonexistent/program"}));
        QCOMPARE(end.how, ProcessEnd::How::NotStarted);
        QCOMPARE(end.stage, "exec"_ba);
        QCOMPARE(end.code, ENOENT);
        QVERIFY(m_fixture->pids.isEmpty());
    }

    void missingDirectoryIsAnotherError()
    {
        ProcessSpec spec = m_fixture->shell("exit 0");
        spec.workingDirectory = "/nonexistent/folder";
        const ProcessEnd end = run(std::move(spec));
        QCOMPARE(end.how, ProcessEnd::How::NotStarted);
        QCOMPARE(end.stage, "chdir"_ba);
        QCOMPARE(end.code, ENOENT);
    }

    void unexecutableFileIsAnExecError()
    {
        const ProcessEnd end = run(m_fixture->spec({"/etc/passwd"}));
        QCOMPARE(end.stage, "exec"_ba);
        QCOMPARE(end.code, EACCES);
    }

    void workingDirectoryIsUsed()
    {
        const QTemporaryDir folder;
        ProcessSpec spec = m_fixture->shell("pwd -P");
        spec.workingDirectory = QFile::encodeName(QDir(folder.path()).canonicalPath());
        const QByteArray expected = spec.workingDirectory + '\n';
        QCOMPARE(outputOf(std::move(spec)), expected);
    }

    void argumentsArriveByteForByte()
    {
        const QByteArrayList odd{"--leading",
                                 "-n",
                                 "",
                                 "two\nlines",
                                 "\xff\xfe not utf-8",
                                 "a\tb",
                                 "$HOME `id` 'q' \"",
                                 "@file",
                                 QByteArray(100000, 'x')};
        const QByteArray code = "print map { pack('N/a*', $_) } @ARGV";
        const QByteArray got = outputOf(m_fixture->spec(QByteArrayList{"/usr/bin/perl", "-e", code, "--"} + odd));
        QByteArray expected;
        for (const QByteArray &argument : odd) {
            const quint32 size = qToBigEndian(static_cast<quint32>(argument.size()));
            expected += QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + argument;
        }
        QVERIFY(got == expected);
    }

    void environmentArrivesByteForByte()
    {
        ProcessSpec spec = m_fixture->spec({"/bin/cat", "/proc/self/environ"});
        spec.environment = {"PLAIN=1", "LINES=a\nb\n", "BYTES=\xff\x01", "EMPTY=", "SAME=1", "SAME=2", "odd name=x=y"};
        const QByteArray expected = spec.environment.join('\0') + '\0';
        QVERIFY(outputOf(std::move(spec)) == expected);
    }

    void largeSpecificationsArrive()
    {
        ProcessSpec spec =
            m_fixture->spec({"/usr/bin/perl", "-e", "print length($ENV{BIG15}), ' ', scalar(@ARGV)", "--"});
        for (int i = 0; i < 16; ++i) {
            spec.environment += "BIG" + QByteArray::number(i) + '=' + QByteArray(100000, 'e');
        }
        spec.argv += QByteArrayList(1000, QByteArray(300, 'a'));
        QCOMPARE(outputOf(std::move(spec)), "100000 1000"_ba);
    }

    void badSpecificationsNameTheField_data()
    {
        QTest::addColumn<ProcessSpec>("spec");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QString &field, const auto &change) {
            ProcessSpec spec;
            spec.argv = {"/bin/true", "a"};
            change(spec);
            QTest::newRow(name) << spec << field;
        };
        row("no arguments", u"argv[0]"_s, [](ProcessSpec &spec) { spec.argv.clear(); });
        row("relative program", u"argv[0]"_s, [](ProcessSpec &spec) { spec.argv[0] = "true"; });
        row("NUL in an argument", u"argv[1]"_s, [](ProcessSpec &spec) { spec.argv[1] = QByteArray("a\0b", 3); });
        row("no equals sign", u"environment[0]"_s, [](ProcessSpec &spec) { spec.environment = {"NAME"}; });
        row("no name", u"environment[1]"_s, [](ProcessSpec &spec) { spec.environment = {"A=1", "=x"}; });
        row("NUL in the directory", u"workingDirectory[0]"_s,
            [](ProcessSpec &spec) { spec.workingDirectory = QByteArray("/\0", 2); });
        row("negative grace", u"killAfter"_s,
            [](ProcessSpec &spec) { spec.killAfter = std::chrono::milliseconds(-1); });
        row("too large", u"argv"_s, [](ProcessSpec &spec) { spec.argv += QByteArray(9 << 20, 'x'); });
    }
    void badSpecificationsNameTheField()
    {
        QFETCH(ProcessSpec, spec);
        QFETCH(QString, field);
        int fds[2];
        QCOMPARE(::pipe2(fds, O_CLOEXEC), 0);
        spec.out = fds[1];
        const base::Result<quint64> ticket = m_fixture->runner.start(spec);
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().code, base::ErrorCode::Invalid);
        QCOMPARE(ticket.error().field, field);
        QCOMPARE(::fcntl(fds[1], F_GETFD), -1);
        ::close(fds[0]);
    }

    void bothStreamsAreCapturedAndInputIsTheNullDevice()
    {
        Output out;
        Output err;
        ProcessSpec spec = m_fixture->shell("cat; echo out; echo err >&2");
        spec.out = out.pipe->takeWriteEnd();
        spec.err = err.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_VERIFY(m_fixture->hasEnded(ticket) && out.closed == 1 && err.closed == 1);
        QCOMPARE(out.bytes, "out\n"_ba);
        QCOMPARE(err.bytes, "err\n"_ba);
    }

    void programHasOnlyItsThreeStreams()
    {
        const int open = ::open("/etc/passwd", O_RDONLY); // not closed on exec
        const QByteArray listed = outputOf(m_fixture->spec({"/bin/ls", "/proc/self/fd"}));
        ::close(open);
        QCOMPARE(listed, "0\n1\n2\n3\n"_ba); // 3 is the open folder
    }

    void programStartsWithCleanSignalsInItsOwnSession()
    {
        const QByteArray status = outputOf(m_fixture->shell("exec cat /proc/self/status /proc/self/stat"));
        QVERIFY(status.contains("SigBlk:\t0000000000000000"));
        QVERIFY2(status.contains("SigIgn:\t0000000000000000"), status);
        const QByteArrayList stat = status.mid(status.lastIndexOf(')') + 2).split(' ');
        const QByteArray pid = QByteArray::number(m_fixture->pids.constBegin().value());
        QCOMPARE(stat.at(2), pid); // process group
        QCOMPARE(stat.at(3), pid); // session
    }

    void usageCoversTheWholeTree()
    {
        const QByteArray burn = "my $x = 'm' x 60000000; my $until = times() + 0.15; 1 while (times())[0] < $until;";
        const ProcessEnd end = run(m_fixture->shell("perl -e \"" + QByteArray(burn).replace("$", "\\$") + "\"; true"));
        QVERIFY2(end.usage.cpuMicros >= 140000, QByteArray::number(end.usage.cpuMicros));
        QVERIFY2(end.usage.cpuMicros < 5000000, QByteArray::number(end.usage.cpuMicros));
        QVERIFY2(end.usage.peakKib >= 50000, QByteArray::number(end.usage.peakKib));
        const ProcessEnd small = run(m_fixture->spec({"/bin/true"}));
        QVERIFY2(small.usage.peakKib < 20000, QByteArray::number(small.usage.peakKib));
        QVERIFY(small.usage.cpuMicros < 100000);
    }

    void usageCoversThoseWhoLostTheirParent()
    {
        const QTemporaryDir folder;
        const QByteArray path = QFile::encodeName(folder.path());
        QFile script(folder.filePath(u"burn"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("open F, '>', shift; my $x = 'm' x 60000000; print F 'd' x 4194304; F->flush; F->sync;"
                     "my $until = times() + 0.15; 1 while (times())[0] < $until; rename $ARGV[0], $ARGV[1];");
        script.close();
        const ProcessEnd end = run(m_fixture->shell("cd '" + path +
                                                    "'; (setsid perl -MIO::Handle burn data data done &); "
                                                    "while ! [ -e done ]; do sleep 0.02; done"));
        QCOMPARE(end.code, 0);
        QVERIFY2(end.usage.cpuMicros >= 140000, QByteArray::number(end.usage.cpuMicros));
        QVERIFY2(end.usage.peakKib >= 50000, QByteArray::number(end.usage.peakKib));
        struct statfs mount
        {
        };
        if (::statfs(path.constData(), &mount) == 0 && mount.f_type != TMPFS_MAGIC) {
            QVERIFY2(end.usage.writtenBytes >= 4 << 20, QByteArray::number(end.usage.writtenBytes));
        }
    }

    void stopTermsAPoliteProgram()
    {
        Output out;
        ProcessSpec spec = m_fixture->shell("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        spec.killAfter = std::chrono::seconds(60);
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_COMPARE(out.bytes, "ready\n"_ba);
        m_fixture->runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        const ProcessEnd &end = m_fixture->ends[ticket];
        QCOMPARE(end.how, ProcessEnd::How::Exited);
        QCOMPARE(end.code, 3);
        QVERIFY(end.stopped);
        QCOMPARE(end.killed.front().signal, "TERM"_ba);
        QCOMPARE(end.killed.front().pid, m_fixture->pids.value(ticket));
        QCOMPARE(end.killed.front().name, "sh"_ba);
        QVERIFY(
            std::none_of(end.killed.begin(), end.killed.end(), [](const auto &each) { return each.signal == "KILL"; }));
    }

    void stopKillsAStubbornProgramAfterItsGrace()
    {
        Output out;
        ProcessSpec spec =
            m_fixture->spec({"/usr/bin/perl", "-e", "$SIG{TERM}='IGNORE'; $|=1; print 'up'; sleep 1 while 1"});
        spec.out = out.pipe->takeWriteEnd();
        const quint64 ticket = m_fixture->start(std::move(spec));
        QTRY_COMPARE(out.bytes, "up"_ba);
        m_fixture->runner.stop(ticket);
        m_fixture->runner.stop(ticket);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->hasEnded(ticket), 30000);
        const ProcessEnd &end = m_fixture->ends[ticket];
        QCOMPARE(end.how, ProcessEnd::How::Signalled);
        QCOMPARE(end.code, SIGKILL);
        QCOMPARE(end.killed.size(), 2U);
        QCOMPARE(end.killedTotal, 2);
        QCOMPARE(end.killed[0].signal, "TERM"_ba);
        QCOMPARE(end.killed[1].signal, "KILL"_ba);
        QVERIFY(end.killed[1].atMillis >= 300);
        QCOMPARE(m_fixture->endings.value(ticket), 1);
    }

    void stopBeforeTheStartCancels()
    {
        std::vector<quint64> tickets;
        for (int i = 0; i < 100; ++i) { // more than are sent at once
            tickets.push_back(m_fixture->start(m_fixture->spec({"/bin/sleep", "1000"})));
        }
        for (const quint64 ticket : tickets) {
            m_fixture->runner.stop(ticket);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ends.size(), 100U, 20000);
        for (const auto &[ticket, end] : m_fixture->ends) {
            QCOMPARE(m_fixture->endings.value(ticket), 1);
            const bool cancelled = end.how == ProcessEnd::How::NotStarted && end.stage == "cancelled";
            QVERIFY2(cancelled || end.how == ProcessEnd::How::Signalled,
                     end.stage + ' ' + QByteArray::number(int(end.how)) + ' ' + QByteArray::number(end.code));
        }
        QCOMPARE(m_fixture->ends[tickets.back()].stage, "cancelled"_ba);
        QVERIFY(m_fixture->survivors().empty());
    }

    void inputIsRead()
    {
        int fds[2];
        QCOMPARE(::pipe2(fds, O_CLOEXEC), 0);
        QCOMPARE(::write(fds[1], "given", 5), 5);
        ::close(fds[1]);
        ProcessSpec spec = m_fixture->spec({"/bin/cat"});
        spec.in = fds[0];
        QCOMPARE(outputOf(std::move(spec)), "given"_ba);
    }

    void manyRunsEndOnceEachAndLeaveNoDescriptor()
    {
        const auto descriptors = [] { return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size(); };
        const qsizetype before = descriptors();
        for (int i = 0; i < 300; ++i) {
            QVERIFY(m_fixture->start(m_fixture->shell("exit " + QByteArray::number(i % 100))) > 0);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ends.size(), 300U, 30000);
        for (const auto &[ticket, end] : m_fixture->ends) {
            QCOMPARE(end.code, static_cast<int>((ticket - 1) % 100));
            QCOMPARE(m_fixture->endings.value(ticket), 1);
        }
        QCOMPARE(descriptors(), before);
    }

private:
    ProcessEnd run(ProcessSpec spec)
    {
        const quint64 ticket = m_fixture->start(std::move(spec));
        return QTest::qWaitFor([&] { return m_fixture->hasEnded(ticket); }, 30000) ? m_fixture->ends[ticket]
                                                                                   : ProcessEnd();
    }
    QByteArray outputOf(ProcessSpec spec)
    {
        Output out;
        spec.out = out.pipe->takeWriteEnd();
        const ProcessEnd end = run(std::move(spec));
        out.pipe->drain();
        return end.how == ProcessEnd::How::Exited && out.drained == 1 ? out.bytes : "failed: " + end.stage;
    }

    std::unique_ptr<RunnerFixture> m_fixture;
};

REGISTER_TEST(RunnerTest);
#include "test_runner.moc"
