// SPDX-License-Identifier: Apache-2.0
// Finds out what the maintenance windows say about a run that somebody is about to ask for.
#pragma once

#include "app/domain/windows/advice.h"
#include "ui/shell/context.h"

#include <QObject>

namespace ui {

/// `then` hears it on the main thread while `asker` is there; nothing is said where the windows can't be read.
void adviseOn(const Context &context, const domain::Automation &automation, QObject *asker,
              const std::function<void(const domain::RunAdvice &)> &then);

/// Whether there is something that should be said before it starts.
bool hasWarning(const domain::RunAdvice &advice);
/// What is said, in sentences; empty where there is nothing.
QString adviceText(const domain::RunAdvice &advice, base::Instant now);

} // namespace ui
