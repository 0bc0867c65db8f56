// SPDX-License-Identifier: Apache-2.0
// Stories for why(): an automation, its rows around a time, and the chain that is to come out, as one line of words.
#pragma once

#include "app/domain/why/json.h"

#include <QList>

namespace test {

struct WhyStory
{
    const char *name;
    domain::WhyInput input;
    QString verdict;
    QString steps; ///< `planned paused!`: `!` is stop, `~` is info.
};

QList<WhyStory> plannedStories(); ///< Which slot, which version.
QList<WhyStory> clockStories();
QList<WhyStory> ruleStories(); ///< Missed, paused, overlap, deadline.
QList<WhyStory> runStories();  ///< Starts and ends.
QList<WhyStory> waitStories();
QList<WhyStory> decisionStories(); ///< Missed slots that somebody decided about.
QList<WhyStory> delayStories();    ///< Waits for something else than another run.
QList<WhyStory> attemptStories();  ///< Tried or done again, or after another run.
QList<WhyStory> pauseStories();    ///< Missed before everything was paused or resumed.
QList<WhyStory> aheadStories();    ///< To come, or not looked at yet.

QString stepsText(const domain::Why &why);

} // namespace test
