// SPDX-License-Identifier: Apache-2.0
#include "app/domain/limits.h"

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject toJson(const Limits &limits)
{
    return {{u"memory_mb"_s, orNull(limits.memoryMb)},
            {u"cpu_percent"_s, orNull(limits.cpuPercent)},
            {u"tasks"_s, orNull(limits.tasks)}};
}

void readLimits(base::JsonReader &reader, Limits &into)
{
    QJsonObject object;
    if (!reader.has("limits"_L1)) {
        return;
    }
    reader.object("limits"_L1, object);
    Limits limits;
    base::JsonReader inner(object);
    inner.integer("memory_mb"_L1, limits.memoryMb, 1, 1 << 24);
    inner.integer("cpu_percent"_L1, limits.cpuPercent, 1, 1000000);
    inner.integer("tasks"_L1, limits.tasks, 1, 1 << 22);
    if (const base::Status status = inner.finish(); !status) {
        reader.fail(status.error().inField(u"limits"_s));
        return;
    }
    into = limits;
}

} // namespace domain
