// SPDX-License-Identifier: Apache-2.0
// What is typed into a filter bar: `backup status:failed,timed_out tag:"two words" -probe not kind:http`. Different
// fields and words must all hold; of several values of one field any; what is negated must not. Pure.
#pragma once

#include "app/store/runs.h"
#include "models/parts/automationrow.h"

#include <QString>

#include <functional>

namespace models {

/// Which fields there are: status, tag, kind, name, trigger, connection; or status, automation, trigger, reason, since,
/// until, noted, connection; or status, automation, tag, kind, zone.
enum class FilterScope { Automations, Runs, Agenda };

enum class Sense { Wanted, Unwanted };

/// One term, for a chip: where it stands in the text.
struct FilterTerm
{
    QString field;      ///< Empty is a word.
    QStringList values; ///< At least one; of a word exactly one.
    Sense sense = Sense::Wanted;
    qsizetype position = 0;
    qsizetype length = 0;

    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

/// A term that can't be used, with a translated sentence that says what would be right. It hides nothing.
struct FilterProblem
{
    QString sentence;
    qsizetype position = 0;
    qsizetype length = 0;
};

struct Filter
{
    QList<FilterTerm> terms;
    QList<FilterProblem> problems;

    bool isEmpty() const { return terms.isEmpty(); }
};

/// Never fails: what can't be understood is among the problems.
Filter parseFilter(const QString &text, FilterScope scope);

/// `status` takes run statuses, `paused`, `never_run` and `failing`; `since` and `until` are about its last run, and
/// `now` is what `since:24h` counts from.
bool matches(const Filter &filter, const AutomationRow &row, base::Instant now);

/// A filter over runs: what the store can answer by itself, and what is held against its answer.
struct RunFilter
{
    store::RunQuery query;
    Filter whole;            ///< Everything, also what the query says.
    QList<FilterTerm> apart; ///< All but times, which only the query says.
    /// What connections are called, for `connection:`; without it none has a name.
    std::function<QString(const base::ConnectionId &)> homeOf = {};
    bool impossible = false; ///< No run can match: asked for something and against it.

    /// Whether the query alone is the whole filter.
    bool queryIsEnough() const;
};

/// `now` is what `since:24h` counts from.
RunFilter runFilter(const Filter &filter, base::Instant now);
bool matches(const RunFilter &filter, const domain::Run &run);

} // namespace models
