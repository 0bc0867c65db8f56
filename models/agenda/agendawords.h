// SPDX-License-Identifier: Apache-2.0
// What will become of a slot, in words and as a key of the vocabulary of states; and the name of a day to come.
#pragma once

#include "models/agenda/agendarows.h"

namespace models {

/// `run.queued` for what runs, else the status its run will have; of a fold the one to look at first.
QString agendaStatusKey(const AgendaRow &row);
/// `Runs`, `Will wait 5 min for the run before it`, `Will be skipped: paused`; `Every minute · 60 times`.
QString agendaDecisionText(const AgendaRow &row);
/// Of a fold: `Every minute`, `Every 10 s`; empty where its times do not come evenly.
QString agendaRhythmText(const AgendaRow &fold);
/// Of a fold: `42 run`, `18 will be skipped`, those that there are.
QStringList agendaCounts(const AgendaRow &fold);
/// `Today`, `Tomorrow`, `Friday 23 October`.
QString agendaDayText(QDate day, base::Instant now);
/// `14:35`, with seconds where it has some.
QString agendaTimeText(base::Instant at);
/// The same of a row; `14:00–14:59` of a fold.
QString agendaDueText(const AgendaRow &row);
/// `≈ 4 min`; a dash where nothing is known or nothing runs.
QString agendaDurationText(const AgendaRow &row);

} // namespace models
