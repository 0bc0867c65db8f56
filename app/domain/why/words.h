// SPDX-License-Identifier: Apache-2.0
// The steps of a chain in sentences, one each. The sentences are English sources; whoever speaks brings the language
// and the way to write times, so that the window and the API tell the same chain.
#pragma once

#include "app/domain/why/why.h"

#include <functional>

namespace domain {

struct WhyVoice
{
    std::function<QString(const char *)> say;      ///< A source text of the context `Why` in the language wanted.
    std::function<QString(base::Instant)> time;    ///< An instant, precise and clear by itself.
    std::function<QString(base::Millis)> duration; ///< `2 min 52 s`
};

/// Plain English with times such as `2026-10-22 03:00:00 +02:00` in the system's zone.
WhyVoice plainVoice();

/// One sentence with its full stop.
QString inWords(const WhyStep &step, const WhyVoice &voice);
/// One sentence: `It ran.`
QString inWords(WhyVerdict verdict, const WhyVoice &voice);

} // namespace domain
