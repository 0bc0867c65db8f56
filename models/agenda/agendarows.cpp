// SPDX-License-Identifier: Apache-2.0
#include "models/agenda/agendarows.h"

#include "models/agenda/agendafolds.h"
#include "models/parts/filtermatch.h"
#include "models/parts/words.h"
#include "models/times.h"

#include <QLocale>

#include <tuple>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString zoneOf(const domain::Automation &automation, quint16 trigger)
{
    const auto *schedule =
        trigger < automation.triggers.size() ? std::get_if<domain::Schedule>(&automation.triggers[trigger]) : nullptr;
    return schedule ? schedule->timezone : QString();
}

bool holds(const QString &field, const QString &value, const domain::Automation &automation,
           const domain::ForecastSlot &slot)
{
    if (field == "status"_L1) {
        return domain::decisionWord(slot.decision) == value;
    }
    if (field == "zone"_L1) {
        return hasPart(zoneOf(automation, slot.trigger), value);
    }
    return holdsFor(automation, field, value) || (field == "automation"_L1 && automation.id.text() == value);
}

/// What the clocks of zones show; each zone is loaded once.
class Clocks
{
public:
    /// Tells of the zone where its clock differs from ours.
    void show(AgendaRow &row, const QString &name)
    {
        const QDateTime here = localTime(row.slot.due());
        const domain::Zone *zone = name.isEmpty() ? nullptr : find(name);
        row.zone.clear();
        row.there.clear();
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

private:
    const domain::Zone *find(const QString &name)
    {
        auto known = m_zones.find(name);
        if (known == m_zones.end()) {
            const base::Result<domain::Zone> zone = domain::Zone::load(name);
            known = m_zones.insert(name, zone ? std::optional(*zone) : std::nullopt);
        }
        return known->has_value() ? &**known : nullptr;
    }

    QHash<QString, std::optional<domain::Zone>> m_zones;
};

class Lister
{
public:
    explicit Lister(const AgendaQuestion &question)
        : m_question(question), m_input(question.input), m_forecast(domain::forecast(question.input))
    {
        for (const domain::Window &window : m_input.windows) {
            m_windows.append(window.name);
        }
    }

    AgendaAnswer list()
    {
        m_answer.cancelled = m_forecast.cancelled;
        m_answer.cut = m_forecast.more;
        m_answer.until = m_forecast.until;
        m_answer.planned = m_forecast.slots.size();
        for (const qsizetype index : m_forecast.unreadable) {
            m_answer.unreadable.append(m_input.automations[index].name);
        }
        listSlots();
        return std::move(m_answer);
    }

private:
    void listSlots()
    {
        QList<const domain::ForecastSlot *> shown;
        for (const domain::ForecastSlot &slot : m_forecast.slots) {
            if (matches(m_question.filter, m_input.automations[slot.automation], slot)) {
                shown.append(&slot);
            }
        }
        const Folds folds(shown, m_input.automations.size());
        QHash<int, qsizetype> rowOf;
        for (qsizetype i = 0; i < shown.size(); ++i) {
            const std::optional<int> fold = folds.of(i);
            const qsizetype known = fold ? rowOf.value(*fold, -1) : -1;
            if (known < 0 && m_rows == m_question.mostRows) {
                m_answer.cut = true;
                m_answer.until = shown[i]->due();
                return;
            }
            ++m_answer.listed;
            if (known >= 0) {
                m_answer.rows[known].folded.append(*shown[i]);
                continue;
            }
            add(*shown[i]);
            if (fold) {
                rowOf.insert(*fold, m_answer.rows.size() - 1);
                begin(m_answer.rows.last());
            }
        }
    }

    void add(const domain::ForecastSlot &slot)
    {
        const domain::Automation &automation = m_input.automations[slot.automation];
        if (const QDate day = localTime(slot.due()).date(); day != m_day) {
            m_day = day;
            AgendaRow caption;
            caption.caption = m_day;
            m_answer.rows.append(caption);
        }
        AgendaRow row;
        row.slot = slot;
        row.took = m_forecast.durations[slot.automation];
        row.automation = automation.id;
        row.name = automation.name;
        row.icon = iconName(m_question.catalog, automation);
        row.window = m_windows.value(slot.window);
        m_clocks.show(row, zoneOf(automation, slot.trigger));
        m_answer.rows.append(row);
        ++m_rows;
    }

    void begin(AgendaRow &fold) const
    {
        const domain::Automation &automation = m_input.automations[fold.slot.automation];
        fold.folded = {fold.slot};
        fold.windows = m_windows;
        for (qsizetype trigger = 0; trigger < automation.triggers.size(); ++trigger) {
            fold.zones.append(zoneOf(automation, static_cast<quint16>(trigger)));
        }
    }

    const AgendaQuestion &m_question;
    const domain::ForecastInput &m_input;
    domain::Forecast m_forecast;
    AgendaAnswer m_answer;
    int m_rows = 0; ///< Without captions.
    QDate m_day;
    QStringList m_windows;
    Clocks m_clocks;
};

} // namespace

QString AgendaRow::key() const
{
    if (isCaption()) {
        return caption.toString(Qt::ISODate);
    }
    // The slots of a fold come and go with the time, its hour stays.
    return isFold() ? automation.text() + localTime(slot.due()).toString(u" yyyy-MM-ddTHH"_s)
                    : u"%1 %2 %3"_s.arg(automation.text()).arg(base::toMillis(slot.slot)).arg(slot.trigger);
}

bool operator==(const AgendaRow &one, const AgendaRow &other)
{
    const auto values = [](const AgendaRow &row) {
        return std::tie(row.caption, row.inner, row.automation, row.name, row.icon, row.zone, row.there, row.window,
                        row.took.duration, row.took.learned, row.folded, row.zones, row.windows);
    };
    return one.slot == other.slot && values(one) == values(other);
}

QList<AgendaRow> unfolded(const AgendaRow &fold)
{
    Clocks clocks;
    AgendaRow row = fold;
    row.folded.clear();
    row.zones.clear();
    row.windows.clear();
    row.inner = true;
    QList<AgendaRow> rows;
    for (const domain::ForecastSlot &slot : fold.folded) {
        row.slot = slot;
        row.window = fold.windows.value(slot.window);
        clocks.show(row, fold.zones.value(slot.trigger));
        rows.append(row);
    }
    return rows;
}

bool matches(const Filter &filter, const domain::Automation &automation, const domain::ForecastSlot &slot)
{
    return allHold(filter.terms,
                   [&](const QString &field, const QString &value) { return holds(field, value, automation, slot); });
}

AgendaAnswer agendaOf(const AgendaQuestion &question)
{
    return Lister(question).list();
}

} // namespace models
