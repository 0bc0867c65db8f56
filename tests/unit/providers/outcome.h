// SPDX-License-Identifier: Apache-2.0
// Answers of accounts, waited for.
#pragma once

#include "app/sync/rest/promise.h"

#include <QTest>

namespace test {

template <typename T> base::Result<T> answerOf(const rest::Future<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000)) {
        return base::internal(QStringLiteral("the test waited in vain"));
    }
    return future.resultCount() > 0 ? future.result() : base::internal(QStringLiteral("no answer was given"));
}

/// The answer without its value.
template <typename T> rest::Future<void> outcomeOf(QObject *context, const rest::Future<T> &answer)
{
    return rest::then<void>(context, answer, [](const T &) { return base::Status(); });
}

} // namespace test
