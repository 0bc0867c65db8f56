// SPDX-License-Identifier: Apache-2.0
// What a run waits for, or waited for until it started or was dropped: another run, a place, an engine, a person.
#pragma once

#include "app/domain/why/past.h"

namespace domain {

/// Those of the same automation that were open at an instant.
QList<base::RunId> openRuns(const WhyInput &input, base::Instant instant);

/// What it waited for; nothing where it hardly did.
void addWait(QList<WhyStep> &steps, const RunStory &story);
/// What a run that is not started yet waits for.
WhyStep waitStep(const RunStory &story);
/// A slot that was missed and about which a person was to decide, whatever they decided.
void addDecided(QList<WhyStep> &steps, const RunStory &story);

} // namespace domain
