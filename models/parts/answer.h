// SPDX-License-Identifier: Apache-2.0
// What comes back from a verb of the store, on the thread of whoever asked. A watcher is used instead of
// QFuture::then(context, …), because Qt 6.4 does not survive a context that dies before the answer.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace models {

/// Calls `take(base::Result<T>)` on the thread of `context` once `future` is finished; never, when `context` died
/// before. A future that was cancelled is Unavailable.
template <typename T, typename Take> void onAnswer(QObject *context, const QFuture<base::Result<T>> &future, Take take)
{
    using Watcher = QFutureWatcher<base::Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            take(base::Result<T>(base::unavailable(QString(), QStringLiteral("the store was closed"))));
        } else {
            take(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace models
