// SPDX-License-Identifier: Apache-2.0
#include "models/calendar/calendardata.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace models {

using namespace Qt::StringLiterals;

namespace {

constexpr base::Millis hour = base::Seconds(3600);
constexpr base::Millis week = base::Seconds(7LL * 86400);
constexpr qsizetype mostSlots = 200'000;
constexpr qsizetype mostJudged = 20'000; ///< For whether they end in time.

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::CalendarWords)
};

void addBlocks(CalendarData &data)
{
    domain::Zones zones;
    for (const domain::MaintenanceWindow &window : std::as_const(data.windows)) {
        const base::Result<domain::WindowFinder> finder = domain::WindowFinder::make(window, zones);
        const int hits = data.hits.value(window.id);
        const QString scope = scopeText(window.scope) + u", "_s + QString::number(hits);
        const auto block = [&](const domain::Occurrence &one) {
            return CalendarBlock{.window = window.id,
                                 .name = window.name,
                                 .start = one.start,
                                 .span = one.span,
                                 .effect = window.effect(),
                                 .scope = scope,
                                 .recurring = !window.recurring.isEmpty(),
                                 .home = data.homes.value(window.id)};
        };
        for (const domain::Occurrence &one :
             finder ? finder->between(data.span.from, data.span.to) : QList<domain::Occurrence>()) {
            data.blocks.append(block(one));
        }
        for (const domain::Occurrence &one : finder ? finder->openAt(data.now) : QList<domain::Occurrence>()) {
            data.open.append(block(one));
        }
    }
    std::stable_sort(data.blocks.begin(), data.blocks.end(),
                     [](const CalendarBlock &a, const CalendarBlock &b) { return a.span.from < b.span.from; });
}

/// They hit what is mirrored of the system where they are.
void addElsewhere(CalendarData &data, const CalendarQuestion &question)
{
    for (const WindowElsewhere &there : question.elsewhere) {
        const domain::WindowScope whom = there.window.whom();
        const auto hits = std::count_if(question.input.automations.begin(), question.input.automations.end(),
                                        [&](const domain::Automation &one) {
                                            return one.connectionId == there.connection &&
                                                   (whom.includes(one) || there.window.scope.contains(one.remoteId));
                                        });
        data.windows.append(there.window);
        data.homes.insert(there.window.id, there.home);
        data.hits.insert(there.window.id, int(hits));
    }
}

void count(CalendarData &data, base::Instant at)
{
    if (data.span.contains(at)) {
        ++data.perHour[(at - data.span.from) / hour];
    }
}

/// The ids of the windows that have a time in it, as they stand in the input then.
QStringList plan(domain::ForecastInput &input, base::Instant from, base::Instant to)
{
    QStringList ids;
    input.from = from;
    input.to = to;
    for (const domain::MaintenanceWindow &window : std::as_const(input.maintenance)) {
        const QList<domain::Window> planned = domain::plannedWindows({window}, from, to);
        input.windows += planned;
        ids.append(QStringList(planned.size(), window.id));
    }
    return ids;
}

struct Planned
{
    const domain::ForecastInput &input;
    const QStringList &windows; // their ids
    domain::Forecast forecast;
};

void take(CalendarData &data, const Planned &planned)
{
    const auto &[input, windows, forecast] = planned;
    qsizetype judged = 0;
    for (const domain::ForecastSlot &slot : forecast.slots) {
        count(data, slot.due());
        if (slot.due() >= data.now + week) {
            continue;
        }
        const domain::Automation &automation = input.automations.at(slot.automation);
        const bool told = slot.window != domain::ForecastSlot::noWindow;
        data.skipped += told && slot.decision == domain::Decision::Skip ? 1 : 0;
        data.asked += told && slot.decision == domain::Decision::Approval ? 1 : 0;
        if (told && data.slots.size() < mostCalendarSlots) {
            data.slots.append({slot.due(), automation.name, windows.at(slot.window), slot.decision});
        }
        const bool runs = automation.connectionId.isEmpty() &&
                          (slot.decision == domain::Decision::Run || slot.decision == domain::Decision::Wait);
        if (runs && !input.windows.isEmpty() && judged++ < mostJudged) {
            const auto begins =
                domain::wouldNotFinishBefore(input.windows, automation, slot.start, slot.end - slot.start);
            data.unfinished += begins ? 1 : 0;
        }
    }
}

