// SPDX-License-Identifier: Apache-2.0
// What people ask for, as the service wants it sent. Pure.
#pragma once

#include "app/domain/input/arguments.h"
#include "app/providers/brahma/messages.h"

namespace providers::brahma {

/// What a subscriber's account is to do, as it was asked for.
struct Wish
{
    Executable executable;
    QString account;    ///< Lower case.
    QString signature;  ///< Made elsewhere; empty is that ours is wanted.
    QString webhook;    ///< Empty is none.
    QString kernelTask; ///< The task of the kernel that it answers; empty is that it answers none.
};

/// What a run of a subscription is asked for.
QList<domain::Argument> executionArguments();
/// Of an argument's name (`to`, `value` …) its text. Invalid names it as `field`, put in front of the name.
base::Result<Wish> wishOf(const domain::ArgumentValues &values, const QString &field);

/// `{subaccount, executor, executorSignature, executable}`
QJsonObject taskBody(const Execution &execution, const QString &signature);
/// Of `execute`.
QJsonObject executionBody(const QJsonObject &task, const QString &webhook);
/// Of the kernel, which is told whether it skips as well.
QJsonObject kernelBody(QJsonObject task, const QString &taskId, const QString &registryId);
QJsonObject skippingBody(const Execution &execution, const QString &taskId, const QString &registryId,
                         const QString &reason);

/// A registration out of the fields of its action, without executor and timestamp. Invalid names the field.
base::Result<Registration> registrationOf(const QJsonObject &fields);
QJsonObject registrationBody(const Registration &registration, const QJsonObject &fields, const QString &signature,
                             qint64 chain);

} // namespace providers::brahma
