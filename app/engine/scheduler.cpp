// SPDX-License-Identifier: Apache-2.0
#include "app/engine/scheduler.h"

#include "app/domain/reasons.h"
#include "app/engine/log.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace engine {

struct Scheduler::Entry
{
    base::AutomationId automation;
    QString key;
    domain::SlotFinder finder;
    base::Instant plannedUntil;
    std::optional<base::Instant> nextSlot; // nominal
    std::optional<base::Instant> nextDue;  // the slot with its jitter
    quint64 generation = 0;                // heap entries of an older one are void
    bool live = true;
};

namespace {

// Less than the tolerance of planFires(), so that both agree on what is in time.
constexpr base::Millis inTime{1000};
constexpr size_t mostPrepared = 8192;

constexpr auto laterFirst = [](const auto &a, const auto &b) { return a.at > b.at; };

} // namespace

QString scheduleKey(const domain::Schedule &schedule)
{
    return QString::fromUtf8(QJsonDocument(domain::toJson(schedule)).toJson(QJsonDocument::Compact));
}

Scheduler::Scheduler(const Book &book, const base::Clock &clock, std::unique_ptr<Alarm> alarm, QObject *parent)
    : QObject(parent), m_book(book), m_clock(clock), m_alarm(std::move(alarm))
{
    connect(m_alarm.get(), &Alarm::due, this, &Scheduler::onAlarm);
    connect(m_alarm.get(), &Alarm::clockStepped, this, &Scheduler::replan);
    connect(&m_book, &Book::changed, this, &Scheduler::put);
    connect(&m_book, &Book::allPausedChanged, this, &Scheduler::changePause);
    connect(&m_zones, &ZoneWatch::stirred, this, &Scheduler::followZones);
    connect(&m_book, &Book::removed, this, [this](const base::AutomationId &id) {
        drop(id);
        arm();
    });
}

Scheduler::~Scheduler() = default;

void Scheduler::start(const QList<store::SchedulePosition> &positions)
{
    QHash<std::pair<QString, QString>, base::Instant> known;
    for (const store::SchedulePosition &position : positions) {
        known.insert({position.automation.text(), position.key}, position.plannedUntil);
    }
    m_running = true;
    m_everything = m_book.allPaused().state;
    Plan plan;
    domain::Zones zones;
    for (const domain::Automation &automation : m_book.all()) {
        for (const std::shared_ptr<Entry> &entry : makeEntries(automation, zones)) {
            entry->plannedUntil = known.value({automation.id.text(), entry->key}, entry->plannedUntil);
            collectBeforeChange(*entry, automation, plan);
            collect(*entry, m_clock.now(), isPaused(automation), plan);
            m_entries[automation.id].append(entry);
            push(entry);
        }
        if (hasStartup(automation)) {
            plan.runs.append(triggeredRun(automation, domain::TriggerKind::Startup, planning()));
        }
    }
    tell(plan);
    arm();
}

void Scheduler::stop()
{
    m_running = false;
    m_entries.clear();
    m_heap.clear();
    m_next = {};
    m_alarm->arm(std::nullopt);
}

std::optional<base::Instant> Scheduler::nextDue() const
{
    return m_heap.empty() ? std::nullopt : std::optional(m_heap.front().at);
}

bool Scheduler::isPaused(const domain::Automation &automation) const
{
    return automation.paused || m_everything == store::Pausing::On;
}

Planning Scheduler::planning() const
{
    return {m_clock.now(), m_everything};
}

QList<std::shared_ptr<Scheduler::Entry>> Scheduler::makeEntries(const domain::Automation &automation,
                                                                domain::Zones &zones)
{
    QList<std::shared_ptr<Entry>> entries;
    if (!automation.connectionId.isEmpty()) {
        return entries; // where it lives, its schedules are followed
    }
    for (const domain::Trigger &trigger : automation.triggers) {
        const auto *schedule = std::get_if<domain::Schedule>(&trigger);
        if (const std::shared_ptr<Entry> entry = schedule ? makeEntry(automation, *schedule, zones) : nullptr) {
            entries.append(entry);
            m_zones.follow(entry->finder.zone().name());
        }
    }
    return entries;
}

