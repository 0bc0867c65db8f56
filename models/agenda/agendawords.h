// SPDX-License-Identifier: Apache-2.0
// What will become of a slot, in words and as a key of the vocabulary of states; and the name of a day to come.
#pragma once

#include "models/agenda/agendarows.h"

namespace models {

/// `run.queued` for what runs, else the status its run will have.
QString agendaStatusKey(const AgendaRow &row);
/// `Runs`, `Will wait 5 min for the run before it`, `Will be skipped: paused`.
QString agendaDecisionText(const AgendaRow &row);
/// `Today`, `Tomorrow`, `Friday 23 October`.
QString agendaDayText(QDate day, base::Instant now);
/// `14:35`, with seconds where it has some.
QString agendaTimeText(base::Instant at);
/// `≈ 4 min`; a dash where nothing is known or nothing runs.
QString agendaDurationText(const AgendaRow &row);

} // namespace models
