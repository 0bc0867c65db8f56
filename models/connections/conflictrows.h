// SPDX-License-Identifier: Apache-2.0
// A conflict as somebody decides it: each field with the three values in words, and the side chosen for it. A value.
#pragma once

#include "app/domain/versions/linediff.h"
#include "app/store/mirrors/mirrors.h"

#include <QCoreApplication>

#include <optional>

namespace models {

/// One field that both sides changed.
struct ConflictField
{
    QString field; ///< By which it is chosen: `params.command`.
    QString label; ///< `what it runs: command`.
    QString base;  ///< In words; `–` where there was none. So below.
    QString local;
    QString remote;
    bool isCode = false;                       ///< Is to be read in a fixed font.
    QList<domain::LineChange> localLines = {}; ///< Where one of them has several lines: against what was agreed.
    QList<domain::LineChange> remoteLines = {};
    std::optional<domain::Side> chosen = {};
};

/// The fields of a conflict; of one about a removal a single one, without a name.
QList<ConflictField> conflictFields(const store::Conflict &conflict, const QString &system);
/// `changed here and at Defender since they last agreed. …`
QString conflictSentence(const store::Conflict &conflict, const QString &system);
/// In words, the fields outside the conflict that differ between `local` and what was last seen there: they were
/// changed here only, because what only the other side changed is here already. `carries` as in domain::Capabilities.
QStringList changedHereOnly(const store::Conflict &conflict, const domain::Automation &local,
                            const domain::Automation &there, const QStringList &carries);
/// How many have a side.
int decidedCount(const QList<ConflictField> &fields);
/// What is handed to the store; empty until all are decided.
std::optional<store::Choice> choiceOf(const QList<ConflictField> &fields);

} // namespace models