std::shared_ptr<Scheduler::Entry> Scheduler::makeEntry(const domain::Automation &automation,
                                                       const domain::Schedule &schedule, domain::Zones &zones) const
{
    base::Result<domain::SlotFinder> finder = domain::SlotFinder::make(schedule, automation.createdAt, zones);
    if (!finder) {
        // Saved by a version that knew more, or the zone left the system: the rest of the workspace goes on.
        qCWarning(logEngine, "a schedule of %s can't be followed: %s", qUtf8Printable(automation.id.text()),
                  qUtf8Printable(finder.error().message()));
        return nullptr;
    }
    auto entry = std::make_shared<Entry>(Entry{.automation = automation.id,
                                               .key = scheduleKey(schedule),
                                               .finder = *std::move(finder),
                                               .plannedUntil = automation.updatedAt,
                                               .nextSlot = {},
                                               .nextDue = {},
                                               .generation = 0});
    return entry;
}

/// Slots that passed while no engine ran and before the automation was last changed, or everything paused or resumed,
/// are not made up for: pausing, unpausing and editing never fire by themselves.
void Scheduler::collectBeforeChange(Entry &entry, const domain::Automation &automation, Plan &plan) const
{
    const store::AllPaused &everything = m_book.allPaused();
    const base::Instant change = std::max(automation.updatedAt, everything.at);
    if (entry.plannedUntil >= change) {
        return;
    }
    const QString reason = automation.updatedAt >= everything.at    ? domain::reason::beforeChange()
                           : everything.state == store::Pausing::On ? domain::reason::beforePause()
                                                                    : domain::reason::beforeResume();
    const qsizetype before = plan.runs.size();
    collect(entry, std::min(change, m_clock.now()), true, plan);
    for (qsizetype i = before; i < plan.runs.size(); ++i) {
        plan.runs[i].reason = reason;
    }
}

void Scheduler::collect(Entry &entry, base::Instant until, bool paused, Plan &plan) const
{
    const domain::Automation *automation = m_book.find(entry.automation);
    if (!automation) {
        return;
    }
    domain::FireInput input{.finder = entry.finder,
                            .automation = entry.automation,
                            .plannedUntil = entry.plannedUntil,
                            .now = until,
                            .misfire = automation->misfire,
                            .maxCatchUp = static_cast<int>(automation->maxCatchUp),
                            .startDeadline = {},
                            .paused = paused};
    if (automation->startDeadlineSeconds) {
        input.startDeadline = base::Seconds(*automation->startDeadlineSeconds);
    }
    const domain::FirePlan fires = domain::planFires(input);
    plan.runs += slotRuns(*automation, fires.slots, planning());
    entry.nextDue = fires.nextDue;
    if (fires.plannedUntil != entry.plannedUntil) {
        entry.plannedUntil = fires.plannedUntil;
        plan.positions.append({entry.automation, entry.key, entry.plannedUntil});
    }
}

void Scheduler::push(const std::shared_ptr<Entry> &entry)
{
    if (entry->nextDue) {
        entry->nextSlot = entry->finder.next(entry->plannedUntil);
        m_heap.push_back({*entry->nextDue, entry, ++entry->generation});
        std::push_heap(m_heap.begin(), m_heap.end(), laterFirst);
    }
}

void Scheduler::arm()
{
    while (!m_heap.empty() &&
           (!m_heap.front().entry->live || m_heap.front().generation != m_heap.front().entry->generation)) {
        std::pop_heap(m_heap.begin(), m_heap.end(), laterFirst);
        m_heap.pop_back();
    }
    m_alarm->arm(nextDue());
    prepareNext();
}

/// What is due is handed over before anything else is computed. Missed slots, paused automations and further slots of
/// the same schedule need their rules and come after.
void Scheduler::onAlarm()
{
    const base::Instant now = m_clock.now();
    if (m_next.at <= now && now - m_next.at <= inTime) {
        handOver(now);
    }
    Plan plan;
    std::vector<std::shared_ptr<Entry>> touched;
    while (!m_heap.empty() && m_heap.front().at <= now) {
        std::pop_heap(m_heap.begin(), m_heap.end(), laterFirst);
        const Due due = std::move(m_heap.back());
        m_heap.pop_back();
        if (!due.entry->live || due.generation != due.entry->generation) {
            continue;
        }
        const domain::Automation *automation = m_book.find(due.entry->automation);
        collect(*due.entry, now, automation && isPaused(*automation), plan);
        touched.push_back(due.entry);
    }
    for (const std::shared_ptr<Entry> &entry : touched) {
        push(entry);
    }
    tell(plan);
    arm();
}

void Scheduler::handOver(base::Instant now)
{
    for (domain::Run &run : m_next.plan.runs) {
        run.queuedAt = now;
    }
    tell(m_next.plan);
    for (const std::shared_ptr<Entry> &entry : m_next.entries) {
        entry->plannedUntil = *entry->nextSlot;
    }
    m_next = {};
}

