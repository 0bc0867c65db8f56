// SPDX-License-Identifier: Apache-2.0
// An automation that lives on two sides: what was last the same on both, what it is here, what it is there, and what
// becomes of it. Nothing is lost without a person saying so. Pure.
#pragma once

#include "app/base/result.h"
#include "app/domain/automation.h"
#include "app/domain/connections/capabilities.h"
#include "app/domain/sync/fieldconflict.h"

#include <QHash>

namespace domain {

struct AutomationMerge
{
    Automation merged;              ///< The local one with what only the other side changed; where both did, ours.
    QList<FieldConflict> conflicts; ///< Empty where the sides go together.
    bool changesHere = false;       ///< The local one is to be saved anew.
    bool changesThere = false;      ///< The remote one differs from it, conflicts included.
};

/// Only what the system `carries` (Capabilities) is looked at; all else is ours and stays, and `remote`, which is
/// theirs, follows them. So do id, version and times of the local one. Where both sides are sound and together are not,
/// everything that differs between them is a conflict.
AutomationMerge merge(const Automation &base, const Automation &local, const Automation &remote,
                      const QStringList &carries);

/// The same where nobody knows what both came from: every field that differs is a conflict as a whole.
AutomationMerge mergeWithoutBase(const Automation &local, const Automation &remote, const QStringList &carries);

/// What is kept where a person has decided.
enum class Side { Local, Remote };

/// `merged` with the chosen value in each field, named as fieldText() does. Invalid where a choice is missing or names
/// no conflict, or where the result is no automation. Merging what comes of it again, with the remote one as base, has
/// no conflict.
base::Result<Automation> resolved(const Automation &merged, const QList<FieldConflict> &conflicts,
                                  const QHash<QString, Side> &choices);

/// The local one after the system took `sent` and answered `kept`: what it keeps otherwise than it was sent is so here,
/// unless it was edited meanwhile. Otherwise it would be sent again for ever.
Automation afterSending(const Automation &sent, const Automation &local, const Automation &kept,
                        const QStringList &carries);

/// What both sides come from where nobody knows whether `sent` arrived: `base` with what of it is `there`. Otherwise
/// our own change would look like one of theirs.
Automation baseAfter(const Automation &base, const Automation &sent, const Automation &there,
                     const QStringList &carries);

/// Whether they are the same in all that the system carries.
bool sameThere(const Automation &a, const Automation &b, const QStringList &carries);

/// What becomes of an automation as a whole.
enum class Fate {
    Merge,       ///< It is on both sides.
    AddHere,     ///< It is new there.
    AddThere,    ///< It is new here.
    RemoveHere,  ///< It was removed there and not edited here.
    RemoveThere, ///< It was removed here and not edited there.
    EditedHere,  ///< A conflict: removed there, edited here.
    EditedThere, ///< A conflict: removed here, edited there.
    Forget,      ///< It is on neither side any more.
};

/// Each is null where the automation is not (any more).
struct Copies
{
    const Automation *base = nullptr;
    const Automation *local = nullptr;
    const Automation *remote = nullptr;
};
Fate fateOf(const Copies &copies, const QStringList &carries);

/// Top-level fields that say something here and that the system does not keep: what is lost there when the automation
/// is published.
QStringList lostFields(const Automation &automation, const QStringList &carries);

/// A run's status once it was seen as `seen`: an end stays, whatever comes late.
inline RunStatus onwards(RunStatus known, RunStatus seen)
{
    return isFinal(known) ? known : seen;
}

} // namespace domain
