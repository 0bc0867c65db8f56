// SPDX-License-Identifier: Apache-2.0
// `cron next --batch`: questions as JSON objects, one a line; each gets its answer on a line, in the same order, also
// when it can't be read.
#pragma once

#include "app/cli/cron/question.h"

#include <QIODevice>

namespace cli {

class Output;

/// The answer to one line, with its line feed.
QByteArray answerLine(CronAnswerer &answerer, const QByteArray &line);

/// Answers every line of `input` until its end, or until nobody reads the answers any more.
void answerBatch(QIODevice &input, CronAnswerer &answerer, Output &output);

} // namespace cli
