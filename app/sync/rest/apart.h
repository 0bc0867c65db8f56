// SPDX-License-Identifier: Apache-2.0
// Answers that take long to be read, made of a long one on another thread: whoever asks may be the engine's thread, on
// which schedules fire.
#pragma once

#include "app/sync/rest/promise.h"

#include <QThreadPool>

namespace rest {

/// As then(), where `make` runs on a thread of the pool: it is given values, and touches nothing else.
template <typename U, typename T, typename Make>
Future<U> thenApart(QObject *context, const Future<T> &future, Make make)
{
    return chain<U>(context, future, [make = std::move(make)](const T &value) {
        const auto work = std::make_shared<QPromise<base::Result<U>>>();
        work->start();
        QThreadPool::globalInstance()->start([work, make, value] {
            work->addResult(make(value));
            work->finish();
        });
        return work->future();
    });
}

} // namespace rest
