// SPDX-License-Identifier: Apache-2.0
#include "app/bundles/formats/systemd/systemd.h"

#include "app/bundles/formats/systemd/calendar.h"
#include "app/bundles/formats/systemd/servicepart.h"
#include "app/bundles/transfer/gathering.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bundles {

namespace {

const QString timerSection = u"Timer"_s;
constexpr qint64 longestSpan = 10LL * 366 * 86400;

base::Result<Units> unitsOf(const Source &source)
{
    Units units;
    if (!source.bytes.isEmpty()) {
        TRY(const QString text, textOf(source.bytes));
        CHECK(addUnits(units, source.name, text));
    }
    for (auto it = source.beside.begin(); it != source.beside.end(); ++it) {
        if (it.key().endsWith(".timer"_L1) || it.key().endsWith(".service"_L1)) {
            TRY(const QString text, textOf(*it));
            if (const base::Status added = addUnits(units, it.key(), text); !added) {
                base::Error error = added.error();
                error.detail = it.key() + u", "_s + error.detail;
                return error;
            }
        }
    }
    return units;
}

/// The triggers of a timer and the times that its calendar expressions make.
struct TimerTold
{
    QJsonArray triggers;
    QList<FireTimes> originals;
    QString zone;
    QStringList notCarried;
    QStringList notes;
};

void tellCalendar(const Unit &timer, const Surroundings &around, TimerTold &told)
{
    const QStringList expressions = timer.all(timerSection, u"OnCalendar"_s);
    for (const QString &expression : expressions) {
        const base::Result<CalendarTimes> times = calendarTimes(expression);
        if (!times) {
            told.notCarried.append(u"OnCalendar=%1: %2"_s.arg(shortened(expression), times.error().message()));
            continue;
        }
        const QString zoneName = times->zone.isEmpty() ? around.zone : times->zone;
        const base::Result<domain::Zone> zone = domain::Zone::load(zoneName);
        QJsonObject trigger{{u"type"_s, u"schedule"_s}};
        if (times->at) {
            trigger.insert("at"_L1, base::isoUtc(*times->at));
        } else {
            trigger.insert("cron"_L1, cronOf(*times));
            // What the clock leaves out does not fire there, and what it passes twice fires once.
            trigger.insert("dst"_L1, QJsonObject{{u"gap"_s, u"skip"_s}, {u"overlap"_s, u"first"_s}});
        }
        if (!zoneName.isEmpty()) {
            trigger.insert("timezone"_L1, zoneName);
        }
        if (const auto readable = domain::triggerFromJson(trigger, domain::Provenance::Outside); !readable || !zone) {
            const base::Error problem = readable ? zone.error() : readable.error();
            told.notCarried.append(u"OnCalendar=%1: %2"_s.arg(shortened(expression), problem.message()));
            continue;
        }
        told.triggers.append(trigger);
        told.originals.append(calendarFireTimes(*times, *zone));
        told.zone = zoneName;
    }
}

void tellInterval(const Unit &timer, const QString &setting, TimerTold &told)
{
    const QString text = timer.value(timerSection, setting);
    if (text.isEmpty()) {
        return;
    }
    const auto span = timeSpan(text);
    if (!span || !*span || **span < 1 || **span > longestSpan) {
        told.notCarried.append(u"%1=%2: it is no time span that can be repeated"_s.arg(setting, shortened(text)));
        return;
    }
    told.triggers.append(QJsonObject{{u"type"_s, u"schedule"_s}, {u"every_seconds"_s, **span}});
    told.notes.append(u"%1=%2: it counts from the start of one run to the next, beginning with the import"_s.arg(
        setting, shortened(text)));
}

void tellMonotonic(const Unit &timer, TimerTold &told)
{
    tellInterval(timer, u"OnUnitActiveSec"_s, told);
    if (const QString text = timer.value(timerSection, u"OnUnitInactiveSec"_s); !text.isEmpty()) {
        tellInterval(timer, u"OnUnitInactiveSec"_s, told);
        told.notCarried.append(
            u"OnUnitInactiveSec=%1: it counts from the end of a run there, from its start here"_s.arg(shortened(text)));
    }
    bool starts = false;
    for (const QString &setting : {u"OnBootSec"_s, u"OnStartupSec"_s, u"OnActiveSec"_s}) {
        if (const QString text = timer.value(timerSection, setting); !text.isEmpty()) {
            starts = true;
            told.notes.append(u"%1=%2: it runs when the engine starts, at once"_s.arg(setting, shortened(text)));
        }
    }
    if (starts) {
        told.triggers.append(QJsonObject{{u"type"_s, u"startup"_s}});
    }
}

void tellDelay(const Unit &timer, TimerTold &told)
{
    const QString text = timer.value(timerSection, u"RandomizedDelaySec"_s);
    const auto span = text.isEmpty() ? base::Result<std::optional<qint64>>(std::optional<qint64>()) : timeSpan(text);
    if (!span || !*span || **span == 0) {
        return;
    }
    for (qsizetype i = 0; i < told.triggers.size(); ++i) {
        QJsonObject trigger = told.triggers.at(i).toObject();
        if (trigger.contains("cron"_L1)) {
            trigger.insert("jitter_s"_L1, std::min<qint64>(**span, domain::longestJitterSeconds));
            told.triggers.replace(i, trigger);
        }
    }
    told.notes.append(
        u"RandomizedDelaySec=%1: the delay is the same for a slot each time it is asked"_s.arg(shortened(text)));
}

void tellOthers(const Unit &timer, TimerTold &told)
{
    static const QStringList known{u"OnCalendar"_s,         u"OnUnitActiveSec"_s,  u"OnUnitInactiveSec"_s,
                                   u"OnBootSec"_s,          u"OnStartupSec"_s,     u"OnActiveSec"_s,
                                   u"RandomizedDelaySec"_s, u"Persistent"_s,       u"Unit"_s,
                                   u"AccuracySec"_s,        u"FixedRandomDelay"_s, u"RemainAfterElapse"_s};
    const QMap<QString, QStringList> settings = timer.sections.value(timerSection);
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (!known.contains(it.key()) && !it->isEmpty()) {
            told.notCarried.append(u"%1=%2: it has no counterpart here"_s.arg(it.key(), shortened(it->last())));
        }
    }
}

