// SPDX-License-Identifier: Apache-2.0
// Steps that follow one another, each asked for when the one before has answered. Instead of QFuture::then(): in Qt 6.4
// that runs a continuation twice, and crashes, where another thread finishes the future just while it is attached.
#pragma once

#include "app/base/answer.h"

#include <QPromise>

#include <memory>

namespace base {

/// What the future answers that `ask(answer)` gives, a `QFuture<Result<U>>`; `ask` is called on the thread of
/// `context`, which must be the caller's and has an event loop. Once the context is gone nothing more is asked, and
/// who waits is told that whoever was asked has closed.
template <typename U, typename T, typename Ask>
QFuture<Result<U>> chained(QObject *context, const QFuture<Result<T>> &future, Ask ask)
{
    const auto promise = std::make_shared<QPromise<Result<U>>>();
    promise->start();
    onAnswer(context, future, [context, promise, ask = std::move(ask)](const Result<T> &answer) mutable {
        onAnswer(context, ask(answer), [promise](const Result<U> &later) {
            promise->addResult(later);
            promise->finish();
        });
    });
    return promise->future();
}

} // namespace base
