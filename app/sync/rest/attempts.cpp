// SPDX-License-Identifier: Apache-2.0
#include "app/sync/rest/attempts.h"

#include "app/sync/rest/errorreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rest {

namespace {

constexpr int tooManyRequests = 429;
constexpr int tooEarly = 425;

std::optional<base::Millis> pauseBefore(const Attempt &attempt, const Habits &habits)
{
    if (attempt.number >= habits.attempts) {
        return std::nullopt;
    }
    const base::Millis doubled = habits.firstPause * (1LL << std::min(attempt.number - 1, 20));
    const auto most = static_cast<double>(std::min(doubled, habits.longestPause).count());
    const base::Millis own(static_cast<qint64>(most * std::clamp(attempt.chance, 0.0, 1.0)));
    const base::Millis pause = std::max(own, std::min(attempt.plea.value_or(own), habits.longestPlea));
    return attempt.spent + pause <= habits.patience ? std::optional(pause) : std::nullopt;
}

/// It was surely not done: the server would not even look at it.
bool wasTurnedAway(int status)
{
    return status == tooManyRequests || status == tooEarly;
}

bool mayPass(int status)
{
    return status == 408 || (status >= 500 && status != 501 && status != 505);
}

} // namespace

std::optional<base::Millis> pauseAfter(const Call &call, int status, const Attempt &attempt, const Habits &habits)
{
    const bool again = (wasTurnedAway(status) && call.repeat != Repeat::Once) || (mayPass(status) && call.mayRepeat());
    return again ? pauseBefore(attempt, habits) : std::nullopt;
}

std::optional<base::Millis> pauseAfterSilence(const Call &call, net::Sent sent, const Attempt &attempt,
                                              const Habits &habits)
{
    const bool again = (sent == net::Sent::Never && call.repeat != Repeat::Once) || call.mayRepeat();
    return again ? pauseBefore(attempt, habits) : std::nullopt;
}

base::Error lost(const Call &call, net::Sent sent, const base::Error &error)
{
    base::Error told = error;
    if (error.code == base::ErrorCode::Cancelled) {
        return told;
    }
    if (call.changes() && sent == net::Sent::Perhaps) {
        told.code = base::ErrorCode::Timeout;
        told.detail += u"; it may have been done all the same"_s;
    } else if (error.code == base::ErrorCode::Timeout) {
        told.code = base::ErrorCode::Unavailable;
    }
    return told;
}

base::Result<Reply> judged(const Call &call, const Reply &reply)
{
    if (reply.status < 200 || reply.status >= 300) {
        return errorOf(reply, call);
    }
    const QByteArray type = reply.header("Content-Type").toLower();
    if (call.expects == Expects::Anything || reply.body.isEmpty() || type.contains("json")) {
        return reply;
    }
    const QString said = saidIn(reply.body, type);
    return base::Error{
        .code = base::ErrorCode::Corrupt,
        .detail =
            u"%1 answered %2 where JSON was expected; it is something else than we think, or stands behind "
            "something else%3"_s.arg(reply.url.host(), type.isEmpty() ? u"without a type"_s : QString::fromLatin1(type),
                                     said.isEmpty() ? QString() : u": "_s + said)};
}

} // namespace rest