bool isNumber(const QString &field)
{
    static const QRegularExpression digits(u"^\\d{1,2}$"_s);
    return digits.match(field).hasMatch();
}

} // namespace

const domain::MaintenanceWindow *CalendarData::window(const QString &id) const
{
    const auto found = std::find_if(windows.begin(), windows.end(),
                                    [&id](const domain::MaintenanceWindow &one) { return one.id == id; });
    return found == windows.end() ? nullptr : &*found;
}

QString scopeText(const QStringList &scope)
{
    if (scope.contains(u"*"_s)) {
        const auto spared =
            std::count_if(scope.begin(), scope.end(), [](const QString &s) { return s.startsWith(u'!'); });
        return spared > 0 ? Words::tr("everything but %n", nullptr, int(spared)) : Words::tr("everything");
    }
    if (scope.size() == 1) {
        return scope.first();
    }
    const bool tags = std::all_of(scope.begin(), scope.end(), [](const QString &s) { return s.startsWith(u"tag:"_s); });
    return tags ? Words::tr("%n tags", nullptr, int(scope.size()))
                : Words::tr("%n entries", nullptr, int(scope.size()));
}

CalendarData calendarOf(CalendarQuestion question, const domain::WindowSpan &span, base::Instant now)
{
    domain::ForecastInput &input = question.input;
    CalendarData data{.span = span, .now = now, .windows = input.maintenance};
    data.perHour.resize((span.to - span.from) / hour + 1);
    for (const domain::MaintenanceWindow &window : std::as_const(data.windows)) {
        const domain::WindowScope whom = window.whom();
        data.hits.insert(window.id, int(std::count_if(input.automations.begin(), input.automations.end(),
                                                      [&](const auto &one) { return whom.includes(one); })));
    }
    addElsewhere(data, question);
    addBlocks(data);
    for (const base::Instant at : question.begins) {
        count(data, at);
    }
    input.mostSlots = mostSlots;
    const QStringList planned = plan(input, now, std::max(now + week, span.to));
    take(data, {input, planned, domain::forecast(input)});
    return data;
}

std::optional<QJsonObject> shiftedRule(const domain::MaintenanceWindow &window, const domain::WindowSpan &from,
                                       const domain::WindowSpan &to, const domain::Zone &zone)
{
    using std::chrono::floor;
    const domain::LocalTime before = zone.toLocal(from.from);
    const domain::LocalTime after = zone.toLocal(to.from);
    const base::Millis length = zone.toLocal(to.to) - after;
    if (window.recurring.isEmpty()) {
        return QJsonObject{{u"start"_s, domain::wallText(after)}, {u"end"_s, domain::wallText(after + length)}};
    }
    const domain::LocalTime start = window.start + (after - before);
    QJsonObject fields{{u"start"_s, domain::wallText(start)}, {u"end"_s, domain::wallText(start + length)}};
    if (after == before) {
        return fields;
    }
    QStringList cron = window.recurring.simplified().split(u' ');
    const bool sameDay = floor<std::chrono::days>(after) == floor<std::chrono::days>(before);
    const bool daily = cron.size() == 5 && cron.mid(2) == QStringList{u"*"_s, u"*"_s, u"*"_s};
    if (cron.size() != 5 || !isNumber(cron[0]) || !isNumber(cron[1]) || (!sameDay && !daily)) {
        return std::nullopt;
    }
    const auto ofDay = std::chrono::duration_cast<std::chrono::minutes>(after - floor<std::chrono::days>(after));
    cron[0] = QString::number(ofDay.count() % 60);
    cron[1] = QString::number(ofDay.count() / 60);
    fields.insert("recurring"_L1, cron.join(u' '));
    return fields;
}

} // namespace models
