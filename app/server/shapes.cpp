// SPDX-License-Identifier: Apache-2.0
#include "app/server/shapes.h"

#include "app/base/jsonreader.h"
#include "app/server/streams/lines.h"

#include <QJsonArray>

#include <limits>

using namespace Qt::StringLiterals;

namespace server {

namespace {

QJsonValue unixSeconds(const std::optional<base::Instant> &instant)
{
    if (!instant) {
        return QJsonValue::Null;
    }
    return static_cast<qint64>(std::chrono::floor<std::chrono::seconds>(instant->time_since_epoch()).count());
}

std::optional<base::Instant> timeOf(const domain::Run &run)
{
    return run.startedAt ? run.startedAt : run.plannedFor ? run.plannedFor : std::optional(run.queuedAt);
}

qsizetype firstCron(const QJsonArray &triggers)
{
    for (qsizetype i = 0; i < triggers.size(); ++i) {
        if (!triggers.at(i).toObject().value("cron"_L1).toString().isEmpty()) {
            return i;
        }
    }
    return -1;
}

QJsonValue cronOf(const QJsonArray &triggers)
{
    const qsizetype index = firstCron(triggers);
    return index < 0 ? QJsonValue(QJsonValue::Null) : triggers.at(index).toObject().value("cron"_L1);
}

QJsonArray withCron(QJsonArray triggers, const QJsonValue &cron)
{
    const qsizetype index = firstCron(triggers);
    if (cron.isNull()) {
        if (index >= 0) {
            triggers.removeAt(index);
        }
    } else if (index < 0) {
        triggers.append(QJsonObject{{u"type"_s, u"schedule"_s}, {u"cron"_s, cron}});
    } else {
        QJsonObject trigger = triggers.at(index).toObject();
        trigger.insert("cron"_L1, cron);
        triggers.replace(index, trigger);
    }
    return triggers;
}

QJsonArray withToken(QJsonArray triggers, const QString &token)
{
    for (qsizetype i = 0; i < triggers.size() && !token.isEmpty(); ++i) {
        QJsonObject trigger = triggers.at(i).toObject();
        if (trigger.value("type"_L1) == u"webhook"_s) {
            trigger.insert("token"_L1, token);
            triggers.replace(i, trigger);
        }
    }
    return triggers;
}

} // namespace

std::optional<base::Instant> nextRun(const domain::Automation &automation, const Moment &moment, domain::Zones &zones)
{
    std::optional<base::Instant> earliest;
    if (automation.paused || moment.everything == store::Pausing::On) {
        return earliest;
    }
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (!schedule) {
            continue;
        }
        const auto finder = domain::SlotFinder::make(*schedule, automation.createdAt, zones);
        const std::optional<base::Instant> next = finder ? finder->next(moment.now) : std::nullopt;
        if (next && (!earliest || *next < *earliest)) {
            earliest = next;
        }
    }
    return earliest;
}

QJsonObject automationItem(const domain::Automation &automation, const std::optional<domain::Run> &lastRun,
                           const Moment &moment, domain::Zones &zones)
{
    QJsonObject item = domain::toJson(automation);
    item.insert("triggers"_L1, withToken(item.value("triggers"_L1).toArray(), moment.tokens.value(automation.id)));
    const std::optional<base::Instant> next = nextRun(automation, moment, zones);
    item.insert("schedule"_L1, cronOf(item.value("triggers"_L1).toArray()));
    item.insert("last_run"_L1, unixSeconds(lastRun ? timeOf(*lastRun) : std::nullopt));
    item.insert("last_status"_L1,
                lastRun ? QJsonValue(domain::statusWord(lastRun->status)) : QJsonValue(QJsonValue::Null));
    item.insert("next_run"_L1, next ? QJsonValue(base::isoUtc(*next)) : QJsonValue(QJsonValue::Null));
    return item;
}

QJsonObject runItem(const domain::Run &run)
{
    QJsonObject item = domain::toJson(run);
    item.insert("run_id"_L1, run.id.text());
    item.insert("started"_L1, unixSeconds(run.startedAt));
    item.insert("finished"_L1, unixSeconds(run.finishedAt));
    return item;
}

base::Result<QJsonObject> withoutShorthand(const QJsonObject &input, const QJsonArray &current)
{
    const QJsonValue cron = input.value("schedule"_L1);
    if (cron.isUndefined()) {
        return input;
    }
    if (!cron.isString() && !cron.isNull()) {
        return base::invalid(u"schedule"_s, u"schedule must be a cron expression such as 0 3 * * *, or null"_s);
    }
    const QJsonValue triggers = input.value("triggers"_L1);
    if (!triggers.isUndefined() && triggers.toArray() != current) {
        // What was read and sent back with new triggers still carries the schedule of the old ones.
        if (cron == cronOf(triggers.toArray()) || cron == cronOf(current)) {
            return input;
        }
        return base::invalid(u"schedule"_s, u"schedule and triggers disagree; give one of them"_s);
    }
    QJsonObject output = input;
    output.insert("triggers"_L1, withCron(current, cron));
    return output;
}

base::Error inShorthand(const base::Error &error, const QJsonObject &input)
{
    if (!input.contains("schedule"_L1) || input.contains("triggers"_L1) || !error.field.startsWith(u"triggers["_s) ||
        !error.field.endsWith(u".cron"_s)) {
        return error;
    }
    base::Error told = error;
    told.field = u"schedule"_s;
    return told;
}

base::Result<qint64> versionWanted(const QJsonObject &body)
{
    qint64 version = 0;
    base::JsonReader reader(body);
    reader.integer("version"_L1, version, 1, std::numeric_limits<int>::max());
    CHECK(reader.finish());
    if (version == 0) {
        return base::invalid(u"version"_s, u"version must say which version comes back"_s);
    }
    return version;
}

QByteArray storedBytes(const store::LogChunk &chunk)
{
    const bool whole =
        std::none_of(chunk.spans.begin(), chunk.spans.end(), [](const store::LogSpan &span) { return span.open; });
    if (whole) {
        return chunk.bytes;
    }
    QByteArray bytes;
    bytes.reserve(chunk.bytes.size());
    forEachLine(chunk, [&bytes](const Line &line) {
        bytes += line.bytes;
        if (!line.open) {
            bytes += '\n';
        }
        return Walk::On;
    });
    return bytes;
}

QString textOfTail(const QByteArray &bytes)
{
    qsizetype skip = 0;
    while (skip < 3 && skip < bytes.size() && (static_cast<unsigned char>(bytes[skip]) & 0xC0) == 0x80) {
        ++skip;
    }
    return QString::fromUtf8(QByteArrayView(bytes).sliced(skip));
}

QString streamWord(store::Stream stream)
{
    switch (stream) {
    case store::Stream::Out:
        return u"out"_s;
    case store::Stream::Err:
        return u"err"_s;
    case store::Stream::Note:
        return u"note"_s;
    }
    Q_UNREACHABLE();
}

} // namespace server
