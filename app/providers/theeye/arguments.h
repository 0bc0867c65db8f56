// SPDX-License-Identifier: Apache-2.0
// The arguments of a task there as those of an automation, and back; and the values of one run in the form that its
// servers read as they are meant. Pure.
#pragma once

#include "app/domain/input/arguments.h"
#include "app/providers/theeye/settings.h"

namespace providers::theeye {

/// `task_arguments` of a task in their order, each with a name that no other has. What comes from elsewhere there
/// (files, remote options), lets choose several, or has no options is a text here.
QList<domain::Argument> argumentsOf(const QJsonArray &theirs);

/// Where schedules start it nobody answers, so that nothing without a value is required: the server asks nobody either.
QList<domain::Argument> asStartedBySchedules(QList<domain::Argument> arguments);

/// What stands there, and what each of it means here.
struct KeptArguments
{
    QJsonArray theirs;
    QList<domain::Argument> ours;
};
/// The list to be sent: what stands there, where it means the same; otherwise what is known of each by name is
/// kept. Invalid for a secret, which has no keeping there.
base::Result<QJsonArray> theirArguments(const QList<domain::Argument> &wanted, const KeptArguments &kept,
                                        Dialect dialect);

/// A list by order, with null for fixed ones: a shorter one that leaves those out is answered with success and a run
/// that is dead already. Invalid, named `arguments.NAME`, for one that is not there.
base::Result<QJsonArray> runValues(const QJsonArray &theirs, const domain::ArgumentValues &values);

} // namespace providers::theeye
