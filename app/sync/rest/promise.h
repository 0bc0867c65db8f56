// SPDX-License-Identifier: Apache-2.0
// Answers that come later: given once, and Cancelled where whoever was to give them is gone before. Steps that follow
// one another hand an error on.
#pragma once

#include "app/base/answer.h"

#include <QPromise>

#include <memory>
#include <type_traits>

namespace rest {

template <typename T> using Future = QFuture<base::Result<T>>;

/// Copies give the same answer. Where the last one goes without having given any, the answer is Cancelled.
template <typename T> class Promise
{
public:
    Future<T> future() const { return m_state->promise.future(); }
    /// The first one counts.
    void give(base::Result<T> answer) const { m_state->give(std::move(answer)); }

private:
    struct State
    {
        State() { promise.start(); }
        ~State()
        {
            give(
                base::Error{.code = base::ErrorCode::Cancelled, .detail = QStringLiteral("the connection was closed")});
        }
        void give(base::Result<T> answer)
        {
            if (!std::exchange(given, true)) {
                promise.addResult(std::move(answer));
                promise.finish();
            }
        }

        QPromise<base::Result<T>> promise;
        bool given = false;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// An answer that is known at once.
template <typename T> Future<T> settled(base::Result<T> answer)
{
    const Promise<T> promise;
    promise.give(std::move(answer));
    return promise.future();
}

/// `make(value)` of what `future` answers, a `Result<U>`, on the thread of `context`; Cancelled where that is gone.
template <typename U, typename T, typename Make> Future<U> then(QObject *context, const Future<T> &future, Make make)
{
    const Promise<U> promise;
    base::onAnswer(context, future, [promise, make = std::move(make)](const base::Result<T> &answer) mutable {
        if (!answer) {
            promise.give(answer.error());
        } else if constexpr (std::is_void_v<T>) {
            promise.give(make());
        } else {
            promise.give(make(*answer));
        }
    });
    return promise.future();
}

/// As then(), where `ask(value)` asks for more: it gives a `Future<U>`.
template <typename U, typename T, typename Ask> Future<U> chain(QObject *context, const Future<T> &future, Ask ask)
{
    const Promise<U> promise;
    base::onAnswer(context, future, [context, promise, ask = std::move(ask)](const base::Result<T> &answer) mutable {
        if (!answer) {
            promise.give(answer.error());
            return;
        }
        const auto pass = [promise](const base::Result<U> &later) { promise.give(later); };
        if constexpr (std::is_void_v<T>) {
            base::onAnswer(context, ask(), pass);
        } else {
            base::onAnswer(context, ask(*answer), pass);
        }
    });
    return promise.future();
}

} // namespace rest
