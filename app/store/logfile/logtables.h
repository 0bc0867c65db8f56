// SPDX-License-Identifier: Apache-2.0
// The schema of logs.db and every statement on it. `log` gives each run a small number; `block` holds its full blocks,
// `tail` what is fresh; a line is in exactly one of the two. `filter` tells of most blocks what words may be in them.
#pragma once

#include "app/store/logfile/blockformat.h"
#include "app/store/logfile/logsql.h"

#include <array>
#include <chrono>
#include <functional>

namespace store {

/// Where the log of a run ends.
struct LogExtent
{
    qint64 log = 0; ///< Its number in the file; 0: it has none yet.
    LogInfo info;
    qint64 tailBytes = 0;
};

/// One row of block or tail.
struct LogRow
{
    qint64 log = 0;
    qint64 firstByte = 0;
    StoredBlock block;
    QByteArray filter; ///< Of a block that has one.
};

/// Where a row is, before its data is asked for.
struct LogPlace
{
    enum class Table { Block, Tail };
    Table table = Table::Block;
    qint64 id = 0;
    StoredBlock block; ///< Without data.
};

/// Lines that were left out of a log; nothing was when `bytes` is 0.
struct LogGap
{
    qint64 row = 0;      ///< The last one that stands for them, ...
    qint64 rowLines = 0; ///< ... and for how many.
    qint64 endLine = 0;
    qint64 endByte = 0;
    qint64 bytes = 0; ///< Of all of them.
};

/// One connection; one thread at a time.
class LogTables
{
public:
    /// Write makes or checks the file: Unsupported when it is newer, Corrupt when it is not ours, Unavailable
    /// otherwise.
    base::Status open(const QString &path, LogAccess access);
    void close();
    bool isOpen() const { return m_connection.isOpen(); }

    base::Status begin();
    base::Status commit();
    /// Right after any error, whatever is left of the transaction. After an error on the disk it also closes: SQLite's
    /// view of the file is then not to be trusted.
    void rollback();
    /// Changes when another connection has committed.
    base::Result<qint64> version();

    /// Copies what was committed into the file itself, as far as nobody reads what was there before.
    base::Status checkpoint();
    /// See LogConnection.
    int takeWrittenPages() { return m_connection.takeWrittenPages(); }

    base::Result<LogExtent> extent(const base::RunId &run);
    base::Result<qint64> addLog(const base::RunId &run);
    base::Status insertBlock(const LogRow &row);
    base::Status insertTail(const LogRow &row);
    base::Result<QList<StoredBlock>> tail(qint64 log);
    base::Status removeTail(qint64 log);
    /// Tail rows become blocks as they are.
    base::Status moveTail(qint64 log);
    /// The row that holds `line`; NotFound when none does.
    base::Result<LogPlace> find(qint64 log, qint64 line);
    base::Result<QByteArray> data(const LogPlace &place);
    /// Told the bytes of a filter: whether its block is of interest.
    using Wanted = std::function<bool(QByteArrayView)>;
    /// The first line, from the start of a block on, of a block that is wanted or has no filter; looks at so many
    /// blocks at most.
    base::Result<qint64> skipUnwanted(qint64 log, qint64 line, int blocks, const Wanted &wanted);
    /// Nobody finds the logs of these runs any more, once that is durable on the disk. Their rows are still there.
    base::Status hide(const QList<base::RunId> &runs);
    /// Removes rows of hidden logs, in one transaction of about `time`. True when none is left.
    base::Result<bool> reclaim(std::chrono::milliseconds time);
    /// Gives some of the free room back to the disk, all but a little; it is there after a checkpoint. True when there
    /// is no more to give.
    base::Result<bool> giveBack();
    base::Result<LogUsage> usage();

    base::Result<LogGap> gap(qint64 log);
    /// Leaves out the block that follows the gap, or where there is none the first one that begins at `byte` or later.
    /// False, and nothing was done, when it ends after `last`.
    base::Result<bool> widen(LogGap &gap, qint64 log, qint64 byte, qint64 last);

private:
    enum class Sql : quint8 {
        Begin,
        BeginWrite,
        Commit,
        Rollback,
        Version,
        Log,
        AddLog,
        BlockEnd,
        TailEnd,
        InsertBlock,
        InsertTail,
        Tail,
        RemoveTail,
        MoveTail,
        FindBlock,
        FindTail,
        BlockData,
        TailData,
        AddFilter,
        Filters,
        RemoveLog,
        FindGap,
        FindNext,
        MakeGap,
        WidenGap,
        RemoveBlock,
        RemoveFilter,
        Hide,
        Hidden,
        RemoveBlocks,
        RemoveFilters,
        CountLogs,
        Count
    };
    static const char *text(Sql which);
    static const char *gapText(Sql which);
    static const char *removalText(Sql which);

    base::Status openForReading();
    base::Status openForWriting();
    base::Status create();
    base::Status addFilters();
    base::Status switchToWal();
    base::Status makeRoomReturnable();
    base::Result<LogStatement *> statement(Sql which);
    base::Status run(Sql which);
    base::Status run(Sql which, qint64 log);
    base::Status insert(Sql which, const LogRow &row);
    base::Status leaveOut(LogGap &gap, qint64 log, LogPlace &place);
    base::Status hideAll(const QList<base::RunId> &runs);
    base::Result<bool> removeSome();
    base::Result<qint64> removed(Sql which, qint64 log);
    base::Result<qint64> logNumber(const base::RunId &run);
    base::Result<LogInfo> end(Sql which, qint64 log);
    base::Result<LogPlace> findIn(LogPlace::Table table, qint64 log, qint64 line);

    LogAccess m_access = LogAccess::Read;
    LogConnection m_connection;
    bool m_hasFilters = false; ///< Where it is opened for reading.
    std::array<std::optional<LogStatement>, static_cast<size_t>(Sql::Count)> m_statements;
};

} // namespace store
