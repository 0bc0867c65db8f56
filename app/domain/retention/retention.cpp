// SPDX-License-Identifier: Apache-2.0
#include "app/domain/retention/retention.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Retention &retention)
{
    return {{u"keep_days"_s, orNull(retention.keepDays)},
            {u"keep_runs"_s, orNull(retention.keepRuns)},
            {u"max_log_bytes"_s, orNull(retention.maxLogBytes)}};
}

void readRetention(base::JsonReader &reader, Retention &into)
{
    if (reader.isNull("retention"_L1)) {
        into = {};
        return;
    }
    if (!reader.has("retention"_L1)) {
        return;
    }
    QJsonObject object;
    reader.object("retention"_L1, object);
    Retention retention;
    base::JsonReader inner(object);
    inner.integer("keep_days"_L1, retention.keepDays, 0, mostKeepDays);
    inner.integer("keep_runs"_L1, retention.keepRuns, 0, mostKeepRuns);
    inner.integer("max_log_bytes"_L1, retention.maxLogBytes, leastLogBytes, mostLogBytes);
    if (const base::Status status = inner.finish(); !status) {
        reader.fail(status.error().inField(u"retention"_s));
        return;
    }
    into = retention;
}

Keeping keepingOf(const Retention &own, const Keeping &workspace)
{
    return {.days = own.keepDays.value_or(workspace.days), .runs = own.keepRuns.value_or(workspace.runs)};
}

bool isTooOld(const Keeping &keeping, base::Instant ended, base::Instant now)
{
    return keeping.days > 0 && ended < now - std::chrono::days(keeping.days);
}

} // namespace domain
