// SPDX-License-Identifier: Apache-2.0
// One verb over many rows: asks the store for each, and goes on once, when all have answered.
#pragma once

#include "app/base/answer.h"

#include <memory>
#include <optional>

namespace ui {

struct Tally
{
    qsizetype open = 0;
    int done = 0;
    QString lastName;                 ///< Of those that worked.
    std::optional<base::Error> error; ///< Of the last that did not.
};

/// `ask(one)` gives the future of one answer, `nameOf(one)` what to call it; then `settled(tally)` on the thread of
/// `context`, unless that died.
template <typename One, typename Ask, typename NameOf, typename Settled>
void tallyUp(QObject *context, const QList<One> &chosen, Ask ask, NameOf nameOf, Settled settled)
{
    auto tally = std::make_shared<Tally>();
    tally->open = chosen.size();
    for (const One &one : chosen) {
        base::onAnswer(context, ask(one), [tally, settled, name = nameOf(one)](const auto &answer) {
            if (answer) {
                ++tally->done;
                tally->lastName = name;
            } else {
                tally->error = answer.error();
            }
            if (--tally->open == 0)
                settled(*tally);
        });
    }
}

/// Has `verbs` say, once, what came of it: `one` where one worked, `many` where several did, and the last error.
template <typename Verbs> void tell(Verbs *verbs, const Tally &tally, const QString &one, const QString &many)
{
    if (tally.done > 0)
        Q_EMIT verbs->said(tally.done == 1 ? one : many, {});
    if (tally.error)
        Q_EMIT verbs->failed(*tally.error);
}

} // namespace ui
