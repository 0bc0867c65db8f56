// SPDX-License-Identifier: Apache-2.0
// One row of the automations: the automation, its last runs, when it fires next; and what that makes of it at a glance.
#pragma once

#include "app/domain/automation.h"
#include "app/domain/run.h"
#include "models/parts/fires.h"
#include "models/parts/usualtimes.h"

#include <QVariant>

namespace models {

inline constexpr int historyLength = 20;

struct AutomationRow
{
    domain::Automation automation;
    QString home;               ///< The name of the connection where it lives; empty is this machine.
    QList<domain::Run> history; ///< Newest first, at most `historyLength`.
    bool historyUnread = false; ///< It comes in a moment: the rows are shown before.
    Fires fires;
    std::optional<base::Instant> nextFire;
    std::optional<UsualTime> usual;

    /// The newest run with that status, or none.
    const domain::Run *newest(domain::RunStatus status) const;
    /// The newest run that ran to an end of its own, or none.
    const domain::Run *lastEnded() const;
    bool isRunning() const { return newest(domain::RunStatus::Running) != nullptr; }
    /// Its last run that came to an end of its own ended badly, and nobody took note of that yet.
    bool isFailing() const;
    bool hasSchedule() const;
};

/// The most urgent thing to say of an automation: running, needs approval, held, paused, its last run, never run.
/// Nothing while its history is unread.
struct AutomationState
{
    QString key;                      ///< `run.failed`, `automation.paused` …
    QString text;                     ///< `Failed`
    const domain::Run *run = nullptr; ///< The run it is about, if it is about one. Points into the row.
    std::optional<base::Instant> since;
};

AutomationState stateOf(const AutomationRow &row);

/// BarsRole of a history: the oldest first. Heights are shares of the longest.
QVariantList barsOf(const QList<domain::Run> &history, const std::optional<UsualTime> &usual, base::Instant now);

/// `17 done, 1 failed, 2 skipped`; empty without runs.
QString countsText(const QList<domain::Run> &history);

} // namespace models
