// SPDX-License-Identifier: Apache-2.0
// Several answers as one.
#pragma once

#include "app/sync/rest/promise.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace rest {

/// All answers in the order of the futures, without those that are NotFound: they are gone since they were listed. The
/// first other error ends it.
template <typename T> Future<QList<T>> together(QObject *context, const QList<Future<T>> &futures)
{
    struct Gathering
    {
        std::vector<std::optional<T>> values;
        qsizetype left = 0;

        QList<T> all() const
        {
            QList<T> present;
            for (const std::optional<T> &value : values) {
                if (value) {
                    present.append(*value);
                }
            }
            return present;
        }
    };
    const Promise<QList<T>> promise;
    const auto gathering = std::make_shared<Gathering>();
    gathering->values.resize(size_t(futures.size()));
    gathering->left = futures.size();
    if (futures.isEmpty()) {
        promise.give(QList<T>());
    }
    for (qsizetype i = 0; i < futures.size(); ++i) {
        base::onAnswer(context, futures.at(i), [promise, gathering, i](const base::Result<T> &answer) {
            if (answer) {
                gathering->values[size_t(i)] = *answer;
            } else if (answer.error().code != base::ErrorCode::NotFound) {
                promise.give(answer.error());
            }
            if (--gathering->left == 0) {
                promise.give(gathering->all());
            }
        });
    }
    return promise.future();
}

} // namespace rest
