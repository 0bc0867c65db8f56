// SPDX-License-Identifier: Apache-2.0
// The output of runs: bytes as they came, in compressed blocks, numbered lines, each with its stream and time of
// capture. What a future or a signal has told is on the disk.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QObject>

#include <functional>
#include <limits>
#include <memory>
#include <optional>

namespace search {
class Matcher;
}

namespace store {

enum class Stream : quint8 { Out, Err, Note }; ///< Note: a line of our own (a mark between attempts, an end).

/// `lines` lines in a row that share their stream and time of capture.
struct LogSpan
{
    qint64 lines = 0;
    Stream stream = Stream::Out;
    base::Instant at;
    bool open = false; ///< The last line of the span has no newline of its own in the output.

    friend bool operator==(const LogSpan &, const LogSpan &) = default;
};

/// Complete lines, each ended by `\n` (also the open ones: the span says so, and export leaves that byte out).
struct LogChunk
{
    qint64 firstLine = 0; ///< From 0.
    QByteArray bytes;
    QList<LogSpan> spans;
};

struct LogInfo
{
    qint64 lines = 0;
    qint64 bytes = 0;
    qint64 omitted = 0; ///< Bytes left out of its middle; told by append(), seal() and grew() only.
    friend bool operator==(const LogInfo &, const LogInfo &) = default;
};

/// What the file of logs takes on the disk.
struct LogUsage
{
    qint64 logs = 0; ///< How many there are.
    qint64 used = 0; ///< Bytes in use.
    qint64 free = 0; ///< Bytes that later lines use again, or that are on their way back to the disk.
    friend bool operator==(const LogUsage &, const LogUsage &) = default;
};

/// What of a log is searched, and for what.
struct FindRequest
{
    enum class Detail { Numbers, Lines };

    std::shared_ptr<const search::Matcher> matcher;
    qint64 first = 0;
    qint64 end = std::numeric_limits<qint64>::max();
    Detail detail = Detail::Numbers;
};

struct FoundLine
{
    qint64 line = 0;
    qint32 column = 0; ///< Of the first match: bytes of the line as it is seen.
    qint32 length = 0;
};

/// Lines `first` to `end` (without it) were searched; these matched.
struct FoundPart
{
    qint64 first = 0;
    qint64 end = 0;
    QList<FoundLine> found;
    QList<LogChunk> lines; ///< One for each line found, where Detail::Lines was asked for.
};

enum class FindOn { Continue, Stop };
/// Gets the parts in order, without gaps, never two at once, on threads of the store. Quick; must not call the store.
using FindSink = std::function<FindOn(const FoundPart &)>;

/// Lives on the thread that made it; verbs may be called from any thread.
class Logs : public QObject
{
    Q_OBJECT

public:
    /// `path` is `logs.db`. Nothing is touched before open().
    explicit Logs(QString path, QObject *parent = nullptr);
    ~Logs() override;

    static constexpr qint64 usualMost = qint64(1) << 30;
    /// About how many bytes of one run's log are kept, where append() does not say it; from the next append on. What is
    /// longer loses whole blocks from its middle: as much is kept of its beginning as of its end, the last lines
    /// always. What was left out is counted in LogInfo and keeps its line numbers: read() gives a note in place of its
    /// first line and empty ones for the others, find() finds nothing in it.
    void keepAtMost(qint64 bytes);

    QFuture<base::Result<void>> open();
    /// Flushes what is pending and ends the threads. Blocks; call at shutdown.
    void close();

    /// Adds lines at the end of a run's log; `chunk.firstLine` must be its line count (Conflict otherwise). Finished
    /// when durable: at most about 100 ms later, one commit for all runs. A failed write (disk full) fails the future
    /// and leaves the log as it was. `most`: see keepAtMost().
    QFuture<base::Result<LogInfo>> append(const base::RunId &run, LogChunk chunk, std::optional<qint64> most = {});
    /// No more lines will come: what is in the tail becomes a block.
    QFuture<base::Result<LogInfo>> seal(const base::RunId &run);

    QFuture<base::Result<LogInfo>> info(const base::RunId &run) const;
    /// Lines `first` … of a run, at most `count` lines and about 4 MiB (at least one line); fewer at the end of the
    /// log.
    QFuture<base::Result<LogChunk>> read(const base::RunId &run, qint64 first, qint64 count) const;
    /// Searches on all cores what is stored now; answers the first line that was not searched: where to go on when the
    /// log has grown. Cancelling the future ends it within 50 ms. Memory is bounded whatever the size of the log.
    QFuture<base::Result<qint64>> find(const base::RunId &run, const FindRequest &request, FindSink sink) const;
    /// Nobody sees these logs any more from the next moment on, also after a power failure; finished when the room they
    /// took is free, and so is that of logs removed by an earlier process that was ended in between. What is free is
    /// then given back to the disk, but for a little. All in pieces of some milliseconds: appends of others go on.
    QFuture<base::Result<void>> remove(const QList<base::RunId> &runs);
    QFuture<base::Result<LogUsage>> usage() const;

    /// Bytes accepted by append() and not yet durable, over all runs. A producer that sees more than a few MiB should
    /// stop reading its pipe.
    qint64 pendingBytes() const;

Q_SIGNALS:
    /// After commit, at most once a commit and run. Emitted on a thread of the store.
    void grew(const base::RunId &run, const store::LogInfo &info);
    /// Writing failed (`problem` is its error) or works again (`problem` has no value).
    void troubled(const std::optional<base::Error> &problem);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace store

Q_DECLARE_METATYPE(store::LogInfo)
