// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/commands.h"
#include "app/cli/commands/session.h"
#include "app/cli/text/table.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Phrase
{
    QLatin1StringView word;
    QLatin1StringView text;
};

constexpr std::array decisions{Phrase{"run"_L1, "runs"_L1}, Phrase{"wait"_L1, "waits, then runs"_L1},
                               Phrase{"skip"_L1, "is skipped"_L1}, Phrase{"approval"_L1, "waits for approval"_L1}};

constexpr std::array reasons{Phrase{"automation_paused"_L1, "the automation is paused"_L1},
                             Phrase{"everything_paused"_L1, "everything is paused"_L1},
                             Phrase{"window"_L1, "a maintenance window"_L1},
                             Phrase{"overlap"_L1, "an earlier run is still open"_L1},
                             Phrase{"queue_full"_L1, "as many runs wait already as may"_L1},
                             Phrase{"earlier_run"_L1, "the run before it goes on"_L1},
                             Phrase{"parallel_limit"_L1, "all of its parallel runs are taken"_L1},
                             Phrase{"machine_limit"_L1, "all places on this machine are taken"_L1},
                             Phrase{"replaces"_L1, "ends the run before it"_L1}};

/// A word of a newer engine is shown as it is.
template <typename Phrases> QString inWords(const Phrases &phrases, const QString &word)
{
    for (const Phrase &phrase : phrases) {
        if (word == phrase.word) {
            return phrase.text;
        }
    }
    return word;
}

QString why(const QJsonObject &slot)
{
    const QString reason = slot.value("reason"_L1).toString();
    const QString window = slot.value("window"_L1).toString();
    QStringList parts;
    if (reason == "window"_L1 && !window.isEmpty()) {
        parts.append(u"a maintenance window: "_s + window);
    } else if (!reason.isEmpty()) {
        parts.append(inWords(reasons, reason));
    }
    if (reason != "window"_L1 && !window.isEmpty()) {
        parts.append(u"in the maintenance window "_s + window);
    }
    if (slot.value("replaced"_L1).toBool()) {
        parts.append(u"is replaced by a newer run"_s);
    }
    return parts.join(u"; "_s);
}

QString expectedEnd(const QJsonObject &slot)
{
    const QString end = localSeconds(slot.value("expected_end"_L1));
    return end.isEmpty() || slot.value("duration_known"_L1).toBool() ? end : end + u" (a guess)"_s;
}

/// Nothing where the schedule is in the system's zone: the first column says it.
QString zoneTime(const QJsonObject &slot)
{
    const QString zone = slot.value("timezone"_L1).toString();
    const QString text = slot.value("zone_time"_L1).toString();
    return zone.isEmpty() ? QString() : u"%1 %2"_s.arg(text.left(10) + u' ' + text.mid(11, 8), zone);
}

void printTable(Output &output, const QJsonArray &slots)
{
    Table table({u"PLANNED"_s, u"ZONE TIME"_s, u"AUTOMATION"_s, u"DECISION"_s, u"START"_s, u"END"_s, u"WHY"_s});
    for (const QJsonValue value : slots) {
        const QJsonObject slot = value.toObject();
        table.add({localSeconds(slot.value("planned_for"_L1)), zoneTime(slot),
                   slot.value("automation_name"_L1).toString(),
                   inWords(decisions, slot.value("decision"_L1).toString()),
                   localSeconds(slot.value("expected_start"_L1)), expectedEnd(slot), why(slot)});
    }
    table.print(output);
}

void tellRest(Output &output, const QJsonObject &forecast)
{
    if (forecast.value("more"_L1).toBool()) {
        output.message(u"there are more slots from %1 on; ask for fewer days or for one automation"_s.arg(
            localSeconds(forecast.value("until"_L1))));
    }
    for (const QJsonValue id : forecast.value("unreadable"_L1).toArray()) {
        output.message(u"a schedule of %1 can't be followed; its slots are not here"_s.arg(id.toString()));
    }
}

} // namespace

void showForecast(Session &session)
{
    const Invocation &asked = session.asked();
    QList<std::pair<QString, QString>> parameters;
    if (asked.has("days"_L1)) {
        parameters.append({u"days"_s, asked.option("days"_L1)});
    }
    if (asked.has("automation"_L1)) {
        parameters.append({u"automation_id"_s, asked.option("automation"_L1)});
    }
    session.get("/api/forecast" + query(parameters), [&session](const QJsonValue &answer) {
        const QJsonObject forecast = answer.toObject();
        QJsonArray slots = forecast.value("slots"_L1).toArray();
        if (session.asked().json) {
            for (QJsonValueRef value : slots) {
                QJsonObject slot = value.toObject();
                slot.insert("local_time"_L1, localSeconds(slot.value("planned_for"_L1)));
                value = slot;
            }
            session.out().json(slots);
        } else {
            printTable(session.out(), slots);
        }
        tellRest(session.out(), forecast);
        session.finish();
    });
}

} // namespace cli
