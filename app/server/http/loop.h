// SPDX-License-Identifier: Apache-2.0
// The server's I/O thread as others see it: a place to post work to. Futures of the store and signals of its threads
// come home through here.
#pragma once

#include "app/base/answer.h"

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
    /// Lives on a thread with an event loop, which the I/O thread has not: futures are waited for there. Outlived by
    /// the loop.
    virtual QObject *waiter() = 0;
};

using LoopPtr = std::shared_ptr<Loop>;

/// Hands what a future of the store brings to `handler`, on the I/O thread, exactly once; a store that closed meanwhile
/// is Unavailable. Not with QFuture::then(): in Qt 6.4 a continuation attached while the future is being finished on
/// another thread may run twice.
template <typename T, typename Handler>
void whenDone(QFuture<base::Result<T>> future, const LoopPtr &loop, Handler handler)
{
    const auto held = std::make_shared<Handler>(std::move(handler));
    QMetaObject::invokeMethod(loop->waiter(), [future, held, target = loop.get()] {
        base::onAnswer(target->waiter(), future, [held, target](base::Result<T> result) {
            target->post(
                [handler = std::move(*held), result = std::move(result)]() mutable { handler(std::move(result)); });
        });
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