TimerTold timerTold(const Unit &timer, const Surroundings &around)
{
    TimerTold told;
    tellCalendar(timer, around, told);
    tellMonotonic(timer, told);
    tellDelay(timer, told);
    tellOthers(timer, told);
    return told;
}

FireTimes together(const QList<FireTimes> &all)
{
    return [all](base::Instant from, base::Instant before, std::vector<base::Instant> &into) {
        for (const FireTimes &one : all) {
            one(from, before, into);
        }
        std::sort(into.begin(), into.end());
        into.erase(std::unique(into.begin(), into.end()), into.end());
    };
}

QString nameOf(const Unit &timer, const Unit &service)
{
    const QString described = service.value(u"Unit"_s, u"Description"_s);
    const QString name = described.isEmpty() ? timer.value(u"Unit"_s, u"Description"_s) : described;
    return name.isEmpty() ? timer.name.section(u'.', 0, -2) : name.left(200);
}

base::Result<PlannedAutomation> plannedTimer(const Unit &timer, const Unit &service, const Surroundings &around,
                                             FireComparer &comparer)
{
    TRY(const ServiceTold ran, serviceTold(service, around.account));
    const TimerTold timed = timerTold(timer, around);
    QJsonObject automation = ran.automation;
    automation.insert("name"_L1, nameOf(timer, service));
    automation.insert("description"_L1, u"From %1 and %2 of systemd."_s.arg(timer.name, service.name));
    automation.insert("tags"_L1, QJsonArray{u"systemd"_s});
    automation.insert("triggers"_L1, timed.triggers);
    automation.insert("misfire"_L1, isTrue(timer.value(timerSection, u"Persistent"_s)) ? u"once"_s : u"skip"_s);
    TRY(PlannedAutomation item, planned(timer.name, automation));
    item.notCarried = timed.notCarried + ran.notCarried;
    item.notes = timed.notes + ran.notes;
    if (!timed.originals.isEmpty()) {
        QList<domain::Trigger> byCalendar = item.automation.triggers;
        byCalendar.removeIf([](const domain::Trigger &trigger) {
            const auto *schedule = std::get_if<domain::Schedule>(&trigger);
            return !schedule || schedule->everySeconds > 0;
        });
        TRY(const FireTimes ours, fireTimesOf(byCalendar, around.now));
        item.fires = comparer.compare(together(timed.originals), ours, timed.zone);
        if (!item.fires) {
            item.notes.append(QLatin1StringView(FireComparer::tooMany));
        }
    }
    return item;
}

QString serviceNameOf(const Unit &timer)
{
    const QString named = timer.value(timerSection, u"Unit"_s);
    return named.isEmpty() ? timer.name.section(u'.', 0, -2) + u".service"_s : named;
}

/// `backup@.service` for `backup@home.service`.
const Unit *find(const Units &units, const QString &name)
{
    auto it = units.constFind(name);
    if (it == units.constEnd() && name.contains(u'@')) {
        it = units.constFind(name.section(u'@', 0, 0) + u"@.service"_s);
    }
    return it == units.constEnd() ? nullptr : &*it;
}

} // namespace

bool isSystemd(const Source &source)
{
    const auto isTimer = [](const QString &name) { return name.endsWith(".timer"_L1); };
    const QStringList names = source.beside.keys();
    return hasSection(source.bytes, "Timer"_ba) || std::any_of(names.begin(), names.end(), isTimer);
}

base::Result<ImportPlan> readSystemd(const Source &source, const Surroundings &around)
{
    TRY(const Units units, unitsOf(source));
    ImportPlan plan{.format = u"systemd"_s, .items = {}, .left = {}};
    FireComparer comparer(around.now, around.cancelled);
    for (const Unit &timer : units) {
        if (!timer.sections.contains(timerSection)) {
            continue;
        }
        const QString name = serviceNameOf(timer);
        const Unit *service = find(units, name);
        if (!service) {
            plan.left.append({timer.name, name, u"the service that it starts is not in what was given"_s});
            continue;
        }
        Unit named = *service;
        named.name = name;
        base::Result<PlannedAutomation> item = plannedTimer(timer, named, around, comparer);
        if (item) {
            plan.items.append(*std::move(item));
        } else {
            plan.left.append({timer.name, name, item.error().message()});
        }
    }
    if (plan.items.isEmpty() && plan.left.isEmpty()) {
        return base::invalid({}, u"there is no timer in it: a section [Timer] is wanted"_s);
    }
    return plan;
}

} // namespace bundles
