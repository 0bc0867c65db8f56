// SPDX-License-Identifier: Apache-2.0
// A process that dies while it appends, and a disk that is full.
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <cstdio>
#include <deque>
#include <unistd.h>

#include <sys/mount.h>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::LogInfo;
using store::Logs;
using test::answerOf;
using test::logLines;

namespace {

constexpr const char *childVariable = "SIGNALBOX_TEST_LOGS";
constexpr int runCount = 4;

base::RunId runNumber(int number)
{
    return base::RunId(u"run_%1"_s.arg(number));
}

/// Run 0 floods, the others trickle; each acknowledged append is a line on standard output. Until somebody kills it.
[[noreturn]] void appendForever(const QString &path)
{
    Logs logs(path);
    if (!logs.open().result()) {
        std::_Exit(1);
    }
    std::array<qint64, runCount> lines{};
    for (int run = 0; run < runCount; ++run) {
        lines[static_cast<size_t>(run)] = logs.info(runNumber(run)).result()->lines;
    }
    struct Sent
    {
        int run = 0;
        QFuture<base::Result<LogInfo>> answer;
    };
    std::deque<Sent> sent;
    for (int turn = 0;; ++turn) {
        for (int run = 0; run < runCount; ++run) {
            qint64 &count = lines[static_cast<size_t>(run)];
            const qint64 more = run == 0 ? 2000 : 1 + turn % 5;
            sent.push_back({run, logs.append(runNumber(run), logLines(runNumber(run), count, more))});
            count += more;
        }
        while (!sent.empty() && (sent.front().answer.isFinished() || logs.pendingBytes() > 2 << 20)) {
            const auto answer = sent.front().answer.result();
            if (!answer) {
                std::_Exit(2);
            }
            std::printf("ack %d %lld\n", sent.front().run, static_cast<long long>(answer->lines));
            std::fflush(stdout);
            sent.pop_front();
        }
    }
}

QByteArray integrity(const QString &path)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    QByteArray answer;
    if (sqlite3_open(qPrintable(path), &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        answer = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return answer;
}

/// A file system of its own, gone with the object.
class SmallDisk
{
public:
    explicit SmallDisk(const char *options)
        : m_mounted(mount("none", qPrintable(m_folder.path()), "tmpfs", 0, options) == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            umount(qPrintable(m_folder.path()));
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    bool m_mounted = false;
};

/// Fills the disk to its last byte.
void fill(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        while (file.write(QByteArray(4096, 'f')) == 4096) {
        }
    }
}

} // namespace

class LogFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet(childVariable)) {
            appendForever(qEnvironmentVariable(childVariable));
        }
    }

    void aKilledProcessLosesNothingAcknowledged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"logs.db"_s);
        QRandomGenerator random(QRandomGenerator::system()->generate());
        const int kills = qEnvironmentVariableIsEmpty("SIGNALBOX_LONG") ? 20 : 200;
        for (int kill = 0; kill < kills; ++kill) {
            const QList<qint64> acknowledged = runUntilKilled(path, random.bounded(1, 400));
            QVERIFY(!acknowledged.isEmpty());
            Logs logs(path);
            QVERIFY(answerOf(logs.open()));
            for (int run = 0; run < runCount; ++run) {
                const base::RunId id = runNumber(run);
                const auto info = answerOf(logs.info(id));
                QVERIFY(info);
                QVERIFY2(info->lines >= acknowledged[run], qPrintable(id.text()));
                const auto bytes = test::wholeLog(logs, id, 1'000'000);
                QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().message()));
                QCOMPARE(bytes->size(), info->bytes);
                QVERIFY(*bytes == logLines(id, 0, info->lines).bytes);
            }
            if (answerOf(logs.info(runNumber(0)))->lines > 100'000) {
                QVERIFY(answerOf(logs.remove({runNumber(0)})));
            }
        }
        QCOMPARE(integrity(path), "ok");
    }

    void aFullDiskFailsAppendsUntilThereIsSpace()
    {
        const SmallDisk disk("size=2m");
        if (!disk.isMounted()) {
            QSKIP("mounting a small tmpfs needs root");
        }
        const QString path = disk.filePath(u"logs.db"_s);
        Logs logs(path);
        QVERIFY(answerOf(logs.open()));
        QSignalSpy troubled(&logs, &Logs::troubled);
        const base::RunId run = runNumber(0);
        QVERIFY(answerOf(logs.append(run, logLines(run, 0, 50))));
        fill(disk.filePath(u"filler"_s));
        qint64 lines = 50;
        base::Result<LogInfo> answer = LogInfo();
        while (answer && lines < 100'000) { // What the write-ahead file has room for still works.
            answer = answerOf(logs.append(run, logLines(run, lines, 200)));
            lines += answer ? 200 : 0;
        }
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Unavailable);
        QTRY_COMPARE(troubled.size(), 1);
        QVERIFY(troubled.first().first().value<std::optional<base::Error>>().has_value());
        // Blocks and a pile of appends fail as well, and nobody is told twice.
        const auto big = logs.append(run, logLines(run, lines, 50'000));
        const auto after = logs.append(run, logLines(run, lines + 50'000, 1));
        QCOMPARE(answerOf(big).error().code, ErrorCode::Unavailable);
        QVERIFY(!answerOf(after));
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(logs.pendingBytes(), 0);
        QCOMPARE(answerOf(logs.info(run))->lines, lines);
        QVERIFY(QFile::remove(disk.filePath(u"filler"_s)));
        QVERIFY(answerOf(logs.append(run, logLines(run, lines, 5000))));
        QTRY_COMPARE(troubled.size(), 2);
        QVERIFY(!troubled.last().first().value<std::optional<base::Error>>().has_value());
        QVERIFY(*test::wholeLog(logs, run, 100'000) == logLines(run, 0, lines + 5000).bytes);
        logs.close();
        QCOMPARE(integrity(path), "ok");
    }

    void aDiskTooSmallForTheFileIsUnavailable()
    {
        const SmallDisk disk("size=16k");
        if (!disk.isMounted()) {
            QSKIP("mounting a small tmpfs needs root");
        }
        QCOMPARE(answerOf(Logs(disk.filePath(u"logs.db"_s)).open()).error().code, ErrorCode::Unavailable);
    }

    void aReadOnlyDiskIsUnavailable()
    {
        const SmallDisk disk("size=2m");
        if (!disk.isMounted()) {
            QSKIP("mounting a small tmpfs needs root");
        }
        const QFileInfo file(disk.filePath(u"logs.db"_s));
        QVERIFY(answerOf(Logs(file.filePath()).open()));
        QCOMPARE(mount("none", qPrintable(file.path()), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=2m"), 0);
        Logs logs(file.filePath());
        QCOMPARE(answerOf(logs.open()).error().code, ErrorCode::Unavailable);
        QCOMPARE(answerOf(logs.append(runNumber(0), logLines(runNumber(0), 0, 1))).error().code,
                 ErrorCode::Unavailable);
    }

private:
    /// Kills the child after about so many acknowledgements; the lines it told of, by run.
    QList<qint64> runUntilKilled(const QString &path, int acknowledgements)
    {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childVariable), path);
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"LogFailuresTest"_s});
        QByteArray output;
        const auto enough = [&] {
            output += child.readAllStandardOutput();
            return output.count("ack ") >= acknowledgements || child.state() == QProcess::NotRunning;
        };
        const bool reached = QTest::qWaitFor(enough, 20'000);
        const bool alive = child.state() == QProcess::Running;
        child.kill();
        child.waitForFinished();
        output += child.readAllStandardOutput();
        if (!reached || !alive) {
            return {};
        }
        QList<qint64> lines(runCount, 0);
        output.truncate(output.lastIndexOf('\n'));
        for (const QByteArray &line : output.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() == 3 && words[0] == "ack") {
                qint64 &most = lines[words[1].toInt()];
                most = std::max(most, words[2].toLongLong());
            }
        }
        return lines;
    }
};

REGISTER_TEST(LogFailuresTest);
#include "test_logfailures.moc"
