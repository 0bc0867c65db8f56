// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendarows.h"

#include "models/parts/words.h"
#include "models/times.h"

#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

QString zoneOf(const domain::Automation &automation, quint16 trigger)
{
    const auto *schedule =
        trigger < automation.triggers.size() ? std::get_if<domain::Schedule>(&automation.triggers[trigger]) : nullptr;
    return schedule ? schedule->timezone : QString();
}

bool holds(const QString &field, const QString &value, const domain::Automation &automation,
           const domain::ForecastSlot &slot)
{
    if (field.isEmpty()) {
        return has(automation.name, value) || has(automation.description, value) ||
               std::any_of(automation.tags.cbegin(), automation.tags.cend(),
                           [&value](const QString &tag) { return has(tag, value); });
    }
    if (field == "status"_L1) {
        return domain::decisionWord(slot.decision) == value;
    }
    if (field == "tag"_L1) {
        return automation.tags.contains(value, Qt::CaseInsensitive);
    }
    if (field == "kind"_L1) {
        return automation.type.compare(value, Qt::CaseInsensitive) == 0;
    }
    if (field == "zone"_L1) {
        return has(zoneOf(automation, slot.trigger), value);
    }
    return has(automation.name, value) || automation.id.text() == value;
}

/// Zones by name, each loaded once.
class Zones
{
public:
    const domain::Zone *find(const QString &name)
    {
        auto known = m_zones.find(name);
        if (known == m_zones.end()) {
            const base::Result<domain::Zone> zone = domain::Zone::load(name);
            known = m_zones.insert(name, zone ? std::optional(*zone) : std::nullopt);
        }
        return known->has_value() ? &**known : nullptr;
    }

private:
    QHash<QString, std::optional<domain::Zone>> m_zones;
};

class Lister
{
public:
    explicit Lister(const AgendaQuestion &question) : m_question(question), m_input(question.input) {}

    AgendaAnswer list()
    {
        const domain::Forecast forecast = domain::forecast(m_input);
        m_answer.cancelled = forecast.cancelled;
        m_answer.cut = forecast.more;
        m_answer.until = forecast.until;
        m_answer.planned = forecast.slots.size();
        for (const qsizetype index : forecast.unreadable) {
            m_answer.unreadable.append(m_input.automations[index].name);
        }
        for (const domain::ForecastSlot &slot : forecast.slots) {
            const domain::Automation &automation = m_input.automations[slot.automation];
            if (!matches(m_question.filter, automation, slot)) {
                continue;
            }
            if (m_answer.listed == m_question.mostRows) {
                m_answer.cut = true;
                m_answer.until = slot.due();
                break;
            }
            add(automation, slot, forecast.durations[slot.automation]);
        }
        return std::move(m_answer);
    }

private:
    void add(const domain::Automation &automation, const domain::ForecastSlot &slot,
             const domain::ExpectedDuration &took)
    {
        const QDateTime here = localTime(slot.due());
        if (here.date() != m_day) {
            m_day = here.date();
            AgendaRow caption;
            caption.caption = m_day;
            m_answer.rows.append(caption);
        }
        AgendaRow row;
        row.slot = slot;
        row.took = took;
        row.automation = automation.id;
        row.name = automation.name;
        row.icon = iconName(m_question.catalog, automation);
        if (slot.window != domain::ForecastSlot::noWindow) {
            row.window = m_input.windows[slot.window].name;
        }
        showZone(row, zoneOf(automation, slot.trigger), here);
        m_answer.rows.append(row);
        ++m_answer.listed;
    }

    void showZone(AgendaRow &row, const QString &name, const QDateTime &here)
    {
        const domain::Zone *zone = name.isEmpty() ? nullptr : m_zones.find(name);
        if (!zone || zone->offsetAt(row.slot.due()).count() == here.offsetFromUtc()) {
            return;
        }
        const QDateTime there =
            QDateTime::fromMSecsSinceEpoch(zone->toLocal(row.slot.due()).time_since_epoch().count(), Qt::UTC);
        row.zone = name;
        row.there = there.toString(u"HH:mm"_s);
        if (there.date() != here.date()) {
            row.there.prepend(QLocale().toString(there.date(), u"ddd"_s) + u' ');
        }
    }

    const AgendaQuestion &m_question;
    const domain::ForecastInput &m_input;
    AgendaAnswer m_answer;
    QDate m_day;
    Zones m_zones;
};

} // namespace

QString AgendaRow::key() const
{
    return isCaption() ? caption.toString(Qt::ISODate)
                       : u"%1 %2 %3"_s.arg(automation.text()).arg(base::toMillis(slot.slot)).arg(slot.trigger);
}

bool operator==(const AgendaRow &one, const AgendaRow &other)
{
    const auto values = [](const AgendaRow &row) {
        return std::tie(row.caption, row.automation, row.name, row.icon, row.zone, row.there, row.window,
                        row.took.duration, row.took.learned);
    };
    return one.slot == other.slot && values(one) == values(other);
}

bool matches(const Filter &filter, const domain::Automation &automation, const domain::ForecastSlot &slot)
{
    QHash<QString, bool> fields;
    for (const FilterTerm &term : filter.terms) {
        const bool any = std::any_of(term.values.cbegin(), term.values.cend(),
                                     [&](const QString &value) { return holds(term.field, value, automation, slot); });
        if (term.sense == Sense::Unwanted || term.field.isEmpty()) {
            if (any != (term.sense == Sense::Wanted)) {
                return false;
            }
        } else {
            fields[term.field] |= any;
        }
    }
    return std::all_of(fields.cbegin(), fields.cend(), [](bool any) { return any; });
}

AgendaAnswer agendaOf(const AgendaQuestion &question)
{
    return Lister(question).list();
}

} // namespace models
