// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/forecastroutes.h"

#include "app/domain/forecast.h"
#include "app/domain/zone.h"
#include "app/server/limits.h"
#include "app/store/store.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr qint64 usualDays = 7;
constexpr qint64 mostDays = 366;

base::Result<base::Millis> spanOf(const Query &query)
{
    const base::Result<qint64> days = query.number(u"days"_s, usualDays);
    if (!days || *days < 1 || *days > mostDays) {
        return base::invalid(u"days"_s, u"days must be a whole number from 1 to %1"_s.arg(mostDays));
    }
    return base::Millis(std::chrono::days(*days));
}

base::Result<std::optional<qsizetype>> indexOf(const QList<domain::Automation> &automations, const Call &call)
{
    const std::optional<QString> id = call.query.value(u"automation_id"_s);
    if (!id) {
        return std::optional<qsizetype>();
    }
    for (qsizetype i = 0; i < automations.size(); ++i) {
        if (automations.at(i).id.text() == *id && call.sees(automations.at(i).id)) {
            return std::optional(i);
        }
    }
    return base::notFound(u"automation "_s + *id);
}

/// Writes slots as JSON; the zones of their schedules are looked up once each.
class SlotShape
{
public:
    SlotShape(const domain::ForecastInput &input, const domain::Forecast &forecast)
        : m_input(input), m_forecast(forecast)
    {
    }

    QJsonObject of(const domain::ForecastSlot &slot)
    {
        using domain::Decision;
        const domain::Automation &automation = m_input.automations.at(slot.automation);
        const QString zone = std::get<domain::Schedule>(automation.triggers.at(slot.trigger)).timezone;
        const bool runs = slot.decision == Decision::Run || slot.decision == Decision::Wait;
        QJsonObject item{{u"automation_id"_s, automation.id.text()},
                         {u"automation_name"_s, automation.name},
                         {u"planned_for"_s, base::isoUtc(slot.slot)},
                         {u"due_at"_s, base::isoUtc(slot.due())},
                         {u"timezone"_s, zone.isEmpty() ? QJsonValue() : QJsonValue(zone)},
                         {u"zone_time"_s, zoneTime(zone, slot.slot)},
                         {u"decision"_s, domain::decisionWord(slot.decision)},
                         {u"reason"_s, orNull(domain::reasonWord(slot.reason))},
                         {u"expected_start"_s, runs ? QJsonValue(base::isoUtc(slot.start)) : QJsonValue()},
                         {u"expected_end"_s, runs ? QJsonValue(base::isoUtc(slot.end)) : QJsonValue()},
                         {u"duration_known"_s, m_forecast.durations.at(slot.automation).learned}};
        if (slot.window != domain::ForecastSlot::noWindow) {
            item.insert("window"_L1, m_input.windows.at(slot.window).name);
        }
        if (slot.replaced) {
            item.insert("replaced"_L1, true);
        }
        return item;
    }

private:
    static QJsonValue orNull(const QString &word) { return word.isEmpty() ? QJsonValue() : QJsonValue(word); }

    QString zoneTime(const QString &name, base::Instant instant)
    {
        auto zone = m_zones.find(name);
        if (zone == m_zones.end()) {
            zone = m_zones.insert(name, domain::Zone::load(name).value_or(domain::Zone::utc()));
        }
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), Qt::UTC);
        return moment.toOffsetFromUtc(int(zone->offsetAt(instant).count())).toString(Qt::ISODateWithMs);
    }

    const domain::ForecastInput &m_input;
    const domain::Forecast &m_forecast;
    QHash<QString, domain::Zone> m_zones;
};

QByteArray forecastBody(const domain::ForecastInput &input, const Call &call)
{
    const domain::Forecast forecast = domain::forecast(input);
    SlotShape shape(input, forecast);
    QJsonArray items;
    for (const domain::ForecastSlot &slot : forecast.slots) {
        call.sees(input.automations.at(slot.automation).id) ? items.append(shape.of(slot)) : void();
    }
    QJsonArray unreadable;
    for (const qsizetype index : forecast.unreadable) {
        const base::AutomationId &id = input.automations.at(index).id;
        call.sees(id) ? unreadable.append(id.text()) : void();
    }
    const QJsonObject answer{{u"from"_s, base::isoUtc(input.from)},
                             {u"to"_s, base::isoUtc(input.to)},
                             {u"until"_s, base::isoUtc(forecast.until)},
                             {u"more"_s, forecast.more},
                             {u"everything_paused"_s, input.everythingPaused},
                             {u"unreadable"_s, unreadable},
                             {u"slots"_s, items}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

void answerForecast(Tools &tools, const CallPtr &call, const domain::ForecastInput &input)
{
    offload(
        tools.pool, tools.loop, [input, call] { return forecastBody(input, *call); },
        [call](const QByteArray &body) {
            Response response;
            response.body = body;
            call->exchange->answer(response);
        });
}

void show(Tools &tools, const CallPtr &call)
{
    const base::Result<base::Millis> span = spanOf(call->query);
    if (!span) {
        call->fail(span.error());
        return;
    }
    whenDone(tools.store.forecasts().input(), tools.loop,
             [&tools, call, span = *span](base::Result<domain::ForecastInput> input) {
                 if (!input) {
                     call->fail(input.error());
                     return;
                 }
                 const auto only = indexOf(input->automations, *call);
                 if (!only) {
                     call->fail(only.error());
                     return;
                 }
                 const base::Instant now = tools.clock.now();
                 input->plan(now, now + span);
                 input->only = *only;
                 input->mostSlots = forecastSlots;
                 answerForecast(tools, call, *input);
             });
}

} // namespace

QList<Route> forecastRoutes()
{
    return {{Method::Get,
             u"/api/forecast"_s,
             Right::View,
             u"Every planned slot of the coming days and what will be decided about it"_s,
             show,
             Subject::None,
             BodyKind::Nothing,
             smallBody,
             {u"days"_s, u"automation_id"_s}}};
}

} // namespace server
