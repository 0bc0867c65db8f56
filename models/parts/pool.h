// SPDX-License-Identifier: Apache-2.0
// Work on values that would make whoever asks wait, on another thread.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace models {

/// Runs `work`, which answers a Value and knows nothing of objects of this thread; base::onAnswer() takes it back.
template <typename Value, typename Work> QFuture<base::Result<Value>> inPool(Work work)
{
    const auto promise = std::make_shared<QPromise<base::Result<Value>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(base::Result<Value>(work()));
        promise->finish();
    });
    return promise->future();
}

} // namespace models
