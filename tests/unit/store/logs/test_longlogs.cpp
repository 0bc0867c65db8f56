// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using store::Logs;
using test::answerOf;
using test::logLines;

namespace {

constexpr qint64 most = 2 << 20;
constexpr qint64 piece = 2000; ///< Lines of one append.

qint64 ask(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    qint64 value = -1;
    if (sqlite3_open(qPrintable(path), &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        value = sqlite3_column_int64(statement, 0);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

} // namespace

/// Logs that are longer than what is kept of one.
class LongLogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_run = base::RunId::make();
        m_lines = 0;
        open();
    }
    void cleanup()
    {
        m_logs.reset();
        m_folder.reset();
    }

    void theBeginningAndTheEndAreKept()
    {
        grow(8 << 20);
        QVERIFY(answerOf(m_logs->seal(m_run)));
        check();
        const qint64 kept = ask(file(), "SELECT sum(bytes) FROM block WHERE codec = 1");
        QVERIFY2(kept <= most + (256 << 10), qPrintable(QString::number(kept)));
        QCOMPARE(ask(file(), "SELECT count(*) FROM block WHERE codec = 2"), 1);
        QCOMPARE(ask(file(), "SELECT count(*) FROM filter WHERE first_line NOT IN "
                             "(SELECT first_line FROM block WHERE codec = 1)"),
                 0);
    }

    void goesOnAfterAnotherStart()
    {
        grow(4 << 20);
        m_logs.reset();
        open();
        grow(4 << 20);
        check();
        QCOMPARE(ask(file(), "SELECT count(*) FROM block WHERE codec = 2"), 1);
    }

    void aLowerLimitTakesAFewBlocksAtATime()
    {
        m_logs->keepAtMost(qint64(1) << 30);
        grow(6 << 20);
        QCOMPARE(ask(file(), "SELECT count(*) FROM block WHERE codec = 2"), 0);
        m_logs->keepAtMost(most);
        for (int i = 0; i < 8; ++i) {
            QVERIFY(answerOf(m_logs->append(m_run, logLines(m_run, m_lines, 10))));
            m_lines += 10;
        }
        check();
        QVERIFY(ask(file(), "SELECT sum(bytes) FROM block WHERE codec = 1") <= most + (256 << 10));
    }

    void aShortLogIsLeftAlone()
    {
        grow(1 << 20);
        QVERIFY(*test::wholeLog(*m_logs, m_run, 10'000) == logLines(m_run, 0, m_lines).bytes);
    }

    void whatWasLeftOutIsNotFound()
    {
        grow(6 << 20);
        const auto matcher = search::Matcher::compile({.terms = {{.text = u":"_s}}});
        QList<qint64> found;
        qint64 next = 0;
        const auto end = answerOf(m_logs->find(m_run, {.matcher = std::make_shared<const search::Matcher>(*matcher)},
                                               [&](const store::FoundPart &part) {
                                                   next = part.first == next ? part.end : -1;
                                                   for (const store::FoundLine &line : part.found) {
                                                       found.append(line.line);
                                                   }
                                                   return store::FindOn::Continue;
                                               }));
        QCOMPARE(end.value_or(-1), m_lines);
        QCOMPARE(next, m_lines); // Without gaps.
        const store::LogChunk gap = middle();
        QCOMPARE(found.size(), m_lines - ask(file(), "SELECT sum(lines) FROM block WHERE codec = 2"));
        QVERIFY(found.contains(0) && found.contains(m_lines - 1) && !found.contains(gap.firstLine));
    }

private:
    QString file() const { return m_folder->filePath(u"logs.db"_s); }
    void open()
    {
        m_logs = std::make_unique<Logs>(file());
        m_logs->keepAtMost(most);
        QVERIFY(answerOf(m_logs->open()));
    }
    void grow(qint64 bytes)
    {
        QFuture<base::Result<store::LogInfo>> last;
        while (bytes > 0) {
            const store::LogChunk chunk = logLines(m_run, m_lines, piece);
            bytes -= chunk.bytes.size();
            m_lines += piece;
            last = m_logs->append(m_run, chunk);
        }
        QVERIFY(answerOf(last));
    }
    store::LogChunk middle() const { return *answerOf(m_logs->read(m_run, m_lines / 2, 1)); }

    /// Every line is what it was, or in one stretch of lines that were left out, which says so.
    void check()
    {
        const auto bytes = test::wholeLog(*m_logs, m_run, 5000);
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().message()));
        const QList<QByteArray> lines = bytes->chopped(1).split('\n');
        QCOMPARE(lines.size(), m_lines);
        QCOMPARE(answerOf(m_logs->info(m_run))->lines, m_lines);
        QCOMPARE(answerOf(m_logs->info(m_run))->bytes, logLines(m_run, 0, m_lines).bytes.size());
        qint64 first = 0;
        qint64 last = m_lines - 1;
        const auto isThere = [&](qint64 line) { return lines[line] + '\n' == test::logLine(m_run, line); };
        while (first < m_lines && isThere(first)) {
            ++first;
        }
        while (last > first && isThere(last)) {
            --last;
        }
        const qint64 gone = last + 1 - first;
        QVERIFY2(lines[first].startsWith("--- " + QByteArray::number(gone) + " lines ("), lines[first].constData());
        for (qint64 line = first + 1; line <= last; ++line) {
            QVERIFY(lines[line].isEmpty());
        }
        QVERIFY(logLines(m_run, 0, first).bytes.size() >= most / 2);
        QVERIFY(logLines(m_run, last + 1, m_lines - last - 1).bytes.size() >= most / 2);
        const store::LogChunk note = *answerOf(m_logs->read(m_run, first, 1));
        QCOMPARE(note.spans.first().stream, store::Stream::Note);
        const qint64 at = base::toMillis(note.spans.first().at);
        QVERIFY(at >= 1'000'000 && at <= 1'000'000 + first);
        QVERIFY(answerOf(m_logs->read(m_run, first + 5, 3))->bytes == "\n\n\n");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Logs> m_logs;
    base::RunId m_run;
    qint64 m_lines = 0;
};

REGISTER_TEST(LongLogsTest);
#include "test_longlogs.moc"
