// SPDX-License-Identifier: Apache-2.0
// The server's I/O thread as others see it: a place to post work to. Futures of the store and signals of its threads come
// home through here.
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace server {

class Loop
{
public:
    virtual ~Loop() = default;
    /// Runs `work` on the I/O thread, later. Safe on every thread; dropped once the server has stopped.
    virtual void post(std::function<void()> work) = 0;
};

using LoopPtr = std::shared_ptr<Loop>;

/// Hands what a future of the store brings to `handler`, on the I/O thread, exactly once; a store that closed meanwhile is
/// Unavailable. The job posted holds the handler only: a job that kept the loop alive from inside its queue would leak it.
template <typename T, typename Handler>
void whenDone(QFuture<base::Result<T>> future, const LoopPtr &loop, Handler handler)
{
    const auto deliver = [loop, held = std::make_shared<Handler>(std::move(handler))](base::Result<T> result) {
        loop->post([handler = std::move(*held), result = std::move(result)]() mutable { handler(std::move(result)); });
    };
    future.then(QtFuture::Launch::Sync, deliver).onCanceled([deliver] {
        deliver(base::unavailable(QStringLiteral("the store"), QStringLiteral("it is closing")));
    });
}

/// Does `work` on the pool (values in, a value out) and hands its answer to `handler` on the I/O thread.
template <typename Work, typename Handler>
void offload(QThreadPool &pool, const LoopPtr &loop, Work work, Handler handler)
{
    pool.start([loop, work = std::move(work), held = std::make_shared<Handler>(std::move(handler))] {
        loop->post([handler = std::move(*held), value = work()]() mutable { handler(std::move(value)); });
    });
}

} // namespace server
