// SPDX-License-Identifier: Apache-2.0
// How often a run that failed is tried again, after what, and how long after. A value; every answer is pure.
#pragma once

#include "app/domain/run.h"

namespace domain {

enum class Backoff {
    Fixed,       ///< The same delay each time.
    Exponential, ///< Twice the delay before.
};

struct Retry
{
    qint64 attempts = 3; ///< In all, the first one counted.
    qint64 delaySeconds = 0;
    Backoff backoff = Backoff::Fixed;
    std::optional<qint64> maxDelaySeconds; ///< No delay is longer.
    /// What is tried again: exit codes, in order; or, among the words, `any` failure, `timeout`, `interrupted`.
    QList<int> exitCodes;
    bool onAny = true;
    bool onTimeout = false;
    bool onInterrupted = false;

    friend bool operator==(const Retry &, const Retry &) = default;
};

/// Invalid names the field. `on` is `any` where it is not given.
base::Result<Retry> retryFromJson(const QJsonObject &object);
QJsonObject toJson(const Retry &retry);

/// How long after the end of an attempt the next one starts; empty where there is none: the attempts are used up, or it
/// ended in a way that is not tried again. An interrupted run is another matter, see againAfterInterruption().
std::optional<base::Seconds> nextAttemptAfter(const std::optional<Retry> &retry, int attempt, const RunEnd &end);
/// How long after it was found to be interrupted a run is done again, as a new run.
std::optional<base::Seconds> againAfterInterruption(const std::optional<Retry> &retry, int attempt);

/// Why it is held between two attempts.
QString retryReason(const Retry &retry, int attempt, const QString &why);
/// The line of the log before any attempt but the first one.
QString attemptMark(const std::optional<Retry> &retry, const Run &run);
/// Why a run is done again after `interrupted` was.
QString againReason(const Run &interrupted);

} // namespace domain
