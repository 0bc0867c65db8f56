// SPDX-License-Identifier: Apache-2.0
#include "app/search/matcher.h"
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using store::FindOn;
using store::FindRequest;
using store::FoundPart;
using test::answerOf;

namespace {

std::shared_ptr<const search::Matcher> matcher(const search::Term &term)
{
    const auto compiled = search::Matcher::compile({.terms = {term}});
    return compiled ? std::make_shared<const search::Matcher>(*compiled) : nullptr;
}

bool execute(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    const bool done = sqlite3_open(qPrintable(path), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

/// What a search told, from whatever threads.
struct Told
{
    std::mutex mutex;
    QList<FoundPart> parts;

    store::FindSink sink(FindOn on = FindOn::Continue)
    {
        return [this, on](const FoundPart &part) {
            const std::lock_guard lock(mutex);
            parts.append(part);
            return on;
        };
    }
    QList<qint64> lines()
    {
        const std::lock_guard lock(mutex);
        QList<qint64> all;
        for (const FoundPart &part : std::as_const(parts)) {
            for (const store::FoundLine &line : part.found) {
                all.append(line.line);
            }
        }
        return all;
    }
    bool withoutGaps()
    {
        const std::lock_guard lock(mutex);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            if (parts[i].first != parts[i - 1].end) {
                return false;
            }
        }
        return true;
    }
};

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_logs = std::make_unique<store::Logs>(file());
        QVERIFY(answerOf(m_logs->open()));
        m_run = base::RunId::make();
    }
    void cleanup()
    {
        m_logs.reset();
        m_folder.reset();
    }

