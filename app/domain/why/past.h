// SPDX-License-Identifier: Apache-2.0
// What became of a slot or a request that has a row: who looked when, which rule decided, what it waited for, how it
// ended.
#pragma once

#include "app/domain/why/reason.h"
#include "app/domain/why/why.h"

namespace domain {

/// The automation as it was when the run was made; null where that is not known.
struct RunStory
{
    const Run &run;
    const Automation *rules = nullptr;
    base::Instant due; ///< The slot with its jitter; of other runs when it was made.
    const WhyInput &input;
};

WhyVerdict verdictOf(const Run &run);
/// From being looked at until it started or was dropped.
void addDecision(QList<WhyStep> &steps, const RunStory &story);
/// From its start on.
void addRun(QList<WhyStep> &steps, const RunStory &story);

/// Nothing where an engine looked in time; up to a minute counts as that, unless it is known why it took so long.
void addWhoLooked(QList<WhyStep> &steps, const WhyInput &input, base::Instant due, base::Instant lookedAt);
/// The rule by which a slot that has no run of its own was skipped. `rules` may be null.
WhyStep skipStep(const Run &row, const WhyInput &input, const Automation *rules);

/// Who paused it, and when, as of an instant; nothing where it was not.
WhyStep pausedStep(const WhyInput &input, base::Instant instant);
/// The pause of everything; who and since when, where it held at that time and still does.
WhyStep allPausedStep(const WhyInput &input, base::Instant instant);
/// A slot missed before everything was paused, or resumed; at `at` where that is known.
WhyStep pausedSinceStep(ReasonKind which, std::optional<base::Instant> at);
/// What a field of the automation says, as its JSON form writes it.
QString fieldText(const Automation *rules, const QString &field);

} // namespace domain
