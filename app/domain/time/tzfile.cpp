// SPDX-License-Identifier: Apache-2.0
#include "app/domain/time/tzfile.h"

#include "app/domain/time/calendar.h"

#include <QtEndian>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace domain {

namespace {

constexpr qsizetype headerSize = 44;

/// Changes before this don't matter: nothing is asked about a time before 1970.
constexpr qint64 earliest = -3 * secondsPerDay;

struct Header
{
    char version = 0;
    qint64 universalFlags = 0;
    qint64 standardFlags = 0;
    qint64 leapSeconds = 0;
    qint64 changes = 0;
    qint64 types = 0;
    qint64 nameBytes = 0;

    qint64 bodySize(qint64 timeSize) const
    {
        return changes * (timeSize + 1) + types * 6 + nameBytes + leapSeconds * (timeSize + 4) + standardFlags +
               universalFlags;
    }
};

std::optional<Header> readHeader(const QByteArray &bytes, qint64 at)
{
    if (at < 0 || bytes.size() - at < headerSize || !bytes.sliced(at).startsWith("TZif")) {
        return std::nullopt;
    }
    const auto count = [&](int index) {
        return qint64(qFromBigEndian<quint32>(bytes.constData() + at + 20 + index * 4));
    };
    return Header{bytes[at + 4], count(0), count(1), count(2), count(3), count(4), count(5)};
}

/// Appends in order of time. A second change at the same moment replaces the first: such a period lasted no time at
/// all.
void append(std::vector<TzChange> &changes, TzChange change)
{
    if (change.at <= changes.back().at || change.at < earliest) {
        changes.back().offset = change.offset;
    } else {
        changes.push_back(change);
    }
    if (changes.size() > 1 && changes.back().offset == changes[changes.size() - 2].offset) {
        changes.pop_back();
    }
}

bool appendListed(std::vector<TzChange> &changes, const QByteArray &bytes, qint64 body, const Header &header)
{
    const char *times = bytes.constData() + body;
    const char *kinds = times + header.changes * 8;
    const char *types = kinds + header.changes;
    const auto offsetOf = [&](qint64 type) { return qFromBigEndian<qint32>(types + type * 6); };
    changes.push_back({std::numeric_limits<qint64>::min(), offsetOf(0)});
    qint64 previous = std::numeric_limits<qint64>::min();
    for (qint64 i = 0; i < header.changes; ++i) {
        const qint64 at = qFromBigEndian<qint64>(times + i * 8);
        const auto type = quint8(kinds[i]);
        if (type >= header.types || (i > 0 && at <= previous)) {
            return false;
        }
        previous = at;
        append(changes, {at, offsetOf(type)});
    }
    return true;
}

void appendRule(std::vector<TzChange> &changes, const TzRule &rule, qint64 lastListed)
{
    if (!rule.hasSummerTime) {
        append(changes, {std::max(lastListed, earliest) + 1, rule.standardOffset});
        return;
    }
    const int from = lastListed > 0 ? civilDate(std::min(lastListed / secondsPerDay, dayNumber({lastYear, 1, 1}))).year
                                    : firstYear - 1;
    for (int year = from; year <= lastYear + 1; ++year) {
        for (const TzChange &change : rule.changesIn(year)) {
            if (change.at > lastListed) {
                append(changes, change);
            }
        }
    }
}

bool offsetsAreSane(const std::vector<TzChange> &changes)
{
    return std::all_of(changes.begin(), changes.end(),
                       [](const TzChange &change) { return std::abs(change.offset) <= 26 * 3600; });
}

} // namespace

std::optional<std::vector<TzChange>> readTzFile(const QByteArray &bytes)
{
    const std::optional<Header> old = readHeader(bytes, 0);
    if (!old || old->version < '2') {
        return std::nullopt;
    }
    const qint64 second = headerSize + old->bodySize(4);
    const std::optional<Header> header = readHeader(bytes, second);
    if (!header || header->types < 1) {
        return std::nullopt;
    }
    const qint64 body = second + headerSize;
    const qint64 footer = body + header->bodySize(8);
    if (bytes.size() < footer + 2 || bytes[footer] != '\n') {
        return std::nullopt;
    }
    std::vector<TzChange> changes;
    if (!appendListed(changes, bytes, body, *header)) {
        return std::nullopt;
    }
    const qint64 lastListed = header->changes == 0
                                  ? std::numeric_limits<qint64>::min()
                                  : qFromBigEndian<qint64>(bytes.constData() + body + (header->changes - 1) * 8);
    const QByteArray text =
        bytes.sliced(footer + 1, std::max<qsizetype>(0, bytes.indexOf('\n', footer + 1) - footer - 1));
    if (!text.isEmpty()) {
        const std::optional<TzRule> rule = readTzRule(text);
        if (!rule) {
            return std::nullopt;
        }
        appendRule(changes, *rule, lastListed);
    }
    if (!offsetsAreSane(changes)) {
        return std::nullopt;
    }
    return changes;
}

} // namespace domain
