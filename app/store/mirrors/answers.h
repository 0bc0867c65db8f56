// SPDX-License-Identifier: Apache-2.0
// What becomes of a task when it was answered, failed, or given up, inside the transaction that keeps it.
#pragma once

#include "app/store/mirrors/outboxtable.h"
#include "app/store/transaction.h"

namespace store {

base::Status tookAutomation(Transaction &transaction, const TaskRow &task, const domain::RemoteAutomation &kept);
base::Status tookRun(Transaction &transaction, const TaskRow &task, const domain::RemoteRun &started);
base::Status tookTask(Transaction &transaction, const TaskRow &task);
/// It did not arrive. What was removed here meanwhile has nothing left to send.
base::Status letWait(Transaction &transaction, TaskRow task, TaskState as);
base::Status postpone(Transaction &transaction, TaskRow task, const base::Error &error, base::Instant again);
base::Status refuse(Transaction &transaction, TaskRow task, const base::Error &error);
base::Status retryTask(Transaction &transaction, TaskRow task, const domain::Actor &by);
base::Status giveUpTask(Transaction &transaction, const TaskRow &task, const domain::Actor &by);

/// Undoes here what was not sent. Nothing is audited.
base::Status discardTask(Transaction &transaction, const TaskRow &task, const domain::Actor &by);

} // namespace store