    void tellsLinesInOrderAcrossBlocks()
    {
        add(0, 60'000);
        const auto seal = answerOf(m_logs->seal(m_run));
        QVERIFY(seal);
        add(60'000, 500); // These stay in the tail.
        Told told;
        const FindRequest request{.matcher = matcher({.text = u":1[0-9]*7x*$"_s, .syntax = search::Syntax::Regex})};
        QCOMPARE(answerOf(m_logs->find(m_run, request, told.sink())).value_or(-1), 60'500);
        QList<qint64> expected;
        for (qint64 i = 0; i < 60'500; ++i) {
            const QString number = QString::number(i);
            if (number.startsWith(u'1') && number.endsWith(u'7')) {
                expected.append(i);
            }
        }
        QCOMPARE(told.lines(), expected);
        QVERIFY(told.parts.size() > 3 && told.withoutGaps());
        QCOMPARE(told.parts.first().first, 0);
    }

    void searchesOnlyTheRangeAndGivesItsLines()
    {
        add(0, 20'000);
        Told told;
        FindRequest request{.matcher = matcher({.text = u":"_s})};
        request.first = 12'345;
        request.end = 12'348;
        request.detail = FindRequest::Detail::Lines;
        QCOMPARE(answerOf(m_logs->find(m_run, request, told.sink())).value_or(-1), 12'348);
        QCOMPARE(told.lines(), (QList<qint64>{12'345, 12'346, 12'347}));
        QCOMPARE(told.parts.size(), 1);
        QCOMPARE(told.parts.first().lines.size(), 3);
        QCOMPARE(told.parts.first().lines[1].bytes, test::logLine(m_run, 12'346));
        QCOMPARE(told.parts.first().lines[1].firstLine, 12'346);
        QCOMPARE(told.parts.first().found.first().column, qint32(m_run.text().size()));
    }

    void goesOnWhereItStoodWhenTheLogGrows()
    {
        add(0, 100);
        Told told;
        FindRequest request{.matcher = matcher({.text = u":5"_s})};
        request.first = answerOf(m_logs->find(m_run, request, told.sink())).value_or(-1);
        QCOMPARE(request.first, 100);
        add(100, 500);
        QCOMPARE(answerOf(m_logs->find(m_run, request, told.sink())).value_or(-1), 600);
        QCOMPARE(told.lines().size(), 11 + 100);
        QVERIFY(told.withoutGaps());
    }

    void stopsWhenEnoughWasFound()
    {
        add(0, 60'000);
        Told told;
        const FindRequest request{.matcher = matcher({.text = u":"_s})};
        const auto end = answerOf(m_logs->find(m_run, request, told.sink(FindOn::Stop)));
        QVERIFY(end);
        QCOMPARE(told.parts.size(), 1);
        QCOMPARE(*end, told.parts.first().end);
        QVERIFY(*end < 60'000);
    }

    /// An expression that is slow on every line is stopped within 50 ms, its threads too. A busy machine may take the
    /// processor away for longer than that, but hardly five times.
    void isCancelledAtOnce()
    {
        store::LogChunk chunk{.firstLine = 0, .bytes = {}, .spans = {}};
        constexpr qint64 lines = 40'000;
        for (qint64 i = 0; i < lines; ++i) {
            chunk.bytes += "aaaaaaaaaaaab\n";
        }
        chunk.spans.append({.lines = lines, .stream = store::Stream::Out, .at = base::fromMillis(1)});
        QVERIFY(answerOf(m_logs->append(m_run, chunk)));
        qint64 best = 1000;
        for (int i = 0; i < 5 && best > 50; ++i) {
            best = std::min(best, millisToCancel());
        }
        QVERIFY2(best <= 50, qPrintable(QString::number(best)));
    }

    void aLogThatIsNotThereHasNoLines()
    {
        Told told;
        const FindRequest request{.matcher = matcher({.text = u"a"_s})};
        QCOMPARE(answerOf(m_logs->find(m_run, request, told.sink())).value_or(-1), 0);
        QVERIFY(told.parts.isEmpty());
        m_logs->close();
        QVERIFY(!answerOf(m_logs->find(m_run, request, told.sink())));
    }

    void tellsAnExpressionThatIsTooMuch()
    {
        add(0, 10);
        const QByteArray line = QByteArray(60, 'a') + "b\n";
        store::LogChunk chunk{.firstLine = 10, .bytes = line, .spans = {{.lines = 1, .at = base::fromMillis(1)}}};
        QVERIFY(answerOf(m_logs->append(m_run, chunk)));
        Told told;
        const FindRequest request{.matcher = matcher({.text = u"(?:a|a)+[xy]"_s, .syntax = search::Syntax::Regex})};
        const auto end = answerOf(m_logs->find(m_run, request, told.sink()));
        QVERIFY(!end);
        QCOMPARE(end.error().code, base::ErrorCode::Invalid);
    }

    /// They are damaged, and nobody notices.
    void blocksThatCannotMatchAreNotUnpacked()
    {
        add(0, 60'000);
        QVERIFY(answerOf(m_logs->seal(m_run)));
        QVERIFY(execute(file(), "UPDATE block SET data = zeroblob(20) WHERE first_line > 0"));
        Told told;
        const FindRequest absent{.matcher = matcher({.text = u"timeout"_s})};
        QCOMPARE(answerOf(m_logs->find(m_run, absent, told.sink())).value_or(-1), 60'000);
        QVERIFY(told.withoutGaps() && told.lines().isEmpty());
        const FindRequest present{.matcher = matcher({.text = u"xxxxxx"_s})};
        QVERIFY(!answerOf(m_logs->find(m_run, present, told.sink())));
        QVERIFY(execute(file(), "DELETE FROM filter"));
        QVERIFY(!answerOf(m_logs->find(m_run, absent, told.sink()))); // Without one there is no other way.
    }

    void theFewBlocksThatMatchAreFound()
    {
        add(0, 30'000);
        store::LogChunk chunk{.firstLine = 30'000, .bytes = "the Needle\n", .spans = {}};
        chunk.spans.append({.lines = 1, .at = base::fromMillis(1)});
        QVERIFY(answerOf(m_logs->append(m_run, chunk)));
        add(30'001, 30'000);
        QVERIFY(answerOf(m_logs->seal(m_run)));
        for (const search::Case letters : {search::Case::Sensitive, search::Case::Insensitive}) {
            Told told;
            const search::Term term{.text = u"Needle"_s, .letters = letters};
            QCOMPARE(answerOf(m_logs->find(m_run, {.matcher = matcher(term)}, told.sink())).value_or(-1), 60'001);
            QCOMPARE(told.lines(), QList<qint64>{30'000});
            QVERIFY(told.withoutGaps());
        }
    }

    void aFileFromBeforeThereWereFiltersIsSearched()
    {
        add(0, 30'000);
        m_logs.reset();
        QVERIFY(execute(file(), "DROP TABLE filter; PRAGMA user_version = 1"));
        m_logs = std::make_unique<store::Logs>(file());
        const FindRequest absent{.matcher = matcher({.text = u"timeout"_s})};
        Told told;
        QCOMPARE(answerOf(m_logs->find(m_run, absent, told.sink())).value_or(-1), 30'000); // Before it is written to.
        m_logs = std::make_unique<store::Logs>(file());
        QVERIFY(answerOf(m_logs->open()));
        add(30'000, 30'000);
        QVERIFY(answerOf(m_logs->seal(m_run)));
        QCOMPARE(answerOf(m_logs->find(m_run, absent, told.sink())).value_or(-1), 60'000);
        QVERIFY(execute(file(), "UPDATE block SET data = zeroblob(20) WHERE first_line > 40000"));
        QCOMPARE(answerOf(m_logs->find(m_run, absent, told.sink())).value_or(-1), 60'000);
    }

    void severalSearchesTakeTurns()
    {
        add(0, 60'000);
        std::array<Told, 4> told;
        QList<QFuture<base::Result<qint64>>> ends;
        for (Told &one : told) {
            ends.append(m_logs->find(m_run, {.matcher = matcher({.text = u":4"_s})}, one.sink()));
        }
        for (qsizetype i = 0; i < ends.size(); ++i) {
            QCOMPARE(answerOf(ends[i]).value_or(-1), 60'000);
            QCOMPARE(told[size_t(i)].lines(), told[0].lines());
        }
        QCOMPARE(told[0].lines().size(), 11'111);
    }

private:
    QString file() const { return m_folder->filePath(u"logs.db"_s); }
    /// How long a search that had just begun took to end; the log is open again afterwards.
    qint64 millisToCancel()
    {
        Told told;
        const FindRequest request{.matcher = matcher({.text = u"(?:a|a)+[xy]"_s, .syntax = search::Syntax::Regex})};
        auto end = m_logs->find(m_run, request, told.sink());
        QTest::qWait(20);
        const bool ran = !end.isFinished();
        QElapsedTimer timer;
        timer.start();
        end.cancel();
        const bool ended = QTest::qWaitFor([&] { return end.isFinished(); }, 5000);
        m_logs->close(); // Its threads have really stopped.
        const qint64 took = timer.elapsed();
        m_logs = std::make_unique<store::Logs>(m_folder->filePath(u"logs.db"_s));
        return ran && ended && answerOf(m_logs->open()) ? took : 1000;
    }

    void add(qint64 first, qint64 count)
    {
        QVERIFY(answerOf(m_logs->append(m_run, test::logLines(m_run, first, count))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Logs> m_logs;
    base::RunId m_run;
};

REGISTER_TEST(FindTest);
#include "test_find.moc"
