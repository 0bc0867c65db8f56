// SPDX-License-Identifier: Apache-2.0
// Rows and logs are two files: lines are written first, then how far they reach. After a kill between the two the same
// part comes again, and what is there already is left out.
#include "app/base/chained.h"
#include "app/store/desk.h"
#include "app/store/logs.h"
#include "app/store/mirrors/logplaces.h"
#include "app/store/tables/runtable.h"

#include <QThread>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace store {

namespace {

using base::Result;

constexpr qsizetype longestLine = 1 << 20; // a longer one is stored in parts

/// What is under way for one part.
struct Saving
{
    base::RunId run;
    domain::LogPart part;
    LogPlace place;
    base::Instant now;
    LogInfo size; ///< Of the log.
};
using SavingPtr = std::shared_ptr<Saving>;

template <typename T> QFuture<Result<T>> ready(Result<T> answer)
{
    return QtFuture::makeReadyFuture(std::move(answer));
}

/// Complete lines of `bytes`, which keeps the rest; a line of more than the most, or the last of all, is left open.
QList<LogSpan> cutLines(QByteArray &bytes, QByteArray &lines, bool all, base::Instant at)
{
    QList<LogSpan> spans;
    const auto add = [&spans, at](bool open) {
        if (spans.isEmpty() || spans.last().open || open) {
            spans.append({.lines = 0, .stream = Stream::Out, .at = at, .open = open});
        }
        ++spans.last().lines;
    };
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype length = (end < 0 ? bytes.size() : end) - from;
        const bool open = length > longestLine || end < 0;
        if (end < 0 && length <= longestLine && !all) {
            break;
        }
        const qsizetype taken = std::min(length, longestLine);
        lines += bytes.sliced(from, taken) + '\n';
        add(open);
        from += taken + (open ? 0 : 1);
    }
    bytes = bytes.sliced(from);
    return spans;
}

/// Leaves out the first `count` lines.
void skipLines(LogChunk &chunk, qint64 count)
{
    qsizetype from = 0;
    for (qint64 line = 0; line < count && from < chunk.bytes.size(); ++line) {
        from = chunk.bytes.indexOf('\n', from) + 1;
    }
    chunk.bytes = chunk.bytes.sliced(from);
    while (count > 0 && !chunk.spans.isEmpty()) {
        LogSpan &first = chunk.spans.first();
        const qint64 taken = std::min(count, first.lines);
        first.lines -= taken;
        count -= taken;
        if (first.lines == 0) {
            chunk.spans.removeFirst();
        }
    }
}

QFuture<Result<LogInfo>> append(Logs &logs, const SavingPtr &saving)
{
    QByteArray bytes = saving->place.rest + saving->part.bytes;
    LogChunk chunk{.firstLine = saving->size.lines, .bytes = {}, .spans = {}};
    chunk.spans = cutLines(bytes, chunk.bytes, saving->part.complete, saving->now);
    const qint64 there = std::max(qint64(0), saving->size.lines - saving->place.lines);
    qint64 lines = 0;
    for (const LogSpan &span : chunk.spans) {
        lines += span.lines;
    }
    saving->place = {.next = saving->part.next,
                     .lines = saving->place.lines + lines,
                     .rest = bytes,
                     .complete = saving->part.complete};
    skipLines(chunk, there);
    return chunk.spans.isEmpty() ? ready<LogInfo>(saving->size) : logs.append(saving->run, chunk);
}

/// False where all of it is here.
Result<bool> isWanted(Transaction &transaction, const SavingPtr &saving)
{
    LogPlaces places(transaction.db());
    CHECK(RunTable(transaction.db()).get(saving->run));
    CHECK(places.want(saving->run));
    TRY(const std::optional<LogPlace> place, places.find(saving->run));
    saving->place = *place;
    saving->now = transaction.now();
    return !saving->place.complete;
}

Result<void> remember(Transaction &transaction, const SavingPtr &saving)
{
    CHECK(LogPlaces(transaction.db()).save(saving->run, saving->place));
    RunTable runs(transaction.db());
    TRY(std::optional<domain::Run> run, runs.find(saving->run));
    const bool isSame = run && run->log.lines == saving->size.lines && run->log.bytes == saving->size.bytes;
    if (!run || (isSame && !saving->place.complete)) {
        return {};
    }
    run->log.lines = saving->size.lines;
    run->log.bytes = saving->size.bytes;
    run->log.truncated = run->log.truncated || saving->size.omitted > 0;
    CHECK(runs.save(*run));
    transaction.note(Table::Runs, ChangeKind::Updated, run->id.text());
    return {};
}

} // namespace

QFuture<Result<void>> saveLogPart(Desk &desk, Logs &logs, const base::RunId &run, const domain::LogPart &part)
{
    const auto saving = std::make_shared<Saving>(Saving{.run = run, .part = part, .place = {}, .now = {}, .size = {}});
    auto *const here = new QObject; // until all is done, or the thread of whoever asks ends
    QObject::connect(QThread::currentThread(), &QThread::finished, here, &QObject::deleteLater);
    const auto wanted = desk.write([saving](Transaction &transaction) { return isWanted(transaction, saving); });
    const auto known = base::chained<LogInfo>(here, wanted, [saving, &logs](const Result<bool> &goesOn) {
        return goesOn ? logs.info(saving->run) : ready<LogInfo>(goesOn.error());
    });
    const auto written = base::chained<LogInfo>(here, known, [saving, &logs](const Result<LogInfo> &size) {
        if (!size && size.error().code != base::ErrorCode::NotFound) {
            return ready<LogInfo>(size.error());
        }
        saving->size = size.value_or(LogInfo());
        return saving->place.complete ? ready<LogInfo>(saving->size) : append(logs, saving);
    });
    const auto sealed = base::chained<LogInfo>(here, written, [saving, &logs](const Result<LogInfo> &size) {
        const bool seals = size && saving->place.complete && size->lines > 0;
        return seals ? logs.seal(saving->run) : ready<LogInfo>(size);
    });
    const auto remembered = base::chained<void>(here, sealed, [saving, &desk](const Result<LogInfo> &size) {
        if (!size) {
            return ready<void>(size.error());
        }
        saving->size = *size;
        return desk.write([saving](Transaction &transaction) { return remember(transaction, saving); });
    });
    base::onAnswer(here, remembered, [here](const Result<void> &) { here->deleteLater(); });
    return remembered;
}

} // namespace store
