// SPDX-License-Identifier: Apache-2.0
// A run as one row: which columns, and which value goes where. A list says what never changes, another what does.
#pragma once

#include "app/domain/run.h"
#include "app/store/sql/connection.h"

namespace store {

/// For SELECT, in the order readRun() expects.
const QByteArray &runColumns();
base::Result<domain::Run> readRun(const Query &row);

/// Does nothing where there is one already, of the same slot (automation and planned time) or following the same run;
/// else answers `seq`.
const QByteArray &insertRunSql();
/// The same with `seq` as its last value.
const QByteArray &insertRunAtSql();
Values runValues(const domain::Run &run);

/// The id is its last value.
const QByteArray &updateRunSql();
Values changingValues(const domain::Run &run);

/// Values of arguments as one text, a JSON object.
QString argumentsToText(const domain::ArgumentValues &values);
domain::ArgumentValues argumentsFromText(const QString &text);

} // namespace store
