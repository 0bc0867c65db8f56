// SPDX-License-Identifier: Apache-2.0
// What comes back from an asynchronous verb, on the thread of whoever asked. A watcher is used instead of
// QFuture::then(context, …), because Qt 6.4 does not survive a context that dies before the answer.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace base {

/// Calls `take(Result<T>)` on the thread of `context` once `future` is finished; never, when `context` died
/// before. A future that was cancelled is Unavailable.
template <typename T, typename Take> void onAnswer(QObject *context, const QFuture<Result<T>> &future, Take take)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            take(Result<T>(unavailable(QString(), QStringLiteral("whoever was asked has closed"))));
        } else {
            take(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace base