/// Makes the runs of the moment that is due next, so that the moment itself has nothing to do but hand them over. In a
/// heap those are at the root and go on only below each other.
void Scheduler::prepareNext()
{
    m_next = {};
    if (m_heap.empty()) {
        return;
    }
    m_next.at = m_heap.front().at;
    std::vector<size_t> open{0};
    for (size_t done = 0; done < open.size() && m_next.entries.size() < mostPrepared; ++done) {
        const size_t at = open[done];
        if (at >= m_heap.size() || m_heap[at].at != m_next.at) {
            continue;
        }
        open.push_back(2 * at + 1);
        open.push_back(2 * at + 2);
        const std::shared_ptr<Entry> &entry = m_heap[at].entry;
        const domain::Automation *automation = m_book.find(entry->automation);
        const bool current = entry->live && entry->generation == m_heap[at].generation;
        // In time no rule but these two has a say.
        if (current && automation && !isPaused(*automation) && !automation->startDeadlineSeconds && entry->nextSlot) {
            m_next.plan.runs.append(slotRun(*automation, {.slot = *entry->nextSlot}, planning()));
            m_next.plan.positions.append({entry->automation, entry->key, *entry->nextSlot});
            m_next.entries.push_back(entry);
        }
    }
}

void Scheduler::tell(const Plan &plan)
{
    if (!plan.runs.isEmpty() || !plan.positions.isEmpty()) {
        Q_EMIT planned(plan);
    }
}

/// Somebody set the clock. Forward: what is due now is worked off by its misfire rule. Backward: nothing fires again,
/// because every entry knows up to where it is accounted for.
void Scheduler::replan()
{
    onAlarm();
}

/// What has come due by now still goes by what was said before.
void Scheduler::changePause()
{
    if (m_running) {
        onAlarm();
        m_everything = m_book.allPaused().state;
        arm();
    }
}

void Scheduler::put(const base::AutomationId &id)
{
    if (!m_running) {
        return;
    }
    Plan plan;
    domain::Zones zones;
    renew(*m_book.find(id), zones, plan);
    tell(plan);
    arm();
}

/// From where the schedules are: those that are as they were go on.
void Scheduler::renew(const domain::Automation &automation, domain::Zones &zones, Plan &plan)
{
    QHash<QString, base::Instant> until;
    for (const std::shared_ptr<Entry> &old : m_entries.value(automation.id)) {
        until.insert(old->key, old->plannedUntil);
    }
    drop(automation.id);
    for (const std::shared_ptr<Entry> &entry : makeEntries(automation, zones)) {
        entry->plannedUntil = until.value(entry->key, entry->plannedUntil);
        collect(*entry, m_clock.now(), isPaused(automation), plan);
        m_entries[automation.id].append(entry);
        push(entry);
    }
}

/// The system may have another zone, or new files of zones. A zone that is lost is gone by as it was known.
void Scheduler::followZones()
{
    if (!m_running) {
        return;
    }
    onAlarm();
    Plan plan;
    domain::Zones zones;
    const QList<base::AutomationId> ids = m_entries.keys();
    for (const base::AutomationId &id : ids) {
        if (leaveOldZones(id, zones, plan)) {
            renew(*m_book.find(id), zones, plan);
        }
    }
    tell(plan);
    arm();
}

/// True if a schedule of it had one. What has come up to now goes by the old zone; what the new one would have brought
/// before is not made up for.
bool Scheduler::leaveOldZones(const base::AutomationId &id, domain::Zones &zones, Plan &plan)
{
    bool any = false;
    const base::Instant now = m_clock.now();
    for (const std::shared_ptr<Entry> &entry : m_entries.value(id)) {
        const base::Result<domain::Zone> &zone = zones.of(entry->finder.schedule().timezone);
        if (!zone || *zone == entry->finder.zone()) {
            continue;
        }
        // Jitter delays a slot that has come up already.
        if (entry->nextDue && entry->nextSlot && *entry->nextSlot <= now) {
            collect(*entry, *entry->nextDue, isPaused(*m_book.find(id)), plan);
        }
        entry->plannedUntil = std::max(entry->plannedUntil, now);
        plan.positions.append({id, entry->key, entry->plannedUntil});
        any = true;
    }
    return any;
}

void Scheduler::drop(const base::AutomationId &id)
{
    for (const std::shared_ptr<Entry> &entry : m_entries.take(id)) {
        entry->live = false;
    }
}

} // namespace engine
