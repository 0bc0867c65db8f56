// SPDX-License-Identifier: Apache-2.0
#include "app/domain/retry.h"

#include "app/base/jsonreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr qint64 mostAttempts = 1000;
constexpr qint64 longest = 366LL * 24 * 3600;
const QStringList backoffWords{u"fixed"_s, u"exponential"_s};

base::Status readOn(const QJsonValue &value, Retry &retry)
{
    const QString word = value.toString();
    if (word == "any"_L1) {
        retry.onAny = true;
    } else if (word == "timeout"_L1) {
        retry.onTimeout = true;
    } else if (word == "interrupted"_L1) {
        retry.onInterrupted = true;
    } else if (const double code = value.toDouble(-1); code == std::trunc(code) && code >= 1 && code <= 255) {
        if (!retry.exitCodes.contains(int(code))) {
            retry.exitCodes.append(int(code));
        }
    } else {
        return base::invalid({}, u"must be an exit code from 1 to 255, any, timeout or interrupted"_s);
    }
    return {};
}

base::Seconds delayAfter(const Retry &retry, int attempt)
{
    const qint64 most = retry.maxDelaySeconds.value_or(longest);
    qint64 delay = std::min(retry.delaySeconds, most);
    for (int i = 1; retry.backoff == Backoff::Exponential && i < attempt && delay < most; ++i) {
        delay = std::min(2 * delay, most);
    }
    return base::Seconds(delay);
}

bool covers(const Retry &retry, const RunEnd &end)
{
    if (end.status == RunStatus::TimedOut) {
        return retry.onAny || retry.onTimeout;
    }
    return end.status == RunStatus::Failed &&
           (retry.onAny || (end.exitCode && retry.exitCodes.contains(*end.exitCode)));
}

} // namespace

base::Result<Retry> retryFromJson(const QJsonObject &object)
{
    Retry retry;
    base::JsonReader reader(object);
    reader.integer("attempts"_L1, retry.attempts, 1, mostAttempts);
    reader.integer("delay_s"_L1, retry.delaySeconds, 0, longest);
    int backoff = 0;
    reader.word("backoff"_L1, backoffWords, backoff);
    retry.backoff = static_cast<Backoff>(backoff);
    reader.integer("max_delay_s"_L1, retry.maxDelaySeconds, 0, longest);
    if (reader.has("on"_L1)) {
        retry.onAny = false;
    }
    reader.array("on"_L1, [&retry](const QJsonValue &value, int) { return readOn(value, retry); });
    CHECK(reader.finish());
    if (!reader.has("attempts"_L1)) {
        return base::invalid(u"attempts"_s, u"attempts must say how often it is tried in all, such as 3"_s);
    }
    if (reader.has("on"_L1) && object.value("on"_L1).toArray().isEmpty()) {
        return base::invalid(u"on"_s, u"on must hold at least one of any, timeout, interrupted and exit codes"_s);
    }
    if (retry.maxDelaySeconds && *retry.maxDelaySeconds < retry.delaySeconds) {
        return base::invalid(u"max_delay_s"_s, u"max_delay_s must not be less than delay_s"_s);
    }
    std::sort(retry.exitCodes.begin(), retry.exitCodes.end());
    return retry;
}

QJsonObject toJson(const Retry &retry)
{
    QJsonArray on;
    for (const int code : retry.exitCodes) {
        on.append(code);
    }
    for (const auto &[set, word] :
         {std::pair(retry.onTimeout, u"timeout"_s), std::pair(retry.onInterrupted, u"interrupted"_s),
          std::pair(retry.onAny, u"any"_s)}) {
        if (set) {
            on.append(word);
        }
    }
    return {{u"attempts"_s, retry.attempts},
            {u"delay_s"_s, retry.delaySeconds},
            {u"backoff"_s, backoffWords.at(static_cast<int>(retry.backoff))},
            {u"max_delay_s"_s, retry.maxDelaySeconds ? QJsonValue(*retry.maxDelaySeconds) : QJsonValue::Null},
            {u"on"_s, on}};
}

std::optional<base::Seconds> nextAttemptAfter(const std::optional<Retry> &retry, int attempt, const RunEnd &end)
{
    const bool again = retry && attempt < retry->attempts && covers(*retry, end);
    return again ? std::optional(delayAfter(*retry, attempt)) : std::nullopt;
}

std::optional<base::Seconds> againAfterInterruption(const std::optional<Retry> &retry, int attempt)
{
    const bool again = retry && retry->onInterrupted && attempt < retry->attempts;
    return again ? std::optional(delayAfter(*retry, attempt)) : std::nullopt;
}

QString retryReason(const Retry &retry, int attempt, const QString &why)
{
    return u"attempt %1 of %2 failed: %3"_s.arg(attempt).arg(retry.attempts).arg(why);
}

QString attemptMark(const std::optional<Retry> &retry, const Run &run)
{
    const QString which =
        retry ? u"attempt %1 of %2"_s.arg(run.attempt).arg(retry->attempts) : u"attempt %1"_s.arg(run.attempt);
    return run.errorMessage.isEmpty() ? u"%1; %2 before it was interrupted"_s.arg(which, run.parentRunId.text())
                                      : u"%1; the one before it failed: %2"_s.arg(which, run.errorMessage);
}

QString againReason(const Run &interrupted)
{
    return u"done again, because %1 was interrupted"_s.arg(interrupted.id.text());
}

} // namespace domain
