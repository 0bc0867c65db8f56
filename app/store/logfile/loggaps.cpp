// SPDX-License-Identifier: Apache-2.0
#include "app/store/logfile/logtables.h"

// What is left out of the middle of a log that grew too long.

namespace store {

const char *LogTables::gapText(Sql which)
{
    switch (which) {
    case Sql::FindGap:
        return "SELECT id, lines, first_line + lines, first_byte + bytes, "
               "(SELECT sum(bytes) FROM block WHERE log = ? AND codec = 2) "
               "FROM block WHERE log = ? AND codec = 2 ORDER BY first_line DESC LIMIT 1";
    case Sql::FindNext:
        return "SELECT id, first_line, first_byte, lines, bytes, codec FROM block "
               "WHERE log = ? AND first_line >= ? AND first_byte >= ? ORDER BY first_line LIMIT 1";
    case Sql::MakeGap:
        return "UPDATE block SET codec = 2, data = ? WHERE id = ?";
    case Sql::WidenGap:
        return "UPDATE block SET lines = lines + ?, bytes = bytes + ? WHERE id = ?";
    case Sql::RemoveBlock:
        return "DELETE FROM block WHERE id = ?";
    case Sql::RemoveFilter:
        return "DELETE FROM filter WHERE log = ? AND first_line = ?";
    default:
        return removalText(which);
    }
}

base::Result<LogGap> LogTables::gap(qint64 log)
{
    TRY(LogStatement *const found, statement(Sql::FindGap));
    found->bind(1, log);
    found->bind(2, log);
    TRY(const bool row, found->step());
    const LogGap gap = row ? LogGap{.row = found->integer(0),
                                    .rowLines = found->integer(1),
                                    .endLine = found->integer(2),
                                    .endByte = found->integer(3),
                                    .bytes = found->integer(4)}
                           : LogGap();
    found->reset();
    return gap;
}

base::Result<bool> LogTables::widen(LogGap &gap, qint64 log, qint64 byte, qint64 last)
{
    TRY(LogStatement *const found, statement(Sql::FindNext));
    found->bind(1, log);
    found->bind(2, gap.endLine);
    found->bind(3, std::max(gap.endByte, byte));
    TRY(const bool row, found->step());
    if (!row) {
        return false;
    }
    LogPlace place{.table = LogPlace::Table::Block,
                   .id = found->integer(0),
                   .block = {.firstLine = found->integer(1),
                             .lines = found->integer(3),
                             .bytes = found->integer(4),
                             .codec = static_cast<int>(found->integer(5)),
                             .data = {}}};
    const qint64 endByte = found->integer(2) + place.block.bytes;
    found->reset();
    if (endByte > last) {
        return false;
    }
    CHECK(leaveOut(gap, log, place));
    gap.endLine = place.block.firstLine + place.block.lines;
    gap.endByte = endByte;
    gap.bytes += place.block.bytes;
    return true;
}

/// The block becomes part of the last row of the gap, or the next such row.
base::Status LogTables::leaveOut(LogGap &gap, qint64 log, LogPlace &place)
{
    TRY(LogStatement *const filter, statement(Sql::RemoveFilter));
    filter->bind(1, log);
    filter->bind(2, place.block.firstLine);
    CHECK(filter->run());
    if (gap.bytes > 0 && gap.rowLines + place.block.lines <= maxGapLines) {
        TRY(LogStatement *const widened, statement(Sql::WidenGap));
        widened->bind(1, place.block.lines);
        widened->bind(2, place.block.bytes);
        widened->bind(3, gap.row);
        CHECK(widened->run());
        gap.rowLines += place.block.lines;
        return run(Sql::RemoveBlock, place.id);
    }
    TRY(place.block.data, data(place));
    const QByteArray instead = gapData(place.block);
    TRY(LogStatement *const made, statement(Sql::MakeGap));
    made->bind(1, instead);
    made->bind(2, place.id);
    CHECK(made->run());
    gap.row = place.id;
    gap.rowLines = place.block.lines;
    return {};
}

} // namespace store
