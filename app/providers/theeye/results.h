// SPDX-License-Identifier: Apache-2.0
// What comes of a job, waited for: at the host that answers with results, or by the supervisor's long poll. Both are
// bounded, and what the poll says only wakes us: what came of the job is read of the job.
#pragma once

#include "app/providers/theeye/service.h"

namespace providers::theeye {

/// How the job stands once it is over, or after some while: `{job, state, lifecycle, over, result, output}`, where
/// `result` is the last of `output`, decoded.
rest::Future<QJsonValue> resultOf(Service &service, const QString &job);

/// Starts a run and answers as resultOf(). Of the host for results only `{result}` comes back, and no id; where it
/// tells of a failure, that may be the task's.
rest::Future<QJsonValue> runAndWait(Service &service, const Target &target, const QJsonObject &body);

} // namespace providers::theeye
