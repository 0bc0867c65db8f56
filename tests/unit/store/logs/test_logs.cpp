// SPDX-License-Identifier: Apache-2.0
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using base::ErrorCode;
using store::LogChunk;
using store::LogInfo;
using store::Logs;
using store::Stream;
using test::answerOf;
using test::logLines;

namespace {

/// An integer out of the file, over a connection of the test's own; with a statement without rows, 0.
qint64 ask(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    qint64 value = -1;
    if (sqlite3_open(qPrintable(path), &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK) {
        value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

} // namespace

class LogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
        QVERIFY(answerOf(m_logs->open()));
    }

    void cleanup()
    {
        m_logs.reset();
        m_folder.reset();
    }

    void theFileIsPrivateAndSetUpAsPlanned()
    {
        QCOMPARE(QFileInfo(path()).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(ask(path(), "PRAGMA page_size"), 16384);
        QCOMPARE(ask(path(), "PRAGMA user_version"), 2);
        QVERIFY(ask(path(), "PRAGMA application_id") != 0);
        QCOMPARE(ask(path(), "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
    }

    void whatWasAcknowledgedIsReadAtOnce()
    {
        const auto done = answerOf(m_logs->append(m_run, logLines(m_run, 0, 3)));
        QVERIFY(done);
        QCOMPARE(done->lines, 3);
        QCOMPARE(*answerOf(m_logs->info(m_run)), *done);
        const auto read = answerOf(m_logs->read(m_run, 1, 1));
        QVERIFY(read);
        QCOMPARE(read->firstLine, 1);
        QCOMPARE(read->bytes, test::logLine(m_run, 1));
        QCOMPARE(m_logs->pendingBytes(), 0);
    }

    void streamsTimesAndOpenLinesAreKept()
    {
        const LogChunk chunk{.firstLine = 0,
                             .bytes = "out\nerr\nprompt> \nnote\n",
                             .spans = {{1, Stream::Out, base::fromMillis(5), false},
                                       {1, Stream::Err, base::fromMillis(5), false},
                                       {1, Stream::Err, base::fromMillis(5), true},
                                       {1, Stream::Note, base::fromMillis(-7), false}}};
        QVERIFY(answerOf(m_logs->append(m_run, chunk)));
        const auto tail = answerOf(m_logs->read(m_run, 0, 10));
        QVERIFY(tail);
        QCOMPARE(tail->spans.size(), 3); // The two of stderr are one, and it ends open.
        QCOMPARE(tail->spans[1], (store::LogSpan{2, Stream::Err, base::fromMillis(5), true}));
        QVERIFY(answerOf(m_logs->seal(m_run)));
        const auto block = answerOf(m_logs->read(m_run, 0, 10));
        QVERIFY(block);
        QCOMPARE(block->spans, tail->spans);
        QCOMPARE(block->bytes, chunk.bytes);
    }

    void oneCommitHoldsAllRuns()
    {
        QSignalSpy grew(m_logs.get(), &Logs::grew);
        QList<std::pair<base::RunId, LogChunk>> chunks; // Made first, so that handing them over takes no time.
        for (int i = 0; i < 100; ++i) {
            const base::RunId run(u"run_%1"_s.arg(i % 20));
            chunks.append({run, logLines(run, i / 20, 1)});
        }
        QList<QFuture<base::Result<LogInfo>>> answers;
        for (const auto &[run, chunk] : chunks) {
            answers.append(m_logs->append(run, chunk));
        }
        for (const auto &answer : answers) {
            QVERIFY(answerOf(answer));
        }
        QTRY_VERIFY(grew.size() >= 20);
        // Each run once in each commit: all of it fits into one, or two if the timer fell in between.
        QVERIFY2(grew.size() <= 40, qPrintable(QString::number(grew.size())));
        QVERIFY(ask(path(), "SELECT count(*) FROM tail") <= 40);
        QCOMPARE(ask(path(), "SELECT sum(lines) FROM tail"), 100);
    }

    void wrongPlacesConflict()
    {
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 3))));
        for (const qint64 first : {0, 2, 4}) {
            const auto refused = answerOf(m_logs->append(m_run, logLines(m_run, first, 1)));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
        }
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 3, 1))));
        const auto invalid =
            answerOf(m_logs->append(m_run, {.firstLine = 4, .bytes = "no end", .spans = {{.lines = 1}}}));
        QCOMPARE(invalid.error().field, u"bytes"_s);
        QCOMPARE(answerOf(m_logs->info(m_run))->lines, 4);
        QCOMPARE(m_logs->pendingBytes(), 0);
    }

    void aFloodGoesIntoBlocks()
    {
        qint64 lines = 0;
        QFuture<base::Result<LogInfo>> last;
        for (int i = 0; i < 64; ++i, lines += 1500) {
            last = m_logs->append(m_run, logLines(m_run, lines, 1500));
        }
        QVERIFY(answerOf(last));
        QCOMPARE(ask(path(), "SELECT count(*) FROM block WHERE bytes < 196608"), 0);
        QVERIFY(ask(path(), "SELECT count(*) FROM block") >= 8);
        QVERIFY(ask(path(), "SELECT coalesce(sum(bytes), 0) FROM tail") < 196608);
        QCOMPARE(*test::wholeLog(*m_logs, m_run, 10'000), logLines(m_run, 0, lines).bytes);
        QVERIFY(answerOf(m_logs->seal(m_run)));
        QCOMPARE(ask(path(), "SELECT count(*) FROM tail"), 0);
        QCOMPARE(*test::wholeLog(*m_logs, m_run, 100'000), logLines(m_run, 0, lines).bytes);
    }

    void aTricklingLogBecomesBlocksToo()
    {
        qint64 lines = 0;
        while (ask(path(), "SELECT count(*) FROM block") < 2) {
            QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, lines, 1200))));
            lines += 1200;
            QCOMPARE(answerOf(m_logs->info(m_run))->lines, lines);
        }
        QVERIFY(ask(path(), "SELECT count(*) FROM tail") < 8);
        QCOMPARE(*test::wholeLog(*m_logs, m_run, 777), logLines(m_run, 0, lines).bytes);
    }

    void oneHugeAppendIsCutIntoBlocks()
    {
        const LogChunk huge = logLines(m_run, 0, 120'000);
        const auto done = answerOf(m_logs->append(m_run, huge));
        QVERIFY(done);
        QCOMPARE(done->bytes, huge.bytes.size());
        QVERIFY(ask(path(), "SELECT max(bytes) FROM block") < 600'000);
        const auto page = answerOf(m_logs->read(m_run, 100, 1'000'000));
        QVERIFY(page);
        QVERIFY(page->bytes.size() >= 3 << 20);
        QVERIFY(page->bytes.size() <= (4 << 20) + 600'000);
        QCOMPARE(*test::wholeLog(*m_logs, m_run, 1'000'000), huge.bytes);
    }

    void aLineLongerThanABlockIsOneBlock()
    {
        const QByteArray line = QByteArray(3'000'000, 'l') + '\n';
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 2))));
        QVERIFY(answerOf(m_logs->append(m_run, {.firstLine = 2, .bytes = line, .spans = {{.lines = 1}}})));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 3, 2))));
        QCOMPARE(answerOf(m_logs->read(m_run, 2, 1))->bytes, line);
        QCOMPARE(answerOf(m_logs->read(m_run, 3, 9))->bytes, logLines(m_run, 3, 2).bytes);
    }

    void anyRangeReadsItsLines()
    {
        QRandomGenerator random(5);
        qint64 lines = 0;
        while (lines < 30'000) {
            const qint64 more = random.bounded(1, 3000);
            const auto answer = m_logs->append(m_run, logLines(m_run, lines, more));
            lines += more;
            if (random.bounded(3) == 0) {
                QVERIFY(answerOf(answer));
            }
        }
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, lines, 1))));
        ++lines;
        for (int i = 0; i < 200; ++i) {
            const qint64 first = random.bounded(int(lines));
            const qint64 count = random.bounded(1, 400);
            const auto chunk = answerOf(m_logs->read(m_run, first, count));
            QVERIFY(chunk);
            QCOMPARE(chunk->bytes, logLines(m_run, first, std::min(count, lines - first)).bytes);
            QCOMPARE(chunk->firstLine, first);
        }
    }

    void emptyAndUnknownAnswersAreEmpty()
    {
        QCOMPARE(*answerOf(m_logs->info(m_run)), LogInfo());
        QVERIFY(answerOf(m_logs->read(m_run, 0, 10))->spans.isEmpty());
        QCOMPARE(*answerOf(m_logs->seal(m_run)), LogInfo());
        QVERIFY(answerOf(m_logs->remove({m_run})));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 2))));
        QVERIFY(answerOf(m_logs->read(m_run, 2, 10))->bytes.isEmpty());
        QCOMPARE(answerOf(m_logs->read(m_run, -1, 10)).error().field, u"first"_s);
        QCOMPARE(answerOf(m_logs->read(m_run, 0, 0)).error().field, u"count"_s);
        QCOMPARE(answerOf(m_logs->read(m_run, 1, std::numeric_limits<qint64>::max()))->firstLine, 1);
    }

    void removedLogsStartAgain()
    {
        const base::RunId other(u"run_other"_s);
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 20'000))));
        QVERIFY(answerOf(m_logs->append(other, logLines(other, 0, 10))));
        QVERIFY(answerOf(m_logs->read(m_run, 0, 10))); // Its block is remembered now.
        const auto lost = m_logs->append(m_run, logLines(m_run, 20'000, 1));
        const auto removed = m_logs->remove({m_run});
        const auto again = m_logs->append(m_run, logLines(m_run, 0, 1));
        QVERIFY(answerOf(removed));
        QCOMPARE(answerOf(lost).error().code, ErrorCode::Cancelled);
        QVERIFY(answerOf(again));
        QCOMPARE(answerOf(m_logs->info(m_run))->lines, 1);
        QCOMPARE(answerOf(m_logs->read(m_run, 0, 10))->bytes, test::logLine(m_run, 0));
        QCOMPARE(answerOf(m_logs->info(other))->lines, 10);
        QCOMPARE(m_logs->pendingBytes(), 0);
    }

    void closingWritesWhatIsPending()
    {
        const auto append = m_logs->append(m_run, logLines(m_run, 0, 40'000));
        const auto more = m_logs->append(m_run, logLines(m_run, 40'000, 1));
        m_logs->close();
        QVERIFY(append.isFinished() && append.result());
        QVERIFY(more.isFinished() && more.result());
        QCOMPARE(answerOf(m_logs->append(m_run, logLines(m_run, 40'001, 1))).error().code, ErrorCode::Unavailable);
        QCOMPARE(answerOf(m_logs->info(m_run)).error().code, ErrorCode::Unavailable);
        reopen();
        QVERIFY(answerOf(m_logs->open()));
        QCOMPARE(answerOf(m_logs->info(m_run))->lines, 40'001);
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 40'001, 9))));
        QCOMPARE(*test::wholeLog(*m_logs, m_run, 50'000), logLines(m_run, 0, 40'010).bytes);
    }

    void nothingWorksBeforeOpening()
    {
        Logs logs(m_folder->filePath(u"other.db"_s));
        QCOMPARE(answerOf(logs.append(m_run, logLines(m_run, 0, 1))).error().code, ErrorCode::Unavailable);
        QCOMPARE(answerOf(logs.info(m_run)).error().code, ErrorCode::Unavailable);
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"other.db"_s)));
    }

    void foreignAndNewerFilesAreRefused()
    {
        const QString garbage = m_folder->filePath(u"garbage.db"_s);
        QFile file(garbage);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(40'000, 'g'));
        file.close();
        QCOMPARE(answerOf(Logs(garbage).open()).error().code, ErrorCode::Corrupt);
        const QString foreign = m_folder->filePath(u"foreign.db"_s);
        QCOMPARE(ask(foreign, "CREATE TABLE t(a)"), 0);
        QCOMPARE(answerOf(Logs(foreign).open()).error().code, ErrorCode::Corrupt);
        QCOMPARE(ask(path(), "PRAGMA user_version = 99"), 0);
        QCOMPARE(answerOf(Logs(path()).open()).error().code, ErrorCode::Unsupported);
        QCOMPARE(answerOf(Logs(u"/nowhere/logs.db"_s).open()).error().code, ErrorCode::Unavailable);
    }

    void damagedBlocksAreNamedAndTheRestStays()
    {
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 6000))));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 6000, 6000))));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 12'000, 5))));
        QCOMPARE(ask(path(), "UPDATE block SET data = zeroblob(100) WHERE first_line = 0"), 0);
        QCOMPARE(ask(path(), "UPDATE tail SET data = x'00'"), 0);
        QCOMPARE(answerOf(m_logs->read(m_run, 10, 5)).error().code, ErrorCode::Corrupt);
        QCOMPARE(answerOf(m_logs->read(m_run, 12'001, 1)).error().code, ErrorCode::Corrupt);
        QCOMPARE(answerOf(m_logs->read(m_run, 6000, 5))->bytes, logLines(m_run, 6000, 5).bytes);
        // A damaged tail does not hold up what follows it.
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 12'005, 9000))));
        QCOMPARE(answerOf(m_logs->seal(m_run))->lines, 21'005);
        QCOMPARE(ask(path(), "SELECT count(*) FROM tail"), 0);
        QCOMPARE(answerOf(m_logs->read(m_run, 12'005, 3))->bytes, logLines(m_run, 12'005, 3).bytes);
        QCOMPARE(answerOf(m_logs->read(m_run, 12'001, 1)).error().code, ErrorCode::Corrupt);
        QCOMPARE(ask(path(), "DELETE FROM block WHERE first_line = 0"), 0);
        QCOMPARE(answerOf(m_logs->read(m_run, 10, 5)).error().code, ErrorCode::Corrupt);
    }

    void anotherProcessIsNoticed()
    {
        Logs guest(path());
        QVERIFY(answerOf(guest.open()));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 5))));
        QCOMPARE(answerOf(guest.info(m_run))->lines, 5);
        QVERIFY(answerOf(guest.append(m_run, logLines(m_run, 5, 5))));
        QCOMPARE(answerOf(m_logs->append(m_run, logLines(m_run, 5, 1))).error().code, ErrorCode::Conflict);
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 10, 1))));
        QVERIFY(answerOf(guest.remove({m_run})));
        QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, 0, 1))));
        QCOMPARE(answerOf(guest.info(m_run))->lines, 1);
    }

private:
    QString path() const { return m_folder->filePath(u"logs.db"_s); }
    void reopen() { m_logs = std::make_unique<Logs>(path()); }

    const base::RunId m_run{u"run_test"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Logs> m_logs;
};

REGISTER_TEST(LogsTest);
#include "test_logs.moc"
