// SPDX-License-Identifier: Apache-2.0
// A chain as the API writes it: a word for every verdict, step and outcome, the sentence beside it, and what it rests
// on.
#pragma once

#include "app/domain/why/words.h"

#include <QJsonObject>

namespace domain {

/// `will_run`
QString verdictWord(WhyVerdict verdict);
/// `clock_gap`
QString stepWord(WhyStepKind kind);
/// `ok`, `stop`, `info`
QString outcomeWord(WhyOutcome outcome);

/// Instants are ISO 8601 UTC.
QJsonObject toJson(const Why &why, const WhyVoice &voice);

} // namespace domain
