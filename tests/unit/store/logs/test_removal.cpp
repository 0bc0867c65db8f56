// SPDX-License-Identifier: Apache-2.0
// Logs that are removed: nobody sees them any more, others do not wait for it, and the disk gets its room back.
#include "app/store/logs.h"
#include "tests/support/registry.h"
#include "tests/unit/store/logtesting.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using store::Logs;
using store::LogUsage;
using test::answerOf;
using test::logLines;

namespace {

constexpr int severalSlices = 160; ///< Megabytes that are not removed at once.

/// Lines that can't be made much smaller.
store::LogChunk noise(qint64 first, qint64 count)
{
    static QRandomGenerator random(7);
    QByteArray bytes(count * 1024, Qt::Uninitialized);
    random.generate(reinterpret_cast<quint32 *>(bytes.data()),
                    reinterpret_cast<quint32 *>(bytes.data() + bytes.size()));
    bytes.replace('\n', ' ');
    for (qint64 line = 1; line <= count; ++line) {
        bytes[line * 1024 - 1] = '\n';
    }
    return {.firstLine = first,
            .bytes = bytes,
            .spans = {{.lines = count, .stream = store::Stream::Out, .at = base::fromMillis(1)}}};
}

} // namespace

class LogRemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup()
    {
        m_logs.reset();
        m_folder.reset();
    }

    void theDiskGetsItsRoomBack()
    {
        grow(m_long, 40);
        QVERIFY(answerOf(m_logs->append(m_other, logLines(m_other, 0, 100))));
        const LogUsage before = usage();
        QCOMPARE(before.logs, 2);
        QVERIFY(before.used > 40 << 20);
        QVERIFY(answerOf(m_logs->remove({m_long})));
        const LogUsage after = usage();
        QCOMPARE(after.logs, 1);
        QVERIFY2(after.used < 2 << 20, qPrintable(QString::number(after.used)));
        QTRY_VERIFY_WITH_TIMEOUT(usage().free <= 8 << 20, 20'000);
        QVERIFY(*test::wholeLog(*m_logs, m_other, 1000) == logLines(m_other, 0, 100).bytes);
        m_logs.reset(); // What is in the write-ahead file comes into the file.
        QVERIFY2(QFileInfo(file()).size() < 12 << 20, qPrintable(QString::number(QFileInfo(file()).size())));
    }

    void othersWriteMeanwhile()
    {
        constexpr int tries = 5; // on a busy machine it may be far on before it is looked at
        bool wasSeenAtIt = false;
        for (int i = 0; i < tries && !wasSeenAtIt; ++i) {
            grow(m_long, severalSlices);
            const LogUsage before = usage();
            const auto removed = m_logs->remove({m_long});
            const LogUsage meanwhile = usage();
            wasSeenAtIt = !removed.isFinished() && meanwhile.used > before.used / 2;
            QCOMPARE(meanwhile.logs, before.logs - 1);
            QVERIFY(answerOf(m_logs->append(m_other, logLines(m_other, i, 1))));
            QCOMPARE(answerOf(m_logs->info(m_long))->lines, 0);
            QVERIFY(answerOf(m_logs->read(m_long, 0, 10))->spans.isEmpty());
            QVERIFY(answerOf(removed));
        }
        QVERIFY(wasSeenAtIt);
    }

    /// Nobody reads for long, so what is in it is copied again and again, by the writer or beside it.
    void theWriteAheadFileStaysSmall()
    {
        const auto size = [this] { return QFileInfo(file() + u"-wal"_s).size(); };
        grow(m_long, severalSlices);
        QVERIFY2(size() < 64 << 20, qPrintable(QString::number(size())));
        const auto removed = m_logs->remove({m_long});
        grow(m_other, severalSlices);
        QVERIFY(answerOf(removed));
        QTRY_VERIFY_WITH_TIMEOUT(usage().free <= 8 << 20, 20'000);
        QVERIFY2(size() < 100 << 20, qPrintable(QString::number(size())));
        m_logs->close();
        QVERIFY(!QFileInfo::exists(file() + u"-wal"_s)); // Whoever closes last has copied all of it.
    }

    void whatWasCutShortIsEndedLater()
    {
        QVERIFY(answerOf(m_logs->append(m_other, logLines(m_other, 0, 1))));
        grow(m_long, severalSlices);
        const auto removed = m_logs->remove({m_long});
        m_logs->close();
        QCOMPARE(answerOf(removed).error().code, base::ErrorCode::Unavailable);
        open();
        QCOMPARE(answerOf(m_logs->info(m_long))->lines, 0);
        QVERIFY(usage().used > 10 << 20);
        QVERIFY(answerOf(m_logs->remove({})));
        QVERIFY(usage().used < 2 << 20);
        QCOMPARE(answerOf(m_logs->info(m_other))->lines, 1);
    }

    void aRemovedLogMayBeginAgain()
    {
        grow(m_long, 2);
        const auto removed = m_logs->remove({m_long, m_other});
        QVERIFY(answerOf(m_logs->append(m_long, logLines(m_long, 0, 3))));
        QVERIFY(answerOf(removed));
        QVERIFY(*test::wholeLog(*m_logs, m_long, 10) == logLines(m_long, 0, 3).bytes);
    }

    void aSmallFileFromBeforeGivesItsRoomBackToo()
    {
        grow(m_other, 1);
        m_logs.reset();
        QCOMPARE(run("PRAGMA auto_vacuum = NONE; VACUUM"), SQLITE_OK);
        open();
        grow(m_long, 20);
        QVERIFY(answerOf(m_logs->remove({m_long})));
        QTRY_VERIFY_WITH_TIMEOUT(usage().free <= 8 << 20, 20'000);
        QCOMPARE(answerOf(m_logs->info(m_other))->lines, 1024);
    }

    void aLogMayHaveALimitOfItsOwn()
    {
        constexpr qint64 most = 1 << 20;
        store::LogInfo last;
        for (const bool own : {true, false}) {
            const base::RunId id = own ? m_long : m_other;
            for (qint64 line = 0; line < 4096; line += 256) {
                const auto info =
                    answerOf(m_logs->append(id, noise(line, 256), own ? std::optional<qint64>(most) : std::nullopt));
                QVERIFY(info);
                last = *info;
            }
            QCOMPARE(last.bytes, 4 << 20);
            QVERIFY(own ? last.omitted >= 2 << 20 && last.omitted < 4 << 20 : last.omitted == 0);
        }
    }

private:
    QString file() const { return m_folder->filePath(u"logs.db"_s); }
    void open()
    {
        m_logs = std::make_unique<Logs>(file());
        QVERIFY(answerOf(m_logs->open()));
    }
    void grow(const base::RunId &id, int megabytes)
    {
        QFuture<base::Result<store::LogInfo>> last;
        for (int i = 0; i < megabytes; ++i) {
            last = m_logs->append(id, noise(qint64(i) * 1024, 1024));
        }
        QVERIFY(answerOf(last));
    }
    LogUsage usage() const { return answerOf(m_logs->usage()).value_or(LogUsage{}); }
    int run(const char *sql) const
    {
        sqlite3 *database = nullptr;
        sqlite3_open(qPrintable(file()), &database);
        const int result = sqlite3_exec(database, sql, nullptr, nullptr, nullptr);
        sqlite3_close(database);
        return result;
    }

    const base::RunId m_long{u"run_long"_s};
    const base::RunId m_other{u"run_other"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Logs> m_logs;
};

REGISTER_TEST(LogRemovalTest);
#include "test_removal.moc"
