// SPDX-License-Identifier: Apache-2.0
#include "app/engine/scheduler.h"

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

QString skipReason(const domain::PlannedSlot &slot)
{
    switch (slot.reason) {
    case domain::SkipReason::None:
        return {};
    case domain::SkipReason::Paused:
        return u"paused"_s;
    case domain::SkipReason::Misfire:
        return u"missed while the engine was away"_s;
    case domain::SkipReason::Deadline:
        return u"missed its start deadline"_s;
    case domain::SkipReason::Ask:
        return u"missed; waits for a person to decide"_s;
    }
    Q_UNREACHABLE();
}

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
    Plan plan;
    for (const domain::Automation &automation : m_book.all()) {
        for (const domain::Trigger &trigger : automation.triggers) {
            const std::shared_ptr<Entry> entry = makeEntry(automation, std::get<domain::Schedule>(trigger));
            if (!entry) {
                continue;
            }
            const auto found = known.constFind({automation.id.text(), entry->key});
            if (found != known.constEnd()) {
                entry->plannedUntil = *found;
                collectBeforeChange(*entry, automation, plan);
            }
            collect(*entry, m_clock.now(), automation.paused, plan);
            m_entries[automation.id].append(entry);
            push(entry);
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

std::shared_ptr<Scheduler::Entry> Scheduler::makeEntry(const domain::Automation &automation,
                                                       const domain::Schedule &schedule) const
{
    base::Result<domain::SlotFinder> finder = domain::SlotFinder::make(schedule, automation.createdAt);
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

/// Slots that passed while no engine ran and before the automation was last changed are not made up for: pausing,
/// unpausing and editing never fire by themselves.
void Scheduler::collectBeforeChange(Entry &entry, const domain::Automation &automation, Plan &plan) const
{
    if (entry.plannedUntil >= automation.updatedAt) {
        return;
    }
    const qsizetype before = plan.runs.size();
    collect(entry, std::min(automation.updatedAt, m_clock.now()), true, plan);
    for (qsizetype i = before; i < plan.runs.size(); ++i) {
        plan.runs[i].reason = u"missed before the automation was last changed"_s;
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
    for (const domain::PlannedSlot &slot : fires.slots) {
        plan.runs.append(makeRun(entry, slot));
    }
    entry.nextDue = fires.nextDue;
    if (fires.plannedUntil != entry.plannedUntil) {
        entry.plannedUntil = fires.plannedUntil;
        plan.positions.append({entry.automation, entry.key, entry.plannedUntil});
    }
}

domain::Run Scheduler::makeRun(const Entry &entry, const domain::PlannedSlot &slot) const
{
    const domain::Automation *automation = m_book.find(entry.automation);
    domain::Run run;
    run.id = base::RunId::make();
    run.automationId = entry.automation;
    run.automationName = automation->name;
    run.automationVersion = automation->version;
    run.trigger = domain::TriggerKind::Schedule;
    run.plannedFor = slot.slot;
    run.queuedAt = m_clock.now();
    run.missedCount = slot.missedCount;
    if (slot.outcome == domain::SlotOutcome::Skip) {
        run.status = domain::RunStatus::Skipped;
        run.finishedAt = run.queuedAt;
        run.reason = skipReason(slot);
    }
    return run;
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
        collect(*due.entry, now, automation && automation->paused, plan);
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
        if (current && automation && !automation->paused && !automation->startDeadlineSeconds && entry->nextSlot) {
            m_next.plan.runs.append(makeRun(*entry, {.slot = *entry->nextSlot, .outcome = domain::SlotOutcome::Run}));
            m_next.plan.positions.append({entry->automation, entry->key, *entry->nextSlot});
            m_next.entries.push_back(entry);
        }
    }
}

void Scheduler::tell(const Plan &plan)
{
    if (!plan.positions.isEmpty()) {
        Q_EMIT planned(plan);
    }
}

/// Somebody set the clock. Forward: what is due now is worked off by its misfire rule. Backward: nothing fires again,
/// because every entry knows up to where it is accounted for.
void Scheduler::replan()
{
    onAlarm();
}

void Scheduler::put(const base::AutomationId &id)
{
    if (!m_running) {
        return;
    }
    const domain::Automation *automation = m_book.find(id);
    QHash<QString, base::Instant> until;
    for (const std::shared_ptr<Entry> &old : m_entries.value(id)) {
        until.insert(old->key, old->plannedUntil);
    }
    drop(id);
    Plan plan;
    for (const domain::Trigger &trigger : automation->triggers) {
        const std::shared_ptr<Entry> entry = makeEntry(*automation, std::get<domain::Schedule>(trigger));
        if (!entry) {
            continue;
        }
        entry->plannedUntil = until.value(entry->key, entry->plannedUntil);
        collect(*entry, m_clock.now(), automation->paused, plan);
        m_entries[id].append(entry);
        push(entry);
    }
    tell(plan);
    arm();
}

void Scheduler::drop(const base::AutomationId &id)
{
    for (const std::shared_ptr<Entry> &entry : m_entries.take(id)) {
        entry->live = false;
    }
}

} // namespace engine
